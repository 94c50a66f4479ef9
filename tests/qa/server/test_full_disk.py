"""Where a server has no room left, who writes says so and ends; nothing is half, and the next run goes on.

What a full disk does to the server's own log is for `tests/reliability/full_disk.py`: it needs a disk of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from qa.datatypes import Scope
from qa.errors import QAError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.ingest.work import Work
from qa.server.check_search_tables import search_troubles
from qa.server.connections import connect, reading
from qa.server.jobs import MOST_TRIES
from qa.server.snapshot import ServerArchive
from qa.upkeep.status import status
from tests.qa.conftest import Archive
from tests.qa.server.both_libraries import Both, as_somebody_with_all_rights, everything, require_whole
from tests.qa.server.node import Node, running

pytestmark = pytest.mark.slow
PAGE = 8192
ROOM = 10
"""Pages of vectors, four in each: enough for what a worker takes at once, and not for all that there is."""


@pytest.fixture(scope="module")
def small() -> Iterator[Node]:
    """A server whose log is in files that are smaller than any limit here."""
    with running("--wal-segsize=1") as node:
        yield node


@pytest.fixture
def both(archive: Archive, small: Node, request: pytest.FixtureRequest) -> Both:
    both = Both(archive, small.library(f"full_{abs(hash(request.node.nodeid)) % 10_000_000_000}"))
    archive.write("pier.txt", '"The pier stays shut," said Marta Ruiz, the mayor of Harwick. Gulls came.')
    both.index()
    return both


def fill(node: Node, both: Both) -> None:
    """Let vectors have room for some passages more, and nothing that is larger."""
    lost = "INSERT INTO vectors SELECT -n, (SELECT vector FROM vectors) FROM generate_series(1, 700) n"
    as_somebody_with_all_rights(both.place, f"BEGIN; {lost}; ROLLBACK")
    connection = connect(both.place)
    (size,) = connection.execute(f"SELECT pg_relation_size('{both.place.schema}.vectors')").fetchone()
    connection.close()
    node.limit_files(size + ROOM * PAGE)


def write_more(archive: Archive) -> None:
    lines = [{"id": str(n), "text": f"Harbour {n} opens in spring."} for n in range(90)]
    archive.write_lines("lines.jsonl", *lines)


def articles(both: Both) -> int:
    with reading(both.place) as connection:
        assert list(search_troubles(connection)) == []
    return status(both.place).articles


def index(both: Both, *, queue: bool = False) -> None:
    request = IndexRequest((both.archive.folder,), queue=queue)
    update(both.place, request, encoder_factory=lambda: both.archive.encoder)


def work(both: Both) -> None:
    Work(both.place, lambda: both.archive.encoder, Event(), lambda _: None, until_done=True).run()


@pytest.mark.parametrize("write", [index, work], ids=["one process", "a worker"])
def test_who_writes_to_a_full_disk_ends_and_goes_on_when_there_is_room(
    both: Both, small: Node, tmp_path: Path, write: Callable[[Both], None]
) -> None:
    write_more(both.archive)
    if write is work:
        index(both, queue=True)
    fill(small, both)
    try:
        # More often than a worker may end because of an article.
        for _ in range(MOST_TRIES + 1):
            with pytest.raises(QAError, match="no room left on its disk") as ended:
                write(both)
            assert ended.type is QAError
        with ServerArchive.open(both.place) as archive, archive.snapshot() as view:
            assert len(view.lexical(["gull"], Scope(), 5)) == 1
        stored = articles(both)
    finally:
        small.limit_files(None)
    write(both)

    # One process would have stored them all at once.
    assert stored == 1 if write is index else 1 < stored < 91
    assert articles(both) == 91
    assert (status(both.place).skipped, status(both.place).waiting) == ((), 0)
    both.archive.index()
    assert everything(both.archive.library, both.archive.encoder) == everything(
        both.place, both.archive.encoder
    )
    require_whole(both.place, tmp_path)
