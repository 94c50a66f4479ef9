"""Labels that are short for one before: who speaks first has the whole name, and then letters or a part of it."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.attribution.speech.without_verbs.short_labels import full_labels
from qa.datatypes import Article


def lines(text: str, title: str = "") -> list[str | None]:
    return [one.speaker for one in extract(Article("a", text, title=title)) if one.rule == "transcript"]


@pytest.mark.parametrize(
    ("first", "later"),
    [("Ottla Brandt", "Ottla"), ("Ottla Brandt", "OB"), ("Ada Hale-Quill", "AH-Q"), ("Öttla Brandt", "OB")],
)
def test_who_speaks_under_a_short_label_is_whose_whole_name_came_before(first: str, later: str) -> None:
    text = (
        f"Gazette: Will it hold?\n\n{first}: It will. I am sure.\n\nG: Did you build it?\n\n{later}: We all did."
        f"\n\nG: And the gate?\n\n{later}: The gate is old."
    )

    assert [one for one in lines(text, "The levee") if one and one != "Gazette"] == [first] * 3


def test_a_short_label_of_two_names_nobody_by_it() -> None:
    text = (
        "Ada Quill: It will.\n\nAnna Quist: It will not.\n\nAQ: I am sure.\n\nTom Brandt: Who built it?\n\nAQ: We did."
        "\n\nTom Brandt: And the gate?"
    )

    assert lines(text) == ["Ada Quill", "Anna Quist", None, "Tom Brandt", None, "Tom Brandt"]


def test_letters_of_questions_and_answers_are_no_short_labels() -> None:
    assert full_labels(["Quist", "Ada Quill", "Q", "A", "AQ"]) == {"AQ": "Ada Quill"}
