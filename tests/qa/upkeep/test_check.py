from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.errors import DamagedIndexError, QAError
from qa.upkeep.check import check
from tests.qa.embedded.damage import damage

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def filled(archive: Archive) -> None:
    archive.write("a.md", '---\ndate: 2024-01-01\nsource: Tide\n---\n"The pier is shut," said Marta Ruiz.')
    archive.write("b.txt", "Rents fell. Wheat is dear.")
    archive.index()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("texts changed", "stored text"),
        ("passages moved", "Passage 1 in the library is not what was stored"),
        ("passages moved and sealed", "not where it should be"),
        ("embeddings of two passages swapped", "Passage 1"),
        ("article ids changed", "is called"),
        ("days changed", "What is known of article"),
        ("attributions not linked", "Attribution 1"),
        ("attributed speakers changed", "Attribution 1"),
        ("speaker names changed", "Speaker 1"),
        ("speaker names missing", "by all of the names"),
        ("passage missing", "no passage"),
        ("full-text terms changed", "full-text"),
        ("full-text terms cut", "different words in the full-text index"),
        ("full-text row of no passage", "have no passage"),
        ("full-text index of no passage", "full-text index does not lead to the words"),
        ("full-text index of another word", "full-text index does not lead to the words"),
        ("full-text index without segments", "full-text index cannot be read"),
        ("postings zeroed", "list of passages of full text"),
        ("postings of one word missing", "postings of the full text"),
        ("segments of full text missing", "points to nothing in word_segments"),
        ("versions of full text zeroed", "table of versions of full text"),
        ("versions of full text missing", "table of versions of full text"),
        ("words miscounted", "postings of the full text"),
        ("vector checksums zeroed", "not the ones that were stored"),
        ("vectors zeroed", "not the ones that were stored"),
        ("vectors and checksums zeroed", "vectors"),
        ("no version current", "old version"),
        ("generation checksum changed", "checksum"),
    ],
    ids=str,
)
def test_whatever_does_not_fit_together_is_found(archive: Archive, name: str, said: str) -> None:
    filled(archive)
    assert check(archive.library).problems == ()

    damage(archive.library, name)

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


# Not 0.99: the last pages are those of empty tables, whose ends are zeros, so nothing would be lost.
@pytest.mark.parametrize("share", [0.01, 0.3, 0.7, 0.95])
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
    damage(archive.library, "full-text index of no passage")

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        assert [passage for passage, _ in snapshot.phrase(["rent"], Scope(), 5)] == [2]
        with pytest.raises(DamagedIndexError, match="full-text row"):
            snapshot.phrase(["pier"], Scope(), 5)


def test_a_headline_that_no_passage_holds_is_no_damage(archive: Archive) -> None:
    archive.write(
        "port.txt", "The Port Stays Open\n\nThe council decided so on Monday. Nobody was against it."
    )
    archive.index()

    assert check(archive.library).clean
