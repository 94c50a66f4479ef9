"""Turns that put another name, thing or year into the last question: "and Brandt too?", "and Hale's?"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qa.answers import Outcome, Understanding
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, SPEAKERS, Before, followed, read

ON_EMAILS: Before = ("what did quill say about her emails", "Words.", (QUILL,))


@pytest.mark.parametrize(
    "question", ["brandt too?", "and Brandt as well?", "and brandt also?", "Brandt, too?"]
)
def test_a_name_and_too_asks_for_their_words_on_the_same(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("and hale's?", "hale's emails"),
        ("what about Hale’s?", "Hale’s emails"),
        ("and the council's?", "the council's emails"),
    ],
)
def test_a_possessive_after_words_on_something_of_hers_is_the_same_of_another(
    question: str, topic: str
) -> None:
    found = followed(question, ON_EMAILS)

    assert (found.understood.speaker, found.understood.topic) == (QUILL, topic)
    assert found.otherwise is not None
    assert found.otherwise.doubtful


def test_a_possessive_after_words_on_nobodys_thing_is_somebody() -> None:
    found = followed("and brandt’s?", ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize("question", ["no, I meant Brandt", "sorry, I mean Brandt"])
def test_a_name_that_corrects_the_thing_named_last_is_asked_on_what_was_talked_of(question: str) -> None:
    bridge: Before = ("and the bridge?", "Words.", (QUILL,))

    found = followed(question, ON_LEVEE, bridge).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


def test_a_name_that_corrects_another_is_asked_the_same() -> None:
    found = followed("no, I meant Quill", ON_LEVEE, ("and brandt?", "Words.", (BRANDT,))).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


def test_the_other_judge_is_nobody_of_whom_the_judge_spoke() -> None:
    judge: Before = ("what did the judge say about the levee?", "“No,” the judge said.", ())

    found = followed("and the other judge?", judge, outcome=Outcome.NEAREST)

    senses = [found, found.otherwise] if found.otherwise else [found]
    assert all("about the other judge" not in each.understood.standalone for each in senses)


@pytest.mark.parametrize(
    ("question", "year"),
    [("and the year before?", 2017), ("a year later?", 2019), ("and two years earlier?", 2016)],
)
def test_another_year_is_that_of_her_words_and_no_topic(question: str, year: int) -> None:
    in_2018: Before = ("what did quill say about the levee in 2018?", "Words.", (QUILL,))

    found = followed(question, in_2018).understood

    assert (found.topic, found.since, found.until) == ("the levee", date(year, 1, 1), date(year, 12, 31))


def test_the_year_before_is_told_from_the_words_that_were_shown() -> None:
    asked = "what did quill say about the levee"
    turn = Turn(asked, "Words.", read(asked), ("quote",), speakers=(QUILL,))
    turn = replace(turn, first_day=date(2015, 3, 1), last_day=date(2016, 3, 1))

    found = follow("and the year before?", Conversation((turn,)), read, SPEAKERS).understood

    assert (found.topic, found.since) == ("the levee", date(2014, 1, 1))


@pytest.mark.parametrize("typed", ["orsa strand", "una orsa strand"])
def test_the_end_of_a_long_name_is_a_name_and_no_topic(typed: str) -> None:
    speakers = ListedSpeakers(
        (Speaker("Una Orsa Strand", "person", (), 3), Speaker("Leo Strand", "person", (), 3))
    )

    asked = understand(typed, today=date(2024, 6, 1), speakers=speakers, sources=())

    assert not (asked.speaker and asked.topic)


def test_others_are_asked_for_on_a_claim_and_then_on_what_it_is_about() -> None:
    claim: Before = ("did quill say the levee is unsafe?", "Words.", (QUILL,))

    found = followed("did anyone else comment?", claim)

    assert found.understood.topic == "the levee is unsafe"
    assert found.otherwise is not None
    assert found.otherwise.understood.topic == "the levee"


def test_who_was_meant_by_he_is_asked_what_he_was_asked() -> None:
    race: Before = ("who will Brandt face?", "Words.", ())

    found = followed("no, I meant Strand", race, ("what does he teach?", "Words.", ())).understood

    assert found.standalone == "what does Strand teach?"


def _after(asked: str, shown: str, question: str, *speakers: Speaker) -> Understanding:
    listed = ListedSpeakers(speakers)

    def reads(text: str) -> Understanding:
        return understand(text, today=date(2024, 6, 1), speakers=listed, sources=())

    turn = Turn(asked, shown, reads(asked), ("quote",), Outcome.ANSWERED)
    return follow(question, Conversation((turn,)), reads, listed).understood


def test_a_title_that_was_shown_tells_nobody_from_namesakes() -> None:
    found = _after(
        "why did Hale resign?",
        "President Mott thanked Hale.",
        "what did mott say about it?",
        Speaker("Ivo Mott", "person", ("Mott",), 9),
        Speaker("Rosa Mott", "person", ("Mott",), 8),
        Speaker("President Mott", "person", ("Mott",), 1),
    )

    assert found.speaker != "President Mott"


def test_a_name_takes_the_place_of_the_whole_name_before_it() -> None:
    found = _after(
        "how much did professor Una Strand pay?",
        "Words.",
        "and Brandt?",
        Speaker("professor Una Strand", "person", ("Una Strand",), 9),
        Speaker(BRANDT, "person", ("Brandt",), 8),
    )

    assert found.standalone == "how much did Ivo Brandt pay?"


PICTURE: Before = ("who published the picture?", "Words.", ())


@pytest.mark.parametrize("question", ["does brandt agree with quill?", "compare quill and brandt"])
def test_two_are_set_side_by_side_on_what_one_of_them_was_asked(question: str) -> None:
    assert followed(question, ON_LEVEE, PICTURE).understood.topic == "the levee"


def test_what_he_called_it_is_asked_of_the_thing_alone() -> None:
    regret: Before = ("does Rosa Hale regret the photo?", "Words.", ())

    assert (
        followed("what did brandt call it?", regret).understood.standalone
        == "What did Ivo Brandt call the photo?"
    )


def test_a_deed_without_an_object_is_asked_whether_it_was_done() -> None:
    found = followed("and brandt?", ("did quill apologise?", "Words.", (QUILL,))).understood

    assert found.standalone == "Did Ivo Brandt apologize?"


def test_his_son_is_whom_the_words_shown_call_so() -> None:
    talk = "Hale said that the levee had a critic: his son, Tom Hale."
    found = _after(
        "what did Ivo Hale say about the levee?",
        talk,
        "and his son?",
        Speaker("Ivo Hale", "person", (), 9),
        Speaker("Tom Hale", "person", (), 3),
    )

    assert (found.speaker, found.topic) == ("Tom Hale", "the levee")


def test_the_son_of_a_name_in_small_letters_is_a_relative() -> None:
    son: Before = ("how did brandt's son win?", "He swam.", ())

    assert "brandt's son" in followed("how old is he?", son).understood.standalone


def test_somebody_known_by_letters_is_asked_and_is_no_topic() -> None:
    found = _after(
        "what did quill say about the levee?",
        "Words.",
        "and aoc?",
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker("Anna Orsa-Carlow", "person", (), 3),
    )

    assert (found.speaker, found.topic) == ("Anna Orsa-Carlow", "the levee")
