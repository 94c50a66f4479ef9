"""Store what a person corrected: whose words a stretch of a text is. It is kept by the text, wherever that stands."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa.attribution.corrections import Correction
from qa.datatypes import Span, VersionHandle
from qa.tables.connection import Connection, Row, WritingConnection
from qa.tables.formats import keeps_corrections
from qa.tables.packing import packed, unpacked
from qa.tables.seals import correction_seal

logger = logging.getLogger(__name__)

_SPAN_BYTES = 8


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction with the hash of the text that it belongs to."""

    text_sha: bytes
    correction: Correction


def all_corrections(connection: Connection) -> list[KeptCorrection]:
    """Return everything that was corrected, by text; rows that are not what was stored are left out."""
    if not keeps_corrections(connection):
        return []
    rows = connection.execute("SELECT * FROM corrections ORDER BY text_sha, content")
    return [KeptCorrection(bytes(row["text_sha"]), each) for row in rows if (each := _correction(row))]


def corrections_of(connection: Connection, version: VersionHandle) -> list[Correction]:
    """Return what was corrected in the text of a version; rows that are not what was stored are left out."""
    if not keeps_corrections(connection):
        return []
    rows = connection.execute(
        """
        SELECT * FROM corrections WHERE text_sha = (SELECT text_sha FROM versions WHERE key = ?) ORDER BY content
        """,
        [version],
    )
    return [each for row in rows if (each := _correction(row))]


def damaged_corrections(connection: Connection) -> Iterator[str]:
    """Yield for each row that is not what was stored the article that it was made for, in words."""
    if not keeps_corrections(connection):
        return
    for row in connection.execute("SELECT * FROM corrections ORDER BY text_sha, content"):
        if not _is_whole(row):
            found = connection.execute(
                """
                SELECT a.uid FROM versions v JOIN articles a ON a.key = v.article WHERE v.text_sha = ? ORDER BY a.uid
                """,
                [row["text_sha"]],
            ).fetchone()
            yield f"article {found['uid']}" if found else "an unknown article"


def drop_damaged_corrections(connection: WritingConnection) -> int:
    """Delete the rows that are not what was stored; return how many there were."""
    damaged = [
        (row["text_sha"], row["content"])
        for row in connection.execute("SELECT * FROM corrections")
        if not _is_whole(row)
    ]
    connection.executemany("DELETE FROM corrections WHERE text_sha = ? AND content = ?", damaged)
    return len(damaged)


def put_correction(connection: WritingConnection, text_sha: bytes, correction: Correction) -> None:
    """Store a correction, in the place of an earlier one of the same words."""
    drop_correction(connection, text_sha, correction)
    speaker = None if correction.speaker is None else packed(correction.speaker)
    values = (text_sha, _spans_to(correction.content), speaker)
    connection.execute(
        "INSERT INTO corrections (text_sha, content, speaker, crc) VALUES (?, ?, ?, ?)",
        [*values, correction_seal(*values)],
    )


def drop_correction(connection: WritingConnection, text_sha: bytes, correction: Correction) -> None:
    """Delete a correction."""
    connection.execute(
        "DELETE FROM corrections WHERE text_sha = ? AND content = ?",
        [text_sha, _spans_to(correction.content)],
    )


def drop_corrections_without_text(connection: WritingConnection) -> None:
    """Delete what was corrected in texts of which the library keeps no version."""
    connection.execute("DELETE FROM corrections WHERE text_sha NOT IN (SELECT text_sha FROM versions)")


def _correction(row: Row) -> Correction | None:
    if not _is_whole(row):
        logger.warning("A correction made by hand is damaged, so it is not used. Run `qa doctor`.")
        return None
    speaker = None if row["speaker"] is None else unpacked(row["speaker"])
    return Correction(_spans_from(row["content"]), speaker)


def _is_whole(row: Row) -> bool:
    values = (row["text_sha"], row["content"], row["speaker"])
    # SQLite lets a damaged column have any type.
    typed = isinstance(values[0], bytes) and isinstance(values[1], bytes)
    known = (
        typed and len(values[1]) % _SPAN_BYTES == 0 and (values[2] is None or isinstance(values[2], bytes))
    )
    return known and bool(row["crc"] == correction_seal(*values)) and _holds_words(_spans_from(values[1]))


def _holds_words(spans: Sequence[Span]) -> bool:
    return bool(spans) and all(start < end for start, end in spans)


def _spans_to(spans: Iterable[Span]) -> bytes:
    return b"".join(offset.to_bytes(4, "little") for span in spans for offset in span)


def _spans_from(data: bytes) -> tuple[Span, ...]:
    offsets = [int.from_bytes(data[at : at + 4], "little") for at in range(0, len(data), 4)]
    return tuple(zip(offsets[::2], offsets[1::2], strict=True))
