"""Back up a library into one file while it is in use.

The file is a ZIP archive of `manifest.json`, the database as it was at one moment, its generation of the vector index,
and the complaints kept beside it. The manifest lists each with its size and SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from embeddings import checksums
from embeddings.memory import ran_out_of_memory
from qa.embedded.connections import connect_to_copy, one_state
from qa.embedded.database import copy_to
from qa.embedded.database_errors import DATABASE
from qa.embedded.schema import stored_format
from qa.errors import DamagedIndexError, InputProblem, UsageError
from qa.evaluation.complaints import REPORTS
from qa.settings import LibraryPlace, ServerLibrary
from qa.upkeep.backup_file import (
    BLOCK,
    FORMAT,
    MANIFEST,
    MEMBER,
    Member,
    NotWholeError,
    as_made,
    rotate,
    scratch_beside,
    sync,
)
from qa.upkeep.backup_proof import opened, proved, unpack
from qa.upkeep.findings import Backup
from qa.upkeep.last_backup import kept_beside, pointing_at_backup, remember_backup
from qa.upkeep.move import write_folder


def backup(
    library: LibraryPlace,
    file: Path,
    *,
    own: Path | None = None,
    force: bool = False,
    keep: int | None = None,
) -> Backup:
    """Write the library as it is now to one file, and prove it before it takes the place of another one.

    Args:
        own: The folder of what this user keeps beside a library on a server.
        force: Replace a file that is there.
        keep: Keep so many backups in all: a file that is there gets the number 1, an older one the next number.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If anything in the library is damaged: a copy of it would be no backup.
        UsageError: If the file exists and neither `force` nor `keep` is given, it would lie in the library, or it
            cannot be written, or not read back.
        UnreachableError: If the server that keeps the library does not answer.
    """
    file = file.expanduser().resolve()
    if isinstance(library, Path) and file.is_relative_to(library.resolve()):
        raise UsageError("A backup inside the library would be lost with it. Name a file elsewhere.")
    if file.is_dir() or not file.parent.is_dir():
        raise UsageError(f"{file} cannot be written: it is a folder, or its folder does not exist.")
    if file.exists() and not force and keep is None:
        raise _exists(file)
    try:
        with scratch_beside(file) as scratch:
            packed, manifest = _packed(library, kept_beside(library, own), scratch)
            _prove(library, kept_beside(library, own), packed, scratch)
            if keep is not None:
                rotate(packed, file, keep)
            elif force:
                packed.replace(file)
            else:
                _put_if_absent(packed, file)
            checksums.sync_folder(file.parent)
    except OSError as error:
        if ran_out_of_memory(error):
            raise
        reason = error.strerror or str(error)
        raise UsageError(
            f"{file} could not be written: {reason}. A file that was there before is unchanged."
        ) from error
    made = as_made(file, manifest)
    remember_backup(kept_beside(library, own), made)
    return made


def _exists(file: Path) -> UsageError:
    return UsageError(
        f"{file} exists already. Name another file, or give --force to replace it, or --keep N to keep it too."
    )


def _packed(library: LibraryPlace, own: Path | None, scratch: Path) -> tuple[Path, dict[str, Any]]:
    """Pack the library as it is now into one file; return it, and its manifest."""
    try:
        paths = (
            _of_server(library, scratch)
            if isinstance(library, ServerLibrary)
            else _of_folder(library, scratch)
        )
    except DamagedIndexError as error:
        raise DamagedIndexError(f"{error} No backup was made.") from error
    paths += _complaints(own)
    manifest = _pack(scratch / "packed", paths)
    for path in paths:
        if path.is_relative_to(scratch):
            # Proving needs the room again.
            path.unlink()
    return scratch / "packed", manifest


def _of_folder(folder: Path, scratch: Path) -> list[Path]:
    """Copy the database as it is now, and its generation of the vector index."""
    database = scratch / DATABASE
    with one_state(folder) as connection:
        copy_to(connection, database)
    return [database, *_vectors(folder, database, scratch)]


def _of_server(library: ServerLibrary, scratch: Path) -> list[Path]:
    """Make of the library, as it is now, one in a folder."""
    from qa.server.connections import reading  # here: it needs a package of an extra

    made = scratch / "library"
    with reading(library) as server:
        write_folder(server, made)
    # A copy is one file, without a log beside it.
    connect_to_copy(made / DATABASE).close()
    return [made / DATABASE, *made.glob("vectors-*.faiss")]


def _prove(library: LibraryPlace, own: Path | None, packed: Path, scratch: Path) -> None:
    """Check everything in a packed backup, as a restore would. Raises DamagedIndexError if it is not whole."""
    unpacked = scratch / "unpacked"
    unpacked.mkdir(mode=0o700)
    try:
        with opened(packed) as (archive, manifest):
            unpack(archive, manifest, unpacked)
            try:
                troubles = proved(unpacked, manifest).troubles
            except NotWholeError as error:
                raise _damaged(library, own, "it cannot be checked") from error
    except InputProblem as error:
        raise UsageError(
            f"What was written could not be read back ({error}) A backup that was there is kept."
        ) from error
    if troubles:
        more = f" and {len(troubles) - 1:,} more" if len(troubles) > 1 else ""
        raise _damaged(library, own, f"{troubles[0].words}{more}")


def _damaged(library: LibraryPlace, own: Path | None, how: str) -> DamagedIndexError:
    return DamagedIndexError(
        f"The library in {library} is damaged ({how}), so no backup was made, and one that was "
        f"there is kept. Run `qa doctor`. {pointing_at_backup(own)}".rstrip()
    )


def _put_if_absent(packed: Path, file: Path) -> None:
    try:
        # Not replace(): another process may have made the file in the meantime.
        os.link(packed, file)
    except FileExistsError as error:
        raise _exists(file) from error
    except OSError:
        # A disk without hard links, such as a USB stick.
        packed.rename(file)


def _vectors(folder: Path, database: Path, scratch: Path) -> list[Path]:
    """Copy the newest generation's file and return it; if it is damaged, the copied database lists no generation.

    The next update of the restored library then publishes one.
    """
    connection = connect_to_copy(database)
    try:
        row = connection.execute("SELECT * FROM generations ORDER BY n DESC LIMIT 1").fetchone()
        copied = scratch / row["file"] if row is not None and MEMBER.fullmatch(row["file"]) else None
        if copied is not None:
            with suppress(OSError):
                shutil.copyfile(folder / row["file"], copied)
                copied.chmod(0o600)
        whole = copied is not None and checksums.verify(copied, sha256=row["sha256"])
        connection.execute("DELETE FROM generations WHERE n < ?", [row["n"] if whole else 1 << 62])
        return [copied] if whole and copied is not None else []
    finally:
        connection.close()


def _complaints(own: Path | None) -> list[Path]:
    path = None if own is None else own / REPORTS
    return [path] if path is not None and path.is_file() and not path.is_symlink() else []


def _pack(packed: Path, paths: list[Path]) -> dict[str, Any]:
    members: list[Member] = []
    with (
        os.fdopen(os.open(packed, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as raw,
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
    ):
        for path in paths:
            digest, size = hashlib.sha256(), 0
            # Vectors do not compress.
            method = zipfile.ZIP_STORED if path.suffix == ".faiss" else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(path.name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = method, 0o600 << 16
            with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
                while block := source.read(BLOCK):
                    digest.update(block)
                    size += len(block)
                    target.write(block)
            members.append(Member(path.name, size, digest.hexdigest()))
        manifest = {
            "onrecord": "backup",
            "format": FORMAT,
            **_described(paths[0]),
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "members": [asdict(member) for member in members],
        }
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    sync(packed)
    return manifest


def _described(database: Path) -> dict[str, int]:
    connection = connect_to_copy(database)
    try:
        articles = connection.execute("SELECT count(*) FROM versions WHERE current = 1").fetchone()[0]
        generation = connection.execute("SELECT coalesce(max(n), 0) FROM generations").fetchone()[0]
        return {"schema": stored_format(connection), "articles": articles, "generation": generation}
    finally:
        connection.close()
