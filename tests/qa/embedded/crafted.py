"""Change a library's database as somebody might who wants to harm its reader: one table of ways."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from qa.tables.compressed import RECORDS
from qa.tables.formats import LIBRARY_FORMAT
from qa.tables.rows import vectors_crc
from qa.tables.seals import SEALS

ENDLESS = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT"
"""A query that never ends, once a column follows."""

_PLACES = f"""
    {ENDLESS} n AS id, CAST('/' || n AS BLOB) AS path, '[]' AS exclude, 1 AS remembered, 'files' AS kind FROM r
"""
_NOTED = "INSERT OR REPLACE INTO meta VALUES ('evil', 'was run')"


def _made_again(table: str, old: str, new: str) -> str:
    """Return statements that make a table again with its rows, and one thing in its definition otherwise."""
    return f"REWRITE {table}\0{old}\0{new}"


SCHEMAS = {
    "view that never ends in the place of places": f"DROP TABLE places; CREATE VIEW places AS {_PLACES}",
    "view that never ends in the place of meta": (
        f"DROP TABLE meta; CREATE VIEW meta AS {ENDLESS} n AS key, 'x' AS value FROM r"
    ),
    "view in the place of articles": (
        "ALTER TABLE articles RENAME TO theirs; CREATE VIEW articles AS SELECT * FROM theirs"
    ),
    "view beside": "CREATE VIEW evil AS SELECT load_extension('/tmp/evil')",
    "trigger on versions": (
        "CREATE TRIGGER evil AFTER UPDATE ON versions BEGIN UPDATE versions SET current = 2; END"
    ),
    "trigger that writes": f"CREATE TRIGGER evil AFTER INSERT ON files BEGIN {_NOTED}; END",
    "trigger on deletion": f"CREATE TRIGGER evil BEFORE DELETE ON passages BEGIN {_NOTED}; END",
    "trigger that never ends": (
        f"CREATE TRIGGER evil AFTER INSERT ON meta BEGIN DELETE FROM files WHERE size = ({ENDLESS} max(n) FROM r); END"
    ),
    "trigger on a view": (
        "CREATE VIEW evil AS SELECT 1 AS a; "
        f"CREATE TRIGGER evil_too INSTEAD OF INSERT ON evil BEGIN {_NOTED}; END"
    ),
    "table beside": "CREATE TABLE evil (a DEFAULT (load_extension('/tmp/evil')))",
    "table with a library's prefix": "CREATE TABLE passages_fts_more (a)",
    "column more": "ALTER TABLE versions ADD COLUMN evil TEXT",
    "column with a default more": "ALTER TABLE meta ADD COLUMN evil TEXT DEFAULT 'x'",
    "generated column": "ALTER TABLE places ADD COLUMN evil TEXT AS (hex(zeroblob(100000000))) VIRTUAL",
    "stored column": _made_again("speakers", "crc INTEGER", "evil AS (hex(name)) STORED, crc INTEGER"),
    "column missing": "ALTER TABLE files DROP COLUMN inode",
    "column renamed": "ALTER TABLE speakers RENAME COLUMN count TO number",
    "column of another type": _made_again("places", "path BLOB", "path TEXT"),
    "column that may be null": _made_again("places", "exclude TEXT NOT NULL", "exclude TEXT"),
    "column of another order": _made_again("places", "path BLOB", "path BLOB COLLATE NOCASE"),
    "column with another default": _made_again("places", "DEFAULT 'files'", "DEFAULT 'web'"),
    "check that takes long": _made_again(
        "places", "kind TEXT", "kind TEXT CHECK (length(hex(zeroblob(1000000))) > 0)"
    ),
    "check of a function": _made_again(
        "skipped", "reason BLOB NOT NULL", "reason BLOB CHECK (random() != 1)"
    ),
    "key more": _made_again("files", "PRIMARY KEY", "FOREIGN KEY (size) REFERENCES articles, PRIMARY KEY"),
    "key that deletes": _made_again(
        "passages", "REFERENCES versions", "REFERENCES versions ON DELETE CASCADE"
    ),
    "key missing": _made_again("articles", "INTEGER NOT NULL REFERENCES places", "INTEGER NOT NULL"),
    "unique no longer": _made_again("articles", "TEXT NOT NULL UNIQUE", "TEXT NOT NULL"),
    "row numbers": _made_again("meta", "WITHOUT ROWID", ""),
    "strict types": _made_again("skipped", "reason BLOB NOT NULL\n)", "reason BLOB NOT NULL\n) STRICT"),
    "numbers given twice": _made_again("passages", "PRIMARY KEY AUTOINCREMENT", "PRIMARY KEY"),
    "conflict that replaces": _made_again(
        "articles", "NOT NULL UNIQUE", "NOT NULL UNIQUE ON CONFLICT REPLACE"
    ),
    "hidden by a comment": _made_again("meta", "value TEXT", "-- ' \n evil TEXT, /* ' */ value TEXT"),
    "hidden by quotes": _made_again("meta", "value TEXT", '"value TEXT NOT NULL" TEXT, value TEXT'),
    "table missing": "DROP TABLE bands",
    "table renamed": "ALTER TABLE files RENAME TO file",
    "index missing": "DROP INDEX passages_by_version",
    "index of a condition missing": "DROP INDEX versions_current",
    "index more": "CREATE INDEX evil ON versions (title)",
    "index of an expression": "CREATE INDEX evil ON versions (length(hex(text)))",
    "index with a function in its condition": (
        "CREATE INDEX evil ON versions (title) WHERE length(hex(zeroblob(1000))) > 1"
    ),
    "index that is unique": (
        "DROP INDEX articles_by_path; CREATE UNIQUE INDEX articles_by_path ON articles (place, path, id)"
    ),
    "index of another order": "DROP INDEX versions_by_day; CREATE INDEX versions_by_day ON versions (day, current)",
    "index without its condition": "DROP INDEX versions_current; CREATE INDEX versions_current ON versions (article)",
    "full text by another tokenizer": (
        "DROP TABLE passages_fts; CREATE VIRTUAL TABLE passages_fts USING fts5 (terms, tokenize = 'trigram')"
    ),
    "full text of another table": (
        "DROP TABLE passages_fts; CREATE VIRTUAL TABLE passages_fts USING fts5 (terms, content = 'versions')"
    ),
    "full text without a vocabulary": "DROP TABLE passages_vocabulary",
    "full text beside": "CREATE VIRTUAL TABLE evil USING fts5 (a)",
    "full text whose tables changed": "ALTER TABLE passages_fts_docsize ADD COLUMN evil",
    "full text whose tables are missing": "DROP TABLE passages_fts_config",
    "statistics": "ANALYZE",
    "view that says it is a table": (
        "PRAGMA writable_schema = ON; "
        f"UPDATE sqlite_master SET sql = 'CREATE VIEW places AS {ENDLESS} n AS id FROM r' WHERE name = 'places'"
    ),
    "table without a statement": (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = NULL WHERE name = 'meta'"
    ),
    "statement that is none": (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'CREATE TABLE meta (' WHERE name = 'meta'"
    ),
    "attached database in a statement": (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'ATTACH ''evil.db'' AS evil' WHERE name = 'meta'"
    ),
    "name given twice": (
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = 'meta'"
    ),
    "statement of a megabyte": (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET "
        "sql = 'CREATE TABLE meta (/*' || hex(zeroblob(500000)) || '*/' || substr(sql, 20) WHERE name = 'meta'"
    ),
    "format before its tables": "PRAGMA user_version = 3",
    "first format with later tables": "PRAGMA user_version = 1",
    "format zero": "PRAGMA user_version = 0",
    "format below zero": "PRAGMA user_version = -7",
    "format of the future": "PRAGMA user_version = 2000000000",
    "another program's mark": "PRAGMA application_id = 7",
}
"""Schemas that this program does not make, and the statements that make them of one that it does."""


def _sealed(path: str, value: str) -> str:
    """Return statements that set a value in the records of all attributions, with the seals that fit."""
    inside = f"json_set(decompressed(record), '$.{path}', json('{value}'))" if path else f"json('{value}')"
    return _sealed_record(f"compressed(CAST({inside} AS BLOB))")


def _sealed_record(stored: str) -> str:
    """Return statements that set what is stored for the records of all attributions, with the seals that fit."""
    return (
        f"UPDATE attributions SET record = {stored}; UPDATE attributions SET crc = "
        'attribution_seal(version, ordinal, start, "end", speaker, kind, confidence, record); '
        "UPDATE attributions SET link_crc = link_seal(crc, (SELECT name FROM speakers s WHERE s.id = linked))"
    )


def _sealed_vectors(stored: str) -> str:
    """Return statements that set what is stored of all sentences, with the seals that fit."""
    return (
        f"UPDATE embeddings SET sentence_vectors = {stored}; "
        "UPDATE embeddings SET crc = vectors_crc(vector, sentence_vectors)"
    )


_MEGABYTES = zlib.compress(bytes(20_000_000), 9)[2:-4].hex()

_RECORDS = {
    "record is a list": ("", "[]"),
    "record is nothing": ("", "null"),
    "extracted is a list": ("extracted", "[1]"),
    "content is empty": ("content", "[]"),
    "content is a text": ("content", '[["a", "b"]]'),
    "content is of objects": ("content", '[["a", {}]]'),
    "content ends before it begins": ("content", "[[9, 1]]"),
    "content is beyond any text": ("content", "[[0, 1000000000000000000000]]"),
    "confidence is a list": ("confidence", "[]"),
    "confidence is a text": ("confidence", '"x"'),
    "confidence is endless": ("confidence", "1e999"),
    "second hand is a list": ("second_hand", "[]"),
    "second hand is a number": ("second_hand", "1000000000000000000000"),
    "mention is of texts": ("mention", '["a", "b"]'),
    "speaker is a number": ("speaker", "7"),
    "polarity is a list": ("polarity", "[]"),
    "own words are texts": ("own_words", '[["a", "b"]]'),
    "targets are numbers": ("targets", "[[1, 2]]"),
}
"""Values in records that this program does not write: a path, and JSON."""

ROWS = {
    "place excluding no JSON": "UPDATE places SET exclude = '{'",
    "place excluding a number": "UPDATE places SET exclude = '7'",
    "place of numbers": "UPDATE places SET path = 7",
    "place that is no text": "UPDATE places SET path = x'ff00ff'",
    "place with a zero in its path": "UPDATE places SET path = CAST('/a' AS BLOB) || x'00'",
    "place of a name longer than any": "UPDATE places SET path = CAST('/' || hex(zeroblob(300)) AS BLOB)",
    "place of a path longer than any": (
        "UPDATE places SET path = CAST(replace(hex(zeroblob(9000)), '00', '/a') AS BLOB)"
    ),
    "place of another kind": "UPDATE places SET kind = 'evil'",
    "file with a text for its size": "UPDATE files SET size = 'large'",
    "file with a number for its name": "UPDATE files SET path = 7 WHERE path = (SELECT min(path) FROM files)",
    "article with a number for its id": "UPDATE articles SET id = 7",
    "article with bytes for its uid": "UPDATE articles SET uid = x'ff00ff' WHERE key = 1",
    "version with bytes for its date": "UPDATE versions SET date = x'ff'",
    "version with a number for its text": "UPDATE versions SET text = 7",
    "version with a text for its day": "UPDATE versions SET day = 'yesterday'",
    "version of pages that are none": "UPDATE versions SET pages = 'pages'",
    "extractor that is a text": "UPDATE versions SET extractor = 'evil'",
    "passage that starts with a text": "UPDATE passages SET start = 'here'",
    "passage of an endless text": 'UPDATE passages SET "end" = 9223372036854775807',
    "passage of other sentences": "UPDATE passages SET sentences = 'x'",
    "vector of a number": "UPDATE embeddings SET vector = 7",
    "vector of half a number": "UPDATE embeddings SET vector = x'00'",
    "sentences whose factors are no numbers": _sealed_vectors(
        "CAST(substr(sentence_vectors, 1, 1) || x'ff7fff7f' || substr(sentence_vectors, 6) AS BLOB)"
    ),
    "sentences of another form": _sealed_vectors("CAST(x'02' || substr(sentence_vectors, 2) AS BLOB)"),
    "sentences that end early": _sealed_vectors("substr(sentence_vectors, 1, length(sentence_vectors) - 2)"),
    "attribution that is unpacked to megabytes": _sealed_record(f"x'01{_MEGABYTES}'"),
    "attribution that ends early": _sealed_record("substr(record, 1, length(record) - 2)"),
    "model of many dimensions": "UPDATE models SET dim = 1000000000000",
    "model of a text's dimensions": "UPDATE models SET dim = 'many'",
    "model of no dimensions": "UPDATE models SET dim = 0",
    "attribution of a number": "UPDATE attributions SET record = 7",
    "attribution of a text for a number": "UPDATE attributions SET confidence = 'sure'",
    **{f"attribution whose {name}": _sealed(path, value) for name, (path, value) in _RECORDS.items()},
    "speaker of a number": "UPDATE speakers SET name = 7 WHERE id = 1",
    "speaker of other names": "UPDATE speakers SET aliases = x'ff'",
    "generation outside": "UPDATE generations SET file = '../../etc/passwd'",
    "generation of a text's size": "UPDATE generations SET size = 'large'",
    "generation of a number for its file": "UPDATE generations SET file = 7, sha256 = 7",
    "generation after which none comes": "UPDATE generations SET n = 9223372036854775807",
    "reason that is no text": "INSERT INTO skipped VALUES (1, 7, x'ff', 7)",
    "given by nobody": "INSERT INTO given VALUES (7, 7, 7, 7, 7)",
    "correction of numbers": "INSERT INTO corrections VALUES (7, 7, 7, 7)",
    "correction of half an offset": (
        "INSERT INTO corrections SELECT text_sha, x'00', NULL, correction_seal(text_sha, x'00', NULL) FROM versions"
    ),
    "correction of a name that is no text": (
        "INSERT INTO corrections SELECT text_sha, x'0000000001000000', x'ff', "
        "correction_seal(text_sha, x'0000000001000000', x'ff') FROM versions"
    ),
    "correction that ends before it begins": (
        "INSERT INTO corrections SELECT text_sha, x'0900000001000000', NULL, "
        "correction_seal(text_sha, x'0900000001000000', NULL) FROM versions"
    ),
    "article of another name": (
        "UPDATE articles SET uid = 'Ab-' || key, crc = article_seal('Ab-' || key, place, path, id)"
    ),
    "names of numbers": "INSERT INTO name_pairs VALUES (7, 7, 7, 7)",
    "fetched at a text": "INSERT INTO fetched VALUES (1, 7, 7, 7, 'then', 'later', 'ok', 7)",
    "thresholds that are none": "INSERT OR REPLACE INTO meta VALUES ('thresholds', '[')",
    "rules with a zero": "UPDATE meta SET value = char(0) || '1'",
    "rules of thousands of digits": "UPDATE meta SET value = replace(hex(zeroblob(5000)), '0', '9')",
    "rules below zero": "UPDATE meta SET value = '-1'",
    "place excluding a zero": "UPDATE places SET exclude = '[]' || char(0)",
    "rules that are none": "UPDATE meta SET value = 'x'",
}
"""Rows that this program does not write."""


def change(database: Path, how: str) -> None:
    """Run the statements of one of these ways over a database that nobody has open."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for seal in SEALS:
            # Somebody who wants to do harm can make them too.
            connection.create_function(seal.__name__, -1, seal)
        connection.create_function("vectors_crc", 2, vectors_crc)
        connection.create_function("compressed", 1, RECORDS.compressed)
        connection.create_function("decompressed", 1, lambda record: RECORDS.decompressed(record).decode())
        if how.startswith("REWRITE"):
            table, old, new = how.removeprefix("REWRITE ").split("\0")
            _rewrite(connection, table, old, new)
        else:
            connection.executescript(how)
        connection.execute("PRAGMA journal_mode = DELETE")


def _rewrite(connection: sqlite3.Connection, table: str, old: str, new: str) -> None:
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()
    assert old in sql
    indexes = connection.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type = 'index' AND sql NOT NULL", [table]
    ).fetchall()
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute(f"ALTER TABLE {table} RENAME TO before")
    for (index,) in indexes:
        connection.execute(f"DROP INDEX {index.split()[index.split().index('ON') - 1]}")
    connection.execute(sql.replace(old, new))
    names = ", ".join(f'"{row[1]}"' for row in connection.execute("PRAGMA table_info(before)"))
    connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM before")
    connection.execute("DROP TABLE before")
    for (index,) in indexes:
        connection.execute(index)


def pages_of(database: Path, table: str) -> tuple[int, int]:
    """Return the number of a table's first page, and the size of a page."""
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(query, [table]).fetchone()
        return page, connection.execute("PRAGMA page_size").fetchone()[0]


def endless_tree(database: Path, table: str) -> None:
    """Let a table's first page lead to a page that leads many times to the next one, and so on: rows without end."""
    root, size = pages_of(database, table)
    data = bytearray(database.read_bytes())
    leaf = data[(root - 1) * size : root * size]
    data += leaf
    below = len(data) // size
    for _ in range(10):
        data += _interior(below, size)
        below = len(data) // size
    data[(root - 1) * size : root * size] = _interior(below, size)
    data[28:32] = (len(data) // size).to_bytes(4, "big")
    database.write_bytes(data)


def page_that_leads_to_itself(database: Path, table: str) -> None:
    root, size = pages_of(database, table)
    data = bytearray(database.read_bytes())
    data[(root - 1) * size : root * size] = _interior(root, size)
    database.write_bytes(data)


def _interior(child: int, size: int) -> bytes:
    """Return an interior page of a table whose cells all lead to one page.

    Source: https://sqlite.org/fileformat.html, "B-tree Pages".
    """
    count = 400
    cell = child.to_bytes(4, "big") + b"\x01"
    page = bytearray(size)
    at = size
    pointers = bytearray()
    for _ in range(count):
        at -= len(cell)
        page[at : at + len(cell)] = cell
        pointers += at.to_bytes(2, "big")
    head = (
        b"\x05"
        + b"\0\0"
        + count.to_bytes(2, "big")
        + at.to_bytes(2, "big")
        + b"\0"
        + child.to_bytes(4, "big")
    )
    page[: len(head)] = head
    page[12 : 12 + len(pointers)] = pointers
    return bytes(page)


PAGES: dict[str, tuple[str, Callable[[Path, str], None]]] = {
    "articles without end": ("articles", endless_tree),
    "places without end": ("places", endless_tree),
    "versions without end": ("versions", endless_tree),
    "a page that leads to itself": ("speakers", page_that_leads_to_itself),
}
"""Pages that no program writes: a table, and what is done to its first page."""


def change_page(database: Path, how: str) -> str:
    """Change a page of a database that nobody has open in one of these ways; return the name of its table."""
    table, make = PAGES[how]
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    make(database, table)
    return table


def packed(library: Path, file: Path) -> Path:
    """Back up a library's database as it is, with checksums that fit."""
    return pack((library / "library.db").read_bytes(), file)


def pack(data: bytes, file: Path, manifest: bytes = b"") -> Path:
    """Write a backup of these bytes, with checksums that fit, or with another manifest."""
    made = {
        "onrecord": "backup",
        "format": 1,
        "schema": LIBRARY_FORMAT,
        "articles": 2,
        "generation": 1,
        "made_at": "2025-01-01T00:00:00+00:00",
        "members": [{"name": "library.db", "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}],
    }
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("library.db", data)
        archive.writestr("manifest.json", manifest or json.dumps(made))
    return file
