"""List every address: which page it shows, and which of the service's queues the work waits in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bots.web.pages import answers, archive, articles, briefs, drafts, feeds, people, sides
from bots.web.pages.page import Asked, Page

if TYPE_CHECKING:
    from bots.archive_service import ArchiveService
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View

Make = Callable[[Asked, "Answerer", "View"], Page]
Queue = Callable[[Callable[["Answerer", "View"], Any]], Awaitable[Any]]

TEXTS = ("/check", "/check.json")
"""The addresses that also take a text, sent with POST."""
FEED = "/feed.atom"


@dataclass(frozen=True, slots=True)
class PageRoute:
    """An address and its page; the same as JSON is at `data`, by default the address with `.json`."""

    path: str
    make: Make
    queue: Queue
    data: str = ""

    @property
    def json_path(self) -> str:
        return self.data or f"{self.path}.json"


def page_routes(service: ArchiveService) -> tuple[PageRoute, ...]:
    """Return all pages of a site."""

    def home(request: Asked, answerer: Answerer, view: View) -> Page:
        return archive.home(service.overview(view, answerer))

    def brief(request: Asked, answerer: Answerer, view: View) -> Page:
        return briefs.brief(service.today, request, view)

    def verify(request: Asked, answerer: Answerer, view: View) -> Page:
        return articles.verify(service.standing(request.name), request, view)

    return (
        PageRoute("/", home, service.answer, "/overview.json"),
        PageRoute("/ask", answers.ask, service.answer),
        PageRoute("/compare", sides.compare, service.answer),
        PageRoute("/timeline", sides.timeline, service.answer),
        PageRoute("/quote/{name}", articles.quote, service.look),
        PageRoute("/article/{name}", articles.article, service.look),
        PageRoute("/latest", archive.latest, service.look),
        PageRoute("/speakers", people.speakers, service.look),
        PageRoute("/speaker/{name:path}", people.speaker, service.look),
        # These read many texts, or a file.
        PageRoute("/find", archive.find, service.find),
        PageRoute("/brief", brief, service.find),
        PageRoute("/check", drafts.check, service.find),
        PageRoute("/verify/{name}", verify, service.find),
    )


def feed_of(service: ArchiveService) -> tuple[Callable[..., Any], Queue]:
    return feeds.feed, service.answer
