"""Define the first tables of a library in a folder, and tell which format one has.

They have the columns that format 2 added (`ADDED_COLUMNS_IN_2`). Whatever else later formats added is in
`added_tables.py`, and `migrations.py` brings an older library to it.
"""

from __future__ import annotations

from pathlib import Path

from qa.embedded.database import Connection
from qa.embedded.database_errors import naming_damage
from qa.errors import DamagedIndexError, NewerLibraryError, NoIndexError
from qa.tables.formats import LIBRARY_FORMAT, TERMS_APART

OLDEST_READABLE = 2
"""The oldest format that is read as it is: it only lacks tables, and what they hold is then nothing."""

# "Onrd": tells a library from any other SQLite file.
APPLICATION_ID = 0x4F6E7264

TABLES = """
CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    exclude TEXT NOT NULL,
    remembered INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT 'files'
);
-- What was to be forgotten inside a remembered place: a file, a folder (ends with /), an article of a file.
CREATE TABLE forgotten (
    place INTEGER NOT NULL REFERENCES places,
    path BLOB NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (place, path, id)
) WITHOUT ROWID;
-- Files that were read whole: one that is here unchanged need not be read again.
CREATE TABLE files (
    place INTEGER NOT NULL REFERENCES places,
    path BLOB NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    seen_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (place, path)
) WITHOUT ROWID;
CREATE TABLE skipped (
    place INTEGER NOT NULL REFERENCES places,
    path BLOB NOT NULL,
    id BLOB NOT NULL,
    reason BLOB NOT NULL
);
CREATE INDEX skipped_by_path ON skipped (place, path);
CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    place INTEGER NOT NULL REFERENCES places,
    path BLOB NOT NULL,
    id BLOB NOT NULL,
    crc INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX articles_by_path ON articles (place, path);
CREATE TABLE versions (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles,
    sha256 TEXT NOT NULL,
    current INTEGER NOT NULL,
    extractor INTEGER NOT NULL,
    date TEXT,
    day TEXT,
    text_sha BLOB NOT NULL,
    title BLOB NOT NULL,
    source BLOB NOT NULL,
    url BLOB NOT NULL,
    author BLOB NOT NULL,
    reader BLOB NOT NULL,
    text BLOB NOT NULL,
    pages BLOB NOT NULL DEFAULT x'',
    crc INTEGER NOT NULL DEFAULT 0,
    UNIQUE (article, sha256)
);
CREATE UNIQUE INDEX versions_current ON versions (article) WHERE current = 1;
CREATE INDEX versions_by_source ON versions (current, source, day);
CREATE INDEX versions_by_day ON versions (current, day);
CREATE INDEX versions_by_text ON versions (text_sha, current);
CREATE INDEX versions_by_extractor ON versions (current, extractor);
-- The model that made the vectors. A second one appears while everything is rebuilt with it.
CREATE TABLE models (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    dim INTEGER NOT NULL,
    max_tokens INTEGER NOT NULL,
    current INTEGER NOT NULL
);
-- What was encoded once is never encoded again, even where an article's old text comes back.
CREATE TABLE embeddings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    model INTEGER NOT NULL REFERENCES models,
    sha BLOB NOT NULL,
    vector BLOB NOT NULL,
    sentence_vectors BLOB NOT NULL,
    crc INTEGER NOT NULL,
    -- Of `vector` alone: what is compared without reading the rest.
    vector_crc INTEGER NOT NULL DEFAULT 0,
    UNIQUE (model, sha)
);
-- Ids go to FAISS and are never reused.
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL REFERENCES versions,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    embedding INTEGER NOT NULL REFERENCES embeddings,
    sentences BLOB NOT NULL,
    crc INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX passages_by_version ON passages (version, start);
CREATE INDEX passages_by_embedding ON passages (embedding);
CREATE TABLE attributions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL REFERENCES versions,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    speaker BLOB,
    linked INTEGER REFERENCES speakers,
    kind TEXT NOT NULL,
    confidence REAL NOT NULL,
    record BLOB NOT NULL,
    crc INTEGER NOT NULL DEFAULT 0,
    link_crc INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX attributions_by_version ON attributions (version, ordinal);
CREATE INDEX attributions_by_speaker ON attributions (linked);
CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    name BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    aliases BLOB NOT NULL,
    count INTEGER NOT NULL,
    crc INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE speaker_names (
    folded BLOB NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speakers ON DELETE CASCADE,
    PRIMARY KEY (folded, speaker)
) WITHOUT ROWID;
CREATE INDEX speaker_names_by_speaker ON speaker_names (speaker);
CREATE TABLE generations (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    count INTEGER NOT NULL,
    max_passage INTEGER NOT NULL,
    model INTEGER NOT NULL REFERENCES models
);
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""

FULL_TEXT = """
CREATE VIRTUAL TABLE passages_fts USING fts5 (terms, tokenize = 'ascii', content = '');
CREATE VIRTUAL TABLE passages_vocabulary USING fts5vocab (passages_fts, row);
"""
"""FTS5 keeps nothing of what it indexes: `search/stored_terms.py` does."""

FULL_TEXT_BEFORE_9 = FULL_TEXT.replace(", content = ''", "")


def full_text_of(number: int) -> str:
    """Return the statements that make the full text of a format."""
    return FULL_TEXT if number >= TERMS_APART else FULL_TEXT_BEFORE_9


def stored_format(connection: Connection) -> int:
    """Return the number of the format that a library has; 0 for a database without tables.

    Raises:
        DamagedIndexError: If the file is another program's database, or has a format that never was.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        if (found := int(connection.execute("PRAGMA user_version").fetchone()[0])) < 1:
            raise DamagedIndexError(
                f"This library.db says that it has format {found}, which there never was."
            )
        return found
    if connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None:
        return 0
    raise DamagedIndexError("This library.db is not an Onrecord library.")


def require_readable(connection: Connection, folder: Path) -> None:
    """Refuse a library that this program cannot read.

    Raises:
        NoIndexError: If it has no tables yet.
        DamagedIndexError: If it is newer, older or not whole.
    """
    with naming_damage(folder):
        found = stored_format(connection)
    if found > LIBRARY_FORMAT:
        raise newer(folder, found)
    if found == 0:
        raise NoIndexError(f"The library in {folder} holds nothing yet. Run `qa index PATH...`.")
    if found < OLDEST_READABLE:
        raise DamagedIndexError(
            f"The library in {folder} has the older format {found}. Run `qa index` to update it."
        )


def newer(folder: Path, found: int) -> NewerLibraryError:
    """Return the error for a library that a newer version of this program wrote."""
    return NewerLibraryError(
        f"The library in {folder} was written by a newer version of this program (format {found}, "
        f"this one reads {LIBRARY_FORMAT}). Upgrade with `pip install --upgrade onrecord`."
    )


def statements(script: str) -> list[str]:
    """Split a script into its statements, to be run one by one."""
    # executescript() would commit the surrounding transaction.
    return [statement for statement in script.split(";") if statement.strip()]
