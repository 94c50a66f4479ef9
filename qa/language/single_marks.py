"""Pair single quotation marks, which look like apostrophes, for `quotations.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.language.patterns import regex

SINGLE = frozenset("'‘’‚")
BEFORE_OPENING = frozenset('([{—–-/"“«`')
"""What a mark that opens may follow without a blank."""
# Words that begin with an apostrophe, and decades: 'em, '90s.
_ELIDED = regex(
    r"(?:(?:em|til|till|tis|twas|cause|bout|round|n|cos|cuz|neath|cept|nuff|fraid|\d0s)\b|\d\d\b(?!\s+[a-z]))",
    re.IGNORECASE,
)
_BLANKS = regex(r"\s*")
_MOST_CAPTIONS = 2
_NO_CAPTION_ENDS = frozenset(".?!…:;,'’\"”")
_SENTENCE_ENDS = frozenset(".?!")
ENDS = regex(r"[.!?]['’]?\s*\Z")
"""The end of a sentence."""
SPEAKER = regex(
    r" (?:(?:said|says|added|adds|explained|asked|wrote|replied|warned|insisted)\b"
    r"|(?:he|she|they|(?:[A-Z][\w.’'-]+ ){0,4}[A-Z][\w’'-]+) (?:\w+ly )?(?:said|says|added|adds|explained|asked|wrote"
    r"|replied|warned|insisted|told)\b)"
)
"""What follows a quotation's end: "said Ada Quill", "Mr. Quill told"."""
_OF_MANY = regex(r" [A-Z][a-z]+s\Z")
"""What may be a plural in a name, "the Boys' Club", rather than the end of a quotation."""
_LONGEST_PLURAL = 40
_WEAK_END = regex(r"(?:s|in)\Z", re.IGNORECASE)


def paired_singles(text: str, start: int, end: int, marks: Sequence[tuple[int, int, str]]) -> dict[int, int]:
    """Pair single quotation marks: return, for each one that opens, where its closing mark is.

    An apostrophe never opens: it has no closing mark before the next opening one, or begins a word like 'em.
    """
    paired: dict[int, int] = {}
    opener, weak, within = -1, -1, 0
    closed = True

    for i, (at, after, mark) in enumerate(marks):
        if mark not in SINGLE:
            continue
        before = text[at - 1] if at > start else " "
        following = text[after] if after < end else " "
        free = before.isspace() or before in BEFORE_OPENING
        if mark != "’" and free and not following.isspace() and _ELIDED.match(text, after, end) is None:
            if not closed and weak >= 0:
                paired[opener] = weak
            elif not closed and _is_within(text, start, marks[opener], at):
                within += 1
                continue
            opener, weak, closed, within = i, -1, False, 0
        elif mark in "'’" and not closed and not before.isspace() and not following.isalnum():
            # The Smiths' house, goin' home: the end of a quotation only if no better one follows.
            if (
                following.isspace()
                and _WEAK_END.search(text, at - 2, at)
                and (text[after + 1 : after + 2].islower() or _is_plural_name(text, start, at))
            ):
                weak = at if weak < 0 else weak
                continue
            if within:
                within -= 1
                continue
            paired[opener] = at
            closed = True
    if (
        not closed
        and weak >= 0
        and not (
            marks[opener][0] == start
            and ENDS.search(text, weak, end)
            and _runs_on(text, start, end, marks[opener])
        )
    ):
        paired[opener] = weak
    elif not closed and _runs_on(text, start, end, marks[opener]):
        paired[opener] = end
    return paired


def _is_within(text: str, start: int, outer: tuple[int, int, str], at: int) -> bool:
    """Whether a single mark opens a quotation within another, in the middle of its sentence.

    "Quill said: 'It is a 'ports bill' that helps nobody.'": the outer mark begins a paragraph or follows a colon.
    """
    begins = outer[0] == start or text[max(start, outer[0] - 2) : outer[0]] == ": "
    return begins and text[outer[1]].isupper() and text[at - 1].isspace() and text[at - 2].isalnum()


def _runs_on(text: str, start: int, end: int, mark: tuple[int, int, str]) -> bool:
    """Whether a single mark that nothing closes opens one paragraph of a longer quotation.

    It begins a paragraph before another that it opens too, or a sentence there: "'It leaks,' Quill said. 'It is old.".
    Or it follows a colon, after which no apostrophe stands: "Quill said: 'It leaks. We shall mend it." Where somebody
    speaks after it, its end was forgotten: "'It leaks. Hale said".
    """
    at, after, _ = mark
    if not (text[after].isupper() or text[after] == "["):
        return False
    before = text[max(start, at - 2) : at]
    if at == start:
        return _next_opens(text, end)
    if SPEAKER.search(text, after, end) is not None:
        return False
    return before == ": " or (before[:1] in _SENTENCE_ENDS and _next_opens(text, end))


def _is_plural_name(text: str, start: int, at: int) -> bool:
    """Whether a capitalised word in -s ends before an apostrophe: "the Boys' Club"."""
    # The expression is tried at each place before the mark: of a long paragraph, at a few.
    return _OF_MANY.search(text, max(start, at - _LONGEST_PLURAL), at) is not None


def _next_opens(text: str, end: int) -> bool:
    """Whether the next paragraph opens with a mark, or the one below captions, which end as no sentence does.

    Lines are gone through one by one: an expression for all of them takes minutes at a line of 10,000 blanks.
    """
    for _ in range(_MOST_CAPTIONS + 1):
        blanks = _BLANKS.match(text, end)
        first = blanks.end() if blanks else end
        if text[first : first + 1] in ("'", "‘"):
            return text[first + 1 : first + 2].isalnum()
        end = text.find("\n", first)
        if end < 0 or text[first:end].rstrip(" \t")[-1:] in _NO_CAPTION_ENDS:
            return False
    return False
