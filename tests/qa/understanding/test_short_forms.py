"""The many ways in which people ask for somebody's words, sentences or not, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind, Understanding
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import as_content, understand

SPEAKERS = (
    Speaker("Ines Okafor", "person", ("Okafor", "Senator Okafor"), 9),
    Speaker("Theresa May", "person", ("May",), 5),
    Speaker("Anna Brandt", "person", ("Brandt",), 3),
    Speaker("Otto Brandt", "person", ("Brandt",), 3),
    Speaker("Norland", "group", (), 2),
    Speaker("Harbour Ministry", "group", (), 2),
)
MENTIONED = {"Kowalski", "kowalski", "Jan Kowalski"}


def ask(question: str) -> Understanding:
    return understand(
        question,
        today=date(2026, 11, 18),
        speakers=ListedSpeakers(SPEAKERS),
        sources=("The Beacon",),
        mentions=lambda name: name in MENTIONED,
    )


OKAFOR = [
    # question, topic, order
    ("latest from Okafor", None, "newest"),
    ("the latest from Okafor", None, "newest"),
    ("What is the latest from Okafor on tolls?", "tolls", "newest"),
    ("anything new from Okafor?", None, "relevance"),
    ("What's new from Okafor?", None, "relevance"),
    ("any news from Okafor?", None, "relevance"),
    ("Any word from Okafor on tolls?", "tolls", "relevance"),
    ("anything on tolls from Okafor?", "tolls", "relevance"),
    ("anything by Okafor", None, "relevance"),
    ("everything from Okafor on tolls", "tolls", "relevance"),
    ("What have we heard from Okafor about tolls?", "tolls", "relevance"),
    ("What do you have from Okafor?", None, "relevance"),
    ("Okafor's latest", None, "newest"),
    ("Okafor's latest on tolls", "tolls", "newest"),
    ("okafor latest", None, "newest"),
    ("What did Okafor last say about tolls?", "tolls", "newest"),
    ("What did Okafor say last?", None, "newest"),
    ("quotes by Okafor", None, "relevance"),
    ("a quote from Okafor about tolls", "tolls", "relevance"),
    ("quote from Okafor about tolls", "tolls", "relevance"),
    ("Okafor quotes", None, "relevance"),
    ("show Okafor quotes", None, "relevance"),
    ("all of Okafor's quotes about tolls", "tolls", "relevance"),
    ("find Okafor quotes about tolls", "tolls", "relevance"),
    ("recent Okafor statements", None, "relevance"),
    ("statements made by Okafor about tolls", "tolls", "relevance"),
    ("What were the exact words of Okafor on tolls?", "tolls", "relevance"),
    ("Okafor exact quote tolls", "tolls", "relevance"),
    ("Okafor tweet about tolls", "tolls", "relevance"),
    ("Okafor's speech on tolls", "tolls", "relevance"),
    ("What is Okafor's line on tolls?", "tolls", "relevance"),
    ("Where does Okafor stand on tolls?", "tolls", "relevance"),
    ("Can you quote Okafor on tolls?", "tolls", "relevance"),
    ("quote Okafor", None, "relevance"),
    ("Is Okafor quoted on tolls?", "tolls", "relevance"),
    ("What is Okafor quoted as saying about tolls?", "tolls", "relevance"),
    ("What was Okafor quoted saying about tolls?", "tolls", "relevance"),
    ("Okafor in her own words", None, "relevance"),
    ("Okafor in her own words on tolls", "tolls", "relevance"),
    ("in Okafor's own words", None, "relevance"),
    ("What did Okafor say about tolls in her own words?", "tolls", "relevance"),
    ("What does Okafor say about tolls in these articles?", "tolls", "relevance"),
    ("What has Okafor said so far about tolls?", "tolls", "relevance"),
    ("What words did Okafor use to describe the tolls?", "the tolls", "relevance"),
    ("What did Okafor's statement say about tolls?", "tolls", "relevance"),
    ("When asked about tolls, what did Okafor say?", "tolls", "relevance"),
    ("On tolls, what has Okafor said?", "tolls", "relevance"),
    ("What about Okafor on tolls?", "tolls", "relevance"),
    ("What'd Okafor say about tolls?", "tolls", "relevance"),
    ("wat did okafor say abt tolls", "tolls", "relevance"),
    ("what Okafor's saying about tolls", "tolls", "relevance"),
    ("What was it Okafor said about tolls?", "tolls", "relevance"),
    ("give me all Okafor said about tolls", "tolls", "relevance"),
    ("let me see what Okafor said about tolls", "tolls", "relevance"),
    ("I want Okafor's quotes about tolls", "tolls", "relevance"),
    ("I'm looking for quotes by Okafor", None, "relevance"),
    ("Do you have anything from Okafor on tolls?", "tolls", "relevance"),
    ("Can I get a quote from Okafor on tolls?", "tolls", "relevance"),
    ("Are there any quotes from Okafor?", None, "relevance"),
    ("summarize what Okafor said about tolls", "tolls", "relevance"),
    ("show me what Okafor has said", None, "relevance"),
    ("has Okafor said anything about tolls?", "tolls", "relevance"),
    ("what else did Okafor say", None, "relevance"),
    ("Secretary of State Okafor on tolls", "tolls", "relevance"),
    ("What did US Senator Okafor say about tolls?", "tolls", "relevance"),
    ("Okafor tolls", "tolls", "relevance"),
    ("okafor harbour tolls", "harbour tolls", "relevance"),
    ("Ines Okafor price of oil", "price of oil", "relevance"),
    ("tolls okafor", "tolls", "relevance"),
]


@pytest.mark.parametrize(("question", "topic", "order"), OKAFOR, ids=[row[0] for row in OKAFOR])
def test_every_way_to_ask_for_words_names_the_speaker(question: str, topic: str | None, order: str) -> None:
    understood = ask(question)

    assert (understood.kind, understood.speaker) == (QuestionKind.SAID, "Ines Okafor")
    assert (understood.topic, understood.order) == (topic, order)


NOBODYS_WORDS = [
    "Okafor",
    "Ines Okafor",
    "Okafor news",
    "news about Okafor",
    "latest on Okafor",
    "Okafor biography",
    "Okafor's wife",
    "Okafor's visit to Norland",
    "a letter from Okafor",
    "photos by Okafor",
    "Okafor and Norland",
    "Okafor sanctioned by Norland",
    "What happened to Okafor?",
    "May election",
    "may tolls",
    "Ines tolls",
    "Norland tolls",
    "news from Norland",
    "latest from the trial",
    "anything new from the harbour?",
    "quotes from the bible",
    "latest from Oslo",
    "a quote by somebody",
    "What Is May Claims Court and What Does It Cost?",
    "how many views does okafor have",
]


def test_critics_of_somebody_are_asked_for_and_not_that_persons_words() -> None:
    understood = ask("critics of Okafor")

    assert (understood.kind, understood.cue) == (QuestionKind.WHO_SAID, "criticize")
    assert (understood.speaker, understood.topic) == (None, "Okafor")


@pytest.mark.parametrize("question", NOBODYS_WORDS)
def test_what_only_looks_like_it_stays_a_question_of_content(question: str) -> None:
    understood = ask(question)

    assert (understood.kind, understood.speaker) == (QuestionKind.CONTENT, None)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("quotes by Kowalski", None),
        ("kowalski quotes", None),
        ("latest from Kowalski", None),
        ("Jan Kowalski's comments on tolls", "tolls"),
        ("Is Kowalski quoted on tolls?", "tolls"),
    ],
)
def test_somebody_who_is_only_mentioned_is_asked_for_and_marked_as_no_speaker(
    question: str, topic: str | None
) -> None:
    understood = ask(question)

    assert understood.kind is QuestionKind.SAID
    assert understood.speaker in MENTIONED | {"Kowalski"}
    assert (understood.speaker_known, understood.topic) == (False, topic)


@pytest.mark.parametrize("question", ["quotes by Nowak", "latest from Nowak", "Is Nowak quoted on tolls?"])
def test_a_name_that_stands_nowhere_makes_no_short_question_one_about_words(question: str) -> None:
    assert ask(question).kind is QuestionKind.CONTENT


def test_in_x_criticism_of_y_it_is_x_who_criticises() -> None:
    understood = ask("Okafor criticism of Norland")

    assert (understood.speaker, understood.topic, understood.cue) == ("Ines Okafor", "Norland", "criticize")


def test_a_name_and_a_topic_are_only_a_guess() -> None:
    guessed = ask("Okafor tolls")

    assert guessed.guessed
    assert not ask("Okafor on tolls").guessed
    assert as_content(guessed).kind is QuestionKind.CONTENT
    assert as_content(guessed).standalone == "Okafor tolls"


def test_a_surname_that_two_have_is_asked_back_in_short_questions_too() -> None:
    for question in ("Brandt quotes", "latest from Brandt", "Brandt tolls"):
        assert ask(question).ambiguous == ("Anna Brandt", "Otto Brandt")


@pytest.mark.parametrize("question", ["Ada Okafor", "ada okafor"])
def test_another_given_name_before_a_surname_is_somebody_else(question: str) -> None:
    understood = ask(question)

    assert (understood.kind, understood.speaker) == (QuestionKind.CONTENT, None)
    assert ask("tolls okafor").speaker == "Ines Okafor"
