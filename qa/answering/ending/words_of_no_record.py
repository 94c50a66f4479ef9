"""Show where the words stand that a question asks for in quotation marks, if no record says whose they are."""

from __future__ import annotations

from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answering.spans.retrieval import narrowed
from qa.answering.spans.typed_words import asks_for_words
from qa.answers import Nearest, Outcome
from qa.archive.exact_words import nobodys_words, words_in_marks
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.settings import MAX_QUOTES
from qa.understanding.quoted import asked_words

_IN_MARKS = 0.5
"""The confidence in words that stand in quotation marks, though no record says whose they are."""


def of_no_record(snapshot: View, draft: Draft, scope: Scope) -> Draft:
    """Return a denial with the sentences that hold the typed words, where these are nobody's by the records.

    In the article's own text they are nobody's; in marks, "It amounted, they said, to “a swindle”", somebody's.
    """
    retrieved = draft.considered.retrieved
    understood = retrieved.understood
    if not asks_for_words(retrieved) or understood.ambiguous or len(retrieved.typed) != 1:
        return draft
    (typed,), bounds = asked_words(understood), narrowed(scope, understood)
    found = nobodys_words(snapshot, typed, bounds, MAX_QUOTES)
    if found:
        quotes = tuple(replace(quote, confidence=0.0) for quote in found)
        return replace(draft, outcome=Outcome.NEAREST, nearest=Nearest.NOBODYS_WORDS, quotes=quotes)
    marked = [] if understood.speaker else words_in_marks(snapshot, typed, bounds, MAX_QUOTES)
    if not marked:
        return draft
    quotes = tuple(replace(quote, confidence=_IN_MARKS) for quote in marked)
    return replace(draft, outcome=Outcome.UNSURE, nearest=None, confidence=_IN_MARKS, quotes=quotes)
