"""A library on a server is written as one in a folder is: the same rows, the same answers, nothing half."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from qa.errors import LibraryBusyError, NewerLibraryError, UsageError
from qa.ingest.libraries import open_writer
from qa.ingest.set_show_limit import set_show_limit
from qa.server.check_search_tables import search_troubles
from qa.server.connections import reading
from qa.server.snapshot import ServerArchive
from qa.settings import LibraryPlace
from qa.tables.passage_vectors import vector_in
from qa.tables.sentence_vectors import are_packed
from qa.upkeep.move import move
from tests.qa.embedded.upgrades import unpack
from tests.qa.server.both_libraries import (
    Both,
    as_somebody_with_all_rights,
    everything,
    require_whole,
    write_some,
)
from tests.qa.server.node import Node

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]


def test_what_is_added_changed_and_removed_is_as_in_a_folder(both: Both, tmp_path: Path) -> None:
    write_some(both.archive)
    one, other = both.index()
    assert one == other
    assert (one.added, len(one.skipped)) == (11, 1)
    assert everything(both.archive.library, both.archive.encoder) == everything(
        both.place, both.archive.encoder
    )

    both.archive.write("pier.txt", '"The pier opens again," said Marta Ruiz. The harbour is glad.')
    later = ({"id": str(n), "text": f"Harbour {n} opens in May."} for n in range(4, 12))
    both.archive.write_lines("lines.jsonl", *later)
    (both.archive.folder / "ferry.txt").rename(both.archive.folder / "boat.txt")
    one, other = both.index()
    assert one == other
    assert (one.added, one.changed, one.removed, one.moved) == (3, 6, 4, 1)
    assert everything(both.archive.library, both.archive.encoder) == everything(
        both.place, both.archive.encoder
    )
    require_whole(both.place, tmp_path)


def test_a_library_that_was_moved_there_goes_on_there(both: Both, tmp_path: Path) -> None:
    write_some(both.archive)
    both.archive.index()
    move(both.archive.library, both.place)
    both.archive.write("mole.txt", "The mole was built before the pier.")

    one, other = both.index()

    assert (one.added, one.unchanged) == (other.added, other.unchanged) == (1, 11)
    assert everything(both.archive.library, both.archive.encoder) == everything(
        both.place, both.archive.encoder
    )
    require_whole(both.place, tmp_path)


def test_everything_is_derived_again_as_in_a_folder(both: Both, tmp_path: Path) -> None:
    write_some(both.archive)
    both.index()
    for library in (both.archive.library, both.place):
        with open_writer(library) as writer, writer.transaction():
            writer.set_meta("terms", "0")
            writer.set_meta("linking", "0")
            writer.connection.execute("UPDATE versions SET extractor = -1")

    assert both.index()[0].encoded == 0
    require_whole(both.place, tmp_path / "again")
    assert both.index(rebuild=True)[0].rebuilt
    assert everything(both.archive.library, both.archive.encoder) == everything(
        both.place, both.archive.encoder
    )
    require_whole(both.place, tmp_path / "rebuilt")


def test_row_numbers_are_never_given_twice(both: Both) -> None:
    both.archive.write("pier.txt", "The pier is shut.")
    both.index()

    def numbers() -> set[int]:
        with reading(both.place) as connection:
            return {row["id"] for row in connection.execute("SELECT id FROM passages")}

    first = numbers()
    (both.archive.folder / "pier.txt").unlink()
    both.index()
    both.archive.write("mole.txt", "The mole is shut.")
    both.index()

    assert first
    assert min(numbers()) > max(first)


WRITER = """
import sys
from pathlib import Path
from embeddings.loading import load_encoder
from qa.ingest.update import update
from qa.ingest.set_show_limit import set_show_limit
from qa.ingest.report import IndexRequest
from qa.settings import server_library
encoder = load_encoder()
def tell(step):
    if step.stage == "encoding":
        print(step.done, flush=True)
        sys.stdin.readline()
update(server_library(sys.argv[1]), IndexRequest((Path(sys.argv[2]),)), encoder_factory=lambda: encoder, progress=tell)
"""


def started(both: Both, node: Node) -> subprocess.Popen[str]:
    """Start a writer that waits for a line after each commit of articles."""
    command = [sys.executable, "-c", WRITER, node.address(both.place.schema), str(both.archive.folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_a_writer_that_is_killed_leaves_whole_commits_and_the_next_run_goes_on(
    both: Both, node: Node, tmp_path: Path
) -> None:
    for number in range(6):
        articles = [{"id": f"{number}-{n}", "text": f"Pier {n} of harbour {number}."} for n in range(100)]
        both.archive.write_lines(f"{number}.jsonl", *articles)
    with started(both, node) as writer:
        assert writer.stdin is not None and writer.stdout is not None
        told = int(writer.stdout.readline())
        writer.stdin.write("\n")
        writer.stdin.flush()
        # In the middle of the next articles: the killed process itself waits for nothing.
        writer.kill()

    with reading(both.place) as connection:
        there = connection.execute("SELECT count(*) FROM versions WHERE current = 1").fetchone()
        assert list(search_troubles(connection)) == []
    assert there is not None
    assert there[0] in (told, 2 * told)
    one, other = both.index()
    assert other.added == one.added - there[0]
    assert everything(both.archive.library, both.archive.encoder) == everything(
        both.place, both.archive.encoder
    )
    require_whole(both.place, tmp_path)


def test_one_process_writes_at_a_time_and_readers_see_whole_states(both: Both, node: Node) -> None:
    for number in range(3):
        articles = [{"id": f"{number}-{n}", "text": f"Pier {n} of harbour {number}."} for n in range(256)]
        both.archive.write_lines(f"{number}.jsonl", *articles)
    seen = []
    with started(both, node) as writer:
        assert writer.stdin is not None and writer.stdout is not None
        for _ in writer.stdout:
            with reading(both.place) as connection:
                assert list(search_troubles(connection)) == []
                seen.append(connection.totals[0])
            with pytest.raises(LibraryBusyError, match="Another process is writing"), open_writer(both.place):
                pass
            writer.stdin.write("\n")
            writer.stdin.flush()

    assert writer.returncode == 0
    assert seen == [256, 512, 768]
    with open_writer(both.place):
        pass


def test_those_who_read_on_see_what_was_set(both: Both) -> None:
    both.archive.write("pier.txt", "The pier is shut.")
    both.index()

    with ServerArchive.open(both.place) as archive:
        with archive.snapshot() as view:
            assert view.find_articles("pier.txt")[0].sentences_shown is None
        set_show_limit(both.place, "2")
        with archive.snapshot() as view:
            assert view.find_articles("pier.txt")[0].sentences_shown == 2


def test_an_error_in_a_transaction_leaves_nothing_of_it(both: Both) -> None:
    write_some(both.archive)
    both.index()
    before = everything(both.place, both.archive.encoder)

    def fail() -> None:
        with open_writer(both.place) as writer, writer.transaction():
            (article,) = writer.known(writer.places.all()[0].id, "pier.txt").values()
            writer.retire(article.key)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert everything(both.place, both.archive.encoder) == before
    assert both.index()[1].unchanged == 11


def stored(place: LibraryPlace) -> tuple[list[bytes], list[bytes]]:
    """Return what a library keeps of its sentences' vectors, and of its records, as bytes."""
    with open_writer(place) as writer:
        vectors, records = (
            [bytes(row[0]) for row in writer.connection.execute(query).fetchall()]
            for query in (
                "SELECT sentence_vectors FROM embeddings ORDER BY id",
                "SELECT record FROM attributions ORDER BY id",
            )
        )
        return vectors, records


def test_rows_that_are_not_packed_are_packed_by_the_next_writer(both: Both, tmp_path: Path) -> None:
    write_some(both.archive)
    both.archive.index()
    move(both.archive.library, both.place)
    with open_writer(both.place) as writer:
        unpack(writer, both.archive.encoder)
        # That program searched vectors as it stored them.
        query = "SELECT p.id, e.vector FROM passages p JOIN embeddings e ON e.id = p.embedding"
        for row in writer.connection.execute(query).fetchall():
            whole = json.dumps(vector_in(bytes(row["vector"])).tolist())
            writer.connection.execute("UPDATE vectors SET vector = ? WHERE passage = ?", [whole, row["id"]])
    as_somebody_with_all_rights(both.place, "UPDATE state SET library_format = 6")
    unpacked, _ = stored(both.place)

    one, other = both.index()

    # Vectors of passages stay as its tables of vectors have them, and those of sentences are packed beside these.
    packed, records = stored(both.place)
    assert one.encoded == other.encoded == 0
    assert not any(map(are_packed, unpacked))
    assert all(map(are_packed, packed))
    assert records == stored(both.archive.library)[1]
    require_whole(both.place, tmp_path)


def test_an_empty_schema_that_somebody_made_becomes_a_library(both: Both) -> None:
    as_somebody_with_all_rights(both.place, f"CREATE SCHEMA {both.place.schema}")
    both.archive.write("pier.txt", "The pier is shut.")

    assert both.index()[1].added == 1


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        pytest.param("CREATE TABLE other (id int)", UsageError, id="another program's"),
        pytest.param("UPDATE state SET migration = 99", NewerLibraryError, id="a newer program's"),
        pytest.param("UPDATE state SET library_format = 99", NewerLibraryError, id="a newer format's"),
    ],
)
def test_what_is_not_this_program_s_is_not_written(both: Both, spoil: str, error: type[Exception]) -> None:
    if "other" in spoil:
        as_somebody_with_all_rights(both.place, f"CREATE SCHEMA {both.place.schema}")
    else:
        both.archive.write("pier.txt", "The pier is shut.")
        both.index()
    as_somebody_with_all_rights(both.place, spoil)

    with pytest.raises(error, match=r"something|99"), open_writer(both.place):
        pass


def test_a_node_that_only_reads_says_so(both: Both) -> None:
    both.archive.write("pier.txt", "The pier is shut.")
    both.index()
    standby = replace(both.place, dsn=f"{both.place.dsn}&options=-c%20default_transaction_read_only%3Don")

    with (
        pytest.raises(UsageError, match="takes no changes"),
        open_writer(standby) as writer,
        writer.transaction(),
    ):
        writer.set_meta("show", "quotes")


@pytest.mark.parametrize(
    "spoil",
    [
        "DELETE FROM postings WHERE ctid = (SELECT min(ctid) FROM postings)",
        "UPDATE postings SET occurrences = occurrences + 1",
        "UPDATE vocabulary SET passages = passages + 1",
        "DELETE FROM full_text WHERE passage = 1",
        "DELETE FROM vectors WHERE passage = 1",
        "UPDATE vectors SET vector = vector OPERATOR(public.+) vector",
        "UPDATE state SET tokens = tokens + 1",
    ],
)
def test_search_tables_that_do_not_fit_are_found(both: Both, spoil: str) -> None:
    both.archive.write("pier.txt", f"The pier is shut. {'x' * 600} came.")
    both.index()
    with reading(both.place) as connection:
        assert list(search_troubles(connection)) == []
    as_somebody_with_all_rights(both.place, spoil)

    with reading(both.place) as connection:
        assert list(search_troubles(connection)) != []
