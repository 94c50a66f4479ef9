"""Questions for anybody's words on a topic: "who brought up tolls?", "views on tolls"."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind, Understanding
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.asked_articles import asked_articles
from qa.understanding.understand import understand

SPEAKERS = ListedSpeakers((Speaker("Ada Quill", "person", ("Quill",), 9),))


def read(question: str) -> Understanding:
    return understand(question, today=date(2024, 6, 1), speakers=SPEAKERS, sources=("Dene Post",))


@pytest.mark.parametrize(
    "question",
    [
        "who brought up tolls?",
        "who discussed tolls?",
        "who's talking about tolls",
        "who raised the issue of tolls?",
        "who's on record about tolls?",
        "who had a quote about tolls?",
        "whose quote is it about tolls?",
        "by whom were tolls mentioned?",
        "were tolls mentioned by anyone?",
        "were tolls discussed by anybody?",
        "anybody on tolls?",
        "did anyone raise the issue of tolls?",
        "did anybody bring up tolls?",
        "names of those who spoke about tolls",
        "views on tolls",
        "reactions to tolls",
        "what views are there on tolls?",
        "what are the opinions on tolls?",
        "quotes mentioning tolls",
        "quotes tolls",
        "tolls quotes",
        "who made a statement on tolls?",
        "who do you quote on tolls?",
        "who do the articles quote on tolls?",
        "who was interviewed about tolls?",
        "speakers on tolls",
        "people who mention tolls",
        "what is the general opinion on tolls?",
        "quotes containing the word tolls",
    ],
)
def test_whoever_spoke_of_it_is_asked_for(question: str) -> None:
    understood = read(question)

    assert (understood.kind, understood.topic) == (QuestionKind.WHO_SAID, "tolls")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("who found the tolls unfair?", "the tolls unfair"),
        ("who has deemed the tolls a tax?", "the tolls a tax"),
        ("who questioned whether tolls work?", "whether tolls work"),
    ],
)
def test_whoever_judges_it_is_asked_for(question: str, topic: str) -> None:
    understood = read(question)

    assert (understood.kind, understood.topic) == (QuestionKind.WHO_SAID, topic)


@pytest.mark.parametrize(
    "question",
    [
        "who found the ferry at sea?",
        "who found the missing child safe?",
        "who considered running the ferry?",
        "who questioned the captain?",
        "who raised the tolls?",
        "reactions in Dene",
        "the views from the mill",
        "who talks for the mill?",
        "the reaction to tolls",
    ],
)
def test_what_is_done_to_a_thing_or_seen_of_it_asks_for_nobody(question: str) -> None:
    assert read(question).kind is QuestionKind.CONTENT


@pytest.mark.parametrize(
    "question",
    ["everything said about tolls", "all that was said about tolls", "what do we hear about tolls?"],
)
def test_all_that_was_said_is_a_page(question: str) -> None:
    understood = read(question)

    assert (understood.browses, understood.topic) == (True, "tolls")


def test_articles_of_an_outlet_that_mention_something_are_on_it() -> None:
    understood = read("articles in the Dene Post mentioning tolls")

    assert (understood.browses, understood.topic, understood.source) == (True, "tolls", "Dene Post")


@pytest.mark.parametrize(
    "question",
    [
        "do the articles mention tolls?",
        "does any article say anything about tolls?",
        "when were tolls mentioned?",
        "did your archive ever cover tolls",
    ],
)
def test_articles_that_mention_something_are_asked_for(question: str) -> None:
    asked = asked_articles(question)

    assert asked is not None
    assert (asked.topic, asked.by) == ("tolls", "hold")
