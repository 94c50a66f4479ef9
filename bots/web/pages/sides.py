"""Show speakers side by side on one topic, and one speaker over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.amounts import QUOTES_ON_SCREEN
from bots.contract import comparison_object, timeline_object
from bots.endings import timeline_ending
from bots.shown_quotes import marked_quotes
from bots.unknown_outlets import unknown_outlets
from bots.web.addresses import LONGEST_QUESTION, chosen_scope, first_row, named, topic_of
from bots.web.over_time import bars_of
from bots.web.pages.page import Asked, Page, next_row

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View


def compare(request: Asked, answerer: Answerer, view: View) -> Page:
    scope = chosen_scope(request.parameters, request.sources)
    names = [each.strip() for each in request.names]
    topic = topic_of(request.parameters)
    context: dict[str, object] = {
        "names": names, "topic": topic or "", "scope": scope, "sides": (), "count": request.quotes, "alone": "",
    }  # fmt: skip
    given = [each for each in names if each]
    if not request.as_data and len(given) < 2:
        alone = given[0] if given and len(given[0]) <= LONGEST_QUESTION else ""
        return Page("compare.html", context | {"names": [alone] if alone else [], "alone": alone}, {})
    found = answerer.compare(named(names, least=2), about=topic, scope=scope)
    shown = [quote for side in found.sides for quote in side.quotes]
    unknown = unknown_outlets(view, scope)
    context |= {"sides": found.sides, "unknown": unknown}
    return Page("compare.html", context, comparison_object(found.sides, topic, unknown=unknown), shown)


def timeline(request: Asked, answerer: Answerer, view: View) -> Page:
    scope = chosen_scope(request.parameters, request.sources)
    topic = topic_of(request.parameters)
    typed = request.names[-1].strip() if request.names else ""
    context: dict[str, object] = {"name": typed, "topic": topic or "", "scope": scope, "found": None}
    if not request.as_data and not typed:
        return Page("timeline.html", context, {})
    (name,) = named([typed], least=1)
    found = answerer.timeline(name, about=topic, scope=scope)
    marked, start = list(marked_quotes(found)), first_row(request.parameters)
    if request.as_data:
        return Page("timeline.html", {}, timeline_object(found), [quote for _, quote in marked])
    shown = marked[start : start + QUOTES_ON_SCREEN]
    context |= {
        "found": found,
        "ending": timeline_ending(found),
        "marked": shown,
        "count": len(marked),
        "start": start,
        "next": next_row(start, QUOTES_ON_SCREEN, len(marked)),
        "bars": bars_of(found.quotes),
        "unknown": unknown_outlets(view, scope),
    }
    return Page("timeline.html", context, {}, [quote for _, quote in shown])
