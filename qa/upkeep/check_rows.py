"""Check the rows of a library, whichever engine keeps them: texts, and what was made from each, by its checksums.

Versions are read some at a time, with the rows of all of them: on a server, each statement is a way there and back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from qa.attribution.corrections import Correction, apply_corrections
from qa.datatypes import Attribution, Version, VersionHandle
from qa.errors import DamagedIndexError
from qa.ingest.chunking import embedded, says_the_title
from qa.rule_versions import RULES, made_by
from qa.tables.attribution_rows import ATTRIBUTION_COLUMNS, attribution_from
from qa.tables.connection import Connection, Row
from qa.tables.descriptions import DESCRIPTION_COLUMNS, bodies_spoken_for, description_from
from qa.tables.formats import keeps_descriptions
from qa.tables.passage_vectors import numbers_in
from qa.tables.rows import (
    PASSAGE_COLUMNS,
    VERSION_COLUMNS,
    folded,
    passage_from,
    speaker_from,
    vectors_are_whole,
    version_from,
)
from qa.tables.sentence_vectors import sentences_in
from qa.tables.speaker_words import are_made
from qa.tables.tokens import indexed
from qa.tables.writing.corrections import all_corrections, damaged_corrections
from qa.tables.writing.name_pairs import damaged_pairs
from qa.tables.writing.speaker_words import wrong_words
from qa.upkeep.findings import Trouble
from qa.upkeep.status import count

_AT_ONCE = 32


class TermsTable(NamedTuple):
    """Where an engine stores the terms of passages, as SQL has it.

    Attributes:
        passage: The column that has the passage's number.
        terms: How the terms of a row `f` are read.
    """

    table: str
    passage: str
    terms: str


def row_troubles(connection: Connection, full_text: TermsTable) -> Iterator[Trouble]:
    """Yield whatever does not fit together in the rows of a library."""
    yield from _versions(connection, full_text)
    yield from _strays(connection)
    yield from _vectors(connection)
    yield from _speakers(connection)
    yield from _by_hand(connection)


def _batches(connection: Connection, query: str) -> Iterator[list[Row]]:
    with connection.streamed(query) as rows:
        while some := rows.fetchmany(_AT_ONCE):
            yield some


def _versions(connection: Connection, full_text: TermsTable) -> Iterator[Trouble]:
    # What other rules have made is no damage: an older or newer program was here.
    numbers = {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM meta")}
    own = {rule for rule, number in RULES.items() if made_by(rule, numbers.get(rule)) == number}
    corrected: dict[bytes, list[Correction]] = defaultdict(list)
    for kept in all_corrections(connection):
        corrected[kept.text_sha].append(kept.correction)
    query = f"""
        SELECT {VERSION_COLUMNS}, v.text_sha FROM versions v JOIN articles a ON a.key = v.article ORDER BY v.key
    """
    for rows in _batches(connection, query):
        current: dict[VersionHandle, Version] = {}
        corrections: dict[VersionHandle, list[Correction]] = {}
        for row in rows:
            try:
                version = version_from(row)
            except DamagedIndexError as error:
                yield Trouble("text", str(error))
                continue
            if version.current:
                current[version.key] = version
                corrections[version.key] = corrected.get(bytes(row["text_sha"]), [])
        yield from _passages(connection, current, own, full_text)
        yield from _attributions(connection, current, corrections)
        yield from _descriptions(connection, current)


def _of(
    connection: Connection, query: str, versions: Iterable[VersionHandle]
) -> dict[VersionHandle, list[Row]]:
    """Return the rows that a query finds, by version. Its condition is "?", a list of their numbers."""
    found: dict[VersionHandle, list[Row]] = defaultdict(list)
    for row in connection.execute(query, [connection.listed(versions)]):
        found[row["version"]].append(row)
    return found


def _passages(
    connection: Connection,
    versions: Mapping[VersionHandle, Version],
    own: Container[str],
    full_text: TermsTable,
) -> Iterator[Trouble]:
    query = f"""
        SELECT {PASSAGE_COLUMNS}, e.sha, {full_text.terms} AS terms FROM passages p
        JOIN embeddings e ON e.id = p.embedding LEFT JOIN {full_text.table} f ON f.{full_text.passage} = p.id
        WHERE {connection.among("p.version")} ORDER BY p.version, p.start
    """
    rows = _of(connection, query, versions)
    for key, version in versions.items():
        yield from _passages_of(version, rows[key], own)


def _passages_of(version: Version, rows: Sequence[Row], own: Container[str]) -> Iterator[Trouble]:
    """Compare a text with the passages and full-text rows made from it.

    Args:
        own: The rules of this program by which they were made.
    """
    text, end = version.article.text, 0
    for row in rows:
        try:
            passage = passage_from(row).passage
        except DamagedIndexError as error:
            yield Trouble("passages", str(error))
            continue
        inner = [at for span in passage.sentences for at in span]
        borders = [end, passage.start, *inner, passage.end, len(text)]
        between = text[end : passage.start]
        if "chunking" in own and embedded(version.article, passage).sha() != row["sha"]:
            words = f"article {version.uid}: passage {row['id']} has the vectors of another text"
            yield Trouble("passages", words)
        # A headline above the text is in no passage.
        at_title = end == 0 and says_the_title(version.article, between)
        left_out = "chunking" in own and between.strip() and not at_title
        if borders != sorted(borders) or left_out:
            words = f"article {version.uid}: passage {row['id']} is not where it should be in the text"
            yield Trouble("passages", words)
        if "terms" in own and row["terms"] != indexed(
            version.article.title, text[passage.start : passage.end]
        ):
            words = f"article {version.uid}: passage {row['id']} has different words in the full-text index"
            yield Trouble("words", words)
        end = passage.end
    if "chunking" in own and text[end:].strip():
        yield Trouble("passages", f"article {version.uid}: no passage holds the end of the text")


def _attributions(
    connection: Connection,
    versions: Mapping[VersionHandle, Version],
    corrections: Mapping[VersionHandle, Sequence[Correction]],
) -> Iterator[Trouble]:
    condition = connection.among("t.version")
    query = f"""
        SELECT {ATTRIBUTION_COLUMNS} FROM attributions t LEFT JOIN speakers s ON s.id = t.linked
        WHERE {condition} ORDER BY t.version, t.ordinal
    """
    rows = _of(connection, query, versions)
    # An update that was interrupted has recorded the names that are still to be linked.
    query = f"SELECT t.id FROM attributions t JOIN unlinked u ON u.name = t.speaker WHERE {condition}"
    waiting = {row["id"] for row in connection.execute(query, [connection.listed(versions)])}
    for key, version in versions.items():
        records: list[Attribution] = []
        for row in rows[key]:
            try:
                found, name = attribution_from(row)
            except DamagedIndexError as error:
                yield Trouble("attributions", str(error))
                continue
            records.append(found)
            spans = [*found.content, *filter(None, (found.mention, found.cue))]
            if not all(0 <= start <= finish <= len(version.article.text) for start, finish in spans):
                words = f"article {version.uid}: an attribution points outside the text"
                yield Trouble("attributions", words)
            if name is None and found.speaker is not None and row["id"] not in waiting:
                words = f"article {version.uid}: {found.speaker!r} is no speaker of the archive"
                yield Trouble("speakers", words)
        if apply_corrections(records, corrections[key])[0] != records:
            words = f"article {version.uid}: its speakers are not those that were corrected by hand"
            yield Trouble("attributions", words)


def _descriptions(connection: Connection, versions: Mapping[VersionHandle, Version]) -> Iterator[Trouble]:
    if not keeps_descriptions(connection):
        return
    query = f"""
        SELECT {DESCRIPTION_COLUMNS} FROM descriptions d WHERE {connection.among("d.version")}
        ORDER BY d.version, d.ordinal
    """
    rows = _of(connection, query, versions)
    for key, version in versions.items():
        for row in rows[key]:
            try:
                found = description_from(row)
            except DamagedIndexError as error:
                yield Trouble("attributions", str(error))
                continue
            if not 0 <= found.start <= found.end <= len(version.article.text):
                yield Trouble("attributions", f"article {version.uid}: a description points outside the text")
    try:
        bodies_spoken_for(connection, versions)
    except DamagedIndexError as error:
        yield Trouble("attributions", str(error))


def _strays(connection: Connection) -> Iterator[Trouble]:
    stray = count(
        connection,
        """
        passages p JOIN versions v ON v.key = p.version
        JOIN embeddings e ON e.id = p.embedding JOIN models m ON m.id = e.model
        WHERE v.current = 0 OR m.current = 0
        """,
    )
    if stray:
        yield Trouble("passages", f"passages that belong to an old version or to another model: {stray:,}")


def _vectors(connection: Connection) -> Iterator[Trouble]:
    # Texts that are alike share a row, so that several passages can be of one.
    query = """
        SELECT e.id, e.vector, e.sentence_vectors, e.crc, e.vector_crc, m.dim, p.fewest, p.most
        FROM embeddings e JOIN models m ON m.id = e.model LEFT JOIN (
            SELECT embedding, min(length(sentences)) AS fewest, max(length(sentences)) AS most
            FROM passages GROUP BY embedding
        ) p ON p.embedding = e.id ORDER BY e.id
    """
    for rows in _batches(connection, query):
        for row in rows:
            if not vectors_are_whole(row):
                yield Trouble("vectors", f"the vectors {row['id']} are not the ones that were stored")
                continue
            # Each sentence of a passage is two numbers of four bytes.
            sentences = sentences_in(row["sentence_vectors"], row["dim"]) * 8
            if numbers_in(row["vector"]) != row["dim"] or not {row["fewest"], row["most"]} <= {
                None,
                sentences,
            }:
                yield Trouble("vectors", f"the vectors {row['id']} do not fit their passage")


def _speakers(connection: Connection) -> Iterator[Trouble]:
    query = f"SELECT speaker, folded FROM speaker_names WHERE {connection.among('speaker')}"
    for rows in _batches(connection, "SELECT * FROM speakers ORDER BY id"):
        known: dict[int, set[bytes]] = defaultdict(set)
        for each in connection.execute(query, [connection.listed(row["id"] for row in rows)]):
            known[each["speaker"]].add(bytes(each["folded"]))
        for row in rows:
            try:
                speaker = speaker_from(row)
            except DamagedIndexError as error:
                yield Trouble("speakers", str(error))
                continue
            if known[row["id"]] != {folded(name) for name in (speaker.name, *speaker.aliases)}:
                yield Trouble("speakers", f"{speaker.name!r} cannot be found by all of the names it has")
    if are_made(connection):
        yield from (Trouble("speakers", words) for words in wrong_words(connection))


def _by_hand(connection: Connection) -> Iterator[Trouble]:
    for where in damaged_corrections(connection):
        yield Trouble("by hand", f"{where}: a correction of a speaker is not what was stored")
    if count_ := damaged_pairs(connection):
        yield Trouble(
            "by hand", f"pairs of names that were joined or parted and are not what was stored: {count_:,}"
        )
