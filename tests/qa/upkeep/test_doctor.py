from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.embedded.snapshot import Library
from qa.errors import DamagedIndexError
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from qa.upkeep.findings import Diagnosis
from qa.upkeep.repair import repair
from tests.qa.embedded.damage import damage, overwrite_first_page_of, seal_vectors, stored_text
from tests.qa.embedded.stored import passages_of

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from embeddings.encoder import EncodedText, Encoder
    from qa.datatypes import Span
    from tests.qa.conftest import Archive

ARTICLE = """---
date: 2024-01-01
source: Tide
---
"The pier is shut," said Marta Ruiz, the mayor of the town.

Wheat is dear this year, farmers in the valley complain.
"""


def filled(archive: Archive) -> None:
    archive.write("a.md", ARTICLE)
    for number in range(30):
        archive.write(f"b{number}.txt", f"Rents fell in district {number}, the council of the city found.")
    archive.index()


def after_repair(archive: Archive) -> Diagnosis:
    return repair(archive.library, encoder_factory=lambda: archive.encoder)


def everything(archive: Archive) -> list[object]:
    """Return all that answers are made of, without row numbers."""
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        found: list[object] = list(snapshot.speakers())
        for version, said in snapshot.all_attributions():
            passages = passages_of(snapshot, version)
            found.append((version.uid, version.sha256, said, [each.passage for each in passages]))
            found.append([each.vector.tobytes() + each.sentence_vectors.tobytes() for each in passages])
    return [*found, archive.found("Did rents fall?", k=5), archive.found("Who spoke about the pier?", k=3)]


def test_a_whole_library_needs_only_a_backup(archive: Archive, tmp_path: Path) -> None:
    def advice() -> list[str]:
        # What the system lets the reader of foreign formats reach is no matter of the library.
        return [
            each.do for each in diagnose(archive.library).findings if "The process that" not in each.words
        ]

    filled(archive)

    assert advice() == ["Run `qa backup FILE`."]

    backup(archive.library, tmp_path / "kept.zip")
    assert advice() == []


def test_a_library_that_others_can_read_is_named_and_closed_to_them(archive: Archive) -> None:
    filled(archive)
    archive.library.chmod(0o755)
    (archive.library / "library.db").chmod(0o644)

    words = " ".join(finding.words for finding in diagnose(archive.library).findings)

    assert "mode 755" in words
    assert "mode 644" in words
    assert any("permissions" in each for each in after_repair(archive).repaired)
    assert all(path.stat().st_mode & 0o077 == 0 for path in (archive.library, *archive.library.iterdir()))


@pytest.mark.parametrize(
    "name",
    [
        "every third passage moved",
        "passage missing",
        "full-text terms changed",
        "full-text row missing",
        "full-text index zeroed",
        "full-text index empty",
        "postings zeroed",
        "segments of full text missing",
        "words miscounted",
        "vector checksums changed",
        "some vectors zeroed",
        "sentence vectors cut",
        "attributed speakers changed",
        "attribution records emptied",
        "attributions not linked",
        "speaker names changed",
        "speaker names missing",
        "generation checksum changed",
        "index of passages missing",
    ],
    ids=str,
)
def test_whatever_is_derived_is_rebuilt_from_the_texts(archive: Archive, name: str) -> None:
    filled(archive)
    whole = everything(archive)
    damage(archive.library, name)

    found = after_repair(archive)

    assert not found.damaged
    assert check(archive.library).problems == ()
    assert everything(archive) == whole


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 0.5], ids=str)
def test_vectors_that_a_damaged_model_made_are_refused_until_they_are_mended(
    archive: Archive, number: float
) -> None:
    filled(archive)
    whole = everything(archive)
    seal_vectors(archive.library, number)

    with pytest.raises(DamagedIndexError, match="doctor --repair"):
        everything(archive)
    assert any("Stored vectors are damaged" in each.words for each in diagnose(archive.library).findings)

    found = after_repair(archive)
    assert not found.damaged
    assert "passages and the vectors that were damaged" in found.repaired
    assert everything(archive) == whole


class Miscounting:
    """An encoder that gives each text the vector of a sentence too many."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.identity, self.count_tokens, self.encode_query = (
            encoder.identity, encoder.count_tokens, encoder.encode_query,
        )  # fmt: skip

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Iterator[EncodedText]:
        return self._encoder.encode_passages(texts, [[*wanted, (0, 1)] for wanted in spans])


def test_what_is_still_damaged_is_not_called_repaired(archive: Archive) -> None:
    filled(archive)
    seal_vectors(archive.library, float("nan"))
    (archive.library / "library.db").chmod(0o644)

    found = repair(archive.library, encoder_factory=lambda: Miscounting(archive.encoder))

    assert found.damaged
    assert found.repaired == ("the vector index's file", "permissions: only you can read it now")


@pytest.mark.parametrize("how", ["flipped", "cut", "missing"])
def test_a_vector_index_that_cannot_be_used_is_written_again(archive: Archive, how: str) -> None:
    filled(archive)
    whole = everything(archive)
    (file,) = archive.library.glob("vectors-*.faiss")
    data = bytearray(file.read_bytes())
    data[90] ^= 1
    file.unlink()
    if how != "missing":
        file.write_bytes(data if how == "flipped" else data[:-1])
    before = diagnose(archive.library)

    after = after_repair(archive)

    assert "answers are whole, but slower" in " ".join(finding.words for finding in before.findings)
    assert before.damaged
    assert not after.damaged
    assert everything(archive) == whole


def test_a_page_of_a_derived_table_can_be_lost(archive: Archive) -> None:
    filled(archive)
    whole = everything(archive)
    lost = 0
    for table in ("attributions", "passages_fts_data", "attributions_by_speaker", "speaker_names", "bands"):
        overwrite_first_page_of(archive.library, table)
        lost += not check_is_clean(archive)

        assert not after_repair(archive).damaged
        assert everything(archive) == whole
    assert lost == 5


def check_is_clean(archive: Archive) -> bool:
    try:
        return check(archive.library).clean
    except DamagedIndexError:
        return False


def test_a_lost_text_is_named_with_the_last_backup_and_left_alone(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    kept = tmp_path / "kept.zip"
    backup(archive.library, kept)
    damage(archive.library, "second text changed")

    found = after_repair(archive)

    assert found.damaged
    assert found.beyond_repair
    assert found.last_backup is not None
    assert found.last_backup.file == str(kept)
    assert stored_text(archive.library, 2) == b"other"


def test_a_database_whose_texts_cannot_be_read_is_not_repaired(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    backup(archive.library, tmp_path / "kept.zip")
    left = overwrite_first_page_of(archive.library, "versions")

    with pytest.raises(DamagedIndexError, match=r"kept\.zip"):
        after_repair(archive)
    assert (archive.library / "library.db").read_bytes() == left


def test_a_database_whose_last_page_was_cut_off_is_repaired(archive: Archive) -> None:
    filled(archive)
    before = everything(archive)
    database = archive.library / "library.db"
    with database.open("rb+") as file:
        file.truncate(database.stat().st_size - 4096)

    found = after_repair(archive)

    assert not found.damaged
    assert everything(archive) == before
