from __future__ import annotations

from typing import TYPE_CHECKING

from qa.upkeep.status import status

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def filled(archive: Archive) -> None:
    archive.write("a.md", '---\ndate: 2024-01-01\nsource: Tide\n---\n"The pier is shut," said Marta Ruiz.')
    archive.write("b.txt", "Rents fell. Wheat is dear.")
    archive.index()


def test_a_library_is_described_in_numbers(archive: Archive) -> None:
    filled(archive)
    archive.write("b.txt", "Rents rose.")
    archive.write("c.xyz", "No article.")
    archive.index()

    seen = status(archive.library)

    assert (seen.articles, seen.versions, seen.passages, seen.attributions, seen.speakers) == (2, 3, 2, 1, 1)
    assert seen.model == archive.encoder.identity
    assert (seen.unpublished, seen.dead) == (0, 0)
    assert seen.database_bytes > 0
    assert seen.generation_bytes > 0
    assert [(place.files, place.articles, place.present) for place in seen.places] == [(2, 2, True)]
