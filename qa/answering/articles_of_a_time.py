"""Show what the articles of a day or a month begin with: "What happened on 3 May 2024?"."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import Quote, Understanding
from qa.archive.protocol import View
from qa.archive.quote_lookup import SaidInOrder, attribution_at
from qa.datatypes import Scope, Span, Version
from qa.language.patterns import regex
from qa.language.sections import sections
from qa.language.sentences import split
from qa.language.terms import content_terms, phrases_of
from qa.settings import MAX_QUOTES

FIRST_WORDS = "These are the first words of articles of that time: they may tell of other days too."
NOTHING_DATED = "No article here has a date, so these words may be of any time."
OF_OTHER_DAYS = "No article here is of that time."
_SURE = 0.5
"""The confidence in a first sentence: no model weighed it."""
_LEAST = 4
"""The fewest terms of a sentence that tells anything: "HARWICK, Dene." does not."""
_ENDED = regex(r"[.!?…][\"'”’)\]]*\s*$")
"""The end of a sentence; "MINISTER FOR FERRIES AND HARBOURS" has none."""
_COMPARED = 10
"""With how many other articles a sentence is compared that may be what an outlet prints in each."""
_OTHERS = 2
"""How many of them must have it: a story that is told again begins like the first."""


def with_days(view: View, understood: Understanding, scope: Scope) -> Understanding:
    """Return a question for what happened in a time without its dates where no article is of that time.

    Articles of other days may tell of it: "What happened on 4 July 1776?".
    """
    if not understood.browses or understood.topic is not None or view.latest(scope, 1):
        return understood
    return replace(understood, since=None, until=None, browses=False)


def first_words(view: View, scope: Scope) -> list[Quote]:
    """Return the first telling sentence of each of the newest articles of a scope."""
    found = [_first_words(view, line.uid) for line in view.latest(scope, MAX_QUOTES)]
    return [quote for quote in found if quote is not None]


def _first_words(view: View, uid: str) -> Quote | None:
    version = next((each for each in view.find_articles(uid) if each.uid == uid), None)
    if version is None:
        return None
    begin, stop = _first_telling(view, version) or (0, 0)
    if not stop:
        return None
    said = SaidInOrder(view.attributions([version.key])[version.key])
    record, name = attribution_at(begin, stop, said.touching(begin, stop)) or (None, None)
    return Quote(version, begin, stop, _SURE, record, name)


def _first_telling(view: View, version: Version) -> Span | None:
    """Return the first sentence that tells anything; one that ends as a heading does where there is no other."""
    text = version.article.text
    first, last = next(iter(sections(text)), (0, 0))
    heading: Span | None = None
    for paragraph in split(text[first:last]):
        for start, end in paragraph.sentences:
            begin, stop = first + start, first + end
            words = text[begin:stop]
            if len(content_terms(words)) < _LEAST:
                continue
            if _is_in_others(view, version, words):
                break
            if _ENDED.search(words):
                return begin, stop
            heading = heading or (begin, stop)
    return heading


def _is_in_others(view: View, version: Version, sentence: str) -> bool:
    """Return whether articles that are no copies of this one have a sentence too.

    It tells of their outlet then, with its paragraph: "The Inland Post is independent. Sign up for our letter."
    """
    holding = view.versions_holding(phrases_of(sentence), Scope())
    copies = {version.key, *(each.key for each in view.near_duplicates([version.key])[version.key])}
    others = [key for key in holding if key not in copies][:_COMPARED]
    return sum(sentence in each.article.text for each in view.versions(others).values()) >= _OTHERS
