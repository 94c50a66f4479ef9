"""List what a person said of speakers and names by hand, and whether it is applied."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from qa.attribution.corrections import Correction, apply_corrections
from qa.quote_ids import quote_id
from qa.tables.connection import Connection
from qa.tables.name_pairs import name_pairs
from qa.tables.writing.corrections import KeptCorrection, all_corrections
from qa.tables.writing.name_pairs import speakers_called
from qa.tables.writing.stored_versions import records_of, versions, versions_with
from qa.upkeep.findings import AliasStatus, CorrectionStatus


def corrections(connection: Connection) -> Iterator[CorrectionStatus]:
    """Yield every correction of a speaker, by text and place."""
    for text, kept in groupby(all_corrections(connection), key=_text):
        yield from _of_text(connection, text, [each.correction for each in kept])


def aliases(connection: Connection) -> Iterator[AliasStatus]:
    """Yield every pair of names that were joined or parted by hand, by name."""
    for pair in name_pairs(connection):
        first, second = (set(speakers_called(connection, name)) for name in (pair.first, pair.second))
        applied = first.isdisjoint(second) if pair.apart else first == second
        yield AliasStatus(pair.first, pair.second, pair.apart, bool(first and second) and applied)


def _text(kept: KeptCorrection) -> bytes:
    return kept.text_sha


def _of_text(connection: Connection, text: bytes, kept: list[Correction]) -> Iterator[CorrectionStatus]:
    current = versions_with(connection, text)
    rows = connection.execute("SELECT key FROM versions WHERE text_sha = ? ORDER BY key DESC", [text])
    handles = current or [row["key"] for row in rows.fetchmany(1)]
    if not handles:
        return
    (version,) = versions(connection, handles[:1])
    records = [record for record, _ in records_of(connection, current[0])] if current else []
    found, places = apply_corrections(records, kept)
    for each in kept:
        place = places.get(each)
        start, end = each.content[0][0], each.content[-1][1]
        yield CorrectionStatus(
            quote=quote_id(version.uid, version.sha256, start, end),
            speaker=each.speaker,
            words=version.article.text[start:end],
            path=version.article.path or version.article.id,
            articles=len(current),
            applied=place is not None and found[place] == records[place],
        )
