"""See whether a quotation was cut before, or after, words that turn it: "but", "not", "if", "unless"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.datatypes import Span
from qa.drafts.stated_facts import LIMIT_BEFORE
from qa.drafts.whole_words import APOSTROPHES
from qa.drafts.wording import QUOTATION_MARKS
from qa.language.lexicon.money import CURRENCY_SIGNS
from qa.language.lexicon.turning_words import CONDITIONS, CONTRASTS, DENYING_AFTER, PASSED_OVER

_GOES_ON = re.compile(rf"[\s,;:—–-]{{0,8}}(?P<mark>[{QUOTATION_MARKS}])?[\s,;—–-]{{0,8}}(?P<word>[^\W\d_]+)")
_DENIAL = rf"not?|non|never|without|hardly|barely|scarcely|neither|nor|nobody|none|cannot|[^\W\d_]*n[{APOSTROPHES}]t"
_TURNED_BEFORE = re.compile(
    rf"\b(?P<word>{_DENIAL})\s{{1,8}}(?:(?:{'|'.join(sorted(PASSED_OVER))}|[^\W\d_]{{2,20}}ly)\s{{1,8}}){{0,3}}"
    rf"[{QUOTATION_MARKS}]?\Z",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"[{CURRENCY_SIGNS}]?\d")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"”’')]*\Z")
_AFTER_MARK = re.compile(rf"[{QUOTATION_MARKS}]{{1,2}}\s{{1,8}}(?P<word>[^\W\d_]+)")
_FIRST_WORD = re.compile(r"\W{0,8}(?P<word>[^\W\d_]+)")
_BREAKS = re.compile(r"[.!?]\s|\n")
_LOOKED_AT = 60
_ATTRIBUTION = 200
"""The most characters between two quotations of one sentence."""


def turning_word(
    text: str, start: int, end: int, quoted: Sequence[Span], *, before: str = "", goes_on: str = ""
) -> str | None:
    """Return the word that turns a slice of an article and that the draft has left out; None where there is none.

    Args:
        quoted: What the article has in quotation marks.
        before: What the draft has before the quotation.
        goes_on: The beginning of the draft's next quotation, which may go on with the sentence.
    """
    ahead = _TURNED_BEFORE.search(text, max(0, start - _LOOKED_AT), start)
    if ahead is not None and not _TURNED_BEFORE.search(before):
        return ahead["word"]
    limit = (
        LIMIT_BEFORE.search(text, max(0, start - _LOOKED_AT), start) if _NUMBER.match(text, start) else None
    )
    if limit is not None and not LIMIT_BEFORE.search(before):
        return limit["word"]
    if _SENTENCE_ENDS.search(text[start:end]):
        return None
    after = _next_word(text, end, quoted)
    return (
        after if after is not None and not goes_on.strip().casefold().startswith(after.casefold()) else None
    )


def turning_word_after(text: str, end: int, following: str, quoted: Sequence[Span]) -> str | None:
    """Return the word after an end inside a quotation with marked changes that turns what ends there.

    Args:
        following: What the quotation goes on with.
    """
    if _SENTENCE_ENDS.search(text[:end][-3:]):
        return None
    after = _next_word(text, end, quoted)
    return after if after is not None and not following.casefold().startswith(after.casefold()) else None


def _next_word(text: str, end: int, quoted: Sequence[Span]) -> str | None:
    enclosing = next((span for span in quoted if span[0] < end <= span[1]), None)
    if enclosing is None or text[end : enclosing[1]].strip(" ,;:—–-"):
        match = _GOES_ON.match(text, end, enclosing[1] if enclosing else len(text))
        return match["word"] if match and match["word"].casefold() in CONTRASTS | DENYING_AFTER else None
    match = _AFTER_MARK.match(text, enclosing[1])
    if match is not None and match["word"].casefold() in CONDITIONS:
        return match["word"]
    # “We will sell it,” she said, “but not now.”
    following = next((span for span in quoted if span[0] > end), None)
    if following is None:
        return None
    between = text[enclosing[1] : following[0]]
    begins = _FIRST_WORD.match(text, *following)
    if len(between) > _ATTRIBUTION or _BREAKS.search(between) or begins is None:
        return None
    return begins["word"] if begins["word"].casefold() in CONTRASTS else None
