"""Tell whether somebody's words are those that a question gives: "Who said the ferries are late?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from qa.answers import Quote
from qa.language.lexicon.function_words import NEGATIONS
from qa.language.patterns import regex
from qa.language.terms import content_terms

_WORD = regex(r"[\w'’-]+")
_ANYTHING_BUT = regex(r"\b(?:anything but|far from)\b", re.I)
"""What denies as "no" does: "called the plan anything but a failure"."""
_CALLED = "call-as"
"""The rule of records such as "Quill called the plan a sieve"."""


def claims(quote: Quote, topic: str) -> bool:
    """Return whether a quote's own words hold all of what somebody is asked to have said, and no more negation."""
    record = quote.attribution
    if record is None or record.polarity != "said":
        return False
    text = " ".join(quote.version.article.text[start:end] for start, end in record.content)
    wanted = set(content_terms(topic))
    if record.rule == _CALLED:
        # "Quill left, calling the plan a sieve and saying it would not hold": nothing after the name denies it.
        text = _until(text, wanted)
    return wanted <= set(content_terms(text)) and _negations(text) == _negations(topic)


def called_so(quotes: Sequence[Quote]) -> list[Quote]:
    """Return of quotes that hold a claim those that tell by their verb that somebody called a thing so."""
    return [each for each in quotes if each.attribution is not None and each.attribution.rule == _CALLED]


def lacks_name(quote: Quote, topic: str) -> bool:
    """Return whether words lack what somebody is asked to have called a thing: "a failure", of a boat."""
    return not set(content_terms(topic)[-1:]) <= set(content_terms(quote.text))


def _until(text: str, wanted: Collection[str]) -> str:
    """Return the beginning of a text that holds all wanted terms; the whole of one that does not."""
    missing = set(wanted)
    for word in _WORD.finditer(text):
        missing.difference_update(content_terms(word[0]))
        if not missing:
            return text[: word.end()]
    return text


def _negations(text: str) -> bool:
    return _ANYTHING_BUT.search(text) is not None or any(
        word in NEGATIONS or word in ("no", "nobody", "nothing")
        for word in map(str.casefold, _WORD.findall(text))
    )
