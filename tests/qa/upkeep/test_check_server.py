from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.embedded.connections import connect_for_writing
from qa.embedded.migrations import bring_up_to_date
from qa.errors import DamagedIndexError, NoIndexError, UsageError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.server.snapshot import ServerArchive
from qa.settings import ServerLibrary, server_library
from qa.tables.columns import COLUMNS, REFERENCES
from qa.upkeep.check import check
from qa.upkeep.grant import grant
from qa.upkeep.move import move
from tests.qa.server.damage import as_somebody_with_all_rights, damage
from tests.qa.server.node import Node, running

pytestmark = pytest.mark.slow
PIER = '---\ndate: 2024-01-01\nsource: Tide\n---\n"The pier is shut," said Marta Ruiz, the mayor. Gulls came.'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """A library in a folder that is moved to the server for each test."""
    folder = tmp_path_factory.mktemp("checked")
    (folder / "articles").mkdir()
    (folder / "articles" / "a.md").write_text(PIER, encoding="utf-8")
    (folder / "articles" / "b.txt").write_text("Rents fell. Wheat is dear.", encoding="utf-8")
    library = folder / "library"
    update(library, IndexRequest((folder / "articles",)), encoder_factory=lambda: encoder)
    return library


@pytest.fixture
def place(node: Node, folder: Path, request: pytest.FixtureRequest) -> ServerLibrary:
    place = node.library(f"checked_{abs(hash(request.node.nodeid)) % 10_000_000_000}")
    move(folder, place)
    return place


def test_a_library_that_is_whole_is_checked_as_in_a_folder(place: ServerLibrary, folder: Path) -> None:
    there, here = check(place), check(folder)

    assert there.clean
    assert (there.articles, there.versions, there.passages) == (here.articles, here.versions, here.passages)
    assert there.passages == 2


@pytest.mark.parametrize(
    ("name", "part", "said"),
    [
        ("a byte of a text", "text", "stored text of article"),
        ("article ids changed", "text", "is called"),
        ("days changed", "text", "What is known of article"),
        ("no version current", "passages", "old version"),
        ("passages moved", "passages", "Passage 1 in the library is not what was stored"),
        ("passage missing", "passages", "no passage"),
        ("passage of no version", "database", "a row of passages points to nothing in versions"),
        ("full-text terms changed", "words", "different words in the full-text index"),
        ("full-text row of no passage", "words", "without a passage"),
        ("full-text row missing", "words", "passages without full text"),
        ("postings of one word missing", "words", "postings that differ"),
        ("words miscounted", "words", "counted wrongly"),
        ("a byte of a vector", "vectors", "not the ones that were stored"),
        ("vector checksums changed", "vectors", "not the ones that were stored"),
        ("sentence vectors cut", "vectors", "not the ones that were stored"),
        ("searched vectors changed", "vectors", "not searched as they were stored"),
        ("searched vectors missing", "vectors", "not searched as they were stored"),
        ("attributed speakers changed", "attributions", "Attribution 1"),
        ("attribution records emptied", "attributions", "Attribution 1"),
        ("attributions not linked", "attributions", "Attribution 1"),
        ("attributions linked to nobody", "database", "points to nothing in speakers"),
        ("speaker names changed", "speakers", "Speaker 1"),
        ("speaker names missing", "speakers", "by all of the names"),
        ("descriptions changed", "attributions", "Description 0"),
        ("index of passages missing", "database", "passages_by_version"),
        ("version of no article", "database", "a row of versions points to nothing in articles"),
        ("a kind of place that is none", "database", "a value in places"),
        ("two models current", "database", "more than one model"),
    ],
    ids=str,
)
def test_whatever_does_not_fit_together_is_found(
    place: ServerLibrary, name: str, part: str, said: str
) -> None:
    damage(place, name)

    troubles = check(place).troubles

    assert said in " ".join(each.words for each in troubles if each.part == part)


def test_what_lacks_a_table_or_a_column_is_named_as_damaged(place: ServerLibrary) -> None:
    as_somebody_with_all_rights(place, "DROP TABLE descriptions", "ALTER TABLE given DROP own_date")

    with pytest.raises(DamagedIndexError, match=r"given\.own_date.*descriptions|descriptions.*given"):
        check(place)


def test_a_library_of_an_older_step_lacks_nothing(place: ServerLibrary) -> None:
    as_somebody_with_all_rights(
        place,
        "DROP TABLE jobs, speaker_words, word_halves",
        "UPDATE state SET migration = 3, library_format = 5",
    )

    assert check(place).clean


def test_a_role_that_reads_may_check_and_one_without_rights_is_told_so(
    place: ServerLibrary, node: Node
) -> None:
    reader = server_library(node.address(place.schema, user="looks"))
    grant(place, "looks", writes=False)

    assert check(reader).clean
    as_somebody_with_all_rights(place, "REVOKE SELECT ON postings FROM looks")
    with pytest.raises(UsageError, match="may not"):
        check(reader)
    as_somebody_with_all_rights(place, "REVOKE ALL ON state FROM looks")
    with pytest.raises(NoIndexError, match="may read"):
        check(reader)


def test_a_byte_that_was_flipped_on_the_disk_is_found_by_the_server(folder: Path) -> None:
    with running() as node:
        place = node.library("flipped")
        move(folder, place)
        as_somebody_with_all_rights(place, "CHECKPOINT")
        path = node.file_of(place, "versions")
        node.stop()
        data = bytearray(path.read_bytes())
        data[data.index(b"The pier is shut")] ^= 1
        path.write_bytes(bytes(data))
        node.start()

        with pytest.raises(DamagedIndexError, match="files damaged"):
            check(place)
        with (
            pytest.raises(DamagedIndexError, match="files damaged"),
            ServerArchive.open(place) as archive,
            archive.snapshot() as view,
        ):
            list(view.all_attributions())


def test_the_rows_that_may_point_to_nothing_are_those_of_a_folder(tmp_path: Path) -> None:
    connection = connect_for_writing(tmp_path / "library")
    bring_up_to_date(connection, tmp_path / "library")
    keys: Callable[[str], str] = lambda table: next(  # noqa: E731
        row["name"] for row in connection.execute(f"PRAGMA table_info({table})") if row["pk"]
    )
    found = {
        (table, row["from"], f"{row['table']}.{row['to'] or keys(row['table'])}")
        for table in COLUMNS
        for row in connection.execute(f"PRAGMA foreign_key_list({table})")
    }
    connection.close()

    assert found == set(REFERENCES)
