from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from embeddings.encoder import Encoder
from qa.archive.quote_lookup import find_quote
from qa.embedded.snapshot import Library
from qa.ingest.give import give
from qa.ingest.report import Change, IndexRequest
from qa.ingest.update import update
from qa.quote_ids import quote_id
from qa.upkeep.check import check

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def test_a_moved_file_is_neither_new_nor_gone_and_needs_no_encoder(archive: Archive) -> None:
    path = archive.write("a.txt", "The pier is shut.")
    archive.write("b.txt", "Rents fell.")
    archive.index()
    (archive.folder / "old").mkdir()
    path.rename(archive.folder / "old" / "a.txt")
    changes: list[Change] = []

    report = update(
        archive.library, IndexRequest(), encoder_factory=lambda: archive.encoder, changed=changes.append
    )

    assert (report.moved, report.added, report.removed, report.changed) == (1, 0, 0, 0)
    assert (report.unchanged, report.encoded, report.articles) == (1, 0, 2)
    assert changes == [Change("moved", str(archive.folder), "old/a.txt", before="a.txt")]
    assert archive.found("pier", k=1) == ["The pier is shut."]
    assert check(archive.library).clean


@pytest.mark.parametrize("names", [("first", "second"), ("second", "first")], ids=["down", "up"])
def test_a_file_that_goes_from_one_place_to_another_is_moved(
    archive: Archive, names: tuple[str, str]
) -> None:
    here, there = (archive.folder / name for name in names)
    here.mkdir()
    there.mkdir()
    path = archive.write_lines(
        f"{names[0]}/a.jsonl", {"id": "1", "text": "One."}, {"id": "2", "text": "Two."}
    )
    archive.index(here, there)
    path.rename(there / "b.jsonl")

    report = archive.index()

    assert (report.moved, report.added, report.removed, report.encoded) == (2, 0, 0, 0)
    assert report.articles == 2


def test_of_two_equal_files_one_is_moved_and_the_other_is_gone(archive: Archive) -> None:
    first, second = archive.write("a.txt", "The pier."), archive.write("b.txt", "The pier.")
    archive.index()
    first.rename(archive.folder / "c.txt")
    second.unlink()

    report = archive.index()

    assert (report.moved, report.removed, report.added, report.articles) == (1, 1, 0, 1)


def test_a_quote_of_a_moved_article_can_still_be_shown(archive: Archive) -> None:
    path = archive.write("a.txt", "The pier is shut.")
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a.txt")
    path.rename(archive.folder / "b.txt")
    archive.index()

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        quote = find_quote(snapshot, quote_id(version.uid, version.sha256, 0, 8))

    assert quote.text == "The pier"
    assert quote.version.current


def test_what_was_given_goes_with_a_moved_file(archive: Archive) -> None:
    path = archive.write("a.txt", "The pier is shut.")
    archive.index()
    give(archive.library, "a.txt", date="2025-01-31", source="Gazette")
    path.rename(archive.folder / "b.txt")

    report = archive.index()

    assert report.moved == 1
    archive.write("b.txt", "The pier is open again.")
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("b.txt")
    assert (version.article.date, version.article.source) == ("2025-01-31", "Gazette")


def test_a_move_out_of_sight_takes_the_article_out(
    archive: Archive, no_encoder: Callable[[], Encoder]
) -> None:
    path = archive.write("a.txt", "The pier is shut.")
    archive.index()
    (archive.folder / ".hidden").mkdir()
    path.rename(archive.folder / ".hidden" / "a.txt")

    report = update(archive.library, IndexRequest(), encoder_factory=no_encoder)

    assert (report.moved, report.removed, report.articles) == (0, 1, 0)


def test_the_article_of_a_place_that_is_one_file_goes_by_its_path(archive: Archive) -> None:
    path = archive.write("a.txt", "The pier is shut.")
    archive.index(path)

    assert give(archive.library, str(path), date="2025-01-31").date == "2025-01-31"
