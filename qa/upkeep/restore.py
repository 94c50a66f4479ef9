"""Restore a library from a backup, on this machine or another: unpack it beside, check all of it, then put it in place.

The file may have been made to do harm: nothing in it is trusted before it is checked.
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from embeddings.checksums import sync_folder
from qa.embedded.database import DATABASE, connect_to_copy, damage_of
from qa.embedded.replacement import finish, replace
from qa.embedded.schema import SCHEMA, version
from qa.embedded.writer_lock import writer_lock
from qa.errors import DamagedIndexError, InputProblem, UsageError
from qa.upkeep.backup_file import (
    FORMAT,
    MANIFEST,
    MEMBER,
    Member,
    NotWholeError,
    as_made,
    beside,
    copied,
    sync,
)
from qa.upkeep.findings import Restored
from qa.upkeep.last_backup import remember_backup

_MANIFEST_BYTES = 1_000_000


def restore(file: Path, folder: Path, *, force: bool = False) -> Restored:
    """Restore a library from a backup, which is unpacked beside, checked as a whole, and only then put in its place.

    Args:
        force: Replace a library that is there; it is kept beside the new one under another name.

    Raises:
        InputProblem: If the file is not a whole backup, or was made by a newer program.
        UsageError: If the folder is not empty and `force` is not given.
        LibraryBusyError: While another process writes to the library there.
    """
    folder = folder.expanduser().absolute()
    finish(folder)
    occupied = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if occupied and not (folder / DATABASE).is_file():
        raise UsageError(
            f"{folder} is not empty and is no library, so it is not replaced. Name another --library."
        )
    if occupied and not force:
        raise UsageError(f"{folder} is not empty. Name another --library, or give --force to replace it.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _opened(file) as (archive, manifest), beside(folder) as scratch:
        unpacked = scratch / "library"
        unpacked.mkdir(mode=0o700)
        _unpack(archive, manifest, unpacked)
        _require_whole(unpacked, file)
        remember_backup(unpacked, as_made(file.absolute(), manifest))
        for path in unpacked.iterdir():
            sync(path)
        sync_folder(unpacked)
        kept = None
        if occupied:
            with writer_lock(folder):
                kept = replace(unpacked, folder)
        else:
            unpacked.rename(folder)
            sync_folder(folder.parent)
    return Restored(
        str(folder), manifest["made_at"], manifest["articles"], None if kept is None else str(kept)
    )


@contextmanager
def _opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
    """Open a backup and read its manifest; whatever is in the file, only errors of `qa.errors` are raised."""
    if not file.is_file():
        raise UsageError(f"There is no file {file}.")
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive, _manifest(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _unusable(file, str(error)) from error
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise _unusable(file, "its manifest is not valid") from error
    except NotWholeError as error:
        raise _unusable(file, str(error)) from error
    except OSError as error:
        raise InputProblem(f"{file} could not be restored: {error}. Nothing was changed.") from error


def _unusable(file: Path, reason: str) -> InputProblem:
    return InputProblem(f"{file} is not a whole backup: {reason}. Nothing was changed.")


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    names = archive.namelist()
    if MANIFEST not in names:
        raise NotWholeError("it has no manifest")
    manifest = json.loads(_bytes(archive, MANIFEST, _MANIFEST_BYTES))
    if not isinstance(manifest, dict) or manifest.get("onrecord") != "backup":
        raise NotWholeError("it is another program's file")
    if int(manifest["format"]) > FORMAT or int(manifest["schema"]) > SCHEMA:
        raise NotWholeError(
            "it was made by a newer version of this program; upgrade with `pip install --upgrade onrecord`"
        )
    members = [
        Member(str(each["name"]), int(each["size"]), str(each["sha256"])) for each in manifest["members"]
    ]
    # Exactly these plain names: no folders, no links, nothing twice, and nothing that is not listed.
    if sorted(names) != sorted([MANIFEST, *(member.name for member in members)]):
        raise NotWholeError("it holds other files than its manifest lists")
    if not all(MEMBER.fullmatch(member.name) and member.size >= 0 for member in members):
        raise NotWholeError("it holds files that belong to no library")
    if DATABASE not in names:
        raise NotWholeError("it holds no database")
    int(manifest["articles"]), int(manifest["generation"]), datetime.fromisoformat(manifest["made_at"])
    return {**manifest, "members": members}


def _bytes(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    with archive.open(name) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise NotWholeError(f"{name} is too large")
    return data


def _unpack(archive: zipfile.ZipFile, manifest: dict[str, Any], folder: Path) -> None:
    needed = sum(member.size for member in manifest["members"])
    if needed > shutil.disk_usage(folder).free:
        raise NotWholeError(f"it says that it needs {needed:,} bytes, and the disk has less than that left")
    for member in manifest["members"]:
        with os.fdopen(
            os.open(folder / member.name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        ) as file:
            copied(archive, member, file)


def _require_whole(folder: Path, file: Path) -> None:
    """Check the unpacked database. Checksums only show that the file is as it was made, not who made it and why."""
    try:
        connection = connect_to_copy(folder / DATABASE)
        try:
            found, damage = version(connection), damage_of(connection)
            if not damage:
                # As in every library: otherwise the first writer would have to wait for all readers.
                connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
    except DamagedIndexError as error:
        raise _unusable(file, str(error)) from error
    if damage or not 0 < found <= SCHEMA:
        raise _unusable(file, f"its database is not whole ({damage or 'it lacks the tables of a library'})")
