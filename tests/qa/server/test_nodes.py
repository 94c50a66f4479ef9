"""A library on a primary and two standbys: whichever of them goes, the others give the same answers."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from embeddings.encoder import Encoder
from qa.answering.answerer import Answerer
from qa.archive.asked_again import asked_again
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.errors import NodeLostError, UnreachableError, UsageError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.ingest.work import Work
from qa.server.connections import connect
from qa.server.snapshot import ServerArchive, ServerView
from qa.settings import ServerLibrary
from qa.upkeep.backup import backup
from qa.upkeep.move import move
from qa.upkeep.restore import restore
from tests.qa.server.node import Cluster, Node, address, cluster

pytestmark = pytest.mark.slow
PIER = '"The pier stays shut," said Marta Ruiz, the mayor. Gulls came.'
QUESTION = "What did Marta Ruiz say about the pier?"
WAITS_LITTLE = "&connect_timeout=2"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, library_of: Callable[[Path], Library]) -> Path:
    folder = tmp_path_factory.mktemp("pier")
    (folder / "pier.txt").write_text(PIER, encoding="utf-8")
    return library_of(folder).path


@pytest.fixture(scope="module")
def nodes() -> Iterator[Cluster]:
    with cluster() as nodes:
        yield nodes


@pytest.fixture(scope="module")
def three(nodes: Cluster, folder: Path) -> Cluster:
    """Three servers with the same library, which the tests leave as they are."""
    move(folder, nodes.nodes[0].library("pier"))
    for node in nodes.nodes[1:]:
        wait_for(nodes.nodes[0], node)
    return nodes


def wait_for(primary: Node, standby: Node) -> None:
    """Wait until a standby shows what the primary has written."""
    there = connect(primary.library("pier"))
    written = there.execute("SELECT pg_current_wal_lsn()::text").fetchone()[0]
    there.close()
    here = connect(standby.library("pier"))
    ends = monotonic() + 60
    while not here.execute("SELECT pg_last_wal_replay_lsn() >= ?::pg_lsn", [written]).fetchone()[0]:
        assert monotonic() < ends, "the standby does not follow"
    here.close()


def node_of(view: ServerView, nodes: Cluster) -> Node:
    """Return the server that a view is of."""
    (host,) = view._connection.execute("SELECT current_setting('unix_socket_directories')").fetchone()
    return next(node for node in nodes.nodes if str(node.folder) == host)


def look(archive: ServerArchive, spoil: Callable[[ServerView], None]) -> tuple[str, int]:
    """Ask something, with a server that is spoilt in the middle; return the answer and how often it was begun."""
    begun = 0

    @asked_again
    def once() -> str:
        nonlocal begun
        begun += 1
        with archive.snapshot() as view:
            (found,) = view.lexical(["gull"], Scope(), 5)
            if begun == 1:
                spoil(view)
            (passage,) = view.passages([found[0]])
            return view.versions([passage.version_key])[passage.version_key].article.text

    return once(), begun


@pytest.mark.parametrize("wanted", ["any", "prefer-standby"])
def test_any_server_of_the_kind_asked_for_answers(three: Cluster, wanted: str) -> None:
    with (
        ServerArchive.open(three.library("pier", f"&target_session_attrs={wanted}")) as archive,
        archive.snapshot() as view,
    ):
        assert (node_of(view, three) is three.nodes[0]) == (wanted == "any")
        assert len(view.lexical(["gull"], Scope(), 5)) == 1


def test_a_standby_killed_in_a_question_is_not_noticed_and_is_made_anew(three: Cluster) -> None:
    lost = []

    def kill(view: ServerView) -> None:
        lost.append(node_of(view, three))
        lost[0].kill()

    with ServerArchive.open(three.library("pier", "&target_session_attrs=prefer-standby")) as archive:
        assert look(archive, kill) == (PIER, 2)
    three.rejoin(lost[0])
    with ServerArchive.open(lost[0].library("pier")) as archive, archive.snapshot() as view:
        assert node_of(view, three) is lost[0]
        assert len(view.lexical(["gull"], Scope(), 5)) == 1


def test_a_standby_that_is_silent_in_a_question_is_given_up(three: Cluster) -> None:
    paused = []

    def pause(view: ServerView) -> None:
        paused.append(node_of(view, three))
        paused[0].pause()

    place = three.library("pier", f"&target_session_attrs=prefer-standby{WAITS_LITTLE}")
    with ServerArchive.open(place) as archive:
        try:
            assert look(archive, pause) == (PIER, 2)
        finally:
            paused[0].resume()
        with archive.snapshot() as view:
            assert node_of(view, three) is not paused[0]


def test_a_statement_that_takes_long_is_waited_for(three: Cluster) -> None:
    place = three.library("pier", WAITS_LITTLE)
    with ServerArchive.open(place) as archive, archive.snapshot() as view:
        # Longer than a silent server is waited for: it still lets others in.
        assert view._connection.execute("SELECT 1 FROM pg_sleep(3)").fetchone()[0] == 1


def test_a_standby_that_is_held_up_shows_one_state_and_then_the_next(three: Cluster) -> None:
    primary, standby = three.nodes[:2]
    here, there = connect(standby.library("pier")), connect(primary.library("pier"))
    with ServerArchive.open(standby.library("pier")) as archive:
        with archive.snapshot() as view:
            before = view.generation
        here.execute("SELECT pg_wal_replay_pause()")
        there.execute(
            "BEGIN; UPDATE pier.state SET commit_number = commit_number + 1; "
            "INSERT INTO pier.meta VALUES ('show', 'quotes'); COMMIT"
        )
        with archive.snapshot() as view:
            assert (view.generation, view.meta("show")) == (before, None)
        here.execute("SELECT pg_wal_replay_resume()")
        wait_for(primary, standby)
        with archive.snapshot() as view:
            assert (view.generation, view.meta("show")) == (before + 1, "quotes")
    here.close()
    there.close()


def shown_on(standby: Node, schema: str) -> int:
    with ServerArchive.open(standby.library(schema)) as archive, archive.snapshot() as view:
        return len(view.lexical(["gull"], Scope(), 5))


def test_what_was_just_indexed_is_found_on_every_standby_or_the_one_behind_is_named(
    three: Cluster, tmp_path: Path, encoder: Encoder, caplog: pytest.LogCaptureFixture
) -> None:
    place = three.library("shown", f"&target_session_attrs=read-write{WAITS_LITTLE}")
    standbys = three.nodes[1:]

    def index(name: str) -> None:
        (tmp_path / name).write_text(PIER, encoding="utf-8")
        update(place, IndexRequest((tmp_path,)), encoder_factory=lambda: encoder)

    index("one.txt")
    assert [shown_on(standby, "shown") for standby in standbys] == [1, 1]
    assert caplog.messages == []

    paused = connect(standbys[0].library("shown"))
    paused.execute("SELECT pg_wal_replay_pause()")
    index("two.txt")
    assert [shown_on(standby, "shown") for standby in standbys] == [1, 2]
    behind = f"{standbys[0].folder} does not show yet what was written"
    assert [message.partition(":")[0] for message in caplog.messages] == [behind]

    # A worker waits too, here for what another one wrote.
    Work(place, lambda: encoder, Event(), lambda _: None, until_done=True).run()
    assert [message.partition(":")[0] for message in caplog.messages] == [behind] * 2
    paused.execute("SELECT pg_wal_replay_resume()")
    paused.close()
    Work(place, lambda: encoder, Event(), lambda _: None, until_done=True).run()
    assert [shown_on(standby, "shown") for standby in standbys] == [2, 2]
    assert len(caplog.messages) == 2


def test_when_no_server_is_left_the_question_ends_as_unreachable(folder: Path) -> None:
    with cluster(standbys=1) as two:
        move(folder, two.nodes[0].library("pier"))
        wait_for(*two.nodes)
        with ServerArchive.open(two.library("pier")) as archive:

            def kill(_: ServerView) -> None:
                for node in two.nodes:
                    node.kill()

            with pytest.raises(UnreachableError) as caught:
                look(archive, kill)

    assert caught.value.exit_code == 69


def test_after_the_primary_s_end_the_promoted_standby_gives_the_same_answer(
    folder: Path, encoder: Encoder
) -> None:
    with cluster() as three:
        primary, heir, other = three.nodes
        move(folder, primary.library("pier"))
        for node in (heir, other):
            wait_for(primary, node)
        place = three.library("pier", "&target_session_attrs=any")
        with ServerArchive.open(place) as archive:
            answerer = Answerer(archive, lambda: encoder, open_span_reader)
            before = answerer.ask(QUESTION)

            primary.kill()
            during = answerer.ask(QUESTION)
            heir.promote()
            after = answerer.ask(QUESTION)
        # The other standby finds the new primary by itself, and the lost one is made anew.
        there = connect(heir.library("pier"))
        there.execute("UPDATE pier.state SET commit_number = commit_number + 1")
        there.close()
        wait_for(heir, other)
        three.rejoin(primary)
        wait_for(heir, primary)
        for node in three.nodes:
            with ServerArchive.open(node.library("pier")) as archive:
                last = Answerer(archive, lambda: encoder, open_span_reader).ask(QUESTION)
                assert last.quotes == before.quotes

    assert before.quotes[0].text in PIER
    assert during == after == before


def test_a_view_that_broke_says_so_and_is_not_mixed_with_another(three: Cluster) -> None:
    place = three.library("pier", "&target_session_attrs=any")
    with ServerArchive.open(place) as archive, pytest.raises(NodeLostError), archive.snapshot() as view:
        # As a server does that shuts down.
        other = connect(three.nodes[0].library("pier"))
        mine = view._connection.execute("SELECT pg_backend_pid()").fetchone()[0]
        other.execute("SELECT pg_terminate_backend(?)", [mine])
        other.close()
        view.lexical(["gull"], Scope(), 5)


def test_a_standby_takes_no_changes_and_says_so(three: Cluster, folder: Path) -> None:
    with pytest.raises(UsageError, match="read-write"):
        move(folder, three.nodes[1].library("another"))
    move(folder, three.library("another", "&target_session_attrs=read-write"))


def test_an_address_of_several_servers_shows_no_password(three: Cluster) -> None:
    library = address(three.nodes, "pier", password="geheim")

    assert "geheim" not in f"{ServerLibrary(library, 'pier')}"


def test_a_restored_library_is_waited_for_on_every_standby(
    three: Cluster, folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = three.library("restored", f"&target_session_attrs=read-write{WAITS_LITTLE}")
    standbys = three.nodes[1:]
    backup(shutil.copytree(folder, tmp_path / "pier"), tmp_path / "kept.zip")

    restore(tmp_path / "kept.zip", place)
    assert [shown_on(standby, "restored") for standby in standbys] == [1, 1]
    assert caplog.messages == []

    paused = connect(standbys[0].library("restored"))
    paused.execute("SELECT pg_wal_replay_pause()")
    restore(tmp_path / "kept.zip", place, force=True)
    # Once when it was made, once when it had its place.
    behind = f"{standbys[0].folder} does not show yet what was written"
    assert [message.partition(":")[0] for message in caplog.messages] == [behind] * 2
    paused.execute("SELECT pg_wal_replay_resume()")
    paused.close()
    restore(tmp_path / "kept.zip", place, force=True)
    assert [shown_on(standby, "restored") for standby in standbys] == [1, 1]
