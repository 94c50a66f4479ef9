"""Find subjects that only count people: "47 percent", "one in three", "at least 200", "another"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import Phrase
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import CONJUNCTIONS, COUNTS, QUANTIFIERS, SUBORDINATORS
from qa.language.lexicon.reporting_nouns import SHARES
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.turning_words import COUNTING
from qa.language.lexicon.verb_classes import POLLED

_ABOUT = frozenset("some only about nearly just another almost roughly around fully over".split())
_NUMBERS = COUNTS | {"one"}
_LEAST = frozenset(("at least", "at most", "more than", "fewer than", "less than", "up to"))
_OF_SEVERAL = SHARES | COUNTS | QUANTIFIERS | {"half", "majority", "third", "quarter"}
_LONGEST_ASKED = 10
"""Tokens between "those" and a verb: "those asked in a poll of the Ledger"."""
_ALONE = frozenset(("another", "one"))


def share(tokens: Sequence[Token], group: int) -> tuple[Phrase, int] | None:
    """Return the share of those asked, or their number, that is the subject of a verb, and where its clause begins."""
    first = _percent(tokens, group)
    if first is None:
        first = _one_in_three(tokens, group)
    if first is None:
        first = _counted(tokens, group)
    if first is None:
        first = _of_those_asked(tokens, group)
    if first is None:
        return None
    if first and tokens[first - 1].low in _ABOUT:
        first -= 1
    return (first, group), first


def with_share(tokens: Sequence[Token], subject: Phrase) -> Phrase:
    """Return a subject with the share of it that speaks: "27 percent of those" in "27 percent of those who said so"."""
    first = subject[0]
    found = share(tokens, first - 1) if first > 2 and tokens[first - 1].low == "of" else None
    return (found[1], subject[1]) if found is not None else subject


def is_share(tokens: Sequence[Token], subject: Phrase | None) -> bool:
    """Tell whether a subject is a share of those asked: "47%", "Sixty percent of voters"."""
    if subject is None:
        return False
    first = subject[0] + 1 if tokens[subject[0]].low in _ABOUT else subject[0]
    return first + 1 < subject[1] and _is_number(tokens[first]) and tokens[first + 1].low in SHARES


def _percent(tokens: Sequence[Token], group: int) -> int | None:
    counted = group > 1 and tokens[group - 1].low in SHARES and _is_number(tokens[group - 2])
    rate = group > 2 and tokens[group - 3].low in ("a", "an", "the")  # "an eight pct note due in May"
    return group - 2 if counted and not rate else None


def _is_number(token: Token) -> bool:
    return token.kind is Kind.NUMBER or token.low.partition("-")[0] in COUNTING


def _one_in_three(tokens: Sequence[Token], group: int) -> int | None:
    if group < 3 or tokens[group - 2].low != "in":
        return None
    parts = tokens[group - 3], tokens[group - 1]
    return group - 3 if all(t.kind is Kind.NUMBER or t.low in _NUMBERS for t in parts) else None


def _counted(tokens: Sequence[Token], group: int) -> int | None:
    """Read "at least 200 said" and "another said": a number alone may be a year, or the age of somebody named."""
    if group and tokens[group - 1].low in _ALONE:
        if tokens[group - 1].low == "one" and not _one_says(tokens, group):
            return None
        return group - 1 if _opens(tokens, group - 1) else None
    if group < 3 or tokens[group - 1].kind is not Kind.NUMBER:
        return None
    least = f"{tokens[group - 3].low} {tokens[group - 2].low}" in _LEAST
    return group - 3 if least and _opens(tokens, group - 3) else None


def _of_those_asked(tokens: Sequence[Token], group: int) -> int | None:
    """Read "nearly 40% of those surveyed in Dene said", "half of those questioned said"."""
    for i in range(group - 2, max(1, group - _LONGEST_ASKED), -1):
        if tokens[i].kind > Kind.SUFFIX:
            return None
        if tokens[i].low == "those" and tokens[i - 1].low == "of" and tokens[i + 1].low in POLLED:
            counted = share(tokens, i - 1)
            some = tokens[i - 2].low in _OF_SEVERAL or tokens[i - 2].kind is Kind.NUMBER
            # "The lawyer of those questioned" is one person.
            return counted[1] if counted is not None else i - 2 if some else None
    return None


def _one_says(tokens: Sequence[Token], group: int) -> bool:
    """Read `“It leaks,” one said`, and neither "one fear is" nor "more than one suspected thief"."""
    verb = VERBS.get(tokens[group].low)
    begins = group == 1 or tokens[group - 2].kind in (Kind.MARK, Kind.QUOTE)
    return begins and verb is not None and verb.form == "past"


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause may begin at a place."""
    if at == 0:
        return True
    left = tokens[at - 1]
    return left.kind in (Kind.MARK, Kind.QUOTE) or left.low in CONJUNCTIONS | SUBORDINATORS
