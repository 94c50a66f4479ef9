"""Store the places that a library was made from: their files, what was skipped, what was forgotten."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from qa.tables.connection import Connection, WritingConnection
from qa.tables.packing import packed, unpacked

PlaceKind = Literal["files", "web"]


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder, or a web address (an article's or a feed's), that was indexed.

    `name` is the absolute path or the address. When it is no longer `remembered`, its old quotes can still be shown.
    """

    id: int
    name: str
    kind: PlaceKind
    exclude: tuple[str, ...]
    remembered: bool

    @property
    def path(self) -> Path:
        """The path of a place of files."""
        return Path(self.name)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The state of a file when it was read, at `seen_ns`."""

    size: int
    mtime_ns: int
    inode: int
    seen_ns: int
    sha256: str


_NOTE = "note: "
"""Begins the stored reason of what was indexed all the same."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was found and not indexed, or not all of it. `id` is a line or article inside the file, or empty.

    `indexed`: the article itself is indexed, only a detail of it is not.
    """

    place: str
    path: str
    id: str
    reason: str
    indexed: bool = False


def skipped_from(place: str, path: str, identity: str, stored: str) -> Skipped:
    """Return what a library keeps of something that was skipped."""
    return Skipped(place, path, identity, stored.removeprefix(_NOTE), stored.startswith(_NOTE))


def as_note(reason: str) -> str:
    """Return the stored form of what is wrong with a detail of an article that is indexed all the same."""
    return _NOTE + reason


def dating_key(place: int) -> str:
    """Return the key under which a library keeps that a place's files date the articles that have no date."""
    return f"dates of place {place}"


class PlaceRows:
    """Reads the rows about places."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Place]:
        """Return all places, by path."""
        rows = self._connection.execute("SELECT * FROM places ORDER BY path")
        return [
            Place(
                row["id"],
                unpacked(row["path"]),
                row["kind"],
                tuple(json.loads(row["exclude"])),
                bool(row["remembered"]),
            )
            for row in rows
        ]

    def next_due(self) -> list[tuple[float, float]]:
        """Return for each remembered web address from when it may be asked again, and when it was asked last."""
        rows = self._connection.execute(
            """
            SELECT coalesce(f.not_before, 0) AS not_before, coalesce(f.fetched_at, 0) AS asked_at FROM places p
            LEFT JOIN fetched f ON f.place = p.id AND f.url = p.path WHERE p.remembered = 1 AND p.kind = 'web'
            """
        )
        return [(row["not_before"], row["asked_at"]) for row in rows]

    def files(self, place: int) -> dict[str, Stamp]:
        """Return the files of a place that were read whole, by path."""
        rows = self._connection.execute("SELECT * FROM files WHERE place = ? ORDER BY path", [place])
        return {
            unpacked(row["path"]): Stamp(
                row["size"], row["mtime_ns"], row["inode"], row["seen_ns"], row["sha256"]
            )
            for row in rows
        }

    def skipped(self, place: Place) -> list[Skipped]:
        """Return what was not indexed of a place, by path."""
        query = "SELECT path, id, reason FROM skipped WHERE place = ? ORDER BY path, rowid"
        return [
            skipped_from(place.name, unpacked(row["path"]), unpacked(row["id"]), unpacked(row["reason"]))
            for row in self._connection.execute(query, [place.id])
        ]

    def forgotten(self, place: int) -> list[tuple[str, str]]:
        """Return (path, id) of everything that is left out of a place."""
        rows = self._connection.execute("SELECT path, id FROM forgotten WHERE place = ?", [place])
        return [(unpacked(row["path"]), unpacked(row["id"])) for row in rows]

    def articles(self, place: Place) -> dict[str, tuple[str, str | None]]:
        """Return the path of each article of a place, and the content hash of its current version, by id."""
        rows = self._connection.execute(
            """
            SELECT a.id, a.path, v.sha256 FROM articles a
            LEFT JOIN versions v ON v.article = a.key AND v.current = 1 WHERE a.place = ? ORDER BY a.key
            """,
            [place.id],
        )
        return {unpacked(row["id"]): (unpacked(row["path"]), row["sha256"]) for row in rows}


class Places(PlaceRows):
    """Reads and writes the rows about places, inside the caller's transaction."""

    def __init__(self, connection: WritingConnection) -> None:
        super().__init__(connection)
        self._writing = connection

    def remember(self, path: Path, exclude: Sequence[str]) -> None:
        """Remember a file or folder; exclude patterns given before are kept where none are given now."""
        self._remember(str(path), "files")
        if exclude:
            self._writing.execute(
                "UPDATE places SET exclude = ? WHERE path = ?",
                [json.dumps(list(exclude)), packed(str(path))],
            )

    def remember_address(self, address: str) -> None:
        """Remember a web address in its normal form."""
        self._remember(address, "web")

    def _remember(self, name: str, kind: PlaceKind) -> None:
        path = packed(name)
        if self._writing.execute("SELECT 1 FROM places WHERE path = ?", [path]).fetchone():
            self._writing.execute("UPDATE places SET remembered = 1 WHERE path = ?", [path])
        else:
            self._writing.execute(
                "INSERT INTO places (path, exclude, remembered, kind) VALUES (?, '[]', 1, ?)", [path, kind]
            )

    def put_file(self, place: int, path: str, stamp: Stamp) -> None:
        """Record that a file was read whole."""
        self.drop_file(place, path)
        self._writing.execute(
            """
            INSERT INTO files (place, path, size, mtime_ns, inode, seen_ns, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                place,
                packed(path),
                stamp.size,
                stamp.mtime_ns,
                stamp.inode,
                stamp.seen_ns,
                stamp.sha256,
            ],
        )

    def drop_file(self, place: int, path: str) -> None:
        """Delete the record of a file, so that it is read again."""
        self._writing.execute("DELETE FROM files WHERE place = ? AND path = ?", [place, packed(path)])

    def replace_skipped(self, place: int, path: str, skipped: Sequence[tuple[str, str]]) -> None:
        """Record what was not indexed of a file or folder, (id, reason) each, and drop what was recorded before."""
        self._writing.execute("DELETE FROM skipped WHERE place = ? AND path = ?", [place, packed(path)])
        self._writing.executemany(
            "INSERT INTO skipped (place, path, id, reason) VALUES (?, ?, ?, ?)",
            [(place, packed(path), packed(article), packed(reason)) for article, reason in skipped],
        )

    def forget_answer(self, place: int, url: str) -> None:
        """Delete what a web address answered, so that it is asked for all of it again."""
        self._writing.execute("DELETE FROM fetched WHERE place = ? AND url = ?", [place, packed(url)])

    def note(self, place: int, path: str, article: str, reason: str) -> None:
        """Record why an article was not indexed, or what of it was not, beside what is recorded of its file."""
        self._writing.execute(
            "INSERT INTO skipped (place, path, id, reason) VALUES (?, ?, ?, ?)",
            [place, packed(path), packed(article), packed(reason)],
        )

    def hide(self, place: int, path: str, article: str) -> None:
        """Record what is left out from now on: a file, a folder (ends with /), or an article of a file."""
        self._writing.execute(
            "INSERT INTO forgotten (place, path, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [place, packed(path), packed(article)],
        )
