from __future__ import annotations

from typing import TYPE_CHECKING

from qa.ingest.report import UnreadKind

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def test_files_of_kinds_that_are_not_read_are_counted_by_their_ending(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    for name in ("b.jpg", "c.zip", ".hidden"):
        archive.write(name, "no article")

    report = archive.index()

    assert (report.excluded, report.unread) == (3, (UnreadKind(".zip", 1), UnreadKind(".jpg", 1)))
