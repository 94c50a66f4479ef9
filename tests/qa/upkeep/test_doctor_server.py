from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answering.answerer import Answerer
from qa.encoding import open_span_reader
from qa.errors import DamagedIndexError, LibraryBusyError, NewerLibraryError, UsageError
from qa.ingest.correct import correct
from qa.ingest.libraries import open_writer
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.server.snapshot import ServerArchive
from qa.settings import ServerLibrary, server_library
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from qa.upkeep.findings import Diagnosis
from qa.upkeep.grant import grant
from qa.upkeep.move import move
from qa.upkeep.repair import repair
from qa.upkeep.status import status
from tests.qa.server.damage import as_somebody_with_all_rights, damage
from tests.qa.server.node import Node, running
from tests.qa.server.test_writing import everything

pytestmark = pytest.mark.slow
ARTICLE = """---
date: 2024-01-01
source: Tide
---
"The pier is shut," said Marta Ruiz, the mayor of the town.

Wheat is dear this year, farmers in the valley complain.
"""
QUESTION = "What did Marta Ruiz say about the pier?"
Repair = Callable[[ServerLibrary], Diagnosis]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """A library in a folder that is moved to the server for each test."""
    folder = tmp_path_factory.mktemp("mended")
    (folder / "articles").mkdir()
    (folder / "articles" / "a.md").write_text(ARTICLE, encoding="utf-8")
    for number in range(8):
        text = f"Rents fell in district {number}, the council of the city found."
        (folder / "articles" / f"b{number}.txt").write_text(text, encoding="utf-8")
    library = folder / "library"
    update(library, IndexRequest((folder / "articles",)), encoder_factory=lambda: encoder)
    return library


@pytest.fixture
def place(node: Node, folder: Path, request: pytest.FixtureRequest) -> ServerLibrary:
    place = node.library(f"mended_{abs(hash(request.node.nodeid)) % 10_000_000_000}")
    move(folder, place)
    return place


@pytest.fixture
def mend(encoder: Encoder) -> Repair:
    return lambda place: repair(place, encoder_factory=lambda: encoder)


def advice(place: ServerLibrary) -> list[str]:
    # What the system lets the reader of foreign formats reach is no matter of the library.
    return [each.do for each in diagnose(place).findings if "The process that" not in each.words]


def test_a_whole_library_needs_only_a_backup(place: ServerLibrary, encoder: Encoder) -> None:
    found = diagnose(place, encoder_factory=lambda: encoder, sample=3)

    assert advice(place) == ["Run `qa backup FILE`."]
    assert not found.damaged
    assert (found.vectors_compared, found.vectors_stored) == (3, status(place).passages)


def test_a_role_that_reads_may_diagnose_and_not_repair(
    place: ServerLibrary, node: Node, mend: Repair
) -> None:
    reader = server_library(node.address(place.schema, user="diagnoses"))
    grant(place, "diagnoses", writes=False)

    assert any("qa server grant" in each for each in advice(reader))
    assert (status(reader).read_only, status(place).read_only) == (True, False)
    with pytest.raises(UsageError, match="may not"):
        mend(reader)

    grant(place, "diagnoses", writes=True)
    damage(place, "every third passage moved")
    assert not mend(reader).damaged
    assert check(place).clean


def test_a_server_without_checksums_of_its_files_is_named(folder: Path) -> None:
    with running("--no-data-checksums") as node:
        place = node.library("unchecked")
        move(folder, place)

        assert any("pg_checksums --enable" in each for each in advice(place))
        assert status(place).data_checksums is False


@pytest.mark.parametrize(
    "name",
    [
        "every third passage moved",
        "passage missing",
        "passage of no version",
        "full-text terms changed",
        "full-text row of no passage",
        "full-text row missing",
        "postings of one word missing",
        "words miscounted",
        "a byte of a vector",
        "vector checksums changed",
        "sentence vectors cut",
        "searched vectors changed",
        "searched vectors missing",
        "attributed speakers changed",
        "attribution records emptied",
        "attributions not linked",
        "attributions linked to nobody",
        "descriptions changed",
        "speaker names changed",
        "speaker names missing",
        "index of passages missing",
    ],
    ids=str,
)
def test_whatever_is_derived_is_rebuilt_from_the_texts(
    place: ServerLibrary, encoder: Encoder, mend: Repair, name: str
) -> None:
    whole = everything(place, encoder)
    damage(place, name)
    before = diagnose(place)

    found = mend(place)

    assert before.damaged
    assert not found.damaged
    assert found.repaired
    assert check(place).problems == ()
    assert everything(place, encoder) == whole


def test_two_vectors_that_were_exchanged_with_their_seals_are_found_and_encoded_again(
    place: ServerLibrary, encoder: Encoder, mend: Repair
) -> None:
    whole = everything(place, encoder)
    exchanged = "(vector, sentence_vectors, crc, vector_crc)"
    as_somebody_with_all_rights(
        place,
        f"UPDATE embeddings e SET {exchanged} = (SELECT o.vector, o.sentence_vectors, o.crc, o.vector_crc "
        "FROM embeddings o WHERE o.id = 5 - e.id) WHERE id IN (2, 3)",
        "UPDATE vectors v SET vector = (SELECT o.vector FROM vectors o JOIN passages p ON p.id = o.passage "
        "JOIN passages q ON q.embedding = 5 - p.embedding WHERE q.id = v.passage) "
        "WHERE passage IN (SELECT id FROM passages WHERE embedding IN (2, 3))",
    )
    assert check(place).clean
    words = [each.words for each in diagnose(place, encoder_factory=lambda: encoder).findings if each.damage]
    assert any("of other texts (2 of" in each for each in words)

    assert not mend(place).damaged
    assert everything(place, encoder) == whole


def test_a_lost_text_is_named_and_left_alone(place: ServerLibrary, mend: Repair) -> None:
    damage(place, "a byte of a text")

    found = mend(place)

    assert found.damaged
    assert found.beyond_repair
    assert any("Stored texts are damaged" in each.words for each in found.findings)
    assert not check(place).clean


def test_what_was_said_by_hand_and_is_damaged_is_taken_out(
    place: ServerLibrary, encoder: Encoder, mend: Repair
) -> None:
    whole = everything(place, encoder)
    with ServerArchive.open(place) as archive:
        quote = Answerer(archive, lambda: encoder, open_span_reader).ask(QUESTION).quotes[0].id
    correct(place, quote, "Una Strand")
    damage(place, "corrected speakers changed")

    found = mend(place)

    assert not found.damaged
    assert any("said by hand" in each for each in found.repaired)
    assert check(place).clean
    assert everything(place, encoder) == whole


def test_rows_of_truth_that_belong_to_nothing_are_not_deleted(place: ServerLibrary, mend: Repair) -> None:
    damage(place, "version of no article")
    kept = status(place).versions

    with pytest.raises(DamagedIndexError, match=r"rows of versions belong to nothing: 1.*qa restore"):
        mend(place)
    assert status(place).versions == kept


def test_a_row_that_is_there_twice_where_its_index_was_lost_is_named(
    place: ServerLibrary, mend: Repair
) -> None:
    as_somebody_with_all_rights(
        place,
        "DROP INDEX versions_by_article, versions_current",
        "INSERT INTO versions SELECT 99, article, sha256, current, extractor, date, day, text_sha, title, source, url, "
        "author, reader, text, pages, crc FROM versions WHERE key = 1",
    )

    with pytest.raises(DamagedIndexError, match="there twice"):
        mend(place)


def test_a_library_of_a_newer_program_is_not_repaired(place: ServerLibrary, mend: Repair) -> None:
    as_somebody_with_all_rights(place, "UPDATE state SET migration = 99")

    with pytest.raises(NewerLibraryError):
        mend(place)


def test_nothing_is_repaired_while_another_process_writes(place: ServerLibrary, mend: Repair) -> None:
    damage(place, "index of passages missing")

    with open_writer(place), pytest.raises(LibraryBusyError):
        mend(replace(place))
    assert not check(place).clean
