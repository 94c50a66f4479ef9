"""Tell quotations that an ellipsis parts after every few words: they can be put together of almost any article."""

from __future__ import annotations

from dataclasses import replace

from qa.drafts.differences import words_of
from qa.drafts.marked_changes import MarkedQuotation
from qa.drafts.verdicts import CheckedQuotation, Verdict

_FEWEST = 4
"""Fewer words than that are anybody's."""
_NOTE = "fewer than four words stand together between its ellipses"


def unless_scattered(found: MarkedQuotation | None, checked: CheckedQuotation) -> CheckedQuotation:
    """Return a finding, but too short to tell for “The … levee … leaks”: its place is shown, and proves nothing."""
    if found is None or checked.verdict is not Verdict.MARKED_CHANGES or _longest_run(found) >= _FEWEST:
        return checked
    return replace(
        checked, verdict=Verdict.TOO_SHORT, note=_NOTE, place=None, others=(), nearest=checked.place
    )


def _longest_run(found: MarkedQuotation) -> int:
    """Return the most words that stand together but for brackets."""
    longest = run = len(words_of(found.parts[0]))
    for part, gaps in zip(found.parts[1:], found.gaps, strict=True):
        left_out = any(gap.kind == "left_out" for gap in gaps)
        run = len(words_of(part)) + (0 if left_out else run)
        longest = max(longest, run)
    return longest
