"""Derive from the stored texts again what older rules or another encoder made: attributions, passages or everything."""

from __future__ import annotations

from collections.abc import Iterator

from qa.attribution.choice import Extractor
from qa.datatypes import Version
from qa.embedded.rows import VERSION_COLUMNS, version_from
from qa.embedded.search.full_text_terms import indexed
from qa.embedded.search.generations import remove_leftovers
from qa.embedded.search.publishing import add_generation
from qa.embedded.speaker_table import link_now
from qa.embedded.writer import Writer
from qa.ingest.intake import LazyEncoder, UpdateCounts, attributions_of, encode
from qa.ingest.report import Progress, Watcher
from qa.rule_versions import RULES, made_by

_BATCH = 32


def attribute_again(writer: Writer, extractor: Extractor, progress: Watcher) -> None:
    """Extract attributions again where another extractor made them. Encodes nothing."""
    made_by = writer.connection.execute(
        "SELECT DISTINCT extractor FROM versions WHERE current = 1"
    ).fetchall()
    keys = [
        row["key"]
        for (version,) in made_by
        if not extractor.keeps(version)
        for row in writer.connection.execute(
            "SELECT key FROM versions WHERE current = 1 AND extractor = ? ORDER BY key", [version]
        ).fetchall()
    ]
    for start in range(0, len(keys), _BATCH):
        versions = _versions(writer, keys[start : start + _BATCH])
        with writer.transaction():
            for version in versions:
                found = attributions_of(version.article, extractor)
                writer.put_attributions(version.key, found, extractor.version)
        progress(Progress("attributing", min(start + _BATCH, len(keys)), len(keys)))


def derive_again(writer: Writer, encoder: LazyEncoder, counts: UpdateCounts, progress: Watcher) -> None:
    """Rebuild what older rules made: passages, the terms of full-text search, bands of near-duplicates.

    Only passages that come out differently are encoded. Each kind is replaced in one commit.
    """
    if not any(_is_old(writer, rule) for rule in RULES):
        return
    keys = _current(writer)
    if not keys:
        with writer.transaction():
            _note_rules(writer, *RULES)
        return
    if _is_old(writer, "chunking"):
        # Raises IndexMismatchError if the encoder is not the library's.
        model = writer.models.current(encoder().identity)
        _encode_all(writer, encoder, keys, model, counts, progress)
        with writer.transaction():
            for done, _ in _put_passages(writer, encoder, keys, model):
                progress(Progress("chunking", done, len(keys)))
            _note_rules(writer, "chunking", "terms")
    if _is_old(writer, "terms"):
        with writer.transaction():
            _put_terms(writer, keys)
            _note_rules(writer, "terms")
    if _is_old(writer, "banding"):
        with writer.transaction():
            writer.connection.execute("DELETE FROM bands")
            for _, versions in _batches(writer, keys):
                for version in versions:
                    writer.put_bands(version.key, version.article.text)
            _note_rules(writer, "banding")


def rebuild(
    writer: Writer, encoder: LazyEncoder, extractor: Extractor, counts: UpdateCounts, progress: Watcher
) -> None:
    """Rebuild everything derived with this encoder and extractor, and replace the old in one commit.

    Until then readers see the whole old index. After an interruption, the next rebuild with the same encoder uses what
    this one has encoded.
    """
    connection = writer.connection
    model = _model_being_built(writer, encoder)
    keys = _current(writer)
    _encode_all(writer, encoder, keys, model, counts, progress)
    with writer.transaction():
        connection.execute("DELETE FROM bands")
        for done, versions in _put_passages(writer, encoder, keys, model):
            for version in versions:
                found = attributions_of(version.article, extractor)
                writer.put_attributions(version.key, found, extractor.version)
                writer.put_bands(version.key, version.article.text)
            progress(Progress("attributing", done, len(keys)))
        _note_rules(writer, *RULES)
        connection.execute("UPDATE models SET current = (id = ?)", [model])
        connection.execute("DELETE FROM generations")
        connection.execute("DELETE FROM embeddings WHERE model != ?", [model])
        connection.execute("DELETE FROM models WHERE id != ?", [model])
        link_now(writer)
        progress(Progress("publishing", 0, None))
        add_generation(connection, writer.folder)
    remove_leftovers(connection, writer.folder)


def _current(writer: Writer) -> list[int]:
    query = "SELECT key FROM versions WHERE current = 1 ORDER BY key"
    return [row["key"] for row in writer.connection.execute(query)]


def _is_old(writer: Writer, rule: str) -> bool:
    return made_by(rule, writer.meta(rule)) != RULES[rule]


def _note_rules(writer: Writer, *rules: str) -> None:
    for rule in rules:
        writer.set_meta(rule, str(RULES[rule]))


def _encode_all(
    writer: Writer, encoder: LazyEncoder, keys: list[int], model: int, counts: UpdateCounts, progress: Watcher
) -> None:
    for done, versions in _batches(writer, keys):
        encode(writer, encoder, [version.article for version in versions], counts, model)
        progress(Progress("encoding", done, len(keys)))


def _put_passages(
    writer: Writer, encoder: LazyEncoder, keys: list[int], model: int
) -> Iterator[tuple[int, list[Version]]]:
    """Replace all passages, in the caller's transaction; yield in batches how many versions are done, and which."""
    writer.empty_full_text()
    writer.connection.execute("DELETE FROM passages")
    again = UpdateCounts()
    for done, versions in _batches(writer, keys):
        batch = encode(writer, encoder, [version.article for version in versions], again, model)
        for version, passages in zip(versions, batch, strict=True):
            writer.put_passages(version.key, version.article, passages)
        yield done, versions


def _put_terms(writer: Writer, keys: list[int]) -> None:
    connection = writer.connection
    writer.empty_full_text()
    for _, versions in _batches(writer, keys):
        for version in versions:
            article = version.article
            query = 'SELECT id, start, "end" FROM passages WHERE version = ? ORDER BY id'
            connection.executemany(
                "INSERT INTO passages_fts (rowid, terms) VALUES (?, ?)",
                [
                    (row["id"], indexed(article.title, article.text[row["start"] : row["end"]]))
                    for row in connection.execute(query, [version.key])
                ],
            )


def _model_being_built(writer: Writer, encoder: LazyEncoder) -> int:
    identity = encoder().identity
    unfinished = writer.connection.execute("SELECT * FROM models WHERE current = 0").fetchall()
    for row in unfinished:
        if (row["name"], row["sha256"], row["dim"], row["max_tokens"]) == (
            identity.name,
            identity.sha256,
            identity.dim,
            identity.max_tokens,
        ):
            return int(row["id"])
    with writer.transaction():
        for row in unfinished:
            writer.connection.execute("DELETE FROM embeddings WHERE model = ?", [row["id"]])
            writer.connection.execute("DELETE FROM models WHERE id = ?", [row["id"]])
    return writer.models.add(identity, current=False)


def _batches(writer: Writer, keys: list[int]) -> Iterator[tuple[int, list[Version]]]:
    for start in range(0, len(keys), _BATCH):
        yield min(start + _BATCH, len(keys)), _versions(writer, keys[start : start + _BATCH])


def _versions(writer: Writer, keys: list[int]) -> list[Version]:
    query = f"SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article WHERE v.key = ?"
    return [version_from(writer.connection.execute(query, [key]).fetchone()) for key in keys]
