from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from bots.web import guard
from bots.web.guard import HEADERS, LONGEST_BODY, LOOPBACK, Guard, allowed_names
from bots.web.visitors import posts_of
from qa.errors import UsageError

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
PLACES = [
    "/",
    "/ask?q=x",
    "/ask.json?q=x",
    "/quote/x",
    "/find",
    "/speakers",
    "/style.css",
    "/keys.js",
    "/check",
    "/nothing-here",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "127.0.0.1:80:80", "", "[::2]"],
)
def test_a_foreign_host_is_refused_before_every_route(nowhere: TestClient, place: str, host: str) -> None:
    reply = nowhere.get(place, headers={"host": host})

    assert reply.status_code == 421
    assert "--allowed-host" in reply.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:9", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_the_names_of_this_machine_are_answered(nowhere: TestClient, host: str) -> None:
    assert nowhere.get("/style.css", headers={"host": host}).status_code == 200


def test_two_hosts_are_refused(nowhere: TestClient) -> None:
    reply = nowhere.get("/style.css", headers=[("host", "127.0.0.1:8000"), ("host", "evil.example")])

    assert reply.status_code == 421


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9000", "file://", ""])
def test_a_foreign_origin_is_refused_before_every_route(nowhere: TestClient, place: str, origin: str) -> None:
    assert nowhere.get(place, headers={"origin": origin}).status_code == 403


def test_its_own_origin_is_answered(nowhere: TestClient) -> None:
    assert nowhere.get("/style.css", headers={"origin": "http://127.0.0.1:8000"}).status_code == 200


@pytest.mark.parametrize(
    ("site", "mode", "to", "status"),
    [
        ("cross-site", "no-cors", "image", 403),
        ("same-site", "cors", "empty", 403),
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "navigate", "document", 200),
        ("same-origin", "no-cors", "style", 200),
        ("none", "navigate", "document", 200),
    ],
    ids=[
        "picture of another site",
        "script of a neighbour",
        "frame of another site",
        "link on another site",
        "own style",
        "typed",
    ],
)
def test_another_sites_page_can_link_here_and_load_nothing(
    nowhere: TestClient, site: str, mode: str, to: str, status: int
) -> None:
    how = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": to}
    reply = nowhere.get("/style.css", headers=how)

    assert reply.status_code == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "LINK"])
def test_pages_can_only_be_read(nowhere: TestClient, method: str) -> None:
    reply = nowhere.request(method, "/ask?q=x")

    assert reply.status_code == 405
    assert reply.headers["allow"] == "GET, HEAD"


def test_a_head_has_the_headers_and_no_body(nowhere: TestClient) -> None:
    reply = nowhere.head("/style.css")

    assert (reply.status_code, reply.content) == (200, b"")


@pytest.mark.parametrize("headers", [{}, {"transfer-encoding": "chunked"}], ids=["length", "chunks"])
def test_a_body_is_refused(nowhere: TestClient, headers: dict[str, str]) -> None:
    assert nowhere.request("GET", "/style.css", content=b"q=x", headers=headers).status_code == 400


def test_an_address_that_is_too_long_is_refused(nowhere: TestClient) -> None:
    assert nowhere.get(f"/nothing?{'x' * 20_000}").status_code == 414


def test_a_refusal_is_json_where_json_was_asked_for(nowhere: TestClient) -> None:
    reply = nowhere.get("/ask.json?q=x", headers={"host": "evil.example"})

    assert reply.headers["content-type"] == "application/json"
    assert reply.json()["schema"] == 2
    assert reply.json()["error"]["code"] == "usage"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "evil.example"])
@pytest.mark.parametrize("place", PLACES)
def test_every_reply_has_the_headers_that_keep_a_browser_safe(
    nowhere: TestClient, place: str, host: str
) -> None:
    for method in ("GET", "HEAD", "POST"):
        reply = nowhere.request(method, place, headers={"host": host})

        assert reply.headers.get_list("content-security-policy") == [POLICY]
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["referrer-policy"] == "same-origin"
        assert reply.headers["cache-control"] == "private, no-store"
        assert all(reply.headers.get_list(name) == [value] for name, value in HEADERS.items())
        assert "set-cookie" not in reply.headers


def test_others_than_this_machine_need_a_name() -> None:
    with pytest.raises(UsageError, match="--allowed-host"):
        allowed_names("0.0.0.0", ())

    assert allowed_names("0.0.0.0", ["News.Example"]) == LOOPBACK | {"news.example"}


@pytest.mark.parametrize(
    ("host", "name"), [("127.0.0.2", "127.0.0.2"), ("::1", "[::1]"), ("localhost", "localhost")]
)
def test_an_address_of_this_machine_needs_none(host: str, name: str) -> None:
    assert name in allowed_names(host, ())


@pytest.mark.parametrize("name", ["*", "news.example:80", "http://news.example", "", "a b", ".", "*.example"])
def test_what_is_no_name_of_a_host_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="not the name of a host"):
        allowed_names("0.0.0.0", [name])


async def sent(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


@pytest.fixture(scope="module")
def posting() -> TestClient:
    """An application of which one page and one mounted application take a body."""
    routes = [
        Route("/check", sent, methods=["GET", "POST"]),
        Route("/ask", sent),
        Mount("/mcp", Starlette(routes=[Route("/", sent, methods=["POST"])])),
    ]
    app = Guard(Starlette(routes=routes), LOOPBACK, posts={**posts_of(routes), "/mcp/": ("POST",)})
    return TestClient(app, base_url="http://127.0.0.1:8000")


def test_only_what_takes_a_body_gets_one(posting: TestClient) -> None:
    assert posting.post("/check", content=b"x" * 70_000).text == "70000"
    assert posting.post("/mcp/", content=b"xyz").text == "3"
    assert posting.post("/check").text == "0"

    refused = posting.post("/ask", content=b"x")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")
    refused = posting.put("/check", content=b"x")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, POST")
    assert posting.post("/check/", content=b"x").status_code == 405
    assert posting.request("GET", "/check", content=b"x").status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"},
    ],
    ids=["host", "origin", "no origin", "form of another site", "script of a neighbour"],
)
@pytest.mark.parametrize("path", ["/check", "/mcp/"])
def test_another_sites_page_can_send_nothing(posting: TestClient, path: str, headers: dict[str, str]) -> None:
    assert posting.post(path, content=b"x", headers=headers).status_code in (403, 421)


def test_its_own_page_can_send_a_form(posting: TestClient) -> None:
    own = {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate"}

    assert posting.post("/check", content=b"x", headers=own).text == "1"


def test_a_body_that_is_too_long_is_refused_with_and_without_its_length(posting: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(LONGEST_BODY // 1_000 + 1):
            yield b"x" * 1_000

    assert posting.post("/check", content=b"x" * LONGEST_BODY).text == str(LONGEST_BODY)
    assert posting.post("/check", content=b"x" * (LONGEST_BODY + 1)).status_code == 413
    assert posting.post("/check", content=chunks()).status_code == 413
    assert posting.post("/mcp/", content=chunks()).status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e3", "x", "9" * 40, "٣"])
def test_a_length_that_is_none_is_refused(posting: TestClient, length: str) -> None:
    headers = [(b"content-length", length.encode()), (b"host", b"127.0.0.1")]

    assert posting.post("/check", headers=headers).status_code == 400


async def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "LONGEST_SENDING", 0.01)
    replies: list[Any] = []

    async def never() -> Any:
        await asyncio.Event().wait()

    async def reply(message: Any) -> None:
        replies.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/check",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
    }
    await Guard(PlainTextResponse("shown"), LOOPBACK, posts={"/check": ("POST",)})(scope, never, reply)

    assert replies[0]["status"] == 408


@pytest.mark.parametrize("place", ["/check", "/check.json"])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_a_draft_is_sent_by_no_other_method(nowhere: TestClient, place: str, method: str) -> None:
    reply = nowhere.request(method, place, content=b"text=x")

    assert reply.status_code == 405
    assert reply.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8000"},
    ],
    ids=["origin", "no origin", "form of another site", "neighbour", "both"],
)
@pytest.mark.parametrize("place", ["/check", "/check.json"])
def test_another_sites_page_sends_no_draft(nowhere: TestClient, place: str, headers: dict[str, str]) -> None:
    reply = nowhere.post(place, content=b"text=x", headers=headers)

    assert reply.status_code == 403


def test_a_draft_that_is_too_long_is_refused_and_says_what_reads_it(nowhere: TestClient) -> None:
    reply = nowhere.post("/check.json", headers={"content-length": str(LONGEST_BODY + 1)})

    assert reply.status_code == 413
    assert "qa check FILE" in reply.json()["error"]["message"]


def test_only_a_page_for_drafts_takes_a_text(nowhere: TestClient) -> None:
    for place in ("/ask", "/check/", "/checks", "/quote/x", "//check"):
        assert nowhere.post(place, content=b"text=x").status_code == 405, place
