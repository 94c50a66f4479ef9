"""How an answer ends: what was seen, how sure that makes us, and which of the three endings follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.calibration.thresholds import SHIPPED, Thresholds
from qa.datatypes import Nearest, Outcome, QuestionKind, Understanding
from qa.ranking.features import ALL_NAMES, Candidates
from qa.ranking.model import load
from qa.ranking.question import AnswerType
from qa.ranking.selecting import Chosen
from qa.retrieval import Retrieved

_AT = {name: column for column, name in enumerate(ALL_NAMES)}

NAMES: tuple[str, ...] = (
    "top_score", "margin", "dense_passage_max", "dense_sentence_max", "dense_top", "cover_top",
    "cover_near_top", "cover_max", "cover_passage_max", "bm25_share_max", "exact_top", "exact_max",
    "pairs_top", "pairs_max", "names_top", "names_near_top", "rare_top", "rare_near_top", "focus_near_top",
    "unknown_share",
    "type_top", "type_lacks", "terms", "numbers_lacking", "negation_differs", "bm25_span_top",
)  # fmt: skip
SPEAKING_NAMES: tuple[str, ...] = (
    "own_share_top", "own_confidence_top", "about_in_own_max", "own_any", "own_or_maybe_any",
    "other_share_top", "has_topic",
)  # fmt: skip

_CHECKED = (AnswerType.PERSON, AnswerType.TIME, AnswerType.NUMBER, AnswerType.PLACE, AnswerType.REASON)
"""The kinds of thing whose presence in a span can be seen."""
_ON_TOPIC = 0.5
"""The share of the topic's words, by weight, that makes somebody's words words on it."""
_MISSING = 0.01
"""How sure an answer can be about somebody whose name occurs nowhere."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What decides the ending. `confidence` is the probability, 0..1, that the first quote answers.

    `own_words`: the asked speaker is quoted in what was retrieved. `others_on_it`: somebody else is, on
    the topic.
    `spoken_by_asked`: the first quote holds the asked speaker's words, or is told of them by name.
    `name_missing`: a name that the question asks for occurs nowhere in the archive.
    """

    confidence: float
    anything: bool
    own_words: bool
    others_on_it: bool
    name_missing: bool
    spoken_by_asked: bool = True


def measure(
    retrieved: Retrieved, found: Candidates, scores: NDArray[np.float64], chosen: Sequence[Chosen]
) -> NDArray[np.float32]:
    """Return the features of confidence, shape (len(NAMES) + len(SPEAKING_NAMES),).

    Where nothing was chosen they are zeros.
    """
    row = np.zeros(len(NAMES) + len(SPEAKING_NAMES), np.float32)
    question = retrieved.question
    weights = np.asarray(question.weights, np.float32)
    whole = max(float(weights.sum()), 1e-6)
    speaking = retrieved.asked is not None
    if not chosen:
        return row
    features = found.features
    top = features[chosen[0].row]
    first = scores[chosen[0].row]
    owner = found.passage[chosen[0].row]
    key = retrieved.passages[int(owner)].version_key
    rivals = [
        scores[c.row] for c in chosen[1:] if retrieved.passages[int(found.passage[c.row])].version_key != key
    ]

    def at(name: str) -> float:
        return float(top[_AT[name]])

    def most(name: str) -> float:
        return float(features[:, _AT[name]].max())

    types = ("type_person", "new_time", "new_number", "type_place", "type_reason")
    asked_type = any(most(name) > 0 for name in types)
    named = any(question.named)
    has_type = any(at(name) > 0 for name in types)
    row[: len(NAMES)] = (
        first,
        first - (rivals[0] if rivals else scores[chosen[-1].row]),
        most("dense_passage"),
        most("dense_best_sentence"),
        at("dense_span"),
        at("cover_span"),
        at("cover_near"),
        most("cover_span"),
        most("cover_all"),
        most("bm25_share"),
        at("exact_span"),
        most("exact_span"),
        at("pairs_span"),
        most("pairs_span"),
        at("names_span") if named else at("cover_span"),
        at("names_near") if named else at("cover_all"),
        at("rare_span"),
        at("rare_near"),
        at("focus_near") if question.focus is not None else 1.0,
        float(weights[list(question.unknown)].sum()) / whole,
        float(asked_type and has_type),
        float(question.answer_type in _CHECKED and not has_type),
        np.log1p(len(question.terms)),
        1.0 - at("numbers_near") if question.numbers else 0.0,
        at("negation_differs"),
        at("bm25_span"),
    )
    if speaking:
        row[len(NAMES) :] = (
            at("own_share"),
            at("own_confidence"),
            most("about_in_own"),
            float(most("own_share") > 0),
            float(most("own_share") > 0 or most("maybe_share") > 0),
            at("other_share"),
            float(bool(retrieved.understood.topic)),
        )
    return row


def confidence(retrieved: Retrieved, features: NDArray[np.float32]) -> float:
    """Return the probability that the first quote answers: one logistic model for each kind of question."""
    model = load("confidence_said" if retrieved.asked is not None else "confidence_content")
    used = features if retrieved.asked is not None else features[: len(NAMES)]
    score = float(model.score(used[None, :])[0])
    return float(1 / (1 + np.exp(-np.clip(score, -30, 30))))


def threshold(retrieved: Retrieved, fitted: Thresholds = SHIPPED) -> float:
    """Return the least confidence that counts as an answer."""
    own = fitted.said if retrieved.asked is not None else fitted.content
    if own is not None:
        return own
    return load("confidence_said" if retrieved.asked is not None else "confidence_content").threshold


def weigh(
    retrieved: Retrieved,
    found: Candidates,
    scores: NDArray[np.float64],
    chosen: Sequence[Chosen],
    *,
    name_missing: bool,
) -> Evidence:
    """Weigh what was found."""
    sure = confidence(retrieved, measure(retrieved, found, scores, chosen)) if chosen else 0.0
    own = others = False
    by_asked = True
    if chosen and retrieved.asked is not None:
        top = found.features[chosen[0].row]
        by_asked = any(top[_AT[name]] > 0 for name in ("own_share", "maybe_share", "named_first"))
        own = bool((found.features[:, _AT["own_share"]] > 0).any())
        spoken = found.features[:, _AT["other_share"]] + found.features[:, _AT["own_share"]] > 0
        others = bool((spoken & (found.features[:, _AT["cover_span"]] >= _ON_TOPIC)).any())
    return Evidence(
        confidence=min(sure, _MISSING) if name_missing else sure,
        anything=bool(chosen),
        own_words=own,
        others_on_it=others,
        name_missing=name_missing,
        spoken_by_asked=by_asked,
    )


def ending(
    evidence: Evidence, retrieved: Retrieved, understood: Understanding, fitted: Thresholds = SHIPPED
) -> tuple[Outcome, Nearest | None]:
    """Return how it ends, and why where it is only the nearest that there is."""
    if evidence.name_missing or not evidence.anything:
        return Outcome.NOT_FOUND, None
    if understood.ambiguous:
        return Outcome.NEAREST, None
    others_words = understood.kind is QuestionKind.SAID and not evidence.spoken_by_asked
    if evidence.confidence >= threshold(retrieved, fitted) and not others_words:
        return Outcome.ANSWERED, None
    if understood.kind is QuestionKind.SAID:
        if evidence.own_words:
            return Outcome.NEAREST, Nearest.SPEAKER_NOT_ON_THIS
        if evidence.others_on_it:
            return Outcome.NEAREST, Nearest.OTHERS_ON_THIS
    return Outcome.NOT_FOUND, None
