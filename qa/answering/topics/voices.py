"""Group quotes by who says them, and choose each speaker's best one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from qa.answers import Quote
from qa.archive.speaker_lookup import GOOD_LENGTH, QUOTED
from qa.language.terms import content_terms


class Voice(NamedTuple):
    """What one speaker says on a topic, newest first.

    `name` is None for all whom the articles do not name; where only a spokesperson without a name speaks, it is the
    body for which they speak.
    """

    name: str | None
    quotes: tuple[Quote, ...]
    best: Quote


def voices(quotes: Iterable[Quote], words: Collection[str] = ()) -> tuple[Voice, ...]:
    """Group quotes by speaker: most quotes first, those without a name last; each in the order given.

    Args:
        words: The terms of a topic: a speaker's best quote holds most of them itself.
    """
    of: dict[str | None, list[Quote]] = defaultdict(list)
    for quote in quotes:
        of[quote.voice].append(quote)
    found = [
        Voice(name, tuple(own), max(own, key=lambda quote: _worth(quote, words))) for name, own in of.items()
    ]
    return tuple(sorted(found, key=lambda voice: (voice.name is None, -len(voice.quotes), voice.name or "")))


def best_first(quotes: Iterable[Quote], words: Collection[str] = ()) -> list[Quote]:
    """Put quotes in order of how well they can stand alone, each article's best before any second one.

    Args:
        words: The terms of a topic: what holds most of them itself goes first of what is certain.
    """
    ordered = sorted(quotes, key=lambda quote: _worth(quote, words), reverse=True)
    seen: set[str] = set()
    first: list[Quote] = []
    rest: list[Quote] = []
    for quote in ordered:
        (rest if quote.version.uid in seen else first).append(quote)
        seen.add(quote.version.uid)
    return first + rest


def in_falling_confidence(quotes: Sequence[Quote], first: float = 0.0) -> tuple[Quote, ...]:
    """Return quotes in their order, none of them surer than the one before.

    Args:
        first: The least confidence of the first one: that of the answer.
    """
    least, found = 1.0, list[Quote]()
    for quote in quotes:
        least = min(least, quote.confidence if found else max(quote.confidence, first))
        found.append(replace(quote, confidence=least))
    return tuple(found)


def _worth(quote: Quote, words: Collection[str] = ()) -> tuple[bool, int, bool, bool, float]:
    record = quote.attribution
    return (
        record is not None and record.certain and not record.second_hand,
        len({*words} & {*content_terms(quote.text)}),
        record is not None and record.polarity == "said" and len(quote.text) in GOOD_LENGTH,
        record is not None and record.kind in QUOTED,
        quote.confidence,
    )
