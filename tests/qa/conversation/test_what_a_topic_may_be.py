"""What ends a question and names nothing is no topic of the next one, and no person is what one is not."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from qa.conversation.rewording.idle_endings import without_idle_ending
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

AND_BRANDT: Before = ("and Brandt?", "Words.", (BRANDT,))
STUCK: Before = ("how long were the trucks stuck?", "They were stuck for five days.", ())


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("who built the levee in the first place?", "who built the levee?"),
        ("did she attack Brandt for the very same thing", "did she attack Brandt"),
        ("who were the owners anyway", "who were the owners"),
        ("sorry Hale, with an e", "sorry Hale"),
        ("no, Mott with two ts", "no, Mott"),
        ("in the first place", "in the first place"),
        ("did the mayor sail home with a J?", "did the mayor sail home with a J?"),
        ("who came in first place?", "who came in first place?"),
        ("did Brandt leave for the same reason?", "did Brandt leave for the same reason?"),
        ("did she say it was for real?", "did she say it was for real?"),
        ("what about at the end of the day?", "what about at the end of the day?"),
    ],
)
def test_what_asks_for_nothing_at_the_end_is_left_out(question: str, kept: str) -> None:
    assert without_idle_ending(question) == kept


def test_it_is_no_first_place() -> None:
    before: Before = ("who brought the bill in the first place?", "Ivo Brandt brought it.", ())

    assert "will the bill last" in followed("so will it last?", ON_LEVEE, before).understood.standalone


def test_it_is_what_was_stuck_and_not_that_it_was() -> None:
    barge: Before = ("how long was the barge stuck?", "It was stuck for five days.", ())

    assert followed("does it cost much?", ON_LEVEE, barge).understood.topic == "the barge"
    assert "trucks happened" not in followed("has it happened before?", ON_LEVEE, STUCK).understood.standalone


@pytest.mark.parametrize("where", ["anywhere", "somewhere else", "at some point", "in passing"])
def test_where_somebody_speaks_of_it_is_no_part_of_a_topic(where: str) -> None:
    assert followed(f"does she mention tolls {where}?", ON_LEVEE).understood.topic == "tolls"


@pytest.mark.parametrize("question", ["sorry brandt", "no sorry Brandt", "oops Brandt"])
def test_somebody_after_sorry_is_meant_instead(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    "question", ["which of them brought up tolls?", "who of the two said something about tolls?"]
)
def test_which_of_two_spoke_of_something_asks_both(question: str) -> None:
    standalone = followed(question, ON_LEVEE, AND_BRANDT).understood.standalone

    assert standalone == f"what did {QUILL} and {BRANDT} say about tolls"


def test_what_an_article_calls_a_things_name_is_no_woman() -> None:
    farm: Before = (
        "what did brandt say about harwick vale", "He lost his Harwick Vale farm, he said.", (BRANDT,)
    )  # fmt: skip

    found = followed("what's she accused of?", farm)

    assert not found.understood.standalone.startswith("what's Harwick Vale")
    assert found.near


def test_other_things_are_besides_nobody() -> None:
    standalone = followed("any other towns getting this too?", ON_LEVEE).understood.standalone

    assert "besides" not in standalone


@pytest.mark.parametrize(
    "question",
    [
        "what's Brandt's side of the story?",
        "does Brandt have a comment?",
        "did Brandt have any response to that?",
    ],
)
def test_somebodys_side_of_it_asks_for_their_words_on_it(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.kind, understood.speaker, understood.topic) == (QuestionKind.SAID, BRANDT, "the levee")


@pytest.mark.parametrize("reaction", ["harsh", "ouch", "brutal", "jeez"])
def test_a_word_of_judgement_before_a_question_says_nothing_of_it(reaction: str) -> None:
    understood = followed(f"{reaction}. what did brandt say back?", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")
