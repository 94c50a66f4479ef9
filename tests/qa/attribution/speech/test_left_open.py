"""Sentences that say where somebody wrote, or how somebody looked, and leave what was said to what follows."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

Q = "“The ferry will be back by June.”"


def said(text: str) -> list[tuple[str | None, str]]:
    return [
        (one.speaker, text[one.start : one.end]) for one in extract(Article("a", text, title="The ferry"))
    ]


@pytest.mark.parametrize(
    "before",
    [
        "Ada Quill, the harbour master, wrote on X.",
        "Ada Quill posted on Facebook late on Monday.",
        "Ada Quill wrote to the board.",
        "Ada Quill shrugs.",
        "Ada Quill laughed at the idea.",
        "Ada Quill was pleased.",
        "Ada Quill, who steered it, was very proud.",
    ],
)
def test_a_quotation_after_a_sentence_that_leaves_it_open_is_the_subjects(before: str) -> None:
    assert said(f"{before} {Q} Tom Brandt left.") == [("Ada Quill", Q)]


@pytest.mark.parametrize(
    "text",
    [
        f"If Ada Quill wrote on X. {Q}",
        f"Ada Quill never wrote on X. {Q}",
        f"Ada Quill smiled.\n\n{Q}",
        f"Ada Quill was not pleased, and left. {Q}",
        f"Ada Quill smiled. It read {Q}",
    ],
    ids=["if", "never", "the next paragraph", "more than that", "more follows"],
)
def test_what_does_not_leave_it_open_has_no_quotation(text: str) -> None:
    assert (Q, "Ada Quill") not in [(words, who) for who, words in said(text)]


def test_somebody_who_only_smiles_leaves_the_next_quotation_to_whoever_spoke_before() -> None:
    text = f"“It is late,” said Ada Quill. She smiled.\n\n{Q}"

    assert ("Ada Quill", "“It is late,”") in said(text)


@pytest.mark.parametrize(
    "block",
    [
        "> It will be back.\n>\n> We have built it.",
        "> It will be back.\n\n> We have built it.",
        "- It will be back.\n- We have built it.",
        "1. It will be back.\n2. We have built it.",
    ],
    ids=["marked throughout", "marked each", "list", "numbers"],
)
def test_all_of_a_block_quotation_or_a_list_is_whose_the_line_before_names(block: str) -> None:
    assert said(f"Ada Quill said:\n\n{block}\n\nThe board met on Monday.") == [("Ada Quill", block)]
    other = f"Ada Quill said:\n\n{block.splitlines()[0]}\n\nThe board met on Monday.\n\n{block}"
    assert said(other) == [("Ada Quill", block.splitlines()[0])]
