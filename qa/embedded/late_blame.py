"""Look for damage after an unexpected error without making anybody wait for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa.embedded.connections import one_state
from qa.embedded.database import damage_of
from qa.embedded.database_errors import DATABASE, damaged, lacks_memory
from qa.embedded.value_check import wrong_value
from qa.errors import QAError

logger = logging.getLogger(__name__)

_State = tuple[tuple[int, int, int] | None, ...]


class LateBlame:
    """Checks a library on a thread of its own after an unexpected error, once for each state of its files.

    To check a large library takes minutes: a server would answer nobody meanwhile, and again after each such error. So
    the error is raised as it is, and the next one as damage, if any was found.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._looked_at: _State | None = None
        self._found = ""
        self._looking: threading.Thread | None = None

    @contextmanager
    def blaming(self) -> Iterator[None]:
        """Turn an unexpected error into one of damage, if the library is known to be damaged by now."""
        try:
            yield
        except Exception as error:
            if isinstance(error, QAError) or lacks_memory(error):
                raise
            if what := self._damage():
                raise damaged(self._folder, what) from error
            raise

    def wait(self) -> None:
        """Wait until nothing is being looked at."""
        if self._looking is not None:
            self._looking.join()

    def _damage(self) -> str:
        state = _state(self._folder)
        with self._lock:
            if state == self._looked_at or (self._looking is not None and self._looking.is_alive()):
                return self._found if state == self._looked_at else ""
            self._looked_at, self._found = state, ""
            # A daemon, so that no process waits for it at its end.
            self._looking = threading.Thread(target=self._look, args=(state,), daemon=True)
            self._looking.start()
        return ""

    def _look(self, state: _State) -> None:
        try:
            with one_state(self._folder) as connection:
                what = damage_of(connection) or wrong_value(connection)
        except QAError as error:
            what = str(error)
        except Exception:
            logger.warning("A library could not be checked after an error.")
            return
        if what:
            logger.error("A library is damaged; `qa doctor` says where.")
        with self._lock:
            if state == self._looked_at:
                self._found = what


def _state(folder: Path) -> _State:
    """Return what changes when a library is written to or replaced."""
    return tuple(map(_file_state, (folder / DATABASE, folder / f"{DATABASE}-wal")))


def _file_state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
