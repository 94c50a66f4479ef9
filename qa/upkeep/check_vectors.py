"""Encode stored passages again and compare: a seal says that a vector is what was stored, not that it is its text's."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from qa.datatypes import StoredPassage, Vectors, Version
from qa.errors import DamagedIndexError, ModelError
from qa.ingest.article_vectors import ENCODED_AT_ONCE, encoded_by
from qa.ingest.chunking import Embedded, embedded
from qa.ingest.libraries import one_state
from qa.settings import LibraryPlace
from qa.tables.connection import Connection
from qa.tables.passage_vectors import half_precision, packed_vector, vector_in
from qa.tables.rows import (
    PASSAGE_COLUMNS,
    VERSION_COLUMNS,
    model_from,
    passage_from,
    version_from,
)
from qa.tables.sentence_vectors import packed_sentences, unpacked_sentences

if TYPE_CHECKING:
    from embeddings.encoder import EncodedText, Encoder

_ALIKE = 0.99
"""Least cosine of a stored vector and one of the same text, stored alike: half precision and other machines take a ten
thousandth, and of a sentence's four bits another machine may choose a few otherwise."""


@dataclass(frozen=True, slots=True)
class ComparedVectors:
    """How many passages of a library were encoded again, and the rows of vectors that are not those of their texts."""

    compared: int
    stored: int
    wrong: tuple[int, ...] = ()
    why_not: str = ""
    """Why none were compared."""


def compare_vectors(
    library: LibraryPlace, encoder_factory: Callable[[], Encoder], *, sample: int | None = None
) -> ComparedVectors:
    """Compare the vectors of some passages, chosen by chance, with what the model makes of their texts now.

    Rows that are damaged, or were made of another text, are not compared: `check` finds them.

    Args:
        sample: So many passages; None is all of them.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If the database is damaged.
    """
    with one_state(library) as connection:
        passages = [row["id"] for row in connection.execute("SELECT id FROM passages ORDER BY id")]
        row = connection.execute("SELECT * FROM models WHERE current = 1").fetchone()
    if row is None or not passages:
        return ComparedVectors(0, 0)
    chosen = passages
    if sample is not None and sample < len(passages):
        chosen = sorted(random.SystemRandom().sample(passages, sample))
    try:
        encoder = encoder_factory()
        if encoder.identity != model_from(row):
            words = f"they were made by {row['name']}, and {encoder.identity.name} is configured"
            return ComparedVectors(0, len(passages), why_not=words)
        compared, wrong = _compared(library, encoder, chosen)
    except ModelError as error:
        return ComparedVectors(0, len(passages), why_not=str(error))
    return ComparedVectors(compared, len(passages), tuple(sorted(wrong)))


def _compared(library: LibraryPlace, encoder: Encoder, passages: Sequence[int]) -> tuple[int, set[int]]:
    """Return how many passages were compared, and the rows of vectors that are not those of their texts."""
    compared, wrong = 0, set()
    for first in range(0, len(passages), ENCODED_AT_ONCE):
        # Each time in a state of its own: one held for hours would keep SQLite from folding up its log, and a server
        # from reusing the room of rows that are gone.
        with one_state(library) as connection:
            some = list(_inputs(connection, passages[first : first + ENCODED_AT_ONCE]))
        made = encoded_by(encoder, [each for _, _, each in some])
        for (vectors, stored, _), again in zip(some, made, strict=True):
            compared += 1
            if not _are_of(stored, again):
                wrong.add(vectors)
    return compared, wrong


def _inputs(connection: Connection, passages: Sequence[int]) -> Iterator[tuple[int, StoredPassage, Embedded]]:
    """Yield the row of a passage's vectors, the passage, and the text of which they were made."""
    query = f"""
        SELECT {PASSAGE_COLUMNS}, e.sha FROM passages p JOIN embeddings e ON e.id = p.embedding
        WHERE {connection.among("p.id")} ORDER BY p.id
    """
    of_version = (
        f"SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article WHERE v.key = ?"
    )
    version: Version | None = None
    for row in connection.execute(query, [connection.listed(passages)]).fetchall():
        try:
            stored = passage_from(row)
            # Passages of one article follow each other, and its text may be long.
            if version is None or version.key != stored.version_key:
                version = version_from(connection.execute(of_version, [stored.version_key]).fetchone())
        except DamagedIndexError:
            continue
        text = embedded(version.article, stored.passage)
        if text.sha() == row["sha"]:
            yield row["embedding"], stored, text


def _are_of(stored: StoredPassage, made: EncodedText) -> bool:
    if stored.sentence_vectors.shape != made.span_vectors.shape:
        return False
    if not _alike(stored.vector, made.vector):
        return False
    # In four bits a number as they are stored, and as older programs stored them.
    vector = vector_in(packed_vector(made.vector))
    packed = packed_sentences(vector, half_precision(made.span_vectors))
    again = unpacked_sentences(vector.reshape(1, -1), [packed])
    return _alike(stored.sentence_vectors, again) or _alike(stored.sentence_vectors, made.span_vectors)


def _alike(left: Vectors, right: Vectors) -> bool:
    # Of a text without a word that the model knows, both are zero.
    both_zero = ~left.any(axis=-1) & ~right.any(axis=-1)
    return bool((both_zero | (np.einsum("...i,...i->...", left, right) > _ALIKE)).all())
