"""The description of the JSON addresses, held to what they reply: random requests, and real ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from bots.amounts import QUOTES
from bots.archive_service import ArchiveService
from bots.web.app import create_app, site_of
from bots.web.guard import LOOPBACK
from bots.web.openapi import description
from qa.ingest.set_show_limit import set_show_limit
from tests.bots.web.test_pages import ASKED, data

pytestmark = pytest.mark.slow

HOST = "testserver"
"""What the client of schemathesis asks for."""
PATHS = {path: next(iter(methods)) for path, methods in sorted(description()["paths"].items())}
"""Each described path, and how it is asked."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
REQUESTS = 15
"""Random requests of each address: each may be a question."""


@pytest.fixture(scope="module")
def service(town: Path, encoder: Any) -> Iterator[ArchiveService]:
    service = ArchiveService(town / "library", lambda: encoder, today=date(2024, 7, 1))
    yield service
    service.close()


@pytest.fixture(scope="module")
def api(service: ArchiveService) -> Any:
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(service, allowed={*LOOPBACK, HOST}))


def test_every_json_route_is_described_and_every_described_path_is_a_route(service: ArchiveService) -> None:
    routes = {re.sub(r":\w+", "", route.path) for route in site_of(service, QUOTES).routes}  # type: ignore[attr-defined]

    assert {each for each in routes if each.endswith(".json")} - {"/openapi.json"} == set(PATHS)


def test_the_description_is_one_of_openapi(api: Any) -> None:
    api.validate()

    assert api.raw_schema["openapi"] == "3.1.0"


@pytest.mark.parametrize("path", PATHS)
def test_whatever_is_asked_the_reply_is_as_described(api: Any, path: str) -> None:
    @settings(
        max_examples=REQUESTS,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    @given(case=api[path][PATHS[path]].as_strategy())
    def asked(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    asked()


@pytest.fixture(scope="module")
def ask(api: Any) -> Callable[..., Any]:
    """Asks an address for something real, checks the reply, and returns what it says."""

    def asking(path: str, status: int = 200, name: str = "", draft: str | None = None, **query: Any) -> Any:
        case = api[path][PATHS[path]].Case(path_parameters={"name": name} if name else {}, query=query)
        if draft is not None:
            case.body, case.media_type = draft, "text/plain"
        reply = case.call_and_validate(checks=CHECKS)
        assert reply.status_code == status
        return reply.json()

    return asking


DRAFT = (
    "Lindqvist said: “The harbour must stay open … We will not sell it.” "
    "She added: “The harbour must stay closed to boats.”"
)
QUESTIONS = {
    ASKED: "answered",
    "What did Olga Brandt say about the lighthouse?": "answered",
    "What did Anna Lindqvist say about wolves?": "nearest",
    "Who won the football match on the moon?": "not_found",
    "What is in here?": "meta",
    "Lindqvist and Okafor on the harbour": "answered",
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_real_answers_are_as_described(ask: Callable[..., Any], question: str) -> None:
    assert ask("/ask.json", q=question)["outcome"] in (QUESTIONS[question], "unsure", "nearest", "not_found")


def test_other_real_replies_are_as_described_too(ask: Callable[..., Any]) -> None:
    quote = ask("/ask.json", q=ASKED, source=["Coast Gazette", "Inland Post"], since="2024-01-01")["quotes"][
        0
    ]

    shown = [
        ask("/quote/{name}.json", name=quote["id"]),
        ask("/article/{name}.json", name=quote["id"][:10]),
        ask("/speakers.json"),
        ask("/speaker/{name}.json", name="Anna Lindqvist"),
        ask("/find.json", q="the harbour"),
        ask("/overview.json"),
        ask("/ask.json", q="Lindqvist and Okafor on the harbour"),
        ask("/ask.json", q=ASKED, h=""),
        ask("/compare.json", who=["Lindqvist", "Okafor"], about="the harbour"),
        ask("/timeline.json", who="Lindqvist"),
        ask("/brief.json", about="harbour"),
        ask("/latest.json"),
        ask("/verify/{name}.json", name=quote["id"]),
        ask("/check.json", draft=DRAFT),
    ]

    assert shown[1]["attributions"]
    assert shown[2]["speakers"]
    assert shown[3]["quotes"]
    assert shown[4]["places"]
    assert all(each["place"] or each["nearest"] for each in shown[-1]["findings"])
    assert shown[-3]["articles"]
    undescribed = {key for each in shown for key in keys(each)} - described_keys()
    assert undescribed <= set(shown[-1]["counts"])


def test_errors_are_as_described(ask: Callable[..., Any]) -> None:
    assert ask("/quote/{name}.json", 404, name="a" * 30)["error"]["code"] == "not_found"
    assert ask("/quote/{name}.json", 400, name="x")["error"]["code"] == "usage"
    assert ask("/article/{name}.json", 404, name="aaaaaaaaaa")["error"]["code"] == "not_found"
    assert ask("/speaker/{name}.json", 404, name="Nobody At All")["error"]["code"] == "not_found"
    assert ask("/ask.json", 400, q=" ")["error"]["code"] == "usage"
    assert ask("/find.json", 400, q="x", since="2024-02-01", until="2024-01-01")["error"]["code"] == "usage"


def test_each_library_of_several_has_a_description_of_its_own_addresses(
    service: ArchiveService, town: Path
) -> None:
    from bots.web.libraries import create_libraries_app

    client = TestClient(
        create_libraries_app({"town": service}, allowed=LOOPBACK), base_url="http://127.0.0.1"
    )

    assert data(client, "/town/openapi.json")["servers"] == [{"url": "/town"}]


def test_what_a_limited_library_replies_is_as_described(own_town: Path, encoder: Any) -> None:
    set_show_limit(own_town / "library", "quotes")
    service = ArchiveService(own_town / "library", lambda: encoder)
    api = schemathesis.openapi.from_asgi("/openapi.json", create_app(service, allowed={*LOOPBACK, HOST}))

    for path, query in (("/find.json", {"q": "harbour"}), ("/ask.json", {"q": ASKED})):
        reply = api[path]["get"].Case(query=query).call_and_validate(checks=CHECKS)
        assert reply.status_code == 200
    service.close()


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(each)


def described_keys() -> set[str]:
    found: set[str] = set()

    def look(value: Any) -> None:
        if isinstance(value, dict):
            found.update(value.get("properties", ()))
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            look(each)

    look(description()["components"]["schemas"])
    return found
