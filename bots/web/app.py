"""Build the application: the pages of `routes.py`, for people and as JSON, with the guard in front of all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bots.amounts import QUOTES
from bots.archive_service import ArchiveService, Work
from bots.contract import as_json
from bots.served_failures import Failure, failure_of, no_such_page
from bots.web import openapi
from bots.web.guard import Guard
from bots.web.histories import Histories
from bots.web.templating import create_environment, written
from bots.web.visitors import Visitors, guarded, posts_of
from qa.errors import UsageError

if TYPE_CHECKING:
    from bots.web.pages.page import Asked, Page
    from bots.web.routes import PageRoute
    from qa.answering.answerer import Answerer
    from qa.answers import Quote
    from qa.archive.protocol import View

STATIC = Path(__file__).parent / "static"
STATIC_FILES = {"/style.css": "text/css", "/keys.js": "text/javascript"}
"""Addresses of the files that pages load, each with its type."""
JSON, HTML, ATOM = "application/json", "text/html", "application/atom+xml"
FORM = "application/x-www-form-urlencoded"
SEND_TEXT = "Send the text itself as the body, with `Content-Type: text/plain`."

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class _Written:
    body: str | bytes
    quotes: Iterable[Quote]


@dataclass(frozen=True, slots=True)
class Mounted:
    """An application beside the pages: it is given the POST requests at its path, after the guard, and its lifespan."""

    path: str
    app: Starlette


def create_app(
    service: ArchiveService,
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
    application = site_of(service, quotes, beside=beside)
    return guarded(application, allowed, visitors or Visitors(), posts=posts_of(application.routes))


def site_of(
    service: ArchiveService, quotes: int, *, library: str = "", beside: Mounted | None = None
) -> Starlette:
    """Return the pages of one library, with nothing before them: for `guarded`.

    Args:
        library: The name below which they are mounted; "" where they are at the root.
        beside: What else is to be served.
    """
    return _Site(service, quotes, library).application(beside)


IDS_BY_COMMAND, IDS_BY_PAGE = (
    "`qa ask -v` prints it with each quote.",
    "The page of a quote has it, to be copied.",
)
"""Where the command line says that an id is found, and where the pages have it."""


class _Site:
    def __init__(self, service: ArchiveService, quotes: int, library: str) -> None:
        self._service = service
        self._quotes = quotes
        self._root = f"/{library}" if library else ""
        self._templates = create_environment(library)
        self._histories = Histories()
        self._description = as_json(openapi.description(self._root))

    def application(self, beside: Mounted | None = None) -> Starlette:
        from bots.web.routes import page_routes  # here, because these imports take a second

        routes = [each for page in page_routes(self._service) for each in self._both(page)]
        routes += [self._feed(), *(Route(path, static) for path in STATIC_FILES)]
        routes.append(Route(openapi.PATH, self._described))
        if beside is not None:
            routes.insert(0, Route(beside.path, beside.app, methods=["POST"]))
        application = Starlette(
            routes=routes,
            exception_handlers={HTTPException: self._unknown},
            lifespan=lifespan_of([] if beside is None else [beside]),
        )
        # It would send a browser to an address made of what the request says.
        application.router.redirect_slashes = False
        return application

    def _both(self, page: PageRoute) -> list[Route]:
        """Return the route of a page and of its JSON, which comes first: a name takes all that it can get."""
        from bots.web.routes import TEXTS

        def endpoint(as_data: bool) -> Endpoint:
            async def reply(request: Request) -> Response:
                try:
                    asked = await self._asked(request, as_data=as_data)
                    done = await page.queue(self._work(asked, page))
                    return Response(done.body, media_type=JSON if as_data else HTML)
                except Exception as error:
                    return self._failed(failure_of(error, page=page.path), request, as_data=as_data)

            return reply

        def route(path: str, as_data: bool) -> Route:
            return Route(path, endpoint(as_data), methods=["GET", "POST"] if path in TEXTS else ["GET"])

        return [route(page.json_path, True), route(page.path, False)]

    def _feed(self) -> Route:
        from bots.web.routes import FEED, feed_of

        make, queue = feed_of(self._service)

        async def reply(request: Request) -> Response:
            try:
                asked = await self._asked(request)
                done = await queue(lambda answerer, view: _Written(*make(asked, answerer, view)))
                return Response(done.body, media_type=ATOM)
            except Exception as error:
                return self._failed(failure_of(error, page=FEED), request, as_data=False)

        return Route(FEED, reply)

    async def _asked(self, request: Request, *, as_data: bool = False) -> Asked:
        from bots.web.pages.page import Asked

        parameters, body = request.query_params, None
        if request.method == "POST":
            parameters, body = await _sent(request)
        return Asked(
            parameters=parameters,
            sources=tuple(parameters.getlist("source")),
            names=tuple(parameters.getlist("who")),
            name=request.path_params.get("name", ""),
            quotes=self._quotes,
            as_data=as_data,
            site=_site(request) + self._root,
            body=body,
            histories=self._histories,
        )

    def _work(self, asked: Asked, page: PageRoute) -> Work[_Written]:
        def work(answerer: Answerer, view: View) -> _Written:
            # Written here too, because that takes long for a long article.
            made: Page = page.make(asked, answerer, view)
            if asked.as_data:
                return _Written(as_json(made.data), made.quotes)
            return _Written(
                written(self._templates, made.template, {"question": "", **made.context}), made.quotes
            )

        return work

    async def _described(self, request: Request) -> Response:
        return Response(self._description, media_type=JSON)

    async def _unknown(self, request: Request, error: Exception) -> Response:
        return self._failed(no_such_page(), request, as_data=request.url.path.endswith(".json"))

    def _failed(self, failure: Failure, request: Request, *, as_data: bool) -> Response:
        failure = replace(failure, message=failure.message.replace(IDS_BY_COMMAND, IDS_BY_PAGE))
        if as_data:
            body = as_json(failure.as_object())
        else:
            question = request.query_params.get("q", "") if request.url.path == f"{self._root}/ask" else ""
            body = written(
                self._templates, "failure.html", {"failure": failure, "question": question[:1_000]}
            )
        return Response(body, failure.status, headers=failure.headers, media_type=JSON if as_data else HTML)


def _site(request: Request) -> str:
    """Return the address of the first page as the reader has it, without a slash at its end."""
    # A proxy speaks HTTPS with the reader. Nobody else gains by saying so: it is in the reader's own links alone.
    secure = request.headers.get("x-forwarded-proto") == "https"
    return f"{'https' if secure else request.url.scheme}://{request.headers['host']}"


async def static(request: Request) -> Response:
    """Return a file that pages load, wherever they are mounted."""
    name = request.url.path.rpartition("/")[2]
    return Response((STATIC / name).read_bytes(), media_type=STATIC_FILES[f"/{name}"])


async def _sent(request: Request) -> tuple[QueryParams, str]:
    """Return what was sent with POST: the parameters and the text, which a form sends as one of its fields.

    Raises:
        UsageError: If the form cannot be read.
    """
    data = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == JSON or kind.startswith("multipart/"):
        raise UsageError(f"What was sent is {kind}. {SEND_TEXT}")
    if kind != FORM:
        return request.query_params, data.decode("utf-8", "replace")
    try:
        fields = parse_qsl(data.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=100)
    except ValueError as error:
        raise UsageError("This form cannot be read. Send the text alone.") from error
    if data and all(name != "text" for name, _ in fields):
        # What programs that fetch pages call a form, if nobody says what it is.
        raise UsageError(f"The form that was sent has no field `text`. {SEND_TEXT}")
    # A browser ends the lines of a form with two characters, whatever was typed.
    text = "".join(value for name, value in fields if name == "text").replace("\r\n", "\n")
    return QueryParams([each for each in fields if each[0] != "text"]), text


def lifespan_of(mounted: Iterable[Mounted]) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Return a lifespan in which those of mounted applications are run: only the outermost one's is."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as running:
            for each in mounted:
                await running.enter_async_context(each.app.router.lifespan_context(each.app))
            yield

    return lifespan
