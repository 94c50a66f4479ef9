"""Whose words a span holds, as far as the article's attributions say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import Attribution, AttributionKind

Said = Sequence[tuple[Attribution, str | None]]
"""An article's attributions in their order, each with the archive's name of the speaker."""

NAMES: tuple[str, ...] = (
    "own_share", "own_confidence", "own_quoted", "own_whole", "own_declined",
    "other_share", "nameless_share", "words_about_in_own", "second_hand",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    record: Attribution
    own: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose words a question asks for: those of `speaker`, or anybody's who has a name where it is None."""

    speaker: str | None

    def owns(self, name: str | None) -> bool:
        return name is not None and self.speaker in (None, name)


def pieces(said: Said, asked: Asked) -> list[_Piece]:
    """Return the content spans of an article's attributions, in order, with whose they are."""
    found = [
        _Piece(start, end, record, asked.owns(name), name is not None)
        for record, name in said
        for start, end in record.content
    ]
    return sorted(found, key=lambda piece: (piece.start, piece.end))


def measure_speaking(
    found: Sequence[_Piece], starts: NDArray[np.int64], ends: NDArray[np.int64], about: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return one row of `NAMES` for each span of one article.

    Args:
        about: For each span, the share of the topic's words that it holds.
    """
    rows = np.zeros((len(starts), len(NAMES)), np.float32)
    if not found:
        return rows
    begins = np.asarray([piece.start for piece in found])
    stops = np.asarray([piece.end for piece in found])
    overlap = np.minimum(stops[None, :], ends[:, None]) - np.maximum(begins[None, :], starts[:, None])
    overlap = np.maximum(overlap, 0).astype(np.float32)
    touches = overlap > 0
    lengths = np.maximum(ends - starts, 1).astype(np.float32)
    whole = overlap >= (stops - begins)[None, :] * 0.95
    own = np.asarray([piece.own for piece in found])
    other = np.asarray([piece.named and not piece.own for piece in found])
    nameless = np.asarray([not piece.named for piece in found])
    confidence = np.asarray([piece.record.confidence for piece in found], np.float32)
    quoted = np.asarray(
        [piece.record.kind in (AttributionKind.DIRECT, AttributionKind.MIXED) for piece in found]
    )
    declined = np.asarray([piece.record.polarity != "said" for piece in found])
    second = np.asarray([piece.record.second_hand for piece in found])

    def share(which: NDArray[np.bool_]) -> NDArray[np.float32]:
        return np.asarray(np.minimum(overlap[:, which].sum(1) / lengths, 1.0), np.float32)

    def some(which: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.asarray(touches[:, which].any(1))

    rows[:, 0] = share(own)
    rows[:, 1] = (touches * confidence * own).max(1)
    rows[:, 2] = some(own & quoted)
    rows[:, 3] = (whole & own).any(1)
    rows[:, 4] = some(own & declined)
    rows[:, 5] = share(other)
    rows[:, 6] = share(nameless)
    rows[:, 7] = about * some(own)
    rows[:, 8] = some(own & second)
    return rows


def attribution_of(
    said: Said, start: int, end: int, asked: Asked | None
) -> tuple[Attribution, str | None] | None:
    """Return the attribution that a quote's words belong to: the one with the largest share of the quote.

    A tie goes to the asked speaker's, then to the first. None when the quote holds nobody's words.
    """
    best: tuple[tuple[int, bool], tuple[Attribution, str | None]] | None = None
    for record, name in said:
        overlap = sum(max(0, min(end, e) - max(start, s)) for s, e in record.content)
        rank = (overlap, asked is not None and asked.owns(name))
        if overlap and (best is None or rank > best[0]):
            best = (rank, (record, name))
    return best[1] if best else None
