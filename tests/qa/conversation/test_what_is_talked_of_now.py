"""What a talk is about now: "it too", "before that", "about him", and what no talk goes on about."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

ON_PHOTO: Before = ("what did brandt say about the photo", "Words.", (BRANDT,))


@pytest.mark.parametrize("question", ["who else talked about him?", "who else criticised him?"])
def test_who_else_spoke_of_him_means_whom_was_spoken_of(question: str) -> None:
    on_hale: Before = ("what did brandt say about tom hale", "Tom Hale is right.", (BRANDT,))
    understood = followed(question, on_hale).understood

    assert (understood.kind, understood.topic) == (QuestionKind.WHO_SAID, "Tom Hale")


def test_who_criticised_him_still_means_who_spoke() -> None:
    understood = followed("who criticised him?", ON_PHOTO).understood

    assert understood.topic == BRANDT


@pytest.mark.parametrize(
    "question",
    ["did brandt mention it too?", "did brandt say so as well?", "did brandt mention that either?"],
)
def test_too_is_no_part_of_what_it_is(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("what did she say before that", "relevance"),
        ("and what did she say about it before?", "relevance"),
        ("what did she say after that", "newest"),
    ],
)
def test_before_that_is_no_topic(question: str, order: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic, understood.order) == (QUILL, "the levee", order)


def test_before_that_is_no_topic_of_another_either() -> None:
    on_brandt: Before = ("is ivo brandt rich?", "Ivo Brandt is.", ())
    understood = followed("what did he say before that", ON_LEVEE, on_brandt).understood

    assert (understood.speaker, understood.topic) == (BRANDT, None)


@pytest.mark.parametrize(
    ("question", "topic"),
    [("what exactly did she write", "the levee"), ("what did she write about tolls?", "tolls")],
)
def test_what_somebody_wrote_is_their_words_where_these_were_asked_for(question: str, topic: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.kind, understood.speaker, understood.topic) == (QuestionKind.SAID, QUILL, topic)


def test_what_somebody_would_do_is_no_topic_that_others_are_asked_on() -> None:
    asked: Before = ("did she say she'd resign?", "Words.", (QUILL,))
    understood = followed("what did brandt say about it?", ON_LEVEE, asked).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


def test_what_was_only_done_is_no_topic() -> None:
    paid: tuple[Before, ...] = (("how much was paid", "Ten crowns.", ()), ("by whom?", "The town paid.", ()))
    understood = followed("what did brandt say?", ON_LEVEE, *paid).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize("somebody", ["norland's prime minister", "the mayor of dene"])
def test_it_is_nobody_who_was_spoken_of_by_an_office(somebody: str) -> None:
    asked: Before = (f"what did quill say about {somebody}", "Words.", (QUILL,))
    understood = followed("what did she call it?", ON_LEVEE, asked).understood

    assert understood.standalone == "what did Ada Quill call the levee?"


def test_what_somebody_is_happy_with_is_what_is_talked_of() -> None:
    asked: Before = ("is quill happy with the levee?", "Quill is.", ())

    assert followed("what did brandt say?", asked).understood.topic == "the levee"


@pytest.mark.parametrize("verb", ["owns", "managed", "founded"])
def test_it_is_what_somebody_was_asked_for_by(verb: str) -> None:
    asked: Before = (f"who {verb} the mill?", "Rosa Hale does.", ())
    understood = followed("what did brandt say about it?", ON_LEVEE, asked).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the mill")


def test_where_somebody_wrote_it_is_nothing_that_others_speak_of() -> None:
    letter: Before = ("what did quill say in her letter?", "Words.", (QUILL,))

    assert followed("and brandt?", ON_LEVEE, letter).understood.topic == "the levee"


def test_that_is_what_people_plan_and_not_the_people() -> None:
    plans: Before = ("what are the reds planning for nurses?", "Words.", ())

    found = followed("what does brandt think of that?", ON_LEVEE, plans).understood

    assert found.topic == "the reds planning for nurses"


def test_who_criticised_her_for_it_asks_who_criticised_her() -> None:
    found = followed("who criticised her for it?", ON_LEVEE).understood

    assert (found.cue, found.topic) == ("criticize", QUILL)


def test_paying_for_it_is_no_paying_alone() -> None:
    topic = followed("what did Brandt say about paying for it?", ON_LEVEE).understood.topic

    assert topic == "paying for it"
