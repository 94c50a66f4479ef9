from __future__ import annotations

import pytest

from qa.conversation.fragments.corrections import is_other, meant_instead, picked, refuses


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("no, I meant the sister", "the sister"),
        ("I meant Brandt", "Brandt"),
        ("no, Thatcher", "Thatcher"),
        ("no, I meant that", "that"),
        ("No, the other one", "the other one"),
        ("sorry, I mean his lawyer", "his lawyer"),
        ("not the mill, the union", "the union"),
        ("no not brandt, quill", "quill"),
        ("No, not the mill, the union", "the union"),
        ("Strand, not Brandt", "Strand"),
        ("no, I was asking about the levee, not the bridge", "the levee"),
        ("wrong person, Una Strand", "Una Strand"),
        ("not that one, the harbour", "the harbour"),
        ("nah the harbour", "the harbour"),
        ("oops Strand", "Strand"),
        ("sorry, the union", "the union"),
    ],
)
def test_a_correction_says_what_is_meant(question: str, meant: str) -> None:
    assert meant_instead(question) == meant


@pytest.mark.parametrize(
    "question",
    [
        "What did Quill say?",
        "no",
        "not that",
        "neither",
        "nobody paid, why?",
        "Not far from Harwick",
        "north, south?",
        "no, thanks",
        "No, thank you.",
        "no, that's not right",
        "No, he didn't",
        "no, they did not vote",
        "no, no",
        "thanks, not now",
        "see what i mean?",
        "typo, sorry",
        "no idea",
        "no comment?",
        "no quotes from her",
        "nah he did",
        "wait sorry",
        "",
    ],
)
def test_what_corrects_nothing_is_none(question: str) -> None:
    assert meant_instead(question) is None


@pytest.mark.parametrize(
    "question", ["no", "not that", "not that one", "neither", "None of them.", "neither of these!"]
)
def test_what_was_shown_can_be_refused(question: str) -> None:
    assert refuses(question)
    assert not refuses(f"{question} ferry")


def test_the_other_one_names_nobody() -> None:
    assert is_other("the other one")
    assert is_other("someone else")
    assert not is_other("the other ferry")


CHOICES = ("What did Ada Quill say?", "What did Ivo Brandt say?", "What did Una Strand say?")


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("2", 1),
        ("the second one", 1),
        ("the second", 1),
        ("number three", 2),
        ("first", 0),
        ("the last one", 2),
        ("2nd", 1),
    ],
)
def test_one_of_the_offered_questions_is_picked(question: str, place: int) -> None:
    assert picked(question, CHOICES) == CHOICES[place]


@pytest.mark.parametrize("question", ["4", "the fifth", "the second ferry", "Brandt", "no", ""])
def test_nothing_is_picked_that_was_not_offered(question: str) -> None:
    assert picked(question, CHOICES) is None
    assert picked("the second one", ()) is None
