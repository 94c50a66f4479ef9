"""Talks typed in small letters: whom a name means that only the quotes show as one."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Outcome, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

QUILL, BRANDT = "Ada Quill", "Ivo Brandt"
SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker(BRANDT, "person", ("Brandt",), 8),
        Speaker("Rosa Brandt", "person", ("Brandt",), 1),
        Speaker("Orsa", "person", (), 1),
    )
)

ORSA = ListedSpeakers((Speaker(QUILL, "person", ("Quill",), 9), Speaker("Tom Orsa", "person", ("Orsa",), 2)))


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def followed(question: str, shown: str, then: str, speakers: ListedSpeakers = SPEAKERS) -> Followed:
    def read(text: str) -> Understanding:
        return understand(text, today=date(2024, 6, 1), speakers=speakers, sources=())

    understood = follow(question, Conversation(), read, speakers).understood
    turn = Turn(question, shown, understood, outcome=Outcome.ANSWERED)
    return follow(then, Conversation((turn,)), read, speakers)


@pytest.mark.parametrize(
    ("question", "shown", "then", "standalone"),
    [
        ("what did quill call brandt", "Quill did.", "how did he react", "how did Ivo Brandt react to Ada Quill?"),
        ("what did quill say of brandt", "Quill spoke.", "did he reply", "did Ivo Brandt reply to Ada Quill?"),
        ("when was ned hale shot", "Here Ned Hale was shot.", "why was he shot", "why was Ned Hale shot"),
        ("who is orsa", "Later, Orsa left.", "what did she say", "what did Orsa say"),
        ("was the pump sold by orsa", "Yes, Orsa sold it.", "what did she say", "what did Orsa say"),
        ("how old is quill", "Ms Quill is 61.", "and brandt", "how old is Ivo Brandt"),
    ],
)  # fmt: skip
def test_a_name_in_small_letters_is_meant_by_a_pronoun(
    question: str, shown: str, then: str, standalone: str
) -> None:
    found = followed(question, shown, then)

    assert found.understood.standalone == standalone


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("who won in port orsa", "The Reds won in Port Orsa."),
        ("when did the bridge fall", "It was the Dene Bridge that fell in May."),
        ("when did bread rise", "The Bread rose. Then bread was dear."),
    ],
    ids=["place", "after the", "in small letters too"],
)
def test_a_place_or_a_thing_is_not_he(question: str, shown: str) -> None:
    found = followed(question, shown, "how many votes did he get")

    assert found.understood.standalone.startswith("how many votes did he get")


@pytest.mark.parametrize("shown", ["Here Hale was shot.", "On Monday Tom Hale fell. They shot Hale."])
def test_a_question_that_names_who_was_shown_gets_no_other_name(shown: str) -> None:
    found = followed("when was the mill in orsa shut", shown, "when did hale die")

    assert found.understood.standalone == "when did Hale die"


def test_a_country_of_two_words_has_two_capitals() -> None:
    found = followed(
        "where is the levee", "It was built by Saudi workers.", "what did quill say about saudi arabia"
    )

    assert found.understood.topic == "Saudi Arabia"


def test_part_of_a_longer_name_is_no_name() -> None:
    found = followed("where is the levee", "It is in Quill Street.", "which street was closed")

    assert "Street" not in found.understood.standalone


def test_words_on_somebody_are_not_what_they_deny() -> None:
    found = followed("what did quill say about brandt", "“A fool,” Ada Quill said.", "did he deny it")

    assert (found.understood.speaker, found.understood.topic) == (BRANDT, None)


def test_who_somebody_is_needs_no_words_of_before() -> None:
    found = followed("the levee at dene", "The levee at Dene broke.", "who is orsa")

    assert found.understood.standalone == "who is orsa"


def test_a_surname_is_not_the_woman_of_that_name_where_a_man_is_far_more_often_heard() -> None:
    first = follow("what did quill say about brandt", Conversation(), read, SPEAKERS).understood
    turns = (
        Turn("what did quill say about brandt", "“A fool.”", first, outcome=Outcome.ANSWERED),
        Turn(
            "when was brandt fired",
            "They fired Brandt.",
            read("when was brandt fired"),
            outcome=Outcome.ANSWERED,
        ),
    )

    found = follow("what else did she say", Conversation(turns), read, SPEAKERS)

    assert found.understood.speaker == QUILL


def test_a_topic_without_a_letter_is_talked_of_like_any() -> None:
    found = followed("what did quill say about 24/7", "Ada Quill spoke.", "and ivo brandt?").understood

    assert (found.speaker, found.topic) == (BRANDT, "24/7")


@pytest.mark.parametrize(
    ("question", "then", "standalone"),
    [
        ("how much was quill fined", "and orsa", "how much was Rosa Orsa fined"),
        ("what did quill say about bread", "what did orsa say", "What did Rosa Orsa say about bread?"),
    ],
)
def test_who_was_shown_is_meant_and_no_other_of_that_surname(
    question: str, then: str, standalone: str
) -> None:
    found = followed(question, "Quill met Rosa Orsa.", then, ORSA)

    assert found.understood.standalone == standalone


def test_a_body_is_no_namesake_of_another_that_was_shown() -> None:
    bodies = ListedSpeakers(
        (Speaker(QUILL, "person", ("Quill",), 9), Speaker("Orsa Harbour office", "group", (), 2))
    )
    shown = "Quill spoke of the Dene office and of Harbour office rules."
    found = followed("what did quill say about bread", shown, "and the harbour office?", bodies)

    assert found.understood.speaker == "Orsa Harbour office"


@pytest.mark.parametrize(
    ("then", "standalone"),
    [
        ("whats hales job", "what's Hale’s job"),
        ("what do the hales want", "what do the hales want"),
        ("what do hales say", "what do hales say"),
    ],
)
def test_a_shown_name_without_an_apostrophe_is_an_owner_before_a_thing(then: str, standalone: str) -> None:
    found = followed("when did the ferry sink", "The ferry sank in May, said Ned Hale.", then)

    assert found.understood.standalone.startswith(standalone)
