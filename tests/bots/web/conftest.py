"""The real application over a real library, asked by Starlette's test client."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bots.archive_service import ArchiveService
from bots.terminal.app import run
from bots.web.app import create_app
from bots.web.guard import LOOPBACK
from qa.encoding import open_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.settings import LibraryPlace

HARBOUR = """---
title: Council argues about the harbour
date: 2024-03-04
source: Coast Gazette
url: https://coast.example/harbour
---
The council of Westerhaven met on Monday to speak about the old harbour.

“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said. “We will not sell it.”

Peter Okafor, who leads the opposition, called the repair plan “a hole in the budget”.
"""
LIBRARY = """---
title: New opening hours for the town library
date: 2024-05-20
source: Inland Post
---
The town library will open on Sundays from June, according to its director, Maria Stein.

Mayor Anna Lindqvist said that the library was “the living room of the town”.
"""
HOSTILE = {
    "id": "hostile",
    "title": '<script>alert("title")</script>',
    "date": "2024-06-01",
    "source": '"><svg onload=alert(1)> & Sons',
    "url": "javascript:alert(1)",
    "author": "<b>{{ 7 * 7 }}</b>",
    "text": (
        "<img src=x onerror=alert(1)> \u202e\u001b[31mred\u001b]0;owned\u0007 stood on the quay.\n\n"
        "“<script>alert('quote')</script> the lighthouse is painted {{ 7 * 7 }} times & more,” Olga Brandt said.\n\n"
        "</p></article><a href='javascript:alert(2)'>Click</a> <!-- a comment"
    ),
}
HOSTILE_QUESTION = "What did Olga Brandt say about the lighthouse?"


@pytest.fixture(scope="session")
def encoder() -> Any:
    return open_encoder()


def write_articles(folder: Path) -> None:
    folder.mkdir()
    (folder / "harbour.md").write_text(HARBOUR, encoding="utf-8")
    (folder / "library.md").write_text(LIBRARY, encoding="utf-8")
    (folder / "hostile.jsonl").write_text(json.dumps(HOSTILE) + "\n", encoding="utf-8")


def index(library: Path, articles: Path, encoder: Any) -> None:
    update(library, IndexRequest((articles,)), encoder_factory=lambda: encoder)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Path:
    """A folder with articles in `news` and their library. Read only: tests that write take `own_town`."""
    folder = tmp_path_factory.mktemp("town")
    write_articles(folder / "news")
    index(folder / "library", folder / "news", encoder)
    return folder


@pytest.fixture
def own_town(tmp_path: Path, town: Path, encoder: Any) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    write_articles(folder / "news")
    index(folder / "library", folder / "news", encoder)
    return folder


Browse = Callable[[LibraryPlace], TestClient]


@pytest.fixture(scope="session")
def browse(encoder: Any) -> Iterator[Browse]:
    """Opens a library in a browser without a screen."""
    with ExitStack() as opened:

        def browsing(library: LibraryPlace) -> TestClient:
            service = ArchiveService(library, lambda: encoder, today=date(2024, 7, 1))
            opened.callback(service.close)
            app = create_app(service, allowed=LOOPBACK)
            return opened.enter_context(TestClient(app, base_url="http://127.0.0.1:8000"))

        yield browsing


@pytest.fixture(scope="session")
def client(town: Path, browse: Browse) -> TestClient:
    return browse(town / "library")


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A site whose library is not there: for what must be refused before any page is made."""
    service = ArchiveService(tmp_path_factory.mktemp("nowhere") / "library", open_encoder)
    with TestClient(create_app(service, allowed=LOOPBACK), base_url="http://127.0.0.1:8000") as client:
        yield client
    service.close()


@pytest.fixture(scope="session")
def quote_of(client: TestClient) -> Callable[[str], str]:
    """Returns the id of the first quote for a question."""
    return lambda question: str(client.get(f"/ask.json?q={question}").json()["quotes"][0]["id"])


@pytest.fixture
def command(town: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[Any]]:
    """Runs a command line with --json, and returns what it printed, line by line."""

    def printed(*arguments: str) -> list[Any]:
        capsys.readouterr()
        library = [] if "--library" in arguments else ["--library", str(town / "library")]
        run([*arguments, "--json", *library, "--today", "2024-07-01"])
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return printed
