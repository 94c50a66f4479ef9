"""Two whole questions in one turn: which they are, and what the other one asks in full."""

from __future__ import annotations

from datetime import date

import pytest

from bots.endings import offered, taken_for
from qa.answers import Answer, CorpusSummary, Outcome, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.rewording.two_questions import two_questions
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

QUILL, BRANDT = "Ada Quill", "Ivo Brandt"
SPEAKERS = ListedSpeakers(
    (Speaker(QUILL, "person", ("Quill",), 9), Speaker(BRANDT, "person", ("Brandt",), 8))
)
BOTH = "what did quill say about the levee and who paid for it?"


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def followed(*questions: str) -> Followed:
    conversation = Conversation()
    for question in questions:
        found = follow(question, conversation, read, SPEAKERS)
        turn = Turn(question, "Words.", found.understood, ("one",), Outcome.ANSWERED)
        conversation = Conversation((*conversation.turns, turn))
    return found


@pytest.mark.parametrize(
    ("turn", "first", "other"),
    [
        (BOTH, "what did quill say about the levee?", "who paid for it?"),
        ("why did it close? and when does it reopen?", "why did it close?", "when does it reopen?"),
        ("who paid, and did they say why", "who paid?", "did they say why"),
        ("Can it be mended, and if so, how much does it cost?", "Can it be mended?", "how much does it cost?"),
        ("When did Quill say it when it broke and when did it break?", "When did Quill say it when it broke?",
         "when did it break?"),
    ],
)  # fmt: skip
def test_two_questions_are_parted(turn: str, first: str, other: str) -> None:
    assert two_questions(turn) == (first, other)


@pytest.mark.parametrize(
    "turn",
    [
        "what did quill say about who broke the levee and who paid for it?",
        "Did Quill say when it closed and when it reopens?",
        "What did Quill say about what is done and what is not?",
        "when did she say that and to whom?",
        "What did Quill say between May and June?",
        "What did Quill say before the vote and the count?",
        "Was the levee built in 2019 or in 2020?",
        "Did Quill speak before the vote and after it?",
        "What did Quill say in May and Brandt in June?",
        "what did quill say? and brandt?",
        "did she? what did she say?",
        "did she say that? why?",
        "who said “it broke and who paid for it”?",
    ],
)
def test_one_question_is_not_parted(turn: str) -> None:
    assert two_questions(turn) is None


def test_the_first_is_asked_and_the_other_said_in_full() -> None:
    asked = followed(BOTH).understood

    assert (asked.speaker, asked.topic, asked.question) == (QUILL, "the levee", BOTH)
    assert asked.also == "Who paid for the levee?"


def test_the_other_question_goes_on_from_the_first() -> None:
    asked = followed("what did brandt say about tolls", "what did quill say and did she deny it?").understood

    assert (asked.speaker, asked.also) == (QUILL, "Did Ada Quill deny tolls?")


@pytest.mark.parametrize(
    "turn", ["the other question", "and the other one?", "what about the second question"]
)
def test_the_other_question_can_be_asked(turn: str) -> None:
    assert followed(BOTH, turn).understood.standalone == "Who paid for the levee?"


def test_two_speakers_on_one_topic_are_set_side_by_side() -> None:
    asked = followed("what did quill say about the levee and what did brandt say?").understood

    assert (asked.speaker, asked.others, asked.topic, asked.also) == (QUILL, (BRANDT,), "the levee", None)


def test_which_question_was_answered_is_said_and_the_other_offered() -> None:
    asked = followed(BOTH).understood
    answer = Answer(BOTH, Outcome.ANSWERED, 0.9, asked, (), CorpusSummary(1, 1, None, None, 1))

    assert taken_for(answer) == "Two questions: this is on the first. The other: “Who paid for the levee?”"
    assert offered(answer) == ("Who paid for the levee?",)


def test_the_other_question_is_kept_with_the_turn() -> None:
    kept = Conversation((Turn(BOTH, "Words.", followed(BOTH).understood, ("one",), Outcome.ANSWERED),))

    assert Conversation.from_json(kept.to_json()) == kept


@pytest.mark.parametrize("turn", ["who else", "and brandt?", "what else did she say?"])
def test_the_other_question_is_not_that_of_the_next_turn(turn: str) -> None:
    assert followed(BOTH, turn).understood.also is None


@pytest.mark.parametrize(
    ("turn", "standalone"),
    [
        ("no, i meant Brandt. does he have a boat", "does Ivo Brandt have a boat"),
        ("back to Quill. how old is she?", "how old is Ada Quill?"),
    ],
    ids=["correction", "going back"],
)
def test_a_question_after_a_correction_is_about_who_was_meant(turn: str, standalone: str) -> None:
    found = followed(
        "What did Quill say about the levee?", "What did Tom Mott say about the levee?", turn
    ).understood

    assert (found.standalone, found.question) == (standalone, turn)
