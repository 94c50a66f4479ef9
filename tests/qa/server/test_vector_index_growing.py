"""The approximate index of a library that grows: what came after it is found too, and workers make the next one."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.errors import LibraryBusyError
from qa.ingest.report import IndexRequest
from qa.ingest.set_vector_search import set_vector_search
from qa.ingest.update import update
from qa.ingest.watch import Event
from qa.ingest.work import Work
from qa.server import nearest, vector_index
from qa.server.connections import connect, reading
from qa.server.snapshot import ServerArchive
from qa.server.vector_index import VectorSearch, vector_search
from qa.server.writer import open_server_worker
from qa.settings import ServerLibrary
from qa.upkeep.check import check
from tests.qa.server.both_libraries import Both, as_somebody_with_all_rights

pytestmark = pytest.mark.slow
FEW = 20
"""So many passages are compared one by one in these tests."""


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (nearest, vector_index):
        monkeypatch.setattr(module, "COMPARED_AT_MOST", FEW)
    monkeypatch.setattr(nearest, "_SLACK", 1)


def write(
    both: Both, name: str, count: int, *, text: str = "{name} {n} of the harbour opens in May."
) -> None:
    lines = ({"id": str(n), "text": text.format(name=name, n=n)} for n in range(count))
    both.archive.write_lines(f"{name}.jsonl", *lines)


def scout(both: Both) -> None:
    request = IndexRequest((both.archive.folder,), queue=True)
    update(both.place, request, encoder_factory=lambda: both.archive.encoder)


def work(both: Both) -> list[str]:
    """Run a worker until nothing waits; return the ids of the articles that it stored."""
    told: list[Event] = []
    encoder = both.archive.encoder
    Work(both.place, lambda: encoder, threading.Event(), told.append, until_done=True).run()
    return [event.change.id for event in told if event.change]


def search(place: ServerLibrary) -> VectorSearch:
    with reading(place) as connection:
        return vector_search(connection)


def nearest_of(both: Both, question: str, scope: Scope, k: int) -> tuple[list[object], list[object]]:
    """Return the articles of the nearest passages with their scores, of the folder and of the server by its index."""

    def found(view: View) -> list[object]:
        hits = view.nearest(both.archive.encoder.encode_query(question), scope, k)
        stored = {each.id: each for each in view.passages([handle for handle, _ in hits])}
        versions = view.versions({each.version_key for each in stored.values()})
        return [(versions[stored[handle].version_key].uid, score) for handle, score in hits]

    with Library.open(both.archive.library) as folder, folder.snapshot() as one:
        expected = found(one)
    with ServerArchive.open(both.place) as server, server.snapshot() as other:
        # Of so few the server would read all by itself.
        other._connection.execute("SET LOCAL enable_seqscan = off")
        return expected, found(other)


@pytest.mark.parametrize("later", [1, 15, 60])
def test_what_came_after_the_index_is_compared_beside_it(
    both: Both, later: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(both, "Gate", 30)
    both.index()
    set_vector_search(both.place, "hnsw")
    made = search(both.place).last
    monkeypatch.setattr(vector_index, "COMPARED_AT_MOST", 1_000)
    write(both, "Pier", later)
    both.index()

    now = search(both.place)
    assert (now.last, now.uses_index, now.is_due) == (made, True, False)
    for question in ("Which pier opens?", "Which gate opens?", "Who wrote it?"):
        one, other = nearest_of(both, question, Scope(), 5)
        assert one == other
        assert len(other) == 5


def test_equal_texts_on_both_sides_of_the_border_stand_in_order(both: Both) -> None:
    write(both, "Gate", 60, text="The gate opens in May.")
    both.index()
    write(both, "Pier", 15, text="The gate opens in May.")
    both.index()

    one, other = nearest_of(both, "When does the gate open?", Scope(), 5)

    assert search(both.place).last == 60
    assert one == other


def test_workers_make_the_index_and_the_next_one_once_it_is_outgrown(both: Both) -> None:
    write(both, "Gate", FEW + 5)
    scout(both)
    work(both)
    first = search(both.place)
    write(both, "Pier", 10)
    scout(both)
    work(both)
    second = search(both.place)
    write(both, "Mole", 15)
    scout(both)
    work(both)
    third = search(both.place)

    assert (first.uses_index, first.last, len(first.made)) == (True, 25, 1)
    assert (second.last, second.newest) == (25, 35)
    assert third.last == 50
    assert (list(third.made), third.is_due) == (list(third.whole), False)
    both.archive.index()
    one, other = nearest_of(both, "Which pier opens?", Scope(), 5)
    assert one == other


def test_while_it_is_made_others_write_and_read_and_a_build_that_is_killed_is_begun_anew(both: Both) -> None:
    write(both, "Gate", FEW + 5)
    with pytest.MonkeyPatch.context() as many:
        many.setattr(vector_index, "COMPARED_AT_MOST", 1_000)
        scout(both)
        work(both)
    question = both.archive.encoder.encode_query("Which gate opens?")
    with (
        ThreadPoolExecutor() as pool,
        ServerArchive.open(both.place) as archive,
        # A build waits for those who have been reading since before it.
        archive.snapshot() as view,
    ):
        assert len(view.nearest(question, Scope(), 5)) == 5
        building = pool.submit(build, both.place)
        backend = wait_for_phase(both.place, building, "waiting for%")

        write(both, "Pier", 3)
        scout(both)
        assert work(both) == ["0", "1", "2"]
        with archive.snapshot() as another:
            assert len(another.nearest(question, Scope(), 5)) == 5
        as_somebody_with_all_rights(both.place, f"SELECT pg_terminate_backend({backend}, 5000)")
        assert building.exception() is not None

    left = search(both.place)
    assert (len(left.made), left.whole, left.uses_index) == (1, [], False)
    assert check(both.place).clean
    write(both, "Mole", 1)
    scout(both)
    work(both)
    made = search(both.place)
    assert (made.uses_index, list(made.made), made.last) == (True, list(made.whole), left.newest)


def test_workers_commit_while_who_writes_alone_makes_the_index(both: Both) -> None:
    with pytest.MonkeyPatch.context() as many:
        many.setattr(vector_index, "COMPARED_AT_MOST", 1_000)
        write(both, "Gate", FEW + 5)
        both.index()
        write(both, "Pier", 3)
        scout(both)
    with (
        ThreadPoolExecutor() as pool,
        ServerArchive.open(both.place) as archive,
        archive.snapshot() as view,
    ):
        assert view.corpus().articles == FEW + 5
        building = pool.submit(both.index)
        wait_for_phase(both.place, building, "waiting for%")

        working = pool.submit(work, both)
        while not working.done():
            assert not somebody_waits(both.place, "advisory")
        assert (working.result(), building.done()) == (["0", "1", "2"], False)

    assert building.exception() is None
    made = search(both.place)
    assert (made.uses_index, list(made.made), made.last, made.newest) == (True, list(made.whole), 25, 28)


def test_who_comes_while_an_index_is_made_is_told_that_somebody_writes(both: Both) -> None:
    write(both, "Gate", FEW + 5)
    with pytest.MonkeyPatch.context() as many:
        many.setattr(vector_index, "COMPARED_AT_MOST", 1_000)
        both.index()
    writes = connect(both.place)
    with ThreadPoolExecutor() as pool:
        try:
            # As somebody who is just writing a vector: the index is not begun before that is done.
            writes.execute(f'BEGIN; LOCK TABLE "{both.place.schema}".vectors IN ROW EXCLUSIVE MODE')
            building = pool.submit(both.index)
            wait_for_phase(both.place, building, "waiting for writers%")
            comes = pool.submit(set_vector_search, both.place, "exact")
            while not somebody_waits(both.place, "advisory"):
                assert not comes.done()
        finally:
            # From here each waits for the other: who makes the index, and who waits for the lock of who writes.
            writes.close()

    assert isinstance(comes.exception(), LibraryBusyError)
    assert building.exception() is None
    assert search(both.place).uses_index


def build(place: ServerLibrary) -> None:
    with open_server_worker(place) as (writer, _):
        writer.index.publish()


def wait_for_phase(place: ServerLibrary, building: Future[Any], phase: str) -> int:
    """Wait until the making of an index has come to a phase; return the server's process."""
    connection = connect(place)
    query = "SELECT pid FROM pg_stat_progress_create_index WHERE phase LIKE ?"
    while (row := connection.execute(query, [phase]).fetchone()) is None:
        assert not building.done()
    connection.close()
    return int(row[0])


def somebody_waits(place: ServerLibrary, kind: str) -> bool:
    """Whether a session waits for a lock of this kind."""
    connection = connect(place)
    row = connection.execute("SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = ?", [kind]).fetchone()
    connection.close()
    return row is not None
