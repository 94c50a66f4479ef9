"""A block quotation is checked like one in quotation marks, whichever way the draft writes blocks."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.drafts.block_quotations import blocks_in, typed_blocks, with_marks
from qa.drafts.draft_text import read_draft
from qa.drafts.verdicts import CheckedQuotation
from tests.qa.drafts.conftest import Check

HTML = """<html><body><p>The plan was welcomed by most people who came to the hall on Monday.</p>
<blockquote><p>It is not about money.<br> It is about people who work all week.</p></blockquote>
<p>The council then went home, as the rain had begun to fall on the town.</p></body></html>"""
WORD = """<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>The plan was welcomed.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="IntenseQuote"/></w:pPr><w:r><w:t>It is not about money.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="IntenseQuote"/></w:pPr><w:r><w:t>It is about people who work all week.</w:t></w:r></w:p>
<w:p><w:r><w:t>The council went home.</w:t></w:r></w:p></w:body></w:document>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r" Target="word/document.xml"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""


def found(checked: list[CheckedQuotation]) -> list[tuple[str, str, str | None]]:
    return [(each.quotation.kind, each.verdict.value, each.quotation.speaker) for each in checked]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param(
            "Maria Stein told the council:\n\n> It is not about money. It is\n> about people who work all week.\n",
            ("block", "verbatim", "Maria Stein"),
            id="speaker before",
        ),
        pytest.param(
            "It was so.\n\n> It is not about money. It is about people\n>\n> who work all week.\n> -- Maria Stein\n",
            ("block", "verbatim", "Maria Stein"),
            id="signature",
        ),
        pytest.param(
            "It was welcomed.\n> It is not about money. It is about people who work all week.\n> — Peter Okafor\n",
            ("block", "other_speaker", "Peter Okafor"),
            id="other speaker",
        ),
        pytest.param(
            "It was welcomed.\n\n> It is about money. It is about people who work all week.\n",
            ("block", "altered", None),
            id="negation dropped",
        ),
        pytest.param(
            "From the paper:\n\n> Okafor said that the council had not read the plan before the vote.\n",
            ("block", "verbatim", None),
            id="a block of the article",
        ),
        pytest.param(
            "> “It is not about money. It is about people who work all week,” Maria Stein said.\n",
            ("quotation", "verbatim", "Maria Stein"),
            id="a block that is all in marks",
        ),
    ],
)
def test_a_block_gets_the_finding_that_fits(
    check: Check, draft: str, expected: tuple[str, str, str | None]
) -> None:
    assert found(check(draft))[:1] == [expected]


def test_what_stands_in_marks_inside_a_block_is_checked_too(check: Check) -> None:
    draft = "> “We would support a new quay,” Okafor said, “but not at any price.” The council had not read the plan.\n"
    draft += "> It then went home, and nobody in town heard of it for many weeks, or asked for its reasons.\n"

    assert [(kind, verdict) for kind, verdict, _ in found(check(draft))] == [
        ("block", "not_here"),
        ("quotation", "verbatim"),
        ("quotation", "verbatim"),
    ]


def test_a_block_is_found_where_it_stands_in_the_draft(check: Check) -> None:
    draft = "It was welcomed.\n\n> It is not about money. It is\n> about people who work all week.\n"
    one = check(draft)[0].quotation

    assert (one.line, one.column) == (3, 3)
    assert draft[one.start : one.end] == "It is not about money. It is\n> about people who work all week."


def test_the_blocks_of_a_page_are_known(tmp_path: Path) -> None:
    (tmp_path / "draft.html").write_text(HTML, encoding="utf-8")
    (draft,), _ = read_draft(str(tmp_path / "draft.html"), max_bytes=100_000)

    (block,) = draft.blocks
    assert " ".join(draft.text[slice(*block)].split()).startswith("It is not about money. It is about people")


def test_paragraphs_in_a_quotation_style_are_a_block(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "draft.docx", "w") as packed:
        packed.writestr("_rels/.rels", RELATIONS)
        packed.writestr("word/document.xml", WORD)
    (draft,), _ = read_draft(str(tmp_path / "draft.docx"), max_bytes=100_000)

    (block,) = draft.blocks
    assert draft.text[slice(*block)] == "It is not about money.\nIt is about people who work all week."


@given(
    st.lists(
        st.sampled_from(["> ", ">", "> “so it is”", "the quay", "> -- Ada Quill", "", "> it is so", "\r"])
    )
)
def test_every_character_knows_where_it_is_from(lines: list[str]) -> None:
    text = "\n".join(lines)

    marked = with_marks(text, typed_blocks(text))

    for at, letter in enumerate(marked.text):
        if letter.isalpha():
            assert text[marked.origin(at)] == letter
    assert sorted(filter(str.isalpha, marked.text)) == sorted(filter(str.isalpha, text))


def test_a_block_that_the_text_has_not_is_left_out() -> None:
    assert blocks_in("one two  three", ["four", "two three", "one two"]) == [(4, 14)]


def test_a_block_is_looked_for_in_lines_of_its_own_first() -> None:
    text = "Quill: “one two three”\none two three\nfour one two"

    assert blocks_in(text, ["one two three", "one two"]) == [(23, 36), (42, 49)]


def test_a_block_is_found_though_the_page_was_read_without_its_footer() -> None:
    assert blocks_in("one two\nthree", ["one two — Ada Quill, Coast Gazette"]) == [(0, 7)]
