"""A name that the articles use as somebody's whom they do not quote is asked for words, as another was before."""

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
from tests.qa.conversation.talks_of_dene import QUILL, SPEAKERS


def read(text: str) -> Understanding:
    named = {"strand", "una strand"}
    return understand(
        text,
        today=date(2024, 6, 1),
        speakers=SPEAKERS,
        sources=(),
        mentions=lambda name: name.casefold() in named,
    )


def after_words_on_the_levee(question: str) -> Followed:
    asked = "what did quill say about the levee"
    turn = Turn(asked, "Words.", read(asked), ("quote",), Outcome.ANSWERED, (QUILL,))
    return follow(question, Conversation((turn,)), read, SPEAKERS)


@pytest.mark.parametrize("question", ["and strand?", "and Strand?", "what about strand"])
def test_somebody_who_is_named_is_asked_on_the_same(question: str) -> None:
    found = after_words_on_the_levee(question)

    assert (found.understood.speaker or "").casefold() == "strand"
    assert (found.understood.speaker_known, found.understood.topic) == (False, "the levee")


def test_or_else_they_are_what_the_speaker_is_asked_about() -> None:
    other = after_words_on_the_levee("and strand?").otherwise

    assert other is not None
    assert (other.understood.speaker, other.understood.topic, other.doubtful) == (QUILL, "strand", True)


@pytest.mark.parametrize("question", ["and the mill?", "and trams?", "what about harwick"])
def test_what_is_nobodys_name_is_a_topic(question: str) -> None:
    assert after_words_on_the_levee(question).understood.speaker == QUILL


def test_who_is_named_after_a_role_is_no_role() -> None:
    asked = "what did the mayor say about the levee"
    turn = Turn(asked, "Words.", read(asked), ("quote",), Outcome.ANSWERED, (QUILL,))
    found = follow("and strand?", Conversation((turn,)), read, SPEAKERS).understood

    assert (found.speaker, found.speaker_is_role) == ("strand", False)
    assert found.standalone == "What did strand say about the levee?"


NORLAND = ListedSpeakers((*SPEAKERS.all, Speaker("Norland", "group", (), 2)))


@pytest.mark.parametrize(
    ("before", "speaker"), [("who reacted to the levee?", "Norland"), ("who runs the mill?", QUILL)]
)
def test_a_body_speaks_after_it_was_asked_who_spoke_on_the_same(before: str, speaker: str) -> None:
    def in_norland(text: str) -> Understanding:
        return understand(text, today=date(2024, 6, 1), speakers=NORLAND, sources=())

    conversation = Conversation()
    for asked in (before, "what did quill say about the levee?"):
        turn = Turn(asked, "Words.", in_norland(asked), ("quote",), Outcome.ANSWERED, (QUILL,))
        conversation = Conversation((*conversation.turns, turn))

    assert follow("and norland?", conversation, in_norland, NORLAND).understood.speaker == speaker
