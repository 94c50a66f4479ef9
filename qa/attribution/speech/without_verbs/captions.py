"""Find the name that stands beside a quotation without a verb: captions, signatures, lines that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.attribution.speech.contents.extents import is_full
from qa.attribution.speech.without_verbs.datelines import AGENCY_WORDS
from qa.attribution.speech.without_verbs.labels import is_section
from qa.attribution.speech.words.tokens import Kind, Token
from qa.datatypes import Span
from qa.language.lexicon.calendar import MONTH
from qa.language.lexicon.function_words import FUNCTION, OUTER_ONLY
from qa.language.lexicon.page_words import NO_SPEAKER, SECTIONS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import HUMAN
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex

_LONGEST_NAME = 5
_LONGEST_SIGNATURE = 9
"""Words of a name at most under a quotation, with the office before it: "Dene Harbour Board Chair Ada Quill"."""
_LONGEST_DESCRIPTION = 30
_DESCRIBES = frozenset(", ( in on at of from during to".split())
DASHES = frozenset(("—", "–", "--", "-", "―", "~"))
_LONGEST_TAIL = 14
_WHO = frozenset("who whose whom where which".split())
_BOLD = frozenset(("*", "**", "_", "__"))
_DATE = regex(rf"\b(?:\d{{1,2}} {MONTH}|{MONTH}(?: \d{{1,2}})?)(?: ,)?(?: \d{{4}})?\b")
"""A date among tokens that a space joins: "may 3 , 2021", "feb. 16"."""
_ENDS = (*".!?…,;’”'",)
"""How a sentence ends within its marks, which a headline in a list of sources does not."""


def caption(tokens: Sequence[Token]) -> tuple[Span, Span] | None:
    """Return quotation and name of `Ada Quill, a nurse: "The night was long."`, which has no verb of speech.

    A single capital before the colon may be no name ("Result:"), so the caller keeps that only for known people.
    """
    start = 1 if tokens[0].low in ("here", "here's", "here’s") else 0
    start += start and len(tokens) > 2 and tokens[1].low in ("is", "was", "'s", "’s")
    if [token.low for token in tokens[:2]] == ["quote", "from"]:
        start = 2  # `Quote from Ada Quill, chair: "It holds."`, in a press release
    end = start
    while end < len(tokens) and tokens[end].kind is Kind.NAME:
        end += 1
    colon = next((i for i in range(end, min(end + 12, len(tokens) - 1)) if tokens[i].low == ":"), -1)
    if end == start or end - start > 5 or colon < 0 or not is_full(tokens[colon + 1]):
        return None
    between = tokens[end:colon]
    if between and between[0].low not in _DESCRIBES:
        return None
    if any(
        t.kind is Kind.QUOTE or t.low in OUTER_ONLY or (t.low in VERBS and t.kind is not Kind.NAME)
        for t in between
    ):
        return None
    first = tokens[start].low
    if first in NO_SPEAKER or first in FUNCTION or first in VERBS or tokens[end - 1].low in SECTIONS:
        return None
    last = colon + 1
    while last + 1 < len(tokens) and tokens[last + 1].kind is Kind.QUOTE:
        last += 1
    return (tokens[colon + 1].start, tokens[last].end), (tokens[start].start, tokens[end - 1].end)


def lead(tokens: Sequence[Token]) -> Span | None:
    """Return the name of a line that leads to a quotation below it: "Ada Quill, a nurse at the Dene clinic:"."""
    end = 0
    while end < len(tokens) and tokens[end].kind is Kind.NAME:
        end += 1
    between = tokens[end:-1]
    if not 2 <= end <= _LONGEST_NAME or not between or between[0].low != "," or tokens[-1].low != ":":
        return None
    if any(t.kind is Kind.QUOTE or t.low in OUTER_ONLY or t.low == ":" for t in between):
        return None
    if len(between) > _LONGEST_DESCRIPTION or any(t.low in VERBS and t.kind is Kind.WORD for t in between):
        return None
    after_commas = (right for left, right in pairwise(between[1:]) if left.low == ",")
    if any(t.kind is Kind.WORD and t.low.endswith(("s", "ed")) for t in after_commas):
        return None  # "Ada Quill, a nurse, leads the list:"
    return None if is_section(tokens[0].low) else (tokens[0].start, tokens[end - 1].end)


def credit(tokens: Sequence[Token]) -> tuple[Span, Span] | None:
    """Return quotation and name of `“It holds,” Ada Quill, a nurse from Dene.`, whose verb was left out.

    The comma within the marks leads to who said it, and the sentence has no verb that the name could have.
    """
    if not is_full(tokens[0]) or "," not in tokens[0].low[-2:]:
        return None
    end = 1
    while end < len(tokens) and tokens[end].kind is Kind.NAME:
        end += 1
    tail = tokens[end:]
    if not 3 <= end <= _LONGEST_NAME + 1 or len(tail) < 2 or tail[0].low not in _DESCRIBES:
        return None
    for i, token in enumerate(tail):
        if token.low in _WHO:
            break  # "a clerk whose boat was lost"
        verb = token.kind is Kind.WORD and (token.low in OUTER_ONLY or token.low in VERBS)
        goes_on = i + 1 < len(tail) and tail[i + 1].low in _WHO
        again = token.low == "," and i and tail[i - 1].kind is not Kind.NAME and not goes_on
        if verb or again or token.kind is Kind.QUOTE or token.low == ":":
            return None
    return (tokens[0].start, tokens[0].end), (tokens[1].start, tokens[end - 1].end)


def signature(tokens: Sequence[Token], following: Sequence[Token]) -> tuple[Span, Span] | None:
    """Return quotation and name of `"Never again." — Ada Quill`; a full stop may make two sentences of it."""
    if tokens[0].kind is not Kind.QUOTE:
        return None
    quote = (tokens[0].start, tokens[0].end)
    # A name in bold is the same name: "— **Ada Quill**, chair".
    rest = [token for token in tokens[1:] or following if token.low not in _BOLD]
    if len(rest) < 2 or rest[0].low not in DASHES or rest[1].kind is not Kind.NAME:
        return None
    end = 1
    while end < len(rest) and rest[end].kind is Kind.NAME:
        end += 1
    # After the name at most a description may stand, no sentence.
    tail = rest[end:]
    # "Dene Code, 4.7" is where the words stand; a date is when they were said, or when a headline was printed.
    undated = _DATE.sub("", below := " ".join(t.low for t in tail))
    cited = any(map(str.isdigit, undated)) or (undated != below and not tokens[0].low.endswith(_ENDS))
    if end == 2 and rest[1].low in AGENCY_WORDS:
        return None  # `"It holds." - AFP` ends a report that an agency sent
    unlike = tail and tail[0].low not in (",", ";", "(", ".")
    if end > _LONGEST_SIGNATURE or len(tail) > _LONGEST_TAIL or cited or unlike:
        return None
    # "Dene Board Member Ada Quill": only a title would be told from the name otherwise.
    offices = [i for i in range(1, end - 1) if rest[i].low in HUMAN and rest[i].low not in TITLES]
    begin = offices[-1] + 1 if offices else 1
    return quote, (rest[begin].start, rest[end - 1].end)
