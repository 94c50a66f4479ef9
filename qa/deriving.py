"""Derived anew from stored texts: attributions, or everything."""

from __future__ import annotations

from collections.abc import Iterator

from qa.attribution.choice import Extractor
from qa.datatypes import Version
from qa.intake import Counts, LazyEncoder, attributions_of, encode
from qa.publishing import add_generation, remove_leftovers
from qa.reports import Progress, Watcher
from qa.roster import link_now
from qa.rows import VERSION_COLUMNS, version_from
from qa.writing import Writer

_BATCH = 32


def attribute_again(writer: Writer, extractor: Extractor, progress: Watcher) -> None:
    """Make the attributions of articles anew whose records the extractor does not keep. Encodes nothing."""
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


def rebuild(
    writer: Writer, encoder: LazyEncoder, extractor: Extractor, counts: Counts, progress: Watcher
) -> None:
    """Make everything derived anew with this encoder and extractor, and swap it in one commit.

    Until then readers see the old index whole. Interrupted, the next rebuild with the same encoder uses what
    this one has encoded.
    """
    connection = writer.connection
    model = _model_being_built(writer, encoder)
    query = "SELECT key FROM versions WHERE current = 1 ORDER BY key"
    keys = [row["key"] for row in connection.execute(query)]
    for done, versions in _batches(writer, keys):
        encode(writer, encoder, [version.article for version in versions], counts, model)
        progress(Progress("encoding", done, len(keys)))
    with writer.transaction():
        connection.execute("DELETE FROM passages_fts")
        connection.execute("DELETE FROM passages")
        again = Counts()
        for done, versions in _batches(writer, keys):
            batch = encode(writer, encoder, [version.article for version in versions], again, model)
            for version, passages in zip(versions, batch, strict=True):
                writer.put_passages(version.key, version.article, passages)
                found = attributions_of(version.article, extractor)
                writer.put_attributions(version.key, found, extractor.version)
            progress(Progress("attributing", done, len(keys)))
        connection.execute("UPDATE models SET current = (id = ?)", [model])
        connection.execute("DELETE FROM generations")
        connection.execute("DELETE FROM embeddings WHERE model != ?", [model])
        connection.execute("DELETE FROM models WHERE id != ?", [model])
        link_now(writer)
        progress(Progress("publishing", 0, None))
        add_generation(connection, writer.folder)
    remove_leftovers(connection, writer.folder)


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
    return writer.add_model(identity, current=False)


def _batches(writer: Writer, keys: list[int]) -> Iterator[tuple[int, list[Version]]]:
    for start in range(0, len(keys), _BATCH):
        yield min(start + _BATCH, len(keys)), _versions(writer, keys[start : start + _BATCH])


def _versions(writer: Writer, keys: list[int]) -> list[Version]:
    query = f"SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article WHERE v.key = ?"
    return [version_from(writer.connection.execute(query, [key]).fetchone()) for key in keys]
