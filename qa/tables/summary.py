"""Describe a library as a whole: the model that made its vectors, and how much it holds."""

from __future__ import annotations

from abc import ABC, abstractmethod

from embeddings.encoder import ModelIdentity
from qa.answers import CorpusSummary
from qa.errors import IndexMismatchError, NoIndexError
from qa.tables.reader import RowReader
from qa.tables.rows import model_from


def require_model(recorded: ModelIdentity, identity: ModelIdentity) -> None:
    """Raise IndexMismatchError unless vectors that one model made can be compared with those of another."""
    # Not by name: the same weights may lie in a folder that is called otherwise.
    if (recorded.sha256, recorded.dim) != (identity.sha256, identity.dim):
        raise IndexMismatchError(index_model=recorded.name, current_model=identity.name)


class Summary(RowReader, ABC):
    """Queries about a whole library, in one state of it."""

    @property
    def model(self) -> ModelIdentity:
        row = self._connection.execute("SELECT * FROM models WHERE current = 1").fetchone()
        if row is None:
            raise NoIndexError("The library holds no articles yet. Run `qa index PATH...`.")
        return model_from(row)

    @property
    @abstractmethod
    def generation(self) -> int:
        """The number of the published state of the vector index; on a server, that of the last commit."""

    def corpus(self) -> CorpusSummary:
        if self._cached.corpus is None:
            self._cached.corpus = self._summed_up()
        return self._cached.corpus

    def _summed_up(self) -> CorpusSummary:
        row = self._connection.execute(
            'SELECT count(*) AS n, min(day) AS "first", max(day) AS "last" FROM versions WHERE current = 1'
        ).fetchone()
        passages = self._connection.execute("SELECT count(1) AS n FROM passages").fetchone()["n"]
        return CorpusSummary(row["n"], passages, row["first"], row["last"], self.generation)
