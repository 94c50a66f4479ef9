from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.scoring import inner_products
from qa.datatypes import Scope
from qa.embedded.search.publishing import publish
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.upkeep.status import status

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

TOPICS = [
    "steel",
    "wheat",
    "trains",
    "schools",
    "rivers",
    "taxes",
    "bridges",
    "vaccines",
    "rents",
    "harbours",
]


@given(st.integers(min_value=1, max_value=70), st.integers(min_value=0, max_value=1000))
def test_a_similarity_does_not_depend_on_the_rows_beside_it(rows: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    vectors = random.normal(size=(rows, 384)).astype(np.float16)
    query = random.normal(size=384).astype(np.float32)

    together = inner_products(vectors, query)

    assert [float(inner_products(row[None], query)[0]) for row in vectors] == together.tolist()


def nearest(archive: Archive, question: str, k: int, scope: Scope | None = None) -> list[tuple[int, float]]:
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        return snapshot.nearest(archive.encoder.encode_query(question), scope or Scope(), k)


def write_topics(archive: Archive) -> None:
    for number, topic in enumerate(TOPICS):
        archive.write(
            f"{topic}.md", f"---\ndate: 2024-01-{number + 1:02}\n---\nThe minister spoke about {topic}."
        )


def test_a_generation_and_an_exact_scan_give_the_same_to_the_last_bit(archive: Archive) -> None:
    write_topics(archive)
    archive.index()
    published = nearest(archive, "What about the trains?", 4)
    with open_writer(archive.library) as writer, writer.transaction():
        writer.connection.execute("DELETE FROM generations")

    scanned = nearest(archive, "What about the trains?", 4)

    assert scanned == published
    assert len(published) == 4


@pytest.mark.slow
def test_what_was_added_since_the_generation_is_found_at_once(archive: Archive) -> None:
    for number in range(24):
        archive.write(f"{number}.txt", f"Report {number} about the price of {TOPICS[number % 10]}.")
    first = archive.index()
    archive.write("moon.txt", "A rocket has landed on the moon.")

    second = archive.index()

    assert second.generation == first.generation
    assert archive.found("Has a rocket landed on the moon?", k=1) == ["A rocket has landed on the moon."]


@pytest.mark.slow
def test_what_was_removed_since_the_generation_is_never_found(archive: Archive) -> None:
    for number in range(24):
        archive.write(f"{number}.txt", f"Report {number} about the price of {TOPICS[number % 10]}.")
    moon = archive.write("moon.txt", "A rocket has landed on the moon.")
    first = archive.index()
    moon.unlink()

    second = archive.index()

    assert second.generation == first.generation
    assert len(nearest(archive, "Has a rocket landed on the moon?", 24)) == 24
    assert not any("moon" in text for text in archive.found("Has a rocket landed on the moon?", k=30))


def test_many_equal_texts_are_cut_by_article_and_not_by_row(archive: Archive) -> None:
    for number in range(60):
        archive.write(f"{number:02}.txt", "The bridge is closed.")
    archive.index()

    found = nearest(archive, "Is the bridge closed?", 5)

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        keys = [stored.version_key for stored in snapshot.passages([passage for passage, _ in found])]
        uids = [snapshot.versions([key])[key].uid for key in keys]
        assert uids == sorted(line.uid for line in snapshot.articles())[:5]


@pytest.mark.parametrize("damage", ["flipped", "torn", "missing"])
def test_a_damaged_file_is_never_used_and_mended_by_the_next_update(
    archive: Archive, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    write_topics(archive)
    archive.index()
    whole = nearest(archive, "What about the rents?", 3)
    (file,) = archive.library.glob("vectors-*.faiss")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 4
    # Another file under the same name: changed bytes of one that is mapped would reach its readers.
    file.unlink()
    if damage != "missing":
        file.write_bytes(data if damage == "flipped" else data[:-100])

    with caplog.at_level(logging.WARNING):
        assert nearest(archive, "What about the rents?", 3) == whole
    assert "cannot be used" in caplog.text

    archive.index()
    caplog.clear()
    assert nearest(archive, "What about the rents?", 3) == whole
    assert caplog.text == ""


def test_where_the_newest_file_is_damaged_the_one_before_answers_the_same(
    archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    write_topics(archive)
    archive.index()
    archive.write("moon.txt", "A rocket has landed on the moon.")
    archive.index()
    with open_writer(archive.library) as writer:
        publish(writer.connection, archive.library)
    whole = nearest(archive, "What about the rents?", 11)
    assert status(archive.library).vector_index == "whole"

    states = []
    for file in sorted(archive.library.glob("vectors-*.faiss"), reverse=True):
        file.unlink()
        with caplog.at_level(logging.WARNING):
            assert nearest(archive, "What about the rents?", 11) == whole
        states.append(status(archive.library).vector_index)

    assert len(whole) == 11
    assert states == ["previous", "none"]
    assert "qa doctor --repair" in caplog.text


def test_a_scope_is_applied_before_the_best_are_chosen(archive: Archive) -> None:
    write_topics(archive)
    archive.index()

    found = nearest(archive, "What about the trains?", 5, Scope(since=date(2024, 1, 9)))

    assert len(found) == 2


def test_within_a_small_scope_the_best_are_those_of_all_that_it_holds(archive: Archive) -> None:
    write_topics(archive)
    archive.index()
    scope = Scope(since=date(2024, 1, 3))
    inside = {passage for passage, _ in nearest(archive, "What about the trains?", 10, scope)}

    found = nearest(archive, "What about the trains?", 3, scope)

    everything = nearest(archive, "What about the trains?", 10)
    assert found == [each for each in everything if each[0] in inside][:3]
    assert len(inside) == 8


def test_a_reader_goes_on_with_the_generation_that_it_began_with(archive: Archive) -> None:
    write_topics(archive)
    archive.index()
    query = archive.encoder.encode_query("What about the trains?")
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        before = snapshot.nearest(query, Scope(), 3)
        for _ in range(4):
            with open_writer(archive.library) as writer:
                publish(writer.connection, archive.library)

        # Its file is gone by now, and may not have been opened before.
        assert snapshot.nearest(query, Scope(), 3) == before
        with library.snapshot() as later:
            assert later.generation == snapshot.generation + 4
            assert later.nearest(query, Scope(), 3) == before
