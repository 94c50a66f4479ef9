"""Every finding has words for people, and a summary counts them."""

from __future__ import annotations

import pytest

from bots.verdict_wording import VERDICTS, change_in_words, remarks, summary, tone
from qa.drafts.verdicts import CheckedQuotation, DraftQuotation, Verdict, WordChange

QUOTATION = DraftQuotation("draft.md", "We will sell it for 50", 1, 23, 1, 1, "Ada Quill")
CHANGE = WordChange("number", "50", "40")


def test_every_finding_has_its_own_words() -> None:
    assert set(VERDICTS) == set(Verdict)
    assert len(set(VERDICTS.values())) == len(Verdict)
    # A summary has commas between them: "2 verbatim with marked changes, 1 altered".
    assert not any("," in words for words in VERDICTS.values())


def test_a_change_says_what_the_draft_and_the_article_have() -> None:
    assert change_in_words(CHANGE) == "number: the draft has “50”, the article “40”"
    assert (
        change_in_words(WordChange("negation", "", "not"))
        == "negation: the draft has nothing, the article “not”"
    )


def test_what_else_is_wrong_is_said_before_the_changes() -> None:
    found = CheckedQuotation(
        QUOTATION, Verdict.ALTERED, also=(Verdict.SOURCE_DIFFERS,), note="a note", changes=(CHANGE,)
    )

    assert remarks(found) == ["from another outlet or day", "a note", change_in_words(CHANGE)]


def test_a_summary_counts_each_finding() -> None:
    found = [
        CheckedQuotation(QUOTATION, each) for each in (Verdict.VERBATIM, Verdict.VERBATIM, Verdict.NOT_HERE)
    ]

    assert summary(found) == "3 quotations: 2 verbatim, 1 not in this archive"
    assert summary([]) == "0 quotations"


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [(Verdict.VERBATIM, "right"), (Verdict.ALTERED, "wrong"), (Verdict.NOT_HERE, "open")],
    ids=["verbatim", "altered", "not here"],
)
def test_what_is_not_in_the_archive_is_not_shown_as_wrong(verdict: Verdict, expected: str) -> None:
    assert tone(CheckedQuotation(QUOTATION, verdict)) == expected
