"""Derived anew from stored texts: attributions, the archive's speakers, or everything."""

from __future__ import annotations

from collections.abc import Iterator

from qa.attribution.extractor import EXTRACTOR_VERSION
from qa.attribution.linking import link
from qa.database import packed, unpacked
from qa.datatypes import Version
from qa.intake import Counts, LazyEncoder, attributions_of, encode
from qa.publishing import add_generation, remove_leftovers
from qa.reports import Progress, Watcher
from qa.rows import VERSION_COLUMNS, aliases_to, folded, version_from
from qa.writing import Writer

_BATCH = 32


def attribute_again(writer: Writer, progress: Watcher) -> None:
    """Make the attributions of articles anew that another version of the extractor made. Encodes nothing."""
    keys = [
        row["key"]
        for row in writer.connection.execute(
            "SELECT key FROM versions WHERE current = 1 AND extractor != ? ORDER BY key", [EXTRACTOR_VERSION]
        )
    ]
    for start in range(0, len(keys), _BATCH):
        versions = _versions(writer, keys[start : start + _BATCH])
        with writer.transaction():
            for version in versions:
                found = attributions_of(version.article)
                writer.put_attributions(version.key, found, EXTRACTOR_VERSION)
        progress(Progress("attributing", min(start + _BATCH, len(keys)), len(keys)))


def link_speakers(writer: Writer) -> None:
    """Bring the archive's speakers up to date with the attributions, if those changed."""
    if writer.meta("unlinked") != "1":
        return
    with writer.transaction():
        _link(writer)


def _link(writer: Writer) -> None:
    rows = writer.connection.execute(
        "SELECT id, speaker, linked FROM attributions WHERE speaker IS NOT NULL ORDER BY id"
    ).fetchall()
    linked = link((row["id"], unpacked(row["speaker"])) for row in rows)
    kept = {row["name"]: row["id"] for row in writer.connection.execute("SELECT id, name FROM speakers")}
    free = max(kept.values(), default=0) + 1
    ids: dict[str, int] = {}
    for speaker in linked.speakers:
        name = packed(speaker.name)
        ids[speaker.name] = kept.pop(name, free)
        free += ids[speaker.name] == free
        writer.connection.execute(
            "INSERT OR REPLACE INTO speakers (id, name, kind, aliases, count) VALUES (?, ?, ?, ?, ?)",
            [ids[speaker.name], name, speaker.kind, aliases_to(speaker.aliases), speaker.count],
        )
    changed = [
        (ids[linked.of[row["id"]]], row["id"])
        for row in rows
        if row["linked"] != ids.get(linked.of.get(row["id"], ""))
    ]
    writer.connection.executemany("UPDATE attributions SET linked = ? WHERE id = ?", changed)
    writer.connection.execute("DELETE FROM speaker_names")
    writer.connection.executemany(
        "INSERT OR IGNORE INTO speaker_names (folded, speaker) VALUES (?, ?)",
        [
            (folded(name), ids[speaker.name])
            for speaker in linked.speakers
            for name in (speaker.name, *speaker.aliases)
        ],
    )
    writer.connection.executemany("DELETE FROM speakers WHERE id = ?", [(old,) for old in kept.values()])
    writer.set_meta("unlinked", "0")


def rebuild(writer: Writer, encoder: LazyEncoder, counts: Counts, progress: Watcher) -> None:
    """Make everything derived anew with this encoder, and swap it in one commit.

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
                writer.put_attributions(version.key, attributions_of(version.article), EXTRACTOR_VERSION)
            progress(Progress("attributing", done, len(keys)))
        connection.execute("UPDATE models SET current = (id = ?)", [model])
        connection.execute("DELETE FROM generations")
        connection.execute("DELETE FROM embeddings WHERE model != ?", [model])
        connection.execute("DELETE FROM models WHERE id != ?", [model])
        _link(writer)
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
