"""A library whose rows an older program wrote whole: it answers, and the next update packs it without encoding."""

from __future__ import annotations

import logging
import resource
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from embeddings.vector_index import VectorIndex
from qa.answering.answerer import Answerer
from qa.answers import Answer
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.encoding import open_span_reader
from qa.ingest.report import IndexRequest, Progress
from qa.ingest.update import update
from qa.tables.passage_vectors import half_precision, vector_in
from qa.tables.rows import vectors_crc
from qa.tables.seals import vector_seal
from qa.tables.sentence_vectors import packed_sentences
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from tests.qa.embedded.upgrades import derived, make_unpacked, vectors_of

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


@pytest.fixture
def whole(archive: Archive) -> Archive:
    """Return a library of format 6, as its program left it: vectors in half precision, records as JSON."""
    for number in range(40):
        text = f'"The pier of harbour {number} is shut," said Ada Quill on day {number}. Rents fell. Bread is dear.'
        archive.write(f"{number}.txt", text)
    archive.index()
    return archive


def ask(archive: Archive) -> Answer:
    with Library.open(archive.library) as library:
        answerer = Answerer(library, lambda: archive.encoder, open_span_reader, today=date(2025, 1, 21))
        return answerer.ask("What did Quill say about the pier of harbour 7?")


def test_rows_that_are_not_packed_are_read_and_packed_by_the_next_update(whole: Archive) -> None:
    of_today = derived(whole.library)
    make_unpacked(whole.library, whole.encoder)
    before, answer = derived(whole.library), ask(whole)
    clean, large = check(whole.library).clean, (whole.library / "library.db").stat().st_size
    advice = [finding.do for finding in diagnose(whole.library).findings if not finding.damage]

    report = whole.index()

    assert before != of_today
    assert clean
    assert any("qa index" in do for do in advice)
    assert answer.quotes[0].id == ask(whole).quotes[0].id
    assert (report.encoded, report.changed) == (0, 0)
    assert derived(whole.library) == of_today
    assert check(whole.library).clean
    assert (whole.library / "library.db").stat().st_size < 0.9 * large


def test_vectors_are_published_again_as_they_are_packed(whole: Archive) -> None:
    make_unpacked(whole.library, whole.encoder)
    before = published(whole.library)

    whole.index()

    after = published(whole.library)
    assert after[0] == before[0] + 1
    assert (after[1] != before[1]).any()
    np.testing.assert_array_equal(after[1], vectors_of(whole.library)[0])
    # The one before is kept for its readers, and none else.
    assert len(list(whole.library.glob("vectors-*.faiss"))) == 2


def published(library: Path) -> tuple[int, NDArray[np.float32]]:
    """Return the number of the last generation and its vectors, in the order of passages."""
    path = max(library.glob("vectors-*.faiss"))
    connection = sqlite3.connect(library / "library.db")
    (sha256, size) = connection.execute(
        "SELECT sha256, size FROM generations ORDER BY n DESC LIMIT 1"
    ).fetchone()
    connection.close()
    index = VectorIndex.open(path, sha256=sha256, size=size)
    return int(path.stem.removeprefix("vectors-")), np.concatenate(
        [vectors for _, vectors in index.vectors()]
    )


def test_an_interrupted_packing_is_continued(whole: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    of_today = derived(whole.library)
    make_unpacked(whole.library, whole.encoder)
    monkeypatch.setattr("qa.tables.writing.packed_rows._AT_ONCE", 16)
    steps: list[Progress] = []

    def interrupt(step: Progress) -> None:
        steps.append(step)
        if step.stage == "packing" and step.done == 56:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update(whole.library, IndexRequest(), encoder_factory=lambda: whole.encoder, progress=interrupt)
    half = check(whole.library).clean, derived(whole.library)
    steps.clear()
    update(whole.library, IndexRequest(), encoder_factory=lambda: whole.encoder, progress=steps.append)

    packing = [(step.done, step.total) for step in steps if step.stage == "packing"]
    assert half[0]
    assert half[1] != of_today
    assert packing == [(40, 80), (56, 80), (72, 80), (80, 80), (0, None)]
    assert derived(whole.library) == of_today


def test_a_packing_that_an_older_program_began_begins_again(whole: Archive) -> None:
    of_today = derived(whole.library)
    make_unpacked(whole.library, whole.encoder)
    with open_writer(whole.library) as writer, writer.transaction():
        writer.set_meta("packed embeddings", "20")
        writer.set_meta("packing", "1")

    whole.index()

    assert derived(whole.library) == of_today


def test_a_vector_beside_which_packed_sentences_lose_their_length_stays_as_it_is(whole: Archive) -> None:
    make_unpacked(whole.library, whole.encoder)
    # All numbers but one are just under half a level, so that they are lost; the sentences point where they do.
    vector = np.full(384, 0.0038, np.float32)
    vector[0] = 1
    vector /= np.linalg.norm(vector)
    sentence = vector + np.r_[0, np.full(383, 1 / np.sqrt(383))].astype(np.float32)
    half = half_precision(sentence / np.linalg.norm(sentence))
    with open_writer(whole.library) as writer, writer.transaction():
        (row,) = writer.connection.execute("SELECT * FROM embeddings WHERE id = 1").fetchall()
        count = len(row["sentence_vectors"]) // len(half)
        stored = half_precision(vector), packed_sentences(vector_in(half_precision(vector)), half * count)
        writer.connection.execute(
            "UPDATE embeddings SET vector = ?, sentence_vectors = ?, crc = ?, vector_crc = ? WHERE id = 1",
            [*stored, vectors_crc(*stored), vector_seal(stored[0])],
        )

    whole.index()

    with open_writer(whole.library) as writer:
        (kept,) = writer.connection.execute("SELECT * FROM embeddings WHERE id = 1").fetchall()
    assert (kept["vector"], kept["sentence_vectors"]) == stored
    assert check(whole.library).clean


def test_a_damaged_row_is_not_sealed_by_packing(whole: Archive) -> None:
    make_unpacked(whole.library, whole.encoder)
    connection = sqlite3.connect(whole.library / "library.db")
    with connection:
        connection.execute("UPDATE embeddings SET sentence_vectors = zeroblob(3 * 768) WHERE id = 2")
        connection.execute(
            "UPDATE attributions SET record = CAST(replace(record, 'Quill', 'Quiil') AS BLOB) WHERE id = 3"
        )
    connection.close()

    whole.index()

    problems = check(whole.library).problems
    assert len([each for each in problems if "vectors" in each]) == 1
    assert len([each for each in problems if "Attribution 3" in each]) == 1


def test_without_room_for_a_smaller_file_the_rows_are_packed_and_the_file_later(
    whole: Archive, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    of_today = derived(whole.library)
    make_unpacked(whole.library, whole.encoder)
    with monkeypatch.context() as full, caplog.at_level(logging.WARNING):
        full.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
        whole.index()
    packed, large = derived(whole.library), (whole.library / "library.db").stat().st_size

    whole.index()

    assert packed == of_today
    assert "make room, and run `qa index` again" in caplog.text
    assert (whole.library / "library.db").stat().st_size < 0.9 * large


def test_a_reader_keeps_what_it_sees_while_the_file_becomes_smaller(whole: Archive, tmp_path: Path) -> None:
    make_unpacked(whole.library, whole.encoder)
    reader = sqlite3.connect(f"file:{whole.library / 'library.db'}?mode=ro", uri=True, isolation_level=None)
    query = "SELECT id, vector, sentence_vectors FROM embeddings ORDER BY id"
    reader.execute("BEGIN")
    seen = reader.execute(query).fetchall()

    whole.index()

    assert reader.execute(query).fetchall() == seen
    reader.execute("COMMIT")
    assert reader.execute(query).fetchall() != seen
    reader.close()


@pytest.fixture
def small(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Return a library of a few pages, and take such a one as large enough to be written compactly."""
    monkeypatch.setattr("qa.embedded.search.folder_index.FEWEST_PAGES", 1)
    archive.write("pier.txt", '"The pier is shut," said Ada Quill.')
    archive.index()
    return archive


def leave_room(library: Path, pages: int) -> None:
    """Leave so many pages empty in a library's database, as rows do that go."""
    with closing(sqlite3.connect(library / "library.db", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE gone (row BLOB)")
        connection.executemany("INSERT INTO gone VALUES (zeroblob(8000))", [()] * pages)
        connection.execute("DROP TABLE gone")


def pages(library: Path, which: str = "page_count") -> int:
    """Return how many pages a library's database has."""
    with closing(sqlite3.connect(library / "library.db")) as connection:
        return int(connection.execute(f"PRAGMA {which}").fetchone()[0])


def test_a_library_that_has_doubled_is_written_compactly(small: Archive) -> None:
    before = pages(small.library)
    leave_room(small.library, before)

    small.index()

    assert pages(small.library, "freelist_count") == 0
    assert pages(small.library) <= before + 1
    assert check(small.library).clean


def test_a_library_that_cannot_be_written_compactly_stays_as_it_is(
    small: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    with open_writer(small.library) as writer:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
        try:
            done = writer.index.shrink()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert not done
    assert "could not be written compactly" in caplog.text
    assert check(small.library).clean


def test_a_first_run_that_was_interrupted_does_not_keep_a_library_loose(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.embedded.search.folder_index.FEWEST_PAGES", 1)
    archive.write("pier.txt", '"The pier is shut," said Ada Quill.')
    archive.interrupt("encoding")
    leave_room(archive.library, pages(archive.library))

    archive.index()

    assert pages(archive.library, "freelist_count") == 0


def test_a_library_that_has_grown_little_is_not_written_whole(small: Archive) -> None:
    leave_room(small.library, pages(small.library) // 2)

    small.index()

    assert pages(small.library, "freelist_count") > 0


def test_a_library_of_an_older_program_is_not_written_whole(small: Archive) -> None:
    with closing(sqlite3.connect(small.library / "library.db")) as connection, connection:
        connection.execute("DELETE FROM meta WHERE key = 'compact_pages'")
    leave_room(small.library, 2 * pages(small.library))

    small.index()

    assert pages(small.library, "freelist_count") > 0
