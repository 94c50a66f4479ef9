from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qa.answering.confidence import threshold
from qa.answering.outcome import Evidence, ending
from qa.datatypes import Nearest, Outcome, QuestionKind, Understanding
from qa.ranking.question import analyse
from qa.ranking.retrieved import Retrieved

SAID = Understanding(QuestionKind.SAID, "?", "?", speaker="Lea Born", topic="moss")
CONTENT = Understanding(QuestionKind.CONTENT, "?", "?")
RETRIEVED = Retrieved(
    understood=CONTENT,
    question=analyse("moss", np.asarray([1.0], np.float32), {}, 1),
    passages=(),
    versions={},
    attributions={},
    asked=None,
)
SURE, UNSURE = threshold(RETRIEVED), threshold(RETRIEVED) - 0.01


def evidence(confidence: float, **seen: bool) -> Evidence:
    nothing = Evidence(confidence, anything=True, own_words=False, others_on_it=False, name_missing=False)
    return replace(nothing, **seen)


def test_a_confidence_at_the_threshold_answers() -> None:
    assert ending(evidence(SURE), RETRIEVED, CONTENT) == (Outcome.ANSWERED, None)
    assert ending(evidence(UNSURE), RETRIEVED, CONTENT) == (Outcome.NOT_FOUND, None)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ({"own_words": True}, Nearest.SPEAKER_NOT_ON_THIS),
        ({"others_on_it": True}, Nearest.OTHERS_ON_THIS),
        ({"own_words": True, "others_on_it": True}, Nearest.SPEAKER_NOT_ON_THIS),
    ],
    ids=["own-words", "others", "both"],
)
def test_an_answer_below_the_threshold_says_what_came_nearest(
    seen: dict[str, bool], expected: Nearest
) -> None:
    assert ending(evidence(UNSURE, **seen), RETRIEVED, SAID) == (Outcome.NEAREST, expected)


def test_a_question_about_content_is_never_nearest() -> None:
    seen = evidence(UNSURE, own_words=True, others_on_it=True)

    assert ending(seen, RETRIEVED, CONTENT) == (Outcome.NOT_FOUND, None)


@pytest.mark.parametrize("understood", [SAID, CONTENT], ids=["said", "content"])
def test_a_name_that_occurs_nowhere_is_not_found_whatever_the_confidence(understood: Understanding) -> None:
    seen = evidence(1.0, own_words=True, others_on_it=True, name_missing=True)

    assert ending(seen, RETRIEVED, understood) == (Outcome.NOT_FOUND, None)


def test_nothing_retrieved_is_not_found() -> None:
    assert ending(evidence(1.0, anything=False, own_words=True), RETRIEVED, SAID) == (Outcome.NOT_FOUND, None)


def test_a_surname_of_two_people_is_asked_back_and_not_answered() -> None:
    two = replace(SAID, speaker="Valdes", ambiguous=("Anna Valdes", "Robert Valdes"))

    assert ending(evidence(1.0, own_words=True), RETRIEVED, two)[0] is Outcome.NEAREST


@pytest.mark.parametrize("missing", ["spoken_by_asked", "on_topic"])
def test_words_of_others_and_words_on_something_else_never_answer_for_a_speaker(missing: str) -> None:
    seen = evidence(1.0, own_words=True, **{missing: False})

    assert ending(seen, RETRIEVED, SAID) == (Outcome.NEAREST, Nearest.SPEAKER_NOT_ON_THIS)
    assert ending(seen, RETRIEVED, CONTENT) == (Outcome.ANSWERED, None)


def test_who_said_it_is_not_answered_by_somebody_who_cannot_be_meant() -> None:
    who = replace(SAID, kind=QuestionKind.WHO_SAID, speaker=None)

    assert ending(evidence(1.0), RETRIEVED, who) == (Outcome.ANSWERED, None)
    assert ending(evidence(1.0, spoken_by_asked=False), RETRIEVED, who) == (Outcome.NEAREST, None)
