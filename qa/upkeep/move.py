"""Move a library whole between a folder and a server: every row as it is, so that nothing is encoded again.

Rows keep their numbers, which their checksums are made of. What is moved from stays as it was.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from embeddings.checksums import sync_folder
from qa.embedded.connections import connect_for_writing, leave_log, one_state
from qa.embedded.database import Connection
from qa.embedded.migrations import bring_up_to_date
from qa.embedded.replacement import finish
from qa.embedded.schema import stored_format
from qa.embedded.search.generations import latest
from qa.embedded.search.publishing import add_generation
from qa.embedded.search.segments import write_due
from qa.embedded.search.stored_terms import put_terms, terms_of, terms_table
from qa.errors import DamagedIndexError, UsageError
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.columns import COLUMNS, listed_columns
from qa.tables.connection import Connection as Tables
from qa.tables.connection import Counted, Row
from qa.tables.formats import LIBRARY_FORMAT, SAME_ROWS
from qa.tables.rows import whole_vectors
from qa.tables.writing.speaker_words import make_words
from qa.upkeep.backup_file import scratch_beside, sync

if TYPE_CHECKING:
    # It needs a package of an extra.
    from qa.server.connections import ServerConnection

_BATCH = 1024
_Row = TypeVar("_Row")


def no_one(done: int, total: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved where. Addresses are shown without their passwords."""

    source: str
    target: str
    articles: int
    passages: int


class _Passing:
    """Counts the rows that pass, and tells every so often how many of how many have."""

    def __init__(self, source: Tables, rows: Iterable[str], tell: Counted) -> None:
        """
        Args:
            rows: What follows FROM, for all that will pass; what passes more than once is named so often.
        """
        self._tell = tell
        self._done = 0
        self._total = sum(source.execute(f"SELECT count(*) FROM {each}").fetchone()[0] for each in rows)

    def went(self, rows: int) -> None:
        before, self._done = self._done, self._done + rows
        if before // _BATCH < self._done // _BATCH:
            self._tell(self._done, self._total)

    def through(self, rows: Iterable[_Row]) -> Iterator[_Row]:
        for row in rows:
            yield row
            self.went(1)


def move(source: LibraryPlace, target: LibraryPlace, tell: Counted = no_one) -> Moved:
    """Make a library on a server of one in a folder, or the other way round: all of it, or nothing.

    Args:
        tell: Called now and then with how many rows of how many are moved.

    Raises:
        UsageError: If something is at the target already, or both are folders, or both on servers.
        NoIndexError: If there is no library at the source.
        DamagedIndexError: If it is not whole, or of another format than this program writes.
        UnreachableError: If the server does not answer.
    """
    if isinstance(source, ServerLibrary) and isinstance(target, Path):
        return _to_folder(source, target.expanduser().absolute(), tell)
    if isinstance(source, Path) and isinstance(target, ServerLibrary):
        return to_server(source, target, tell)
    raise UsageError(
        "A library is moved from a folder to a server, or from a server to a folder. "
        "From folder to folder: `qa backup`, then `qa restore`."
    )


def to_server(folder: Path, target: ServerLibrary, tell: Counted = no_one) -> Moved:
    """Make a library on a server of one in a folder, in one transaction. Raises as `move` does."""
    from qa.server.new_library import making, note_state
    from qa.server.schema import OWN_TABLES, STEPS, TABLES, script
    from qa.server.vector_index_builds import make_index

    with one_state(folder) as source:
        if (found := stored_format(source)) != LIBRARY_FORMAT:
            raise DamagedIndexError(
                f"The library in {folder} has format {found}. Run `qa index` on it once, which brings it to format "
                f"{LIBRARY_FORMAT}, and move it then."
            )
        # Passages: their rows, their full text for itself and for its postings, and their vectors.
        passing = _Passing(source, [*COLUMNS, "passages", "passages", "passages"], tell)
        with making(target) as made:
            made.execute(script(TABLES))
            counts = {
                table: made.copy_in(table, listed_columns(table), passing.through(_rows_of(source, table)))
                for table in COLUMNS
            }
            tokens = _copy_full_text(source, made, passing)
            vectors = passing.through(_vectors(source))
            if made.copy_in("vectors", "passage, vector", vectors) != counts["passages"]:
                raise DamagedIndexError("A passage of the library has no vectors. Run `qa doctor --repair`.")
            generation = latest(source)
            number = 0 if generation is None else generation["n"]
            note_state(made, number=number, passages=counts["passages"], tokens=tokens)
            for step in STEPS[1:]:
                made.execute(script(step))
            make_words(made)
            make_index(made)
            made.execute(f"ANALYZE {', '.join([*COLUMNS, *OWN_TABLES])}")
    return Moved(str(folder), str(target), counts["articles"], counts["passages"])


def _rows_of(source: Connection, table: str) -> Iterator[tuple[Any, ...]]:
    return (tuple(row) for row in source.execute(f"SELECT {listed_columns(table)} FROM {table}"))


def _terms(source: Connection) -> Iterator[tuple[int, str]]:
    query = f"SELECT rowid AS passage, terms_in(terms) AS terms FROM {terms_table(source)} ORDER BY rowid"
    return ((row["passage"], terms_of(row)) for row in source.execute(query))


def _copy_full_text(source: Connection, made: ServerConnection, passing: _Passing) -> int:
    """Copy the full text, and make of it the vocabulary and the postings; return the number of all tokens."""
    from qa.server.full_text import key_of

    total = 0

    def texts() -> Iterator[tuple[int, str, int]]:
        nonlocal total
        for passage, terms in _terms(source):
            total += len(terms.split())
            yield passage, terms, len(terms.split(" "))

    numbers: dict[str, int] = {}
    holding: Counter[int] = Counter()

    def postings() -> Iterator[tuple[int, int, int, int]]:
        for passage, terms in _terms(source):
            tokens = terms.split(" ")
            for token, count in Counter(filter(None, tokens)).items():
                number = numbers.setdefault(key_of(token), len(numbers) + 1)
                holding[number] += 1
                yield number, passage, count, len(tokens)
            passing.went(1)

    made.copy_in("full_text", "passage, terms, length", passing.through(texts()))
    made.copy_in("postings", "term, passage, occurrences, length", postings())
    made.copy_in(
        "vocabulary",
        "id, term, passages",
        ((number, key, holding[number]) for key, number in numbers.items()),
    )
    return total


def _vectors(source: Connection) -> Iterator[tuple[int, str]]:
    """Yield each passage with its vector as pgvector reads it. Raises DamagedIndexError for one that is not whole."""
    model = source.execute("SELECT dim FROM models WHERE current = 1").fetchone()
    if model is None:
        # Nothing was indexed yet.
        return
    cursor = source.execute(
        """
        SELECT p.id, e.vector, e.vector_crc FROM passages p JOIN embeddings e ON e.id = p.embedding ORDER BY p.id
        """
    )
    while rows := cursor.fetchmany(_BATCH):
        vectors = whole_vectors(rows, model["dim"])
        for row, vector in zip(rows, vectors, strict=True):
            # Every number of half precision is one of single precision, so nothing is rounded.
            yield row["id"], json.dumps(vector.tolist())


def _to_folder(source: ServerLibrary, folder: Path, tell: Counted) -> Moved:
    from qa.server.connections import reading

    finish(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty, and it is not replaced. Name another folder.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with reading(source) as server, scratch_beside(folder) as scratch:
        counts = write_folder(server, scratch / "library", tell)
        (scratch / "library").rename(folder)
        sync_folder(folder.parent)
    return Moved(str(source), str(folder), counts["articles"], counts["passages"])


def write_folder(server: ServerConnection, folder: Path, tell: Counted = no_one) -> dict[str, int]:
    """Write a whole library into a new folder, durably; return how many rows each table has.

    Raises:
        DamagedIndexError: If it cannot be one in a folder: it is of another format, or rows of it point to nothing.
        UsageError: If articles wait to be taken in.
    """
    from qa.server.check_tables import require_own_tables, table_troubles
    from qa.server.jobs import waiting_jobs

    if not SAME_ROWS <= server.library_format() <= LIBRARY_FORMAT:
        raise DamagedIndexError(
            f"The library at {server.library} has format {server.library_format()}, and this program writes "
            f"{LIBRARY_FORMAT}."
        )
    require_own_tables(server)
    if waiting := waiting_jobs(server):
        # Their files count as read, so nobody would read them for the folder.
        raise UsageError(
            f"{waiting:,} articles wait at {server.library} to be taken in, and would be left out. Run "
            "`qa work --until-done` there first."
        )
    for words in table_troubles(server):
        raise DamagedIndexError(f"The library at {server.library} is damaged ({words}). Run `qa doctor`.")
    passing = _Passing(server, [*COLUMNS, "full_text"], tell)
    made = connect_for_writing(folder)
    try:
        bring_up_to_date(made, folder)
        counts = {
            table: _insert(
                passing, server, made, table, listed_columns(table), f"{listed_columns(table)} FROM {table}"
            )
            for table in COLUMNS
        }
        if _insert_full_text(passing, server, made) != counts["passages"]:
            raise DamagedIndexError("A passage of the library has no full text, so it is not moved.")
        with made.transaction():
            make_words(made)
            write_due(made)
            if server.state > 0 and counts["passages"]:
                # The number of a generation is shown in answers: the next one is the one that it had.
                made.execute(
                    "INSERT INTO sqlite_sequence (name, seq) VALUES ('generations', ?)", [server.state - 1]
                )
                add_generation(made, folder)
    finally:
        made.close()
    leave_log(folder)
    for path in folder.iterdir():
        sync(path)
    sync_folder(folder)
    return counts


def _insert(
    passing: _Passing, server: ServerConnection, made: Connection, table: str, columns: str, what: str
) -> int:
    values = ", ".join("?" * len(columns.split(",")))
    count = 0
    for some in _batches(passing, server, made, what):
        made.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", map(tuple, some))
        count += len(some)
    return count


def _insert_full_text(passing: _Passing, server: ServerConnection, made: Connection) -> int:
    count = 0
    for some in _batches(passing, server, made, "passage, terms FROM full_text"):
        put_terms(made, ((row["passage"], row["terms"]) for row in some))
        count += len(some)
    return count


def _batches(
    passing: _Passing, server: ServerConnection, made: Connection, what: str
) -> Iterator[Sequence[Row]]:
    """Yield the rows that a server has, to be written in one transaction."""
    with server.streamed(f"SELECT {what}") as rows, made.transaction():
        while some := rows.fetchmany(_BATCH):
            yield some
            passing.went(len(some))
