"""Pack what older programs wrote whole: vectors and records of attributions. Nothing is encoded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from qa.rule_versions import PACKING_VERSION
from qa.tables.attribution_rows import ATTRIBUTION_COLUMNS
from qa.tables.compressed import RECORDS, is_compressed
from qa.tables.connection import Counted, Row
from qa.tables.passage_vectors import are_unit, is_packed, packed_vector, vector_in
from qa.tables.rows import row_values, vectors_are_whole, vectors_crc
from qa.tables.seals import attribution_seal, link_seal, vector_seal
from qa.tables.sentence_vectors import are_packed, packed_sentences, unpacked_sentences
from qa.tables.writing.writer import Writer

_AT_ONCE = 512

_TABLES = ("embeddings", "attributions")

_VECTORS = "SELECT * FROM embeddings WHERE id > ? ORDER BY id LIMIT ?"
_RECORDS = f"""
    SELECT {ATTRIBUTION_COLUMNS}
    FROM attributions t LEFT JOIN speakers s ON s.id = t.linked WHERE t.id > ? ORDER BY t.id LIMIT ?
"""


def pack_rows(writer: Writer, counted: Counted) -> bool:
    """Pack all rows that are not packed, some in each transaction; return whether there were any.

    After an interruption, the next call goes on, until `forget_progress` is called in the transaction that notes that
    all is packed. Rows that are not what was stored stay as they are, for the check to find: packed, they would be
    sealed.
    """
    total = sum(writer.connection.execute(f"SELECT count(1) FROM {table}").fetchone()[0] for table in _TABLES)
    done, packed = 0, False
    for table in _TABLES:
        for rows, some in _batches(writer, table):
            done += rows
            packed |= some
            counted(done, total)
    return packed


def forget_progress(writer: Writer) -> None:
    """Forget how far the rows are packed, in the caller's transaction."""
    for table in _TABLES:
        writer.drop_meta(_progress_key(table))


def _batches(writer: Writer, table: str) -> Iterator[tuple[int, bool]]:
    """Pack a table's rows; yield after each commit how many were read, and whether any was packed."""
    query, pack = (_VECTORS, _pack_vectors) if table == "embeddings" else (_RECORDS, _pack_records)
    last = int(writer.meta(_progress_key(table)) or 0)
    before = f"SELECT count(1) FROM {table} WHERE id <= ?"
    if last:
        yield writer.connection.execute(before, [last]).fetchone()[0], True
    while rows := writer.connection.execute(query, [last, _AT_ONCE]).fetchall():
        last = rows[-1]["id"]
        with writer.transaction():
            packed = pack(writer, rows)
            writer.set_meta(_progress_key(table), str(last))
        yield len(rows), packed


def _progress_key(table: str) -> str:
    """Return the key under which the number of the last row is kept that was looked at, by these rules."""
    return f"packed {table} by {PACKING_VERSION}"


def _pack_vectors(writer: Writer, rows: Sequence[Row]) -> bool:
    changed: list[tuple[Any, ...]] = []
    for row in rows:
        vector, sentences = row["vector"], row["sentence_vectors"]
        if not vectors_are_whole(row):
            continue
        # A server's tables of vectors have what its rows have; there they stay as they are.
        if writer.folder is not None and not is_packed(vector):
            vector = packed_vector(vector_in(vector))
            if are_packed(sentences) and not _fit(vector, sentences):
                continue
        if not are_packed(sentences):
            sentences = packed_sentences(vector_in(vector), sentences)
        if (vector, sentences) != (row["vector"], row["sentence_vectors"]):
            changed.append(
                (vector, sentences, vectors_crc(vector, sentences), vector_seal(vector), row["id"])
            )
    writer.connection.executemany(
        "UPDATE embeddings SET vector = ?, sentence_vectors = ?, crc = ?, vector_crc = ? WHERE id = ?",
        changed,
    )
    return bool(changed)


def _fit(vector: bytes, sentences: bytes) -> bool:
    """Return whether sentences that were packed beside another vector of their passage still have a length of 1."""
    return are_unit(unpacked_sentences(vector_in(vector).reshape(1, -1), [sentences]))


def _pack_records(writer: Writer, rows: Sequence[Row]) -> bool:
    changed: list[tuple[Any, ...]] = []
    for row in rows:
        values = row_values(
            row, "version", "ordinal", "start", "end", "speaker", "kind", "confidence", "record"
        )
        whole = row["crc"] == attribution_seal(*values) and row["link_crc"] == link_seal(
            row["crc"], row["name"]
        )
        if whole and not is_compressed(row["record"]):
            record = RECORDS.compressed(row["record"])
            seal = attribution_seal(*[*values[:-1], record])
            changed.append((record, seal, link_seal(seal, row["name"]), row["id"]))
    writer.connection.executemany(
        "UPDATE attributions SET record = ?, crc = ?, link_crc = ? WHERE id = ?", changed
    )
    return bool(changed)
