"""Keep this process from files and the network, as far as its kernel can: on Linux by Landlock and seccomp.

Both need no rights and hold for ever. Where one is missing nothing fails: `Sandbox.reach` finds out what still works.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
"""Version of Landlock to how many rights over files it knows; 16 since version 5."""

_REFUSED = {
    # The number that the kernel gives each machine's calls; then socket, ptrace, keyctl, execve, execveat.
    "x86_64": (0xC000003E, (41, 101, 250, 59, 322)),
    "aarch64": (0xC00000B7, (198, 117, 219, 221, 281)),
}
_IO_URING_SETUP = 425
"""Through its rings a socket is opened without a call that a filter sees."""
_ALLOW, _EPERM = 0x7FFF0000, 0x00050001

_SYSTEM = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/etc/localtime",
    "/usr/share/zoneinfo", "/usr/share/locale", "/usr/share/fonts", "/usr/local/share/fonts",
    "/dev/null", "/dev/urandom",
)  # fmt: skip
_PROGRAM = Path(__file__).resolve().parents[1]


def confine() -> None:
    """Give up reading any file but code, changing any file, running programs, and opening sockets.

    What is open already stays open. Call it before there is a second thread, which it would not hold for.
    """
    if sys.platform == "linux":
        _close_files()
        with suppress(KeyError):
            forbid((*_REFUSED[platform.machine()][1], _IO_URING_SETUP))


def forbid(calls: Sequence[int]) -> None:
    """Let these system calls, given by their numbers on this machine, fail from now on, if the kernel has seccomp."""
    kernel = ctypes.CDLL(None)
    machine = _REFUSED.get(platform.machine())
    if machine is None or sys.maxsize < 2**32 or kernel.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0):
        return
    # Each step: what to do, how many steps to skip if so and if not, a value. Offsets 4 and 0 are the kind of machine
    # and the call. Numbers from 2**30 on are the same calls of x86-64 for programs with short pointers.
    load, equal, at_least, end = 0x20, 0x15, 0x35, 0x06
    refuse = [(equal, len(calls) - at, 0, number) for at, number in enumerate(calls)]
    steps = [
        (load, 0, 0, 4), (equal, 0, len(calls) + 3, machine[0]), (load, 0, 0, 0),
        (at_least, len(calls) + 1, 0, 1 << 30), *refuse, (end, 0, 0, _ALLOW), (end, 0, 0, _EPERM),
    ]  # fmt: skip
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(code)))
    kernel.prctl(_SET_SECCOMP, _FILTER, program, 0, 0)


def _close_files() -> None:
    kernel = ctypes.CDLL(None)
    version = kernel.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    if version < 1 or kernel.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0):
        return
    # All rights over files are taken away; since version 4 also TCP, since 6 other programs' sockets and signals.
    rights = (1 << _FILE_RIGHTS.get(version, 16)) - 1
    rules = struct.pack("QQQ", rights, 0b11, 0b11)[: 8 if version < 4 else 16 if version < 6 else 24]
    ruleset = kernel.syscall(_CREATE_RULESET, rules, ctypes.c_size_t(len(rules)), 0)
    if ruleset < 0:
        return
    for path in _code():
        with suppress(OSError):
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
            allowed = _READ_FILE | _READ_DIR if Path(path).is_dir() else _READ_FILE
            kernel.syscall(_ADD_RULE, ruleset, 1, struct.pack("=Qi", allowed, place), 0)
            os.close(place)
    kernel.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _code() -> Iterator[str]:
    """Yield the folders of code: parsers load parts of theirs, and their data, when they first need them."""
    yield from _SYSTEM
    yield str(_PROGRAM)
    for root in {sys.prefix, sys.base_prefix, sys.exec_prefix}:
        yield from (str(Path(root) / name) for name in ("lib", "lib64"))
    # The folder above the program may be its checkout, with a library of articles in it.
    checkout = _PROGRAM.parent if (_PROGRAM.parent / "pyproject.toml").exists() else None
    yield from (path for path in sys.path if path and Path(path).resolve() != checkout)
