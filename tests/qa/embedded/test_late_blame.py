"""After an unexpected error a library is checked, and nobody waits for that."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError, NotFoundError

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def fail(library: Library, error: Exception | None = None) -> None:
    with library.snapshot():
        raise error or RuntimeError("unexpected")


def checked(library: Library) -> threading.Thread | None:
    assert library._late_blame is not None
    library._late_blame.wait()
    return library._late_blame._looking


def misplace(folder: Path) -> None:
    """Put a value into a whole database that this program does not write."""
    with open_writer(folder) as writer:
        writer.connection.execute("UPDATE places SET kind = 'elsewhere'")


def test_an_error_in_a_whole_library_is_raised_as_it_is_and_looked_into_once(archive: Archive) -> None:
    archive.index()
    with Library.open(archive.library, late_blame=True) as library:
        with pytest.raises(RuntimeError):
            fail(library)
        first = checked(library)
        with pytest.raises(RuntimeError):
            fail(library)

        assert first is not None
        assert first is not threading.current_thread()
        assert checked(library) is first


def test_damage_is_told_as_soon_as_it_is_found(archive: Archive) -> None:
    archive.index()
    misplace(archive.library)
    with Library.open(archive.library, late_blame=True) as library:
        with pytest.raises(RuntimeError):
            fail(library)
        checked(library)
        with pytest.raises(DamagedIndexError, match="places"):
            fail(library)


def test_a_library_that_was_written_to_is_looked_at_again(archive: Archive) -> None:
    archive.index()
    with Library.open(archive.library, late_blame=True) as library:
        with pytest.raises(RuntimeError):
            fail(library)
        checked(library)
        misplace(archive.library)
        with pytest.raises(RuntimeError):
            fail(library)
        checked(library)
        with pytest.raises(DamagedIndexError):
            fail(library)


def test_an_expected_error_is_not_looked_into(archive: Archive) -> None:
    archive.index()
    with Library.open(archive.library, late_blame=True) as library:
        with pytest.raises(NotFoundError):
            fail(library, NotFoundError("Nobody speaks."))

        assert checked(library) is None
