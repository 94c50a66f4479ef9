"""Keep forgotten texts out of a library, under whatever name they come back, until a person indexes one by name."""

from __future__ import annotations

import hashlib

from qa.tables.connection import WritingConnection
from qa.tables.packing import packed

REASON = "its text was forgotten; to have it back, name it: `qa index PATH`"


def remember_forgotten(connection: WritingConnection, article: int) -> None:
    """Record the texts of all versions of an article as forgotten, so that none comes in again."""
    connection.execute(
        """
        INSERT INTO forgotten_texts (text_sha) SELECT text_sha FROM versions WHERE article = ? ON CONFLICT DO NOTHING
        """,
        [article],
    )


class ForgottenTexts:
    """Says which texts are forgotten, by their hashes, and lifts that from one."""

    def __init__(self, connection: WritingConnection) -> None:
        self._connection = connection
        self._hashes = {bytes(row["text_sha"]) for row in connection.execute("SELECT * FROM forgotten_texts")}

    def __contains__(self, text: str) -> bool:
        # Mostly there are none, and nothing need be hashed.
        return bool(self._hashes) and text_hash(text) in self._hashes

    def lift(self, text: str) -> None:
        """Let a forgotten text come in again."""
        self._hashes.discard(text_hash(text))
        self._connection.execute("DELETE FROM forgotten_texts WHERE text_sha = ?", [text_hash(text)])

    def stands(self, text: str, place: int, path: str) -> bool:
        """Return whether a text is current under this path: forgotten elsewhere, it stays here."""
        row = self._connection.execute(
            """
            SELECT 1 FROM versions v JOIN articles a ON a.key = v.article
            WHERE v.text_sha = ? AND v.current = 1 AND a.place = ? AND a.path = ?
            """,
            [text_hash(text), place, packed(path)],
        ).fetchone()
        return row is not None


def text_hash(text: str) -> bytes:
    """Return the hash that the table of versions keeps as `text_sha`."""
    return hashlib.sha256(packed(text)).digest()
