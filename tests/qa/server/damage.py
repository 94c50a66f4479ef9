"""Damage a library on a server on purpose, as in `tests.qa.embedded.damage`: raw SQL, by somebody with all rights."""

from __future__ import annotations

from qa.server.connections import connect
from qa.settings import ServerLibrary

DAMAGES = {
    "a byte of a text": "UPDATE versions SET text = set_byte(text, 3, get_byte(text, 3) # 1) WHERE key = 1",
    "article ids changed": "UPDATE articles SET id = 'other'::bytea",
    "days changed": "UPDATE versions SET day = '2024-01-02'",
    "no version current": "UPDATE versions SET current = 0",
    "passages moved": "UPDATE passages SET start = start + 1",
    "every third passage moved": "UPDATE passages SET start = start + 1 WHERE id % 3 = 0",
    "passage missing": "DELETE FROM passages WHERE id = 1",
    "passage of no version": "UPDATE passages SET version = 99 WHERE id = 1",
    "full-text terms changed": "UPDATE full_text SET terms = 'other'",
    "full-text row of no passage": "INSERT INTO full_text VALUES (99, 'pier', 1)",
    "full-text row missing": "DELETE FROM full_text WHERE passage = 2",
    "postings of one word missing": "DELETE FROM postings WHERE term = (SELECT min(term) FROM postings)",
    "words miscounted": "UPDATE vocabulary SET passages = passages + 1",
    "a byte of a vector": (
        "UPDATE embeddings SET vector = set_byte(vector, 9, get_byte(vector, 9) # 1) WHERE id = 1"
    ),
    "vector checksums changed": "UPDATE embeddings SET vector_crc = vector_crc + 1 WHERE id < 4",
    "sentence vectors cut": "UPDATE embeddings SET sentence_vectors = '\\x00000000000000' WHERE id = 2",
    "searched vectors changed": (
        "UPDATE vectors SET vector = (SELECT vector FROM vectors WHERE passage = 1) WHERE passage = 2"
    ),
    "searched vectors missing": "DELETE FROM vectors WHERE passage = 2",
    "attributed speakers changed": "UPDATE attributions SET speaker = 'Mario Ruiz'::bytea",
    "attribution records emptied": "UPDATE attributions SET record = '{}'::bytea",
    "attributions not linked": "UPDATE attributions SET linked = NULL",
    "attributions linked to nobody": "UPDATE attributions SET linked = 99",
    "speaker names changed": "UPDATE speakers SET name = 'Mario Ruiz'::bytea",
    "speaker names missing": "DELETE FROM speaker_names",
    "descriptions changed": "UPDATE descriptions SET what = 'baker'::bytea",
    "corrected speakers changed": "UPDATE corrections SET speaker = 'Mario Ruiz'::bytea",
    "index of passages missing": "DROP INDEX passages_by_version",
    "version of no article": "DELETE FROM articles WHERE key = 1",
    "a kind of place that is none": "UPDATE places SET kind = 'other'",
    "two models current": "INSERT INTO models (name, sha256, dim, max_tokens, current) VALUES ('m', '', 3, 3, 1)",
}
"""Name of a damage to the statement that does it. Row 1 is the first article, version or passage indexed."""


def damage(place: ServerLibrary, name: str) -> None:
    """Do one of `DAMAGES` to a library."""
    as_somebody_with_all_rights(place, DAMAGES[name])


def as_somebody_with_all_rights(place: ServerLibrary, *statements: str) -> None:
    connection = connect(place)
    try:
        connection.execute(f"SET search_path TO {place.schema}, public")
        for statement in statements:
            connection.execute(statement)
    finally:
        connection.close()
