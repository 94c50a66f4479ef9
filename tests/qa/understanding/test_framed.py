"""Somebody's words within words that ask for them: "I remember Quill said something about tolls, what was it?"."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind, Understanding
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

SPEAKERS = ListedSpeakers(
    (Speaker("Ada Quill", "person", ("Quill",), 9), Speaker("Tom Brandt", "person", ("Brandt",), 8))
)


def read(question: str) -> Understanding:
    return understand(
        question, today=date(2024, 6, 1), speakers=SPEAKERS, sources=("Dene Post", "Harwick Today")
    )


@pytest.mark.parametrize(
    "question",
    [
        "I remember Quill said something about tolls",
        "I think Ada Quill said something about tolls, what was it?",
        "wasn't there something Quill said about tolls?",
        "didn't Quill say something about tolls?",
        "do you have Quill talking about tolls",
        "do we have Quill on tolls?",
        "looking for Ada Quill on tolls",
        "got anything by Quill on tolls?",
        "find me the bit where Quill talks about tolls",
        "Show me where Ada Quill mentioned tolls",
        "can you find where Quill mentions tolls?",
        "what was that thing Quill said about tolls?",
        "would you know what Quill said about tolls?",
        "what do we know about Quill's position on tolls?",
        "Ada Quill talking about tolls",
        "is it true that Quill spoke of tolls?",
        "was it Quill who talked about tolls?",
        "was Quill the one who spoke about tolls?",
        "was Quill asked about tolls?",
        "was Quill interviewed on television about tolls?",
        "did anyone ask Quill about tolls?",
        "what does Quill mean by tolls?",
        "how did Quill put it about tolls?",
        "how does Quill justify tolls?",
        "what does Quill want done about tolls?",
        "what would Quill want to happen with tolls?",
        "Ada Quill: what about tolls?",
        "what does the Dene Post quote Quill as saying about tolls?",
        "what did Quill says about tolls?",
        "what did Quill or anyone else say about tolls?",
        "what did Quill or anyone else on the council say about tolls?",
        "what did Quill have to say on the subject of tolls?",
        "is Quill happy with tolls?",
    ],
)
def test_words_within_a_frame_are_asked_for(question: str) -> None:
    understood = read(question)

    assert (understood.kind, understood.speaker, understood.topic) == (
        QuestionKind.SAID,
        "Ada Quill",
        "tolls",
    )


@pytest.mark.parametrize(
    "question",
    [
        "I remember Strand said something about tolls",
        "was it the mill that was sold?",
        "do we have a ferry on Sundays?",
        "what have we got at the harbour?",
        "where was Quill when the ferry sank?",
        "I heard Quill spoke about tolls, who else did?",
        "find the place where the ferry sank",
        "where was Quill's speech?",
        "where was Ada Quill's last interview?",
    ],
)
def test_what_is_no_frame_around_a_speaker_is_none(question: str) -> None:
    assert read(question).kind is QuestionKind.CONTENT


def test_a_question_of_fact_may_have_its_source_inside() -> None:
    understood = read("what, according to Ada Quill, is the toll?")

    assert (understood.kind, understood.speaker, understood.topic) == (
        QuestionKind.SAID,
        "Ada Quill",
        "what is the toll",
    )


@pytest.mark.parametrize(
    "question",
    [
        "Dene Post: what did Quill say about tolls?",
        "what does the Dene Post say Quill said about tolls?",
        "what did Quill say about tolls in the Dene Post?",
    ],
)
def test_an_outlet_may_stand_first_or_between(question: str) -> None:
    understood = read(question)

    assert (understood.speaker, understood.topic, understood.source) == ("Ada Quill", "tolls", "Dene Post")


@pytest.mark.parametrize("question", ["Dene Post on tolls", "dene post about tolls?", "Dene Post tolls"])
def test_an_outlet_and_a_topic_ask_for_its_articles(question: str) -> None:
    understood = read(question)

    assert (understood.browses, understood.topic, understood.source) == (True, "tolls", "Dene Post")


def test_the_name_of_an_outlet_is_no_day() -> None:
    understood = read("What did Quill say about tolls in Harwick Today?")

    assert (understood.source, understood.since) == ("Harwick Today", None)


@pytest.mark.parametrize(
    "question",
    [
        "Quill tolls quote",
        "quotes Quill tolls",
        "full quote Ada Quill tolls",
        "verbatim: Quill on tolls",
        "where's the Quill quote about tolls?",
        "what's the Quill tolls quote",
        "I need Quill's tolls quote",
        "what are Quill's tolls remarks?",
    ],
)
def test_a_quote_on_a_topic_is_wanted(question: str) -> None:
    understood = read(question)

    assert (understood.speaker, understood.topic) == ("Ada Quill", "tolls")


@pytest.mark.parametrize(
    "question",
    [
        "Ada Quill quotes",
        "Ada Quill's best quotes",
        "Quill's most recent remarks",
        "Quill's racial comments",
        "Quill's angry comments",
    ],
)
def test_a_name_and_what_quotes_are_like_are_no_topic(question: str) -> None:
    understood = read(question)

    assert (understood.speaker, understood.topic) == ("Ada Quill", None)


def test_around_a_month_begins_in_the_middle_of_the_one_before() -> None:
    understood = read("What did Quill say about tolls around July 2023?")

    assert (understood.topic, understood.since, understood.until) == (
        "tolls",
        date(2023, 6, 16),
        date(2023, 8, 15),
    )


@pytest.mark.parametrize("question", ["info on tolls", "what topics did the debate cover?"])
def test_nobody_is_asked_of_whose_name_only_a_word_is_typed(question: str) -> None:
    speakers = ListedSpeakers(
        (Speaker("Harwick Info", "group", (), 3), Speaker("Dene Debates", "group", (), 3))
    )

    understood = understand(question, today=date(2024, 6, 1), speakers=speakers, sources=())

    assert understood.speaker is None
