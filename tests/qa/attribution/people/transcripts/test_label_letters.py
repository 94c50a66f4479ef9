"""Labels of a few letters: whose they are, whether "A" answers, and what in capitals is no label."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def lines(text: str, title: str = "", author: str = "") -> list[tuple[str | None, str]]:
    found = extract(Article("a", text, title=title, author=author))
    return [(one.speaker, text[one.start : one.end]) for one in found if one.rule == "transcript"]


def talk(asks: str, answers: str, before: str = "Some words on rivers.") -> str:
    return f"{before}\n\n{asks}: Will it hold?\n\n{answers}: It will.\n\n{asks}: Sure?\n\n{answers}: I am."


@pytest.mark.parametrize(
    ("label", "title", "before", "speaker"),
    [
        ("T", "Tony Quill interview", "Jo Hale built it.", "Tony Quill"),
        ("T", "", "We spoke to Tony Quill, who runs the board.", "Tony Quill"),
        ("T", "Ada Brandt interview", "Tony Quill runs the board.", None),
        ("TD", "Tony De Quill on the levee", "Some words on rivers.", "Tony De Quill"),
        ("T", "", "Tony Quill runs the board. Tim Hale built it.", None),
        ("T", "", "Tom and Jo built it.", None),
        ("TQ", "Tony Quill and the levee", "Some words on rivers.", "Tony Quill"),
        ("TQ", "New Words of Tony Quill", "Some words on rivers.", "Tony Quill"),
        ("TQ", "", "In the studio: Toomas Quelle [TQ].", "Toomas Quelle"),
        ("TQ", "", "Tony Quill and Tim Quelle met.", None),
        ("AO", "Ada Örsa on the levee", "Some words on rivers.", "Ada Örsa"),
        ("TQ", "Tony “Boats” Quill on the levee", "Some words on rivers.", "Tony Quill"),
        ("TQ", "The Quay at Harwick", "Some words on rivers.", None),
        ("Tony", "Interview with Tony Quill", "Some words on rivers.", "Tony Quill"),
    ],
)
def test_letters_are_whose_name_they_begin(label: str, title: str, before: str, speaker: str | None) -> None:
    found = lines(talk("GZ", label, before), title)

    assert [who for who, words in found if words in ("It will.", "I am.")] == [speaker, speaker]


def test_the_letter_of_who_wrote_it_is_the_authors_unless_it_may_be_the_guests() -> None:
    assert [who for who, _ in lines(talk("AH", "TQ", "Tony Quill is in."), author="Ann Hale")] == [
        "Ann Hale",
        "Tony Quill",
        "Ann Hale",
        "Tony Quill",
    ]
    by_one_letter = lines(talk("A", "T"), "Tony Quill interview", author="Ann Hale")
    assert [who for who, _ in by_one_letter] == ["Ann Hale", "Tony Quill", "Ann Hale", "Tony Quill"]
    assert [who for who, _ in lines(talk("T", "A"), "Ada Quill interview", author="Ann Hale")] == [None] * 4


def test_what_an_a_beside_another_letter_says_is_not_the_other_letters() -> None:
    found = lines(talk("A", "T"), "Tony Quill interview")

    assert [(who, words) for who, words in found if words in ("Will it hold?", "Sure?")] == [
        (None, "Will it hold?"),
        (None, "Sure?"),
    ]


def test_letters_of_choices_are_nobodys() -> None:
    text = "Ada Quill named two ways.\n\nA: Build a wall.\n\nB: Dig.\n\nA: It is dear.\n\nB: It is not."

    assert [who for who, words in lines(text) if words in ("Build a wall.", "It is dear.")] == [None, None]


@pytest.mark.parametrize("heading", ["LAMPS AT SEA", "THE RIVER", "NEXT MONTH", "WORDS OF THE MONTH"])
def test_a_heading_in_capitals_is_no_speaker(heading: str) -> None:
    text = f"Notes.\n\nBOATS OF THE MONTH: Two sank.\n\n{heading}: It is wet.\n\nPIERS AND QUAYS: All hold."

    assert lines(text) == []


def test_a_president_in_capitals_is_one() -> None:
    text = "Remarks\n\nTHE PRESIDENT: It holds.\n\nQ: Does it?\n\nTHE PRESIDENT: It does."

    assert [words for _, words in lines(text)] == ["It holds.", "It does."]


def test_letters_are_whom_they_stand_beside_where_that_is_a_label() -> None:
    text = (
        "Stronk (S): Good morning.\n\nTom Brandt (TB): Hello.\n\n" + "S: I mended it.\n\nTB: You did?\n\n" * 3
    )

    assert [one.speaker for one in extract(Article("a", text))][2:4] == ["Stronk", "Tom Brandt"]


def test_letters_are_whom_a_list_of_who_takes_part_names() -> None:
    text = "Zebed Quarl, Port of Hale\n\nMirla Stronk\n\n" + "ZQ: I mended it.\n\nMS: You did?\n\n" * 3

    assert [one.speaker for one in extract(Article("a", text))][:2] == ["Zebed Quarl", "Mirla Stronk"]
