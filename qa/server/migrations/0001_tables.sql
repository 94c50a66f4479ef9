-- What the library is: its format as `qa.embedded.schema` counts it, a number that every writing transaction raises,
-- and what BM25 needs of all passages together.
CREATE TABLE state (
    one BOOLEAN PRIMARY KEY CHECK (one),
    migration INTEGER NOT NULL,
    library_format INTEGER NOT NULL,
    commit_number BIGINT NOT NULL,
    passages BIGINT NOT NULL,
    tokens BIGINT NOT NULL
);
-- The tables of `qa.embedded.schema`, with the same row numbers: the checksums of rows are made of them. Text is in the
-- order of its bytes, as everywhere in this project, whatever the database's collation is.
CREATE TABLE places (
    id BIGINT PRIMARY KEY,
    path BYTEA NOT NULL,
    exclude TEXT COLLATE "C" NOT NULL,
    remembered BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL
);
CREATE TABLE forgotten (place BIGINT NOT NULL, path BYTEA NOT NULL, id BYTEA NOT NULL);
CREATE TABLE files (
    place BIGINT NOT NULL,
    path BYTEA NOT NULL,
    size BIGINT NOT NULL,
    mtime_ns BIGINT NOT NULL,
    inode BIGINT NOT NULL,
    seen_ns BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL
);
CREATE TABLE skipped (
    rowid BIGINT PRIMARY KEY,
    place BIGINT NOT NULL,
    path BYTEA NOT NULL,
    id BYTEA NOT NULL,
    reason BYTEA NOT NULL
);
CREATE TABLE articles (
    key BIGINT PRIMARY KEY,
    uid TEXT COLLATE "C" NOT NULL UNIQUE,
    place BIGINT NOT NULL,
    path BYTEA NOT NULL,
    id BYTEA NOT NULL,
    crc BIGINT NOT NULL
);
CREATE TABLE versions (
    key BIGINT PRIMARY KEY,
    article BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    current BIGINT NOT NULL,
    extractor BIGINT NOT NULL,
    date TEXT COLLATE "C",
    day TEXT COLLATE "C",
    text_sha BYTEA NOT NULL,
    title BYTEA NOT NULL,
    source BYTEA NOT NULL,
    url BYTEA NOT NULL,
    author BYTEA NOT NULL,
    reader BYTEA NOT NULL,
    text BYTEA NOT NULL,
    pages BYTEA NOT NULL,
    crc BIGINT NOT NULL
);
CREATE TABLE models (
    id BIGINT PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    dim BIGINT NOT NULL,
    max_tokens BIGINT NOT NULL,
    current BIGINT NOT NULL
);
CREATE TABLE embeddings (
    id BIGINT PRIMARY KEY,
    model BIGINT NOT NULL,
    sha BYTEA NOT NULL,
    vector BYTEA NOT NULL,
    sentence_vectors BYTEA NOT NULL,
    crc BIGINT NOT NULL,
    vector_crc BIGINT NOT NULL
);
CREATE TABLE passages (
    id BIGINT PRIMARY KEY,
    version BIGINT NOT NULL,
    start BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    embedding BIGINT NOT NULL,
    sentences BYTEA NOT NULL,
    crc BIGINT NOT NULL
);
CREATE TABLE speakers (
    id BIGINT PRIMARY KEY,
    name BYTEA NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    aliases BYTEA NOT NULL,
    count BIGINT NOT NULL,
    crc BIGINT NOT NULL
);
CREATE TABLE speaker_names (folded BYTEA NOT NULL, speaker BIGINT NOT NULL);
CREATE TABLE attributions (
    id BIGINT PRIMARY KEY,
    version BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    start BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    speaker BYTEA,
    linked BIGINT,
    kind TEXT COLLATE "C" NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    record BYTEA NOT NULL,
    crc BIGINT NOT NULL,
    link_crc BIGINT NOT NULL
);
CREATE TABLE meta (key TEXT COLLATE "C" PRIMARY KEY, value TEXT COLLATE "C" NOT NULL);
CREATE TABLE fetched (
    place BIGINT NOT NULL,
    url BYTEA NOT NULL,
    etag BYTEA NOT NULL,
    last_modified BYTEA NOT NULL,
    fetched_at DOUBLE PRECISION NOT NULL,
    not_before DOUBLE PRECISION NOT NULL,
    status BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL
);
CREATE TABLE given (
    uid TEXT COLLATE "C" PRIMARY KEY,
    date TEXT COLLATE "C",
    source BYTEA,
    own_date TEXT COLLATE "C",
    own_source BYTEA NOT NULL
);
CREATE TABLE forgotten_texts (text_sha BYTEA PRIMARY KEY);
CREATE TABLE bands (band BIGINT NOT NULL, hash BYTEA NOT NULL, version BIGINT NOT NULL);
CREATE TABLE names (name BYTEA NOT NULL, family BYTEA NOT NULL, speaker BIGINT NOT NULL);
CREATE TABLE unlinked (name BYTEA NOT NULL);
CREATE TABLE corrections (text_sha BYTEA NOT NULL, content BYTEA NOT NULL, speaker BYTEA, crc BIGINT NOT NULL);
CREATE TABLE name_pairs (first BYTEA NOT NULL, second BYTEA NOT NULL, apart BIGINT NOT NULL, crc BIGINT NOT NULL);
CREATE TABLE descriptions (
    version BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    start BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    who BYTEA,
    what BYTEA NOT NULL,
    of BYTEA,
    former BIGINT NOT NULL,
    crc BIGINT NOT NULL,
    head BYTEA NOT NULL,
    identity BYTEA
);
CREATE TABLE spoken_for (attribution BIGINT PRIMARY KEY, name BYTEA NOT NULL, linked BIGINT, crc BIGINT NOT NULL);
-- Full text: the tokens of each passage in order, all tokens that there are, and where each stands how often.
CREATE TABLE full_text (passage BIGINT PRIMARY KEY, terms TEXT COLLATE "C" NOT NULL, length INTEGER NOT NULL);
CREATE TABLE vocabulary (id INTEGER PRIMARY KEY, term TEXT COLLATE "C" NOT NULL, passages BIGINT NOT NULL);
CREATE TABLE postings (
    term INTEGER NOT NULL,
    passage BIGINT NOT NULL,
    occurrences INTEGER NOT NULL,
    length INTEGER NOT NULL
);
-- The vectors of `embeddings` once more, as pgvector compares them: `embeddings` has the bytes and their checksums.
CREATE TABLE vectors (passage BIGINT PRIMARY KEY, vector vector NOT NULL);
