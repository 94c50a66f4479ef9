"""Tell whether the numbers of a quote count something else than a question asks for: an age, or cups of tea."""

from __future__ import annotations

import re

from qa.language.patterns import regex
from qa.language.terms import terms

_MEASURED = regex(r"\b[\w.,]{1,20}-(?P<unit>[^\W\d_]{1,20}?)s?-(?:old|long|wide|high|tall|deep)\b", re.I)
"""A number that counts nobody, but where its unit is asked for: "a 34-year-old nurse", "a 200-metre-long gap"."""
_COUNTED_OF = regex(r"\bhow many (?P<what>[\w-]{2,30}) of (?:the |an? )?(?P<of>[\w’'-]{2,40})", re.I)
_SENTENCE = regex(r"(?<=[.!?])[\"”’)]*\s+")


def without_measures(question: str, quote: str) -> str:
    """Return a quote without the ages and lengths that answer no "how many": of a unit that is not asked for."""
    asked = question.casefold()
    return _MEASURED.sub(lambda it: it[0] if it["unit"].casefold() in asked else " ", quote)


def counts_other(question: str, quote: str) -> bool:
    """Return whether a sentence of a quote counts the asked unit, but of something else: "cups of tea", no coffee."""
    asked = _COUNTED_OF.search(question)
    if asked is None:
        return False
    unit = re.compile(rf"\b{re.escape(asked['what'])} of \w", re.I)
    of = set(terms(asked["of"]))
    counting = [set(terms(each)) for each in _SENTENCE.split(quote) if unit.search(each)]
    return bool(counting) and not any(of <= each for each in counting)
