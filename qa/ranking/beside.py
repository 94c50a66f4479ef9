"""Measure how far what stands beside the asked speaker's words is about the topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.archive.protocol import Said
from qa.datatypes import Attribution
from qa.language.broken_lines import own_paragraph
from qa.language.patterns import regex
from qa.language.terms import OFTEN
from qa.ranking.speaking import THE_PERSON, Asked

_FARTHEST = 1_500
"""Within how many characters a paragraph ends whose lines are broken to a width."""
_SOMEBODY = regex(r"(?:an?|one|another|some|several|many|two)\s", re.IGNORECASE)
"""How somebody without a name is mentioned who is not the asked speaker: "a juror"."""


def said_by_others(
    places: NDArray[np.int64], text: str, said: Sequence[Said], asked: Asked, *, by_name: bool = True
) -> NDArray[np.bool_]:
    """Return which places of an article, shape (H,), lie in the words of somebody else, named or "a juror".

    What a neighbour talks about is not what the asked speaker's words are about.

    Args:
        by_name: Whether it is somebody with a name, or without.
    """
    others = [
        r.content for r, name in said if (name is not None) is by_name and _is_anothers(r, name, text, asked)
    ]
    inside = np.zeros(len(places), bool)
    for start, end in (part for content in others for part in content):
        inside |= (places >= start) & (places < end)
    return inside


def beside(
    text: str,
    start: int,
    end: int,
    places: NDArray[np.int64],
    words: NDArray[np.int64],
    title: NDArray[np.bool_],
    weights: NDArray[np.float32],
    nameless: NDArray[np.bool_],
) -> float:
    """Return the share of the topic's words, by weight, that a span's paragraph holds or its article is about.

    An article is about the words of its title, and about what it comes back to again and again.

    Args:
        places: Offsets of the topic's words in the article, shape (H,).
        words: Which word each is, shape (H,).
        title: Which of the topic's words are in the title, shape (T,).
        weights: How much each counts, shape (T,).
        nameless: Which offsets lie in the words of somebody without a name, shape (H,). They count for what the article
            is about, and not for the paragraph.
    """
    first, last = own_paragraph(text, start, end, _FARTHEST)
    here = title | (np.bincount(words, minlength=len(weights)) >= OFTEN)
    here[words[(places >= first) & (places < last) & ~nameless]] = True
    return float(weights[here].sum()) / max(float(weights.sum()), 1e-6)


def _is_anothers(record: Attribution, name: str | None, text: str, asked: Asked) -> bool:
    if asked.owns(record, name, text):
        return False
    if name is not None:
        return True
    if asked.names is None or record.mention is None or asked.may_own(record, name, text):
        return False
    # "He" is whom the question names, more often than not; "a juror" is not, and "the judge" may be another.
    mention = text[slice(*record.mention)]
    return _SOMEBODY.match(mention) is not None or THE_PERSON.fullmatch(mention) is not None
