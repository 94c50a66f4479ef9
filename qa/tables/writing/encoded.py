"""Record the models that made a library's vectors, and cache what each encoded, so that nothing is encoded twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from qa.errors import IndexMismatchError
from qa.tables.connection import WritingConnection
from qa.tables.seals import vector_seal

if TYPE_CHECKING:
    from embeddings.encoder import EncodedText, ModelIdentity


class ModelGoneError(Exception):
    """A rebuild has put another model in the place of the one whose vectors were to be stored."""


class Models:
    """Reads and writes the rows about models and their vectors."""

    def __init__(self, connection: WritingConnection) -> None:
        self._connection = connection

    def current(self, identity: ModelIdentity) -> int:
        """Return the row number of the library's model; record it in a library without passages.

        Raises:
            IndexMismatchError: If the library's vectors were made by another one.
        """
        if (row := self._recorded(identity)) is not None:
            return row
        with self._connection.transaction():
            # Another worker may have recorded it a moment ago.
            if (row := self._recorded(identity)) is not None:
                return row
            self._connection.execute("UPDATE models SET current = 0")
            return self._add(identity, current=True)

    def _recorded(self, identity: ModelIdentity) -> int | None:
        """Return the row number of the library's model if it is this one; None where it may still become it."""
        from qa.tables.rows import model_from  # here, as below: it loads numpy

        row = self._connection.execute("SELECT * FROM models WHERE current = 1").fetchone()
        if row is None:
            return None
        recorded = model_from(row)
        if recorded == identity:
            return int(row["id"])
        if self._connection.execute("SELECT 1 FROM passages LIMIT 1").fetchone():
            raise IndexMismatchError(index_model=recorded.name, current_model=identity.name)
        return None

    def add(self, identity: ModelIdentity, *, current: bool) -> int:
        """Record a model and return its row number."""
        with self._connection.transaction():
            return self._add(identity, current=current)

    def is_current(self, model: int, rows: Collection[int]) -> bool:
        """Return whether a model is still the library's own, and these rows still hold vectors."""
        query = "SELECT count(*) FROM models WHERE id = ? AND current = 1"
        if not self._connection.execute(query, [model]).fetchone()[0]:
            return False
        among = self._connection.among("id")
        query = f"SELECT count(*) FROM embeddings WHERE model = ? AND {among}"
        found = self._connection.execute(query, [model, self._connection.listed(set(rows))]).fetchone()[0]
        return bool(found == len(set(rows)))

    def _add(self, identity: ModelIdentity, *, current: bool) -> int:
        row = self._connection.execute(
            """
            INSERT INTO models (name, sha256, dim, max_tokens, current) VALUES (?, ?, ?, ?, ?)
            RETURNING id
            """,
            [identity.name, identity.sha256, identity.dim, identity.max_tokens, int(current)],
        ).fetchone()
        return int(row["id"])

    def known(self, model: int, shas: Sequence[bytes]) -> dict[bytes, int]:
        """Return the row numbers of those inputs that were encoded before and whose vectors are whole."""
        from qa.tables.rows import vectors_are_whole

        query = "SELECT * FROM embeddings WHERE model = ? AND sha = ?"
        some = list(dict.fromkeys(shas))
        rows = self._connection.execute_each(query, [(model, sha) for sha in some])
        return {
            sha: found[0]["id"]
            for sha, found in zip(some, rows, strict=True)
            if found and vectors_are_whole(found[0])
        }

    def put(self, model: int, encoded: Mapping[bytes, EncodedText]) -> dict[bytes, int]:
        """Store the vectors of inputs, in the place of any that were stored before, and return their row numbers.

        Raises:
            ModelGoneError: If somebody else rebuilt the library since the model's row was found.
        """
        from qa.tables.passage_vectors import half_precision, packed_vector, vector_in
        from qa.tables.rows import vectors_crc
        from qa.tables.sentence_vectors import packed_sentences

        if not self._connection.execute("SELECT 1 FROM models WHERE id = ?", [model]).fetchone():
            raise ModelGoneError
        values = []
        for sha, each in encoded.items():
            vector = packed_vector(each.vector)
            sentences = packed_sentences(vector_in(vector), half_precision(each.span_vectors))
            crcs = vectors_crc(vector, sentences), vector_seal(vector)
            values.append((model, sha, vector, sentences, *crcs))
        rows = self._connection.execute_each(
            """
            INSERT INTO embeddings (model, sha, vector, sentence_vectors, crc, vector_crc)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (model, sha) DO UPDATE SET vector = excluded.vector,
                sentence_vectors = excluded.sentence_vectors, crc = excluded.crc, vector_crc = excluded.vector_crc
            RETURNING id
            """,
            values,
        )
        return {sha: int(row["id"]) for sha, (row,) in zip(encoded, rows, strict=True)}
