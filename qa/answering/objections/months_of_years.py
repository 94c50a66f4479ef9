"""Tell whether a quote is of the month that a question asks for, and of another year: "in August 2025"."""

from __future__ import annotations

import re
from datetime import date

from qa.datatypes import Article
from qa.language.lexicon.calendar import MONTH_NAMES, MONTHS
from qa.language.patterns import regex
from qa.understanding.asked_event import LONGEST

MONTH = "|".join(rf"{name}|{name[:4]}\.?|{name[:3]}\.?" for name in MONTH_NAMES)
"""A month's name, or its first letters: an expression for letters of either case."""
_WITH_YEAR = regex(
    rf"\b({MONTH})(?: \d{{1,2}}(?:st|nd|rd|th)?)?,?(?: of)? ((?:19|20)\d\d)\b", re.I, inside=" ".join(MONTHS)
)
_IN_YEAR = regex(r"\b(?:in|during) ((?:19|20)\d\d)\b(?!['’]s)", re.I, inside="in during")
_WITHOUT_YEAR = regex(
    rf"\b(?:in|since|of|from|by|until|till|during|early|late|mid|\d{{1,2}}(?:st|nd|rd|th)?) (?P<after>{MONTH})\b"
    rf"|\b(?P<before>{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b",
    re.I,
    inside=" ".join(MONTHS),
)
_YEAR = regex(
    r"\b(?:19|20)\d\ds?\b|\byears?\b|\bdecades?\b|\bcentur(?:y|ies)\b|\bonce\b|\bformer(?:ly)?\b|\bused to\b"
)
"""What gives a time of its own to what is told: "in 2019", "a year earlier", "the former mayor"."""
_NEAR = 4
"""How many months ago a month without a year was, so that what is told can hardly be of the next of its name."""


def years_meant(month: int, told_on: date) -> set[int]:
    """Return the years of which a month (1 to 12) may be that is named without one in an article of a day.

    "In August" in an article of August to December is of the same year; in one of March it may be the last August or
    the next.
    """
    ago = (told_on.month - month) % 12
    last = told_on.year - (month > told_on.month)
    return {last} if ago <= _NEAR else {last, last + 1}


def is_of_another_year(question: str, quote: str, article: Article) -> bool:
    """Return whether a question is about a month of a year, and a quote about the same month of another year.

    Of "Did a ferry sink in August 2025?" an article of August 2024 tells nothing by "A ferry sank on 12 August", nor by
    "A ferry sank", which it cannot tell of what was still to come; and one of 2026 would name the year. Where only a
    year is asked for, any month without a year tells of which year a quote is.
    """
    if article.day is None or len(question.split()) > LONGEST or _YEAR.search(quote):
        return False
    told = {_month(it["after"] or it["before"]) for it in _WITHOUT_YEAR.finditer(quote)}
    months = {(_month(name), int(year)) for name, year in _WITH_YEAR.findall(question)}
    if not months and len(years := set(map(int, _IN_YEAR.findall(question)))) == 1:
        return bool(told) and not any(years <= years_meant(month, article.day) for month in told)
    if len(months) != 1:
        return False
    ((month, year),) = months
    if month in told:
        return year not in years_meant(month, article.day)
    ahead = 12 * (year - article.day.year) + month - article.day.month
    return not -12 < ahead < 6 and re.search(rf"\b{year}\b", f"{article.title}\n{article.text}") is None


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".").casefold()]
