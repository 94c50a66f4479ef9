from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from qa.datatypes import Scope
from qa.errors import DamagedIndexError, NoIndexError, UsageError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.language.terms import term
from qa.server.snapshot import ServerArchive
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.columns import COLUMNS, listed_columns
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.move import move
from qa.upkeep.restore import restore
from tests.qa.conftest import Archive
from tests.qa.server.node import Node

pytestmark = pytest.mark.slow
SEEDS = Path(__file__).parents[3] / "seeds"
LONG = "a" * 5_000
"""A word that no index of the server takes whole."""


def rows_of(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of a library's folder, and what its full text has of each passage."""
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        queries = {table: f"{listed_columns(table)} FROM {table}" for table in COLUMNS}
        queries["full text"] = "passage, terms FROM passage_terms"
        queries["generation"] = "max(n), max(max_passage) FROM generations"
        return {
            name: sorted(connection.execute(f"SELECT {query}").fetchall(), key=repr)
            for name, query in queries.items()
        }


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.write("pier.md", '"The pier stays shut," said Marta Ruiz, the mayor.')
    archive.write("odd.txt", f"A café with a \N{GRINNING FACE}, 3.5 per cent and {LONG}.")
    archive.write_lines("many.jsonl", {"text": "One."}, {"nothing": "here"})
    archive.index()
    archive.write("pier.md", '"The pier opens again," said Marta Ruiz, the mayor.')
    archive.index()
    return archive


def test_a_library_comes_back_from_a_server_row_by_row_as_it_was(
    filled: Archive, node: Node, tmp_path: Path
) -> None:
    place, back = node.library("there_and_back"), tmp_path / "back" / ".qa"

    there = move(filled.library, place)
    returned = move(place, back)

    assert rows_of(back) == rows_of(filled.library)
    assert (there.articles, there.passages) == (returned.articles, returned.passages)
    assert there.articles > 2
    assert check(back).clean
    assert not list(back.parent.glob(".*.tmp"))


def test_a_library_that_came_back_is_indexed_on(filled: Archive, node: Node, tmp_path: Path) -> None:
    place, back = node.library("indexed_on"), tmp_path / "back"
    move(filled.library, place)
    move(place, back)
    returned = Archive(filled.folder, back, filled.encoder)

    report = returned.index()

    assert (report.added, report.changed, report.removed) == (0, 0, 0)
    filled.write("new.txt", "Gulls came.")
    assert returned.index().added == 1
    assert check(back).clean


def test_a_word_that_is_too_long_for_an_index_is_found_on_the_server(filled: Archive, node: Node) -> None:
    place = node.library("long_words")
    move(filled.library, place)

    with ServerArchive.open(place) as archive, archive.snapshot() as view:
        assert len(view.lexical([term(LONG)], Scope(), 5)) == 1
        assert view.phrase_count(["per", "cent", "and", term(LONG)]) == view.phrase_count([term(LONG)]) == 1


def test_nothing_is_replaced(filled: Archive, node: Node, tmp_path: Path) -> None:
    place = node.library("taken")
    move(filled.library, place)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")

    with pytest.raises(UsageError, match="already"):
        move(filled.library, place)
    with pytest.raises(UsageError, match="not empty"):
        move(place, tmp_path / "full")
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"


def test_a_damaged_library_leaves_nothing_on_the_server(filled: Archive, node: Node) -> None:
    place = node.library("half")
    with closing(sqlite3.connect(filled.library / "library.db")) as connection, connection:
        connection.execute("UPDATE embeddings SET vector = sentence_vectors || x'00'")

    with pytest.raises(DamagedIndexError, match="qa doctor"):
        move(filled.library, place)
    with pytest.raises(NoIndexError):
        ServerArchive.open(place)


def test_a_damaged_server_leaves_no_folder(filled: Archive, node: Node, tmp_path: Path) -> None:
    place = node.library("spoilt")
    move(filled.library, place)
    with ServerArchive.open(place) as archive, archive.snapshot() as view:
        opened = view._connection._opened
        opened.rollback()
        opened.execute("DELETE FROM spoilt.full_text")
        opened.rollback()

    with pytest.raises(DamagedIndexError, match="full text"):
        move(place, tmp_path / "back")
    assert not (tmp_path / "back").exists()
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_library_without_articles_is_moved_and_restored_like_others(
    archive: Archive, node: Node, tmp_path: Path
) -> None:
    archive.write("empty.txt", "")
    archive.index()
    place = node.library("empty")

    assert move(archive.library, place).articles == 0
    assert rows_of(archive.library) == rows_of(Path(move(place, tmp_path / "back").target))
    backup(place, tmp_path / "kept.zip")
    for target in (place, node.library("empty_too")):
        assert restore(tmp_path / "kept.zip", target, force=True).articles == 0
        assert check(target).clean
    archive.write("pier.txt", "The pier is shut.")
    update(place, IndexRequest((archive.folder,)), encoder_factory=lambda: archive.encoder)
    assert check(place).articles == 1


def test_what_is_moved_is_told_by_rows(archive: Archive, node: Node, tmp_path: Path) -> None:
    lines = [{"text": f"Pier {n} opens in the spring of the year {1900 + n}."} for n in range(80)]
    archive.write_lines("piers.jsonl", *lines)
    archive.index()
    place = node.library("told")

    for source, target in ((archive.library, place), (place, tmp_path / "back")):
        told: list[tuple[int, int]] = []
        move(source, target, lambda done, total, told=told: told.append((done, total)))
        assert len(told) > 1
        assert told == sorted(told)
        assert len({total for _, total in told}) == 1
        assert told[-1][1] - 1024 < told[-1][0] <= told[-1][1]


@pytest.mark.parametrize("both", ["folders", "servers"])
def test_a_library_is_moved_between_a_folder_and_a_server(both: str, tmp_path: Path) -> None:
    pairs: dict[str, tuple[LibraryPlace, LibraryPlace]] = {
        "folders": (tmp_path / "a", tmp_path / "b"),
        "servers": (ServerLibrary("postgresql:///a", "a"), ServerLibrary("postgresql:///a", "b")),
    }

    with pytest.raises(UsageError, match="qa backup"):
        move(*pairs[both])
