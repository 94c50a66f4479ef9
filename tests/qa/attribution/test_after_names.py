"""Names with a class year, a degree or a party after them, each with the one who must come out as the speaker."""

from __future__ import annotations

import pytest

from qa.attribution.after_names import without_what_follows_names
from qa.attribution.extractor import extract_all
from qa.datatypes import Article

LEAD = "The levee vote\n\n"

NAMED = {
    "class year": "Ada Quill '19, president of the Dene Rowers, said the levee leaks.",
    "class year before the verb": "Ada Quill ’22 said the levee leaks.",
    "class year of a parent": "Provost Ada Quill P'18 said the levee leaks.",
    "class year without a space": "Ada Quill'05 said the levee leaks.",
    "degree and year": "Tom Brandt Ph.D. ’96 and Ada Quill M.A '85 met. Quill said the levee leaks.",
    "degrees between commas": "Dr. Ada Quill, M.D., Ph.D., director of the Dene Clinic, said the levee leaks.",
    "degree before the verb": "Ada Quill, Ph.D., said the levee leaks.",
    "party": "The minister of ports, Ada Quill (DPU), said the levee leaks.",
    "party and state": "The senator, Ada Quill (D-Norland), said the levee leaks.",
    "party before a place": "Rep. Ada Quill (R) of Norland said the levee leaks.",
    "party before a place and more": "Rep. Ada Quill (R) of Norland, the chairman of the panel, said the levee leaks.",
    "party before a relative clause": "Rep. Ada Quill (R) of Norland, who says the levee leaks, left.",
    "party and state before a relative clause": "Rep. Ada Quill (R-Norland), who says the levee leaks, left.",
}


@pytest.mark.parametrize("text", NAMED.values(), ids=NAMED)
def test_what_follows_a_name_is_no_part_of_it(text: str) -> None:
    found = extract_all(Article(id="a", title="The levee", text=LEAD + text)).attributions

    said = [(one.speaker, (LEAD + text)[one.start : one.end]) for one in found]
    assert said == [("Ada Quill", "the levee leaks")]


def test_what_somebody_is_may_stand_after_a_class_year() -> None:
    text = "The levee leaks, said Ada Quill '19, president of the Dene Rowers."

    found = extract_all(Article(id="a", title="The levee", text=LEAD + text)).descriptions

    assert [(one.who, one.what, one.of) for one in found] == [("Ada Quill", "president", "Dene Rowers")]


@pytest.mark.parametrize("text", NAMED.values(), ids=NAMED)
def test_every_word_but_what_is_blanked_out_stays_where_it_is(text: str) -> None:
    read = without_what_follows_names(text)

    assert len(read) == len(text)
    assert all(new in (old, " ", ",") for new, old in zip(read, text, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The regulator, Tide Authority (TA), met.",
        "It was the summer of '69, said Quill.",
        "They sat in Dene's Tragic '27 Club' all day.",
        "They met Ada Quill M.D. Brandt said the levee leaks.",
        "“The Dene Post ’s pages (1999)”",
    ],
    ids=["a short name", "a year", "a title in marks", "the end of a sentence", "no name"],
)
def test_what_may_be_something_else_stays(text: str) -> None:
    assert without_what_follows_names(text) == text
