"""Show the same statement once: of quotes that repeat each other, the first stays and names the others' outlets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qa.answers import Quote
from qa.language.near_duplicates import repeats

LEAST_WORDS = 4
"""Fewer own words than that may be said twice."""


def said_once(quotes: Iterable[Quote]) -> list[Quote]:
    """Return quotes without those of the same speaker that repeat an earlier one, in their order."""
    kept: list[Quote] = []
    for quote in quotes:
        at = next((n for n, other in enumerate(kept) if _is_the_same(quote, other)), None)
        if at is None:
            kept.append(quote)
        else:
            kept[at] = _with(kept[at], quote)
    return kept


def _is_the_same(one: Quote, other: Quote) -> bool:
    if one.speaker != other.speaker:
        return False
    own = _own(one)
    return repeats(one.text, other.text) or (len(own) >= LEAST_WORDS and own == _own(other))


def _own(quote: Quote) -> list[str]:
    text = quote.version.article.text
    return [
        word.strip(".,;:!?“”\"'‘’").casefold()
        for span in quote.own_words
        for word in text[slice(*span)].split()
    ]


def _with(kept: Quote, same: Quote) -> Quote:
    """Return a quote that says that another article has it too."""
    article = same.version.article
    own = [other or uid for other, uid in zip(kept.also_in_sources, kept.also_in, strict=False)]
    rest = list(kept.also_in[len(own) :])
    names = dict.fromkeys([*own, *rest, article.source or article.id])
    return replace(kept, also_in=tuple(names), also_in_sources=tuple(names))
