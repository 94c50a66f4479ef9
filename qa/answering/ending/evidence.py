"""Weigh what speaks for the first of some spans as the answer, and what against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qa.answering.objections.asked_day import tells_of_asked_day
from qa.answering.objections.premises import Doubt, judged
from qa.answering.objections.surroundings import around, question_of
from qa.answering.spans.by_speaker import asks_for_somebody, label_of
from qa.answering.spans.candidates import Considered
from qa.answering.spans.confidence import MOSTLY, WORD_FOR_WORD, beside_own, confidence, measure
from qa.answering.spans.typed_words import is_all_that_is_asked
from qa.ranking.features import AT
from qa.ranking.retrieved import Retrieved
from qa.ranking.selecting import Chosen, asks_any_words


class Evidence(NamedTuple):
    """What speaks for the first of some chosen spans.

    `confidence` is the probability, 0..1, that it answers. `on_topic`: it or the title has a word of the topic, or the
    paragraph of the speaker's words has one. `fits`: where anybody is asked for, it is no words of somebody who cannot
    be meant. `typed`: it holds the words that the question gives in quotation marks. `doubts`: where nobody's words are
    asked for, what the question asks for or takes for granted and the span does not bear out.
    """

    confidence: float = 0.0
    on_topic: bool = False
    fits: bool = True
    typed: bool = False
    doubts: frozenset[Doubt] = frozenset()


def weigh(considered: Considered, chosen: Sequence[Chosen]) -> Evidence:
    """Collect the evidence for the first of some chosen spans."""
    if not chosen:
        return Evidence()
    retrieved, found = considered.retrieved, considered.found
    sure = confidence(retrieved, measure(retrieved, found, considered.scores, chosen))
    top = found.features[chosen[0].row]
    typed = bool(top[AT["typed"]] >= MOSTLY)
    if retrieved.asked is None:
        if typed and is_all_that_is_asked(retrieved):
            return Evidence(max(sure, WORD_FOR_WORD), on_topic=True, typed=typed)
        passage, window = around(considered, chosen[0].row), float(top[AT["read_window"]])
        if tells_of_asked_day(retrieved.understood.question, passage.quote, passage.article.day):
            return Evidence(max(sure, WORD_FOR_WORD), on_topic=True)
        held = float(top[AT["cover_span"]])
        sure, against = judged(sure, question_of(considered, passage), passage, window, held)
        return Evidence(sure, on_topic=True, typed=typed, doubts=against)
    if asks_any_words(retrieved.understood) and top[AT["own_share"]] > 0:
        # "What did Rubio say?" asks for any words of theirs: it answers if these are their words.
        sure = max(sure, float(top[AT["own_confidence"]]))
    near = any(top[AT[name]] > 0 for name in ("cover_span", "cover_title"))
    on_topic = not retrieved.understood.topic or near or beside_own(retrieved, found, chosen[0].row) > 0
    fits = asks_for_somebody(retrieved) or _fits_anybody(retrieved, considered, chosen[0].row)
    if fits and typed and is_all_that_is_asked(retrieved):
        sure = max(sure, WORD_FOR_WORD)
    return Evidence(sure, on_topic, fits, typed)


def _fits_anybody(retrieved: Retrieved, considered: Considered, row: int) -> bool:
    """Return whether a span is no words of somebody who cannot be meant: the accused is not the accuser."""
    label = label_of(retrieved, considered.found, row)
    key = retrieved.passages[int(considered.found.passage[row])].version_key
    text = retrieved.versions[key].article.text
    return label is None or retrieved.asked is None or not retrieved.asked.rules_out(*label, text)
