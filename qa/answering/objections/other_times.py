"""Tell whether a question is about a month or a year that an article is not of and does not name."""

from __future__ import annotations

import re
from datetime import date

from qa.datatypes import Article
from qa.language.lexicon.calendar import DAYS, MONTH_NAMES
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, term
from qa.understanding.asked_event import LONGEST

_MONTHS = [name.title() for name in MONTH_NAMES]
_IN_MONTH = regex(rf"\b(?:in|last|of|\d) ({'|'.join(_MONTHS)})\b|\bon ({'|'.join(_MONTHS)}) \d")
_IN_YEAR = regex(
    r"\b(?:in|since|of|for|during) (?:(?:the )?(?:fiscal |financial )?year |(?:fiscal|financial) )?"
    r"((?:19|20)\d\d)\b(?!['’]s)",
    re.I,
)
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_DECADE = regex(r"\b(?:19|20)\d0['’]?s\b")
_OWN_TIME = regex(
    rf"\b(?:this|last) (?:week|month|year)\b|\b(?:yesterday|today|tonight)\b|\bon (?:{'|'.join(DAYS)})\b",
    re.I,
)
"""What sets a quote in the time of its article: "a suit filed on Monday"."""
_LAST_YEAR = regex(r"\b(?:last|previous|past) year\b|\ba year (?:ago|earlier|before)\b", re.I)
_NEXT_YEAR = regex(r"\b(?:next|coming|following) year\b", re.I)
_YEARS_AWAY = regex(
    r"\byears?[- ](?:ago|earlier|before|previously|prior|later|on|now|after|from)\b|\bdecades?\b|\bcentur(?:y|ies)\b"
    r"|\b(?:last|past|next|coming|previous) (?:\w+ )?years\b|\bonce\b|\bformer(?:ly)?\b|\bused to\b|\b\d\ds\b",
    re.I,
)
"""What may be of another year than the article's without naming it: "four years ago", "the former mayor"."""
_EDITION = regex(r"\bthe ((?:19|20)\d\d) [A-Za-z]")
_NAMED_BY_YEAR = regex(r"\b(?P<name>[A-Z]\w+) (?P<year>(?:19|20)\d\d)\b")
"""Events that are told apart by their years: "the 2024 race", "Harwick 2024"."""
_NUMBERED = regex(
    r"\b(?P<name>[A-Z][\w’'-]*)\b(?: (?P<number>[IVXL]+|\d{1,3})\b(?!(?:[.,:/-]\d|%| (?:million|billion)\b)))?"
)
"""A word with a capital, and the number after it: "Regatta 50", "Harwick Bowl LII"."""
_FAR = 2
"""How many years from its own an article tells of with the year alone, or in words like those."""


def is_of_another_month(question: str, article: Article) -> bool:
    """Return whether a question is about what happened in a month that its article is not of and does not name."""
    match = _IN_MONTH.search(question)
    if match is None or len(question.split()) > LONGEST:
        return False
    month, day = match[1] or match[2], article.day
    if day is not None and day.month == _MONTHS.index(month) + 1:
        return False
    text = f"{article.title}\n{article.text}"
    return re.search(rf"\b{month[:3]}(?:{month[3:]})?\b", text) is None


def is_of_other_years(question: str, quote: str, article: Article) -> bool:
    """Return whether a question is about a year of which its article says nothing, and the quote tells of others.

    What an article tells without a year is of its own time: "The council gave $2m" in May 2024 is nothing on 2019, nor
    is "Quill sued on Monday", whatever else it tells of 2019. What comes again has a number at times instead of a year:
    "Harwick Bowl LIII".
    """
    if _is_of_another_edition(question, quote, article) or _is_another_of_series(question, quote):
        return True
    asked, told = set(_IN_YEAR.findall(question)), set(_YEAR.findall(quote)) | set(_DECADE.findall(quote))
    if len(asked) != 1 or _is_of(year := int(min(asked)), article):
        return False
    if not asked.isdisjoint(_YEAR.findall(f"{article.title}\n{article.text}")):
        return article.day is not None and not told and _OWN_TIME.search(quote) is not None
    return bool(told) or (_is_far_from(year, article) and _YEARS_AWAY.search(quote) is None)


def tells_of_other_time(since: date, until: date | None, quote: str) -> bool:
    """Return whether a quote tells of what was in other years than those of the articles that are asked.

    "The 2012 race" names a race, and may be told of in 2011.
    """
    years = {int(year) for year in _IN_YEAR.findall(quote)}
    asked = range(since.year, (until or since).year + 1)
    return years.isdisjoint(asked) if years else _LAST_YEAR.search(quote) is not None


def _is_of(year: int, article: Article) -> bool:
    """Return whether an article is of a year, or of one beside it and may tell of it: "last year", "next year"."""
    if article.day is None:
        return False
    beside = {1: _LAST_YEAR, -1: _NEXT_YEAR}.get(article.day.year - year)
    return article.day.year == year or (beside is not None and beside.search(article.text) is not None)


def _is_of_another_edition(question: str, quote: str, article: Article) -> bool:
    """Return whether a question is about the race of one year, and a quote about that of another alone.

    An article of the asked year may tell of its own race by what was before: "Quill, who lost the 2012 race, won".
    """
    asked = set(_EDITION.findall(question))
    if len(asked) != 1 or _is_of(int(min(asked)), article) or _YEARS_AWAY.search(quote):
        return False
    told = set(_EDITION.findall(quote)) | {
        match["year"]
        for match in _NAMED_BY_YEAR.finditer(quote)
        if match["name"] not in _MONTHS and not is_stop_term(term(match["name"]))
    }
    return bool(told) and asked.isdisjoint(_YEAR.findall(f"{article.title}\n{quote}"))


def _is_another_of_series(question: str, quote: str) -> bool:
    """Return whether a question is about one of several that have a number, and a quote only about others of them.

    "The Reds won Harwick Bowl LII" does not say who won Harwick Bowl LIII; "They have never won the Bowl" may.
    """
    asked = {
        match["name"]: match["number"]
        for match in _NUMBERED.finditer(question)
        if match["number"] and match["name"] not in _MONTHS and not is_stop_term(term(match["name"]))
    }
    told = [match for match in _NUMBERED.finditer(quote) if match["name"] in asked]
    return bool(told) and all(match["number"] not in (None, asked[match["name"]]) for match in told)


def _is_far_from(year: int, article: Article) -> bool:
    return article.day is not None and abs(article.day.year - year) >= _FAR
