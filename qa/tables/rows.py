"""Convert rows of the database to the project's data types and back."""

from __future__ import annotations

import functools
import json
import re
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import ModelIdentity
from qa.datatypes import (
    Article,
    Passage,
    Span,
    Speaker,
    StoredPassage,
    Vectors,
    Version,
)
from qa.errors import DamagedIndexError
from qa.tables.connection import Row
from qa.tables.packing import packed, unpacked
from qa.tables.passage_vectors import are_unit, numbers_in, vector_in, vectors_in
from qa.tables.seals import (
    article_seal,
    broken,
    passage_seal,
    speaker_seal,
    vector_seal,
    version_seal,
)
from qa.tables.sentence_vectors import sentences_in, unpacked_sentences

T = TypeVar("T")

_UID = re.compile(r"[a-z2-7]{10}")
"""The form of an article's uid, as `writer.article_uid` makes it."""

VERSION_COLUMNS = """
    v.key, v.sha256, v.current, v.date, v.title, v.source, v.url, v.author, v.reader, v.text, v.pages,
    v.article, v.day, v.crc, a.uid, a.place, a.path, a.id, a.crc AS names_crc
"""


def named(what: str) -> Callable[[Callable[[Row], T]], Callable[[Row], T]]:
    """Make a reader of rows raise DamagedIndexError, with what the row is, for one that cannot even be read."""

    def naming(read: Callable[[Row], T]) -> Callable[[Row], T]:
        @functools.wraps(read)
        def reading(row: Row) -> T:
            try:
                return read(row)
            except (
                ValueError,
                TypeError,
                AttributeError,  # of a number or bytes where a text should be
                KeyError,
                IndexError,
                OverflowError,
                struct.error,
                RecursionError,
            ) as error:
                raise broken(what) from error

        return reading

    return naming


@named("A version")
def version_from(row: Row) -> Version:
    """Return the version of a row.

    Raises DamagedIndexError if the text is not the one whose hash was recorded: it must not be quoted.
    """
    # Quote ids are made of it, after the library is closed.
    of_this_program = _UID.fullmatch(row["uid"])
    if not of_this_program or row["names_crc"] != article_seal(
        *row_values(row, "uid", "place", "path", "id")
    ):
        raise broken(f"What article {row['uid']} is called", "Restore a backup")
    if row["crc"] != version_seal(*row_values(row, "article", "sha256", "day", "reader", "pages")):
        raise broken(f"What is known of article {row['uid']}", "Restore a backup")
    article = Article(
        id=unpacked(row["id"]),
        text=unpacked(row["text"]),
        title=unpacked(row["title"]),
        date=row["date"],
        source=unpacked(row["source"]),
        url=unpacked(row["url"]),
        author=unpacked(row["author"]),
        path=unpacked(row["path"]),
        reader=unpacked(row["reader"]),
        pages=pages_from(row["pages"]),
    )
    if article.sha256() != row["sha256"]:
        raise DamagedIndexError(
            f"The stored text of article {row['uid']} is not the one that was indexed. "
            "Restore a backup of the library, or run `qa forget` and `qa index` for it."
        )
    return Version(row["key"], row["uid"], row["sha256"], article, bool(row["current"]))


PASSAGE_COLUMNS = """
    p.id, p.version, p.start, p."end", p.embedding, p.sentences, p.crc,
    e.vector, e.sentence_vectors, e.crc AS vectors_crc
"""


@named("A passage")
def version_of_passage(row: Row) -> int:
    """Return the version that a passage is of. Raises DamagedIndexError if it is not the one that was stored."""
    if row["crc"] != passage_seal(*row_values(row, "version", "start", "end", "embedding", "sentences")):
        raise broken(f"Passage {row['id']}")
    return int(row["version"])


def passage_from(row: Row) -> StoredPassage:
    """Return the passage of a row, with its vectors. Raises as `passages_from`."""
    (found,) = passages_from([row])
    return found


def passages_from(rows: Iterable[Row]) -> list[StoredPassage]:
    """Return the passages of rows, with their vectors.

    Raises DamagedIndexError if one is not what was stored: a quote could be shifted.
    """
    # The vectors of all in one array: a question reads some hundred passages, and each array of its own costs more.
    read = [(row, _sentences_of(row)) for row in rows]
    if not read:
        return []
    dim = int(numbers_in(read[0][0]["vector"]))
    for row, sentences in read:
        if not dim or not _fits(row["vector"], row["sentence_vectors"], dim, len(sentences)):
            raise broken(f"What was encoded of passage {row['id']}")
    vectors: Vectors = vectors_in([row["vector"] for row, _ in read], dim).astype(np.float32)
    try:
        of_sentences = unpacked_sentences(vectors, [row["sentence_vectors"] for row, _ in read])
    except ValueError as error:
        raise broken("What was encoded of a passage") from error
    whole = are_unit(vectors) and are_unit(of_sentences)
    found, at = [], 0
    for (row, sentences), vector in zip(read, vectors, strict=True):
        own = of_sentences[at : at + len(sentences)]
        at += len(own)
        if not whole and not (are_unit(vector) and are_unit(own)):
            raise broken(f"What was encoded of passage {row['id']}")
        passage = Passage(row["start"], row["end"], sentences)
        found.append(StoredPassage(row["id"], row["version"], passage, vector, own))
    return found


def _fits(vector: bytes, sentence_vectors: bytes, dim: int, sentences: int) -> bool:
    """Return whether stored bytes are those of a vector with so many numbers, and of so many sentences' vectors."""
    return numbers_in(vector) == dim and sentences_in(sentence_vectors, dim) == sentences


@named("A passage")
def _sentences_of(row: Row) -> tuple[Span, ...]:
    """Check a row, and return the spans of its sentences."""
    version_of_passage(row)
    if row["vectors_crc"] != vectors_crc(row["vector"], row["sentence_vectors"]):
        raise broken(f"What was encoded of passage {row['id']}")
    return spans_from(row["sentences"])


def spans_to(spans: Sequence[Span]) -> bytes:
    """Return spans as bytes: their offsets as little-endian 32-bit integers."""
    return np.asarray(spans, dtype="<u4").tobytes()


def spans_from(data: bytes) -> tuple[Span, ...]:
    return tuple(map(tuple, np.frombuffer(data, dtype="<u4").reshape(-1, 2).tolist()))


def pages_to(pages: Sequence[int]) -> bytes:
    """Return offsets of pages as bytes: little-endian 32-bit integers."""
    return np.asarray(pages, dtype="<u4").tobytes()


def pages_from(data: bytes) -> tuple[int, ...]:
    return tuple(int(start) for start in np.frombuffer(data, dtype="<u4"))


def vectors_crc(vector: bytes, sentence_vectors: bytes) -> int:
    """Return the checksum of a passage's vector and those of its sentences."""
    return zlib.crc32(sentence_vectors, zlib.crc32(vector))


def vectors_are_whole(row: Row) -> bool:
    """Return whether a row of embeddings is what was stored, and that are vectors which can be compared."""
    vector, sentences = row["vector"], row["sentence_vectors"]
    if not (isinstance(vector, bytes) and isinstance(sentences, bytes) and vector):
        return False  # SQLite keeps any type in any column
    if (row["crc"], row["vector_crc"]) != (vectors_crc(vector, sentences), vector_seal(vector)):
        return False
    try:
        own = vector_in(vector).reshape(1, -1)
        return are_unit(own) and are_unit(unpacked_sentences(own, [sentences]))
    except ValueError:
        return False  # half a number, or half a sentence


def whole_vectors(rows: Sequence[Row], dim: int) -> NDArray[np.float16]:
    """Check and return the vectors of rows with `id`, `vector` and `vector_crc`, shape (n, dim).

    Raises:
        DamagedIndexError: If one is not what was stored, or has no length of 1: it could hide its passage.
    """
    for row in rows:
        if vector_seal(row["vector"]) != row["vector_crc"]:
            raise broken(f"What was encoded of passage {row['id']}")
    try:
        vectors = vectors_in([row["vector"] for row in rows], dim)
    except ValueError as error:
        raise broken("What was encoded of a passage") from error
    if not are_unit(vectors):
        raise broken("What was encoded of a passage")
    return vectors


@named("A speaker")
def speaker_from(row: Row) -> Speaker:
    """Return the speaker of a row. Raises DamagedIndexError if it is not what was stored."""
    if row["crc"] != speaker_seal(*row_values(row, "name", "kind", "aliases")):
        raise broken(f"Speaker {row['id']}")
    return Speaker(unpacked(row["name"]), row["kind"], tuple(json.loads(row["aliases"])), row["count"])


def model_from(row: Row) -> ModelIdentity:
    """Return the model of a row."""
    return ModelIdentity(row["name"], row["sha256"], row["dim"], row["max_tokens"])


def aliases_to(aliases: Sequence[str]) -> bytes:
    return json.dumps(list(aliases)).encode("ascii")


def folded(name: str) -> bytes:
    """Return the form under which a speaker's name is looked up."""
    return packed(" ".join(name.casefold().split()))


def row_values(row: Row, *names: str) -> Any:
    return [row[name] for name in names]
