"""A closed connection holds no lock, whatever was left of what it read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from qa.embedded.bounded_connection import BoundedConnection


def test_a_statement_that_was_not_read_to_its_end_holds_no_lock_after_its_connection(tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE numbers (n)")
        made.executemany("INSERT INTO numbers VALUES (?)", [(n,) for n in range(9)])
        made.commit()

    reader = sqlite3.connect(path, factory=BoundedConnection)
    unread = reader.execute("SELECT n FROM numbers")
    assert unread.fetchone() == (0,)
    reader.close()
    reader.close()

    with closing(sqlite3.connect(path, timeout=0)) as writer:
        writer.execute("INSERT INTO numbers VALUES (9)")
        writer.commit()
