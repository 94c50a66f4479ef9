"""Build the application: which address shows which page, for people and as JSON, with the guard in front of all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bots.amounts import QUOTES
from bots.contract import as_json
from bots.web.failures import Failure, failure_of, no_such_page
from bots.web.guard import Guard
from bots.web.service import WebService, Work
from bots.web.templating import create_environment, written
from bots.web.visitors import Visitors, guarded, posts_of

if TYPE_CHECKING:
    from bots.web.pages import Asked, Page
    from qa.answering.answerer import Answerer
    from qa.answers import Quote
    from qa.archive.protocol import View

STYLE = Path(__file__).parent / "static" / "style.css"
JSON = "application/json"

Make = Callable[["Asked", "Answerer", "View"], "Page"]
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class _Written:
    body: str
    quotes: Iterable[Quote]


@dataclass(frozen=True, slots=True)
class Mounted:
    """An application beside the pages: it is given the POST requests at its path, after the guard, and its lifespan."""

    path: str
    app: Starlette


def create_app(
    service: WebService,
    *,
    allowed: Collection[str],
    quotes: int = QUOTES,
    visitors: Visitors | None = None,
    beside: Mounted | None = None,
) -> Guard:
    """Return the application.

    Args:
        allowed: The names under which it may be asked.
        quotes: How many quotes an answer shows at first.
        visitors: Who may ask, and how often; without it anybody, and as often as they like.
        beside: What else is to be served.
    """
    application = _Site(service, quotes).application(beside)
    return guarded(application, allowed, visitors or Visitors(), posts=posts_of(application.routes))


class _Site:
    def __init__(self, service: WebService, quotes: int) -> None:
        self._service = service
        self._quotes = quotes
        self._templates = create_environment()

    def application(self, beside: Mounted | None = None) -> Starlette:
        from bots.web import pages  # here, because these imports take a second

        def home(request: Asked, answerer: Answerer, view: View) -> Page:
            return pages.home(self._service.overview(view, answerer))

        answer, look = self._service.answer, self._service.look
        routes = [
            *self._both("/", home, answer, data="/overview.json"),
            *self._both("/ask", pages.ask, answer),
            *self._both("/quote/{name}", pages.quote, look),
            *self._both("/article/{name}", pages.article, look),
            *self._both("/speakers", pages.speakers, look),
            *self._both("/speaker/{name:path}", pages.speaker, look),
            *self._both("/find", pages.find, self._service.find),
            Route("/style.css", self._style),
        ]
        if beside is not None:
            routes.insert(0, Route(beside.path, beside.app, methods=["POST"]))
        application = Starlette(
            routes=routes,
            exception_handlers={HTTPException: self._unknown},
            lifespan=None if beside is None else _lifespan_of(beside.app),
        )
        # It would send a browser to an address made of what the request says.
        application.router.redirect_slashes = False
        return application

    def _both(
        self, path: str, make: Make, run: Callable[[Work[_Written]], Awaitable[_Written]], *, data: str = ""
    ) -> list[Route]:
        """Return the route of a page and of its JSON, which comes first: a name takes all that it can get."""

        def endpoint(as_data: bool) -> Endpoint:
            async def reply(request: Request) -> Response:
                try:
                    return Response(
                        (await run(self._work(request, make, as_data=as_data))).body,
                        media_type=JSON if as_data else "text/html",
                    )
                except Exception as error:
                    return self._failed(failure_of(error, page=path), request, as_data=as_data)

            return reply

        return [Route(data or f"{path}.json", endpoint(True)), Route(path, endpoint(False))]

    def _work(self, request: Request, make: Make, *, as_data: bool) -> Work[_Written]:
        from bots.web.pages import Asked

        asked = Asked(
            parameters=request.query_params,
            sources=tuple(request.query_params.getlist("source")),
            name=request.path_params.get("name", ""),
            quotes=self._quotes,
            as_data=as_data,
        )

        def work(answerer: Answerer, view: View) -> _Written:
            # Written here too, because that takes long for a long article.
            page = make(asked, answerer, view)
            if as_data:
                return _Written(as_json(page.data), page.quotes)
            return _Written(
                written(self._templates, page.template, {"question": "", **page.context}), page.quotes
            )

        return work

    async def _unknown(self, request: Request, error: Exception) -> Response:
        return self._failed(no_such_page(), request, as_data=request.url.path.endswith(".json"))

    async def _style(self, request: Request) -> Response:
        return Response(STYLE.read_bytes(), media_type="text/css")

    def _failed(self, failure: Failure, request: Request, *, as_data: bool) -> Response:
        if as_data:
            body = as_json(failure.as_object())
        else:
            question = request.query_params.get("q", "") if request.url.path == "/ask" else ""
            body = written(
                self._templates, "failure.html", {"failure": failure, "question": question[:1_000]}
            )
        return Response(
            body, failure.status, headers=failure.headers, media_type=JSON if as_data else "text/html"
        )


def _lifespan_of(app: Starlette) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Return a lifespan in which that of a mounted application is run: only the outermost one's is."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with app.router.lifespan_context(app):
            yield

    return lifespan
