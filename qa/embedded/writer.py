"""Open the one writer of a library in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa.embedded.connections import close_for_readers, connect_for_writing
from qa.embedded.database import make_private_folder
from qa.embedded.database_errors import naming_damage
from qa.embedded.migrations import bring_up_to_date
from qa.embedded.search.folder_index import FolderIndex
from qa.embedded.search.generations import remove_leftovers
from qa.embedded.value_check import blaming_damage
from qa.embedded.writer_lock import writer_lock
from qa.tables.connection import Counted
from qa.tables.writing.writer import Writer


@contextmanager
def open_writer(folder: Path, upgraded: Counted | None = None) -> Iterator[Writer]:
    """Open the one writer of a library; the library is created if there is none.

    Args:
        upgraded: Called while a library of an older format is brought up to date.

    Raises:
        LibraryBusyError: While another process writes.
        DamagedIndexError: If the library is not whole, or newer than this program.
    """
    make_private_folder(folder)
    with writer_lock(folder):
        connection = connect_for_writing(folder)
        try:
            copy = bring_up_to_date(connection, folder, upgraded)
            with blaming_damage(connection, folder), naming_damage(folder):
                remove_leftovers(connection, folder)
                index = FolderIndex(connection, folder)
                connection.before_commit = index.settle
                yield Writer(connection, index, folder, copy)
        finally:
            close_for_readers(connection, folder)
