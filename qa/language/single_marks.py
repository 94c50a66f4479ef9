"""Pair single quotation marks, which look like apostrophes, for `quotations.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.language.patterns import regex

SINGLE = frozenset("'‘’‚")
BEFORE_OPENING = frozenset('([{—–-/"“«`')
# Words that begin with an apostrophe, and decades: 'em, '90s.
_ELIDED = regex(
    r"(?:(?:em|til|till|tis|twas|cause|bout|round|n|cos|cuz|neath|cept|nuff|fraid|\d0s)\b|\d\d\b(?!\s+[a-z]))",
    re.IGNORECASE,
)
_NEXT_OPENS = regex(r"\s*(?:(?!['‘])[^\n]*[^\s.?!…:;,'’\"”][ \t]*\n\s*){0,2}['‘]\w")
"""The next paragraph opens with a mark, or the one below a caption, which ends as no sentence does."""
_SENTENCE_ENDS = frozenset(".?!")
ENDS = regex(r"[.!?]['’]?\s*\Z")
SPEAKER = regex(
    r" (?:(?:said|says|added|adds|explained|asked|wrote|replied|warned|insisted)\b"
    r"|(?:he|she|they|(?:[A-Z][\w.’'-]+ ){0,4}[A-Z][\w’'-]+) (?:\w+ly )?(?:said|says|added|adds|explained|asked|wrote"
    r"|replied|warned|insisted|told)\b)"
)
"""What follows a quotation's end: "said Ada Quill", "Mr. Quill told"."""
_OF_MANY = regex(r" [A-Z][a-z]+s\Z")
"""What may be a plural in a name, "the Boys' Club", rather than the end of a quotation."""
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
                and (text[after + 1 : after + 2].islower() or _OF_MANY.search(text, start, at))
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
        return _NEXT_OPENS.match(text, end) is not None
    if SPEAKER.search(text, after, end) is not None:
        return False
    return before == ": " or (before[:1] in _SENTENCE_ENDS and _NEXT_OPENS.match(text, end) is not None)
