"""Turns after one that went wrong or came up empty: "no, the mayor, about tolls", "anything at all?", "that's it?"."""

from __future__ import annotations

import pytest

from qa.answers import Outcome, QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

IN_DENE: Before = ("how many died in Dene", "Ten died.", ())
OF_TOM_HALE: Before = ("what did tom hale say about the levee", "Words.", ("Tom Hale",))
OF_A_WIDOW: Before = ("what did the widow say about the fire", "Words.", ())


@pytest.mark.parametrize("question", ["no in norland", "nah in norland", "no, in norland"])
def test_a_place_after_no_needs_no_mark(question: str) -> None:
    assert followed(question, IN_DENE).understood.standalone.rstrip("?") == "how many died in norland"


@pytest.mark.parametrize("question", ["no about the dog", "nah about the dog"])
def test_a_topic_after_no_needs_no_mark(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "the dog")


def test_not_at_all_corrects_nothing() -> None:
    assert "all" in followed("no at all", ON_LEVEE).understood.standalone


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("no, the mayor, about the dog", "mayor", "the dog"),
        ("I meant the mayor on tolls", "mayor", "tolls"),
        ("nah brandt about tolls", BRANDT, "tolls"),
        ("no, the report on tolls", QUILL, "the report on tolls"),
    ],
)
def test_a_correction_may_name_both_who_speaks_and_on_what(question: str, speaker: str, topic: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, speaker, topic)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [("wrong hale, the mayor", "mayor"), ("that's the wrong Hale, Rosa", "Rosa Hale")],
)
def test_what_is_wrong_may_be_named_before_what_is_meant(question: str, speaker: str) -> None:
    found = followed(question, OF_TOM_HALE).understood

    assert (found.speaker, found.topic) == (speaker, "the levee")


@pytest.mark.parametrize("question", ["that's it?", "thats it?", "is that everything", "hm is that it"])
def test_whether_that_is_all_asks_for_more(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic, found.more) == (QUILL, "the levee", True)


@pytest.mark.parametrize("question", ["any quotes?", "got any quotes", "are there any quotes"])
def test_any_quotes_asks_the_question_again(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


@pytest.mark.parametrize("question", ["anything at all?", "is there anything at all", "anything?"])
def test_anything_at_all_asks_for_any_words_of_who_was_asked(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=Outcome.NEAREST).understood

    assert (found.speaker, found.topic) == (QUILL, None)


def test_anything_at_all_asks_for_all_on_the_topic_after_somebody_who_has_no_words() -> None:
    found = followed("anything at all?", OF_A_WIDOW, outcome=Outcome.NOT_FOUND).understood

    assert (found.speaker, found.topic) == (None, "the fire")


@pytest.mark.parametrize("question", ["anything about her husband?", "and about her husband?"])
def test_about_somebodys_husband_asks_nothing_of_him(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert found.speaker != "her husband"
    assert "Quill's husband" in found.standalone


@pytest.mark.parametrize(("typed", "speaker"), [("n the mayor", "mayor"), ("k what about brandt", BRANDT)])
def test_a_turn_may_begin_with_a_word_of_one_letter(typed: str, speaker: str) -> None:
    found = followed(typed, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (speaker, "the levee")


@pytest.mark.parametrize("question", ["u sure?", "r u sure"])
def test_you_of_one_letter_may_doubt_what_was_shown(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


def test_he_may_be_called_after_a_place() -> None:
    of_jordan: Before = ("What did Jordan Hollis say about the levee?", "Words.", ())

    found = followed("what did he say about tolls?", of_jordan).understood

    assert (found.speaker, found.topic) == ("Jordan Hollis", "tolls")
