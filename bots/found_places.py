"""Collect the places with exact words, with some of the text around each, and write them as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bots.contract import SCHEMA, Json, quote_object
from qa.answers import Quote
from qa.archive.exact_words import Holding
from qa.archive.show_limit import withheld, within_limit

AROUND = 60
"""Characters shown on each side of the words found, whole words."""


@dataclass(slots=True)
class Found:
    """What was found, counted; `shown` has the first places as the chosen format writes them."""

    places: int = 0
    articles: int = 0
    in_title_only: int = 0
    nobodys: bool = True
    """No speaker is found for any of the places."""
    withheld: str = ""
    """What the archive keeps back, in words."""
    ids: list[str] = field(default_factory=list)
    shown: list[object] = field(default_factory=list)


def collected(holding: Iterable[Holding], most: int | None, write: Callable[[Quote, int], object]) -> Found:
    """Count all places, and keep the first as they are to be written: there may be more texts than fit in memory."""
    found = Found()
    for each in holding:
        found.withheld = withheld(each.version.sentences_shown)
        found.articles += bool(each.places)
        found.in_title_only += not each.places
        found.nobodys = found.nobodys and each.nobodys
        for quote in each.places:
            found.places += 1
            if most is None or found.places <= most:
                found.shown.append(write(quote, found.places))
                found.ids.append(quote.id)
    return found


def around(quote: Quote) -> tuple[str, str]:
    """Return some whole words before and after a quote, each in one line."""
    text = quote.version.article.text
    wanted = max(0, quote.start - AROUND), min(len(text), quote.end + AROUND)
    begin, end = within_limit(quote.version, quote.start, quote.end, wanted)
    before, after = text[begin : quote.start], text[quote.end : end]
    if begin == wanted[0] > 0 and not before[0].isspace():
        before = before.partition(" ")[2]
    if end == wanted[1] < len(text) and not after[-1].isspace():
        after = after.rpartition(" ")[0]
    return _in_line(before), _in_line(after)


def _in_line(part: str) -> str:
    """Return words in one line; a space at either end stays, so that the parts can be put together again."""
    return (
        f"{' ' * part[:1].isspace()}{' '.join(part.split())}{' ' * part[-1:].isspace()}"
        if part.strip()
        else ""
    )


def place_object(quote: Quote, number: int) -> object:
    before, after = around(quote)
    return {"before": before, "after": after, **quote_object(quote)}


def found_object(words: str, found: Found) -> Json:
    """Write what was found as JSON; `found.shown` are objects of `place_object`."""
    return {
        "schema": SCHEMA, "words": words, "count": found.places, "articles": found.articles,
        "in_title_only": found.in_title_only, "nobodys_words": bool(found.places) and found.nobodys,
        "withheld": found.withheld or None,
        "places": found.shown,
    }  # fmt: skip
