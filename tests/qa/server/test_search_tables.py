"""What passages are found by on a server, written in parts: words wait in memory until a transaction ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.ingest.libraries import open_writer
from qa.tables.writing.derived_rows import put_terms
from qa.tables.writing.stored_versions import current_versions, versions
from tests.qa.server.both_libraries import Both, require_whole

pytestmark = pytest.mark.slow


def test_words_that_are_taken_out_while_they_wait_are_not_written(both: Both, tmp_path: Path) -> None:
    both.archive.write("pier.txt", "The pier is shut.")
    both.archive.write("mole.txt", "The mole is shut.")
    both.index()

    with open_writer(both.place) as writer, writer.transaction():
        some = versions(writer.connection, current_versions(writer.connection))
        for each in (*some, *some):
            writer.index.drop(each.key)
            put_terms(writer, [each])

    require_whole(both.place, tmp_path)
