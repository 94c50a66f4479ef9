"""Turns that ask who put a question, who else speaks in the article, or for part of what was said."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed


@pytest.mark.parametrize(
    "question",
    [
        "who interviewed her?",
        "and who asked her that?",
        "who was interviewing him",
        "who asked her about that?",
    ],
)
def test_who_put_the_question_stands_beside_the_words(question: str) -> None:
    assert followed(question, ON_LEVEE).article == "quote 0"


def test_who_asked_somebody_for_something_is_no_interviewer() -> None:
    assert followed("who asked her to resign?", ON_LEVEE).article is None


@pytest.mark.parametrize(
    "question",
    [
        "who is quoted in that article?",
        "who else is quoted there?",
        "and who else speaks in it?",
        "who else is in the article?",
    ],
)
def test_whoever_is_quoted_in_the_article_shown_are_others_on_the_same(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.kind, understood.topic) == (QuestionKind.WHO_SAID, "the levee")


def test_somebody_by_their_office_is_asked_about_the_same() -> None:
    understood = followed("and the mayor on that?", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == ("mayor", "the levee")


@pytest.mark.parametrize(
    "question",
    ["only the bit about the old quay", "just the part on the old quay", "no, the bit about the old quay"],
)
def test_the_bit_about_something_is_that(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (QUILL, "the old quay")


def test_only_somebody_of_whom_a_topic_was_is_the_topic() -> None:
    before: Before = ("What did Ada Quill say about Ivo Brandt's brother?", "Words.", (QUILL,))

    understood = followed("just Brandt", before).understood

    assert (understood.speaker, understood.topic) == (QUILL, "Brandt")


def test_only_somebody_else_is_asked_the_same() -> None:
    assert followed("just Brandt", ON_LEVEE).understood.speaker == BRANDT


def test_who_agreed_to_it_took_part_in_it() -> None:
    found = followed("who agreed to it?", ON_LEVEE)

    assert found.understood.standalone == "who agreed to the levee?"
    assert followed("who agrees with it?", ON_LEVEE).understood.standalone != "who agreed to the levee?"


def test_when_something_that_is_so_was_asks_when_the_words_were_printed() -> None:
    lasts: Before = ("does the levee hold a flood?", "It holds, Quill said.", (QUILL,))

    assert followed("when was this?", ON_LEVEE, lasts).printed
    assert not followed("when was this?", ON_LEVEE, ("did the levee break?", "It broke.", (QUILL,))).printed


def test_the_bit_of_whoever_spoke_for_an_office_is_theirs() -> None:
    mayor: Before = ("what did the mayor say?", "Words.", (QUILL,))

    understood = followed("only the part about jobs", ON_LEVEE, mayor).understood

    assert (understood.speaker, understood.topic) == (QUILL, "jobs")


@pytest.mark.parametrize(
    "question", ["quote her exactly please", "can you quote them word for word?", "ok quote him directly"]
)
def test_who_is_quoted_exactly_is_asked_for_the_words_alone(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic) == (QUILL, "the levee")
    assert found.understood.of_all == "quoted"


def test_the_bit_about_something_is_of_whoever_spoke_before_a_fact() -> None:
    fact: Before = ("does the levee hold a flood?", "It holds, Brandt said.", (BRANDT,))

    understood = followed("the bit about the protesters", ON_LEVEE, fact).understood

    assert (understood.speaker, understood.topic) == (QUILL, "the protesters")
