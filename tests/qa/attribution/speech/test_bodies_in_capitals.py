"""A body that is spelt like a pronoun, numbers after a verb, and verbs after "did"."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

READ = {
    "a body": ("The WHO has also noted that the symptoms are mild.", ("The WHO", "the symptoms are mild")),
    "a body at the end": ("The levee leaks, the WHO said.", ("the WHO", "The levee leaks")),
    "a pronoun": ("The man who said the levee leaks left.", ("The man who", "the levee leaks left")),
    "about a number": (
        "The Dene Harbour Trust estimates about 90 boats are lost.",
        ("The Dene Harbour Trust", "about 90 boats are lost"),
    ),
    "an ordinal": (
        "Ports and Customs (PCE) announced on May 2nd that it would leave.",
        ("Ports and Customs", "it would leave"),
    ),
    "a document by a body": (
        "The levee may break, a report by the Harwick Institute predicts.",
        ("the Harwick Institute", "The levee may break"),
    ),
    "only then": ("Only after that did Quill say, “We are in time.”", ("Quill", "“We are in time.”")),
    "not until then": ("Not until Monday did Quill say that the levee leaks.", ("Quill", "the levee leaks")),
}


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ.keys())
def test_who_says_what(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]
