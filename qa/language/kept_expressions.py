"""Keep the code of compiled regular expressions in a file between runs.

Python compiles an expression in Python: the 370 of a first question about content take 100 ms, a sixth of all that `qa
ask` does for it, and 3 ms where their code is read from a file. There is no public way to keep it, so this leans on two
functions that `re.compile` is made of. Where a version of Python has others, expressions are compiled as ever.
"""

from __future__ import annotations

import logging
import re
import sys
import zlib
from array import array
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from embeddings.cache import cache_folders, written_whole

_MOST_BYTES = 6_000_000
"""Some three times what all expressions take. A larger file is begun anew: it holds what releases before had."""
_WORD = 4
"""Bytes of one word of the code."""

_log = logging.getLogger(__name__)


class _Kept(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What `re.compile` makes of one expression."""

    source: str
    given_flags: int
    flags: int
    """With those that stand in the source, such as `(?i)`."""
    code: bytes
    groups: int
    names: dict[str, int]
    """Names of groups, to their numbers."""


class KeptExpressions:
    """Compiles regular expressions, most of them from a file that earlier runs left.

    A file holds for one version of Python alone. What it holds is checked three times: by a checksum, by the types of
    what is read, and by Python, which refuses code that would lead it astray.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._known: dict[tuple[str, int], _Kept] | None = None
        self._new: dict[tuple[str, int], _Kept] = {}

    def compile(self, source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
        """Return what `re.compile` returns, and raise what it raises."""
        key = source, int(flags)
        if self._known is None:
            self._known = self._read()
        try:
            kept = self._known.get(key) or _analysed(*key)
            made = _made(kept)
        except re.error:
            raise
        except Exception:
            _log.debug("An expression is compiled by Python alone.", exc_info=True)
            return re.compile(source, flags)
        if key not in self._known:
            self._new[key] = kept
        return made

    def save(self) -> None:
        """Write the file, if an expression was compiled that it lacks. Where it cannot be written, nothing is kept."""
        if not self._new:
            return
        # An answer is out by now: who ends the program here is shown no traceback.
        with suppress(OSError, MemoryError, KeyboardInterrupt):
            # Another run may have written it since.
            data = msgspec.msgpack.encode([*(self._read() | self._new).values()])
            if len(data) > _MOST_BYTES:
                data = msgspec.msgpack.encode([*self._new.values()])
            with written_whole(self._file()) as beside:
                beside.write_bytes(_checksum(data) + data)

    def _read(self) -> dict[tuple[str, int], _Kept]:
        with suppress(OSError, msgspec.MsgspecError):
            file = self._file()
            if not file.is_file() or file.stat().st_size > _MOST_BYTES + _WORD:
                return {}  # nor is a pipe read, which nobody may ever write to
            checksum, data = (both := file.read_bytes())[:_WORD], both[_WORD:]
            if checksum == _checksum(data):
                entries = msgspec.msgpack.decode(data, type=list[_Kept])
                return {(each.source, each.given_flags): each for each in entries}
        return {}

    def _file(self) -> Path:
        # The code differs between versions of Python, and its words between kinds of machines.
        name = f"{sys.implementation.name}-{sys.hexversion:08x}-{sys.maxsize.bit_length()}-{sys.byteorder}"
        return (self._folder or cache_folders(None)[0]) / "expressions" / f"{name}.msgpack"


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_WORD, "big")


def _analysed(source: str, flags: int) -> _Kept:
    source.encode()  # raises for halves of characters, such as \ud800, which the file cannot hold
    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    parsed = parser.parse(source, flags)
    code = array("I", compiler._code(parsed, flags))
    if code.itemsize != _WORD:
        raise ValueError(f"an unsigned int has {code.itemsize} bytes here")
    state = parsed.state
    return _Kept(source, flags, flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict))


def _made(kept: _Kept) -> re.Pattern[str]:
    names: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.names.items():
        names[number] = name
    code = memoryview(kept.code).cast("I").tolist()
    engine: Any = import_module("_sre")
    made: re.Pattern[str] = engine.compile(
        kept.source, kept.flags, code, kept.groups, kept.names, tuple(names)
    )
    return made
