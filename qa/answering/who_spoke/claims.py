"""Tell whether somebody's words are those that a question gives: "Who said the ferries are late?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from qa.answers import Quote
from qa.language.lexicon.function_words import NEGATIONS
from qa.language.patterns import regex
from qa.language.sentences import split
from qa.language.terms import content_terms

_WORD = regex(r"[\w'’-]+")
_ANYTHING_BUT = regex(r"\b(?:anything but|far from)\b", re.I)
"""What denies as "no" does: "called the plan anything but a failure"."""
_NAME = regex(r"(?<=\w )[A-Z][\w’-]*|\A[A-Z][\w’-]*")
_OPENING = 200
"""How many characters the opening of an article has, in which stands what it is on."""
_LEAST_BESIDE = 3
"""How many words of a claim are the fewest that must stand in a quote, if its names stand beside it."""
_HALF = 0.5
"""The share of a claim's words from which a sentence that denies something denies the claim."""
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
    lacking = wanted - set(content_terms(text))
    if lacking and (len(wanted - lacking) < _LEAST_BESIDE or not lacking <= _named_at_first(quote)):
        return False
    return _negations(text) == _negations(topic)


def _named_at_first(quote: Quote) -> set[str]:
    """Return the terms of the names in a title and an opening: what is said there of the firm need not name Orsa."""
    article = quote.version.article
    names = _NAME.findall(f"{article.title}\n{article.text[:_OPENING]}")
    return set(content_terms(" ".join(names)))


def called_so(quotes: Sequence[Quote]) -> list[Quote]:
    """Return of quotes that hold a claim those that tell by their verb that somebody called a thing so."""
    return [each for each in quotes if each.attribution is not None and each.attribution.rule == _CALLED]


def lacks_name(quote: Quote, topic: str) -> bool:
    """Return whether words lack what somebody is asked to have called a thing: "a failure", of a boat."""
    return not set(content_terms(topic)[-1:]) <= set(content_terms(quote.text))


def holds_half(quote: Quote, claim: str) -> bool:
    """Return whether a quote has at least half of the words of a claim, which may be none."""
    wanted = set(content_terms(claim))
    return 2 * len(wanted & set(content_terms(quote.text))) >= len(wanted)


def says_opposite(quote: Quote, claim: str) -> bool:
    """Return whether what a quote says with most words of a claim denies it, or denies what the claim denies.

    "The pill does not cause it" is no answer to "Who says the pill causes it?". Of several sentences it is the one with
    the most of these words.
    """
    wanted = set(content_terms(claim))
    record = quote.attribution
    if record is None or not wanted:
        return False
    text = quote.version.article.text
    parts = [text[start:end] for start, end in record.content]
    sentences = [
        said[start:end] for said in parts for paragraph in split(said) for start, end in paragraph.sentences
    ]
    held = {said: len(wanted & set(content_terms(said))) for said in sentences}
    most = max(held, key=lambda said: held[said], default="")
    denies, denied = _negations(most) != (record.polarity == "denied"), _negations(claim)
    # What denies has many words: "misleading" may stand for "it should not be called so".
    share = 1.0 if denied else _HALF
    return held.get(most, 0) >= share * len(wanted) and denies != denied


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
        word in NEGATIONS or word in ("no", "nobody", "nothing") or word.endswith(("n't", "n’t"))
        for word in map(str.casefold, _WORD.findall(text))
    )
