"""Describe a library in numbers. Whether it all fits together is for `check.py` to say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from embeddings import checksums
from embeddings.encoder import ModelIdentity
from embeddings.index_formats import Kind, kind_of
from qa.answering.spans import thresholds
from qa.archive import show_limit
from qa.embedded.connections import is_read_only, one_state
from qa.embedded.database import Connection
from qa.embedded.database_errors import DATABASE
from qa.embedded.search.generations import EXACT_UP_TO, latest, outside, published
from qa.reading.files import is_there
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.connection import Connection as Tables
from qa.tables.packing import unpacked
from qa.tables.purging import is_purge_unfinished
from qa.tables.rows import model_from
from qa.tables.writing.places import Skipped, dating_key, skipped_from
from qa.upkeep.findings import PlaceStatus, Status
from qa.upkeep.last_backup import kept_beside, last_backup
from qa.upkeep.said_by_hand import aliases, corrections

_WHY: Mapping[Kind, str] = {
    "exact": "up to {:,} passages every vector is compared",
    "lists": (
        "approximate: with more than {:,} passages only the lists of vectors nearest to a question are searched, and "
        "all of them within a narrow scope"
    ),
}
"""Why a folder's vectors are searched in one way or the other."""


def count(connection: Tables, rows: str) -> int:
    """Count rows. `rows` is what follows FROM in the query."""
    return int(connection.execute(f"SELECT count(1) FROM {rows}").fetchone()[0])


def status(library: LibraryPlace, own: Path | None = None) -> Status:
    """Describe a library.

    Args:
        own: The folder of what this user keeps beside a library on a server.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If it is not whole.
        UnreachableError: If the server that keeps it does not answer.
    """
    if isinstance(library, ServerLibrary):
        found = _on_server(library)
    else:
        with one_state(library) as connection:
            found = _in_folder(connection, library)
    return replace(found, last_backup=last_backup(kept_beside(library, own)))


def _on_server(library: ServerLibrary) -> Status:
    from qa.server.connections import reading
    from qa.server.jobs import waiting_jobs
    from qa.server.vector_index import vector_search
    from qa.server.writer import may_write

    with reading(library) as connection:
        # The files are where they were read, and that need not be this machine.
        found = _status(connection, str(library), are_there=lambda path: True)
        search = vector_search(connection)
        return replace(
            found,
            generation=connection.state,
            database_bytes=connection.size(),
            vector_index="hnsw" if search.uses_index else "lacking" if search.lacks_index else "exact",
            vector_search="hnsw" if search.uses_index else "exact",
            vector_index_why=search.why,
            read_only=not may_write(connection),
            data_checksums=connection.has_checksums(),
            waiting=waiting_jobs(connection),
        )


def _in_folder(connection: Connection, folder: Path) -> Status:
    generation = latest(connection)
    unpublished, dead = outside(connection, generation)
    vector_index, vector_search = _searched(connection, folder)
    return replace(
        _status(connection, folder, are_there=is_there),
        generation=0 if generation is None else generation["n"],
        unpublished=unpublished,
        dead=dead,
        database_bytes=_size(folder / DATABASE) + _size(folder / f"{DATABASE}-wal"),
        generation_bytes=sum(_size(path) for path in folder.glob("vectors-*.faiss")),
        vector_index=vector_index,
        vector_search=vector_search,
        vector_index_why=_WHY[vector_search].format(EXACT_UP_TO),
        read_only=is_read_only(folder),
    )


def _status(connection: Tables, library: Path | str, *, are_there: Callable[[Path], bool]) -> Status:
    """Describe what the tables of a library say, whichever engine keeps them."""
    model = connection.execute("SELECT * FROM models WHERE current = 1").fetchone()
    return Status(
        folder=library,
        library_format=connection.library_format(),
        model=None if model is None else model_from(model),
        generation=0,
        places=tuple(_places(connection, are_there)),
        articles=count(connection, "versions WHERE current = 1"),
        versions=count(connection, "versions"),
        passages=count(connection, "passages"),
        attributions=count(connection, "attributions"),
        speakers=count(connection, "speakers"),
        unpublished=0,
        dead=0,
        database_bytes=0,
        generation_bytes=0,
        skipped=tuple(_skipped(connection)),
        calibration=_calibration(connection, None if model is None else model_from(model)),
        corrections=tuple(corrections(connection)),
        aliases=tuple(aliases(connection)),
        undated=count(connection, "versions WHERE current = 1 AND day IS NULL"),
        sentences_shown=_sentences_shown(connection),
        unfinished_purge=is_purge_unfinished(connection),
    )


def _searched(connection: Connection, folder: Path) -> tuple[Literal["whole", "previous", "none"], Kind]:
    """Return which generation's file questions use, and of what kind it is."""
    rows = published(connection)
    for row in rows:
        path = folder / row["file"]
        if checksums.is_whole(path, sha256=row["sha256"], size=row["size"]):
            return "whole" if row is rows[0] else "previous", kind_of(path, row["size"]) or "exact"
    return "none" if rows else "whole", "exact"


def _calibration(connection: Tables, model: ModelIdentity | None) -> Literal["none", "holds", "stale"]:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", [thresholds.KEY]).fetchone()
    if row is None or model is None:
        return "none"
    return "holds" if thresholds.from_text(row["value"]).holds_for(model) else "stale"


def _sentences_shown(connection: Tables) -> int | None:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", [show_limit.KEY]).fetchone()
    return show_limit.sentences_from(None if row is None else str(row["value"]))


def _places(connection: Tables, are_there: Callable[[Path], bool]) -> Iterator[PlaceStatus]:
    rows = connection.execute(
        """
        SELECT id, path, exclude, kind, fetched_at, not_before,
            (SELECT count(*) FROM files f WHERE f.place = p.id) AS files,
            (SELECT count(*) FROM articles a JOIN versions v ON v.article = a.key AND v.current = 1
                WHERE a.place = p.id) AS articles
        FROM places p LEFT JOIN fetched ON fetched.place = p.id AND fetched.url = p.path
        WHERE remembered = 1 ORDER BY path
        """
    )
    for row in rows:
        path = unpacked(row["path"])
        exclude = tuple(json.loads(row["exclude"]))
        yield PlaceStatus(
            path,
            row["kind"] == "web" or are_there(Path(path)),
            row["files"],
            row["articles"],
            exclude,
            row["kind"],
            row["fetched_at"],
            row["not_before"] or None,
            count(connection, f"meta WHERE key = '{dating_key(row['id'])}'") > 0,
        )


def _skipped(connection: Tables) -> Iterator[Skipped]:
    rows = connection.execute(
        """
        SELECT pl.path AS place, s.path, s.id, s.reason FROM skipped s JOIN places pl ON pl.id = s.place
        ORDER BY pl.path, s.path, s.rowid
        """
    )
    for row in rows:
        yield skipped_from(*(unpacked(row[name]) for name in ("place", "path", "id", "reason")))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
