"""Give many articles a date or a source at once, from the rows of a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.errors import InputProblem
from qa.ingest.give import ArticleGiven, give_version
from qa.ingest.libraries import open_writer, require_library
from qa.reading.dates import normalised
from qa.reading.decoding import decode
from qa.reading.field_names import FIELD_NAMES, field_name
from qa.reading.files import Unusable
from qa.settings import LibraryPlace
from qa.tables.packing import unpacked
from qa.tables.writing.given_values import all_given
from qa.tables.writing.stored_versions import current_version
from qa.tables.writing.writer import Writer

_NAMING = ("uid", "article", "id", "path", "file")
"""Columns that say which article is meant, the surest first."""
_NOT_KNOWN = frozenset(("", "undated", "none", "null", "n/a", "-"))
"""What a table has where it has no date: "undated" is what `qa articles` writes."""
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row of the table: the names under which it may mean an article, the surest first, and what it gives."""

    line: int
    names: tuple[str, ...]
    date: str
    source: str


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that could not be used, and why."""

    line: int
    article: str
    reason: str


@dataclass(frozen=True, slots=True)
class MatchedRow:
    """A row that was used, or would be, with the article as it is then."""

    line: int
    article: ArticleGiven


@dataclass(frozen=True, slots=True)
class GivenMany:
    """What rows did: `matched` and `refused` by line. `idle` rows give nothing, or what holds already."""

    matched: tuple[MatchedRow, ...]
    refused: tuple[RefusedRow, ...]
    idle: int


def rows_of(data: bytes) -> list[GivenRow]:
    """Return the rows of a CSV file whose heading names a column for the article, and one for the date or the source.

    Raises:
        InputProblem: If it is no such table.
    """
    try:
        text = decode(data).text.removeprefix("\ufeff")
    except Unusable as error:
        raise InputProblem(f"The table cannot be read: {error.reason}.") from error
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return list(_rows(reader))
    except csv.Error as error:
        raise InputProblem(f"Line {reader.line_num} is no row of a table: {error}.") from error


def _rows(reader: Iterator[list[str]]) -> Iterator[GivenRow]:
    heading = next((row for row in reader if any(map(str.strip, row))), [])
    columns = {field_name(name): at for at, name in reversed(list(enumerate(heading)))}
    naming = [name for name in _NAMING if name in columns]
    dated, sourced = (_column(columns, FIELD_NAMES[name]) for name in ("date", "source"))
    if not naming or (dated is None and sourced is None):
        raise InputProblem(
            "The first line of the table has to name its columns: `article` (an id, a uid or a path) or `path`, and "
            "`date` or `source`."
        )
    line = getattr(reader, "line_num", 1)
    for row in reader:
        begun, line = line + 1, getattr(reader, "line_num", line + 1)
        if not any(map(str.strip, row)):
            continue

        def cell(at: int | None, row: Sequence[str] = row) -> str:
            return row[at].strip() if at is not None and at < len(row) else ""

        names = (cell(columns[name]) for name in naming)
        yield GivenRow(begun, tuple(dict.fromkeys(filter(None, names))), cell(dated), cell(sourced))


def _column(columns: Mapping[str, int], names: Sequence[str]) -> int | None:
    return next((columns[name] for name in names if name in columns), None)


def give_many(library: LibraryPlace, rows: Sequence[GivenRow], *, dry: bool = False) -> GivenMany:
    """Give the articles that rows name their dates and sources, as `give` does; a bad row does not keep others back.

    An empty cell gives nothing: what was given before stays.

    Args:
        dry: Whether to change nothing, and only find out what would match.

    Raises:
        NoIndexError: If there is no library.
        LibraryBusyError: While another process writes to the library.
    """
    require_library(library)
    matched: list[MatchedRow] = []
    refused: list[RefusedRow] = []
    idle = 0
    with open_writer(library) as writer, writer.transaction():
        articles = _Articles(writer)
        given = all_given(writer.connection)
        lines: dict[str, int] = {}
        for row in rows:
            day = None if row.date.casefold() in _NOT_KNOWN else normalised(row.date)
            uid, reason = articles.named(row.names)
            if uid is not None and uid in lines:
                reason = f"its article was named on line {lines[uid]} already"
            elif not reason and day is None and row.date.casefold() not in _NOT_KNOWN:
                reason = f"{row.date!r} is not a date; write it as 2025-01-31"
            version = current_version(writer.connection, uid) if uid is not None and not reason else None
            if version is None:
                refused.append(RefusedRow(row.line, row.names[0] if row.names else "", reason))
                continue
            lines[version.uid] = row.line
            # A table that was exported and filled in has all the other values too.
            new_day = None if day == version.article.date else day
            new_source = row.source if row.source not in ("", version.article.source) else None
            if new_day is None and new_source is None:
                idle += 1
                continue
            before = given.get(version.uid)
            done = give_version(writer, version, before, date=new_day, source=new_source, dry=dry)
            matched.append(MatchedRow(row.line, done))
    return GivenMany(tuple(matched), tuple(refused), idle)


class _Articles:
    """The uids of the current articles by everything that a row may call them."""

    def __init__(self, writer: Writer) -> None:
        self._by_name: dict[str, set[str]] = {}
        rows = writer.connection.execute(
            """
            SELECT a.uid, a.id, a.path, p.path AS place, p.kind FROM articles a JOIN places p ON p.id = a.place
            JOIN versions v ON v.article = a.key AND v.current = 1
            """
        )
        for row in rows:
            path, place = unpacked(row["path"]), unpacked(row["place"])
            names = {row["uid"], unpacked(row["id"]), path}
            if row["kind"] == "files":
                names |= {str(Path(place) / path)} | ({place} if Path(place).name == path else set())
            for name in names:
                self._by_name.setdefault(name, set()).add(row["uid"])

    def named(self, names: Sequence[str]) -> tuple[str | None, str]:
        """Return the one article that is named, or None and why there is none: the first name that is known decides."""
        for name in names:
            found = self._found(name)
            if len(found) == 1:
                return next(iter(found)), ""
            if found:
                return None, f"{len(found):,} articles are called {name!r}: name it by its uid"
        return None, f"no article is called {names[0]!r}" if names else "it names no article"

    def _found(self, name: str) -> set[str]:
        # A table written by `qa articles --format csv` has an apostrophe before what a spreadsheet would run.
        for each in (name, name.removeprefix("'"), str(Path(name).expanduser().resolve())):
            if found := self._by_name.get(each):
                return found
        return set()
