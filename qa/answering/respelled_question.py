"""Correct what was mistyped in a question: words that the archive does not have, by words that it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answers import QuestionKind, Understanding
from qa.archive.protocol import View
from qa.archive.spelling_lookup import respelled
from qa.understanding.words import has_case

if TYPE_CHECKING:
    from embeddings.encoder import Encoder

_LEAST_LETTERS = 6
"""The fewest letters of a word that is corrected in a question with capitals."""


def respelled_question(
    snapshot: View, understood: Understanding, encoder: Callable[[], Encoder]
) -> Understanding:
    """Correct the words of a topic, or of a question about content, that the archive does not have.

    Who writes with capitals rarely mistypes: there only what is no word anywhere is corrected, "resevoir". And without
    capitals "class" is no "clause" either, though no article has the word.
    """
    by_topic = understood.kind is not QuestionKind.CONTENT or understood.browses
    text = understood.topic if by_topic else understood.standalone
    if not text:
        return understood
    careful = has_case(understood.question)
    is_slip = _is_slip if careful else _is_no_word
    corrected, pairs = respelled(snapshot, text, lambda typed, meant: is_slip(typed, meant, encoder()))
    if not pairs:
        return understood
    standalone = understood.standalone.replace(text, corrected)
    topic = corrected if understood.topic == text else understood.topic
    return replace(
        understood, topic=topic, standalone=standalone, corrections=(*understood.corrections, *pairs)
    )


def _is_no_word(typed: str, meant: str, encoder: Encoder) -> bool:
    """Return whether a word is none that the encoder's vocabulary has whole, as it has those that many people write."""
    (pieces,) = encoder.count_tokens([typed])
    return pieces > 1


def _is_slip(typed: str, meant: str, encoder: Encoder) -> bool:
    """Return whether a word is another with one wrong letter, and none that the encoder's vocabulary has whole.

    "Resevoir" is cut into more pieces than "reservoir", and "retaliation", which is no "retail", is one word.
    """
    from rapidfuzz.distance import OSA  # here: most questions need it not

    if len(typed) < _LEAST_LETTERS or typed[0] != meant[0] or OSA.distance(typed, meant) > 1:
        return False
    pieces, fewer = encoder.count_tokens([typed, meant])
    return pieces > fewer
