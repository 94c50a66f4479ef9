"""Know the approximate index of a library's vectors (pgvector's HNSW), where its passages are too many to compare all.

It is derived and may be lacking: then every vector is compared. It holds the passages up to a number, which stands in
its name and in its condition. Those that came later are compared one by one beside it: so a passage is added without
touching the index, which takes some hundred times as long. Once they are many, another index is made that holds them
too (`qa.server.vector_index_builds`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.errors import UsageError
from qa.server.connections import ServerConnection

KEY = "vector_search"
"""The key under which a library keeps what was set; one without it is `AUTO`."""
EXACT, HNSW, AUTO = "exact", "hnsw", "auto"
COMPARED_AT_MOST = 20_000
"""So many vectors are compared one by one. Measured: `tests/benchmarks/results/vectors_on_server.json`."""

OUTGROWN_BY = 10
"""An index is outgrown when more than one of so many passages came after it, if those are too many to be compared. Then
making it again takes as long for each passage that came as adding that to it would have taken."""

_NAME = re.compile(r"vectors_nearest_(\d+)_to_(\d+)")
_FIRST_LETTERS = "vectors_nearest_"


def rule_from(typed: str) -> str:
    """Return the rule that a person typed, as it is stored. Raises UsageError if it is none."""
    if typed in (EXACT, HNSW, AUTO):
        return typed
    raise UsageError(f"{typed!r} is no way to compare vectors. Give {EXACT}, {HNSW} or {AUTO}.")


@dataclass(frozen=True, slots=True)
class VectorSearch:
    """How a library's vectors are searched: what was set, what there is, and what this role may do about it.

    `dim` is the length of the current model's vectors, 0 without one; `newest` is the highest number of a passage.
    `made` are the names of all indexes of this kind, `whole` of those that may be used: a build that was interrupted
    leaves one that may not.
    """

    rule: str
    passages: int
    dim: int
    newest: int
    made: Sequence[str]
    whole: Sequence[str]
    owner: str
    is_owner: bool

    @property
    def last(self) -> int:
        """The last passage that is in the index for the current model; 0 without one."""
        named = [found for found in map(_NAME.fullmatch, self.whole) if found]
        return max((int(found[2]) for found in named if int(found[1]) == self.dim), default=0)

    @property
    def next_name(self) -> str:
        """The name of an index that holds all that is there now."""
        return _named(self.dim, self.newest)

    @property
    def uses_index(self) -> bool:
        return self._wants_index and self.last > 0

    @property
    def lacks_index(self) -> bool:
        return self._wants_index and not self.last

    @property
    def is_outgrown(self) -> bool:
        """Whether more passages than can well be compared beside the index may have come after it."""
        at_most = max(COMPARED_AT_MOST, self.passages // OUTGROWN_BY)
        return self.uses_index and self.newest - self.last > at_most

    @property
    def useless(self) -> Sequence[str]:
        """The indexes that take room, and serve nobody."""
        serves = None if self.rule == EXACT else _named(self.dim, self.last)
        return [name for name in self.made if name != serves]

    @property
    def is_due(self) -> bool:
        """Whether this role should make an index, or delete one."""
        return self.is_owner and (self.lacks_index or self.is_outgrown or bool(self.useless))

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
            (SELECT coalesce(max(passage), 0) FROM vectors) AS newest,
            pg_get_userbyid(t.relowner) AS owner, pg_has_role(t.relowner, 'USAGE') AS is_owner,
            ARRAY(SELECT c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE i.indrelid = t.oid AND starts_with(c.relname, ?)) AS made,
            ARRAY(SELECT c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE i.indrelid = t.oid AND starts_with(c.relname, ?) AND i.indisvalid AND i.indisready) AS whole
        FROM state s, pg_class t WHERE t.oid = 'vectors'::regclass
        """,
        [KEY, _FIRST_LETTERS, _FIRST_LETTERS],
    ).fetchone()
    assert row is not None  # Whoever opened the library has read its state.
    # What this program does not understand must not change answers.
    rule = AUTO if row["rule"] is None else str(row["rule"])
    return VectorSearch(
        rule if rule in (HNSW, AUTO) else EXACT,
        int(row["passages"]),
        int(row["dim"] or 0),
        int(row["newest"]),
        row["made"],
        row["whole"],
        row["owner"],
        bool(row["is_owner"]),
    )


def index_condition(connection: ServerConnection, dim: int, last: int) -> str:
    """Return the SQL condition on `vectors n` that an index for vectors of this length up to a passage has.

    Another model's vectors are no entries of it, so that whoever brings them need not own the table to delete it.
    """
    return f'n.passage <= {last:d}::bigint AND "{connection.extension}".vector_dims(n.vector) = {dim:d}'


def index_expression(connection: ServerConnection, dim: int) -> str:
    """Return the SQL for what is in such an index: the vector in half precision, as the model's vectors are kept."""
    return f"n.vector::{connection.half_vector}({dim:d})"


def _named(dim: int, last: int) -> str:
    return f"{_FIRST_LETTERS}{dim:d}_to_{last:d}"
