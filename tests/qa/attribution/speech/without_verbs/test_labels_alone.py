"""Names that stand in a line of their own above the words, with a colon or without one."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

FIRST = "It will hold, and I have seen it."
SECOND = "You were not there when it broke."


def spoken(text: str) -> list[tuple[str | None, str]]:
    return [(one.speaker, text[one.start : one.end]) for one in extract(Article("a", text))]


def talk(*lines: tuple[str, str]) -> str:
    return "\n\n".join(["A talk in Hale", *(f"{label}\n\n{words}" for label, words in lines)])


@pytest.mark.parametrize(
    ("quill", "brandt"),
    [
        ("Ada Quill", "Tom Brandt"),
        ("**Ada Quill**", "**Tom Brandt**"),
        ("ADA QUILL", "TOM BRANDT"),
        ("Ada Quill -- Chief Executive Officer", "Tom Brandt -- Hale Securities -- Analyst"),
        ("**Ada Quill** -- *Chief Executive Officer*", "**Tom Brandt** -- *Analyst*"),
        ("Ada Quill — Mayor", "Tom Brandt — Engineer"),
    ],
)
def test_a_name_above_the_words_needs_no_colon(quill: str, brandt: str) -> None:
    text = talk((quill, FIRST), (brandt, SECOND), (quill, FIRST), (brandt, SECOND))

    assert spoken(text) == [("Ada Quill", FIRST), ("Tom Brandt", SECOND)] * 2


def test_who_speaks_once_in_such_a_talk_is_heard_too() -> None:
    text = talk(
        ("Operator", "I will now turn it over to Xan Vorl."),
        ("Ada Quill", FIRST),
        ("Tom Brandt", SECOND),
        ("Ada Quill", FIRST),
        ("Tom Brandt", SECOND),
        ("Xan Vorl", "Can you say more?"),
        ("Ines Orsa -- Dene Bank", "I have no question."),
    )

    assert [speaker for speaker, _ in spoken(text)] == [
        None,
        *["Ada Quill", "Tom Brandt"] * 2,
        "Xan Vorl",
        "Ines Orsa",
    ]


def test_a_list_of_names_and_a_heading_are_nobodys_words() -> None:
    text = talk(("Ada Quill", FIRST), ("Tom Brandt", SECOND), ("Ada Quill", FIRST), ("Tom Brandt", SECOND))
    text += "\n\nCall Participants:\n\nAda Quill -- Mayor\n\nTom Brandt -- Engineer\n\nInes Orsa -- Clerk\n"

    assert spoken(text) == [("Ada Quill", FIRST), ("Tom Brandt", SECOND)] * 2


def test_who_took_the_picture_says_nothing() -> None:
    stories = ["The levee broke at noon.", "Boats left the quay.", "The ferry stays shut.", "Rain is due."]
    credited = zip(["Ada Quill", "Tom Brandt"] * 2, stories, strict=True)

    assert spoken(talk(*credited)) == []


def test_a_name_that_is_no_known_one_is_a_label_where_it_comes_again() -> None:
    text = talk(
        ("Ada Quill:", "Will it hold?"),
        ("Xan Vorl:", FIRST),
        ("Ada Quill:", "Were you there?"),
        ("Xan Vorl:", SECOND),
    )

    assert [speaker for speaker, _ in spoken(text)] == ["Ada Quill", "Xan Vorl"] * 2


def test_a_middle_initial_makes_nobody_else_of_a_speaker() -> None:
    text = talk(
        ("Tom Brandt", "Here is our Chief Financial Officer, Ada Quill. I'll turn it over to Ada Quill."),
        ("Ada T. Quill -- Chief Financial Officer", FIRST),
        ("Tom Brandt", "And you?"),
        ("Ada T. Quill -- Chief Financial Officer", SECOND),
    )

    assert [speaker for speaker, _ in spoken(text)] == ["Tom Brandt", "Ada Quill"] * 2
