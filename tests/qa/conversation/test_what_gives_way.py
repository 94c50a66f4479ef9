"""What a follow-up is about, and what of the last question gives way in it."""

from __future__ import annotations

import pytest

from qa.answers import Outcome
from qa.conversation.topics.subjects import subject
from tests.qa.conversation.talks_of_dene import followed, read


def test_a_possessive_alone_asks_for_the_same_role_elsewhere() -> None:
    before = ("what did orsa bank's boss say", "", ())

    understood = followed("and dene bank's?", before, outcome=Outcome.NOT_FOUND).understood

    assert understood.standalone.lower().startswith("what did dene bank's boss say")


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("who replaces Ned Hale?", "Ned Hale"),
        ("who cares about the levee?", "the levee"),
        ("what is Ned Hale's new pier called?", "Ned Hale's new pier"),
        ("what was Ned Hale fined for by whom?", "Ned Hale"),
        ("What do the US ferries want?", "the US ferries"),
    ],
)
def test_what_a_question_is_about_has_no_word_that_asks(question: str, about: str) -> None:
    assert subject(read(question)) == about


@pytest.mark.parametrize("question", ["who pays?", "who took over?"])
def test_a_verb_alone_is_asked_of_what_was_talked_of(question: str) -> None:
    before = ("how much does the Hale Pier cost?", "Words.", ())

    assert "Hale Pier" in followed(question, before).understood.standalone


def test_a_nation_takes_the_place_of_the_one_that_was_asked_about() -> None:
    before = ("when will the US ban eels?", "Words.", ())

    assert followed("and norway?", before).understood.standalone == "when will norway ban eels?"


def test_a_verb_is_no_name_where_what_was_shown_has_a_capital_for_it() -> None:
    before = ("how did ned hale get to the final", "Fans use the app Get Fit. Ned Hale won.", ())

    assert followed("who is he playing?", before).understood.standalone == "who is Ned Hale playing?"
