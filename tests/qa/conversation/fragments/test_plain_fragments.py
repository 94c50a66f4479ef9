"""Turns whose words around a topic or a name say little: "moving on to tolls", "and from Brandt?", "now do tolls"."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from qa.conversation.fragments.plain_fragments import in_plain_words, introduced_anew
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed


@pytest.mark.parametrize(
    "question",
    [
        "and when it comes to tolls?",
        "with regard to tolls?",
        "as far as tolls are concerned?",
        "what else, on tolls?",
        "show me the one about tolls",
        "the quote about tolls",
        "the bit where she mentions tolls",
        "where she talks about tolls",
        "got one about tolls?",
        "moving on to tolls",
        "turning to tolls",
        "make it tolls",
        "let's talk about tolls",
        "does that apply to tolls?",
        "and her tolls remarks?",
        "now do tolls",
        "do tolls next",
    ],
)
def test_the_same_of_another_topic_is_asked_in_many_words(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "tolls")


@pytest.mark.parametrize(
    "question",
    [
        "and from Brandt?",
        "and according to Brandt?",
        "what about Brandt's side?",
        "was Brandt asked too?",
        "also for Brandt",
        "in contrast Brandt?",
        "make that Brandt",
        "ask Brandt that",
        "and if you ask brandt?",
        "put the same to Brandt",
        "switch to Brandt",
        "the same from Brandt",
        "and Brandt on the same?",
        "how did Brandt put it?",
        "what if I ask Brandt",
        "now with Brandt",
        "alright Brandt",
        "swap Quill for Brandt",
        "replace quill with brandt",
        "is Brandt of the same opinion?",
    ],
)
def test_somebody_else_is_asked_the_same_in_many_words(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    "question",
    [
        "was it asked?",
        "moving on to what he said",
        "do it now",
        "where does she live?",
        "let's talk about him",
        "is there one?",
        "and her recent remarks?",
        "going to Harwick tomorrow?",
        "moving to Harwick?",
        "is there one with a gate?",
        "now do something else",
        "make it quick",
        "rather odd",
        "according to the article?",
    ],
)
def test_what_names_nothing_stays_as_it_is(question: str) -> None:
    assert in_plain_words(question) is None


@pytest.mark.parametrize(
    "question", ["what did they say about tolls?", "did they mention tolls?", "their view on tolls?"]
)
def test_they_may_be_the_one_who_was_asked(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "tolls")


@pytest.mark.parametrize("topic", ["the ferries", "the council", "Ivo Brandt"])
def test_they_are_not_who_was_asked_where_they_may_be_what_it_was_on(topic: str) -> None:
    on_several: Before = (f"what did quill say about {topic}", "Words.", (QUILL,))

    assert followed("what did they say about tolls?", on_several).understood.speaker != QUILL


ON_FACT: Before = ("When did the levee break?", "The levee broke in May.", ())


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("and who is Una Strand?", "who is Una Strand?"),
        ("thanks, and who is Una Strand?", "who is Una Strand?"),
        ("so where is Port Orsa?", "where is Port Orsa?"),
        ("and how old is Una Strand?", "how old is Una Strand?"),
    ],
)
def test_who_somebody_named_is_says_all_that_it_asks(question: str, alone: str) -> None:
    assert followed(question, ON_FACT).understood.standalone == alone


@pytest.mark.parametrize(
    "question", ["and who is she?", "and who is the mayor?", "and where is it?", "and when was May?"]
)
def test_who_nobody_named_is_goes_on(question: str) -> None:
    assert introduced_anew(question) is None


@pytest.mark.parametrize(
    "question", ["did anyone comment?", "what was the reaction?", "who reacted to that?", "any comments?"]
)
def test_what_others_said_to_it_is_asked_in_many_words(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.kind, found.understood.topic) == (QuestionKind.WHO_SAID, "the levee")
    assert QUILL in found.silent


def test_a_turn_that_asks_for_all_that_it_means_is_repeated_as_it_was_typed() -> None:
    understood = followed("switch to Brandt on tolls", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "tolls")
    assert understood.standalone == "switch to Brandt on tolls"
