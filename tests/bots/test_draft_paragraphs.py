from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from bots.draft_paragraphs import paragraphs
from qa.datatypes import Article
from qa.drafts.checked_drafts import CheckedDraft
from qa.drafts.draft_quotations import quotations_of
from qa.drafts.draft_text import DraftText
from qa.drafts.verdicts import CheckedQuotation, Verdict

WORDS = st.sampled_from(
    [
        "“The pier stays shut,” ",
        "Quill said. ",
        "“It opens\n\n“in the spring,” ",
        "\n\n",
        "“One",
        "” ",
        "<b>",
        "  \n",
    ]
)


@given(text=st.lists(WORDS, max_size=12).map("".join))
def test_the_pieces_of_a_draft_put_together_are_the_draft(text: str) -> None:
    draft = DraftText("-", Article("-", text))
    findings = [CheckedQuotation(each, Verdict.TOO_SHORT) for each in quotations_of(draft)]

    found = list(paragraphs(CheckedDraft(draft, tuple(findings)), 5))

    pieces = [piece for paragraph in found for piece in paragraph.pieces]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(text.split())
    assert [each for paragraph in found for each in paragraph.begun] == list(enumerate(findings, 6))
    for number, each in enumerate(findings, 6):
        own = [piece for piece in pieces if piece.number == number]
        assert [piece.last for piece in own if piece.text] == [False] * (len(own) - 1) + [True]
        words = "".join(piece.text for piece in own)
        assert "".join(words.split()) == "".join(each.quotation.text.split())


def test_each_paragraph_looks_at_its_own_findings_only() -> None:
    lines = 400
    draft = DraftText("-", Article("-", "“It is shut.”\n" * lines))
    findings = [CheckedQuotation(each, Verdict.TOO_SHORT) for each in quotations_of(draft)]
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    # Calls are counted, not seconds, so that a busy machine proves nothing.
    sys.setprofile(count)
    try:
        found = list(paragraphs(CheckedDraft(draft, tuple(findings))))
    finally:
        sys.setprofile(None)

    assert len(found) == len(findings) == lines
    assert calls < 100 * lines
