from __future__ import annotations

from typing import TYPE_CHECKING

from qa.datatypes import Scope
from qa.embedded.snapshot import Library

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def test_an_open_library_finds_words_and_vectors_after_a_rebuild(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    query = archive.encoder.encode_query("pier")

    with Library.open(archive.library) as library:
        with library.snapshot() as before:
            assert len(before.lexical(["pier"], Scope(), 5)) == 1
            archive.write("b.txt", "The pier is open.")
            archive.index(rebuild=True)

            # It still uses the tables that are gone by now.
            assert len(before.lexical(["pier"], Scope(), 5)) == 1
            assert before.document_frequency(["pier", "open"]) == {"pier": 1, "open": 0}
            assert len(before.nearest(query, Scope(), 5)) == 1
        with library.snapshot() as after:
            assert len(after.lexical(["pier"], Scope(), 5)) == 2
            assert after.document_frequency(["pier", "open"]) == {"pier": 2, "open": 1}
            assert len(after.nearest(query, Scope(), 5)) == 2
