"""To which body "which" refers before a verb of speech."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

BODIES = {
    "whose leaders were met": (
        "He met leaders of the Rail Union, which says the plan is unfair.",
        ("the Rail Union, which", "the plan is unfair"),
    ),
    "whose spokesman he is": (
        "He is a spokesman for the Ports Agency, which said the levee leaks.",
        ("the Ports Agency, which", "the levee leaks"),
    ),
    "after a verb": (
        "That may be too late for the Harwick Fund, which says it will wait.",
        ("the Harwick Fund, which", "it will wait"),
    ),
    "a preposition in its name": (
        "The figures were given by the Bank of Dene, which said sales rose.",
        ("the Bank of Dene, which", "sales rose"),
    ),
    "a firm in a town": (
        "She works for a firm in Dene, which said it was fair.",
        ("a firm in Dene, which", "it was fair"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), BODIES.values(), ids=BODIES.keys())
def test_which_body_says_it(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


def test_a_thing_with_words_on_it_says_them() -> None:
    text = "A plaque at Dene Hall, which says the levee was built in 1900, was stolen."

    assert said(text) == [("A plaque at Dene Hall, which", "the levee was built in 1900")]


def test_what_is_reported_by_somebody_is_not_what_the_thing_says() -> None:
    assert said("The number of leaks reported by boaters was forty.") == []
    assert said("Quill said by phone that the levee leaks.") == [("Quill", "the levee leaks")]


@pytest.mark.parametrize("means", ["text message", "fax", "decree", "way of apology"])
def test_by_what_means_it_is_told_is_nobody(means: str) -> None:
    assert said(f"Quill announced by {means} that the levee leaks.") == [("Quill", "the levee leaks")]
