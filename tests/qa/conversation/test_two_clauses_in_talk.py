"""Turns with a second clause, and words that are no topic: "what do the police say happened?"."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

AND_BRANDT: Before = ("and Brandt?", "Words.", (BRANDT,))


@pytest.mark.parametrize(
    ("question", "speaker"),
    [("what did Brandt say happened?", BRANDT), ("and what does Brandt think went wrong?", BRANDT)],
)
def test_what_somebody_says_happened_is_on_what_was_talked_of(question: str, speaker: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (speaker, "the levee")


def test_a_go_at_somebody_is_nothing_to_go_on_about() -> None:
    before: Before = ("who had a go at Quill?", "Some had.", ())

    assert followed("any defenders?", ON_LEVEE, before).understood.topic == "the levee"


def test_somebodys_mother_is_her_of_the_question_after_her() -> None:
    understood = followed("and Brandt's mother, what happened to her?", ON_LEVEE).understood

    assert "what happened to Brandt's mother" in understood.standalone


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("go back to Brandt, does he paint?", f"does {BRANDT} paint?"),
        ("back to Quill, how old is she?", f"how old is {QUILL}?"),
    ],
)
def test_a_question_after_who_is_gone_back_to_is_of_them(question: str, asked: str) -> None:
    assert followed(question, ON_LEVEE, AND_BRANDT, ON_LEVEE).understood.standalone == asked


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Brandt has a shop, doesn't he?", "does Brandt have a shop?"),
        ("Brandt has left, hasn't he?", "has Brandt left?"),
    ],
)
def test_has_with_a_thing_asks_with_does(question: str, asked: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone == asked


def test_a_statement_that_denies_asks_whether_it_is_so() -> None:
    understood = followed("Brandt wasn't happy with that was he", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize("question", ["so who's this Brandt guy?", "who is that Brandt person?"])
def test_this_guy_of_a_name_is_whoever_has_it(question: str) -> None:
    assert BRANDT in followed(question, ON_LEVEE).understood.standalone


def test_a_second_question_after_a_comma_is_offered() -> None:
    understood = followed("what do other doctors think, are they hopeful?", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == ("doctors", "the levee")
    assert understood.also is not None
    assert understood.also.startswith("Are they hopeful")


@pytest.mark.parametrize("question", ["quote him on it", "ok quote her", "can you quote them on that?"])
def test_who_is_quoted_on_it_is_asked_for_the_words_alone(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.kind, found.speaker, found.topic, found.of_all) == (
        QuestionKind.SAID, QUILL, "the levee", "quoted",
    )  # fmt: skip


@pytest.mark.parametrize("question", ["ok which town is this?", "what country are we in?"])
def test_which_town_this_is_is_asked_of_what_was_shown(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert found.near
    assert found.otherwise is not None
    assert found.otherwise.doubtful


def test_somebody_meant_instead_may_stand_before_a_question() -> None:
    understood = followed("no, I meant Brandt, does he agree?", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


def test_wheres_is_where_is() -> None:
    assert (
        followed("wheres the flood happening", ON_LEVEE).understood.standalone
        == "where's the flood happening"
    )
