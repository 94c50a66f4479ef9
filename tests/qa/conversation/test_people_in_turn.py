"""Turns about several people: "what did he call her?", "and she?", "the other one", "the first one"."""

from __future__ import annotations

import pytest

from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

ON_BRANDT: Before = ("what did quill say about brandt", "Words.", (QUILL,))
BRANDT_TOO: Before = ("and brandt?", "Words.", (BRANDT,))
HER_PLAN: Before = ("what did quill say about her plan", "Words.", (QUILL,))


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("why does he dislike her?", "why does Ivo Brandt dislike Ada Quill?"),
        ("does she want him to resign?", "does Ada Quill want Ivo Brandt to resign?"),
        ("did he thank her after the vote?", "did Ivo Brandt thank Ada Quill after the vote?"),
    ],
)
def test_a_man_and_a_woman_are_both_named(question: str, written: str) -> None:
    assert followed(question, ON_BRANDT).understood.standalone == written


def test_what_he_called_her_is_asked_of_him() -> None:
    found = followed("what did he call her?", ON_BRANDT).understood

    assert (found.speaker, found.topic) == (BRANDT, QUILL)


@pytest.mark.parametrize("question", ["and she?", "and her?", "what about her?"])
def test_she_alone_is_the_woman_who_was_asked_before(question: str) -> None:
    found = followed(question, ON_LEVEE, BRANDT_TOO).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


def test_him_is_whom_the_speaker_spoke_of_before_another_thing() -> None:
    on_hale: Before = ("what did brandt say about tom hale", "Words.", (BRANDT,))
    found = followed("did he criticise him?", on_hale, ("and on gold?", "Words.", (BRANDT,)))

    assert found.understood.topic == "Tom Hale"


@pytest.mark.parametrize("question", ["and the other one?", "what about the other guy?"])
def test_the_other_one_is_the_only_other_who_was_asked(question: str) -> None:
    found = followed(question, ON_LEVEE, BRANDT_TOO).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


def test_the_german_one_is_no_topic_of_the_minister() -> None:
    found = followed("and the german one?", ("what did the minister say about the levee", "Words.", ()))

    assert (found.understood.speaker, found.understood.topic) == ("german minister", "the levee")


def test_the_one_in_hale_is_no_mayor_after_words_on_a_ferry() -> None:
    found = followed("and the one in Hale?", ("what did the mayor say about the ferry", "Words.", ()))

    assert "mayor in Hale" not in found.understood.standalone


def test_the_other_one_after_a_minister_is_another_minister() -> None:
    found = followed("and the other one?", ("what did the minister say about the levee", "Words.", ()))

    assert found.understood.standalone == "What did the other minister say about the levee?"


@pytest.mark.parametrize(("question", "name"), [("first one", QUILL), ("second guy", BRANDT)])
def test_the_first_one_is_who_was_asked_first(question: str, name: str) -> None:
    hale: Before = ("and rosa hale?", "Words.", ("Rosa Hale",))
    found = followed(f"what did the {question} say about tolls?", ON_LEVEE, BRANDT_TOO, hale)

    assert (found.understood.speaker, found.understood.topic) == (name, "tolls")


def test_what_somebody_said_again_is_what_they_were_asked_before() -> None:
    tolls: Before = ("what did quill say about tolls", "Words.", (QUILL,))
    found = followed("what did brandt say again?", ON_LEVEE, BRANDT_TOO, tolls)

    assert (found.understood.speaker, found.understood.topic) == (BRANDT, "the levee")


def test_her_plan_stays_hers_when_somebody_else_is_asked() -> None:
    found = followed("and tom hale?", HER_PLAN, BRANDT_TOO).understood

    assert (found.speaker, found.topic) == ("Tom Hale", "Ada Quill's plan")


def test_what_something_was_called_is_not_what_is_talked_of() -> None:
    called: Before = ("did brandt call it a mistake?", "Words.", (BRANDT,))
    found = followed("and rosa hale?", ON_LEVEE, called).understood

    assert (found.speaker, found.topic) == ("Rosa Hale", "the levee")


def test_a_body_that_is_named_next_may_speak_itself() -> None:
    found = followed("and the vantor lantern?", ON_LEVEE)

    itself = found.otherwise
    assert (found.understood.speaker, found.understood.topic) == (QUILL, "the vantor lantern")
    assert itself is not None
    assert (itself.understood.speaker, itself.understood.topic) == ("Vantor Lantern", "the levee")


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("no, i meant the governor", "did the governor offer help?"),
        ("no, the mayor", "did the mayor offer help?"),
    ],
)
def test_a_question_of_fact_is_asked_of_who_was_meant(question: str, written: str) -> None:
    helped: Before = ("did Brandt offer help?", "Words.", ())

    assert followed(question, helped).understood.standalone == written


def test_a_second_correction_corrects_the_same_question() -> None:
    helped: Before = ("did Brandt offer help?", "Words.", ())
    found = followed("no, rosa hale", helped, ("no i meant the governor", "Words.", ()))

    assert found.understood.standalone == "did Rosa Hale offer help?"
