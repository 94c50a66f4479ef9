"""`qa watch` as a process: what it prints is waited for, with a deadline."""

from __future__ import annotations

import json
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from qa.embedded.writer_lock import writer_lock

pytestmark = pytest.mark.slow

Event = dict[str, Any]
DEADLINE = 60


class Watching:
    """A running `qa watch --json` and the events that it has printed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def close(self) -> None:
        self.process.kill()
        self.process.wait(DEADLINE)
        self._reader.join(DEADLINE)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def until(self, event: str, **expected: object) -> list[Event]:
        """Return the events up to one of this kind with these values."""
        seen: list[Event] = []
        deadline = time.monotonic() + DEADLINE
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                pytest.fail(f"no {event} {expected} within {DEADLINE} s, but {seen}")
            if line is None:
                pytest.fail(f"it ended before {event} {expected}, after {seen}")
            seen.append(json.loads(line))
            if {"event": event, **expected}.items() <= seen[-1].items():
                return seen


@contextmanager
def watching(folder: Path, environment: dict[str, str]) -> Iterator[Watching]:
    process = subprocess.Popen(
        [sys.executable, "-m", "bots.terminal", "watch", "--json"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    watch = Watching(process)
    try:
        watch.until("watching")
        yield watch
    finally:
        watch.close()


@pytest.fixture
def folder(tmp_path: Path, archive: Path) -> Path:
    """A working folder of this test alone, with the articles and their library."""
    shutil.copytree(archive / "news", tmp_path / "news")
    return tmp_path


@pytest.fixture
def indexed(folder: Path, environment: dict[str, str]) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "bots.terminal", "index", "news"],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_a_new_file_that_cannot_be_read_is_reported(indexed: Path, environment: dict[str, str]) -> None:
    with watching(indexed, environment) as watch:
        (indexed / "news" / "bad.txt").write_bytes(b"\x00" * 1000)
        told = watch.until("skipped", path="bad.txt")

    assert told[-1]["reason"] == "it is not text"


def test_each_change_is_reported_and_a_signal_ends_it(indexed: Path, environment: dict[str, str]) -> None:
    news = indexed / "news"
    with watching(indexed, environment) as watch:
        (news / "new.txt").write_text("The ferry sails again.\n")
        added = watch.until("updated")
        (news / "new.txt").write_text("The ferry sails no more.\n")
        changed = watch.until("updated")
        (news / "sub").mkdir()
        (news / "new.txt").rename(news / "sub" / "moved.txt")
        moved = watch.until("updated")
        (news / "sub" / "moved.txt").unlink()
        removed = watch.until("updated")
        watch.process.send_signal(signal.SIGTERM)
        watch.until("stopped")
        code = watch.process.wait(DEADLINE)

    assert [(each["event"], each["path"]) for each in added[:-1]] == [("added", "new.txt")]
    assert [(each["event"], each["path"]) for each in changed[:-1]] == [("changed", "new.txt")]
    assert [(each["event"], each["path"], each["before"]) for each in moved[:-1]] == [
        ("moved", "sub/moved.txt", "new.txt")
    ]
    assert (moved[-1]["moved"], moved[-1]["encoded"]) == (1, 0)
    assert [(each["event"], each["path"]) for each in removed[:-1]] == [("removed", "sub/moved.txt")]
    assert all(each["schema"] == 2 for each in [*added, *changed, *moved, *removed])
    assert code == 0


def test_a_library_that_is_being_written_to_is_waited_for(indexed: Path, environment: dict[str, str]) -> None:
    with watching(indexed, environment) as watch:
        with writer_lock(indexed / ".qa"):
            (indexed / "news" / "new.txt").write_text("The ferry sails again.\n")
            *_, error = watch.until("error")
        watch.until("added", path="new.txt")

    assert "Another process" in error["text"]


def test_a_lock_that_cannot_be_taken_is_reported_and_survived(
    indexed: Path, environment: dict[str, str]
) -> None:
    lock = indexed / ".qa" / "library.lock"
    with watching(indexed, environment) as watch:
        lock.unlink(missing_ok=True)
        lock.mkdir()
        (indexed / "news" / "new.txt").write_text("The ferry sails again.\n")
        watch.until("error")
        lock.rmdir()
        watch.until("added", path="new.txt")


def test_a_folder_that_goes_and_comes_back_is_watched_again(
    indexed: Path, environment: dict[str, str]
) -> None:
    news, away = indexed / "news", indexed / "away"
    with watching(indexed, environment) as watch:
        news.rename(away)
        watch.until("missing", text=str(news))
        away.rename(news)
        watch.until("back", text=str(news))
        (news / "new.txt").write_text("The ferry sails again.\n")
        watch.until("added", path="new.txt")
        watch.process.send_signal(signal.SIGINT)
        watch.until("stopped")

        assert watch.process.wait(DEADLINE) == 0


def test_what_changed_while_nobody_watched_is_reported_first(
    indexed: Path, environment: dict[str, str]
) -> None:
    (indexed / "news" / "new.txt").write_text("The ferry sails again.\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "bots.terminal", "watch"],
        cwd=indexed,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        first, second = process.stdout.readline(), process.stdout.readline()
    finally:
        process.kill()
        process.communicate(timeout=DEADLINE)

    assert first == "added: new.txt\n"
    assert second.startswith("up to date: 4 articles")


def test_without_a_library_there_is_nothing_to_watch(tmp_path: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bots.terminal", "watch"],
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
    )

    assert done.returncode == 4
