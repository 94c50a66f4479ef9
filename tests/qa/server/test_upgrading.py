"""A library of an older program is read as it is, and brought up to date by its next writer, between questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa.datatypes import Scope
from qa.errors import LibraryBusyError
from qa.ingest.libraries import open_writer
from qa.server import schema
from qa.server.connections import reading
from qa.server.snapshot import ServerArchive, ServerView
from qa.tables.speaker_words import MADE_BY
from qa.upkeep.move import move
from tests.qa.server.both_libraries import (
    Both,
    as_somebody_with_all_rights,
    everything,
    require_whole,
    write_some,
)

pytestmark = pytest.mark.slow


def undone(step: str) -> list[str]:
    """Return statements that take back what a step of a server's tables made."""
    made = schema.script(step)
    indexes = re.findall(r"CREATE (?:UNIQUE )?INDEX (\w+)", made)
    numbered = re.findall(r"TABLE (\w+) ALTER (\w+)", made)
    return [
        *(f"DROP INDEX {name}" for name in indexes),
        *(f"ALTER TABLE {table} ALTER {column} DROP IDENTITY" for table, column in numbered),
        *(f"DROP TABLE {name}" for name in re.findall(r"CREATE TABLE (\w+)", made)),
    ]


WITHOUT_WORDS = (*undone("0005_speaker_words.sql"), f"DELETE FROM meta WHERE key = '{MADE_BY}'",
                 "UPDATE state SET migration = 4, library_format = 5")  # fmt: skip
BEFORE_WRITING = (*WITHOUT_WORDS, *undone("0004_jobs.sql"), *undone("0003_writing.sql"),
                  "CREATE INDEX bands_by_version ON bands (version)",
                  "UPDATE state SET migration = 2, library_format = 4")  # fmt: skip


def older(both: Both, taken_back: Sequence[str]) -> None:
    """Put the library there as an older program made it."""
    write_some(both.archive)
    both.archive.index()
    move(both.archive.library, both.place)
    as_somebody_with_all_rights(both.place, *taken_back)


@pytest.mark.parametrize(
    "taken_back", [WITHOUT_WORDS, BEFORE_WRITING], ids=["without words of speakers", "before writing"]
)
def test_an_older_library_is_read_as_it_is_and_brought_up_to_date_by_its_next_writer(
    both: Both, tmp_path: Path, taken_back: Sequence[str]
) -> None:
    older(both, taken_back)
    before = everything(both.place, both.archive.encoder)

    both.archive.write("mole.txt", "The mole was built before the pier.")
    one, other = both.index()

    assert before != everything(both.place, both.archive.encoder)
    assert one.added == other.added == 1
    assert everything(both.archive.library, both.archive.encoder) == everything(
        both.place, both.archive.encoder
    )
    require_whole(both.place, tmp_path)


def asked(view: ServerView, both: Both) -> Iterator[object]:
    """Look into every table that an answer is made of."""
    yield view.lexical(["pier", "harbour"], Scope(), 50)
    yield view.nearest(both.archive.encoder.encode_query("When does the ferry leave?"), Scope(), 50)
    yield list(view.all_attributions())
    yield view.speakers()
    yield list(view.speakers_like("Dahl", 0))
    yield view.sources()
    yield [view.find_articles(line.uid) for line in view.articles()]


def test_a_library_is_brought_up_to_date_between_two_questions(both: Both) -> None:
    older(both, BEFORE_WRITING)

    def bring_up_to_date() -> None:
        with open_writer(both.place):
            pass

    with ServerArchive.open(both.place) as archive, ThreadPoolExecutor(1) as pool:
        with archive.snapshot() as view:
            expected = list(asked(view, both))
            with pytest.raises(LibraryBusyError, match="was not brought up to date"):
                bring_up_to_date()
            # Nobody waits any more for who goes on to read.
            with archive.snapshot() as other:
                assert list(asked(other, both)) == expected
            assert list(asked(view, both)) == expected
        done = pool.submit(bring_up_to_date)
        finished = False
        while not finished:
            finished = done.done()
            with archive.snapshot() as view:
                assert list(asked(view, both)) == expected
        done.result()
    with reading(both.place) as connection:
        assert connection.migration == schema.MIGRATION
