"""Pages over a library on a server are those over its folder; when the server is away, they say so and name nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bots.archive_service import ArchiveService
from bots.web.app import create_app
from bots.web.guard import LOOPBACK
from qa.upkeep.move import move
from tests.bots.web.conftest import Browse
from tests.qa.server.node import running

pytestmark = pytest.mark.slow
ASKED = "/ask?q=What+did+Lindqvist+say+about+the+harbour"


def _without_history(text: str) -> str:
    """Leave out the conversation so far, which each server signs with a key of its own."""
    return re.sub(r'\bh(" value="|=|": ")[\w.-]{20,}(?:=|%3D)*', "h", text)


def test_pages_are_the_same_and_say_when_the_server_is_away(
    town: Path, browse: Browse, client: TestClient
) -> None:
    with running() as node:
        place = node.library("town")
        move(town / "library", place)
        pages = browse(place)

        for path in (ASKED, "/", "/speakers", "/articles", ASKED.replace("/ask", "/ask.json")):
            assert _without_history(pages.get(path).text) == _without_history(client.get(path).text)
        node.stop()
        away, data = pages.get(ASKED), pages.get(ASKED.replace("/ask", "/ask.json"))
        node.start()
        again = pages.get(ASKED)

    assert (away.status_code, data.status_code) == (503, 503)
    assert data.json()["error"]["code"] == "unreachable"
    assert "does not answer" in away.text
    for each in (away.text, data.text):
        assert "postgres" not in each and str(node.folder) not in each
    assert again.status_code == 200


def test_a_server_that_was_never_there_is_said_so(town: Path) -> None:
    with running() as node:
        place = node.library("town")
    service = ArchiveService(place, lambda: None)

    with TestClient(create_app(service, allowed=LOOPBACK), base_url="http://127.0.0.1:8000") as pages:
        assert pages.get("/speakers").status_code == 503
    service.close()
