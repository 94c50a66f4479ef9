"""Restore a library from a backup, on this machine or another: unpack it beside, prove it, then put it in place."""

from __future__ import annotations

from pathlib import Path

from embeddings.checksums import sync_folder
from qa.embedded.connections import leave_log
from qa.embedded.database_errors import DATABASE
from qa.embedded.replacement import finish, replace
from qa.embedded.writer_lock import writer_lock
from qa.errors import UsageError
from qa.upkeep.backup_file import NotWholeError, as_made, beside, sync
from qa.upkeep.backup_proof import opened, proved, unpack
from qa.upkeep.findings import Restored
from qa.upkeep.last_backup import remember_backup


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
    with opened(file) as (archive, manifest), beside(folder) as scratch:
        unpacked = scratch / "library"
        unpacked.mkdir(mode=0o700)
        unpack(archive, manifest, unpacked)
        if troubles := proved(unpacked, manifest).troubles:
            raise NotWholeError(troubles[0].words)
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
