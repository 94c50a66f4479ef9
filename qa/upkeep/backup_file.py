"""A backup's file: what it holds under which names, and how a part of it is read without trusting it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from qa.embedded.complaints import REPORTS
from qa.embedded.database import DATABASE
from qa.upkeep.findings import Backup

FORMAT = 1
MANIFEST = "manifest.json"
MEMBER = re.compile(rf"{re.escape(DATABASE)}|vectors-\d{{8}}\.faiss|{re.escape(REPORTS)}")
"""The only names that a library's own files have in a backup."""

BLOCK = 1 << 20

_LEFT = 24 * 3600.0
"""Seconds after which nobody can still be writing to what has not changed."""


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    size: int
    sha256: str


class NotWholeError(Exception):
    """What is wrong with a backup."""


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a private folder on the same disk that is removed at the end; or by the next one, after a crash."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    shutil.rmtree(scratch, ignore_errors=True)
    _remove_leftovers(path)
    scratch.mkdir(mode=0o700)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _remove_leftovers(path: Path) -> None:
    named = re.compile(rf"\.{re.escape(path.name)}\.\d+\.tmp")
    for leftover in path.parent.iterdir():
        if named.fullmatch(leftover.name):
            with suppress(OSError):
                # By age: a number of a process says nothing where several computers use one disk.
                if (
                    max(each.lstat().st_mtime for each in (leftover, *leftover.rglob("*")))
                    < time.time() - _LEFT
                ):
                    shutil.rmtree(leftover, ignore_errors=True)


def copied(archive: zipfile.ZipFile, member: Member, target: IO[bytes] | None) -> None:
    """Read a member, never more of it than it is said to have, and compare its checksum."""
    digest, left = hashlib.sha256(), member.size
    with archive.open(member.name) as source:
        while block := source.read(BLOCK):
            left -= len(block)
            if left < 0:
                raise NotWholeError(f"{member.name} is larger than it says")
            digest.update(block)
            if target is not None:
                target.write(block)
    if left or digest.hexdigest() != member.sha256:
        raise NotWholeError(f"{member.name} is not what was backed up")


def as_made(file: Path, manifest: dict[str, Any]) -> Backup:
    return Backup(
        file=str(file),
        made_at=manifest["made_at"],
        size=file.stat().st_size,
        articles=manifest["articles"],
        generation=manifest["generation"],
        sha256=_sha256(file),
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
