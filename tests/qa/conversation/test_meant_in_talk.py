"""What "it", "that" and a count mean in talks of strangers, and what they do not."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

ARRESTED: Before = ("who was arrested in port orsa?", "In Port Orsa, police arrested two.", ())


@pytest.mark.parametrize(
    "question", ["is anyone else quoted?", "who else is quoted on it?", "does anybody else talk?"]
)
def test_who_else_is_quoted_asks_for_others_words(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.kind, found.understood.topic) == (QuestionKind.WHO_SAID, "the levee")
    assert found.silent == {QUILL}


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("what year was that?", "When was the bridge closed?"),
        ("which day was it", "When was the bridge closed?"),
        ("in what year was that?", "When was the bridge closed?"),
    ],
)
def test_what_year_that_was_asks_when(question: str, standalone: str) -> None:
    found = followed(question, ("why was the bridge closed?", "It was.", ())).understood

    assert found.standalone == standalone


@pytest.mark.parametrize("before", [(ARRESTED,), (ARRESTED, ("what did the police say?", "Words.", ()))])
def test_it_is_what_was_done_somewhere_and_neither_police_nor_an_aside(before: tuple[Before, ...]) -> None:
    assert followed("what did brandt say about it?", *before).understood.topic == "Port Orsa"


def test_it_is_where_somebody_was_shot_and_no_shot() -> None:
    shot: Before = ("who was shot in port orsa?", "In Port Orsa, two were shot.", ())

    assert followed("what did brandt say about it?", shot).understood.topic == "Port Orsa"


def test_what_several_cost_is_asked_of_them_once() -> None:
    ferries: Before = ("what did quill say about the ferries", "Words.", (QUILL,))

    assert (
        followed("how much will they cost?", ferries).understood.standalone
        == "how much will the ferries cost?"
    )


def test_the_mayor_on_it_is_looked_for_where_it_was_shown_before_any_other() -> None:
    found = followed("what did the mayor say about it?", ON_LEVEE)

    assert (found.understood.topic, found.near, found.doubtful) == ("the levee", {"quote 0"}, False)
    told = found.otherwise
    assert told is not None
    assert (told.understood.kind, told.near, told.doubtful) == (QuestionKind.CONTENT, {"quote 0"}, True)
    assert told.otherwise is not None
    assert (told.otherwise.near, told.otherwise.doubtful) == (None, True)


def test_the_mayor_on_what_nobody_named_is_looked_for_where_it_was_shown() -> None:
    found = followed("what did the mayor say about it?", ("who did then?", "Ada Quill.", ()))

    assert (found.understood.topic, found.near, found.unresolved) == (None, {"quote 0"}, False)


def test_what_somebody_denies_is_not_who_said_it_of_them() -> None:
    found = followed(
        "did brandt deny it?", ("what did quill say about brandt", "“A fool.”", (QUILL,))
    ).understood

    assert (found.speaker, found.topic) == (BRANDT, None)


def test_how_many_she_sent_is_asked_of_what_was_talked_of() -> None:
    emails: Before = ("what did quill say about the emails", "Words.", (QUILL,))

    found = followed("how many did she send?", emails).understood

    assert found.standalone == f"how many did {QUILL} send (the emails)?"


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("how many days of sick leave did quill order?", "days of sick leave"),
        ("how many shops did Quill close?", "Quill closing shops"),
        ("how much money will brandt raise?", "Brandt raising money"),
        ("how many people did Quill's order reach?", "Quill's order"),
    ],
)
def test_what_was_counted_is_talked_of_or_what_did_it(asked: str, topic: str) -> None:
    words: Before = (asked, "Ada Quill and Ivo Brandt.", ())

    assert followed("what did hale say about it?", words).understood.topic == topic
