from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bots.terminal.library_status import status_as_text
from embeddings.checksums import sha256_of
from embeddings.index_formats import kind_of
from embeddings.vector_index import VectorIndex
from qa.datatypes import Scope
from qa.embedded.search.generations import EXACT_UP_TO, kind_for, latest
from qa.embedded.search.publishing import publish
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.upkeep.check import check
from qa.upkeep.status import status

if TYPE_CHECKING:
    from pathlib import Path

    from tests.qa.conftest import Archive

pytestmark = pytest.mark.slow

FEW = 5
TOPICS = ["steel", "wheat", "trains", "schools", "rivers", "taxes", "bridges", "rents"]


def filled(archive: Archive) -> None:
    for number in range(12):
        archive.write(
            f"{number:02}.md",
            f"---\ndate: 2024-01-{number + 1:02}\n---\nReport {number} says what {TOPICS[number % 8]} cost.",
        )
    archive.index()


def published(archive: Archive, exact_up_to: int = FEW) -> Path:
    """Publish the next generation, and return its file."""
    with open_writer(archive.library) as writer:
        publish(writer.connection, archive.library, exact_up_to=exact_up_to)
    return max(archive.library.glob("vectors-*.faiss"))


def nearest(archive: Archive, k: int = 4, scope: Scope | None = None) -> list[tuple[int, float]]:
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        query = archive.encoder.encode_query("What did the trains cost?")
        return snapshot.nearest(query, scope or Scope(), k)


def updated_outside(archive: Archive) -> None:
    """Update the library as if it were large: what changes is outside the generation in lists."""
    archive.index()
    with open_writer(archive.library) as writer:
        writer.connection.execute("DELETE FROM generations WHERE n = (SELECT max(n) FROM generations)")


def centroids(file: Path) -> bytes:
    data = file.read_bytes()
    lists = int.from_bytes(data[37:45], "little")
    return data[98 : 98 + lists * 384 * 4]


def test_a_library_is_searched_in_lists_above_a_number_of_passages_and_says_so(archive: Archive) -> None:
    filled(archive)
    before, exact = status(archive.library), nearest(archive, 30)

    file = published(archive)

    after = status(archive.library)
    assert (before.vector_search, after.vector_search) == ("exact", "lists")
    assert kind_of(file, file.stat().st_size) == "lists"
    assert nearest(archive, 30) == exact
    assert "up to 200,000 passages every vector is compared" in status_as_text(before, verbose=False)
    assert "approximate: with more than 200,000 passages" in status_as_text(after, verbose=False)
    assert check(archive.library).troubles == ()


def test_the_number_of_passages_alone_says_which_kind_is_due(archive: Archive) -> None:
    filled(archive)
    published(archive)

    archive.index()

    # A library with few passages goes back to exact search by itself, and one that grew too large leaves it.
    assert status(archive.library).vector_search == "exact"
    assert [kind_for(EXACT_UP_TO), kind_for(EXACT_UP_TO + 1)] == ["exact", "lists"]


def test_a_scope_is_searched_exactly_in_lists_too(archive: Archive) -> None:
    filled(archive)
    scope = Scope(since=date(2024, 1, 3), until=date(2024, 1, 8))
    exact = nearest(archive, 4, scope)

    published(archive)

    assert nearest(archive, 4, scope) == exact
    assert len(exact) == 4


def test_the_next_generation_goes_on_from_the_lists_of_the_last(archive: Archive) -> None:
    filled(archive)
    first = published(archive)
    archive.write("moon.txt", "A rocket has landed on the moon.")
    (archive.folder / "03.md").unlink()
    known = centroids(first)
    updated_outside(archive)

    second = published(archive)

    assert centroids(second) == known
    assert check(archive.library).troubles == ()
    seen = status(archive.library)
    assert (seen.unpublished, seen.dead, seen.passages) == (0, 0, 12)
    assert archive.found("Has a rocket landed on the moon?", k=1) == ["A rocket has landed on the moon."]


def test_lists_are_found_anew_when_a_library_has_outgrown_them(archive: Archive) -> None:
    archive.write("a.txt", "Rents fell.")
    archive.write("b.txt", "Wheat is dear.")
    archive.index()
    few = len(centroids(published(archive, 1)))
    for number in range(12):
        archive.write(f"{number:02}.txt", f"Report {number} says what {TOPICS[number % 8]} cost.")
    updated_outside(archive)

    second = published(archive)

    assert len(centroids(second)) > 1.5 * few
    assert check(archive.library).troubles == ()


def test_nothing_of_the_last_file_is_kept_where_it_may_not_be(archive: Archive) -> None:
    filled(archive)
    file = published(archive)
    with open_writer(archive.library) as writer:
        row = latest(writer.connection)
        assert row is not None
        index = VectorIndex.open(file, sha256=row["sha256"], size=row["size"])
        vectors = {
            int(passage): rows
            for ids, some in index.vectors()
            for passage, rows in zip(ids, some, strict=True)
        }
        data = bytearray(file.read_bytes())
        forget = vectors[max(vectors)].astype(np.float16).tobytes()
        at = data.find(forget)
        data[at] ^= 1
        file.unlink()
        file.write_bytes(data)
        writer.connection.execute(
            "UPDATE generations SET sha256 = ? WHERE n = ?", [sha256_of(file), row["n"]]
        )

        publish(writer.connection, archive.library, exact_up_to=FEW)
        gone_on = max(archive.library.glob("vectors-*.faiss")).read_bytes()
        publish(writer.connection, archive.library, from_scratch=True, exact_up_to=FEW)
        anew = max(archive.library.glob("vectors-*.faiss")).read_bytes()

    assert at > 0
    assert (forget in gone_on, forget in anew) == (False, True)


@pytest.mark.parametrize("damage", ["flipped", "torn", "missing"])
def test_a_damaged_file_in_lists_is_never_used_and_mended_by_the_next_update(
    archive: Archive, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    filled(archive)
    whole = nearest(archive, 30)
    file = published(archive)
    for other in archive.library.glob("vectors-*.faiss"):
        if other != file:
            other.unlink()
    data = bytearray(file.read_bytes())
    # In a vector of the last list, before its numbers.
    data[-200] ^= 4
    file.unlink()
    if damage != "missing":
        file.write_bytes(data if damage == "flipped" else data[:-100])

    with caplog.at_level(logging.WARNING):
        assert nearest(archive, 30) == whole
    assert "cannot be used" in caplog.text
    assert status(archive.library).vector_index == "none"

    # What is damaged is not gone on from either.
    published(archive)
    caplog.clear()
    assert nearest(archive, 30) == whole
    assert caplog.text == ""
    assert check(archive.library).problems == (f"{file.name} is missing or has another checksum",)
