from __future__ import annotations

from pathlib import Path

import pytest

from qa.embedded.own_database import connect_to_own
from qa.embedded.writer_lock import writer_lock
from qa.errors import NotWritableError


def test_a_library_in_which_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    # The user who runs the tests may be allowed to write everywhere; but nobody can open a folder in the lock's place.
    (tmp_path / "library.lock").mkdir()

    with pytest.raises(NotWritableError, match="cannot be written to") as told, writer_lock(tmp_path):
        pass

    assert str(tmp_path) in str(told.value)
    assert told.value.exit_code == 2


def test_a_small_database_that_cannot_be_written_is_named_by_its_folder(tmp_path: Path) -> None:
    (tmp_path / "follows.db").mkdir()

    with pytest.raises(NotWritableError, match="cannot be written to"):
        connect_to_own(tmp_path / "follows.db", "")
