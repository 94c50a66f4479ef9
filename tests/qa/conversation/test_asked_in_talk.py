"""Whole talks over a few invented articles: how follow-ups end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Nearest, Outcome
from qa.conversation.earlier.turns import Conversation

ARTICLES = {
    "levee": (
        "Date: 2024-03-04\n\nThe levee at Harwick broke on Monday, and four villages were flooded.\n\n"
        "“The levee was never repaired,” Ada Quill said. “We asked for money every spring.”\n\n"
        "Ivo Brandt of the Dene Bakers Association said the flood had ruined nine ovens.\n\n"
        "Eleven people were rescued by boat.\n"
    ),
    "tolls": (
        "Date: 2024-05-06\n\nThe tolls on the Dene bridge rise in June.\n\n"
        "“The tolls are too high for farmers,” Una Strand said.\n\n"
        "Ada Quill said the tolls would pay for the bridge.\n"
    ),
    "ferry": (
        "Date: 2024-06-07\n\nThe Skerry ferry ran aground at Norhaven.\n\n"
        "Seventy people were rescued by helicopter, and nobody was hurt. How many were on board is not known.\n"
    ),
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("talk")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return answerer_of(folder)


def talk(answerer: Answerer, *questions: str) -> Answer:
    """Ask questions one after the other, and return the last answer."""
    conversation = Conversation()
    for question in questions:
        answer = answerer.ask(question, conversation=conversation)
        conversation = conversation.after(answer)
    return answer


def test_more_ends_where_all_was_shown(answerer: Answerer) -> None:
    answer = talk(answerer, "What did Una Strand say about the tolls?", "more")

    assert (answer.outcome, answer.nearest, answer.quotes) == (Outcome.NEAREST, Nearest.ALL_SHOWN, ())


def test_what_else_somebody_said_ends_where_all_was_shown(answerer: Answerer) -> None:
    answer = talk(answerer, "What did Una Strand say about the tolls?", "what else did she say?")
    denied = talk(answerer, "What did Una Strand say about the levee?", "more")

    assert (answer.outcome, answer.nearest, answer.quotes) == (Outcome.NEAREST, Nearest.ALL_SHOWN, ())
    assert denied.nearest is not Nearest.ALL_SHOWN


def test_more_goes_over_to_what_else_they_said_when_all_was_shown(answerer: Answerer) -> None:
    answer = talk(answerer, "What did Ada Quill say about the levee?", "more", "more")

    assert answer.nearest is Nearest.ALL_SHOWN
    assert {quote.speaker for quote in answer.quotes} <= {"Ada Quill"}
    first = talk(answerer, "What did Ada Quill say about the tolls?", "more")
    assert (first.outcome, first.nearest) == (Outcome.NEAREST, Nearest.ALL_SHOWN)
    assert "levee" in first.quotes[0].text


def test_an_article_is_shown_to_its_end(answerer: Answerer) -> None:
    asked = ("What did Ada Quill say about the tolls?", "show me the article")
    article, end = talk(answerer, *asked), talk(answerer, *asked, "more")

    assert "The tolls on the Dene bridge rise in June." in article.quotes[0].text
    assert (article.article, end.article, end.quotes) == (True, True, ())


def test_a_quote_that_does_not_answer_is_not_shown_first_again(answerer: Answerer) -> None:
    shown = talk(answerer, "What did Ivo Brandt say about the flood?").quotes
    answer = talk(answerer, "What did Ivo Brandt say about the flood?", "and about the zeppelin?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)
    assert not answer.quotes or answer.quotes[0].id != shown[0].id


def test_the_bakers_association_is_the_one_that_was_shown(answerer: Answerer) -> None:
    answer = talk(answerer, "What did Una Strand say about the tolls?", "what did the association say?")

    assert answer.outcome is not Outcome.ANSWERED


def test_a_question_without_a_topic_is_answered_on_anything_where_the_topic_has_no_answer(
    answerer: Answerer,
) -> None:
    answer = talk(answerer, "What did Ada Quill say about the levee?", "did Una Strand comment?")

    assert answer.quotes[0].speaker == "Una Strand"
    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)


def test_small_talk_between_does_not_end_a_talk(answerer: Answerer) -> None:
    answer = talk(
        answerer, "What did Ada Quill say about the levee?", "ok", "thanks!", "and about the tolls?"
    )

    assert (answer.understood.speaker, answer.understood.topic) == ("Ada Quill", "the tolls")
    assert "bridge" in answer.quotes[0].text


def test_a_fact_that_lacks_its_subject_is_found_in_what_was_talked_of(answerer: Answerer) -> None:
    answer = talk(answerer, "What did Ada Quill say about the levee?", "how many were rescued?")

    assert "Eleven people" in answer.quotes[0].text


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("What did Ivo Brandt say about the flood?", "Eleven people"),
        ("Where did the Skerry ferry run aground?", "Seventy people"),
    ],
)
def test_a_fact_is_asked_for_of_what_was_talked_of(answerer: Answerer, first: str, words: str) -> None:
    answer = talk(answerer, first, "how many people were rescued by them?")

    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert words in answer.quotes[0].text
