"""Vectors of sentences in four bits a number."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from qa.tables.passage_vectors import half_precision
from qa.tables.sentence_vectors import are_packed, packed_sentences, sentences_in, unpacked_sentences


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    scaled: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
    return scaled


def read(vectors: bytes) -> NDArray[np.float32]:
    return np.frombuffer(vectors, "<f2").astype(np.float32)


def passage(dim: int, sentences: int, seed: int = 0) -> tuple[NDArray[np.float32], bytes]:
    """Return a vector, and in half precision those of sentences which are like it, as those of a passage are."""
    random = np.random.default_rng(seed)
    whole = unit(random.normal(size=dim).astype(np.float32))
    apart = unit(random.normal(size=(sentences, dim)).astype(np.float32))
    return read(half_precision(whole)), half_precision(unit(whole + 0.55 * apart))


def test_a_sentence_is_kept_nearly_as_it_was_with_its_length() -> None:
    vector, sentences = passage(384, 40)
    exact = read(sentences).reshape(40, 384)

    found = unpacked_sentences(vector.reshape(1, -1), [packed_sentences(vector, sentences)])

    assert (np.einsum("ij,ij->i", found, exact) > 0.997).all()
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), np.ones(40), atol=1e-3)


def test_a_sentence_takes_four_bits_a_number_and_two_factors() -> None:
    vector, sentences = passage(384, 5)

    packed = packed_sentences(vector, sentences)

    assert (len(packed), are_packed(packed), sentences_in(packed, 384)) == (1 + 5 * (4 + 192), True, 5)
    assert (are_packed(sentences), sentences_in(sentences, 384)) == (False, 5)


@pytest.mark.parametrize("dim", [1, 2, 3, 5, 7, 32, 383], ids=str)
def test_any_number_of_dimensions_is_told_from_half_precision(dim: int) -> None:
    vector, sentences = passage(dim, 3)
    packed = packed_sentences(vector, sentences)

    assert are_packed(packed)
    assert not are_packed(sentences)
    assert sentences_in(packed, dim) == 3
    assert unpacked_sentences(vector.reshape(1, -1), [packed]).shape == (3, dim)


def test_passages_read_together_come_out_as_each_alone() -> None:
    made = [passage(64, count, seed=count) for count in (3, 0, 1, 7)]
    stored = [packed_sentences(*each) for each in made]
    stored[2] = made[2][1]  # as an older program stored it
    vectors = np.stack([vector for vector, _ in made])

    together = unpacked_sentences(vectors, stored)

    alone = [unpacked_sentences(vectors[at : at + 1], [each]) for at, each in enumerate(stored)]
    np.testing.assert_array_equal(together, np.concatenate(alone))
    np.testing.assert_array_equal(alone[2], read(made[2][1]).reshape(1, 64))


def test_sentences_packed_together_come_out_as_each_alone() -> None:
    vector, sentences = passage(64, 5)

    packed = packed_sentences(vector, sentences)

    alone = [packed_sentences(vector, sentences[at : at + 128])[1:] for at in range(0, len(sentences), 128)]
    assert packed[1:] == b"".join(alone)


def test_a_text_without_a_known_word_stays_without_a_direction() -> None:
    vector, _ = passage(384, 1)
    nothing = bytes(768)

    for whole in (vector, np.zeros(384, np.float32)):
        found = unpacked_sentences(
            whole.reshape(1, -1), [packed_sentences(whole, nothing + half_precision(vector))]
        )
        assert not found[0].any()
        assert found[1] @ vector > 0.97


def test_what_is_no_number_is_not_hidden() -> None:
    vector, sentences = passage(8, 2)
    broken = np.full(8, np.nan, np.float32)

    for stored in (
        packed_sentences(vector, half_precision(broken) + sentences),
        packed_sentences(broken, sentences),
    ):
        assert np.isnan(unpacked_sentences(vector.reshape(1, -1), [stored])[0]).all()


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:-2],
        lambda data: data + b"ab",
        lambda data: b"\2" + data[1:],
        lambda data: data[:1] * 3,
    ],
    ids=["cut", "longer", "of another form", "no vectors"],
)
def test_what_was_not_packed_by_this_program_is_refused(change) -> None:  # type: ignore[no-untyped-def]
    vector, sentences = passage(32, 3)

    with pytest.raises(ValueError, match="vector"):
        unpacked_sentences(vector.reshape(1, -1), [change(packed_sentences(vector, sentences))])
