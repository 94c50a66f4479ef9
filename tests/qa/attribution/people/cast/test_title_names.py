"""Names that only the title gives in full."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speaker(title: str, text: str = "“It is late,” Quill said. The clerk left.") -> str | None:
    return extract(Article("a", text, title=title))[0].speaker


@pytest.mark.parametrize(
    "title",
    ["Ada Quill Defends Plan", "Mayor Ada Quill: We Were Late", "Port: Ada Quill’s answer", "Brandt Mocks Ada Quill"],
    ids=["the subject", "a title and a colon", "an owner", "the object"],
)  # fmt: skip
def test_whom_the_text_calls_by_surname_has_the_given_name_of_the_title(title: str) -> None:
    assert speaker(title) == "Ada Quill"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Miller Xorla Quill takes us back to her mill", "Xorla Quill"),
        ("Xorla Defends Quill Before the Board", "Quill"),
        ("Before Xorla Quill Came Late", "Quill"),
        ("Tory Quill takes us back to her mill", "Quill"),
        ("Miller Qaz Quill takes us back to her mill", "Quill"),
        ("With Xorla Quill talks again about her mill", "Quill"),
    ],
    ids=[
        "a name of the text",
        "in capitals",
        "before it, in capitals",
        "a partisan",
        "no name of the text",
        "a phrase",
    ],
)
def test_a_strange_given_name_of_the_title_is_one_that_the_text_has_too(title: str, name: str) -> None:
    assert speaker(title, "“It is late,” Quill said. The Tory clerk asked, “Is it Xorla the miller?”") == name


def test_any_name_before_a_colon_at_the_beginning_is_one() -> None:
    assert speaker("Xorla Quill: We Were Late") == "Xorla Quill"
    assert speaker("Xorla Quill says we were late") == "Quill"
    assert speaker("Clerk Quill: We Were Late") == "Quill"


@pytest.mark.parametrize(
    "title",
    ["Quill Is Late", "Brandt Defends Quill", "Quill and Ada Quill Are Late", "Quill’s sister Ada Quill",
     "Senator Quill: We Were Late", "NFB Quill: We Were Late", "Will Quill Be Late?"],
    ids=["no given name", "no name", "two of them", "a relative", "a title alone", "letters", "an auxiliary"],
)  # fmt: skip
def test_other_words_before_the_surname_are_no_given_name(title: str) -> None:
    assert speaker(title) == "Quill"


def test_what_the_text_says_of_them_goes_before_the_title() -> None:
    assert speaker("Ada Quill Is Late", "“It is late,” Mr. Quill said. Mr. Quill left.") == "Quill"
    assert speaker("Ada Quill Is Late", "“It is late,” Guy Quill said. He left.") == "Guy Quill"


def test_he_in_the_text_is_not_the_woman_whom_the_title_names() -> None:
    text = "Mayor Quill said that he and his wife were late."

    assert speaker("Brandt and Ada Quill Are Late", text) == "Quill"
    assert speaker("Brandt and Ada Quill Are Late", text.replace("he and his wife", "she")) == "Ada Quill"


def test_she_in_the_text_is_the_woman_whom_the_title_names() -> None:
    text = "“We came,” Quill said. Quill met Ivo Brandt. “It is late,” she said."

    assert [record.speaker for record in extract(Article("a", text, title="Ada Quill Meets Ivo Brandt"))] == [
        "Ada Quill"
    ] * 2
