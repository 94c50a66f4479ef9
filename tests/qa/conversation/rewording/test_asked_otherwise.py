"""Turns that ask for words by another form are read as the plain question."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed


@pytest.mark.parametrize(
    "question",
    [
        "any criticism?",
        "anything negative from anyone?",
        "so was there any pushback at all?",
        "any complaints about it?",
        "any critics of it here?",
    ],
)
def test_a_noun_for_what_critics_do_asks_who_criticised_it(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.kind, understood.cue, understood.topic) == (
        QuestionKind.WHO_SAID, "criticize", "the levee",
    )  # fmt: skip


def test_a_noun_for_what_supporters_do_asks_who_supports_it() -> None:
    assert followed("any support for it?", ON_LEVEE).understood.cue == "support"
    assert followed("anything positive from anyone?", ON_LEVEE).understood.cue == "support"


def test_somebodys_support_is_a_topic() -> None:
    assert followed("any support from Brandt?", ON_LEVEE).understood.cue != "support"


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("didn't she also say something about tolls?", QUILL),
        ("hasn't she talked about tolls too?", QUILL),
        ("wait, didn't Brandt mention tolls once?", BRANDT),
        ("did she not say anything on tolls?", QUILL),
    ],
)
def test_what_somebody_surely_said_asks_for_their_words(question: str, speaker: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.kind, understood.speaker, understood.topic) == (QuestionKind.SAID, speaker, "tolls")


def test_whoever_took_part_in_something_is_asked_what_they_said_of_it() -> None:
    understood = followed(
        "wait wasn't Brandt also in the mill study? what did he say there", ON_LEVEE
    ).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the mill study")


@pytest.mark.parametrize(
    "question", ["I mean the guy who wrote the flood report", "the one who wrote the flood report"]
)
def test_somebody_by_what_they_did_asks_who_did_it(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone == "who wrote the flood report?"


@pytest.mark.parametrize(
    ("question", "besides"),
    [
        ("anyone else on tolls?", True),
        ("anyone on tolls?", False),
        ("was there somebody else about tolls?", True),
    ],
)
def test_anyone_on_something_asks_who_spoke_of_it(question: str, besides: bool) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.kind, found.understood.topic) == (QuestionKind.WHO_SAID, "tolls")
    assert ("else" in found.understood.standalone.split()) == besides


@pytest.mark.parametrize(
    "question", ["and her colleague Brandt?", "and her rival Brandt?", "and her deputy Ivo Brandt?"]
)
def test_what_somebody_is_to_another_stands_before_their_name(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


def test_any_of_this_is_what_was_talked_of() -> None:
    assert "any of" not in followed("has Brandt answered any of this?", ON_LEVEE).understood.standalone


@pytest.mark.parametrize("question", ["so who's against?", "who is opposed?"])
def test_who_is_against_it_need_not_say_it(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.cue, understood.topic) == ("oppose", "the levee")


@pytest.mark.parametrize(
    "question",
    ["who else spoke at that event?", "who else spoke there?", "who else took part in the debate?"],
)
def test_others_who_spoke_there_spoke_of_the_same(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone == "Who else said something about the levee?"


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("the old mill there, is it popular?", "is the old mill popular?"),
        ("the tolls, are they high?", "are the tolls high?"),
    ],
)
def test_a_thing_stands_before_the_question_of_it(question: str, read: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone == read


def test_for_it_and_against_it_ask_for_the_other_side() -> None:
    argued: Before = ("what is the argument against it?", "Words.", (QUILL,))

    assert followed("and for it?", ON_LEVEE, argued).understood.cue == "support"
    assert followed("and against?", ON_LEVEE).understood.cue == "oppose"
    assert followed("and for it?", ON_LEVEE).understood.cue == "support"


@pytest.mark.parametrize(
    "question", ["other way round, Brandt about Quill", "the other way around", "no, other way round"]
)
def test_the_other_way_round_asks_who_was_spoken_of(question: str) -> None:
    on_brandt: Before = ("what did quill say about Brandt", "Words.", (QUILL,))

    assert followed(question, on_brandt).understood.speaker == BRANDT


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("her mother, who's that?", "who is Quill's mother?"),
        ("her lawyer, what's the name", "what is Quill's lawyer's name?"),
    ],
)
def test_whose_somebody_is_stands_before_who_that_is(question: str, read: str) -> None:
    asked: Before = ("what did Quill say about the levee", "Words.", (QUILL,))

    assert followed(question, asked).understood.standalone == read


@pytest.mark.parametrize("question", ["did Brandt say that or Quill?", "was that Brandt or Quill?"])
def test_this_one_or_that_one_asks_who_said_it(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.kind is QuestionKind.WHO_SAID


def test_two_of_whom_only_one_speaks_are_no_choice() -> None:
    assert followed("did Brandt say that or not?", ON_LEVEE).understood.kind is not QuestionKind.WHO_SAID


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("did anybody say something nice about her?", "praise"),
        ("does anyone have anything bad to say about it?", "criticize"),
    ],
)
def test_something_nice_about_somebody_asks_who_praised_them(question: str, cue: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.kind, understood.cue) == (QuestionKind.WHO_SAID, cue)


def test_who_else_has_something_on_it_asks_who_else_spoke() -> None:
    found = followed("who else has something on tolls?", ON_LEVEE)
    said = followed("who else said something about tolls?", ON_LEVEE)

    assert found.understood.standalone.startswith("who else")
    assert (found.understood.kind, found.understood.topic) == (said.understood.kind, said.understood.topic)
    assert (found.exclude, found.silent) == (said.exclude, said.silent)
