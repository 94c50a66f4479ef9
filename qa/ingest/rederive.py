"""Derive from the stored texts again what older rules or another encoder made: attributions, passages or everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.attribution.choice import Extractor
from qa.datatypes import Version, VersionHandle
from qa.ingest.article_vectors import LazyEncoder, encode
from qa.ingest.extraction import extraction_of
from qa.ingest.report import Progress, UpdateCounts, Watcher
from qa.rule_versions import RULES, TO_SHRINK, made_by
from qa.tables.writing.derived_rows import (
    drop_bands,
    drop_passages,
    make_current,
    model_being_built,
    put_terms,
)
from qa.tables.writing.packed_rows import forget_progress, pack_rows
from qa.tables.writing.speaker_table import link_now
from qa.tables.writing.stored_versions import current_versions, extractors, versions, versions_by
from qa.tables.writing.writer import Writer

_BATCH = 32
_MAKING = ("chunking", "terms", "banding")
"""The rules by which rows are made; `pack_again` packs them."""


def attribute_again(writer: Writer, extractor: Extractor, progress: Watcher) -> None:
    """Extract attributions again where another extractor made them. Encodes nothing."""
    connection = writer.connection
    old = [number for number in extractors(connection) if not extractor.keeps(number)]
    handles = [handle for number in old for handle in versions_by(connection, number)]
    for done, some in _batches(writer, handles):
        with writer.transaction():
            for version in some:
                found = extraction_of(version.article, extractor)
                writer.put_extraction(version.key, found, extractor.version)
            # Words that nobody's name leads to yet would be denied until the run ends.
            link_now(writer)
        progress(Progress("attributing", done, len(handles)))


def derive_again(writer: Writer, encoder: LazyEncoder, counts: UpdateCounts, progress: Watcher) -> None:
    """Rebuild what older rules made: passages, the terms of full-text search, bands of near-duplicates.

    Only passages that come out differently are encoded. Each kind is replaced in one commit.
    """
    if not any(_is_old(writer, rule) for rule in _MAKING):
        return
    handles = current_versions(writer.connection)
    if not handles:
        with writer.transaction():
            _note_rules(writer, *_MAKING)
        return
    if _is_old(writer, "chunking"):
        # Raises IndexMismatchError if the encoder is not the library's.
        model = writer.models.current(encoder().identity)
        _encode_all(writer, encoder, handles, model, counts, progress)
        with writer.transaction():
            for done, _ in _put_passages(writer, encoder, handles, model):
                progress(Progress("chunking", done, len(handles)))
            _note_rules(writer, "chunking", "terms")
    if _is_old(writer, "terms"):
        with writer.transaction():
            writer.index.empty()
            for _, some in _batches(writer, handles):
                put_terms(writer, some)
            _note_rules(writer, "terms")
    if _is_old(writer, "banding"):
        with writer.transaction():
            drop_bands(writer)
            for _, some in _batches(writer, handles):
                for version in some:
                    writer.put_bands(version.key, version.article.text)
            _note_rules(writer, "banding")


def rebuild(
    writer: Writer, encoder: LazyEncoder, extractor: Extractor, counts: UpdateCounts, progress: Watcher
) -> None:
    """Rebuild everything derived with this encoder and extractor, and replace the old in one commit.

    Until then readers see the whole old index. After an interruption, the next rebuild with the same encoder uses what
    this one has encoded.
    """
    model = model_being_built(writer, encoder().identity)
    handles = current_versions(writer.connection)
    _encode_all(writer, encoder, handles, model, counts, progress)
    with writer.transaction():
        drop_bands(writer)
        for done, some in _put_passages(writer, encoder, handles, model):
            for version in some:
                found = extraction_of(version.article, extractor)
                writer.put_extraction(version.key, found, extractor.version)
                writer.put_bands(version.key, version.article.text)
            progress(Progress("attributing", done, len(handles)))
        _note_rules(writer, *_MAKING)
        make_current(writer, model)
        link_now(writer)
        progress(Progress("publishing", 0, None))
        writer.index.replace_vectors()


def pack_again(writer: Writer, progress: Watcher) -> None:
    """Pack rows that older rules did not, and give back the room that they took."""
    if _is_old(writer, "packing"):
        packed = pack_rows(writer, lambda done, total: progress(Progress("packing", done, total)))
        with writer.transaction():
            _note_rules(writer, "packing")
            forget_progress(writer)
            if packed:
                writer.set_meta(TO_SHRINK, "1")
                if writer.index.generation():
                    # What is published has the vectors as they were.
                    writer.index.replace_vectors()
    if writer.meta(TO_SHRINK) is not None:
        progress(Progress("packing", 0, None))
        if writer.index.shrink():
            writer.drop_meta(TO_SHRINK)


def _is_old(writer: Writer, rule: str) -> bool:
    return made_by(rule, writer.meta(rule)) != RULES[rule]


def _note_rules(writer: Writer, *rules: str) -> None:
    for rule in rules:
        writer.set_meta(rule, str(RULES[rule]))


def _encode_all(
    writer: Writer,
    encoder: LazyEncoder,
    handles: Sequence[VersionHandle],
    model: int,
    counts: UpdateCounts,
    progress: Watcher,
) -> None:
    for done, some in _batches(writer, handles):
        encode(writer, encoder, [version.article for version in some], counts, model)
        progress(Progress("encoding", done, len(handles)))


def _put_passages(
    writer: Writer, encoder: LazyEncoder, handles: Sequence[VersionHandle], model: int
) -> Iterator[tuple[int, list[Version]]]:
    """Replace all passages, in the caller's transaction; yield in batches how many versions are done, and which."""
    drop_passages(writer)
    again = UpdateCounts()
    for done, some in _batches(writer, handles):
        batch = encode(writer, encoder, [version.article for version in some], again, model)
        for version, passages in zip(some, batch, strict=True):
            writer.put_passages(version.key, version.article, passages)
        yield done, some


def _batches(writer: Writer, handles: Sequence[VersionHandle]) -> Iterator[tuple[int, list[Version]]]:
    for start in range(0, len(handles), _BATCH):
        some = versions(writer.connection, handles[start : start + _BATCH])
        yield min(start + _BATCH, len(handles)), some
