"""Turns on the quotes that were listed: "show me the rest", "newest first", "how many in total?", "only women"."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from qa.conversation.fragments.of_what_was_listed import of_what_was_listed
from tests.qa.conversation.talks_of_dene import ON_LEVEE, QUILL, Before, followed, read

WHO: Before = ("who spoke about the levee?", "Words.", (QUILL,))


@pytest.mark.parametrize(
    "question", ["list them all", "show me the rest", "all of them", "ok show everything please"]
)
def test_the_rest_is_more_of_the_same(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic, found.more) == (QUILL, "the levee", True)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("newest first", "latest"),
        ("sort them by date", "latest"),
        ("when was the last time?", "latest"),
        ("oldest first please", "first"),
        ("in chronological order", "first"),
        ("when was the first time?", "first"),
        ("how many quotes?", "count"),
        ("how many are there in total?", "count"),
    ],
)
def test_the_same_is_sorted_or_counted(question: str, first: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic, understood.of_all) == (QUILL, "the levee", first)


@pytest.mark.parametrize("question", ["how many people?", "how many in total?", "how many were there?"])
def test_those_who_spoke_are_counted(question: str) -> None:
    understood = followed(question, WHO).understood

    assert (understood.kind, understood.topic, understood.of_all) == (
        QuestionKind.WHO_SAID,
        "the levee",
        "voices",
    )


def test_those_who_did_what_was_asked_are_counted() -> None:
    critics: Before = ("who criticised the levee?", "Words.", (QUILL,))

    understood = followed("how many?", critics).understood

    women = followed("only women", critics).understood
    assert women.standalone == "Which women criticised the levee?"
    assert (understood.cue, understood.topic, understood.of_all) == ("criticize", "the levee", "voices")


@pytest.mark.parametrize("question", ["only women", "any women?", "women only"])
def test_women_among_those_who_spoke_are_asked_for(question: str) -> None:
    understood = followed(question, WHO).understood

    assert (understood.speaker, understood.topic) == ("women", "the levee")


@pytest.mark.parametrize(
    "question", ["is that a direct quote?", "are those his exact words?", "is that her opinion?"]
)
def test_whether_it_is_a_quote_shows_it_again(question: str) -> None:
    assert followed(question, ON_LEVEE).printed


@pytest.mark.parametrize("question", ["who wrote the article?", "what's the headline?", "open the first"])
def test_its_article_is_shown(question: str) -> None:
    assert followed(question, ON_LEVEE).article


def test_how_people_reacted_asks_for_words_of_anybody() -> None:
    understood = followed("how did people react?", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (None, "the levee")


@pytest.mark.parametrize("question", ["how many people?", "by date", "who wrote it?"])
def test_after_a_question_of_fact_nothing_was_listed(question: str) -> None:
    assert of_what_was_listed(question, read("When did the levee break?")) is None


@pytest.mark.parametrize("question", ["who wrote the report?", "who wrote it?", "what's its title?"])
def test_who_wrote_the_text_that_was_asked_about_is_no_question_of_the_article(question: str) -> None:
    assert of_what_was_listed(question, read("What did Quill say about the report?")) is None


@pytest.mark.parametrize(
    ("turn", "plain"),
    [
        ("show me number 2", "the second article"),
        ("let me see the second quote", "the second article"),
        ("open the first one", "the first article"),
    ],
)
def test_a_numbered_quote_is_shown_after_a_fact_too(turn: str, plain: str) -> None:
    assert of_what_was_listed(turn, read("how high is the levee")) == plain


def test_the_article_is_read_out() -> None:
    assert followed("read me the article", ON_LEVEE).article == "quote 0"
