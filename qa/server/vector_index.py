"""Keep the approximate index of a library's vectors (pgvector's HNSW), where its passages are too many to compare all.

It is derived and may be lacking: then every vector is compared. It is made in one transaction, in which nobody else
writes, once a library's rows are in: a vector that is added to it one by one takes many times as long. PostgreSQL adds
those that come later.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import psycopg

from qa.errors import UsageError
from qa.server.connections import ServerConnection, first_line

logger = logging.getLogger(__name__)

KEY = "vector_search"
"""The key under which a library keeps what was set; one without it is `AUTO`."""
EXACT, HNSW, AUTO = "exact", "hnsw", "auto"
COMPARED_AT_MOST = 20_000
"""So many vectors are compared one by one. Measured: `tests/benchmarks/results/vectors_on_server.json`."""

_NAME = "vectors_nearest_"
_GRAPH = "m = 24, ef_construction = 200"
"""To how many others each entry leads, and of how many they are chosen. With pgvector's own 16 and 64 too many are
missed where questions are unlike passages: 3.8 of 100 at 100,000 passages, and 0.8 with these."""
_PATIENCE = "5s"
"""So long readers are waited for, where an index is deleted; new ones wait meanwhile."""
_MEMORY_OF_ENTRY = 900
"""Bytes that a vector takes while an index is made, beside two for each of its numbers."""
_MOST_MEMORY = 1 << 30


def rule_from(typed: str) -> str:
    """Return the rule that a person typed, as it is stored. Raises UsageError if it is none."""
    if typed in (EXACT, HNSW, AUTO):
        return typed
    raise UsageError(f"{typed!r} is no way to compare vectors. Give {EXACT}, {HNSW} or {AUTO}.")


@dataclass(frozen=True, slots=True)
class VectorSearch:
    """How a library's vectors are searched: what was set, what there is, and what this role may do about it.

    `dim` is the length of the current model's vectors, 0 without one. `made` are the names of all indexes of this kind,
    `whole` of those that may be used: a build by hand that was interrupted leaves one that may not.
    """

    rule: str
    passages: int
    dim: int
    made: Sequence[str]
    whole: Sequence[str]
    owner: str
    is_owner: bool

    @property
    def name(self) -> str:
        """The index for the current model."""
        return f"{_NAME}{self.dim}"

    @property
    def uses_index(self) -> bool:
        return self._wants_index and self.name in self.whole

    @property
    def lacks_index(self) -> bool:
        return self._wants_index and self.name not in self.whole

    @property
    def useless(self) -> Sequence[str]:
        """The indexes that cost whoever writes, and serve nobody."""
        keeps = self.rule != EXACT
        return [name for name in self.made if not (keeps and name == self.name and name in self.whole)]

    @property
    def is_due(self) -> bool:
        """Whether this role should make an index, or delete one."""
        return self.is_owner and (self.lacks_index or bool(self.useless))

    @property
    def why(self) -> str:
        """Say why vectors are searched in the way that they are: "auto: 7,400 passages, and up to 20,000 ..."."""
        if self.lacks_index:
            return f"the index is not made yet; `qa index` by the role {self.owner} makes it"
        if self.rule != AUTO:
            return f"set to {self.rule}"
        more = "more than" if self._wants_index else "not more than"
        return f"auto: {self.passages:,} passages, {more} {COMPARED_AT_MOST:,}"

    @property
    def _wants_index(self) -> bool:
        if self.rule == HNSW:
            return bool(self.passages and self.dim)
        return self.rule == AUTO and self.passages > COMPARED_AT_MOST and self.dim > 0


def vector_search(connection: ServerConnection) -> VectorSearch:
    """Read how the vectors of a library are searched."""
    row = connection.execute(
        """
        SELECT s.passages, (SELECT value FROM meta WHERE key = ?) AS rule,
            (SELECT dim FROM models WHERE current = 1 LIMIT 1) AS dim,
            pg_get_userbyid(t.relowner) AS owner, pg_has_role(t.relowner, 'USAGE') AS is_owner,
            ARRAY(SELECT c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE i.indrelid = t.oid AND starts_with(c.relname, ?)) AS made,
            ARRAY(SELECT c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE i.indrelid = t.oid AND starts_with(c.relname, ?) AND i.indisvalid AND i.indisready) AS whole
        FROM state s, pg_class t WHERE t.oid = 'vectors'::regclass
        """,
        [KEY, _NAME, _NAME],
    ).fetchone()
    assert row is not None  # Whoever opened the library has read its state.
    # What this program does not understand must not change answers.
    rule = AUTO if row["rule"] is None else str(row["rule"])
    return VectorSearch(
        rule if rule in (HNSW, AUTO) else EXACT,
        int(row["passages"]),
        int(row["dim"] or 0),
        row["made"],
        row["whole"],
        row["owner"],
        bool(row["is_owner"]),
    )


def index_condition(connection: ServerConnection, dim: int) -> str:
    """Return the SQL condition on `vectors n` that an index for vectors of this length has.

    Another model's vectors are no entries of it, so that whoever brings them need not own the table to delete it.
    """
    return f'"{connection.extension}".vector_dims(n.vector) = {dim:d}'


def index_expression(connection: ServerConnection, dim: int) -> str:
    """Return the SQL for what is in such an index: the vector in half precision, as the model's vectors are kept."""
    return f"n.vector::{connection.half_vector}({dim:d})"


def make_index(connection: ServerConnection) -> None:
    """Make the index if the library is to have one, in the caller's transaction, in which nobody else writes.

    Where the server cannot make it, the log says so, and nothing else changes.
    """
    search = vector_search(connection)
    if not search.lacks_index or search.name in search.made:
        return
    needed = search.passages * (2 * search.dim + _MEMORY_OF_ENTRY)
    condition, expression = (
        part(connection, search.dim).replace("n.", "") for part in (index_condition, index_expression)
    )
    connection.execute("SAVEPOINT making_index")
    try:
        connection.execute("SET LOCAL statement_timeout = 0")
        # A graph that does not fit takes several times as long. Whoever runs the server may allow more.
        connection.execute(
            """
            SELECT set_config('maintenance_work_mem', greatest(
                pg_size_bytes(current_setting('maintenance_work_mem')), ?::bigint) / 1024 || 'kB', TRUE)
            """,
            [min(needed, _MOST_MEMORY)],
        )
        connection.execute(
            f"CREATE INDEX {search.name} ON vectors USING hnsw "
            f'(({expression}) "{connection.extension}".halfvec_ip_ops) WITH ({_GRAPH}) WHERE {condition}'
        )
        connection.execute("RELEASE making_index")
    except psycopg.Error as error:
        if connection.is_broken():
            raise
        connection.execute("ROLLBACK TO making_index")
        logger.warning(
            "The approximate index of vectors could not be made (%s). Every vector is compared until `qa index` can "
            "make it; answers are the same, only slower.",
            first_line(error),
        )


def drop_useless(connection: ServerConnection) -> None:
    """Delete the indexes that serve nobody, in a transaction of its own; readers are waited for, but not for long."""
    try:
        with connection.transaction():
            connection.execute(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
            for name in vector_search(connection).useless:
                connection.execute(f'DROP INDEX "{name}"')
    except psycopg.errors.LockNotAvailable:
        logger.warning(
            "Somebody reads the library and is not done, so an index of vectors that serves nobody was not deleted. "
            "The next `qa index` tries again."
        )
