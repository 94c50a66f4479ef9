-- The tables of a library of format 8.

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

CREATE VIRTUAL TABLE passages_fts USING fts5 (terms, tokenize = 'ascii');
CREATE VIRTUAL TABLE passages_vocabulary USING fts5vocab (passages_fts, row);

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
-- Of which version each passage of a segment is: by it a scope is found without the rows of passages.
CREATE TABLE segment_versions (
    segment INTEGER PRIMARY KEY REFERENCES word_segments ON DELETE CASCADE,
    versions BLOB NOT NULL,
    crc INTEGER NOT NULL
);
