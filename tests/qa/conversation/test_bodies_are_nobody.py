"""Whom "he", "she" and "his name" mean after a body's words: nobody whose name is a body's or a place's."""

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
from tests.qa.conversation.talks_of_dene import BRANDT, QUILL, SPEAKERS, Before

LISTED = ListedSpeakers(
    (
        *SPEAKERS.all,
        Speaker("USA Rowing", "person", (), 3),
        Speaker("Jordan Holt", "person", ("Holt",), 3),
        Speaker("Orsa campaign", "group", (), 4),
        Speaker("Harwick Mills", "group", (), 4),
    )
)


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=LISTED, sources=())


def asked(question: str, *before: Before) -> str:
    """Return how a question reads after others."""
    conversation = Conversation()
    for words, shown, speakers in before:
        understood = follow(words, conversation, read, LISTED).understood
        turn = Turn(words, shown, understood, ("quote",), Outcome.ANSWERED, speakers)
        conversation = Conversation((*conversation.turns, turn))
    return follow(question, conversation, read, LISTED).understood.standalone


STRIPPED: Before = ("Why was Jordan Holt stripped of her medal?", "Jordan Holt was late.", ())
BODY: Before = ("what about USA Rowing?", "Words.", ("USA Rowing",))


@pytest.mark.parametrize("question", ["how old is {}?", "when did {} appeal?"])
def test_she_is_no_body_which_the_archive_takes_for_a_person(question: str) -> None:
    assert asked(question.format("she"), STRIPPED, BODY).startswith(question.format("Jordan Holt")[:-1])


def test_she_reacts_as_who_was_talked_of_and_as_no_body() -> None:
    assert asked("how did she react", STRIPPED, BODY).startswith("how did Jordan Holt react")


def test_who_he_is_asks_for_no_place_of_which_a_thing_is_called() -> None:
    on_fire: Before = ("did quill comment on the Harwick fire?", "Words.", (QUILL,))
    theirs: Before = ("what did the orsa campaign say", "Words.", ("Orsa campaign",))

    assert asked("who is he?", on_fire, theirs).startswith("who is he ")


def test_he_is_somebody_of_whom_a_body_spoke() -> None:
    paid: Before = ("how much was the mill manager paid?", "Nine crowns.", ())
    theirs: Before = ("what did harwick mills say about the mill manager?", "Words.", ("Harwick Mills",))

    assert asked("when was he sacked?", paid, theirs) == "when was the mill manager sacked?"


@pytest.mark.parametrize(
    ("before", "question", "reads"),
    [
        ("what did the editor say?", "whats his name", "what's the editor's name"),
        ("what did vantor's editor say?", "what's his name?", "what's vantor's editor's name?"),
        ("what did his wife say?", "what's her name?", f"what's {BRANDT}'s wife's name?"),
    ],
)
def test_a_name_is_asked_of_whom_no_question_named(before: str, question: str, reads: str) -> None:
    paid: Before = ("how much did ivo brandt get?", "Ivo Brandt got two crowns.", ())

    assert asked(question, paid, (before, "Words.", ())) == reads


def test_he_is_whose_agent_was_asked_for_where_any_agent_was_looked_for() -> None:
    question, held = "what did his spokesman say?", "why was ivo brandt held?"
    first = Conversation((Turn(held, "Ivo Brandt was held.", read(held), ("quote",), Outcome.ANSWERED),))
    understood = follow(question, first, read, LISTED).understood
    anybody = replace(understood, speaker="spokesman", speaker_is_role=True)
    turns = (*first.turns, Turn(question, "Words.", anybody, ("other",), Outcome.UNSURE))

    found = follow("was he charged?", Conversation(turns), read, LISTED).understood

    assert found.standalone == f"was {BRANDT} charged?"
