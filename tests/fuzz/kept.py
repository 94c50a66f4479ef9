"""Fuzz what a user sets and what the program keeps for itself: it must say what is wrong, or do without."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from bots.discord.configuration import TABLE, read_configuration, read_token
from bots.discord.registering import KnownCommands
from bots.discord.state import FILE as STATE
from bots.discord.state import KEPT, State
from bots.exit_codes import UNEXPECTED
from bots.terminal import short_ids
from bots.terminal.app import run
from bots.user_settings import settings_file
from embeddings.cache import remembered_digests
from embeddings.known_texts import first_readable
from qa.embedded.own_database import connect_to_own
from qa.errors import ConfigurationError
from qa.evaluation import complaints
from qa.ingest.report import request_within
from qa.settings import load_settings, load_table
from qa.standing_questions import FILE as FOLLOWS
from qa.standing_questions import Follows
from qa.tables.packing import packed
from qa.upkeep import last_backup
from tests.fuzz.target import BREAK, PLACE, Target, own_errors, text_of, values

_LIBRARY = PLACE / "library"
_ID = "a" * 16


def settings(data: bytes) -> None:
    kind, rest = data[:1], data[1:]
    with own_errors():
        _KINDS.get(kind, _command)(rest)


def _files(data: bytes) -> None:
    """Read a settings file, lines of an environment, and the bot's options."""
    given, lines, options = values(data, 3)
    file = PLACE / "config.toml"
    file.write_bytes(given)
    environment = _pairs(lines)
    with contextlib.suppress(ConfigurationError):
        assert read_token(environment).isascii()
    with own_errors():
        table = load_table(file, TABLE)
        read_configuration(
            table=table,
            environment=environment,
            options=_pairs(options),
            token="t",
            library=_LIBRARY,
            base=PLACE,
        )
    request_within(load_settings(file=file, environment=environment, flags={}))


def _pairs(data: bytes) -> dict[str, str]:
    # No environment and no command line holds a zero.
    pairs = [line.partition("=") for line in text_of(data.replace(b"\0", b"")).split("\n")]
    return {name: value for name, _, value in pairs if name}


def _command(data: bytes) -> None:
    """Run a command with a settings file and an environment."""
    given, lines = values(data, 2)
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(given)
    before = dict(os.environ)
    for line in lines.split(b"\n"):
        name, _, value = line.partition(b"=")
        if name.startswith(b"QA_") and b"\0" not in line:
            os.environb[name] = value
    try:
        _run("status", "--json", "--library", str(_LIBRARY))
        _run("status")
    finally:
        os.environ.clear()
        os.environ.update(before)


def _run(*arguments: str) -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        assert run(arguments) != UNEXPECTED, said.getvalue()


def _notes(data: bytes) -> None:
    """Read each note that stands beside a library, or in the cache: they are conveniences, and are done without."""
    for name in (last_backup.RECORD, short_ids.FILE, complaints.LAST_QUESTION):
        (_LIBRARY / name).write_bytes(data)
    last_backup.last_backup(_LIBRARY)
    last_backup.pointing_at_backup(_LIBRARY)
    with own_errors():
        short_ids.quote_id(_LIBRARY, "qaaaaaa")
    complaints.last_question(_LIBRARY)
    note = PLACE / "note.json"
    note.write_bytes(data)
    first_readable([note])
    KnownCommands(note).get("a")
    for memory in (PLACE / "memory").glob("checked/*.json"):
        memory.write_bytes(data)
    assert remembered_digests(_LIBRARY, (short_ids.FILE,), (PLACE / "memory",))


def _state(data: bytes) -> None:
    """Read the bot's state: a setting, and an answer with its buttons."""
    setting, scope, quotes, choices, name = values(data, 5)
    folder = PLACE / "state"
    shutil.rmtree(folder, ignore_errors=True)
    State.open(folder, now=lambda: 1.0).close()
    connection = connect_to_own(folder / STATE, "")
    row = (
        _ID, text_of(name), packed("a"), packed("a"), scope, quotes, choices, name, 1, 1, 1, 0, 1, 3, 1.0,
    )  # fmt: skip
    with contextlib.suppress(UnicodeEncodeError):
        connection.execute(f"INSERT INTO shown VALUES ({', '.join('?' * len(row))})", row)
        connection.execute("INSERT INTO settings VALUES (1, 0, 'private', ?)", [text_of(setting)])
    connection.close()
    state = State.open(folder, now=KEPT.total_seconds)
    try:
        state.setting(1, "private")
        state.shown(_ID)
        state.shown_in(1)
        state.last_shown(1)
    finally:
        state.close()


def _databases(data: bytes) -> None:
    """Open files that are no databases of the bot's state and of followed questions, or damaged ones."""
    folder = PLACE / "own"
    for name, use in ((STATE, _open_state), (FOLLOWS, _open_follows)):
        shutil.rmtree(folder, ignore_errors=True)
        use(folder)
        damaged = bytearray((folder / name).read_bytes())
        for change in data.split(BREAK):
            at = int.from_bytes(change[:2], "big") % len(damaged)
            damaged[at : at + len(change) - 2] = change[2:]
        (folder / name).write_bytes(damaged if data[:1] != b"\0" else data)
        for log in folder.glob("*-[ws][ah][lm]"):
            log.unlink()
        with own_errors():
            use(folder)


def _open_state(folder: Path) -> None:
    State.open(folder, now=lambda: 1.0).close()


def _open_follows(folder: Path) -> None:
    Follows(folder / FOLLOWS).all()


_KINDS: dict[bytes, Callable[[bytes], None]] = {
    b"f": _files,
    b"c": _command,
    b"n": _notes,
    b"s": _state,
    b"d": _databases,
}
_LIBRARY.mkdir(exist_ok=True)

_SETTINGS = b"""library = "~/a"
model = "m"
exclude = ["*.tmp"]
max_file_mb = 1
quotes = 3
format = "md"
fetch_allow = "localhost:1"

[discord]
default = "a"
state = "~/s"
owners = [1, "2"]
api = "http://127.0.0.1:1"

[discord.libraries]
a = "b"

[discord.limits]
per_person = 5
"""
_BACKUP = {
    "file": "/a", "made_at": "2025-01-01T00:00:00+00:00", "size": 1, "articles": 1, "generation": 1, "sha256": "a",
}  # fmt: skip

TARGETS = {
    "settings": Target(
        settings,
        [
            b"f" + BREAK.join((_SETTINGS, b"QA_QUOTES=3\nQA_DISCORD_TOKEN=a.b.c\nQA_DISCORD_OWNERS=1 2", b"guilds=1")),
            b"f" + BREAK.join((b"read_seconds = 60", b"QA_DISCORD_TOKEN_FILE=/a\nQA_PARSE=yes", b"drain_seconds=1")),
            b"c" + BREAK.join((_SETTINGS, b"QA_LIBRARY=a\nQA_FORMAT=csv")),
            b"n" + json.dumps([_BACKUP]).encode(),
            b'n["a:0:1"]',
            b'n{"question": "a", "quotes": ["b"]}',
            b'n{"a": ["b", [1, 2, 3]]}',
            b"n[0.5, 1.0]",
            b"s" + BREAK.join((b"true", b'["2024-01-01", null, ["a"]]', b'{"quotes": [["a", "b", 1]]}', b"[]", b"a")),
            b"s" + BREAK.join((b"[1]", b"[null, null, []]", b'[["a", "b", 1]]', b"[]", b"a")),
            b"d\0\0a" + BREAK + b"\x10\0a",
        ],
        (
            b" = ", b"[discord]\n", b"[[a]]\n", b"~", b"~a", b"\\u0000", b"1e999", b"9999999999", b"nan", b"2025-13-01",
            b'{"a":', b"null", b"QA_DISCORD_LIMITS=", b"QA_QUOTES=", b"QA_LIBRARY=~a", b"\nQA_",
            b"http://[", b"\\ud800", b"[" * 60, b"9" * 60, b"0x" + b"f" * 60,
        ),
    )
}  # fmt: skip
