from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError, QAError
from qa.upkeep.check import check

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def filled(archive: Archive) -> None:
    archive.write("a.md", '---\ndate: 2024-01-01\nsource: Tide\n---\n"The pier is shut," said Marta Ruiz.')
    archive.write("b.txt", "Rents fell. Wheat is dear.")
    archive.index()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE versions SET text = CAST('other' AS BLOB)", "stored text"),
        ("UPDATE passages SET start = start + 1", "Passage 1 in the library is not what was stored"),
        (
            'UPDATE passages SET start = start + 1, crc = passage_seal(version, start + 1, "end", embedding, '
            "sentences)",
            "not where it should be",
        ),
        ("UPDATE passages SET embedding = 3 - embedding", "Passage 1"),
        ("UPDATE articles SET id = CAST('other' AS BLOB)", "is called"),
        ("UPDATE versions SET day = '2024-01-02'", "What is known of article"),
        ("UPDATE attributions SET linked = NULL", "Attribution 1"),
        ("UPDATE attributions SET speaker = CAST('Mario Ruiz' AS BLOB)", "Attribution 1"),
        ("UPDATE speakers SET name = CAST('Mario Ruiz' AS BLOB)", "Speaker 1"),
        ("DELETE FROM speaker_names", "by all of the names"),
        ("DELETE FROM passages WHERE id = 1", "no passage"),
        ("UPDATE passages_fts SET terms = 'other'", "full-text"),
        ("INSERT INTO passages_fts (rowid, terms) VALUES (99, 'stray')", "have no passage"),
        (
            "UPDATE passages_fts_data SET block = CAST(replace(block, 'pier', 'tier') AS BLOB)",
            "full-text index does not lead to the words",
        ),
        ("DELETE FROM passages_fts_data WHERE id > 10", "full-text index cannot be read"),
        ("UPDATE embeddings SET vector_crc = 0", "not the ones that were stored"),
        ("UPDATE embeddings SET vector = zeroblob(768)", "not the ones that were stored"),
        ("UPDATE embeddings SET vector = zeroblob(768), crc = 0", "vectors"),
        ("UPDATE versions SET current = 0", "old version"),
        ("UPDATE generations SET sha256 = 'other'", "checksum"),
    ],
)
def test_whatever_does_not_fit_together_is_found(archive: Archive, statement: str, said: str) -> None:
    filled(archive)
    assert check(archive.library).problems == ()

    with open_writer(archive.library) as writer:
        writer.connection.execute("PRAGMA foreign_keys = OFF")
        writer.connection.execute(statement)

    problems = check(archive.library).problems
    assert said in " ".join(problems)


@pytest.mark.slow
def test_a_flipped_bit_anywhere_never_ends_in_anything_but_an_error_of_ours(archive: Archive) -> None:
    filled(archive)
    path = archive.library / "library.db"
    whole = path.read_bytes()
    choose = random.Random(7)

    for _ in range(60):
        data = bytearray(whole)
        data[choose.randrange(len(data))] ^= 1 << choose.randrange(8)
        _replace(path, bytes(data))
        try:
            problems = check(archive.library).problems
            found = archive.found("What did Ruiz say about the pier?")
        except QAError:
            continue
        # What is not noticed must not show.
        assert problems or set(found) <= {
            '"The pier is shut," said Marta Ruiz.',
            "Rents fell. Wheat is dear.",
        }


@pytest.mark.parametrize("share", [0.01, 0.3, 0.7, 0.99])
def test_a_cut_database_ends_in_an_error_of_ours_or_a_named_problem(archive: Archive, share: float) -> None:
    filled(archive)
    path = archive.library / "library.db"
    whole = path.read_bytes()
    _replace(path, whole[: int(len(whole) * share)])

    try:
        problems = check(archive.library).problems
    except QAError:
        return
    assert problems


def _replace(path: Path, data: bytes) -> None:
    for beside in path.parent.glob("library.db*"):
        beside.unlink()
    path.write_bytes(data)


def test_a_full_text_row_that_leads_nowhere_is_named_where_it_is_met(archive: Archive) -> None:
    filled(archive)
    with open_writer(archive.library) as writer:
        writer.connection.execute("INSERT INTO passages_fts (rowid, terms) VALUES (99, 'pier')")

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        assert [passage for passage, _ in snapshot.lexical(["rent"], Scope(), 5)] == [2]
        with pytest.raises(DamagedIndexError, match="full-text row"):
            snapshot.lexical(["pier"], Scope(), 5)


def test_a_headline_that_no_passage_holds_is_no_damage(archive: Archive) -> None:
    archive.write(
        "port.txt", "The Port Stays Open\n\nThe council decided so on Monday. Nobody was against it."
    )
    archive.index()

    assert check(archive.library).clean
