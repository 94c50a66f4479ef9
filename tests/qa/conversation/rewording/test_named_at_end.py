"""Who is named after a question is put into the place of its pronoun: "does he agree, Brandt i mean?"."""

from __future__ import annotations

import time

import pytest

from qa.conversation.rewording.named_at_end import named_at_end
from qa.speakers.known import ListedSpeakers
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, followed


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what did he say about tolls, brandt i mean", BRANDT),
        ("what did he say about tolls brandt i meant", BRANDT),
        ("what did she say about tolls (rosa hale)", "Rosa Hale"),
    ],
)
def test_who_is_named_at_end_a_question_is_asked(question: str, speaker: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (speaker, "tolls")


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("how old is he (brandt)", "how old is brandt"),
        ("whats he the head of then brandt i mean", "what's brandt the head of"),
    ],
    ids=["in brackets", "after then"],
)
def test_a_question_of_fact_is_asked_of_who_is_named_at_end_it(question: str, asked: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone.casefold() == asked.casefold()


def test_a_given_name_of_nobody_is_no_end_of_a_question() -> None:
    assert "ada brandt" in followed("how old is he ada brandt i mean", ON_LEVEE).understood.standalone


def test_what_stands_in_brackets_and_is_nobody_stays_there() -> None:
    found = followed("what did she say about the levee (2019)", ("what did quill say", "Words.", (QUILL,)))

    assert found.understood.speaker == QUILL


def test_nobody_is_looked_for_after_what_is_no_question_for_long() -> None:
    started = time.process_time()

    for question in ("," * 10_000, " " * 9_999 + "x", "i mean" + "," * 9_000):
        assert named_at_end(question, ListedSpeakers()) == question

    assert time.process_time() - started < 0.5
