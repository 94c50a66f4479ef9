"""A conversation over three small articles, in this process and with the real encoder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bots.terminal.chat.talk import Talk
from embeddings.encoder import Encoder
from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.ingest.report import IndexRequest
from qa.ingest.update import update

HARBOUR = "“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said. “We will not sell it.”"
ARTICLES = [
    {
        "id": "a",
        "title": "Harbour",
        "date": "2024-03-04",
        "source": "Coast Gazette",
        "text": f"The council met on Monday about the harbour.\n\n{HARBOUR}\n\nPeter Okafor, who leads the "
        "opposition, called the harbour plan “a hole in the budget”.",
    },
    {
        "id": "b",
        "title": "Library",
        "date": "2024-05-20",
        "source": "Inland Post",
        "text": "“The library will open on Sundays from June,” its director, Maria Stein, said.\n\n"
        "“The library costs too much,” Anna Lindqvist said.",
    },
    {
        "id": "c",
        "title": "Evil \x1b[31m\u202etitle",
        "source": "Evil \x1b[2J",
        "text": "“The lighthouse \x1b[31mwill shine\u202e again,” Rufus Stern\x07 said at the lighthouse.",
    },
]


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return load_encoder()


@pytest.fixture(scope="session")
def library_folder(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    folder = tmp_path_factory.mktemp("talk")
    (folder / "news.jsonl").write_text("".join(json.dumps(each) + "\n" for each in ARTICLES))
    update(folder / "library", IndexRequest((folder / "news.jsonl",)), encoder_factory=lambda: encoder)
    return folder / "library"


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    with Library.open(library_folder) as library:
        yield library


@pytest.fixture
def talk(library: Library, encoder: Encoder) -> Talk:
    today = date(2024, 5, 25)
    return Talk(
        library, Answerer(library, lambda: encoder, open_span_reader, today=today), quotes=3, today=today
    )


@pytest.fixture
def say(talk: Talk) -> Callable[[str], str]:
    return lambda line: talk.reply(line).text
