"""A library in one file: made while it is in use, carried anywhere, and put back only when all of it is whole.

The file is a ZIP archive of `manifest.json`, the database as it was at one moment, its generation of the vector index,
and the complaints kept beside it. The manifest names each with its size and SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from embeddings import checksums
from qa.database import (
    DATABASE,
    connect_for_reading,
    connect_to_copy,
    copy_to,
    damage_of,
    naming_damage,
    sync_folder,
)
from qa.errors import DamagedIndexError, InputProblem, QAError, UsageError
from qa.evaluation.complaints import REPORTS
from qa.last_backup import remember_backup
from qa.locking import writer_lock
from qa.reports import Backup, Restored
from qa.schema import SCHEMA, version

FORMAT = 1
MANIFEST = "manifest.json"
_MEMBER = re.compile(rf"{re.escape(DATABASE)}|vectors-\d{{8}}\.faiss|{re.escape(REPORTS)}")
_MANIFEST_BYTES = 1_000_000
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    size: int
    sha256: str


def backup(folder: Path, file: Path, *, force: bool = False) -> Backup:
    """Write the library as it is now to one file, whole or not at all, and read it back.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If the library's database is not whole: a copy of it would be no backup.
        UsageError: If the file is there already and `force` is not given, or it would lie in the library.
        QAError: If it cannot be written.
    """
    file = file.expanduser().resolve()
    if file.is_relative_to(folder.resolve()):
        raise UsageError("A backup inside the library would be lost with it. Name a file elsewhere.")
    if file.is_dir() or not file.parent.is_dir():
        raise UsageError(f"{file} cannot be a backup's file: it is a folder, or its folder is not there.")
    if file.exists() and not force:
        raise UsageError(f"{file} is there already. Name another file, or give --force to replace it.")
    try:
        manifest = _written(folder, file, force=force)
    except OSError as error:
        reason = error.strerror or str(error)
        raise QAError(
            f"{file} could not be written: {reason}. What was there before is still there."
        ) from error
    made = _as_made(file, manifest)
    remember_backup(folder, made)
    return made


def restore(file: Path, folder: Path, *, force: bool = False) -> Restored:
    """Make a library from a backup. It is unpacked beside, checked as a whole, and only then put in its place.

    Args:
        force: Put it in the place of a library that is there, which is kept beside it under another name.

    Raises:
        InputProblem: If the file is not a whole backup, or was made by a newer program.
        UsageError: If the folder is not empty and `force` is not given.
        LibraryBusyError: While another process writes to the library there.
    """
    folder = folder.expanduser().absolute()
    occupied = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if occupied and not force:
        raise UsageError(f"{folder} is not empty. Name another --library, or give --force to replace it.")
    if occupied and not (folder / DATABASE).is_file():
        raise UsageError(f"{folder} is no library, so it is not replaced.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _opened(file) as (archive, manifest), _beside(folder) as scratch:
        unpacked = scratch / "library"
        unpacked.mkdir(mode=0o700)
        _unpack(archive, manifest, unpacked)
        _require_whole(unpacked, file)
        remember_backup(unpacked, _as_made(file.absolute(), manifest))
        for path in unpacked.iterdir():
            _sync(path)
        sync_folder(unpacked)
        kept = _swap(unpacked, folder) if occupied else None
        if not occupied:
            unpacked.rename(folder)
        sync_folder(folder.parent)
    return Restored(
        str(folder), manifest["made_at"], manifest["articles"], None if kept is None else str(kept)
    )


def _written(folder: Path, file: Path, *, force: bool) -> dict[str, Any]:
    with _beside(file) as scratch:
        database = scratch / DATABASE
        _copy_database(folder, database)
        members = [database, *_vectors(folder, database, scratch), *_complaints(folder)]
        packed = scratch / "packed"
        manifest = _pack(packed, members)
        with zipfile.ZipFile(packed) as archive:
            _read_all(archive, manifest)
        if force:
            packed.replace(file)
        else:
            _put_anew(packed, file)
        sync_folder(file.parent)
    return manifest


def _put_anew(packed: Path, file: Path) -> None:
    try:
        # Not replace(): another process may have made the file meanwhile.
        os.link(packed, file)
    except FileExistsError as error:
        raise UsageError(
            f"{file} is there already. Name another file, or give --force to replace it."
        ) from error
    except OSError:
        # A disk without hard links, such as a stick.
        packed.rename(file)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give a private folder on the same disk that is removed at the end."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(mode=0o700)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _copy_database(folder: Path, target: Path) -> None:
    connection = connect_for_reading(folder)
    try:
        with naming_damage(folder):
            copy_to(connection, target)
    finally:
        connection.close()
    copy = connect_to_copy(target)
    try:
        damage = damage_of(copy)
    finally:
        copy.close()
    if damage:
        raise DamagedIndexError(
            f"The library in {folder} is damaged ({damage}), so no backup was made. Run `qa doctor`."
        )


def _vectors(folder: Path, database: Path, scratch: Path) -> list[Path]:
    """Take the newest generation's file along; without it the copy knows of none, and the next update makes one."""
    connection = connect_to_copy(database)
    try:
        row = connection.execute("SELECT * FROM generations ORDER BY n DESC LIMIT 1").fetchone()
        copied = scratch / row["file"] if row is not None and _MEMBER.fullmatch(row["file"]) else None
        if copied is not None:
            with suppress(OSError):
                shutil.copyfile(folder / row["file"], copied)
                copied.chmod(0o600)
        whole = copied is not None and checksums.verify(copied, sha256=row["sha256"])
        connection.execute("DELETE FROM generations WHERE n < ?", [row["n"] if whole else 1 << 62])
        return [copied] if whole and copied is not None else []
    finally:
        connection.close()


def _complaints(folder: Path) -> list[Path]:
    path = folder / REPORTS
    return [path] if path.is_file() and not path.is_symlink() else []


def _pack(packed: Path, paths: list[Path]) -> dict[str, Any]:
    members: list[_Member] = []
    with (
        os.fdopen(os.open(packed, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as raw,
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
    ):
        for path in paths:
            digest, size = hashlib.sha256(), 0
            # Vectors are noise to a compressor.
            method = zipfile.ZIP_STORED if path.suffix == ".faiss" else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(path.name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = method, 0o600 << 16
            with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
                while block := source.read(_BLOCK):
                    digest.update(block)
                    size += len(block)
                    target.write(block)
            members.append(_Member(path.name, size, digest.hexdigest()))
        manifest = {
            "onrecord": "backup",
            "format": FORMAT,
            **_described(paths[0]),
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "members": [asdict(member) for member in members],
        }
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    _sync(packed)
    return manifest


def _described(database: Path) -> dict[str, int]:
    connection = connect_to_copy(database)
    try:
        articles = connection.execute("SELECT count(*) FROM versions WHERE current = 1").fetchone()[0]
        generation = connection.execute("SELECT coalesce(max(n), 0) FROM generations").fetchone()[0]
        return {"schema": version(connection), "articles": articles, "generation": generation}
    finally:
        connection.close()


@contextmanager
def _opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
    """Open a backup and read its manifest; whatever is in the file, nothing but our own error comes out."""
    if not file.is_file():
        raise UsageError(f"There is no file {file}.")
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive, _manifest(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _unusable(file, str(error)) from error
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise _unusable(file, "what it says of itself makes no sense") from error
    except _NotWholeError as error:
        raise _unusable(file, str(error)) from error
    except OSError as error:
        raise InputProblem(f"{file} could not be restored: {error}. Nothing was changed.") from error


class _NotWholeError(Exception):
    """What is wrong with a backup."""


def _unusable(file: Path, reason: str) -> InputProblem:
    return InputProblem(f"{file} is not a whole backup: {reason}. Nothing was changed.")


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    names = archive.namelist()
    if MANIFEST not in names:
        raise _NotWholeError("it has no manifest")
    manifest = json.loads(_bytes(archive, MANIFEST, _MANIFEST_BYTES))
    if not isinstance(manifest, dict) or manifest.get("onrecord") != "backup":
        raise _NotWholeError("it is another program's file")
    if int(manifest["format"]) > FORMAT or int(manifest["schema"]) > SCHEMA:
        raise _NotWholeError(
            "it was made by a newer version of this program; upgrade with `pip install --upgrade onrecord`"
        )
    members = [
        _Member(str(each["name"]), int(each["size"]), str(each["sha256"])) for each in manifest["members"]
    ]
    # Exactly these plain names: no folders, no links, nothing twice, and nothing that is not accounted for.
    if sorted(names) != sorted([MANIFEST, *(member.name for member in members)]):
        raise _NotWholeError("it holds other files than it says")
    if not all(_MEMBER.fullmatch(member.name) and member.size >= 0 for member in members):
        raise _NotWholeError("it holds files that belong to no library")
    if DATABASE not in names:
        raise _NotWholeError("it holds no database")
    int(manifest["articles"]), int(manifest["generation"]), datetime.fromisoformat(manifest["made_at"])
    return {**manifest, "members": members}


def _bytes(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    with archive.open(name) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise _NotWholeError(f"{name} is too large")
    return data


def _read_all(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
    for each in manifest["members"]:
        member = each if isinstance(each, _Member) else _Member(**each)
        _copied(archive, member, None)


def _unpack(archive: zipfile.ZipFile, manifest: dict[str, Any], folder: Path) -> None:
    needed = sum(member.size for member in manifest["members"])
    if needed > shutil.disk_usage(folder).free:
        raise _NotWholeError(f"it says that it needs {needed:,} bytes, and the disk has not so many left")
    for member in manifest["members"]:
        with os.fdopen(
            os.open(folder / member.name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        ) as file:
            _copied(archive, member, file)


def _copied(archive: zipfile.ZipFile, member: _Member, target: IO[bytes] | None) -> None:
    """Read a member, never more of it than it is said to have, and compare its checksum."""
    digest, left = hashlib.sha256(), member.size
    with archive.open(member.name) as source:
        while block := source.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise _NotWholeError(f"{member.name} is larger than it says")
            digest.update(block)
            if target is not None:
                target.write(block)
    if left or digest.hexdigest() != member.sha256:
        raise _NotWholeError(f"{member.name} is not what was backed up")


def _require_whole(folder: Path, file: Path) -> None:
    """A checksum only says that the file is as it was made, not that whoever made it meant well."""
    try:
        connection = connect_to_copy(folder / DATABASE)
        try:
            found, damage = version(connection), damage_of(connection)
        finally:
            connection.close()
    except DamagedIndexError as error:
        raise _unusable(file, str(error)) from error
    if damage or not 0 < found <= SCHEMA:
        raise _unusable(file, f"its database is not whole ({damage or 'it has no tables of ours'})")


def _swap(unpacked: Path, folder: Path) -> Path:
    """Put the new library in the place of the old one, which is kept."""
    with writer_lock(folder):
        number = 1
        while (kept := folder.with_name(f"{folder.name}.replaced-{number}")).exists():
            number += 1
        folder.rename(kept)
        try:
            unpacked.rename(folder)
        except BaseException:
            kept.rename(folder)
            raise
    return kept


def _as_made(file: Path, manifest: dict[str, Any]) -> Backup:
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


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
