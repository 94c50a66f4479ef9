"""Encode the passages of articles whose vectors a library lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

from qa.datatypes import Article, Passage
from qa.ingest.packed_passages import PackedPassages
from qa.ingest.report import UpdateCounts
from qa.tables.writing.writer import Writer

if TYPE_CHECKING:
    from embeddings.encoder import Encoded, Encoder
    from qa.ingest.chunking import Embedded

BATCH_PASSAGES = 256
ENCODED_AT_ONCE = 16
"""Passages that are encoded between commits: after an interruption at most twice so many are encoded again, those in
hand and those that are computed meanwhile. That takes a second, beside which a commit costs little."""
_MOST_READ = 25_000
"""Characters of a passage that an encoder gets: a sentence without an end is as long as its section, and an encoder
reads hundreds of word pieces, of which none is of more than a hundred characters."""


class LazyEncoder:
    """Loads the encoder when the first text needs it: most runs find nothing new."""

    def __init__(self, factory: Callable[[], Encoder]) -> None:
        self._factory = factory
        self._encoder: Encoder | None = None

    def __call__(self) -> Encoder:
        if self._encoder is None:
            self._encoder = self._factory()
        return self._encoder


def encode(
    writer: Writer,
    encoder: LazyEncoder,
    articles: Sequence[Article],
    counts: UpdateCounts,
    model: int | None = None,
    *,
    meanwhile: Callable[[float], None] = lambda _: None,
) -> list[PackedPassages]:
    """Chunk articles, encode the passages whose vectors the library lacks, and return passages with vector rows.

    Args:
        model: The row of the model; by default the library's own, which must be this encoder's.
        meanwhile: Called with the share that is encoded, 0..1, while the encoder computes further vectors: other work
            is best done then.
    """
    from qa.ingest.chunking import chunked, embedded  # here: most updates find nothing to chunk

    loaded = encoder()
    model = writer.models.current(loaded.identity) if model is None else model
    limit = loaded.identity.max_tokens
    found = [PackedPassages() for _ in articles]
    waiting: list[tuple[PackedPassages, Passage, Embedded]] = []

    def encode_waiting() -> None:
        rows = _encoded(writer, loaded, model, [each for _, _, each in waiting], counts, meanwhile)
        for (packed, passage, _), row in zip(waiting, rows, strict=True):
            packed.add(passage, row)
        waiting.clear()

    for article, packed in zip(articles, found, strict=True):
        for passages in chunked(article, loaded.count_tokens, limit):
            waiting += [(packed, passage, embedded(article, passage)) for passage in passages]
            # Few articles are longer than their batch was thought to be; a text of any length is encoded in parts.
            if len(waiting) >= 2 * BATCH_PASSAGES:
                encode_waiting()
    encode_waiting()
    return found


def _encoded(
    writer: Writer,
    encoder: Encoder,
    model: int,
    inputs: Sequence[Embedded],
    counts: UpdateCounts,
    meanwhile: Callable[[float], None],
) -> list[int]:
    """Encode the inputs whose vectors the library lacks; return the rows of all vectors, in order."""
    shas = [each.sha() for each in inputs]
    rows = writer.models.known(model, shas)
    missing = {sha: each for sha, each in zip(shas, inputs, strict=True) if sha not in rows}
    counts.encoded += len(missing)
    counts.reused += len(inputs) - len(missing)
    # Texts of similar length together, since an encoder pads the shorter ones.
    waiting = sorted(missing.items(), key=lambda each: len(each[1].text))
    # Closed at an interruption: what is still to be computed would keep the program from ending.
    with closing(encoded_by(encoder, [each for _, each in waiting])) as results:
        for first in range(0, len(waiting), ENCODED_AT_ONCE):
            some_waiting = waiting[first : first + ENCODED_AT_ONCE]
            some = list(islice(results, len(some_waiting)))
            with writer.transaction():
                shas_waiting = [sha for sha, _ in some_waiting]
                rows |= writer.models.put(model, dict(zip(shas_waiting, some, strict=True)))
            meanwhile((first + len(some)) / len(waiting))
    return [rows[sha] for sha in shas]


def encoded_by(encoder: Encoder, inputs: Sequence[Embedded]) -> Encoded:
    """Encode the inputs of passages, in order."""
    return encoder.encode_passages(
        [each.text[:_MOST_READ] for each in inputs], [each.spans for each in inputs]
    )
