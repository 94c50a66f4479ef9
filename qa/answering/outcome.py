"""Decide how an answer ends: weigh the evidence, then choose one of the three outcomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.answering.confidence import (
    _AT,
    _MISSING,
    _MOSTLY,
    _WORD_FOR_WORD,
    ON_TOPIC,
    _beside_own,
    confidence,
    measure,
    threshold,
)
from qa.answering.thresholds import SHIPPED, Thresholds
from qa.datatypes import Attribution, Nearest, Outcome, QuestionKind, Understanding
from qa.ranking.features import Candidates
from qa.ranking.labelling import attribution_of
from qa.ranking.retrieved import Retrieved
from qa.ranking.selecting import Chosen, asks_any_words
from qa.ranking.speaking import Asked, told_of
from qa.ranking.typed_words import in_words
from qa.understanding.quoted import unquoted


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence that decides how an answer ends.

    `confidence` is the probability, 0..1, that the first quote answers.
    `own_words`: the asked speaker is quoted in what was retrieved. `others_on_it`: somebody else is, on
    the topic.
    `spoken_by_asked`: the first quote holds the asked speaker's words, or reports by name what they said.
    `on_topic`: the quote or the title has a word of the topic, or the paragraph of the speaker's words has one.
    `name_missing`: a name that the question asks for occurs nowhere in the archive.
    `other_words`: the question gives somebody's words in quotation marks, and no span holds them; `others_words`:
    the span that holds them is not the asked speaker's.
    """

    confidence: float
    anything: bool
    own_words: bool
    others_on_it: bool
    name_missing: bool
    spoken_by_asked: bool = True
    on_topic: bool = True
    other_words: bool = False
    others_words: bool = False


def weigh(
    retrieved: Retrieved,
    found: Candidates,
    scores: NDArray[np.float64],
    chosen: Sequence[Chosen],
    *,
    name_missing: bool,
) -> Evidence:
    """Collect the evidence for an answer from what was retrieved, scored and chosen."""
    sure = confidence(retrieved, measure(retrieved, found, scores, chosen)) if chosen else 0.0
    typed = found.features[:, _AT["typed"]] >= _MOSTLY
    own = others = False
    by_asked = on_topic = True
    if chosen and retrieved.asked is not None:
        top = found.features[chosen[0].row]
        by_asked = _is_by_asked(retrieved, retrieved.asked, found, chosen[0].row)
        if asks_any_words(retrieved.understood) and top[_AT["own_share"]] > 0:
            # "What did Rubio say?" asks for any words of theirs: it answers if these are their words.
            sure = max(sure, float(top[_AT["own_confidence"]]))
        near = any(top[_AT[name]] > 0 for name in ("cover_span", "cover_title"))
        beside_it = near or _beside_own(retrieved, found, chosen[0].row) > 0
        on_topic = not retrieved.understood.topic or beside_it
        own = _may_speak(retrieved.understood) and bool((found.features[:, _AT["own_share"]] > 0).any())
        spoken = found.features[:, _AT["other_share"]] + found.features[:, _AT["own_share"]] > 0
        others = bool((spoken & (found.features[:, _AT["cover_span"]] >= ON_TOPIC)).any())
    if chosen and by_asked and typed[chosen[0].row] and _is_all_that_is_asked(retrieved):
        sure = max(sure, _WORD_FOR_WORD)
    return Evidence(
        confidence=min(sure, _MISSING) if name_missing else sure,
        anything=bool(chosen),
        own_words=own,
        others_on_it=others,
        name_missing=name_missing,
        spoken_by_asked=by_asked,
        on_topic=on_topic,
        other_words=_asks_for_words(retrieved) and not typed.any(),
        others_words=not by_asked and bool(typed.any()),
    )


def _asks_for_words(retrieved: Retrieved) -> bool:
    """Return whether the question gives words in quotation marks and asks who said them, or whether somebody did."""
    topic = in_words(retrieved.understood.topic or "")
    return retrieved.asked is not None and topic in retrieved.typed


def _is_all_that_is_asked(retrieved: Retrieved) -> bool:
    """Return whether any quote with the one typed quotation answers: not for "Who disagreed with “...”?"."""
    alone = not any(map(str.isalnum, unquoted(retrieved.understood.question)))
    return len(retrieved.typed) == 1 and (alone or _asks_for_words(retrieved))


def _may_speak(understood: Understanding) -> bool:
    """Return whether words may count as the asked speaker's: not those of an aide to somebody who never speaks."""
    return understood.speaker_known or understood.speaker_is_role or bool(understood.ambiguous)


def _is_by_asked(retrieved: Retrieved, asked: Asked, found: Candidates, row: int) -> bool:
    """Return whether a span is the asked speaker's words, or reports by name what they said.

    It is not where it is shown under another's name, nor, where anybody is asked for, under that of somebody who cannot
    be meant.
    """
    features = found.features[row]
    key = retrieved.passages[int(found.passage[row])].version_key
    start, end = int(found.starts[row]), int(found.ends[row])
    text = retrieved.versions[key].article.text
    label = attribution_of(
        text, retrieved.attributions[key], start, end, asked, frozenset(retrieved.question.terms)
    )
    if asked.names is None:
        return label is None or not asked.rules_out(*label, text)
    if label is not None and not asked.owns(*label, text) and _names_somebody(*label, text):
        return asked.may_own(*label, text)
    if features[_AT["own_share"]] > 0 or features[_AT["maybe_share"]] > 0:
        return True
    return bool(features[_AT["named_first"]] > 0) and told_of(text[start:end], asked.word)


def _names_somebody(record: Attribution, name: str | None, text: str) -> bool:
    """Return whether a quote is shown with a name, or with words that hold one.

    "A spokesman of the Herring Board" holds one, "he" does not.
    """
    mention = text[slice(*record.mention)] if record.mention else ""
    return name is not None or any(word[:1].isupper() for word in mention.split()[1:])


def ending(
    evidence: Evidence, retrieved: Retrieved, understood: Understanding, fitted: Thresholds = SHIPPED
) -> tuple[Outcome, Nearest | None]:
    """Return how the answer ends, and why where it is only the nearest that there is."""
    if evidence.name_missing or not evidence.anything:
        return Outcome.NOT_FOUND, None
    if understood.ambiguous:
        return Outcome.NEAREST, None
    said = understood.kind is QuestionKind.SAID
    content = understood.kind is QuestionKind.CONTENT
    theirs = content or (evidence.spoken_by_asked and (evidence.on_topic or not said))
    if evidence.confidence >= threshold(retrieved, fitted):
        if theirs and evidence.other_words:
            return Outcome.NEAREST, Nearest.OTHER_WORDS
        if theirs:
            return Outcome.ANSWERED, None
        if not said:
            return Outcome.NEAREST, None
    if said:
        if evidence.others_words and evidence.others_on_it:
            return Outcome.NEAREST, Nearest.OTHERS_ON_THIS
        if evidence.own_words:
            return Outcome.NEAREST, Nearest.SPEAKER_NOT_ON_THIS
        if evidence.others_on_it:
            return Outcome.NEAREST, Nearest.OTHERS_ON_THIS
    return Outcome.NOT_FOUND, None
