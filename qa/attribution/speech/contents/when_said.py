"""Step over when something was said, between the verb and what it reports: "said two days later | that"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import phrase_after
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import LASTING, MONTHS, SPANS, TIMES
from qa.language.lexicon.function_words import COUNTS, DETERMINERS, OBJECT_PRONOUNS, PERSONAL
from qa.language.lexicon.verb_classes import OTHER_PASTS

_MOST_BEFORE = 4
"""Words that may stand before a span of time: "less than a week later"."""
_COUNTED = COUNTS | frozenset("a an the couple of next following same just only less than more".split())
_AWAY = frozenset("later earlier ago afterward afterwards before".split())
_FROM = frozenset(("after", "before"))
_ALONE = frozenset(("next", "following", "same"))
_LATEST = SPANS | LASTING | {"same", ","}
"""What follows "that" where it only says when: "a week later that same month", "years before that, C"."""


def past_date(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Return where the date ends that a comma joins to a day: "on Thursday|, June 23, 2022,| that"; `at` where none is.

    The last comma is taken only before "that": elsewhere it parts what follows from what was said before.
    """
    if at + 2 >= bound or tokens[at].low != "," or tokens[at - 1].low not in TIMES:
        return at
    month, day = tokens[at + 1 : at + 3]
    if month.kind is Kind.NUMBER:
        month, day = day, month  # "on Thursday, 23 June, that"
    if month.low not in MONTHS or day.kind is not Kind.NUMBER:
        return at
    end = at + 3
    comma = end < bound and tokens[end].low == ","
    if end + comma < bound and tokens[end + comma].kind is Kind.NUMBER:
        end += 1 + comma  # "June 23, 2022", "23 June 2022"
    if end < bound and _is_deed(tokens[end]):
        return at  # "said on Thursday, June 23 would be too late"
    return end + 1 if tokens[min(end, bound - 1)].low == "," and _leads(tokens, end + 1, bound) else end


def past_time(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Return where "two days later" or "weeks after the flood" ends, if "that" follows; `at` where it does not.

    Without "that" it may be part of what was said: "Quill said two years ago | the board was warned".
    """
    i = at
    while (
        i < bound and i - at < _MOST_BEFORE and (tokens[i].low in _COUNTED or tokens[i].kind is Kind.NUMBER)
    ):
        i += 1
    if i + 1 >= bound or tokens[i].low not in SPANS | LASTING:
        return at
    following = tokens[i + 1].low
    end = i + 1 if i > at and tokens[i - 1].low in _ALONE else at
    if following in _AWAY:
        end = i + 2
    if following in _FROM and (event := phrase_after(tokens, i + 2, bound)) is not None:
        end = event[1]
    return end if _leads(tokens, end, bound) else at


def _leads(tokens: Sequence[Token], that: int, bound: int) -> bool:
    """Tell whether "that" leads to a clause, and is no "the flood that hit Dene" and no "later that month"."""
    if that + 1 >= bound or tokens[that].low != "that":
        return False
    # "the vote that cost him his job"
    takes = tokens[that + 1].kind is Kind.WORD and tokens[that + 1].low not in DETERMINERS | PERSONAL | {"it"}
    takes = takes and that + 2 < bound and tokens[that + 2].low in OBJECT_PRONOUNS | DETERMINERS
    return not takes and not _is_deed(tokens[that + 1]) and tokens[that + 1].low not in _LATEST


def _is_deed(token: Token) -> bool:
    return is_finite(token) or is_verb_like(token) or token.low in OTHER_PASTS


def tells_when(tokens: Sequence[Token], start: int, bound: int) -> bool:
    """Tell whether the narrator goes on with a time: "It is shut, she said, | just a week after the storm"."""
    spans = (i for i in range(start, min(start + 5, bound - 1)) if tokens[i].low in SPANS)
    at = next(spans, None)
    if at is None or any(is_finite(token) or token.kind > Kind.NUMBER for token in tokens[start:at]):
        return False
    return tokens[at + 1].low in ("after", "before", "since", "later", "earlier")
