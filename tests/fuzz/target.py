"""Define what can be fuzzed, and read values out of the bytes that a fuzzer gives."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qa.errors import QAError

BREAK = b"\xff"
"""Stands between two values: no text in UTF-8 holds it."""

PLACE = Path(tempfile.mkdtemp(prefix="onrecord-fuzz-"))
"""A folder for what is read and written; `fuzz.py` removes it."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that arbitrary bytes reach. `reach` raises if they do what they must not.

    `seeds` are inputs to begin with; `words` are put together with them, as a grammar would.
    """

    reach: Callable[[bytes], None]
    seeds: Sequence[bytes]
    words: Sequence[bytes] = ()


def values(data: bytes, count: int) -> list[bytes]:
    """Return so many values out of the bytes; those that are not there are empty."""
    found = data.split(BREAK, count - 1)
    return found + [b""] * (count - len(found))


def text_of(data: bytes) -> str:
    """Return any text, also with halves of characters, as JSON may hold them."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


@contextmanager
def own_errors() -> Iterator[None]:
    """Let pass the errors that a person is told about, with an exit code of their own; 70 is none of these."""
    try:
        yield
    except QAError as error:
        assert error.exit_code != QAError.exit_code, repr(error)
        assert str(error).strip()
