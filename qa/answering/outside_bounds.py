"""Tell which dates and outlets a quote lies outside of, and whether somebody's words are only there."""

from __future__ import annotations

from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answering.topics.words_on_topic import words_of
from qa.answers import Nearest, Outcome, QuestionKind, Quote
from qa.archive.protocol import View
from qa.datatypes import Scope


def outside(quote: Quote, bounds: Scope) -> Nearest | None:
    """Return which bounds a quote lies outside of: the dates, the outlets or both; None for neither."""
    article, since, until = quote.version.article, bounds.since, bounds.until
    day = article.day
    early = since is not None and (day is None or day < since)
    late = until is not None and (day is None or day > until)
    outlets = {source.strip().casefold() for source in bounds.sources}
    elsewhere = bool(outlets) and article.source.strip().casefold() not in outlets
    if early or late:
        return Nearest.OUTSIDE_BOTH if elsewhere else Nearest.OUTSIDE_DATES
    return Nearest.OUTSIDE_SOURCES if elsewhere else None


def only_elsewhere(snapshot: View, draft: Draft, bounds: Scope) -> Draft:
    """Say of somebody without words in the outlets that a person gave that others have them, if they do.

    Without that, "What did Quill say about tolls?", asked of one paper, would be denied in the name of all of them.
    The person wants nothing from other outlets, so their words are not shown.
    """
    understood = draft.understood
    if not bounds.sources or understood.kind is not QuestionKind.SAID or understood.speaker is None:
        return draft
    elsewhere = replace(bounds, sources=())
    if words_of(snapshot, understood, elsewhere):
        nearest = Nearest.OUTSIDE_SOURCES
    elif not elsewhere.everything and words_of(snapshot, understood, Scope()):
        nearest = Nearest.OUTSIDE_BOTH
    else:
        return draft
    return replace(draft, outcome=Outcome.NEAREST, nearest=nearest, quotes=(), note="")
