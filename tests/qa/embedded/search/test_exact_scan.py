from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from qa.datatypes import Scope
from qa.embedded.connections import open_for_reading
from qa.embedded.database import Connection
from qa.embedded.search.exact_scan import Scan
from qa.embedded.search.publishing import publish
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.upkeep.check import check
from qa.upkeep.repair import repair

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

QUESTION = "Which pier is shut?"
FLIPPED = "UPDATE embeddings SET vector = zeroblob(length(vector)) WHERE id = 2"


def filled(archive: Archive, count: int = 6) -> None:
    for number in range(count):
        archive.write(f"{number}.txt", f"Pier {number} of the harbour is shut.")
    archive.index()


def damage(archive: Archive, statement: str) -> None:
    with open_writer(archive.library) as writer:
        writer.connection.execute(statement)


def reads(connection: Connection) -> list[str]:
    """Return a list that grows by each statement that reads vectors."""
    found: list[str] = []
    connection.set_trace_callback(lambda sql: found.append(sql) if "e.vector" in sql else None)
    return found


def test_vectors_are_read_once_and_only_those_that_are_new_later(archive: Archive) -> None:
    filled(archive)
    query = archive.encoder.encode_query(QUESTION)
    scan = Scan()
    connection = open_for_reading(archive.library).connection
    read = reads(connection)

    first = scan.best(connection, query, 0, None, 3)
    assert len(read) == 1
    assert scan.best(connection, query, 0, None, 3) == first
    assert len(read) == 1
    archive.write("6.txt", "Which pier is shut?")
    archive.index()
    scan.best(connection, query, 0, None, 3)

    # The new passage alone: the statement names what it reads.
    assert len(read) == 2
    assert "[7]" in read[1]
    connection.close()


@pytest.mark.slow
def test_what_is_kept_never_changes_what_is_found(archive: Archive) -> None:
    filled(archive)
    choose = random.Random(4)
    query = archive.encoder.encode_query(QUESTION)
    scan = Scan()

    for step in range(12):
        number = choose.randrange(8)
        path = archive.folder / f"{number}.txt"
        if path.exists() and choose.random() < 0.5:
            path.unlink()
        else:
            path.write_text(f"Pier {number} is shut for the {step}th time.")
        archive.index(rebuild=step == 7, check=True)
        connection = open_for_reading(archive.library).connection
        after = choose.choice([0, 0, 3])
        allowed = None if step % 3 else np.arange(1, 60, 2)

        assert scan.best(connection, query, after, allowed, 4) == Scan().best(
            connection, query, after, allowed, 4
        )
        connection.close()


def test_a_damaged_vector_hides_no_passage_but_is_named(archive: Archive) -> None:
    filled(archive)
    (file,) = archive.library.glob("vectors-*.faiss")
    file.unlink()
    damage(archive, FLIPPED)

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        query = archive.encoder.encode_query("What of wheat?")

        with pytest.raises(DamagedIndexError, match="What was encoded of passage 2"):
            snapshot.nearest(query, Scope(), 1)


def test_a_damaged_vector_is_not_published(archive: Archive) -> None:
    filled(archive)
    damage(archive, FLIPPED)
    before = sorted(path.name for path in archive.library.iterdir())

    with open_writer(archive.library) as writer, pytest.raises(DamagedIndexError, match="passage 2"):
        publish(writer.connection, archive.library)

    assert sorted(path.name for path in archive.library.iterdir()) == before
    repair(archive.library, encoder_factory=lambda: archive.encoder)
    assert check(archive.library).clean


def test_damaged_vectors_are_rebuilt_when_their_text_comes_in_again(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    (archive.folder / "a.txt").unlink()
    archive.index()
    damage(archive, "UPDATE embeddings SET vector = zeroblob(length(vector))")
    archive.write("b.txt", "The pier is shut.")

    report = update(archive.library, IndexRequest(()), encoder_factory=lambda: archive.encoder)

    assert (report.encoded, report.reused) == (1, 0)
    assert check(archive.library).clean
    assert archive.found(QUESTION) == ["The pier is shut."]
