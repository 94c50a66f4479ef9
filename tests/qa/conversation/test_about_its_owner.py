"""Questions for the words of somebody's relative or lawyer in which "him" and "her" mean whose relative it is."""

from __future__ import annotations

import pytest

from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, followed


@pytest.mark.parametrize(
    ("question", "topic", "standalone"),
    [
        (
            "What did Ivo Brandt's brother say about him?",
            BRANDT,
            "What did Ivo Brandt's brother say about Ivo Brandt?",
        ),
        ("What did Hales' lawyer say about him?", "Hales", "What did Hales' lawyer say about Hales?"),
        (
            "What did the wife of Tom Hale say about him?",
            "Tom Hale",
            "What did the wife of Tom Hale say about Tom Hale?",
        ),
    ],
    ids=["brother", "lawyer", "wife"],
)
def test_him_is_whose_relative_is_asked(question: str, topic: str, standalone: str) -> None:
    found = followed(question)

    assert found.understood.topic == topic
    assert found.understood.standalone == standalone


def test_him_is_whose_relative_is_asked_in_a_talk_on_somebody_else() -> None:
    found = followed("What did Ivo Brandt's brother say about him?", ON_LEVEE)

    assert found.understood.topic == BRANDT


@pytest.mark.parametrize(
    "question",
    [
        "What did Harwick's mayor say about him?",
        "What did Ivo Brandt's brother say about himself?",
        "What did Ivo Brandt's brother say about her?",
        "What did Ivo Brandt's brother say about it?",
    ],
    ids=["a town has a mayor", "himself", "a man is not her", "it"],
)
def test_him_is_nobody_where_the_owner_cannot_be_meant(question: str) -> None:
    found = followed(question)

    assert found.understood.topic not in (BRANDT, "Harwick")


def test_what_has_no_name_is_not_him() -> None:
    found = followed("What did the company's spokesman say about him?")

    assert found.understood.topic == "him"
