from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.errors import UsageError
from qa.ingest.report import IndexRequest, UnreadKind
from qa.ingest.update import update

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def test_files_of_kinds_that_are_not_read_are_counted_by_their_ending(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    for name in ("b.jpg", "c.zip", ".hidden"):
        archive.write(name, "no article")

    report = archive.index()

    assert (report.excluded, report.unread) == (3, (UnreadKind(".zip", 1), UnreadKind(".jpg", 1)))


def test_a_web_address_without_its_beginning_is_told_what_it_lacks(archive: Archive) -> None:
    request = IndexRequest((Path("www.lantern.example/feed.xml"),))

    with pytest.raises(UsageError, match=r"type https://www\.lantern\.example/feed\.xml"):
        update(archive.library, request, encoder_factory=lambda: archive.encoder)
