from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from embeddings.encoder import Encoder
from qa.embedded.search.publishing import publish
from qa.embedded.writer import open_writer
from qa.errors import ModelError
from qa.upkeep.check import check
from qa.upkeep.check_vectors import compare_vectors
from qa.upkeep.doctor import diagnose
from qa.upkeep.repair import repair
from tests.qa.embedded.damage import swap_passages, swap_vectors

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.write("pier.txt", '"The pier is shut," said Ada Quill. The storm broke two of its posts.')
    archive.write("rents.txt", "Rents fell in Harwick. The council found it in its own books.")
    archive.write("unknown.md", "---\ntitle: Ferries\n---\nThe ferry is late again. Nobody says why.")
    archive.index()
    return archive


def test_the_vectors_of_a_whole_library_are_those_of_its_texts(filled: Archive) -> None:
    found = compare_vectors(filled.library, lambda: filled.encoder)
    few = compare_vectors(filled.library, lambda: filled.encoder, sample=2)

    assert (found.compared, found.stored, found.wrong) == (3, 3, ())
    assert (few.compared, few.stored, few.wrong) == (2, 3, ())
    assert check(filled.library).clean


def test_two_vectors_that_were_exchanged_with_their_seals_are_found_and_encoded_again(
    filled: Archive,
) -> None:
    before = filled.found("Did rents fall?", k=1)
    swap_vectors(filled.library, 1, 2)
    with open_writer(filled.library) as writer:
        # So that the vector index agrees with them.
        publish(writer.connection, filled.library)

    # No checksum tells.
    assert check(filled.library).clean
    seen = diagnose(filled.library, encoder_factory=lambda: filled.encoder)
    assert [each.words for each in seen.findings if each.damage] == [
        "Stored vectors are of other texts (2 of 3 compared)."
    ]
    assert (seen.vectors_compared, seen.vectors_stored) == (3, 3)

    mended = repair(filled.library, encoder_factory=lambda: filled.encoder)

    assert not mended.damaged
    assert "passages and the vectors that were damaged" in mended.repaired
    assert compare_vectors(filled.library, lambda: filled.encoder).wrong == ()
    assert check(filled.library).clean
    assert filled.found("Did rents fall?", k=1) == before


def test_passages_that_point_to_each_others_vectors_are_found_by_their_texts_hashes(filled: Archive) -> None:
    swap_passages(filled.library)

    words = check(filled.library).problems
    assert sum("has the vectors of another text" in each for each in words) == 2

    assert not repair(filled.library, encoder_factory=lambda: filled.encoder).damaged
    assert check(filled.library).clean


class Other:
    """An encoder that says it is another model."""

    def __init__(self, encoder: Encoder) -> None:
        self.identity = replace(encoder.identity, name="another", sha256="0" * 64)


def missing() -> Encoder:
    raise ModelError("There is no such model.")


def test_without_the_model_that_made_them_no_vectors_are_compared_and_that_is_said(filled: Archive) -> None:
    other = diagnose(filled.library, encoder_factory=lambda: Other(filled.encoder))  # type: ignore[arg-type, return-value]
    none = diagnose(filled.library, encoder_factory=missing)

    for seen, why in ((other, "another is configured"), (none, "There is no such model.")):
        assert not seen.damaged
        assert seen.vectors_compared == 0
        (words,) = (each.words for each in seen.findings if "not compared" in each.words)
        assert why in words
