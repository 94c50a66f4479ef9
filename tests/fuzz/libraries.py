"""Fuzz what a library or a backup from somebody else reaches: only errors of this project may come out of it.

Changes that a seal would notice are made with the seal that fits, as somebody would who wants to do harm.
"""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from qa.answering.answerer import Answerer
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.encoding import open_encoder, open_span_reader
from qa.ingest.correct import correct
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.tables.compressed import RECORDS
from qa.tables.seals import SEALS
from qa.upkeep.backup import backup
from qa.upkeep.backup_proof import verify_backup
from qa.upkeep.check import check
from qa.upkeep.repair import repair
from qa.upkeep.restore import restore
from qa.upkeep.status import status
from tests.fuzz.target import BREAK, PLACE, Target, own_errors
from tests.qa.embedded.crafted import pack, packed

_ENCODER, _READER = open_encoder(), open_span_reader()
_WHOLE, _FILE, _LIBRARY = PLACE / "whole", PLACE / "backup.zip", PLACE / "changed"
_QUESTIONS = ("What did Ada Quill say about the pier?", "Who is the harbour master?", "Who runs the ferry?")
_SEALED = (
    "articles SET crc = article_seal(uid, place, path, id)",
    "versions SET crc = version_seal(article, sha256, day, reader, pages)",
    'passages SET crc = passage_seal(version, start, "end", embedding, sentences)',
    "embeddings SET vector_crc = vector_seal(vector), crc = vectors_crc(vector, sentence_vectors)",
    'attributions SET crc = attribution_seal(version, ordinal, start, "end", speaker, kind, confidence, record)',
    "attributions SET link_crc = link_seal(crc, (SELECT name FROM speakers s WHERE s.id = linked))",
    "speakers SET crc = speaker_seal(name, kind, aliases)",
    "corrections SET crc = correction_seal(text_sha, content, speaker)",
    'descriptions SET crc = description_seal(version, ordinal, kind, start, "end", who, what, of, former)',
    "spoken_for SET crc = spoken_for_seal(attribution, name, (SELECT name FROM speakers s WHERE s.id = linked))",
)


def backups(data: bytes) -> None:
    kind, number, rest = data[:1], int.from_bytes(data[1:2], "big"), data[2:]
    use = _USES[number % len(_USES)]
    with own_errors():
        if kind == b"z":
            _FILE.write_bytes(rest)
            _restore()
        elif kind == b"m":
            pack((_WHOLE / "library.db").read_bytes(), _FILE, rest)
            _restore()
        elif kind == b"b":
            _copy()
            _change_bytes(_LIBRARY / "library.db", rest)
            use()
        else:
            _copy()
            _change_rows(_LIBRARY / "library.db", rest)
            use()


def _copy() -> None:
    shutil.rmtree(_LIBRARY, ignore_errors=True)
    shutil.copytree(_WHOLE, _LIBRARY)


def _restore() -> None:
    shutil.rmtree(PLACE / "carried", ignore_errors=True)
    with own_errors():
        verify_backup(_FILE)
    restore(_FILE, PLACE / "carried")


def _change_bytes(database: Path, changes: bytes) -> None:
    """Write bytes over others: three of each change say where, counted from a page of one of the tables."""
    data = bytearray(database.read_bytes())
    for change in changes.split(BREAK):
        page, offset = int.from_bytes(change[:1], "big"), int.from_bytes(change[1:3], "big")
        at = (_PAGES[page % len(_PAGES)] + offset) % len(data)
        data[at : at + len(change[3:])] = change[3:]
    database.write_bytes(data)


def _change_rows(database: Path, changes: bytes) -> None:
    """Set values of any type: of each change, three bytes say which column, which row and which type."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for name, seal in (*((seal.__name__, seal) for seal in SEALS), ("vectors_crc", _vectors_crc)):
            connection.create_function(name, -1, seal)
        for change in changes.split(BREAK):
            if len(change) > 2:
                _set(connection, change[0], change[1], change[2:3], change[3:])
        for each in _SEALED:
            # What no seal can be made of is left as it is.
            with suppress(sqlite3.Error):
                connection.execute(f"UPDATE {each}")
        connection.execute("PRAGMA journal_mode = DELETE")


def _vectors_crc(vector: bytes, sentences: bytes) -> int:
    return zlib.crc32(sentences, zlib.crc32(vector))


def _set(connection: sqlite3.Connection, column: int, row: int, kind: bytes, value: bytes) -> None:
    table, name = _COLUMNS[column % len(_COLUMNS)]
    given = _TYPES.get(kind, bytes)(value)
    with suppress(sqlite3.Error, OverflowError):
        count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        if count:
            key = ", ".join(_KEYS[table])
            where = f"({key}) = (SELECT {key} FROM {table} LIMIT 1 OFFSET {row % count})"
            connection.execute(f'UPDATE {table} SET "{name}" = ? WHERE {where}', [given])


def _number(value: bytes) -> int:
    return int.from_bytes(value[:8], "big", signed=True)


_TYPES: dict[bytes, Callable[[bytes], object]] = {
    b"i": _number,
    b"r": lambda value: _number(value) / 1000,
    b"t": lambda value: value.decode("utf-8", "replace"),
    b"n": lambda _: None,
    b"b": bytes,
}


def _ask() -> None:
    with Library.open(_LIBRARY) as library:
        answerer = Answerer(library, lambda: _ENCODER, lambda: _READER, today=date(2025, 1, 21))
        for question in _QUESTIONS:
            with own_errors():
                answer = answerer.ask(question)
                for quote in (*answer.quotes, *answer.related):
                    assert quote.text in quote.version.article.text


def _look() -> None:
    with Library.open(_LIBRARY) as library:
        for look in (
            lambda view: list(view.articles(Scope())),
            lambda view: view.speakers(),
            lambda view: view.corpus(),
            lambda view: view.outlets(),
            lambda view: view.latest(Scope(), 3),
        ):
            with own_errors(), library.snapshot() as snapshot:
                look(snapshot)
        with own_errors():
            answerer = Answerer(library, lambda: _ENCODER, lambda: _READER, today=date(2025, 1, 21))
            answerer.quotes("Ada Quill")


def _examine() -> None:
    for use in (status, check):
        with own_errors():
            use(_LIBRARY)


def _update() -> None:
    with (
        closing(sqlite3.connect(_LIBRARY / "library.db")) as connection,
        suppress(sqlite3.Error, ValueError, TypeError),
    ):
        for (path,) in connection.execute("SELECT path FROM places WHERE kind != 'web'"):
            if PLACE not in Path(path.decode()).parents and Path(path.decode()).exists():
                return  # this machine's own files
    update(_LIBRARY, IndexRequest(()), encoder_factory=lambda: _ENCODER)


def _repair() -> None:
    repair(_LIBRARY, encoder_factory=lambda: _ENCODER)


def _back_up() -> None:
    packed(_LIBRARY, _FILE)
    _restore()
    backup(_LIBRARY, PLACE / "made.zip", force=True)


_USES = (_ask, _look, _examine, _update, _back_up, *(_ask, _look, _examine, _update) * 10, _repair)
"""A repair is rare among them: it reads the models, which takes as long as a hundred others."""


def _make() -> None:
    (PLACE / "articles").mkdir()
    for name in "ab":
        text = (
            f'"The pier of {name} is shut," said Ada Quill, the harbour master.\n\nRents fell, Ivo Brandt said. '
            "Una Strand, a spokeswoman for the Ports Authority, said the ferry runs on Sundays.\n"
        )
        (PLACE / "articles" / f"{name}.md").write_text(
            f"---\ndate: 2025-01-0{ord(name) - 96}\nsource: Tide\n---\n{text}"
        )
    update(_WHOLE, IndexRequest((PLACE / "articles",)), encoder_factory=lambda: _ENCODER)
    with Library.open(_WHOLE) as library:
        answerer = Answerer(library, lambda: _ENCODER, lambda: _READER, today=date(2025, 1, 21))
        said = answerer.ask(_QUESTIONS[0]).quotes[0]
    correct(_WHOLE, said.id, "Ivo Brandt")
    backup(_WHOLE, _FILE)
    with closing(sqlite3.connect(_WHOLE / "library.db")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


_make()

_BACKUP = _FILE.read_bytes()
with closing(sqlite3.connect(_WHOLE / "library.db")) as _connection:
    _TABLES = [
        name
        for (name,) in _connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
            "AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY rootpage"
        )
    ]
    _COLUMNS, _KEYS = [], {}
    for _table in _TABLES:
        _info = _connection.execute(f"PRAGMA table_info({_table})").fetchall()
        _COLUMNS += [(_table, row[1]) for row in _info]
        _KEYS[_table] = [row[1] for row in _info if row[5]] or ["rowid"]
    _SIZE = _connection.execute("PRAGMA page_size").fetchone()[0]
    _PAGES = [0] + [
        (page - 1) * _SIZE
        for (page,) in _connection.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 0 ORDER BY 1")
    ]
    # As JSON, which is still read: what is changed in it is not lost in the compression.
    _RECORD = RECORDS.decompressed(_connection.execute("SELECT record FROM attributions").fetchone()[0])


def _change(table: str, column: str, kind: bytes, value: bytes = b"") -> bytes:
    return bytes([_COLUMNS.index((table, column)), 0]) + kind + value


_SEEDS = [
    b"z\0" + _BACKUP[-1500:],
    b'm\0{"onrecord": "backup", "format": 1, "schema": 4, "articles": 2, "generation": 1, "made_at": "2025-01-01", '
    b'"members": [{"name": "library.db", "size": 1, "sha256": "a"}]}',
    b"r" + bytes([len(_USES) - 1]) + _change("meta", "value", b"t", b"1"),
    *(b"b" + bytes([use]) + b"\5\0\x08\0\1" + BREAK + b"\0\0\x10\1" for use in range(5)),
    *(
        b"r" + bytes([use]) + change
        for use in range(5)
        for change in (
            _change("attributions", "record", b"b", _RECORD),
            _change("attributions", "record", b"b", b"{}"),
            _change("passages", "sentences", b"b", b"\0\0\0\0\1\0\0\0"),
            _change("speakers", "aliases", b"b", b'["a"]'),
            _change("versions", "pages", b"b", b"\0\0\0\0"),
            _change("meta", "value", b"t", b"1"),
            _change("places", "path", b"b", b"/a"),
        )
    ),
]

TARGETS = {
    "backups": Target(
        backups,
        _SEEDS,
        (
            b'"content":[[0,1]]', b'"kind":', b'"mention":null', b'"confidence":', b'"targets":[["a",null]]',
            b'"extracted":{',
            b'"own_words":[[', b"null", b"true", b"1e400", b"[]", b"{}", b'"a"', b"PK\1\2", b"PK\5\6", b"library.db",
            b"manifest.json", b'"size":', b"2025-01-01", b"\xff\xff\xff\x7f",
        ),
    )
}  # fmt: skip
