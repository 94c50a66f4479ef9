"""Texts that a person let be forgotten: they stay out under whatever name they come in, until somebody names it."""

from __future__ import annotations

import hashlib

from qa.embedded.database import Connection, packed

REASON = "its text was forgotten; to have it back, name it: `qa index PATH`"


def remember_forgotten(connection: Connection, article: int) -> None:
    """Let none of an article's versions come in again."""
    connection.execute(
        "INSERT OR IGNORE INTO forgotten_texts (text_sha) SELECT text_sha FROM versions WHERE article = ?",
        [article],
    )


class ForgottenTexts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._hashes = {bytes(row["text_sha"]) for row in connection.execute("SELECT * FROM forgotten_texts")}

    def __contains__(self, text: str) -> bool:
        # Mostly there are none, and nothing need be hashed.
        return bool(self._hashes) and text_hash(text) in self._hashes

    def lift(self, text: str) -> None:
        self._hashes.discard(text_hash(text))
        self._connection.execute("DELETE FROM forgotten_texts WHERE text_sha = ?", [text_hash(text)])

    def stands(self, text: str, place: int, path: str) -> bool:
        """Say whether a text answers from this path: that it was forgotten elsewhere does not take it out there."""
        row = self._connection.execute(
            """
            SELECT 1 FROM versions v JOIN articles a ON a.key = v.article
            WHERE v.text_sha = ? AND v.current = 1 AND a.place = ? AND a.path = ?
            """,
            [text_hash(text), place, packed(path)],
        ).fetchone()
        return row is not None


def text_hash(text: str) -> bytes:
    """Return the hash that the table of versions has as `text_sha`."""
    return hashlib.sha256(packed(text)).digest()
