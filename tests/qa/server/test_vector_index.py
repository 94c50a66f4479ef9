"""The approximate index of vectors: when it is used, made and deleted, and what it must not change."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.errors import UsageError
from qa.ingest.set_vector_search import VectorSearchSet, set_vector_search
from qa.server import nearest, vector_index, vector_index_builds
from qa.server.connections import reading
from qa.server.snapshot import ServerArchive, ServerView
from qa.server.vector_index import vector_search
from qa.server.vector_index_builds import make_index
from qa.server.writer import writing
from qa.settings import ServerLibrary, server_library
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from qa.upkeep.grant import grant
from qa.upkeep.move import move
from qa.upkeep.repair import repair
from qa.upkeep.restore import restore
from qa.upkeep.status import status
from tests.qa.conftest import Archive
from tests.qa.server.both_libraries import Both, write_some
from tests.qa.server.damage import as_somebody_with_all_rights
from tests.qa.server.node import Node

pytestmark = pytest.mark.slow
QUESTIONS = [
    "When does the ferry open?",
    "Who closed the market?",
    "Is the bridge too expensive?",
    "What happened to the museum in spring?",
]
PLACES = "ferry market bridge museum harbour school library tunnel airport theatre station hospital".split()
EVENTS = (
    "opens in spring", "was closed by the mayor", "is too expensive", "burned down last night", "gets a new roof",
    "is full of tourists", "was sold to a bank", "needs two hundred workers", "stands empty", "was praised by critics",
    "will be moved to the north", "has no water",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Town:
    """Some 140 articles of a sentence in a folder, and on a server with the index, which is used."""

    folder: Library
    place: ServerLibrary


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("town")
    lines = [
        {"id": f"{where}-{number}", "text": f"The {where} {what}.", "date": f"2025-01-{number + 1:02}"}
        for where in PLACES
        for number, what in enumerate(EVENTS)
    ]
    said = {
        "id": "said",
        "text": '"The ferry stays," said Marta Ruiz, the mayor of Harwick.',
        "date": "2024-05-01",
    }
    (folder / "town.jsonl").write_text(
        "".join(f"{json.dumps(each)}\n" for each in [*lines, said]), encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def town(library_of: Callable[[Path], Library], articles: Path, node: Node) -> Town:
    folder, place = library_of(articles), node.library("by_index")
    move(folder.path, place)
    assert set_vector_search(place, "hnsw") == VectorSearchSet("hnsw", True, "set to hnsw")
    return Town(folder, place)


@pytest.fixture
def place(town: Town, node: Node, request: pytest.FixtureRequest) -> ServerLibrary:
    """The same on the server, for a test that may spoil it."""
    place = node.library(f"indexed_{abs(hash(request.node.nodeid)) % 10_000_000_000}")
    move(town.folder.path, place)
    set_vector_search(place, "hnsw")
    return place


@contextmanager
def view_of(place: ServerLibrary) -> Iterator[ServerView]:
    with ServerArchive.open(place) as archive, archive.snapshot() as view:
        yield view


def indexes(place: ServerLibrary) -> list[str]:
    """Return the names of all indexes of this kind that there are, in order."""
    with reading(place) as connection:
        return sorted(vector_search(connection).made)


def scans(view: ServerView) -> int:
    """Return how often the index was asked in the view's transaction."""
    (name,) = vector_search(view._connection).made
    row = view._connection.execute(f"SELECT pg_stat_get_xact_numscans('{name}'::regclass)").fetchone()
    assert row is not None
    return int(row[0])


def found(view: View, question: str, encoder: Encoder, scope: Scope, k: int) -> list[object]:
    """Return the places of the nearest passages, with their scores."""
    hits = view.nearest(encoder.encode_query(question), scope, k)
    stored = {each.id: each for each in view.passages([handle for handle, _ in hits])}
    versions = view.versions({each.version_key for each in stored.values()})
    return [
        (versions[stored[handle].version_key].uid, stored[handle].passage.start, score)
        for handle, score in hits
    ]


def test_the_index_finds_nearly_all_that_is_nearest_with_the_same_scores(
    town: Town, encoder: Encoder
) -> None:
    same = 0
    with town.folder.snapshot() as folder, view_of(town.place) as server:
        for question in QUESTIONS:
            one, other = (found(view, question, encoder, Scope(), 40) for view in (folder, server))
            assert len(other) == 40
            same += len({*one} & {*other})
        # With the same plan, however often it is asked.
        for _each in range(8):
            found(server, QUESTIONS[0], encoder, Scope(), 40)
        assert scans(server) == len(QUESTIONS) + 8

    assert same >= 0.98 * 40 * len(QUESTIONS)


@pytest.mark.parametrize(
    "scope",
    [Scope(since=date(2025, 1, 2)), Scope(until=date(2025, 1, 1)), Scope(sources=("Nobody",))],
    ids=str,
)
def test_what_a_scope_leaves_little_of_is_compared_exactly(
    town: Town, encoder: Encoder, scope: Scope
) -> None:
    with town.folder.snapshot() as folder, view_of(town.place) as server:
        for question in QUESTIONS:
            one, other = (found(view, question, encoder, scope, 5) for view in (folder, server))
            assert one == other
        assert scans(server) == 0


def test_one_person_s_words_are_compared_exactly(town: Town, encoder: Encoder) -> None:
    query = encoder.encode_query(QUESTIONS[0])
    with town.folder.snapshot() as folder, view_of(town.place) as server:
        one, other = (view.nearest(query, Scope(), 40, spoken_by=["Marta Ruiz"]) for view in (folder, server))

        assert [score for _, score in one] == [score for _, score in other]
        assert one
        assert scans(server) == 0


def test_a_scope_that_leaves_much_is_proposed_by_the_index(
    town: Town, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearest, "COMPARED_AT_MOST", 20)
    scope = Scope(since=date(2025, 1, 1))
    with town.folder.snapshot() as folder, view_of(town.place) as server:
        one, other = (found(view, QUESTIONS[0], encoder, scope, 5) for view in (folder, server))
        assert scans(server) > 0

    assert len({*one} & {*other}) >= 4


def test_equal_texts_that_go_on_after_the_last_are_put_in_order_as_ever(
    archive: Archive, node: Node, encoder: Encoder
) -> None:
    archive.write_lines(
        "same.jsonl", *({"id": str(n), "text": "The ferry leaves at nine."} for n in range(120))
    )
    archive.index()
    place = node.library("equal_texts")
    move(archive.library, place)
    set_vector_search(place, "hnsw")

    with Library.open(archive.library) as folder, folder.snapshot() as one, view_of(place) as other:
        asked = ("When does the ferry leave?", encoder, Scope(), 40)
        assert found(one, *asked) == found(other, *asked)
        assert scans(other) == 1


def test_by_itself_an_index_is_made_once_there_are_many_passages(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_index, "COMPARED_AT_MOST", 11)
    write_some(both.archive)
    both.index()
    before = status(both.place)
    both.archive.write("mole.txt", "The mole was built before the pier.")
    both.index()
    after = status(both.place)
    # This one is compared beside it.
    both.archive.write("quay.txt", "The quay is made of granite.")
    both.index()

    assert (before.passages, before.vector_index) == (11, "exact")
    assert before.vector_index_why == "auto: 11 passages, not more than 11"
    assert (after.vector_index, after.vector_index_why) == ("hnsw", "auto: 12 passages, more than 11")
    with view_of(both.place) as view:
        asked = ("What is the quay made of?", both.archive.encoder, Scope(), 1)
        monkeypatch.setattr(nearest, "_SLACK", 1)
        # Of so few the server would read all by itself.
        view._connection.execute("SET LOCAL enable_seqscan = off")
        hit = found(view, *asked)
        assert scans(view) == 1
        with Library.open(both.archive.library) as library, library.snapshot() as folder:
            assert hit == found(folder, *asked)


def test_set_to_exact_the_index_is_deleted_and_every_vector_compared(
    place: ServerLibrary, encoder: Encoder
) -> None:
    assert set_vector_search(place, "exact") == VectorSearchSet("exact", False, "set to exact")

    assert indexes(place) == []
    with view_of(place) as view:
        assert len(found(view, QUESTIONS[0], encoder, Scope(), 40)) == 40
    assert status(place).vector_index == "exact"
    with pytest.raises(UsageError, match="exact, hnsw or auto"):
        set_vector_search(place, "flat")


def test_what_a_later_program_sets_is_taken_for_exact(place: ServerLibrary) -> None:
    as_somebody_with_all_rights(place, "UPDATE meta SET value = 'other' WHERE key = 'vector_search'")

    assert status(place).vector_index == "exact"


def test_a_build_that_is_killed_leaves_nothing(place: ServerLibrary) -> None:
    as_somebody_with_all_rights(place, f"DROP INDEX {indexes(place)[0]}")
    with pytest.raises(Exception, match="terminating connection"), writing(place) as (connection, _):
        connection.execute("BEGIN")
        make_index(connection)
        assert vector_search(connection).uses_index
        (number,) = connection.execute("SELECT pg_backend_pid()").fetchone()
        as_somebody_with_all_rights(place, f"SELECT pg_terminate_backend({number}, 5000)")
        connection.execute("COMMIT")

    assert indexes(place) == []
    assert check(place).clean
    assert set_vector_search(place, "hnsw").uses_index


def test_an_index_that_is_not_whole_is_not_used_and_made_again(
    place: ServerLibrary, encoder: Encoder
) -> None:
    # As a build by hand (CREATE INDEX CONCURRENTLY) that was interrupted leaves it.
    as_somebody_with_all_rights(
        place, f"UPDATE pg_index SET indisvalid = FALSE WHERE indexrelid = '{indexes(place)[0]}'::regclass"
    )

    assert status(place).vector_index == "lacking"
    assert any("approximate index" in each.words for each in diagnose(place).findings)
    with view_of(place) as view:
        assert len(found(view, QUESTIONS[0], encoder, Scope(), 40)) == 40
        assert scans(view) == 0

    done = repair(place, encoder_factory=lambda: encoder)
    assert "the approximate index of vectors" in done.repaired
    assert status(place).vector_index == "hnsw"


def test_vectors_of_another_length_are_no_entries_of_it(place: ServerLibrary) -> None:
    as_somebody_with_all_rights(place, "INSERT INTO vectors VALUES (99999, '[1, 2, 3]')")


def test_where_the_server_cannot_make_it_nothing_else_changes(
    place: ServerLibrary, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    as_somebody_with_all_rights(place, f"DROP INDEX {indexes(place)[0]}")
    # More than pgvector makes an index of.
    monkeypatch.setattr(
        vector_index_builds, "index_expression", lambda connection, dim: "n.vector::public.halfvec(4001)"
    )
    with caplog.at_level(logging.WARNING):
        done = set_vector_search(place, "hnsw")

    assert not done.uses_index
    assert "could not be made" in caplog.text
    assert status(place).vector_index == "lacking"


def test_a_role_that_only_writes_leaves_it_to_the_owner(place: ServerLibrary, node: Node) -> None:
    as_somebody_with_all_rights(place, f"DROP INDEX {indexes(place)[0]}")
    grant(place, "sets", writes=True)
    writer = server_library(node.address(place.schema, user="sets"))

    done = set_vector_search(writer, "hnsw")

    assert not done.uses_index
    assert "by the role onrecord" in done.why
    assert set_vector_search(place, "hnsw").uses_index
    assert status(writer).vector_index == "hnsw"


def test_a_library_keeps_what_was_set_where_it_is_moved_saved_and_restored(
    place: ServerLibrary, node: Node, tmp_path: Path
) -> None:
    other, third = (node.library(f"{place.schema}_{n}") for n in (1, 2))

    move(place, tmp_path / "folder")
    move(tmp_path / "folder", other)
    backup(place, tmp_path / "kept.zip")
    restore(tmp_path / "kept.zip", third)
    restore(tmp_path / "kept.zip", third, force=True)

    assert [status(each).vector_index for each in (other, third)] == ["hnsw", "hnsw"]
    assert check(third).clean
    with pytest.raises(UsageError, match="on a server"):
        set_vector_search(tmp_path / "folder", "exact")
