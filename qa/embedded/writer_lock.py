"""Let one process at a time write, by a lock that ends with its process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from qa.errors import LibraryBusyError, NotWritableError, QAError


@contextmanager
def writer_lock(folder: Path) -> Iterator[None]:
    """Hold the lock for writing to a library. Raises LibraryBusyError while another process writes."""
    busy = LibraryBusyError(
        f"Another process is writing to the library in {folder}. Try again when it is done; "
        "questions are answered meanwhile."
    )
    with alone(folder / "library.lock", otherwise=busy):
        yield


@contextmanager
def alone(file: Path, *, otherwise: QAError) -> Iterator[None]:
    """Hold a lock; raise `otherwise` while another process holds it, NotWritableError if it cannot be made."""
    # The operating system releases it when the process dies, however that happens; the file may stay.
    lock = FileLock(file, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        raise otherwise from error
    except OSError as error:
        raise NotWritableError(file.parent, error) from error
    try:
        yield
    finally:
        lock.release()
