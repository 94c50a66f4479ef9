"""A name and a topic among words of asking and speaking alone: "in what words did Quill speak of tolls?"."""

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
    return understand(question, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


@pytest.mark.parametrize(
    "question",
    [
        "in what words did Quill speak of tolls?",
        "has Ada Quill got an opinion on tolls?",
        "Ada Quill had something to say about tolls, no?",
        "what is it that Quill says about tolls?",
        "what do the papers say Ada Quill said about tolls?",
        "how does the article quote Quill on tolls?",
        "what language did Quill use on tolls?",
        "what's on record from Quill about tolls?",
        "what point did Quill make about tolls?",
        "does Quill have anything to say about tolls?",
        "did Quill bring up tolls?",
        "did Ada Quill touch on tolls?",
        "what does Quill love about tolls?",
        "what worries Quill about tolls?",
        "what does Quill find wrong with tolls?",
        "where Quill stands on tolls",
    ],
)
def test_words_are_asked_for_where_nothing_asks_for_a_fact(question: str) -> None:
    understood = read(question)

    assert (understood.kind, understood.speaker, understood.topic) == (
        QuestionKind.SAID,
        "Ada Quill",
        "tolls",
    )


@pytest.mark.parametrize(
    "question",
    [
        "what was said about Quill on the radio?",
        "who paid Quill to speak on tolls?",
        "what did people in Dene say about the statement of Strand?",
        "what does Quill use on the mill?",
        "when was the record of Quill on 800 metres broken?",
        "who talks for Quill in the film",
    ],
)
def test_a_word_that_asks_for_more_makes_it_no_such_question(question: str) -> None:
    assert read(question).speaker != "Ada Quill"
