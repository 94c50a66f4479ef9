"""A process that may read a library but not write to it: without root's right to write everywhere, or on a mount."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]

_OVERRIDES = 0b1110
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH and CAP_FOWNER of Linux."""
NOBODY = 65_534
_VERSION = 0x20080522
"""_LINUX_CAPABILITY_VERSION_3"""

_MOUNTED = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'


def give_up_rights() -> None:
    """Give up this process's rights to read and write what a file's mode forbids, which only root has."""
    libc = ctypes.CDLL(None, use_errno=True)
    sets = (ctypes.c_uint32 * 6)()
    for call in (libc.capget, libc.capset):
        if call((ctypes.c_uint32 * 2)(_VERSION, 0), sets):
            raise OSError(ctypes.get_errno(), "the rights cannot be given up")
        for number in range(3):
            sets[number] &= ~_OVERRIDES


def command(program: str, *arguments: str) -> list[str]:
    """Return a command that runs a Python program without those rights."""
    given_up = "from tests.qa.embedded.other_user import give_up_rights\ngive_up_rights()\n"
    return [sys.executable, "-c", given_up + program, *arguments]


def as_nobody(program: str, *arguments: str) -> list[str]:
    """Return a command that runs a Python program as another user, where `can_be_nobody`."""
    become = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return [*become, sys.executable, "-c", program, *arguments]


@cache
def can_be_nobody() -> bool:
    """Return whether a process may become another user, and that user may read what this program is made of."""
    tried = as_nobody("import numpy, faiss, qa.embedded.snapshot, embeddings.loading")
    try:
        return subprocess.run(tried, cwd=ROOT, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def can_mount() -> bool:
    return bool(_unsharing())


def on_a_read_only_mount(library: Path, to_run: list[str]) -> list[str]:
    """Let a command see a library on a read-only mount; where the kernel allows no mount, let it run as it is."""
    return [*_unsharing(), "sh", "-c", _MOUNTED, str(library), *to_run] if _unsharing() else to_run


@cache
def _unsharing() -> tuple[str, ...]:
    for way in (("unshare", "-m"), ("unshare", "-rm")):
        try:
            tried = [*way, "sh", "-c", _MOUNTED, str(Path(__file__).parent), "true"]
            if subprocess.run(tried, capture_output=True, check=False).returncode == 0:
                return way
        except FileNotFoundError:
            return ()
    return ()


def forbid_writing(library: Path) -> None:
    """Let everybody read a library, and nobody write to it without root's rights."""
    for path in library.iterdir():
        path.chmod(0o444)
    library.chmod(0o555)


@contextmanager
def writing_allowed(library: Path) -> Iterator[None]:
    """Let the writer write, where it is not root."""
    if os.getuid() != 0:
        library.chmod(0o755)
        for path in library.iterdir():
            path.chmod(0o644)
    try:
        yield
    finally:
        if os.getuid() != 0:
            forbid_writing(library)
