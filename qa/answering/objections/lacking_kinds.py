"""Tell whether a quote holds nothing of the kind that a question asks for, by the question's first words."""

from __future__ import annotations

import re

from qa.answering.objections.ages import asks_age, gives_only_others_ages, without_sums
from qa.answering.objections.asked_names import asks_name, asks_who, named_next, names_nobody
from qa.answering.objections.asked_times import (
    asks_clock,
    asks_hours,
    asks_when,
    holds_clock,
    holds_hours,
    may_tell_when,
)
from qa.answering.objections.counts import counts_other, counts_own, without_measures
from qa.answering.objections.shares import asks_share, holds_share
from qa.answering.objections.sums import asks_for_sum, holds_sum, withholds_sum
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.patterns import regex

_COUNTS = regex(r"\bhow (?:many|much)\b", re.I)
_AMOUNT = regex(r"\bhow much\b", re.I)
_HOW_MANY = regex(r"\bhow (?:many|much|old|long|far|tall|high|heavy|deep|wide)\b", re.I)
_NUMBER = regex(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|"
    r"twice|once|third|quarter|single|several|no|none|nobody|nothing|both|majority|most|all|double|couple|pair|zero|"
    r"enough|free|decade|week|month|year|day)s?\b",
    re.I,
)
_WORD = regex(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_AFTER_NOUN = regex(r",|\b(?:who|from|in|of|with|at|near|on)\b", re.I)
"""After these comes no part of the noun: "two walkers from Dene"."""
_PEOPLE = HUMAN | ANY_ROLE | frozenset("couple passer-by passers-by passerby bystander walker hiker".split())


def asks_count(question: str) -> bool:
    """Return whether a question asks how many or how much."""
    return _COUNTS.search(question) is not None


def lacks_kind(question: str, quote: str) -> bool:
    """Return whether a quote holds nothing that could be what is asked for: no time for "when", no sum for a price."""
    if gives_only_others_ages(question, quote):
        return True
    if asks_clock(question):
        return not holds_clock(quote)
    if asks_hours(question):
        return not holds_clock(quote) and not holds_hours(quote)
    if asks_when(question):
        return not may_tell_when(quote)
    if asks_share(question):
        return not holds_share(quote)
    if asks_for_sum(question):
        return not (holds_sum(quote) or withholds_sum(quote))
    if asks_count(question) and not _AMOUNT.search(question):
        counts = _NUMBER.search(without_measures(question, quote)) or counts_own(question, quote)
        return not counts or counts_other(question, quote)
    if _HOW_MANY.search(question):
        return _NUMBER.search(without_sums(quote) if asks_age(question) else quote) is None
    return False


def lacks_name(question: str, quote: str, answer: str, article: str) -> bool:
    """Return whether a name is asked for, and neither a quote nor what follows it names anybody who may be meant.

    Args:
        answer: What the reader takes for the answer in the quote.
        article: The text that the quote stands in.
    """
    if not asks_name(question) or not names_nobody(question, quote, answer):
        return False
    return not named_next(question, quote, answer, article)


def calls_somebody(question: str, answer: str) -> bool:
    """Return whether "who" is asked, and the answer is what somebody is: "a retired couple", "two passers-by"."""
    if not asks_who(question):
        return False
    words = [word.casefold() for word in _WORD.findall(_AFTER_NOUN.split(answer, maxsplit=1)[0])]
    return any(word in _PEOPLE or word.removesuffix("s") in _PEOPLE for word in words[-1:])
