"""Keep the words by which speakers are found (`qa.speakers.shortlist`), and their halves, in step with the speakers."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from qa.datatypes import Speaker
from qa.errors import DamagedIndexError
from qa.rule_versions import SPEAKER_WORDS_VERSION
from qa.tables.connection import Connection, Counted, WritingConnection
from qa.tables.packing import packed
from qa.tables.speaker_words import MADE_BY

logger = logging.getLogger(__name__)

_BATCH = 50_000
"""Speakers whose words are written at once, in the order of the words: each page of a large table is touched once."""


def put_words(connection: WritingConnection, speakers: Iterable[tuple[int, Speaker]]) -> None:
    """Store the words of speakers, given with their row numbers."""
    from qa.speakers.shortlist import is_plain, words_by_which_found  # here, as below: mostly nobody is new
    from qa.speakers.typing_errors import halves

    words = sorted({(word, key) for key, speaker in speakers for word in words_by_which_found(speaker)})
    connection.executemany(
        "INSERT INTO speaker_words (word, speaker) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(packed(word), key) for word, key in words],
    )
    plain = {word for word, _ in words if is_plain(word)}
    connection.executemany(
        "INSERT INTO word_halves (half, word) VALUES (?, ?) ON CONFLICT DO NOTHING",
        sorted((packed(half), packed(word)) for word in plain for half in halves(word)),
    )


def drop_words(connection: WritingConnection, speakers: Iterable[tuple[int, Speaker]]) -> None:
    """Delete the words of speakers as they were stored, and the halves of those that nobody else has."""
    from qa.speakers.shortlist import words_by_which_found
    from qa.speakers.typing_errors import halves

    theirs = sorted({(word, key) for key, speaker in speakers for word in words_by_which_found(speaker)})
    connection.executemany(
        "DELETE FROM speaker_words WHERE word = ? AND speaker = ?",
        [(packed(word), key) for word, key in theirs],
    )
    words = sorted({word for word, _ in theirs})
    query = "SELECT 1 FROM speaker_words WHERE word = ? LIMIT 1"
    others = connection.execute_each(query, [[packed(word)] for word in words])
    connection.executemany(
        "DELETE FROM word_halves WHERE half = ? AND word = ?",
        [
            (packed(half), packed(word))
            for word, found in zip(words, others, strict=True)
            if not found
            for half in halves(word)
        ],
    )


def make_words(connection: WritingConnection, counted: Counted | None = None) -> None:
    """Make the words of all speakers again, in the caller's transaction."""
    connection.execute("DELETE FROM speaker_words")
    connection.execute("DELETE FROM word_halves")
    total = connection.execute("SELECT count(*) FROM speakers").fetchone()[0]
    done = 0
    for speakers in _batches(connection):
        put_words(connection, speakers)
        done += len(speakers)
        if counted is not None:
            counted(done, total)
    connection.execute("DELETE FROM meta WHERE key = ?", [MADE_BY])
    connection.execute("INSERT INTO meta (key, value) VALUES (?, ?)", [MADE_BY, str(SPEAKER_WORDS_VERSION)])


def wrong_words(connection: Connection) -> Iterator[str]:
    """Yield what does not fit between the speakers and the words by which they are found, in words."""
    from qa.speakers.shortlist import is_plain, words_by_which_found
    from qa.speakers.typing_errors import halves

    wanted = lacking = halves_lacking = 0
    for speakers in _batches(connection):
        for key, speaker in speakers:
            for word in words_by_which_found(speaker):
                kept = [packed(word), key]
                query = "SELECT 1 FROM speaker_words WHERE word = ? AND speaker = ?"
                wanted += 1
                lacking += connection.execute(query, kept).fetchone() is None
                for half in halves(word) if is_plain(word) else ():
                    query = "SELECT 1 FROM word_halves WHERE half = ? AND word = ?"
                    row = connection.execute(query, [packed(half), packed(word)]).fetchone()
                    halves_lacking += row is None
    if lacking or halves_lacking:
        yield f"words by which speakers are found that are missing: {lacking:,}, halves of them: {halves_lacking:,}"
    stray = connection.execute("SELECT count(*) FROM speaker_words").fetchone()[0] + lacking - wanted
    query = """
        SELECT count(*) FROM word_halves h WHERE NOT EXISTS (SELECT 1 FROM speaker_words w WHERE w.word = h.word)
    """
    if stray or (stray := connection.execute(query).fetchone()[0]):
        yield f"words by which speakers are found that are nobody's: {stray:,}"


def _batches(connection: Connection) -> Iterator[list[tuple[int, Speaker]]]:
    """Yield all speakers with their row numbers, but for damaged ones, many at a time."""
    from qa.tables.rows import speaker_from

    last = -1
    query = "SELECT * FROM speakers WHERE id > ? ORDER BY id LIMIT ?"
    while rows := connection.execute(query, [last, _BATCH]).fetchall():
        speakers = []
        for row in rows:
            try:
                speakers.append((row["id"], speaker_from(row)))
            except DamagedIndexError as error:
                logger.warning("%s", error)
        yield speakers
        last = rows[-1]["id"]
