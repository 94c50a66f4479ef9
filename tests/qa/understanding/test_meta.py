from __future__ import annotations

import pytest

from qa.answers import Meta
from qa.understanding.asked_articles import AskedArticles
from qa.understanding.meta import articles_asked_for, meta_of


@pytest.mark.parametrize(
    ("text", "meta"),
    [
        ("hello", Meta.GREETING),
        ("Good morning!", Meta.GREETING),
        ("hi there", Meta.GREETING),
        ("thank you!", Meta.THANKS),
        ("thanks, that's all", Meta.THANKS),
        ("ok, thanks a lot", Meta.THANKS),
        ("bye", Meta.THANKS),
        ("What can you do?", Meta.PROGRAM),
        ("who are you", Meta.PROGRAM),
        ("Hello, how does this work?", Meta.PROGRAM),
        ("help", Meta.PROGRAM),
        ("who made you?", Meta.PROGRAM),
        ("Who built this bot?", Meta.PROGRAM),
        ("ok", Meta.NODDED),
        ("Okay, cool", Meta.NODDED),
        ("I see.", Meta.NODDED),
        ("great!", Meta.NODDED),
        ("never mind", Meta.NODDED),
        ("that's interesting", Meta.NODDED),
        ("summarize that", Meta.SUMMARY),
        ("Can you summarise these articles?", Meta.SUMMARY),
        ("sum it up please", Meta.SUMMARY),
        ("tl;dr", Meta.SUMMARY),
        ("give me a summary of it", Meta.SUMMARY),
        ("What is in here?", Meta.ARCHIVE),
        ("what is in this archive?", Meta.ARCHIVE),
        ("how many articles are in here", Meta.ARCHIVE),
        ("which newspapers do you have?", Meta.ARCHIVE),
        ("what outlets do you cover", Meta.ARCHIVE),
        ("Which month has the most articles?", Meta.ARCHIVE),
        ("In what month did most articles appear?", Meta.ARCHIVE),
        ("which outlet has most stories", Meta.ARCHIVE),
        ("list the speakers", Meta.ARCHIVE),
        ("who is quoted in here?", Meta.ARCHIVE),
        ("who speaks most?", Meta.ARCHIVE),
        ("top speakers", Meta.ARCHIVE),
        ("who are the most quoted people here?", Meta.ARCHIVE),
        ("Who is quoted the most often?", Meta.ARCHIVE),
        ("who do you have quotes from", Meta.ARCHIVE),
        ("what are the articles about?", Meta.ARCHIVE),
        ("What time period do the articles cover?", Meta.ARCHIVE),
        ("which bands are mentioned most?", Meta.ARCHIVE),
        ("Which bridges are mentioned?", Meta.ARCHIVE),
        ("Which topic gets the most coverage?", Meta.ARCHIVE),
        ("How many articles have no date?", Meta.ARCHIVE),
        ("what's your newest article?", Meta.ARTICLES),
        ("what is the oldest story you have", Meta.ARTICLES),
        ("which articles do you have about hunting?", Meta.ARTICLES),
        ("How many stories are there on the ferries?", Meta.ARTICLES),
    ],
)
def test_what_asks_the_articles_nothing_is_told(text: str, meta: Meta) -> None:
    assert meta_of(text) is meta


@pytest.mark.parametrize(
    "text",
    [
        "What is in the levee report?",
        "What can Quill do about the ferries?",
        "Who are the Reds?",
        "Who thanked the volunteers?",
        "What did the paper have about hunting?",
        "Help for farmers",
        "hello world conference",
        "What does the treaty cover?",
        "And about the library?",
        "What about the newspapers?",
        "Who is quoted on the ferries?",
        "Who speaks most about the ferries?",
        "Who do you have quotes from on the ferries?",
        "list the demands of the union",
        "show me the article",
        "thanks to whom did it pass?",
        "summarise the levee report",
        "Who made the levee?",
        "ok, and Brandt?",
        "great floods",
        "good news for bakers?",
        "",
    ],
)
def test_a_question_to_the_articles_is_none(text: str) -> None:
    assert meta_of(text) is None


def test_the_topic_of_asked_articles_is_a_slice() -> None:
    asked = articles_asked_for("Please, which articles do you have about the hunting ban?")

    assert asked == AskedArticles("the hunting ban", "hold", outlets=False)


def test_capitals_change_nothing() -> None:
    assert meta_of("PLEASE TELL ME WHAT IS IN HERE?") is Meta.ARCHIVE
    assert meta_of("How Is It?") == meta_of("how is it?")
    assert meta_of("WHAT IS IT ABOUT?", shows=True) is None
    assert articles_asked_for("So WHICH Articles do you have about Harwick?") == (
        AskedArticles("Harwick", "hold", outlets=False)
    )


@pytest.mark.parametrize(
    "text",
    [
        "how does it work?",
        "what does it have?",
        "what's in it?",
        "what can it do?",
        "how many people are there?",
    ],
)
def test_it_is_what_was_talked_of_once_quotes_were_shown(text: str) -> None:
    assert meta_of(text) is not None
    assert meta_of(text, shows=True) is None
