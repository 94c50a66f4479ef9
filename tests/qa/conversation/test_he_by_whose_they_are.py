"""Whom "he" means after a question for somebody who is named by whose they are, and under quotes of several people."""

from __future__ import annotations

import pytest

from qa.answers import Outcome
from qa.conversation.earlier.agreement import is_described_otherwise
from tests.qa.conversation.talks_of_dene import BRANDT, Before, followed


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("How much did the museum's director spend on meals?", "the museum's director"),
        ("How much did Norland's president spend on meals?", "Norland's president"),
        ("How much did the Harwick Trust's chairman spend?", "the Harwick Trust's chairman"),
    ],
)
def test_he_is_who_holds_an_office_of_a_body_and_never_the_body(before: str, who: str) -> None:
    asked: Before = (before, "Words.", ())

    assert followed("Who took over from him?", asked).understood.standalone == f"Who took over from {who}?"
    assert followed("What did he say about fees?", asked).understood.speaker == who.removeprefix("the ")


def test_he_may_be_whose_lawyer_was_asked_about() -> None:
    found = followed("did he resign?", ("How much did Brandt's lawyer cost?", "Words.", ())).understood

    assert "lawyer" not in found.standalone


def test_he_is_still_who_was_asked_for_and_not_found() -> None:
    asked: Before = ("What did the director say about the rink?", "Words.", ())

    found = followed("What did he say about fees?", asked, outcome=Outcome.NOT_FOUND).understood

    assert (found.speaker, found.topic) == ("director", "fees")


def test_he_may_be_the_first_who_was_quoted_though_his_name_shows_no_gender() -> None:
    asked: Before = ("Who else testified at the hearing?", "Words.", ("Halvorn Blue", BRANDT))

    assert followed("What did he say?", asked).understood.ambiguous == ("Halvorn Blue", BRANDT)


@pytest.mark.parametrize(
    ("pronoun", "question", "another"),
    [
        ("he", "and his sister?", True),
        ("she", "what did her dad say", True),
        ("she", "and his sister?", False),
        ("he", "what did he say about his sister", False),
    ],
)
def test_a_relative_who_was_asked_is_no_he_or_she_of_another_gender(
    pronoun: str, question: str, *, another: bool
) -> None:
    assert is_described_otherwise(pronoun, None, question) is another


def test_whose_somebody_is_may_be_typed_without_its_mark() -> None:
    asked: Before = ("what did ivo brandts father say", "The father of Ivo Brandt said no.", ())

    assert followed("and his sister?", asked).understood.standalone == "What did Ivo Brandt's sister say?"
