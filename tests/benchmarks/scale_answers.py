"""Give a library of `scale_corpus.py` all that answers read: sentences, their vectors, records, speakers, bands.

    python tests/benchmarks/scale_answers.py LIBRARY --real REAL...

LIBRARY is changed; a run that was ended goes on where it was. Its passages' sentences, found by this project's own
rules, get the vectors that the same words have in the libraries REAL, made by the packaged model; where no library has
them, the vector of another sentence. A passage's vector is the mean of its sentences'. Records of who said what are
extracted from the texts, and speakers are linked, as `qa index` does. So what a question finds by words and by vectors
goes together, and nothing is encoded.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

import numpy as np
from vector_search import unit

from embeddings.encoder import EncodedText, Vectors
from embeddings.loading import load_encoder
from qa.attribution.choice import choose
from qa.datatypes import Extraction, Span, Version, VersionHandle
from qa.embedded.connections import one_state
from qa.embedded.writer import open_writer
from qa.ingest.extraction import extraction_of
from qa.language.quotations import by_paragraph
from qa.rule_versions import RULES
from qa.tables.rows import VERSION_COLUMNS, passages_from, spans_to, version_from
from qa.tables.writing.speaker_table import link_speakers
from qa.tables.writing.stored_versions import current_versions, versions, versions_by
from qa.tables.writing.writer import Writer

_SEED = 20261127
_AT_ONCE = 200
_PROCESSES = 2
_PASSAGES = """
    SELECT p.*, e.vector, e.sentence_vectors, e.crc AS vectors_crc
    FROM passages p JOIN embeddings e ON e.id = p.embedding WHERE p.version = ?
"""

Derived = tuple[Version, Extraction, list[tuple[int, tuple[Span, ...]]]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("library", type=Path)
    parser.add_argument("--real", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    started = time.perf_counter()
    known = dict(chain.from_iterable(map(encoded_sentences, options.real)))
    with open_writer(options.library) as writer, ProcessPoolExecutor(_PROCESSES) as processes:
        vectors = Sentences(known)
        model = adopt_model(writer)
        handles = left_to_do(writer)
        derived = in_turn(writer, processes, handles)
        for first in range(0, len(handles), _AT_ONCE):
            sys.stderr.write(f"{first:,} of {len(handles):,}, {time.perf_counter() - started:.0f} s\n")
            with writer.transaction():
                for each in next(derived):
                    put(writer, model, vectors, each)
        found, missing = vectors.found, vectors.missing
        with writer.transaction():
            for rule, number in RULES.items():
                writer.set_meta(rule, str(number))
        link_speakers(writer)
        writer.index.publish()
    took = time.perf_counter() - started
    sys.stdout.write(
        f"{found:,} sentences with their own vectors, {missing:,} with another's, {took:.0f} s\n"
    )


def encoded_sentences(library: Path) -> Iterator[tuple[str, Vectors]]:
    """Yield the sentences of a library with their vectors in half precision."""
    with one_state(library) as connection:
        rows = connection.execute(
            f"SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article WHERE v.current = 1"
        )
        for version in map(version_from, rows):
            for passage in passages_from(connection.execute(_PASSAGES, [version.key])):
                for (start, end), vector in zip(
                    passage.passage.sentences, passage.sentence_vectors, strict=True
                ):
                    yield (
                        plain(version.article.text[start:end]),
                        unit(vector[None])[0].astype(np.float16),
                    )


def plain(sentence: str) -> str:
    return " ".join(sentence.split())


class Sentences:
    """Finds the vectors of sentences, and counts how many are known."""

    def __init__(self, known: dict[str, Vectors]) -> None:
        self._known = known
        self._all = list(known.values())
        self._chosen = np.random.default_rng(_SEED)
        self.found = self.missing = 0

    def of(self, sentences: Sequence[str]) -> Vectors:
        vectors = []
        for sentence in sentences:
            own = self._known.get(plain(sentence))
            self.found += own is not None
            self.missing += own is None
            vectors.append(self._all[self._chosen.integers(len(self._all))] if own is None else own)
        return unit(np.stack(vectors).astype(np.float32))


def adopt_model(writer: Writer) -> int:
    """Let the library be one of the packaged model, and return the row number of the model."""
    identity = load_encoder().identity
    with writer.transaction():
        writer.connection.execute(
            "UPDATE models SET name = ?, sha256 = ?, max_tokens = ?",
            [identity.name, identity.sha256, identity.max_tokens],
        )
        writer.index.forget_vectors()
    return int(writer.connection.execute("SELECT id FROM models").fetchone()["id"])


def left_to_do(writer: Writer) -> list[VersionHandle]:
    """Return the versions that have no records of this extractor yet: a run that was ended is gone on with."""
    done = set(versions_by(writer.connection, choose(parse=False).version))
    return [handle for handle in current_versions(writer.connection) if handle not in done]


def in_turn(
    writer: Writer, processes: ProcessPoolExecutor, handles: Sequence[VersionHandle]
) -> Iterator[list[Derived]]:
    """Yield what is extracted of some versions after others; the next are begun before the last are stored."""
    begun: deque[Iterator[Derived]] = deque()
    for first in range(0, len(handles), _AT_ONCE):
        texts = versions(writer.connection, handles[first : first + _AT_ONCE])
        spans = [passage_spans(writer, version) for version in texts]
        begun.append(processes.map(derive, texts, spans, chunksize=10))
        if len(begun) > 1:
            yield list(begun.popleft())
    yield from map(list, begun)


def passage_spans(writer: Writer, version: Version) -> list[tuple[int, Span]]:
    rows = writer.connection.execute(
        'SELECT id, start, "end" FROM passages WHERE version = ? ORDER BY id', [version.key]
    )
    return [(row["id"], (row["start"], row["end"])) for row in rows]


def derive(version: Version, passages: Sequence[tuple[int, Span]]) -> Derived:
    """Return what is extracted from a version, and the sentences of its passages."""
    text = version.article.text
    split = []
    for number, (start, end) in passages:
        inside = [
            (start + first, start + last)
            for paragraph, _ in by_paragraph(text[start:end])
            for first, last in paragraph.sentences
        ]
        split.append((number, tuple(inside) or ((start, end),)))
    return version, extraction_of(version.article, choose(parse=False)), split


def put(writer: Writer, model: int, vectors: Sentences, derived: Derived) -> None:
    version, extraction, split = derived
    encoded = {}
    for passage, sentences in split:
        own = vectors.of([version.article.text[start:end] for start, end in sentences])
        encoded[passage.to_bytes(32, "big")] = EncodedText(unit(own.mean(axis=0)[None])[0], own)
    rows = writer.models.put(model, encoded)
    for passage, sentences in split:
        writer.connection.execute(
            """
            UPDATE passages SET embedding = ?1, sentences = ?2,
                crc = passage_seal(version, start, "end", ?1, ?2) WHERE id = ?3
            """,
            [rows[passage.to_bytes(32, "big")], spans_to(sentences), passage],
        )
    writer.put_extraction(version.key, extraction, choose(parse=False).version)
    writer.put_bands(version.key, version.article.text)


if __name__ == "__main__":
    main()
