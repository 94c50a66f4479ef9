"""Which thing "it" is, who "she" is not, and what a question was about without its polite words."""

from __future__ import annotations

import pytest

from qa.conversation.asking_back import choices_for
from tests.qa.conversation.talks_of_dene import QUILL, SPEAKERS, Before, followed

COUNCIL: Before = (
    "what did the Harwick Council say about clerks searching the mill for a ledger?",
    "Words.",
    ("Harwick Council",),
)


def asked(question: str, *before: Before) -> str:
    return followed(question, *before).understood.standalone


def test_a_thing_of_which_it_is_asked_which_one_it_was_is_meant_from_then_on() -> None:
    ledger: Before = ("which ledger was it", "It was the ledger of 1880.", ())

    assert asked("who wrote it?", COUNCIL, ledger).startswith("who wrote the ledger")
    assert asked("was it ever found?", COUNCIL, ledger).startswith("was the ledger ever found")
    assert "the year" not in asked("who wrote it?", COUNCIL, ("which year was it?", "It was 2019.", ()))


def test_it_is_what_was_talked_of_though_it_was_asked_who_somebody_is() -> None:
    ferry: Before = ("what has Ivo Brandt said about the Dene ferry?", "Words.", ("Ivo Brandt",))
    pilot: Before = ("who is the pilot", "Tom Holt is the pilot.", ())
    owner: Before = ("who is the director of the Harwick mill?", "Una Holt is.", ())

    assert asked("who built it?", ferry, pilot) == "who built the Dene ferry?"
    assert asked("when was it built?", ferry, owner) == "when was the Harwick mill built?"


def test_who_else_is_besides_who_was_asked_and_no_topic() -> None:
    trial: Before = ("what did Ada Quill say about leaving Dene?", "Words.", (QUILL,))

    mother: Before = ("what did her mother say?", "Words.", ("Rosa Hale",))
    caught: Before = ("when was Ivo Brandt caught?", "Brandt was caught in May.", ())

    assert asked("who else was freed?", trial) == "who else was freed besides Ada Quill?"
    assert asked("who else was freed?", trial, mother, caught) == "who else was freed besides Ivo Brandt?"


def test_she_is_who_is_known_to_be_a_woman_and_no_firm_of_one_word() -> None:
    words: Before = ("what did Ada Quill say about the boots?", "Words.", (QUILL,))
    firm: Before = ("what did Holt say about the boots?", "Words.", ("Holt",))

    assert followed("what else did she say about Orsa?", words, firm).understood.speaker == QUILL


@pytest.mark.parametrize(
    ("before", "topic"),
    [
        ("hi, can you tell me about the ferries in Harwick please?", "the ferries in Harwick"),
        ("where was Ada Quill caught?", "Ada Quill"),
        ("how much will Vantor office staff get?", "Vantor office staff"),
    ],
)
def test_the_talk_goes_on_about_what_a_question_names(before: str, topic: str) -> None:
    found = followed("what did the Harwick Council say about it?", (before, "It was told.", ()))

    assert found.understood.topic == topic


def test_who_reacts_as_well_may_be_any_group() -> None:
    ship: Before = ("how did the Harwick Council react to the ship?", "Words.", ("Harwick Council",))

    assert asked("and civic groups?", ship) == "Did civic groups react to the ship?"
    said: Before = ("what did the Harwick Council say about the ship?", "Words.", ("Harwick Council",))
    assert asked("and schools?", said) == "What did Harwick Council say about schools?"


def test_no_man_is_offered_for_she() -> None:
    unclear = followed("what does she think about bread?").understood

    offered = " ".join(choices_for(unclear, SPEAKERS))
    assert "Ada Quill" in offered
    assert "Ivo Brandt" not in offered
    assert "Tom Hale" not in offered
