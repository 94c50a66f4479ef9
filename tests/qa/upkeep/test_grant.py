"""Rights on a server: a reader asks and cannot write, a writer writes, and neither sees another library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.errors import NoIndexError, UsageError
from qa.server.connections import connect
from qa.server.failures import naming_failures
from qa.server.snapshot import ServerArchive
from qa.settings import ServerLibrary, server_library
from qa.upkeep.grant import grant
from qa.upkeep.move import move
from tests.qa.server.node import Node

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, library_of: Callable[[Path], Library]) -> Path:
    folder = tmp_path_factory.mktemp("pier")
    (folder / "pier.txt").write_text('"The pier stays shut," said Marta Ruiz. Gulls came.', encoding="utf-8")
    return library_of(folder).path


@pytest.fixture(scope="module")
def library(node: Node, folder: Path) -> ServerLibrary:
    """A library with a reader and a writer of its own; another one beside it has none."""
    for schema in ("granted", "others"):
        move(folder, node.library(schema))
    grant(node.library("granted"), "reads", writes=False)
    grant(node.library("granted"), "writes", writes=True)
    return node.library("granted")


def run(node: Node, user: str, schema: str, statement: str) -> None:
    place = server_library(node.address(schema, user=user))
    with naming_failures(place):
        connection = connect(place)
        try:
            connection.execute(f"SET search_path TO {schema}")
            connection.execute(statement)
        finally:
            connection.close()


@pytest.mark.parametrize("role", ["reads", "writes"])
def test_both_roles_can_ask(node: Node, library: ServerLibrary, role: str) -> None:
    place = server_library(node.address(library.schema, user=role))

    with ServerArchive.open(place) as archive, archive.snapshot() as view:
        assert len(view.lexical(["gull"], Scope(), 5)) == 1


@pytest.mark.parametrize("role", ["reads", "writes"])
def test_neither_sees_another_library_or_makes_tables(node: Node, library: ServerLibrary, role: str) -> None:
    with pytest.raises(NoIndexError, match="may read"):
        ServerArchive.open(server_library(node.address("others", user=role)))
    for schema, statement in (
        ("others", "SELECT 1 FROM others.meta"),
        (library.schema, "CREATE TABLE granted.more (one INTEGER)"),
        (library.schema, "DROP TABLE granted.meta"),
    ):
        with pytest.raises(UsageError, match="may not do that"):
            run(node, role, schema, statement)


def test_a_reader_writes_nothing_and_a_writer_does(node: Node, library: ServerLibrary) -> None:
    statement = "INSERT INTO meta VALUES ('written', 'x')"

    with pytest.raises(UsageError, match="may not do that"):
        run(node, "reads", library.schema, statement)
    run(node, "writes", library.schema, statement)
    run(node, "writes", library.schema, "DELETE FROM meta WHERE key = 'written'")


def test_tables_that_are_added_later_are_included(node: Node, library: ServerLibrary) -> None:
    owner = connect(library)
    owner.execute("CREATE TABLE granted.later (one BIGINT GENERATED ALWAYS AS IDENTITY)")
    owner.close()

    run(node, "reads", library.schema, "SELECT * FROM later")
    run(node, "writes", library.schema, "INSERT INTO later DEFAULT VALUES")
    with pytest.raises(UsageError, match="may not do that"):
        run(node, "reads", library.schema, "DELETE FROM later")


def test_a_writer_becomes_a_reader(node: Node, library: ServerLibrary) -> None:
    assert grant(library, "changes", writes=True).made
    assert not grant(library, "changes", writes=False).made

    run(node, "changes", library.schema, "SELECT * FROM meta")
    with pytest.raises(UsageError, match="may not do that"):
        run(node, "changes", library.schema, "DELETE FROM meta")


@pytest.mark.parametrize("name", ['a"b', "a b", "", "1a", "a;b", "x" * 64, "ä"])
def test_a_name_that_is_none_is_refused(library: ServerLibrary, name: str) -> None:
    with pytest.raises(UsageError, match="name of a role"):
        grant(library, name, writes=False)


def test_who_owns_nothing_gives_nothing(node: Node, library: ServerLibrary) -> None:
    with pytest.raises(UsageError, match="may not do that"):
        grant(server_library(node.address(library.schema, user="reads")), "somebody", writes=False)


def test_there_must_be_a_library_on_a_server(node: Node, folder: Path) -> None:
    with pytest.raises(NoIndexError):
        grant(node.library("nothing_here"), "reads", writes=False)
    with pytest.raises(UsageError, match="chmod"):
        grant(folder, "reads", writes=False)
