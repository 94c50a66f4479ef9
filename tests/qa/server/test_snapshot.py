from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.errors import DamagedIndexError, NewerLibraryError, NoIndexError, UnreachableError, UsageError
from qa.server import connections
from qa.server.connections import connect
from qa.server.new_library import making
from qa.server.snapshot import ServerArchive
from qa.settings import ServerLibrary, server_library
from qa.upkeep.move import move
from tests.qa.server.node import Node, running

pytestmark = pytest.mark.slow
PIER = '"The pier stays shut," said Marta Ruiz, the mayor. Gulls came.'


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, library_of: Callable[[Path], Library]) -> Path:
    folder = tmp_path_factory.mktemp("pier")
    (folder / "pier.txt").write_text(PIER, encoding="utf-8")
    return library_of(folder).path


@pytest.fixture
def place(node: Node, library: Path, request: pytest.FixtureRequest) -> Iterator[ServerLibrary]:
    """A library on the server that a test may spoil."""
    place = node.library(f"spoilt_{abs(hash(request.node.name)) % 10_000_000}")
    move(library, place)
    yield place


def change(place: ServerLibrary, *statements: str) -> None:
    """Run statements as somebody with all rights."""
    connection = connect(place)
    try:
        connection.execute(f"SET search_path TO {place.schema}")
        for statement in statements:
            connection.execute(statement)
    finally:
        connection.close()


def test_an_answer_sees_one_state_whatever_is_written_meanwhile(place: ServerLibrary) -> None:
    with ServerArchive.open(place) as archive:
        with archive.snapshot() as view:
            before = view.generation
            change(
                place,
                "UPDATE state SET commit_number = commit_number + 1",
                "INSERT INTO meta VALUES ('show', 'quotes')",
            )

            assert (view.generation, view.meta("show")) == (before, None)
            assert view.find_articles("pier.txt")[0].sentences_shown is None
        with archive.snapshot() as view:
            assert (view.generation, view.meta("show")) == (before + 1, "quotes")
            assert view.find_articles("pier.txt")[0].sentences_shown == 0


def test_nothing_is_ever_written_through_a_view(place: ServerLibrary) -> None:
    refused = pytest.raises(Exception, match="read-only")
    with ServerArchive.open(place) as archive, refused, archive.snapshot() as view:
        view._connection.execute("DELETE FROM meta")


@pytest.mark.parametrize(
    ("spoil", "ask"),
    [
        pytest.param("UPDATE versions SET text = text || ' '", "text", id="a text"),
        pytest.param("UPDATE passages SET start = start + 1", "passage", id="a passage"),
        pytest.param("UPDATE attributions SET confidence = 0.5", "said", id="a record"),
        pytest.param("UPDATE embeddings SET vector = sentence_vectors", "passage", id="a vector"),
    ],
)
def test_a_row_that_was_changed_is_not_used(place: ServerLibrary, spoil: str, ask: str) -> None:
    with ServerArchive.open(place) as archive:
        with archive.snapshot() as view:
            key = view.find_articles("pier.txt")[0].key
            passages = view.passages_at(key, (0, 5))
        change(place, spoil)
        with archive.snapshot() as view, pytest.raises(DamagedIndexError, match="not"):
            if ask == "text":
                view.versions([key])
            elif ask == "passage":
                view.passages(passages)
            else:
                view.attributions([key])


def test_a_schema_without_a_library_says_how_one_comes_there(node: Node) -> None:
    with pytest.raises(NoIndexError, match="qa move"):
        ServerArchive.open(node.library("nothing_here"))


def test_a_library_of_a_newer_program_is_refused(place: ServerLibrary) -> None:
    change(place, "UPDATE state SET migration = 99")

    with pytest.raises(NewerLibraryError, match="step 99"):
        ServerArchive.open(place)


def test_tables_of_others_never_stand_in_for_the_library_s_own(place: ServerLibrary) -> None:
    change(place, "CREATE TABLE IF NOT EXISTS public.state AS SELECT * FROM state", "DROP TABLE state")

    with pytest.raises(NoIndexError):
        ServerArchive.open(place)


def test_nobody_there_is_said_without_the_password(node: Node) -> None:
    away = replace(node.library("any"), dsn="postgresql://onrecord:geheim@127.0.0.1:1/postgres")

    with pytest.raises(UnreachableError) as caught:
        ServerArchive.open(away)

    assert "127.0.0.1" in str(caught.value)
    assert "geheim" not in f"{caught.value} {away!r}"


def test_options_that_postgresql_does_not_know_are_not_repeated(node: Node) -> None:
    wrong = replace(node.library("any"), dsn="postgresql://onrecord@127.0.0.1/postgres?passwort=geheim")

    with pytest.raises(UsageError) as caught:
        ServerArchive.open(wrong)

    assert "geheim" not in str(caught.value)


def test_what_is_there_is_not_made_again(place: ServerLibrary) -> None:
    with pytest.raises(UsageError, match="already"), making(place):
        pass


def test_a_server_that_was_started_again_is_asked_by_a_new_connection(library: Path) -> None:
    with running() as node:
        place = node.library("pier")
        move(library, place)
        with ServerArchive.open(place) as archive:
            node.restart()

            with archive.snapshot() as view:
                assert len(view.lexical(["gull"], Scope(), 5)) == 1


def test_a_connection_that_breaks_in_an_answer_is_an_error_and_the_next_one_is_whole(library: Path) -> None:
    with running() as node:
        place = node.library("pier")
        move(library, place)
        with ServerArchive.open(place) as archive:
            with pytest.raises(UnreachableError), archive.snapshot() as view:
                node.restart()
                view.lexical(["gull"], Scope(), 5)
            with archive.snapshot() as view:
                assert len(view.lexical(["gull"], Scope(), 5)) == 1


def test_an_old_pgvector_and_an_old_server_are_refused(
    place: ServerLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(place, "BEGIN; UPDATE pg_extension SET extversion = '0.7.4' WHERE extname = 'vector'; COMMIT")
    try:
        with pytest.raises(UsageError, match=r"pgvector 0\.7\.4.*ALTER EXTENSION"):
            ServerArchive.open(place)
    finally:
        opened = psycopg.connect(place.dsn, autocommit=True)
        opened.execute("UPDATE pg_extension SET extversion = '0.8.6' WHERE extname = 'vector'")
        opened.close()
    # No older server can be started here.
    monkeypatch.setattr(connections, "_OLDEST_SERVER", 99)
    with pytest.raises(UsageError, match="PostgreSQL 99 or newer"):
        ServerArchive.open(place)


def test_a_database_that_does_not_hold_all_characters_is_refused(node: Node, library: Path) -> None:
    change(
        node.library("nowhere"),
        "CREATE DATABASE narrow ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'",
    )

    with pytest.raises(UsageError, match="UTF8"):
        move(library, server_library(node.address("narrow").replace("/postgres?", "/narrow?")))
