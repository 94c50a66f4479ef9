"""What a question of fact names is talked of from then on, and what only stood before it is not."""

from __future__ import annotations

import pytest

from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

WINNING: Before = ("what did quill say about winning the cup", "This book won it, Quill said.", (QUILL,))
THE_BOOK: Before = ("what's the book about?", "It is about a mill.", ())


@pytest.mark.parametrize(
    ("question", "asked"),
    [("who wrote it?", "who wrote the book"), ("did she like it?", "did Quill like the book")],
)
def test_it_is_the_thing_that_the_last_fact_was_asked_of(question: str, asked: str) -> None:
    assert followed(question, WINNING, THE_BOOK).understood.standalone.startswith(asked)


def test_he_is_none_of_several_judges() -> None:
    judges: Before = ("did the judges like it?", "Ivo Brandt, who chaired the judges, said so.", (BRANDT,))

    understood = followed("what did he say about tolls?", judges).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "tolls")


@pytest.mark.parametrize("how", ["bad", "nice", "specific"])
def test_how_something_is_said_is_no_part_of_a_topic(how: str) -> None:
    assert followed(f"did she say anything {how} about tolls?", ON_LEVEE).understood.topic == "tolls"


def test_anything_from_somebody_does_not_ask_who_they_are() -> None:
    before: Before = ("who is Quill?", "Quill is the mayor.", ())

    understood = followed("anything from the doctors?", ON_LEVEE, before).understood

    assert (understood.speaker, understood.topic) == ("doctors", "the levee")


@pytest.mark.parametrize("question", ["who said that last one?", "who said the last bit?"])
def test_the_last_one_is_what_was_shown(question: str) -> None:
    assert followed(question, ON_LEVEE).printed


def test_a_bare_noun_after_a_fact_is_looked_for_where_that_was_found() -> None:
    cost: Before = ("how much does the ferry cost?", "It costs ten crowns.", ())

    found = followed("parking?", ON_LEVEE, cost)

    assert found.near
    assert found.otherwise is not None
    assert found.otherwise.near is None
