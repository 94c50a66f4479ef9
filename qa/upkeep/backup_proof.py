"""Prove a backup: unpack it as a restore does, and check every text, seal, table and count in it.

The file may have been made to do harm: nothing in it is trusted before it is checked.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from embeddings.memory import ran_out_of_memory
from qa.embedded.connections import connect_to_copy
from qa.embedded.database import damage_of
from qa.embedded.database_errors import DATABASE
from qa.embedded.schema import OLDEST_READABLE, stored_format
from qa.embedded.schema_check import require_own_schema
from qa.errors import DamagedIndexError, InputProblem, UsageError
from qa.tables.formats import LIBRARY_FORMAT
from qa.upkeep.backup_file import FORMAT, MANIFEST, MEMBER, Member, NotWholeError, copied
from qa.upkeep.check import check
from qa.upkeep.findings import CheckReport, Trouble

_MANIFEST_BYTES = 1_000_000


def verify_backup(file: Path) -> CheckReport:
    """Check everything in a backup, which is unpacked into a temporary folder.

    Raises:
        UsageError: If there is no such file.
        DamagedIndexError: If it cannot be unpacked.
    """
    try:
        with opened(file) as (archive, manifest), tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
            unpack(archive, manifest, Path(folder))
            return proved(Path(folder), manifest)
    except UnusableBackupError as error:
        raise DamagedIndexError(str(error).removesuffix(" Nothing was changed.")) from error


def proved(folder: Path, manifest: dict[str, Any]) -> CheckReport:
    """Check everything in an unpacked backup.

    Raises:
        NotWholeError: If it has no database of a format that this program knows.
    """
    try:
        found = _format(folder)
        if not 0 < found <= LIBRARY_FORMAT:
            raise NotWholeError("its database lacks the tables of a library")
        # Rows of the first format have no seals; it is read only to be migrated.
        report = _structure(folder) if found < OLDEST_READABLE else check(folder)
    except DamagedIndexError as error:
        raise NotWholeError(str(error)) from error
    listed = (manifest["schema"], manifest["articles"])
    if listed == (found, report.articles):
        return report
    words = f"manifest: it lists format and articles as {listed}, and holds {(found, report.articles)}"
    return replace(report, troubles=(*report.troubles, Trouble("text", words)))


def _format(folder: Path) -> int:
    connection = connect_to_copy(folder / DATABASE)
    try:
        return stored_format(connection)
    finally:
        connection.close()


def _structure(folder: Path) -> CheckReport:
    connection = connect_to_copy(folder / DATABASE)
    try:
        require_own_schema(connection, folder)
        damage = damage_of(connection)
        troubles = (Trouble("database", f"database: {damage}"),) if damage else ()
        tables = ("versions WHERE current = 1", "versions", "passages", "generations")
        counts = (connection.execute(f"SELECT count(1) FROM {each}").fetchone()[0] for each in tables)
        return CheckReport(troubles, *counts)
    finally:
        connection.close()


@contextmanager
def opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
    """Open a backup and read its manifest; whatever is in the file, only errors of `qa.errors` are raised.

    Raises:
        UsageError: If there is no such file.
        InputProblem: If it is no backup, is damaged, or a newer version made it.
    """
    if not file.is_file():
        raise UsageError(f"There is no file {file}.")
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive, _manifest(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise unusable(file, str(error)) from error
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise unusable(file, "what it holds is not valid") from error
    except NotWholeError as error:
        raise unusable(file, str(error)) from error
    except OSError as error:
        if ran_out_of_memory(error):
            raise
        raise InputProblem(f"{file} could not be read: {error}. Nothing was changed.") from error


class UnusableBackupError(InputProblem):
    """Raised where a file is no backup from which a library could be restored."""


def unusable(file: Path, reason: str) -> InputProblem:
    """Return the error for a file that is no backup from which a library could be restored."""
    return UnusableBackupError(f"{file} is not a whole backup: {reason}. Nothing was changed.")


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    names = archive.namelist()
    if MANIFEST not in names:
        raise NotWholeError("it has no manifest")
    manifest = json.loads(_bytes(archive, MANIFEST, _MANIFEST_BYTES))
    if not isinstance(manifest, dict) or manifest.get("onrecord") != "backup":
        raise NotWholeError("it is another program's file")
    if int(manifest["format"]) > FORMAT or int(manifest["schema"]) > LIBRARY_FORMAT:
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


def unpack_whole(archive: zipfile.ZipFile, manifest: dict[str, Any], folder: Path) -> None:
    """Write the files of a backup into an empty folder, and check everything in them.

    Raises:
        NotWholeError: If a file differs, or anything in the library is damaged.
        InputProblem: If the disk has not enough room for them.
    """
    unpack(archive, manifest, folder)
    if troubles := proved(folder, manifest).troubles:
        raise NotWholeError(troubles[0].words)


def unpack(archive: zipfile.ZipFile, manifest: dict[str, Any], folder: Path) -> None:
    """Write the files of a backup into an empty folder, each checked.

    Raises:
        NotWholeError: If one differs.
        InputProblem: If the disk has not enough room for them.
    """
    needed = sum(member.size for member in manifest["members"])
    if needed > shutil.disk_usage(folder).free:
        raise InputProblem(
            f"The backup needs {needed:,} bytes to be unpacked in {folder.parent}, and there is less room than that. "
            "Nothing was changed. Make room, or set TMPDIR to a folder that has it."
        )
    for member in manifest["members"]:
        with os.fdopen(
            os.open(folder / member.name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        ) as file:
            copied(archive, member, file)
