"""Find speakers by the words of their names, in the table that has them, so that nobody else is read."""

from __future__ import annotations

from collections.abc import Sequence

from qa.rule_versions import SPEAKER_WORDS_VERSION
from qa.speakers.shortlist import is_plain, words_asked_for
from qa.speakers.typing_errors import FORGIVEN_LENGTH, halves_near, is_one_off, swapped
from qa.tables.connection import Connection
from qa.tables.formats import keeps_speaker_words
from qa.tables.packing import packed, unpacked

MADE_BY = "speaker words"
"""The key of `meta` under which a library keeps the number of the rules by which its words were made."""


def are_made(connection: Connection) -> bool:
    """Return whether every speaker is found by the words that this program looks for."""
    if not keeps_speaker_words(connection):
        return False
    row = connection.execute("SELECT value FROM meta WHERE key = ?", [MADE_BY]).fetchone()
    return row is not None and row["value"] == str(SPEAKER_WORDS_VERSION)


def found_by_words(connection: Connection, typed: str, wrong_letters: int) -> tuple[str, Sequence[bytes]]:
    """Return SQL for the row numbers of the speakers whom a typed name can mean, and its values.

    Args:
        wrong_letters: How many wrong letters a word may have, 0 or 1.
    """
    wanted, values = [], []
    for number, words in enumerate(words_asked_for(typed)):
        each_of = []
        for word in sorted(words):
            alike = _alike(connection, word) if wrong_letters else [packed(word)]
            each_of.append(f"SELECT speaker FROM speaker_words WHERE word IN ({', '.join('?' * len(alike))})")
            values += alike
        wanted.append(f"SELECT speaker FROM ({' INTERSECT '.join(each_of)}) AS having_{number}")
    return " UNION ".join(wanted) or "SELECT speaker FROM speaker_words WHERE FALSE", values


def _alike(connection: Connection, word: str) -> list[bytes]:
    """Return a word, and all words of speakers that it can be with one wrong letter."""
    found = {packed(word)}
    if is_plain(word) and len(word) >= FORGIVEN_LENGTH - 1:
        if is_one_off(word, swapped(word)):
            found.add(packed(swapped(word)))
        keys = [packed(half) for half in halves_near(word)]
        rows = connection.execute(
            f"SELECT DISTINCT word FROM word_halves WHERE half IN ({', '.join('?' * len(keys))})", keys
        )
        found.update(row["word"] for row in rows if is_one_off(word, unpacked(row["word"])))
    return sorted(found)
