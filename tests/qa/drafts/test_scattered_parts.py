"""A quotation of single words with ellipses between them is no proof that somebody said it."""

from __future__ import annotations

import pytest

from qa.drafts.verdicts import Verdict
from tests.qa.drafts.conftest import Check


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("“The … open … fishing boats,” Anna Lindqvist said.", Verdict.TOO_SHORT),
        ("“The [old] harbour … open … boats,” Anna Lindqvist said.", Verdict.TOO_SHORT),
        ("“The [old] harbour must stay … boats,” Anna Lindqvist said.", Verdict.MARKED_CHANGES),
        ("“The harbour must stay … boats,” Anna Lindqvist said.", Verdict.MARKED_CHANGES),
        ("“The … closed … fishing boats,” Anna Lindqvist said.", Verdict.ALTERED),
    ],
    ids=["words", "bracket", "bracket within four words", "four words", "another word"],
)
def test_a_quotation_needs_four_words_together(check: Check, draft: str, verdict: Verdict) -> None:
    (found,) = check(draft)

    assert found.verdict is verdict
    assert (found.place is None) == (found.nearest is not None) == (verdict is Verdict.TOO_SHORT)
