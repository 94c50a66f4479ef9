from __future__ import annotations

import pytest

from qa.answers import Meta
from qa.understanding.meta import meta_of
from qa.understanding.pasted import without_marks

ASKED = "what did Quill say about the ferry?"


@pytest.mark.parametrize(
    "typed",
    [
        f"**{ASKED}**",
        f"*{ASKED}*",
        f"`{ASKED}`",
        f"```{ASKED}```",
        f"||{ASKED}||",
        f"~~{ASKED}~~",
        f"**__{ASKED}__**",
        f"> {ASKED}",
        f">{ASKED}",
        f"> **{ASKED}**",
        f"## {ASKED}",
        f"-# {ASKED}",
        f"* {ASKED}",
        "what did [Quill](https://dene.example/quill) say about the [ferry](<https://dene.example/f>)?",
        f'"{ASKED}"',
        f"“{ASKED}”",
        f"1) {ASKED}",
        f"2. {ASKED}",
        f"Q: {ASKED}",
        f"Question 3: {ASKED}",
        f"!ask {ASKED}",
        f"/ask {ASKED}",
        f"@Archive {ASKED}",
        f"**@Archive**, {ASKED}".replace("**,", ",**"),
        f"<p><b>{ASKED}</b></p>",
        "what did <a href='https://dene.example/'>Quill</a> say about the ferry?",
        "what did **Quill** say about _the ferry_?",
        "what did __Quill__ say about the \u200bferry?",
    ],
)
def test_a_question_is_read_as_it_is_shown_without_marks_of_type_and_links(typed: str) -> None:
    assert without_marks(typed) == ASKED


@pytest.mark.parametrize(
    "typed",
    [
        "did Quill say f**k it?",
        "what is 2 * 3 * 4?",
        "what is snake_case_style?",
        "Quill`s and Brandt`s words?",
        "> 5 people died?",
        "what did Quill say at 10:30:00?",
        "what did Quill [sic] say (again)?",
        "@quill said what?",
        "Question time: who was on it?",
        "1.5 million for what?",
        "is a<b or b>a?",
        "/who was on the ferry?",
        "#ferry",
        "**",
        ":smile:",
        "- -",
    ],
)
def test_marks_that_are_no_type_stay(typed: str) -> None:
    assert without_marks(typed) == typed


def test_a_named_emoji_is_no_word_of_a_question() -> None:
    assert without_marks(f":smile: {ASKED} :+1:").strip() == ASKED


def test_what_is_no_question_is_told_by_what_is_shown_of_it() -> None:
    assert meta_of("**hello!**") is Meta.GREETING
    assert meta_of("> what can you do?") is Meta.PROGRAM


@pytest.mark.parametrize("mark", [">", "> ", "#", "*", "*a ", "_a", "[a](<", "<a b=", ":a", "||a"])
def test_marks_without_an_end_are_read_in_linear_time(mark: str) -> None:
    # A rule that reads a row of marks in many ways would need years, so that finishing is the test.
    assert without_marks(f"{ASKED}\n{mark * (10_000 // len(mark))}5").startswith(ASKED)


@pytest.mark.parametrize("mark", ["* ", "Q: ", "!ask ", "> "])
def test_any_number_of_marks_before_a_question_ends(mark: str) -> None:
    read = without_marks(mark * 1000 + ASKED)

    assert without_marks(read) == read


@pytest.mark.parametrize("blank", [" ", "\t", "\n", " \n"])
def test_a_wide_gap_is_as_good_as_one_blank(blank: str) -> None:
    assert without_marks(f"what{blank * 4000}did Quill say?") in (
        "what did Quill say?",
        "what\ndid Quill say?",
    )
