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
    [
        ("Ottla Brandt", "Ottla"),
        ("Ottla Brandt", "OB"),
        ("Ada Hale-Quill", "AH-Q"),
        ("Öttla Brandt", "OB"),
        ("Ottla McBrandt", "OMB"),
    ],
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


TWO = (
    "Nobody knew the play. {0}\n\nHow did you meet?\n\nO: We met on a boat.\n\nYou are good friends.\n\n"
    "A: So they say. I am not sure.\n\nWe row.\n\nWho rows more?\n\nO: I do.\n\nO: She does not.\n\nA: I row each day."
)


def said(text: str) -> list[tuple[str | None, str]]:
    found = extract(Article("a", text, title="The boat"))
    return [(one.speaker, text[one.start : one.end]) for one in found if one.rule == "transcript"]


@pytest.mark.parametrize(
    ("introduction", "first", "second"),
    [
        ("I sat down with Ottla and Ada.", "Ottla", "Ada"),
        ("The Tide spoke to Ada Quill and Ottla Brandt.", "Ottla Brandt", "Ada Quill"),
        ("I sat down with Ottla, Orsy and Ada.", None, None),
        ("I sat down with Ottla and Tom.", None, None),
    ],
)
def test_single_letters_are_those_of_whom_an_introduction_names_together(
    introduction: str, first: str | None, second: str | None
) -> None:
    found = said(TWO.format(introduction))

    assert {one for one, words in found if words in ("We met on a boat.", "I do.")} == {first}
    assert {one for one, words in found if words in ("So they say. I am not sure.", "I row each day.")} == {
        second
    }


def test_what_an_interviewer_without_a_label_says_is_none_of_theirs_who_answer() -> None:
    spoken = [words for _, words in said(TWO.format("I sat down with Ottla and Ada."))]

    assert "We row." in spoken
    assert not {"You are good friends.", "Who rows more?", "How did you meet?"} & set(spoken)


def test_letters_may_stand_for_both_given_names_of_the_guest() -> None:
    text = "Tide: Will it hold?\n\nAMQ: It will.\n\nTide: Did you build it?\n\nAMQ: We all did."

    found = [
        one.speaker for one in extract(Article("a", text, title="The levee: interview with Ada-May Quill"))
    ]

    assert found.count("Ada-May Quill") == 2


@pytest.mark.parametrize(
    ("said", "speaker"), [("It will.", "Ada Quill"), ("Will it?", None)], ids=["answers", "asks too"]
)
def test_the_only_other_label_than_the_interviewers_is_the_guests_even_with_letters_of_a_body(
    said: str, speaker: str | None
) -> None:
    text = (
        f"TM: Will it hold?\n\nHRC: {said} We built it. {said}\n\nTM: Are you sure?\n\nHRC: I am. {said}\n\n"
        f"TM: And the gate?\n\nHRC: We use it. {said}"
    )

    found = lines(text, "Interview with Ada Quill of the Harwick Rowing Club")

    assert found == [None, speaker] * 3


def test_a_name_in_brackets_that_has_a_line_of_its_own_is_a_label() -> None:
    talk = "\n\n".join(
        ["# What is it?", "**[Ada Quill]**", "It is a boat.", "**[Tom Brandt]**", "I call it a raft."] * 3
    )

    assert lines(talk, "Interview with the crew") == ["Ada Quill", "Tom Brandt"] * 3


@pytest.mark.parametrize(
    "mark",
    [
        "![](quay.jpg)",
        "{{< figure src=quay.jpg >}}",
        "[caption]The quay[/caption]",
        "=IMAGE=quay.jpg=",
        "Photo: Orsy Dene",
    ],
)
def test_a_picture_between_the_lines_of_a_talk_is_nobodys_words(mark: str) -> None:
    talk = ["Tide: Will it hold?", "Ada Quill: It will.", mark, "We built it."] * 3

    found = extract(Article("a", "\n\n".join(talk), title="The levee"))

    assert sum(one.speaker == "Ada Quill" for one in found) == 5
    assert not [one for one in found if mark in "\n\n".join(talk)[one.start : one.end]]


def test_words_that_end_with_a_colon_are_no_heading_below_a_name() -> None:
    talk = [
        "**[Ada Quill]**",
        "I know two kinds of boats:",
        "It is a boat.",
        "**[Tom Brandt]**",
        "I call it a raft.",
    ] * 3
    text = "\n\n".join(talk)

    found = [(o.speaker, text[o.start : o.end]) for o in extract(Article("a", text, title="The crew"))]

    assert ("Ada Quill", "I know two kinds of boats:") in found
    assert {who for who, words in found if words == "It is a boat."} <= {"Ada Quill"}
