"""Serve several libraries, each below its own name, with a page that lists them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bots.amounts import QUOTES
from bots.archive_service import ArchiveService
from bots.contract import SCHEMA, as_json, corpus_object
from bots.queues import BusyError
from bots.served_failures import no_such_page
from bots.web.app import JSON, STATIC_FILES, Endpoint, Mounted, lifespan_of, site_of, static
from bots.web.guard import Guard
from bots.web.templating import create_environment, written
from bots.web.visitors import Visitors, guarded, posts_of
from qa.answers import CorpusSummary
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answers import Quote
    from qa.archive.protocol import View

NO_PAGE = "There is no such page here. The first page, /, lists the libraries."


@dataclass(frozen=True, slots=True)
class Listed:
    """A library in the list: its name, and what is in it; None where it cannot be read now."""

    name: str
    corpus: CorpusSummary | None
    quotes: tuple[Quote, ...] = ()


def create_libraries_app(
    services: Mapping[str, ArchiveService],
    *,
    allowed: Collection[str],
    quotes: int = QUOTES,
    visitors: Visitors | None = None,
    beside: Callable[[ArchiveService], Mounted] | None = None,
) -> Guard:
    """Return an application with each library at `/NAME/`.

    Nothing of a request chooses a library but the name that its path begins with, and each name has routes of its own,
    which know no other library: one can never show what is in another.

    Args:
        services: The libraries by their names, which share their queues.
        beside: Makes what else is to be served of each library, below its name.
    """
    listing = _Listing(services)
    routes: list[BaseRoute] = [
        Route("/libraries.json", listing.as_data),
        Route("/", listing.page),
        *(Route(path, static) for path in STATIC_FILES),
    ]
    posts: dict[str, tuple[str, ...]] = {}
    mounted: list[Mounted] = []
    for name, service in services.items():
        own = beside(service) if beside else None
        mounted += [own] if own else []
        site = site_of(service, quotes, library=name, beside=own)
        routes += [Route(f"/{name}", _to_first_page(name)), Mount(f"/{name}", app=site)]
        posts |= posts_of(site.routes, f"/{name}")
    application = Starlette(
        routes=routes,
        exception_handlers={HTTPException: listing.unknown},
        # Only the outermost application's is run.
        lifespan=lifespan_of(mounted),
    )
    application.router.redirect_slashes = False
    return guarded(application, allowed, visitors or Visitors(), posts=posts)


class _Listing:
    def __init__(self, services: Mapping[str, ArchiveService]) -> None:
        self._services = services
        self._templates = create_environment()

    async def page(self, request: Request) -> Response:
        body = written(self._templates, "libraries.html", {"listed": await self._listed()})
        return Response(body, media_type="text/html")

    async def as_data(self, request: Request) -> Response:
        rows = [
            {"name": each.name, "corpus": None if each.corpus is None else corpus_object(each.corpus)}
            for each in await self._listed()
        ]
        return Response(as_json({"schema": SCHEMA, "libraries": rows}), media_type=JSON)

    async def unknown(self, request: Request, error: Exception) -> Response:
        if request.url.path.endswith(".json"):
            return Response(as_json(no_such_page().as_object()), 404, media_type=JSON)
        return Response(f"{NO_PAGE}\n", 404, media_type="text/plain")

    async def _listed(self) -> list[Listed]:
        return [await _look(name, service) for name, service in self._services.items()]


async def _look(name: str, service: ArchiveService) -> Listed:
    def work(answerer: Answerer, view: View) -> Listed:
        return Listed(name, view.corpus())

    try:
        return await service.look(work)
    except (QAError, BusyError):
        return Listed(name, None)


def _to_first_page(name: str) -> Endpoint:
    async def redirect(request: Request) -> Response:
        return RedirectResponse(f"/{name}/")

    return redirect
