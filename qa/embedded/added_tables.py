"""Define what each format of a library in a folder added to the tables of the first, which `schema.py` has.

To add a table or a column, raise `LIBRARY_FORMAT` in `qa/tables/formats.py`, and add the statements here, under that
number, and what fills them in `migrations.py`. A new library runs all of them, one after the other, so a column is an
`ALTER TABLE ... ADD COLUMN`. On a server it is one more step in `qa/server/migrations/`.

What each engine makes of other rows for itself is then named in `OWN_TABLES` of `qa/server/schema.py`. What is moved
between engines is named in `qa/tables/columns.py`. Nothing was added there since there are servers, so two places have
to learn of it first: `qa/upkeep/move.py`, which copies all rows after the first step, and `require_own_tables` in
`qa/server/check_tables.py`, which wants all columns at every step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ADDED: Mapping[int, str] = {
    2: """
-- What a web address answered last, so that it is only asked for what is new.
CREATE TABLE fetched (
    place INTEGER NOT NULL REFERENCES places,
    url BLOB NOT NULL,
    etag BLOB NOT NULL,
    last_modified BLOB NOT NULL,
    fetched_at REAL NOT NULL,
    not_before REAL NOT NULL,
    status INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (place, url)
) WITHOUT ROWID;
-- A date or source that a person gave an article: it overrides what the file says, at every reading.
CREATE TABLE given (
    uid TEXT PRIMARY KEY,
    date TEXT,
    source BLOB,
    -- What the file itself says, for when it is taken back.
    own_date TEXT,
    own_source BLOB NOT NULL
) WITHOUT ROWID;
-- Texts that were forgotten, by their hash: none of them comes in again under another name.
CREATE TABLE forgotten_texts (text_sha BLOB PRIMARY KEY) WITHOUT ROWID;
-- MinHash bands of current texts: two articles that share one may tell the same story.
CREATE TABLE bands (
    band INTEGER NOT NULL,
    hash BLOB NOT NULL,
    version INTEGER NOT NULL REFERENCES versions,
    PRIMARY KEY (band, hash, version)
) WITHOUT ROWID;
CREATE INDEX bands_by_version ON bands (version);
-- Every name that somebody speaks under, with the names that it can be one person with, and whose it is.
CREATE TABLE names (
    name BLOB PRIMARY KEY,
    family BLOB NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speakers
) WITHOUT ROWID;
CREATE INDEX names_by_family ON names (family);
CREATE INDEX names_by_speaker ON names (speaker);
-- Names whose attributions changed since the archive's speakers were last brought up to date.
CREATE TABLE unlinked (name BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX attributions_by_name ON attributions (speaker, linked);
""",
    3: """
-- Whose words a person said that some of a text are: it goes with the text, and overrides what is extracted.
CREATE TABLE corrections (
    text_sha BLOB NOT NULL,
    content BLOB NOT NULL,
    -- NULL: nobody's.
    speaker BLOB,
    crc INTEGER NOT NULL,
    PRIMARY KEY (text_sha, content)
) WITHOUT ROWID;
-- Two names that a person said are one speaker's (who is shown by the second), or two speakers' (`apart`).
CREATE TABLE name_pairs (
    first BLOB NOT NULL,
    second BLOB NOT NULL,
    apart INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
""",
    4: """
-- What an article says somebody is, in the order of its text: `who` is `what` of `of`, names as its records have them.
CREATE TABLE descriptions (
    version INTEGER NOT NULL REFERENCES versions,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    who BLOB,
    what BLOB NOT NULL,
    of BLOB,
    former INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    -- The last word of `what`, and the name with its callings under which `who` speaks: by these they are looked up.
    head BLOB NOT NULL,
    identity BLOB,
    PRIMARY KEY (version, ordinal)
) WITHOUT ROWID;
CREATE INDEX descriptions_by_head ON descriptions (head);
CREATE INDEX descriptions_of_names ON descriptions (who, what) WHERE kind = 'also_called';
-- Whom the speaker of a record speaks for: `name` as the article has it, `linked` as the archive has it.
CREATE TABLE spoken_for (
    attribution INTEGER PRIMARY KEY REFERENCES attributions ON DELETE CASCADE,
    name BLOB NOT NULL,
    linked INTEGER REFERENCES speakers,
    crc INTEGER NOT NULL
);
CREATE INDEX spoken_for_by_name ON spoken_for (name, linked);
CREATE INDEX spoken_for_by_speaker ON spoken_for (linked);
""",
    5: """
-- Full text in segments: each covers a range of passages, and is written once. `dropped`: which of them are gone since.
CREATE TABLE word_segments (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    dropped BLOB NOT NULL,
    crc INTEGER NOT NULL
);
-- How many words each passage of a segment has.
CREATE TABLE word_lengths (
    segment INTEGER PRIMARY KEY REFERENCES word_segments,
    lengths BLOB NOT NULL,
    crc INTEGER NOT NULL
);
-- How many passages hold each term. Numbers are never given to another term.
CREATE TABLE words (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    term TEXT NOT NULL UNIQUE,
    passages INTEGER NOT NULL
);
-- Which passages of a segment hold a term, and how often. `counts` is empty where each holds it once.
CREATE TABLE word_postings (
    -- The number of the segment, in the higher 32 bits, and that of the term.
    key INTEGER PRIMARY KEY,
    places BLOB NOT NULL,
    counts BLOB NOT NULL,
    crc INTEGER NOT NULL
);
""",
    6: """
-- By which words each speaker is found: `qa/speakers/shortlist.py` says which. Only full once `meta` has their number.
CREATE TABLE speaker_words (
    word BLOB NOT NULL,
    speaker INTEGER NOT NULL,
    PRIMARY KEY (word, speaker)
) WITHOUT ROWID;
-- The halves of these words: one wrong letter leaves one of them whole.
CREATE TABLE word_halves (
    half BLOB NOT NULL,
    word BLOB NOT NULL,
    PRIMARY KEY (half, word)
) WITHOUT ROWID;
-- Lists of speakers begin with those who speak most.
CREATE INDEX speakers_by_count ON speakers (count DESC, name);
""",
    8: """
-- Of which version each passage of a segment is: by it a scope is found without the rows of passages.
CREATE TABLE segment_versions (
    segment INTEGER PRIMARY KEY REFERENCES word_segments ON DELETE CASCADE,
    versions BLOB NOT NULL,
    crc INTEGER NOT NULL
);
""",
    9: """
-- The terms of each passage, compressed: FTS5 indexes them and keeps none.
CREATE TABLE passage_terms (
    passage INTEGER PRIMARY KEY,
    terms BLOB NOT NULL
);
""",
}
"""The statements that make what a format added, by its number, oldest first."""

ADDED_COLUMNS_IN_2: Mapping[str, Sequence[str]] = {
    "places": ("kind TEXT NOT NULL DEFAULT 'files'",),
    "versions": ("pages BLOB NOT NULL DEFAULT x''", "crc INTEGER NOT NULL DEFAULT 0"),
    "articles": ("crc INTEGER NOT NULL DEFAULT 0",),
    "passages": ("crc INTEGER NOT NULL DEFAULT 0",),
    "attributions": ("crc INTEGER NOT NULL DEFAULT 0", "link_crc INTEGER NOT NULL DEFAULT 0"),
    "speakers": ("crc INTEGER NOT NULL DEFAULT 0",),
    "embeddings": ("vector_crc INTEGER NOT NULL DEFAULT 0",),
}
"""Columns of `schema.TABLES` that format 1 did not have."""
