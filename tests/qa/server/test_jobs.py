"""What a scout filed is taken in by any number of workers, each article once and whole, whoever of them dies."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from embeddings.encoder import Encoder
from qa.datatypes import Scope
from qa.errors import DamagedIndexError, LibraryBusyError, NewerLibraryError, NoIndexError, UsageError
from qa.ingest import work
from qa.ingest.give import give
from qa.ingest.libraries import open_writer
from qa.ingest.report import IndexRequest, Progress
from qa.ingest.update import update
from qa.ingest.work import Work
from qa.server.check_search_tables import search_troubles
from qa.server.connections import reading
from qa.server.snapshot import ServerArchive
from qa.server.writer import open_server_worker
from qa.settings import server_library
from qa.tables.writing.writer import Writer
from qa.upkeep.forget import forget
from qa.upkeep.move import move
from qa.upkeep.status import status
from tests.qa.server.both_libraries import (
    Both,
    as_somebody_with_all_rights,
    everything,
    require_whole,
    write_some,
)
from tests.qa.server.node import Node
from tests.qa.server.queued import ROOT, Queued, kill_a_worker, once

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

pytestmark = pytest.mark.slow
STEPS = ("reading", "encoding", "attributing", "publishing")
"""What a worker does with the articles that it has taken: it says each when it is done, the last before its commit."""


def test_what_workers_take_in_is_as_in_a_folder(queued: Queued, tmp_path: Path) -> None:
    both, archive = queued.both, queued.archive
    write_some(archive)
    archive.index()
    filed = queued.scout()
    assert (filed.filed, filed.waiting, filed.articles, len(filed.skipped)) == (11, 11, 0, 1)
    assert len(queued.work()) == 11
    assert everything(archive.library, archive.encoder) == everything(both.place, archive.encoder)

    archive.write("pier.txt", '"The pier opens again," said Marta Ruiz. The harbour is glad.')
    later = ({"id": str(n), "text": f"Harbour {n} opens in May."} for n in range(4, 12))
    archive.write_lines("lines.jsonl", *later)
    (archive.folder / "ferry.txt").rename(archive.folder / "boat.txt")
    archive.index()
    filed = queued.scout()
    # What was moved is not missing until a worker comes.
    assert (filed.filed, filed.moved, filed.removed) == (9, 1, 4)
    assert "boat.txt" in queued.texts()
    queued.work()

    assert queued.scout().filed == queued.waiting() == 0
    assert everything(archive.library, archive.encoder) == everything(both.place, archive.encoder)
    require_whole(both.place, tmp_path)


@pytest.mark.parametrize("step", STEPS)
def test_a_worker_that_is_killed_leaves_nothing_half_and_another_takes_its_articles(
    queued: Queued, node: Node, tmp_path: Path, step: str
) -> None:
    write_some(queued.archive)
    queued.scout()

    kill_a_worker(queued, node, step)

    assert (queued.waiting(), queued.texts()) == (11, {})
    assert len(queued.work()) == 11
    queued.archive.index()
    assert everything(queued.archive.library, queued.archive.encoder) == everything(
        queued.both.place, queued.archive.encoder
    )
    require_whole(queued.both.place, tmp_path)


def test_long_articles_are_taken_fewer_at_once_and_one_always(
    queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, length in enumerate([1, 1, 70, 1, 90]):
        queued.archive.write(f"{number}.txt", "The pier is shut. " * length)
    queued.scout()
    monkeypatch.setattr(work, "BYTES_AT_ONCE", 1000)
    taken: list[int | None] = []

    def told(progress: Progress) -> None:
        if progress.stage == "reading":
            taken.append(progress.total)

    assert len(queued.work(told)) == 5
    assert taken == [2, 1, 1, 1]


def test_two_workers_with_one_article_store_it_once(queued: Queued, tmp_path: Path) -> None:
    write_some(queued.archive)
    queued.scout()
    first: list[str] = []

    # The lease is over at once, so the second worker takes what the first has in hand.
    second = queued.work(once("attributing", lambda: first.extend(queued.work())), lease=0)

    assert (len(first), second) == (11, [])
    require_whole(queued.both.place, tmp_path)


def test_workers_side_by_side_take_each_article_once(queued: Queued, node: Node, tmp_path: Path) -> None:
    lines = [{"id": str(n), "text": f'"Pier {n} is shut," said Marta Ruiz {n}.'} for n in range(100)]
    queued.archive.write_lines("lines.jsonl", *lines)
    queued.scout()
    command = [sys.executable, "-m", "bots.terminal", "work", "--until-done", "--library",
               node.address(queued.both.place.schema)]  # fmt: skip
    workers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    told = [line for worker in workers for line in worker.communicate()[0].splitlines()]

    assert {worker.returncode for worker in workers} == {0}
    assert sorted(line for line in told if ":" in line) == sorted(
        f"added: lines.jsonl ({n})" for n in range(100)
    )
    queued.archive.index()
    assert everything(queued.archive.library, queued.archive.encoder) == everything(
        queued.both.place, queued.archive.encoder
    )
    require_whole(queued.both.place, tmp_path)


def change(queued: Queued) -> None:
    queued.archive.write("pier.txt", "The pier was painted.")
    queued.scout()


def remove(queued: Queued) -> None:
    (queued.archive.folder / "pier.txt").unlink()
    queued.scout()


def forget_the_place(queued: Queued) -> None:
    forget(queued.both.place, str(queued.archive.folder))


def index_directly(queued: Queued) -> None:
    queued.archive.write("pier.txt", "The pier was painted.")
    queued.scout(queue=False)


@pytest.mark.parametrize(
    ("happens", "text"),
    [
        pytest.param(change, "The pier was painted.", id="changed"),
        pytest.param(remove, None, id="removed"),
        pytest.param(forget_the_place, None, id="forgotten"),
        pytest.param(index_directly, "The pier was painted.", id="indexed by another"),
    ],
)
@pytest.mark.parametrize("step", ["before", "attributing"])
def test_what_happens_to_an_article_that_waits_or_is_in_hand_holds(
    queued: Queued, tmp_path: Path, happens: Callable[[Queued], None], text: str | None, step: str
) -> None:
    queued.archive.write("pier.txt", '"The pier stays shut," said Marta Ruiz, the mayor.')
    queued.scout()
    if step == "before":
        happens(queued)

    queued.work(once(step, lambda: happens(queued)))

    assert queued.texts() == ({} if text is None else {"pier.txt": text})
    assert queued.waiting() == 0
    with reading(queued.both.place) as connection:
        assert list(search_troubles(connection)) == []


@pytest.mark.parametrize("what", ["news/pier.txt", "news", "pier-1"])
def test_no_copy_of_what_is_purged_waits(queued: Queued, what: str) -> None:
    queued.archive.write_lines("news/pier.txt.jsonl", {"id": "pier-1", "text": "The pier is shut."})
    queued.archive.write("news/pier.txt", "The pier is shut.")
    queued.archive.write("mole.txt", "The mole is long.")
    queued.scout()
    queued.work()
    queued.archive.write_lines("news/pier.txt.jsonl", {"id": "pier-1", "text": "The pier is red."})
    queued.archive.write("news/pier.txt", "The pier is red.")
    queued.archive.write("mole.txt", "The mole is short.")
    assert queued.scout().filed == 3

    path = what if what == "pier-1" else str(queued.archive.folder / what)
    forget(queued.both.place, path, purge=True)

    assert queued.waiting() == (1 if what == "news" else 2)
    queued.work()
    assert queued.texts()["mole.txt"] == "The mole is short."


def test_taking_articles_and_giving_them_back_takes_no_room(archive: Archive, node: Node) -> None:
    # In a database of its own: what a transaction of another test may still see takes room, such as a killed worker's.
    as_somebody_with_all_rights(node.library("nowhere"), "CREATE DATABASE alone TEMPLATE template0")
    alone = server_library(node.address("alone").replace("/postgres?", "/alone?"))
    queued = Queued(Both(archive, alone))
    lines = [{"id": str(n), "text": f'"Pier {n} is shut," said Marta Ruiz {n}.'} for n in range(200)]
    queued.archive.write_lines("lines.jsonl", *lines)
    queued.scout()
    sizes = set()
    with open_server_worker(queued.both.place) as (writer, jobs):
        for _ in range(3):
            sizes.add(size_of_jobs(writer))
            assert len(jobs.take("a worker", 200, 1_000_000, 300)) == 200
            sizes.add(size_of_jobs(writer))
            jobs.give_back("a worker", tried=False)
        sizes.add(size_of_jobs(writer))

    assert len(sizes) == 1


def test_who_gives_articles_back_waits_for_nobody_who_withdraws_some(queued: Queued) -> None:
    queued.archive.write("pier.txt", "The pier is shut.")
    queued.archive.write("mole.txt", "The mole is long.")
    queued.scout()
    with open_server_worker(queued.both.place) as (writer, jobs):
        first, second = jobs.take("a worker", 2, 1_000_000, 300)
        with open_server_worker(queued.both.place) as (_, others), writer.transaction():
            jobs.finish([first])
            others.give_back("a worker", tried=False)
            assert others.take("another worker", 2, 1_000_000, 300) == [second]


def size_of_jobs(writer: Writer) -> int:
    return int(writer.connection.execute("SELECT pg_relation_size('jobs')").fetchone()[0])


def test_a_date_that_was_given_meanwhile_holds(queued: Queued) -> None:
    queued.archive.write("pier.txt", "The pier is shut.")
    queued.scout()
    queued.work()
    queued.archive.write("pier.txt", "The pier is open.")
    queued.scout()
    give(queued.both.place, "pier.txt", date="2025-01-31", source=None, unset=False)
    queued.work()

    with ServerArchive.open(queued.both.place) as archive, archive.snapshot() as view:
        (version,) = view.find_articles("pier.txt")
    assert (version.article.date, version.article.text) == ("2025-01-31", "The pier is open.")
    assert queued.scout().filed == 0


def test_workers_commit_beside_a_scout_and_others_wait_for_it(queued: Queued) -> None:
    for number in range(3):
        lines = [{"id": str(n), "text": f"Pier {n} of harbour {number}."} for n in range(256)]
        queued.archive.write_lines(f"{number}.jsonl", *lines)
    stored: list[str] = []

    def meanwhile() -> None:
        stored.extend(queued.work())
        with pytest.raises(LibraryBusyError), open_writer(queued.both.place):
            pass

    report = queued.scout(once("reading", meanwhile))

    assert (report.filed, len(stored), report.waiting) == (768, 256, 512)


def test_an_article_that_ends_its_workers_is_put_aside_and_keeps_no_other_out(
    queued: Queued, node: Node
) -> None:
    queued.archive.write("pier.txt", "The pier is shut.")
    queued.scout()
    for _ in range(3):
        kill_a_worker(queued, node, "reading")
    queued.archive.write("mole.txt", "The mole is long.")
    queued.scout()

    assert queued.work() == ["mole.txt"]

    (skipped,) = status(queued.both.place).skipped
    assert (skipped.path, "3 workers ended" in skipped.reason) == ("pier.txt", True)
    assert queued.scout().filed == 1
    assert queued.work() == ["pier.txt"]
    assert status(queued.both.place).skipped == ()


def test_an_error_with_an_article_is_survived(queued: Queued) -> None:
    queued.archive.write("pier.txt", "The pier is shut.")
    queued.scout()

    def fail() -> None:
        raise RuntimeError

    assert queued.work(once("encoding", fail)) == ["pier.txt"]


def test_a_library_is_not_moved_while_articles_wait(queued: Queued, tmp_path: Path) -> None:
    queued.archive.write("pier.txt", "The pier is shut.")
    queued.scout()

    with pytest.raises(UsageError, match="1 articles wait"):
        move(queued.both.place, tmp_path / "moved")

    queued.work()
    move(queued.both.place, tmp_path / "moved")


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        pytest.param("UPDATE meta SET value = '0' WHERE key = 'chunking'", NewerLibraryError, id="rules"),
        pytest.param("UPDATE state SET migration = 3", DamagedIndexError, id="an older program's"),
    ],
)
def test_a_worker_takes_nothing_in_that_would_not_fit(
    queued: Queued, spoil: str, error: type[Exception]
) -> None:
    queued.archive.write("pier.txt", "The pier is shut.")
    queued.scout()
    as_somebody_with_all_rights(queued.both.place, spoil)

    with pytest.raises(error):
        queued.work()


def test_what_cannot_be_queued_is_refused(queued: Queued, encoder: Encoder) -> None:
    queued.archive.write("pier.txt", "The pier is shut.")
    request = IndexRequest((queued.archive.folder,), queue=True)
    with pytest.raises(UsageError, match="on a server"):
        update(queued.archive.library, request, encoder_factory=lambda: encoder)
    with pytest.raises(UsageError, match="without --queue"):
        update(queued.both.place, replace(request, rebuild=True), encoder_factory=lambda: encoder)
    with pytest.raises(UsageError, match="on a server"):
        Work(queued.archive.library, lambda: encoder, threading.Event(), print).run()
    with pytest.raises(NoIndexError, match="--queue"):
        queued.work()
    queued.scout()
    queued.work()
    as_somebody_with_all_rights(queued.both.place, "UPDATE meta SET value = '0' WHERE key = 'terms'")
    with pytest.raises(UsageError, match="once without --queue"):
        queued.scout()


def test_words_and_vectors_find_what_a_worker_stored(queued: Queued) -> None:
    queued.archive.write("pier.txt", '"The pier stays shut," said Marta Ruiz. Zqgull came.')
    queued.scout()
    queued.work()

    with ServerArchive.open(queued.both.place) as archive, archive.snapshot() as view:
        by_word = {passage for passage, _ in view.lexical(["zqgull"], Scope(), 5)}
        query = queued.archive.encoder.encode_query("gulls")
        assert {passage for passage, _ in view.nearest(query, Scope(), 5)} == by_word != set()
