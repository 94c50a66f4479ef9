"""Workers commit while one process indexes or files; what it decided before its transaction holds all the same."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.errors import LibraryBusyError
from qa.ingest.libraries import open_writer
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.ingest.work import Work
from qa.server.connections import connect
from qa.server.writer import open_server_worker
from qa.upkeep.forget import forget
from qa.upkeep.status import status
from tests.qa.server.both_libraries import everything, require_whole
from tests.qa.server.node import Node
from tests.qa.server.queued import ROOT, Queued, kill_a_worker, once

pytestmark = pytest.mark.slow


def write(queued: Queued, said: str, *numbers: int, name: str = "piers.jsonl") -> None:
    lines = [{"id": str(n), "text": f'"Pier {n} {said}," said Marta Ruiz, the mayor.'} for n in numbers]
    queued.archive.write_lines(name, *lines)


def require_as_in_a_folder(queued: Queued, tmp_path: Path) -> None:
    archive = queued.archive
    archive.index()
    assert everything(archive.library, archive.encoder) == everything(queued.both.place, archive.encoder)
    assert queued.waiting() == 0
    require_whole(queued.both.place, tmp_path)


def test_workers_commit_while_one_process_indexes(queued: Queued, tmp_path: Path) -> None:
    write(queued, "is shut", *range(40))
    queued.scout()
    write(queued, "is long", *range(300), name="moles.jsonl")
    stored: list[str] = []

    def meanwhile() -> None:
        stored.extend(queued.work())
        with pytest.raises(LibraryBusyError), open_writer(queued.both.place):
            pass
        with pytest.raises(LibraryBusyError):
            forget(queued.both.place, "1")

    report = queued.scout(once("reading", meanwhile), queue=False)

    assert (len(stored), report.added, report.articles, report.waiting) == (40, 300, 340, 0)
    require_as_in_a_folder(queued, tmp_path)


def as_it_waits(queued: Queued) -> None:
    write(queued, "is red", 1, 2, 3, 4, 5)


def newer(queued: Queued) -> None:
    write(queued, "is green", 1, 2, 3, 4)


def as_before(queued: Queued) -> None:
    write(queued, "is shut", 1, 2, 3)


def less(queued: Queued) -> None:
    write(queued, "is red", 1)


def moved(queued: Queued) -> None:
    (queued.archive.folder / "piers.jsonl").rename(queued.archive.folder / "jetties.jsonl")


def moved_and_another_there(queued: Queued) -> None:
    moved(queued)
    write(queued, "is shut", 2, 3)


@pytest.mark.parametrize("queue", [False, True], ids=["index", "scout"])
@pytest.mark.parametrize("becomes", [as_it_waits, newer, as_before, less, moved, moved_and_another_there])
def test_what_a_worker_stores_after_a_file_was_read_undoes_nothing(
    queued: Queued, tmp_path: Path, becomes: Callable[[Queued], None], queue: bool
) -> None:
    write(queued, "is shut", 1, 2, 3)
    queued.scout()
    queued.work()
    write(queued, "is red", 1, 2, 3, 4)
    assert queued.scout().filed == 4
    becomes(queued)
    stored: list[str] = []

    report = queued.scout(once("reading", lambda: stored.extend(queued.work())), queue=queue)

    assert len(stored) == 4
    if becomes is as_it_waits and not queue:
        # Those that the worker stored are not stored once more.
        assert (report.added, report.changed) == (1, 0)
    queued.work()
    require_as_in_a_folder(queued, tmp_path)


def test_an_article_that_waits_as_it_is_read_is_stored_by_who_reads_it(
    queued: Queued, tmp_path: Path
) -> None:
    write(queued, "is shut", 1, 2)
    queued.scout()
    write(queued, "is shut", 1, 2, 3)

    report = queued.scout(queue=False)

    assert (report.added, report.waiting, queued.work()) == (3, 0, [])
    require_as_in_a_folder(queued, tmp_path)


def test_two_workers_and_one_process_that_indexes_store_each_article_once(
    queued: Queued, node: Node, tmp_path: Path
) -> None:
    write(queued, "is shut", *range(100))
    queued.scout()
    for number in range(0, 100, 4):
        queued.archive.write(f"{number}.txt", f"The ferry to pier {number} leaves at nine.")
    write(queued, "is shut", *range(50), *range(75, 120))
    options = ["--library", node.address(queued.both.place.schema), "--json"]
    commands = [["index", str(queued.archive.folder)], *2 * [["work", "--until-done"]]]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "bots.terminal", *command, *options],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for command in commands
    ]  # fmt: skip
    said = [process.communicate() for process in processes]

    assert [process.returncode for process in processes] == [0, 0, 0], said
    require_as_in_a_folder(queued, tmp_path)


def test_a_rebuild_keeps_workers_out_until_it_is_done(queued: Queued, tmp_path: Path) -> None:
    write(queued, "is shut", 1, 2)
    queued.scout()
    queued.work()
    write(queued, "is red", 1, 2, 3)
    queued.scout()
    stored: list[str] = []
    worker = threading.Thread(target=lambda: stored.extend(queued.work()))

    def meanwhile() -> None:
        worker.start()
        while worker.is_alive() and not somebody_waits(queued):
            pass
        assert stored == []

    request = IndexRequest((), rebuild=True)
    encoder = queued.archive.encoder
    update(
        queued.both.place,
        request,
        encoder_factory=lambda: encoder,
        progress=once("encoding", meanwhile),
    )
    worker.join()

    queued.work()
    require_as_in_a_folder(queued, tmp_path)


def somebody_waits(queued: Queued) -> bool:
    connection = connect(queued.both.place)
    try:
        row = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)"
        ).fetchone()
        return row is not None and bool(row[0])
    finally:
        connection.close()


class OneLook(threading.Event):
    """Stops who would wait for it."""

    def wait(self, timeout: float | None = None) -> bool:
        self.set()
        return super().wait(timeout)


def test_nothing_is_put_aside_while_somebody_reads_its_file(
    queued: Queued, node: Node, tmp_path: Path
) -> None:
    write(queued, "is shut", 1)
    queued.scout()
    for _ in range(3):
        kill_a_worker(queued, node, "reading")
    with open_server_worker(queued.both.place) as (_, jobs):
        while not jobs.hopeless():
            pass
    encoder = queued.archive.encoder

    def meanwhile() -> None:
        Work(queued.both.place, lambda: encoder, OneLook(), lambda _: None, until_done=True).run()
        assert (queued.waiting(), status(queued.both.place).skipped) == (1, ())

    # Written again as it was: its file is noted as read, and the article waits.
    write(queued, "is shut", 1)
    queued.scout(once("reading", meanwhile))
    assert queued.work() == []
    assert len(status(queued.both.place).skipped) == 1

    assert queued.scout(queue=False).added == 1
    require_as_in_a_folder(queued, tmp_path)
