"""Which of two senses of a question is answered."""

from __future__ import annotations

import pytest

from qa.answering.comparison import named
from qa.answering.senses import better_of
from qa.answers import Answer, CorpusSummary, Outcome, Understanding
from qa.conversation.followed import Followed

ON_LEVEE = named("Una Strand", "the levee")
ANYTHING = named("Una Strand", None)
OF_ANOTHER = named("Ivo Brandt", "the levee")


def ended(understood: Understanding, outcome: Outcome) -> Answer:
    return Answer(understood.question, outcome, 0.5, understood, (), CorpusSummary(1, 1, None, None, 1))


@pytest.mark.parametrize(
    ("first", "then", "wider", "expected"),
    [
        pytest.param(Outcome.UNSURE, ANYTHING, True, ON_LEVEE, id="may be on the topic, or sure on anything"),
        pytest.param(Outcome.UNSURE, ANYTHING, False, ANYTHING, id="no wider sense of the same speaker"),
        pytest.param(Outcome.UNSURE, OF_ANOTHER, False, ON_LEVEE, id="somebody else"),
        pytest.param(Outcome.NEAREST, ANYTHING, True, ANYTHING, id="nothing on the topic"),
        pytest.param(Outcome.NOT_FOUND, ANYTHING, True, ANYTHING, id="nothing found on the topic"),
    ],
)
def test_words_on_anything_do_not_hide_what_may_be_on_the_topic(
    first: Outcome, then: Understanding, wider: bool, expected: Understanding
) -> None:
    answer, other = ended(ON_LEVEE, first), ended(then, Outcome.ANSWERED)

    assert better_of(answer, other, Followed(then, wider=wider)).understood == expected


def test_what_may_be_anothers_words_does_not_hide_that_who_is_asked_has_none() -> None:
    answer, other = ended(ON_LEVEE, Outcome.NEAREST), ended(OF_ANOTHER, Outcome.UNSURE)

    assert better_of(answer, other, Followed(OF_ANOTHER, doubtful=True)).understood == ON_LEVEE
    assert better_of(answer, other, Followed(OF_ANOTHER)).understood == OF_ANOTHER
