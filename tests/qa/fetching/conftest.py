"""Run a web server on loopback, in a thread; and a clock that only tests move."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from qa.fetching.addresses import Exceptions
from qa.fetching.connecting import RequestLimits
from qa.fetching.visiting import Visitor

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Page:
    """What the server answers at a path. `headers` may repeat or be false; `raw` writes the whole answer itself."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    raw: Handler | None = None


@dataclass
class Site:
    """`asked` are the paths in the order in which they were asked for; `seen` the headers of each."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    seen: list[dict[str, str]] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def put(self, path: str, body: str | bytes = b"", **details: Any) -> str:
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = Page(data, **details)
        return self.url(path)

    @property
    def fetched(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]


class _Asked(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append(self.path)
        self.site.seen.append({name.lower(): value for name, value in self.headers.items()})
        page = self.site.pages.get(self.path, Page(b"nothing here", 404))
        try:
            if page.raw is not None:
                page.raw(self)
            else:
                self._answer(page)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client closed the connection, as it should with some of these pages
        self.close_connection = True

    def _answer(self, page: Page) -> None:
        unchanged = page.etag and self.headers.get("If-None-Match") == page.etag
        self.send_response(304 if unchanged else page.status)
        headers = {"Content-Type": page.content_type, "Content-Length": str(len(page.body)), **page.headers}
        if page.etag:
            headers["ETag"] = page.etag
        if unchanged:
            headers = {name: value for name, value in headers.items() if not name.startswith("Content")}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if not unchanged:
            self.wfile.write(page.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def sites() -> Iterator[Callable[[], Site]]:
    servers: list[ThreadingHTTPServer] = []

    def open_site() -> Site:
        handler = type("Handler", (_Asked,), {})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        handler.site = Site(server.server_address[1])  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        servers.append(server)
        return handler.site  # type: ignore[attr-defined]

    yield open_site
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def site(sites: Callable[[], Site]) -> Site:
    return sites()


@dataclass
class Clock:
    now: float = 1_800_000_000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visitor_to(clock: Clock) -> Callable[..., Visitor]:
    """Make a visitor that may fetch from these sites and does not wait."""

    def make(*sites: Site, seconds: float = 10, max_bytes: int = 1_000_000) -> Visitor:
        return Visitor(
            exceptions=Exceptions.of([site.host for site in sites]),
            limits=RequestLimits(seconds, max_bytes),
            clock=clock,
            sleep=clock.sleep,
        )

    return make
