"""Tell which dates and outlets a quote lies outside of."""

from __future__ import annotations

from qa.answers import Nearest, Quote
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
