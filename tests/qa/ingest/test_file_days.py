"""Where it is asked for, articles without a date get the day on which their file was last changed, once."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

from qa.embedded.snapshot import Library
from qa.ingest.give import give
from qa.ingest.report import IndexRequest, Report
from qa.ingest.update import update
from qa.upkeep.check import check
from qa.upkeep.status import status

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def index(
    archive: Archive, date_from: str | None = None, *, rebuild: bool = False, check: bool = False
) -> Report:
    request = IndexRequest((archive.folder,), date_from=date_from, rebuild=rebuild, check=check)
    return update(archive.library, request, encoder_factory=lambda: archive.encoder)


def write(archive: Archive, name: str, text: str, day: str) -> None:
    noon = datetime.fromisoformat(f"{day}T12:00").timestamp()
    os.utime(archive.write(name, text), (noon, noon))


def dates(archive: Archive) -> dict[str, str | None]:
    with Library.open(archive.library) as library, library.snapshot() as view:
        return {line.id: line.date for line in view.articles()}


def test_only_articles_that_give_no_date_get_the_day_of_their_file(archive: Archive) -> None:
    write(archive, "a.txt", "The pier is shut.", "2024-03-01")
    write(archive, "b.md", "---\ndate: 2023-01-01\n---\nThe gulls are back.\n", "2024-03-02")
    write(archive, "2022-05-05-c.txt", "The market opens.", "2024-03-03")
    write(
        archive,
        "d.jsonl",
        '{"id": "n1", "text": "One."}\n{"id": "n2", "text": "Two.", "date": "2021-01-01"}\n',
        "2024-03-04",
    )

    report = index(archive, "mtime")

    assert dates(archive) == {
        "a.txt": "2024-03-01", "b.md": "2023-01-01", "2022-05-05-c.txt": "2022-05-05", "n1": "2024-03-04",
        "n2": "2021-01-01",
    }  # fmt: skip
    assert report.undated == 0


def test_without_it_they_stay_undated_and_are_counted(archive: Archive) -> None:
    write(archive, "a.txt", "The pier is shut.", "2024-03-01")

    assert index(archive).undated == 1
    assert dates(archive) == {"a.txt": None}
    assert (status(archive.library).undated, status(archive.library).places[0].dated_by_files) == (1, False)


def test_what_was_read_before_is_dated_without_being_read_again(archive: Archive) -> None:
    write(archive, "a.txt", '"The pier is shut," said Una Strand.', "2024-03-01")
    index(archive)
    give(archive.library, "a.txt", source="Gazette")

    report = index(archive, "mtime")

    assert (report.encoded, report.changed, report.undated) == (0, 0, 0)
    assert dates(archive) == {"a.txt": "2024-03-01"}
    assert give(archive.library, "a.txt", unset=True).date == "2024-03-01"
    assert status(archive.library).places[0].dated_by_files
    assert check(archive.library).clean


def test_the_day_is_stable_however_often_it_is_indexed(archive: Archive) -> None:
    write(archive, "a.txt", "The pier is shut.", "2024-03-01")
    index(archive, "mtime")

    write(archive, "a.txt", "The pier is shut.", "2025-09-09")
    touched = index(archive, check=True)
    rebuilt = index(archive, rebuild=True)

    assert (touched.changed, rebuilt.changed) == (0, 0)
    assert dates(archive) == {"a.txt": "2024-03-01"}


def test_new_and_changed_files_are_dated_by_later_runs_too(archive: Archive) -> None:
    write(archive, "a.txt", "The pier is shut.", "2024-03-01")
    index(archive, "mtime")

    write(archive, "a.txt", "The pier is open again.", "2024-04-01")
    write(archive, "b.txt", "The gulls are back.", "2024-04-02")
    archive.index()

    assert dates(archive) == {"a.txt": "2024-04-01", "b.txt": "2024-04-02"}


def test_what_a_person_gives_goes_before_it(archive: Archive) -> None:
    write(archive, "a.txt", "The pier is shut.", "2024-03-01")
    index(archive, "mtime")
    give(archive.library, "a.txt", date="2020-01-01")

    write(archive, "a.txt", "The pier is shut.", "2025-09-09")
    index(archive, rebuild=True)

    assert dates(archive) == {"a.txt": "2020-01-01"}
    assert give(archive.library, "a.txt", unset=True).date == "2024-03-01"


def test_it_can_be_ended(archive: Archive) -> None:
    write(archive, "a.txt", "The pier is shut.", "2024-03-01")
    index(archive, "mtime")
    index(archive, "none")

    write(archive, "b.txt", "The gulls are back.", "2024-04-02")
    archive.index()
    assert dates(archive) == {"a.txt": "2024-03-01", "b.txt": None}

    archive.index(rebuild=True)
    assert dates(archive) == {"a.txt": None, "b.txt": None}
