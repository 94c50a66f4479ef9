from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bots.discord.shown import Shown, ShownQuote, new_id
from bots.discord.state import FILE, KEPT, State
from qa.datatypes import Scope
from qa.embedded import database
from qa.errors import InputProblem, LibraryBusyError
from tests.qa.embedded.crafted import pages_of


def shown(**changes: object) -> Shown:
    given = {
        "id": new_id(), "library": "archive", "question": "Wha\ud800t?", "standalone": "What?",
        "scope": Scope(date(2025, 1, 2), None, ("Reuters",)),
        "quotes": (ShownQuote("q1", "Anna", 7, "first"), ShownQuote("q2", "", 8)), "person": 1, "guild": None,
        "channel": 5, "private": False, "page": 3, "conversation": "{}", "choices": ("One?",),
    } | changes  # fmt: skip
    return Shown(**given)  # type: ignore[arg-type]


def test_an_answer_comes_back_as_it_was_also_after_a_restart(tmp_path: Path) -> None:
    state, kept = State.open(tmp_path, now=lambda: 1.0), shown()
    state.keep(kept)
    state.set_message(kept.id, 99, 6)
    state.close()

    again = State.open(tmp_path, now=lambda: 2.0)

    found = again.shown(kept.id)
    assert found == again.shown_in(99) == shown(id=kept.id, channel=6)
    again.close()


def test_an_answer_grows_too_old_and_is_dropped(tmp_path: Path) -> None:
    now = [0.0]
    state, kept = State.open(tmp_path, now=lambda: now[0]), shown()
    state.keep(kept)

    now[0] = KEPT.total_seconds() + 1
    assert state.shown(kept.id) is None
    state.drop_old()
    now[0] = 0.0

    assert state.shown(kept.id) is None
    state.close()


def test_a_bot_that_never_restarts_drops_what_is_old_too(tmp_path: Path) -> None:
    now = [0.0]
    state, old = State.open(tmp_path, now=lambda: now[0]), shown()
    state.keep(old)

    now[0] = KEPT.total_seconds() + 1
    state.keep(shown())
    now[0] = 0.0

    assert state.shown(old.id) is None
    state.close()


@pytest.mark.parametrize("text", ["", "a" * 15, "A" * 16, "a' OR 1=1 --aaaa", "0" * 16])
def test_what_is_no_id_is_not_looked_for(tmp_path: Path, text: str) -> None:
    state = State.open(tmp_path, now=lambda: 0.0)

    assert state.shown(text) is None
    state.close()


def test_the_last_public_answer_of_a_channel_is_found(tmp_path: Path) -> None:
    now = [0.0]
    state = State.open(tmp_path, now=lambda: now[0])
    for number, private in enumerate((False, False, True)):
        now[0] += 1
        state.keep(shown(question=str(number), private=private))
    state.keep(shown(question="elsewhere", channel=6))

    found = state.last_shown(5)

    assert found is not None
    assert found.question == "1"
    state.close()


def test_settings_libraries_and_threads_are_kept_and_taken_back(tmp_path: Path) -> None:
    state = State.open(tmp_path, now=lambda: 0.0)
    state.change(1, "channels", [3, 4])
    state.change(1, "library", "coast", channel=9)
    state.change(1, "private", True)
    state.change(1, "private", None)
    state.give("guild", 1, "coast")
    state.give("guild", 1, "port")
    state.take_back("guild", 1, "port")
    state.add_thread(8)
    state.close()

    again = State.open(tmp_path, now=lambda: 0.0)

    assert again.settings_of(1) == {(0, "channels"): [3, 4], (9, "library"): "coast"}
    assert again.settings_of(2) == {}
    assert again.given_to("guild", 1) == {"coast"}
    assert again.given_to("person", 1) == set()
    assert (again.is_thread(8), again.is_thread(9)) == (True, False)
    again.close()


def test_its_file_is_its_owners_only(tmp_path: Path) -> None:
    State.open(tmp_path / "new", now=lambda: 0.0).close()

    assert (tmp_path / "new" / FILE).stat().st_mode & 0o077 == 0
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"x" * 5_000)

    with pytest.raises(InputProblem, match=FILE):
        State.open(tmp_path, now=lambda: 0.0)


def test_a_file_that_is_being_written_to_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    State.open(tmp_path, now=lambda: 0.0).close()
    monkeypatch.setattr(database, "_BUSY_MS", 1)

    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryBusyError, match=FILE):
            State.open(tmp_path, now=lambda: 0.0)


def test_a_damaged_page_is_named_also_after_the_start(tmp_path: Path) -> None:
    State.open(tmp_path, now=lambda: 0.0).close()
    page, size = pages_of(tmp_path / FILE, "threads")
    data = bytearray((tmp_path / FILE).read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    (tmp_path / FILE).write_bytes(data)

    with pytest.raises(InputProblem, match=FILE):
        State.open(tmp_path, now=lambda: 0.0)


@pytest.mark.parametrize("value", ["[", "[" * 100_000], ids=["cut", "nested too deeply"])
def test_the_bot_does_not_start_without_a_setting_that_it_cannot_read(tmp_path: Path, value: str) -> None:
    state = State.open(tmp_path, now=lambda: 0.0)
    state.change(1, "channels", [3])
    state.close()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE settings SET value = ?", [value])

    with pytest.raises(InputProblem, match="'channels' is not what was stored"):
        State.open(tmp_path, now=lambda: 0.0)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("question", b"\xff"), ("question", "text"), ("scope", b"["), ("scope", b"7"), ("scope", b'["x", null, []]'),
        ("quotes", b"[1]"), ("quotes", b'"a"'), ("quotes", b'{"quotes": 1}'), ("choices", b"7"), ("choices", b"\xff"),
        ("choices", b"[" * 100_000),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_an_answer_that_cannot_be_read_is_one_that_is_not_there(
    tmp_path: Path, column: str, value: object
) -> None:
    state, kept = State.open(tmp_path, now=lambda: 0.0), shown()
    state.keep(kept)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute(f"UPDATE shown SET {column} = ?", [value])

    assert state.shown(kept.id) is None
    state.close()


def test_ids_are_not_to_be_guessed() -> None:
    assert len({new_id() for _ in range(1_000)}) == 1_000


def test_the_last_answer_of_a_channel_is_found_also_when_the_clock_was_set_back(tmp_path: Path) -> None:
    now = [1_000_000.0]
    state, before, after = State.open(tmp_path, now=lambda: now[0]), shown(), shown()
    state.keep(before)
    state.set_message(before.id, 100, 5)

    now[0] -= 86_400
    state.keep(after)
    state.set_message(after.id, 101, 5)

    found = state.last_shown(5)
    assert found is not None
    assert found.id == after.id
    state.close()
