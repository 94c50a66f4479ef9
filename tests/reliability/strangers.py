"""Libraries and backups from strangers: each crafted one, and random changes of a schema and its rows.

Every command that reads or writes a library meets each of them as a process of its own would, under a time limit: it
ends with a documented exit code that is not 70, and nothing that a stranger wrote into a schema was run.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from workload import ROOT, environment

from embeddings.loading import load_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.tables.formats import LIBRARY_FORMAT
from tests.qa.embedded.crafted import ENDLESS, PAGES, ROWS, SCHEMAS, change

SECONDS = 60
"""The longest a command may take on a busy machine; alone each takes some seconds at most."""
ENDS = (0, 1, 2, 3, 4, 5, 6)
"""Exit codes of docs/cli.md that a strange library may lead to: not 70, and no signal."""

COMMANDS = """
import contextlib, io, json, sys, time, traceback
from bots.terminal.app import run

ends = []
for command in json.load(sys.stdin):
    told, started = io.StringIO(), time.monotonic()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            end = run(command)
        except SystemExit as error:
            end = error.code
        except BaseException:
            traceback.print_exc(file=told)
            end = 70
    ends.append([command[0], end, round(time.monotonic() - started, 1), told.getvalue()[-300:]])
    print(json.dumps(ends[-1]), flush=True)
"""
"""Runs command lines one after the other as `qa` would each: loading the program takes longer than most of them."""

TABLES = (
    "places",
    "files",
    "articles",
    "versions",
    "passages",
    "embeddings",
    "attributions",
    "speakers",
    "meta",
    "given",
)
COLUMNS = {
    "places": ("path", "exclude", "kind"), "files": ("path", "size"), "articles": ("id", "uid", "path"),
    "versions": ("text", "title", "day", "date", "pages", "reader"), "passages": ("start", "sentences"),
    "embeddings": ("vector", "sentence_vectors", "sha"), "attributions": ("record", "kind", "confidence"),
    "speakers": ("name", "aliases"), "meta": ("value",), "generations": ("file", "sha256", "size"),
    "models": ("dim", "name"),
}  # fmt: skip
VALUES = (
    "NULL", "-1", "9223372036854775807", "1e308", "''", "'x'", "x'ff00ff'", "zeroblob(3000000)",
    "hex(zeroblob(1000000))", "'[[1,2],[3'", "char(0)", "'../../../etc/passwd'",
)  # fmt: skip


def prove(scratch: Path, *, samples: int, crafted: int | None, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Yield (what was changed, what is wrong) for crafted and randomly changed libraries.

    Args:
        samples: So many random changes.
        crafted: So many of the crafted ones, chosen by chance; None is all of them.
    """
    whole = _library(scratch / "strangers")
    choose = random.Random(seed)
    ways = [*SCHEMAS.items(), *ROWS.items(), *((name, "") for name in PAGES)]
    plans = ways if crafted is None else choose.sample(ways, crafted)
    plans += [
        (f"{number}: {how[:100]}", how) for number in range(samples) for how in [_random_change(choose)]
    ]

    def once(plan: tuple[str, str]) -> tuple[str, str]:
        what, how = plan
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            library = Path(shutil.copytree(whole, Path(folder) / "library"))
            try:
                if what in PAGES:
                    _change_page(library / "library.db", what)
                else:
                    change(library / "library.db", how)
            except (sqlite3.Error, AssertionError):
                # SQLite itself refuses some changes: what it left is tried.
                pass
            return f"a stranger's library, {what}", _wrong(library, Path(folder))

    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(once, [("unchanged", ""), *plans])


def _library(scratch: Path) -> Path:
    (scratch / "articles").mkdir(parents=True)
    for name in "ab":
        text = f'"The pier of {name} is shut," said Ada Quill, a minister.\n\nRents fell, Ivo Brandt said.'
        (scratch / "articles" / f"{name}.txt").write_text(text)
    encoder = load_encoder()
    update(scratch / "library", IndexRequest((scratch / "articles",)), encoder_factory=lambda: encoder)
    return scratch / "library"


def _random_change(choose: random.Random) -> str:
    """Return statements that change a library as this program never would: its schema, its rows, or both."""
    table, other = choose.sample(TABLES, 2)
    column = choose.choice(COLUMNS.get(table, ("rowid",)))
    event = choose.choice(("INSERT", "UPDATE", "DELETE"))
    evil = "INSERT OR REPLACE INTO meta VALUES ('evil', 'was run')"
    schema = "PRAGMA writable_schema = ON; UPDATE sqlite_master SET"
    endless = f"{ENDLESS} n AS {column} FROM r"
    ways = (
        f"ALTER TABLE {table} RENAME TO theirs; CREATE VIEW {table} AS SELECT * FROM theirs",
        f"DROP TABLE {table}; CREATE VIEW {table} AS {endless}",
        f"CREATE TRIGGER evil {choose.choice(('BEFORE', 'AFTER'))} {event} ON {table} BEGIN {evil}; END",
        f"CREATE TRIGGER evil AFTER {event} ON {table} BEGIN DELETE FROM {other}; END",
        f"ALTER TABLE {table} ADD COLUMN evil {choose.choice(('TEXT', 'BLOB DEFAULT 7', 'INTEGER'))}",
        f"ALTER TABLE {table} RENAME COLUMN {column} TO evil",
        f"ALTER TABLE {table} DROP COLUMN {column}",
        f"CREATE INDEX evil ON {table} ({column})",
        f"DROP TABLE {table}",
        f"DELETE FROM {table}",
        f"{schema} sql = replace(sql, 'TEXT', 'ANY') WHERE name = '{table}'",
        f"{schema} rootpage = {choose.randrange(40)} WHERE name = '{table}'",
        f"{schema} name = tbl_name || '_', type = 'view' WHERE rowid = {choose.randrange(1, 40)}",
        *(
            f"UPDATE OR IGNORE {name} SET {each} = {choose.choice(VALUES)}"
            for name, columns in choose.sample(sorted(COLUMNS.items()), 3)
            for each in [choose.choice(columns)]
        ),
        f"PRAGMA user_version = {choose.randrange(-3, 9)}",
    )
    return "; ".join(choose.sample(ways, choose.choice((1, 1, 2))))


def _change_page(database: Path, what: str) -> None:
    table, make = PAGES[what]
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    make(database, table)


def _wrong(library: Path, folder: Path) -> str:
    packed = _packed(library, folder / "strange.zip")
    at = ("--library", str(library))
    carried = ("--library", str(folder / "carried"))
    commands = (
        ("ask", "What did Ada Quill say about the pier?", *at), ("status", *at), ("speakers", *at),
        ("articles", "--list", *at), ("verify", *at), ("doctor", *at), ("verify", "--backup", str(packed)),
        ("restore", str(packed), *carried), ("ask", "Who spoke about rents?", *carried),
        ("backup", str(folder / "kept.zip"), *at), ("index", *at), ("index", "--rebuild", *at),
        ("forget", "--purge", "a.txt", *at), ("doctor", "--repair", *at), ("ask", "Who spoke about rents?", *at),
    )  # fmt: skip
    surroundings = environment() | {"TMPDIR": str(folder)}
    try:
        done = subprocess.run(
            [sys.executable, "-c", COMMANDS], input=json.dumps(commands), text=True, cwd=ROOT, env=surroundings,
            capture_output=True, check=False, timeout=len(commands) * SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        return f"it hangs after {os.fsdecode(error.stdout or b'')[-200:]}"
    ends = [json.loads(line) for line in done.stdout.splitlines()]
    if len(ends) != len(commands):
        return (
            f"{' '.join(commands[len(ends)])} ended the process with {done.returncode}: {done.stderr[-300:]}"
        )
    return _of_ends(ends) or _of_evil(library, folder / "carried")


def _of_ends(ends: Sequence[tuple[str, int, float, str]]) -> str:
    for name, code, seconds, told in ends:
        if code not in ENDS:
            return f"{name} ends with {code}: {told}"
        if seconds > SECONDS:
            return f"{name} takes {seconds} s"
    return ""


def _of_evil(*libraries: Path) -> str:
    """Return whether a trigger was run, in a library or where it was restored."""
    for library in libraries:
        if not (library / "library.db").exists():
            continue
        with closing(sqlite3.connect(library / "library.db")) as connection:
            try:
                found = connection.execute(
                    "SELECT 1 FROM sqlite_master m, meta e "
                    "WHERE m.name = 'meta' AND m.type = 'table' AND e.key = 'evil'"
                )
                if found.fetchone() is not None:
                    return "what its maker wrote was run"
            except sqlite3.DatabaseError:
                continue
    return ""


def _packed(library: Path, file: Path) -> Path:
    """Back up a library's database as it is, with checksums that fit."""
    data = (library / "library.db").read_bytes()
    manifest = {
        "onrecord": "backup", "format": 1, "schema": LIBRARY_FORMAT, "articles": 2, "generation": 1,
        "made_at": "2025-01-01T00:00:00+00:00",
        "members": [{"name": "library.db", "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}],
    }  # fmt: skip
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("library.db", data)
        archive.writestr("manifest.json", json.dumps(manifest))
    return file
