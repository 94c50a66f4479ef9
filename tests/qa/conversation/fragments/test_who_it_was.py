"""Turns that say who or what it was: "it was Brandt, not Quill", "it wasn't the levee, it was the tolls"."""

from __future__ import annotations

import pytest

from qa.conversation.fragments.who_it_was import who_it_was
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, followed


@pytest.mark.parametrize(
    "question",
    [
        "it was Brandt, not Quill",
        "it was brandt not quill",
        "no, I think that was Brandt, not her",
        "it must have been Brandt, not Quill.",
        "it wasn't Quill, it was Brandt",
        "it's not quill but brandt",
        "sorry, that was not Quill that was Brandt",
    ],
)
def test_who_it_was_is_asked_on_the_same(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    "question",
    [
        "it was tolls, not the levee",
        "i think it was about tolls, not the levee",
        "it wasn't the levee, it was tolls",
    ],
)
def test_what_it_was_about_is_asked_of_the_same_speaker(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "tolls")


@pytest.mark.parametrize("question", ["it was raining, not snowing", "it was a joke, not a plan"])
def test_what_was_not_asked_is_not_put_right(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.speaker is None


def test_whose_words_were_shown_is_a_complaint() -> None:
    shown = ("what did quill say about the levee", "Words.", (BRANDT,))

    found = followed("it was Brandt, not Quill", shown)

    assert found.understood.speaker == QUILL
    assert found.more  # words that were not shown yet


@pytest.mark.parametrize("question", ["that's tolls, not the levee", "that's Brandt, not Quill"])
def test_what_is_shown_now_is_a_complaint(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic, found.more) == (QUILL, "the levee", True)


@pytest.mark.parametrize(
    "question", ["it is not easy", "it was not Quill", "is it Brandt, not Quill, who said it?"]
)
def test_without_both_nobody_is_put_in_anybodys_place(question: str) -> None:
    assert who_it_was(question) is None
