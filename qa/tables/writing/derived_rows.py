"""Replace the rows that are derived from stored texts, when rules, extractor or encoder have changed; count them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.datatypes import Version
from qa.tables.connection import IndexedPassage
from qa.tables.writing.writer import Writer

if TYPE_CHECKING:
    from embeddings.encoder import ModelIdentity


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a library holds now; `generation` is the number of the last published one, 0 without any."""

    articles: int
    passages: int
    generation: int
    undated: int


def totals(writer: Writer) -> Totals:
    """Count the current articles and passages of a library."""
    connection = writer.connection
    articles = connection.execute("SELECT count(*) FROM versions WHERE current = 1").fetchone()[0]
    passages = connection.execute("SELECT count(1) FROM passages").fetchone()[0]
    undated = connection.execute(
        "SELECT count(*) FROM versions WHERE current = 1 AND day IS NULL"
    ).fetchone()[0]
    return Totals(articles, passages, writer.index.generation(), undated)


def drop_passages(writer: Writer) -> None:
    """Delete all passages and the full text of them."""
    writer.index.empty()
    writer.connection.execute("DELETE FROM passages")


def drop_bands(writer: Writer) -> None:
    """Delete what near-duplicates are found by."""
    writer.connection.execute("DELETE FROM bands")


def put_terms(writer: Writer, some: Sequence[Version]) -> None:
    """Put the passages of versions into the full-text index, which does not hold them."""
    from qa.tables.tokens import indexed

    query = 'SELECT id, start, "end", embedding FROM passages WHERE version = ? ORDER BY id'
    for version in some:
        article = version.article
        writer.index.add(
            [
                IndexedPassage(
                    row["id"],
                    row["embedding"],
                    indexed(article.title, article.text[row["start"] : row["end"]]),
                )
                for row in writer.connection.execute(query, [version.key])
            ]
        )


def model_being_built(writer: Writer, identity: ModelIdentity) -> int:
    """Return the row of the model with which everything is being encoded again.

    What an interrupted rebuild encoded with the same model is kept, what one with another model encoded is deleted.
    """
    from qa.tables.rows import model_from  # here: it loads numpy

    unfinished = writer.connection.execute("SELECT * FROM models WHERE current = 0").fetchall()
    for row in unfinished:
        if model_from(row) == identity:
            return int(row["id"])
    with writer.transaction():
        for row in unfinished:
            writer.connection.execute("DELETE FROM embeddings WHERE model = ?", [row["id"]])
            writer.connection.execute("DELETE FROM models WHERE id = ?", [row["id"]])
    return writer.models.add(identity, current=False)


def make_current(writer: Writer, model: int) -> None:
    """Make a model the library's, in the caller's transaction: whatever others encoded or published goes."""
    connection = writer.connection
    connection.execute("UPDATE models SET current = CASE WHEN id = ? THEN 1 ELSE 0 END", [model])
    writer.index.forget_vectors()
    connection.execute("DELETE FROM embeddings WHERE model != ?", [model])
    connection.execute("DELETE FROM models WHERE id != ?", [model])
