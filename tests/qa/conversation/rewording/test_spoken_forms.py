"""Turns as they are spoken or typed in a hurry: "um", a name in front, a verb before its subject, "does she agree?"."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Outcome, QuestionKind, Understanding
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.rewording.spoken_forms import as_written
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand
from tests.qa.conversation.talks_of_dene import ON_LEVEE, followed

QUILL, BRANDT = "Ada Quill", "Ivo Brandt"
SPEAKERS = ListedSpeakers(
    (Speaker(QUILL, "person", ("Quill",), 9), Speaker(BRANDT, "person", ("Brandt",), 8)),
)


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def asked_after(first: str, question: str) -> Understanding:
    """Return what a question means after one that was answered."""
    understood = follow(first, None, read, SPEAKERS).understood
    before = Conversation((Turn(first, "Words.", understood, outcome=Outcome.ANSWERED),))
    return follow(question, before, read, SPEAKERS).understood


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("And Brandt, did he say anything about ships?", BRANDT, "ships"),
        ("back to brandt, what did he promise on taxes?", BRANDT, "taxes"),
        ("okay and um what does she think about ships", QUILL, "ships"),
        ("new question: what did brandt say about ships?", BRANDT, "ships"),
        ("what said Brandt about ships", BRANDT, "ships"),
        ("And what thinks Brandt of it?", BRANDT, "the levee"),
        ("And Brandt, does he agree?", BRANDT, "the levee"),
        ("does brandt see it differently?", BRANDT, "the levee"),
    ],
)
def test_a_spoken_turn_means_what_it_means_in_writing(question: str, speaker: str, topic: str) -> None:
    asked = asked_after("What did Quill say about the levee?", question)

    assert (asked.speaker, asked.topic, asked.question) == (speaker, topic, question)


@pytest.mark.parametrize(
    "question", ["then tell me about ships in Norland", "now, tell me about ships in Norland"]
)
def test_what_is_told_to_be_found_takes_nothing_from_before(question: str) -> None:
    asked = asked_after("What did Quill say about the levee?", question)

    assert (asked.speaker, asked.carried) == (None, ())
    assert "levee" not in asked.standalone


@pytest.mark.parametrize(
    "question",
    [
        "What did Quill say about Brandt?",
        "Did Brandt say who she is?",
        "Harwick, what is its population?",
        "“Um, Brandt, did he?”",
        "Does the plan agree with the law?",
        "What says the law about ships?",
        "Brandt, did she answer?",
    ],
)
def test_a_turn_that_is_written_as_most_are_stays(question: str) -> None:
    assert as_written(question, SPEAKERS) == question


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("harbour tax in dene what did brandt say", BRANDT, "harbour tax in dene"),
        ("harbour tax: what did brandt say about it?", BRANDT, "harbour tax"),
        ("in Dene, what did brandt say about fares?", BRANDT, "fares in Dene"),
        ("last week, what did brandt say about fares?", BRANDT, "fares"),
        ("tell me what did brandt say", BRANDT, "the levee"),
    ],
)
def test_a_topic_may_stand_before_the_question(question: str, speaker: str, topic: str) -> None:
    asked = asked_after("What did Quill say about the levee?", question)

    assert (asked.speaker, asked.topic) == (speaker, topic)


def test_a_name_before_a_question_is_no_topic() -> None:
    assert as_written("ada quill, what did brandt say?", SPEAKERS) == "ada quill, what did brandt say?"


@pytest.mark.parametrize(
    "before",
    [
        *("hello", "yes", "well", "great", "please", "again", "really", "actually", "never mind", "hey bot"),
        *("in short", "by the way", "in other words", "one question", "just curious", "out of curiosity"),
        *("besides Brandt", "forget the levee", "moving on", "in that case"),
    ],
)
def test_what_only_opens_a_question_is_no_topic(before: str) -> None:
    question = f"{before}, what did quill say?"

    assert as_written(question, SPEAKERS) == question


@pytest.mark.parametrize(
    ("question", "kind", "topic"),
    [
        ("on the harbour tax, who spoke?", QuestionKind.WHO_SAID, "the harbour tax"),
        ("regarding fares, did Brandt say anything?", QuestionKind.SAID, "fares"),
        ("in short, what did Brandt say?", QuestionKind.SAID, "the levee"),
    ],
)
def test_a_question_after_its_topic_is_no_part_of_it(question: str, kind: QuestionKind, topic: str) -> None:
    asked = asked_after("What did Quill say about the levee?", question)

    assert (asked.kind, asked.topic) == (kind, topic)


def test_a_topic_after_words_that_lead_to_it_is_one() -> None:
    written = as_written("back to the levee, what did quill say?", SPEAKERS)

    assert written == "what did quill say about the levee"


@pytest.mark.parametrize(
    ("question", "kind", "topic"),
    [
        ("did anyone else comment?", QuestionKind.WHO_SAID, "the levee"),
        ("has anybody else spoken out?", QuestionKind.WHO_SAID, "the levee"),
        ("did anyone in her own party disagree?", QuestionKind.WHO_SAID, "the levee"),
        ("who wants to buy it?", QuestionKind.WHO_SAID, "to buy the levee"),
        ("who said it was unsafe?", QuestionKind.WHO_SAID, "the levee was unsafe"),
    ],
)
def test_others_are_asked_for_on_what_was_talked_of(question: str, kind: QuestionKind, topic: str) -> None:
    asked = asked_after("What did Quill say about the levee?", question)

    assert (asked.kind, asked.topic) == (kind, topic)


def test_who_else_commented_asks_for_more_than_critics() -> None:
    asked = asked_after("Who criticised the levee?", "did anyone else comment?")

    assert (asked.kind, asked.topic, asked.cue) == (QuestionKind.WHO_SAID, "the levee", None)


@pytest.mark.parametrize("first", ["What did Quill say about Brandt?", "what did quill say about tom strand"])
def test_it_is_nobody_in_a_question_who_says_so(first: str) -> None:
    asked = asked_after(first, "who said it was unsafe?")

    assert asked.standalone == "who said it was unsafe?"


def test_what_is_said_of_it_is_looked_for_as_typed_in_what_was_shown_and_then_of_the_thing() -> None:
    found = followed("who said it was unsafe?", ON_LEVEE)

    assert (found.understood.topic, found.near) == ("it was unsafe", {"quote 0"})
    assert found.otherwise is not None
    assert (found.otherwise.understood.topic, found.otherwise.near) == ("the levee was unsafe", None)


def test_it_is_what_somebody_wants_to_buy_and_not_to_buy_it() -> None:
    asked = asked_after("who wants to buy the levee?", "who said it was unsafe?")

    assert asked.standalone == "who said the levee was unsafe?"


@pytest.mark.parametrize(
    ("first", "question"),
    [
        ("What did Quill say about the levee?", "who said it is illegal to tax boats?"),
        ("What did Quill say about the levee?", "who thinks it would be wrong to leave?"),
        ("What did Quill say about the levee?", "who said it would rain?"),
        ("Who said the levee is needed?", "who said it was unsafe?"),
    ],
    ids=["illegal", "wrong", "weather", "after a claim"],
)
def test_it_is_no_thing_of_before_in_what_somebody_says_of_nothing(first: str, question: str) -> None:
    assert asked_after(first, question).standalone == question


def test_a_name_that_stood_after_a_topic_is_kept_for_she() -> None:
    # As it was typed, in small letters, "quill" would be no name.
    asked = ("harbour tax in dene what did quill say", "and brandt?", "why did she say it's fair?")
    before = Conversation()
    for question in asked[:-1]:
        understood = follow(question, before, read, SPEAKERS).understood
        turn = Turn(question, "Ms Quill spoke.", understood, outcome=Outcome.ANSWERED)
        before = Conversation((*before.turns, turn))

    assert "Quill" in follow(asked[-1], before, read, SPEAKERS).understood.standalone


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("nothing? what did she say about it?", "what did she say about it?"),
        ("what about the piano? did it sink", "did the piano sink"),
    ],
    ids=["a doubt", "the end of a word"],
)
def test_a_doubt_in_front_is_left_out_and_the_end_of_a_word_is_none(question: str, written: str) -> None:
    assert as_written(question, SPEAKERS) == written


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("did Brandt chime in", "did Brandt comment"),
        ("and has Brandt gone on record yet?", "and has Brandt commented yet?"),
        ("did Brandt chime in on the tolls?", "did Brandt comment on the tolls?"),
        ("did Brandt weigh in on the tolls?", "did Brandt weigh in on the tolls?"),
        ("How much did the boat weigh in?", "How much did the boat weigh in?"),
        ("did the boat weigh up", "did the boat weigh up"),
        ("did Brandt weigh in the fish?", "did Brandt weigh in the fish?"),
    ],
)
def test_to_weigh_in_is_to_comment(question: str, written: str) -> None:
    assert as_written(question, SPEAKERS) == written
