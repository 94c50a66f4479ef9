"""Show what is in the archive: the first page, the newest articles, and the places with exact words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.amounts import QUOTES_ON_SCREEN
from bots.archive_card import archive_card
from bots.contract import SCHEMA, plain_object
from bots.found_places import around, collected, found_object, place_object
from bots.overview_object import overview_object
from bots.unknown_outlets import unknown_outlets
from bots.web.addresses import asked, chosen_scope
from bots.web.pages.page import Asked, Page
from qa.answers import Quote
from qa.archive.corpus_summary import summary
from qa.archive.exact_words import holding
from qa.datatypes import Scope

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answering.overview.describing import ArchiveOverview
    from qa.archive.protocol import View


def home(overview: ArchiveOverview) -> Page:
    return Page("home.html", {"card": archive_card(overview)}, overview_object(overview))


def latest(request: Asked, answerer: Answerer, view: View) -> Page:
    summary(view)
    scope = chosen_scope(request.parameters, request.sources)
    found = view.latest(scope, QUOTES_ON_SCREEN)
    # The place is a folder of the machine that serves, and no business of who reads.
    lines = [{**plain_object(each), "place": None} for each in found]
    context = {"articles": found, "scope": scope, "unknown": unknown_outlets(view, scope)}
    return Page("latest.html", context, {"schema": SCHEMA, "articles": lines})


def find(request: Asked, answerer: Answerer, view: View) -> Page:
    if not request.as_data and "q" not in request.parameters:
        return Page("find.html", {"words": "", "scope": Scope(), "found": None}, {})
    words = asked(request.parameters)
    scope = chosen_scope(request.parameters, request.sources)
    shown: list[Quote] = []

    def write(place: Quote, number: int) -> object:
        shown.append(place)
        return place_object(place, number)

    found = collected(holding(view, words, scope), QUOTES_ON_SCREEN, write)
    return Page(
        "find.html",
        {
            "words": words,
            "scope": scope,
            "found": found,
            "places": [(each, *around(each)) for each in shown],
            "unknown": unknown_outlets(view, scope),
        },
        found_object(words, found),
        shown,
    )
