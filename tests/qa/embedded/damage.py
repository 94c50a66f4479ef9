"""Damage a library on purpose, and look at what only its database shows: the raw SQL that tests of other rooms need."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from qa.embedded.writer import open_writer
from qa.tables.packing import packed
from qa.tables.passage_vectors import half_precision, numbers_in
from qa.tables.rows import vectors_crc
from qa.tables.seals import vector_seal
from qa.tables.sentence_vectors import packed_sentences, sentences_in
from tests.qa.embedded.upgrades import write_other_terms

PAGE_BYTES = 8192

DAMAGES = {
    "article missing": "DELETE FROM articles WHERE key = 1",
    "article ids changed": "UPDATE articles SET id = CAST('other' AS BLOB)",
    "texts changed": "UPDATE versions SET text = CAST('other' AS BLOB)",
    "second text changed": "UPDATE versions SET text = CAST('other' AS BLOB) WHERE key = 2",
    "days changed": "UPDATE versions SET day = '2024-01-02'",
    "no version current": "UPDATE versions SET current = 0",
    "passages moved": "UPDATE passages SET start = start + 1",
    "passages moved and sealed": (
        'UPDATE passages SET start = start + 1, crc = passage_seal(version, start + 1, "end", embedding, sentences)'
    ),
    "every third passage moved": "UPDATE passages SET start = start + 1 WHERE id % 3 = 0",
    "embeddings of two passages swapped": "UPDATE passages SET embedding = 3 - embedding",
    "passage missing": "DELETE FROM passages WHERE id = 1",
    "index of passages missing": "DROP INDEX passages_by_version",
    "full-text terms changed": "UPDATE passage_terms SET terms = CAST('other' AS BLOB)",
    "full-text terms cut": "UPDATE passage_terms SET terms = substr(terms, 1, 9)",
    "full-text row of no passage": "INSERT INTO passage_terms VALUES (99, CAST('pier' AS BLOB))",
    "full-text index of no passage": "INSERT INTO passages_fts (rowid, terms) VALUES (99, 'pier')",
    "full-text row missing": "DELETE FROM passage_terms WHERE passage = 2",
    "full-text index of another word": (
        "UPDATE passages_fts_data SET block = CAST(replace(block, 'pier', 'tier') AS BLOB)"
    ),
    "full-text index zeroed": "UPDATE passages_fts_data SET block = zeroblob(length(block)) WHERE id > 10",
    "full-text index without segments": "DELETE FROM passages_fts_data WHERE id > 10",
    "full-text index empty": "DELETE FROM passages_fts_data",
    "postings zeroed": "UPDATE word_postings SET places = zeroblob(length(places))",
    "postings of one word missing": "DELETE FROM word_postings WHERE key IN (SELECT min(key) FROM word_postings)",
    "segments of full text missing": "DELETE FROM word_segments",
    "versions of full text zeroed": "UPDATE segment_versions SET versions = zeroblob(length(versions))",
    "versions of full text missing": "DELETE FROM segment_versions",
    "words miscounted": "UPDATE words SET passages = passages + 1",
    "vector checksums zeroed": "UPDATE embeddings SET vector_crc = 0",
    "vector checksums changed": "UPDATE embeddings SET vector_crc = vector_crc + 1 WHERE id < 4",
    "vectors zeroed": "UPDATE embeddings SET vector = zeroblob(768)",
    "vectors and checksums zeroed": "UPDATE embeddings SET vector = zeroblob(768), crc = 0",
    "some vectors zeroed": "UPDATE embeddings SET vector = zeroblob(768) WHERE id < 4",
    "sentence vectors cut": "UPDATE embeddings SET sentence_vectors = zeroblob(7) WHERE id = 2",
    "attributions not linked": "UPDATE attributions SET linked = NULL",
    "attributed speakers changed": "UPDATE attributions SET speaker = CAST('Mario Ruiz' AS BLOB)",
    "attribution records emptied": "UPDATE attributions SET record = CAST('{}' AS BLOB)",
    "corrected speakers changed": "UPDATE corrections SET speaker = CAST('Mario Ruiz' AS BLOB)",
    "corrections gone": "DELETE FROM corrections",
    "pairs of names changed": "UPDATE name_pairs SET apart = 1 - apart",
    "speaker names changed": "UPDATE speakers SET name = CAST('Mario Ruiz' AS BLOB)",
    "speaker names missing": "DELETE FROM speaker_names",
    "words of speakers missing": "DELETE FROM speaker_words",
    "words of speakers that are nobody's": "UPDATE speaker_words SET speaker = speaker + 1000",
    "halves of words missing": "DELETE FROM word_halves",
    "generation checksum changed": "UPDATE generations SET sha256 = 'other'",
}
"""Name of a damage to the statement that does it. Row 1 is the first article, version or passage indexed."""


def damage(library: Path, name: str) -> None:
    """Do one of `DAMAGES` to a library, foreign keys or not."""
    with open_writer(library) as writer:
        writer.connection.execute("PRAGMA foreign_keys = OFF")
        writer.connection.execute(DAMAGES[name])


def overwrite_first_page_of(library: Path, table: str) -> bytes:
    """Overwrite the first page of a table or index in the database's file; return the file's bytes then."""
    database = library / "library.db"
    with open_writer(library) as writer:
        # All rows into the one file that is damaged here.
        writer.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = writer.connection.execute(query, [table]).fetchone()
    data = bytearray(database.read_bytes())
    data[(page - 1) * PAGE_BYTES : page * PAGE_BYTES] = b"\xa5" * PAGE_BYTES
    database.write_bytes(data)
    return bytes(data)


def stored_text(library: Path, key: int) -> bytes:
    """Return the bytes that stand for a version's text, whole or not."""
    with open_writer(library) as writer:
        (text,) = writer.connection.execute("SELECT text FROM versions WHERE key = ?", [key]).fetchone()
    return bytes(text)


def make_derived_by_older_rule(library: Path, rule: str) -> None:
    """Make full-text terms and near-duplicate bands wrong, and note that an older version of `rule` made them."""
    with open_writer(library) as writer, writer.transaction():
        writer.set_meta(rule, "0")
        write_other_terms(writer.connection)
        writer.connection.execute("DELETE FROM bands")


def has_bands(library: Path) -> bool:
    """Whether any article has bands by which its near-duplicates are found."""
    with open_writer(library) as writer:
        return writer.connection.execute("SELECT 1 FROM bands").fetchone() is not None


def make_attributed_by_older_extractor(library: Path) -> None:
    """Remove all attributions and speakers, and note an extractor version that is older than any."""
    with open_writer(library) as writer, writer.transaction():
        writer.connection.execute("UPDATE versions SET extractor = -1")
        for table in ("attributions", "names", "speaker_names", "speaker_words", "word_halves", "speakers"):
            writer.connection.execute(f"DELETE FROM {table}")


def make_extractor_older(library: Path) -> None:
    """Note an extractor version that is older than any; the attributions stay as they are."""
    with open_writer(library) as writer, writer.transaction():
        writer.connection.execute("UPDATE versions SET extractor = -1")


def turn_places_into(library: Path, address: str) -> None:
    """Turn the places of a library into a web address, as if its articles had been fetched from there."""
    with open_writer(library) as writer, writer.transaction():
        writer.connection.execute("UPDATE places SET kind = 'web', path = ?", [packed(address)])


def seal_vectors(library: Path, number: float) -> None:
    """Give each passage vectors of one number, sealed as if an encoder had made them."""
    with open_writer(library) as writer:
        for row in writer.connection.execute(
            "SELECT id, vector, sentence_vectors FROM embeddings"
        ).fetchall():
            dim = int(numbers_in(row["vector"]))
            count = int(sentences_in(row["sentence_vectors"], dim))
            made = np.full(dim, number, np.float32)
            vector, sentences = half_precision(made), packed_sentences(made, half_precision(made) * count)
            writer.connection.execute(
                "UPDATE embeddings SET vector = ?, sentence_vectors = ?, crc = ?, vector_crc = ? WHERE id = ?",
                [vector, sentences, vectors_crc(vector, sentences), vector_seal(vector), row["id"]],
            )


def swap_vectors(library: Path, first: int, second: int) -> None:
    """Exchange the vectors of two texts, each with its seals."""
    columns = "vector, sentence_vectors, crc, vector_crc"
    with open_writer(library) as writer, writer.transaction():
        query = f"SELECT {columns} FROM embeddings WHERE id = ?"
        one, other = (tuple(writer.connection.execute(query, [each]).fetchone()) for each in (first, second))
        for number, values in ((first, other), (second, one)):
            writer.connection.execute(
                f"UPDATE embeddings SET ({columns}) = (?, ?, ?, ?) WHERE id = ?", [*values, number]
            )


def swap_passages(library: Path) -> None:
    """Let the first two passages, of texts of one shape, point to each other's vectors, with correct seals."""
    with open_writer(library) as writer:
        writer.connection.execute(
            'UPDATE passages SET embedding = 3 - embedding, crc = passage_seal(version, start, "end", 3 - embedding, '
            "sentences) WHERE embedding < 3"
        )
