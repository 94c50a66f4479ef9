"""A small archive in which several people speak about several things, enough to make questions from."""

from __future__ import annotations

from pathlib import Path

import pytest

from embeddings.loading import load_encoder
from qa.embedded.snapshot import Library
from qa.ingest.report import IndexRequest
from qa.ingest.update import update

PEOPLE = (
    "Ines Dahl",
    "Olof Brandt",
    "Maria Stein",
    "Peter Okafor",
    "Ruth Adeyemi",
    "Hugo Lindqvist",
    "Clara Nowak",
    "Jonas Meyer",
)
THINGS = (
    ("ferry", "the winter timetable of the ferry", "Nordby", 1931),
    ("library", "the opening hours of the library", "Sandvik", 1958),
    ("orchard", "the harvest of the orchard", "Lillfors", 1974),
    ("tram", "the noise of the tram", "Westerhaven", 1989),
    ("museum", "the roof of the museum", "Kullen", 1902),
    ("stadium", "the lights of the stadium", "Brantvik", 2003),
    ("hospital", "the kitchen of the hospital", "Osterby", 1966),
    ("brewery", "the chimney of the brewery", "Tallmark", 1911),
)


def article(number: int) -> str:
    """Return an article in words of its own: what two people say in it, and what the article itself says."""
    thing, about, town, year = THINGS[number % len(THINGS)]
    one, other = PEOPLE[number % len(PEOPLE)], PEOPLE[(number + 3) % len(PEOPLE)]
    return f"""“People in {town} complain about {about} every single morning,” {one} said on Tuesday.

The old {thing} of {town} was opened in {year}. It stands beside the bridge and the mill.

“Nobody has asked for the price of the cellar under the {thing},” {other} said. “We need a vote.”
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("towns")
    for number in range(len(THINGS)):
        (path / f"{THINGS[number][0]}.md").write_text(article(number), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def towns(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Read only: tests that write make their own."""
    path = tmp_path_factory.mktemp("library")
    update(path, IndexRequest((folder,)), encoder_factory=load_encoder)
    return Library.open(path)
