"""Define what a backup's file holds under which names, and read its members without trusting them."""

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

from embeddings.checksums import sha256_of
from qa.embedded.database_errors import DATABASE
from qa.evaluation.complaints import REPORTS
from qa.upkeep.findings import Backup

FORMAT = 1
MANIFEST = "manifest.json"
MEMBER = re.compile(rf"{re.escape(DATABASE)}|vectors-\d{{8}}\.faiss|{re.escape(REPORTS)}")
"""The only names that a library's own files have in a backup."""

BLOCK = 1 << 20

_LEFT = 24 * 3600.0
"""Seconds without a change after which no process can still be writing to a scratch folder."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a backup, as the manifest lists it."""

    name: str
    size: int
    sha256: str


class NotWholeError(Exception):
    """Says what is wrong with a backup."""


@contextmanager
def scratch_beside(path: Path) -> Iterator[Path]:
    """Make a private scratch folder on the same disk, removed at the end, or by the next call after a crash."""
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
                # By age: a process number says nothing where several computers share a disk.
                if (
                    max(each.lstat().st_mtime for each in (leftover, *leftover.rglob("*")))
                    < time.time() - _LEFT
                ):
                    shutil.rmtree(leftover, ignore_errors=True)


def copied(archive: zipfile.ZipFile, member: Member, target: IO[bytes] | None) -> None:
    """Read a member, never more of it than its listed size, and compare its checksum; write it to `target`, if given.

    Raises:
        NotWholeError: If its size or checksum differs.
    """
    digest, left = hashlib.sha256(), member.size
    with archive.open(member.name) as source:
        while block := source.read(BLOCK):
            left -= len(block)
            if left < 0:
                raise NotWholeError(f"{member.name} is larger than the manifest says")
            digest.update(block)
            if target is not None:
                target.write(block)
    if left or digest.hexdigest() != member.sha256:
        raise NotWholeError(f"{member.name} is not what was backed up")


def rotate(packed: Path, file: Path, keep: int) -> None:
    """Put a backup in the place of another one, which is kept, as older ones are: `keep` of them in all.

    At each moment all of them are there under some name; the oldest goes last.
    """
    if file.exists() and keep > 1:
        taken = [number for number in range(1, keep - 1) if _numbered(file, number).exists()]
        # Only up to the first free number: an interrupted rotation has left one.
        last = next((number for number in range(1, keep - 1) if number not in taken), keep - 1)
        for number in range(last, 1, -1):
            _numbered(file, number - 1).replace(_numbered(file, number))
        older = packed.with_name("older")
        try:
            os.link(file, older)
        except OSError:
            # A disk without hard links, such as a USB stick.
            file.replace(older)
        older.replace(_numbered(file, 1))
    packed.replace(file)
    number = keep
    while (surplus := _numbered(file, number)).is_file():
        surplus.unlink()
        number += 1


def _numbered(file: Path, number: int) -> Path:
    return file.with_name(f"{file.stem}.{number}{file.suffix}")


def as_made(file: Path, manifest: dict[str, Any]) -> Backup:
    """Describe a backup that was written to this file."""
    return Backup(
        file=str(file),
        made_at=manifest["made_at"],
        size=file.stat().st_size,
        articles=manifest["articles"],
        generation=manifest["generation"],
        sha256=sha256_of(file),
    )


def sync(path: Path) -> None:
    """Make a file's content survive a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
