"""Decide under whose name a quote is shown."""

from __future__ import annotations

from collections.abc import Sequence

from qa.archive.protocol import Said
from qa.datatypes import Attribution, AttributionKind, Span
from qa.language.sentences import split
from qa.language.spans import shared
from qa.language.terms import terms
from qa.ranking.speaking import Asked

_PASSING_CONFIDENCE = 0.6
"""The confidence of a record below which somebody's words may be only reported in passing."""
_PASSING_SHARE = 0.5
"""The share of a quote that such words are then less than."""
_MOSTLY = 0.5
"""The share of a quote from which it is somebody's, where nobody's words are asked for."""
_THIRD = 1 / 3
"""The share of the attributed words of a quote from which it is the asked speaker's."""


def _is_reported_in_passing(record: Attribution, overlap: int, length: int) -> bool:
    """Return whether somebody's words are only reported in passing, so that the quote is the narrator's.

    "Three days before Trump, who has vowed to raise tariffs, takes office" is.
    """
    weak = record.kind is AttributionKind.INDIRECT and record.confidence < _PASSING_CONFIDENCE
    return weak and overlap < _PASSING_SHARE * length


def _labels(text: str, said: Sequence[Said], start: int, end: int) -> Sequence[Said]:
    """Keep the attributions whose speaker's words are half of a quote or more, or stand in each of its sentences.

    A denial, or a refusal to comment, is the speaker's in that sentence only.
    """
    here = [(record, name) for record, name in said if _overlap(record, start, end)]
    if not here:
        return []
    sentences = _sentences(text, start, end)
    kept = []
    for record, name in here:
        if len(sentences) == 1 and any(
            part and start <= part[0] < end for part in (record.cue, record.mention)
        ):
            kept.append((record, name))
        elif record.polarity == "said":
            theirs = [r for r, n in here if r is record or (name is not None and n == name)]
            share = sum(_overlap(each, start, end) for each in theirs)
            each_sentence = all(any(_overlap(r, s, e) for r in theirs) for s, e in sentences)
            if share >= _MOSTLY * (end - start) or (len(sentences) > 1 and each_sentence):
                kept.append((record, name))
    return kept


def _sentences_about(text: str, start: int, end: int, about: frozenset[str]) -> list[Span]:
    """Return the sentences of a quote that have a word of what is asked about."""
    sentences = _sentences(text, start, end)
    return [each for each in sentences if not about.isdisjoint(terms(text[slice(*each)]))]


def _sentences(text: str, start: int, end: int) -> list[Span]:
    return [(start + s, start + e) for paragraph in split(text[start:end]) for s, e in paragraph.sentences]


def _overlap(record: Attribution, start: int, end: int) -> int:
    return shared(record.content, [(start, end)])


def attribution_of(
    text: str,
    said: Sequence[Said],
    start: int,
    end: int,
    asked: Asked | None,
    about: frozenset[str] = frozenset(),
) -> Said | None:
    """Return the attribution that a quote's words belong to; None when the quote holds nobody's words.

    It is the asked speaker's where that is a third or more of the attributed words. Among those, and where anybody is
    asked for, it is the one with the most of the words that are asked about; otherwise the one with the largest share
    of the quote. A tie goes to the first. A quote is nobody's if somebody's words are only reported in passing, or if,
    where nobody's words are asked for, it is not mostly theirs: their name would stand beside the article's own words.
    Where anybody is asked for, it is nobody's who speaks only in other sentences than those that tell of what is asked
    about.
    """
    if asked is None:
        said = _labels(text, said, start, end)
    best: tuple[tuple[float, float, int], Said] | None = None
    overlaps = [_overlap(record, start, end) for record, _ in said]
    anybody = asked is not None and asked.names is None
    telling = _sentences_about(text, start, end, about) if anybody else []
    tell = {name or record for record, name in said if shared(telling, [(record.start, record.end)])}
    for (record, name), overlap in zip(said, overlaps, strict=True):
        if not overlap or _is_reported_in_passing(record, overlap, end - start):
            continue
        if telling and (name or record) not in tell:
            continue
        own = asked is not None and not anybody and asked.owns(record, name, text)
        mostly = own and overlap >= _THIRD * sum(overlaps)
        asked_about = 0
        if anybody or mostly:
            asked_about = len(about & {t for s, e in record.content for t in terms(text[s:e])})
        fits = mostly or (asked is not None and anybody and not asked.rules_out(record, name, text))
        rank = (float(fits), asked_about, overlap)
        if best is None or rank > best[0]:
            best = (rank, (record, name))
    return best[1] if best else None
