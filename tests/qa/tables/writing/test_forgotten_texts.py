"""A forgotten text does not come back under another name, until a person indexes it by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.ingest.report import IndexRequest, Progress
from qa.ingest.update import update
from qa.tables.writing.forgotten_texts import REASON
from qa.upkeep.check import check
from qa.upkeep.forget import forget

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

PIER, RENTS = "The pier is shut.", "Rents fell."


@pytest.fixture
def forgotten(archive: Archive) -> Path:
    """Return a file whose text was forgotten, in a place with another one."""
    path = archive.write("a.txt", PIER)
    archive.write("b.txt", RENTS)
    archive.index()
    forget(archive.library, str(path))
    return path


@pytest.mark.parametrize("purge", [False, True], ids=["hidden", "purged"])
@pytest.mark.parametrize("to", ["renamed.txt", "in/a.txt", "renamed.md"])
def test_a_forgotten_file_that_is_renamed_stays_forgotten(archive: Archive, to: str, purge: bool) -> None:
    path = archive.write("a.txt", PIER)
    archive.write("b.txt", RENTS)
    archive.index()
    forget(archive.library, str(path), purge=purge)
    (archive.folder / to).parent.mkdir(exist_ok=True)
    path.rename(archive.folder / to)

    report = archive.index()

    assert (report.added, [(each.path, each.reason) for each in report.skipped]) == (0, [(to, REASON)])
    assert archive.index(rebuild=True, check=True).articles == 1
    assert archive.ids() == ["b.txt"]
    assert check(archive.library).clean


def test_what_was_in_a_forgotten_folder_stays_forgotten_when_the_folder_is_renamed(archive: Archive) -> None:
    folder = archive.write("in/a.txt", PIER).parent
    archive.write("b.txt", RENTS)
    archive.index()
    forget(archive.library, str(folder))
    folder.rename(archive.folder / "out")

    archive.index()

    assert archive.ids() == ["b.txt"]


def test_what_was_in_a_forgotten_place_inside_another_stays_forgotten_too(archive: Archive) -> None:
    inner = archive.write("in/a.txt", PIER).parent
    archive.write("b.txt", RENTS)
    archive.index()
    archive.index(inner)
    forget(archive.library, str(inner))
    inner.rename(archive.folder / "out")

    archive.index()

    assert archive.ids() == ["b.txt"]


def test_a_forgotten_article_stays_forgotten_in_a_file_of_another_name(archive: Archive) -> None:
    file = archive.write_lines("a.jsonl", {"id": "1", "text": PIER}, {"id": "2", "text": RENTS})
    archive.index()
    forget(archive.library, "1")
    file.rename(archive.folder / "b.jsonl")

    assert archive.index().moved == 1
    assert archive.ids() == ["2"]


def test_an_older_text_of_it_stays_forgotten_too(archive: Archive) -> None:
    archive.write("a.txt", PIER)
    archive.index()
    path = archive.write("a.txt", "The pier is open.")
    archive.index()
    forget(archive.library, str(path))

    archive.write("old.txt", PIER)
    archive.index()

    assert archive.ids() == []


@pytest.mark.parametrize("how", ["the file", "a folder that is new", "its old name"])
def test_it_comes_back_when_it_is_named(archive: Archive, forgotten: Path, how: str) -> None:
    to = forgotten if how == "its old name" else archive.folder / "in" / "renamed.txt"
    to.parent.mkdir(exist_ok=True)
    forgotten.rename(to)
    archive.index()
    assert archive.ids() == ["b.txt"]

    archive.index(to.parent if how == "a folder that is new" else to)

    assert len(archive.ids()) == 2
    archive.index()
    assert len(archive.ids()) == 2
    # It is forgotten no longer.
    to.rename(archive.folder / "again.txt")
    archive.index()
    assert "again.txt" in archive.ids()


def test_a_naming_that_was_interrupted_still_counts(archive: Archive, forgotten: Path) -> None:
    forgotten.rename(archive.folder / "renamed.txt")
    archive.index()

    def stop(step: Progress) -> None:
        if step.stage == "looking":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update(
            archive.library,
            IndexRequest((archive.folder / "renamed.txt",)),
            encoder_factory=lambda: archive.encoder,
            progress=stop,
        )
    archive.index()

    assert len(archive.ids()) == 2


def test_naming_a_place_that_is_remembered_brings_nothing_back(archive: Archive, forgotten: Path) -> None:
    forgotten.rename(archive.folder / "renamed.txt")

    archive.index(archive.folder)

    assert archive.ids() == ["b.txt"]


def test_another_article_of_the_same_text_stays_and_may_be_moved(archive: Archive) -> None:
    path = archive.write("a.txt", PIER)
    other = archive.write("c.txt", PIER)
    archive.index()
    forget(archive.library, str(path))

    archive.index(check=True, rebuild=True)
    assert archive.ids() == ["c.txt"]
    other.rename(archive.folder / "d.txt")
    assert archive.index().moved == 1
    assert archive.ids() == ["d.txt"]
    archive.write("d.txt", f"---\ndate: 2024-01-01\n---\n{PIER}")
    (archive.folder / "d.txt").rename(archive.folder / "e.md")
    archive.write("d.txt", RENTS)
    archive.index()
    assert archive.ids() == ["d.txt"]


def test_another_text_under_its_name_stays_out_and_elsewhere_is_new(
    archive: Archive, forgotten: Path
) -> None:
    forgotten.write_text("The pier is open.")
    archive.index()
    assert archive.ids() == ["b.txt"]

    forgotten.rename(archive.folder / "renamed.txt")
    archive.index()

    assert archive.ids() == ["b.txt", "renamed.txt"]


def test_a_place_that_is_no_longer_watched_may_have_moved(archive: Archive, tmp_path: Path) -> None:
    archive.write("a.txt", PIER)
    archive.index()
    forget(archive.library, str(archive.folder))
    moved = archive.folder.rename(tmp_path / "moved")

    archive.index(moved)
    assert archive.ids() == ["a.txt"]
    moved.rename(archive.folder)
    forget(archive.library, str(moved))
    other = tmp_path / "other"
    other.mkdir()
    archive.index(other)
    (archive.folder / "a.txt").rename(other / "a.txt")

    archive.index()
    assert archive.ids() == ["a.txt"]
