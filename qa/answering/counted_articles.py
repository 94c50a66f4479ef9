"""Count listed articles by their outlets, authors, months or years, and write some of a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from qa.answers import FoundArticle
from qa.datatypes import Article
from qa.language.lexicon.calendar import MONTH_NAMES
from qa.language.patterns import regex
from qa.understanding.line import in_words

_LISTED = 8
_BETWEEN_NAMES = regex(r"^\s*by\s+|\s*[,;|/&]\s*(?:and\s+)?|\s+and\s+|\s*$", re.IGNORECASE)
"""What stands around the names of a byline: "By Ada Quill, Ivo Brandt and Una Strand"."""


def names_of(byline: str) -> list[str]:
    """Return the names of a byline: "By Ada Quill and Ivo Brandt"."""
    return [name for name in _BETWEEN_NAMES.split(byline) if name]


def in_outlets(articles: Sequence[Article]) -> str:
    """Write in how many outlets some articles stand, and how many in each, most first."""
    counts = Counter(each.source for each in articles)
    nameless = counts.pop("", 0)
    outlets = [f"{name} ({count:,})" if count > 1 else name for name, count in counts.most_common()]
    if not outlets:
        return "without the name of an outlet"
    named = f"{len(outlets):,} outlets" if len(outlets) > 1 else "1 outlet"
    left = f"; {nameless:,} of them without an outlet" if nameless else ""
    return f"in {named}: {listed(outlets, ', ')}{left}"


def counted_by(what: str, articles: Sequence[Article]) -> str:
    """Write how many articles each month, year or author has, most first: ", by month: May 2024 (2), June 2024 (1)"."""
    each = [_counted_for(what, article) for article in articles]
    return most_first(
        what, Counter(name for names in each for name in names), sum(not names for names in each)
    )


def most_first(what: str, counts: Counter[str], lacking: int) -> str:
    """Write how many articles each month, year, author or outlet has, and how many have none."""
    lack = {"author": "an author", "outlet": "the name of an outlet"}.get(what, "a date")
    if not counts:
        return f", all without {lack}"
    named = [f"{name} ({count:,})" for name, count in counts.most_common()]
    left = f"; {lacking:,} of them without {lack}" if lacking else ""
    return f", by {what}: {listed(named, ', ')}{left}"


def _counted_for(what: str, article: Article) -> list[str]:
    if what == "author":
        return names_of(article.author)
    if article.day is None:
        return []
    return [month_or_year(what, article.day)]


def month_or_year(what: str, day: date) -> str:
    """Write the month or the year of a day: "May 2024"."""
    month = f"{MONTH_NAMES[day.month - 1].capitalize()} " if what == "month" else ""
    return f"{month}{day.year}"


def line_of(article: FoundArticle) -> str:
    """Write an article in words: its title, its outlet and its day."""
    day = in_words(date.fromisoformat(article.date[:10])) if article.date else ""
    return ", ".join(part for part in (f"“{article.title or article.id}”", article.source, day) if part)


def listed(lines: Sequence[str], joint: str, count: int = 0) -> str:
    """Join the first lines of a list, and write how many more there are."""
    more = max(count, len(lines)) - _LISTED
    return joint.join(lines[:_LISTED]) + (f", and {more:,} more" if more > 0 else "")
