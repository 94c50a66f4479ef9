"""Restore a library from a backup, on this machine or another: unpack it beside, prove it, then put it in place."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from embeddings.checksums import sync_folder
from qa.embedded.connections import leave_log
from qa.embedded.database_errors import DATABASE
from qa.embedded.replacement import finish, replace
from qa.embedded.writer import open_writer
from qa.embedded.writer_lock import writer_lock
from qa.errors import UsageError
from qa.evaluation.complaints import REPORTS
from qa.settings import LibraryPlace, ServerLibrary
from qa.upkeep.backup_file import as_made, scratch_beside, sync
from qa.upkeep.backup_proof import opened, unpack_whole
from qa.upkeep.findings import Restored
from qa.upkeep.last_backup import remember_backup
from qa.upkeep.move import to_server


def restore(file: Path, library: LibraryPlace, *, own: Path | None = None, force: bool = False) -> Restored:
    """Restore a library from a backup, which is unpacked beside, checked as a whole, and only then put in its place.

    Args:
        own: The folder of what this user keeps beside a library on a server.
        force: Replace a library that is there; it is kept beside the new one under another name.

    Raises:
        InputProblem: If the file is not a whole backup, or was made by a newer program.
        UsageError: If something is there and `force` is not given, or this role may not do it on a server.
        LibraryBusyError: While another process writes to the library there.
        UnreachableError: If the server does not answer.
    """
    return (
        _on_server(file, library, own, force=force)
        if isinstance(library, ServerLibrary)
        else _in_folder(file, library, force=force)
    )


def _in_folder(file: Path, folder: Path, *, force: bool) -> Restored:
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
    with opened(file) as (archive, manifest), scratch_beside(folder) as scratch:
        unpacked = scratch / "library"
        unpacked.mkdir(mode=0o700)
        unpack_whole(archive, manifest, unpacked)
        # As in every library: otherwise the first writer would have to wait for all readers.
        leave_log(unpacked)
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


def _on_server(file: Path, library: ServerLibrary, own: Path | None, *, force: bool) -> Restored:
    from qa.server.replacement import replace_library  # here, as below: it needs a package of an extra
    from qa.server.writer import is_there

    there = is_there(library)
    if there and not force:
        raise UsageError(
            f"There is a library at {library}. Name another schema, or give --force to replace it."
        )
    with tempfile.TemporaryDirectory(prefix="onrecord-") as scratch:
        unpacked = Path(scratch) / "library"
        unpacked.mkdir(mode=0o700)
        with opened(file) as (archive, manifest):
            unpack_whole(archive, manifest, unpacked)
        made = as_made(file.absolute(), manifest)
        with open_writer(unpacked):
            # A server has the tables of this program's format: an older backup is brought to it.
            pass
        kept = None
        if there:
            kept = replace_library(library, lambda incoming: to_server(unpacked, incoming))
        else:
            to_server(unpacked, library)
        remember_backup(own, made)
        _take_complaints(unpacked / REPORTS, own)
    return Restored(str(library), made.made_at, made.articles, None if kept is None else str(kept))


def _take_complaints(reports: Path, own: Path | None) -> None:
    """Put complaints beside a library on a server, unless this user has some there already."""
    if own is not None and reports.is_file() and not (own / REPORTS).exists():
        shutil.copyfile(reports, own / REPORTS)
        (own / REPORTS).chmod(0o600)
