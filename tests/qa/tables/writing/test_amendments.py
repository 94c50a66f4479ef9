from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError
from qa.ingest.give import give
from qa.tables.writing.amendments import note_reader
from qa.upkeep.check import check

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

PIER = '"The pier is shut," said Marta Ruiz.'


def damage(archive: Archive, statement: str) -> None:
    with open_writer(archive.library) as writer:
        writer.connection.execute("PRAGMA foreign_keys = OFF")
        writer.connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE passages SET "end" = "end" - 1',
        "UPDATE passages SET embedding = embedding + 1",
        "UPDATE attributions SET confidence = 0.25",
        "UPDATE attributions SET speaker = CAST('Mario Ruiz' AS BLOB)",
        "UPDATE attributions SET linked = NULL",
        "UPDATE speakers SET name = CAST('Mario Ruiz' AS BLOB)",
        "UPDATE versions SET day = '2024-01-02'",
    ],
)
def test_damage_is_not_sealed_as_if_it_had_been_stored(archive: Archive, statement: str) -> None:
    archive.write("a.txt", PIER)
    archive.index()
    damage(archive, statement)

    with pytest.raises(DamagedIndexError, match="not what was stored"):
        give(archive.library, "a.txt", date="2025-01-31")

    assert not check(archive.library).clean


def test_damage_is_not_sealed_when_an_articles_reader_is_noted(archive: Archive) -> None:
    archive.write("a.txt", PIER)
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a.txt")
    damage(archive, "UPDATE versions SET pages = x'01000000'")

    with open_writer(archive.library) as writer, pytest.raises(DamagedIndexError):
        note_reader(writer, version.uid, replace(version.article, reader="text/0"))

    assert not check(archive.library).clean


def test_a_text_that_was_damaged_is_whole_again_when_its_article_comes_back(archive: Archive) -> None:
    archive.write("a.txt", PIER)
    archive.index()
    damage(archive, "UPDATE versions SET text = CAST(replace(text, 'shut', 'open') AS BLOB)")
    archive.write("a.txt", "Rents fell.")
    archive.index()
    assert not check(archive.library).clean

    archive.write("a.txt", PIER)
    archive.index()

    assert archive.found("pier") == [PIER]
    assert check(archive.library).clean
