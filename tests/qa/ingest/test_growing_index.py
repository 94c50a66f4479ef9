"""While a first index grows, questions are answered from generations of what is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.datatypes import Scope
from qa.embedded.search import folder_index
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError
from qa.ingest import intake
from qa.ingest.growing_index import GrowingIndex
from qa.ingest.report import IndexRequest, Progress
from qa.ingest.update import update
from qa.upkeep.check import check

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def _write(archive: Archive, first: int, last: int) -> None:
    archive.write_lines(
        f"{first}.jsonl",
        *({"id": str(n), "text": f"Pier number {n} is shut."} for n in range(first, last)),
    )


def _generations(archive: Archive) -> tuple[int, int]:
    """Return the number of the newest generation and how many passages the library has."""
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        return snapshot.generation, snapshot.corpus().passages


def test_a_reader_during_a_first_index_uses_a_generation(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_index, "FEWEST", 200)
    _write(archive, 0, 600)
    query = archive.encoder.encode_query("Which pier is shut?")
    seen, found = [], []

    def look(step: Progress) -> None:
        if step.stage != "encoding":
            return
        with Library.open(archive.library) as library, library.snapshot() as snapshot:
            seen.append((snapshot.generation, snapshot.corpus().passages))
            found.append(len(snapshot.nearest(query, Scope(), 40)))

    update(
        archive.library,
        IndexRequest((archive.folder,)),
        encoder_factory=lambda: archive.encoder,
        progress=look,
    )

    assert any(generation > 0 and passages < 600 for generation, passages in seen)
    assert set(found) == {40}
    assert check(archive.library).clean


def test_a_generation_is_due_by_the_share_that_a_library_has_grown_and_not_too_soon(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_index, "FEWEST", 2)
    ticks = [0.0]

    def clock() -> float:
        # Each look at the clock takes a second, and so does each publication.
        ticks[0] += 1
        return ticks[0]

    _write(archive, 0, 20)
    archive.index()
    seen = []

    with open_writer(archive.library) as writer:
        growing = GrowingIndex(writer, lambda _: None, clock)
        connection = writer.connection
        for more, waited in ((0, 0), (4, 0), (1, 0), (5, 0), (5, 0), (0, 30)):
            connection.execute(
                'INSERT INTO passages (version, start, "end", embedding, sentences) '
                'SELECT version, start, "end", embedding, sentences FROM passages ORDER BY id LIMIT ?',
                [more],
            )
            ticks[0] += waited
            growing.publish_if_grown()
            seen.append(_generations(archive))

    # Four of twenty are less than a quarter, five are not; then the next one waits for twenty seconds.
    assert seen == [(1, 20), (1, 24), (2, 25), (2, 30), (2, 35), (3, 35)]


def test_a_damaged_vector_does_not_keep_out_what_is_still_to_be_read(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_index, "FEWEST", 2)
    monkeypatch.setattr(intake, "BATCH_PASSAGES", 2)
    _write(archive, 0, 4)
    archive.index()
    with open_writer(archive.library) as writer:
        writer.connection.execute("UPDATE embeddings SET vector = zeroblob(length(vector)) WHERE id = 1")
    _write(archive, 4, 9)

    with pytest.raises(DamagedIndexError, match="What was encoded"):
        archive.index()

    _, passages = _generations(archive)
    assert passages == 9
