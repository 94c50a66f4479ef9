"""Vectors of passages in one byte a number."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from numpy.typing import NDArray

from qa.tables.passage_vectors import (
    half_precision,
    is_packed,
    numbers_in,
    packed_vector,
    vector_in,
    vectors_in,
)


def unit(dim: int, seed: int = 0) -> NDArray[np.float32]:
    vector = np.random.default_rng(seed).normal(size=dim).astype(np.float32)
    scaled: NDArray[np.float32] = vector / np.linalg.norm(vector)
    return scaled


def test_a_vector_takes_one_byte_a_number_and_one_more() -> None:
    packed = packed_vector(unit(384))

    assert (len(packed), is_packed(packed), numbers_in(packed)) == (385, True, 384)


def test_a_cosine_with_another_vector_is_off_by_two_thousandths_at_most() -> None:
    one, others = unit(384), np.stack([unit(384, seed) for seed in range(1, 200)])

    off = others @ vector_in(packed_vector(one)) - others @ one

    assert np.abs(off).max() < 0.002


def test_its_length_stays_one() -> None:
    vector = vector_in(packed_vector(unit(384)))

    assert abs(float(vector @ vector) - 1) < 0.001


@given(some.integers(0, 1_000))
def test_what_was_in_half_precision_comes_out_as_what_is_encoded_again(seed: int) -> None:
    vector = unit(32, seed)

    assert packed_vector(vector_in(half_precision(vector))) == packed_vector(vector)
    assert vector_in(packed_vector(vector_in(packed_vector(vector)))) == pytest.approx(
        vector_in(packed_vector(vector)), abs=0.005
    )


@pytest.mark.parametrize("dim", [1, 2, 3, 32, 383], ids=str)
def test_any_number_of_dimensions_is_told_from_half_precision(dim: int) -> None:
    packed, whole = packed_vector(unit(dim)), half_precision(unit(dim))

    assert numbers_in(packed) == numbers_in(whole) == dim
    assert not is_packed(whole)
    assert vectors_in([packed, whole, packed], dim).shape == (3, dim)


def test_vectors_read_together_come_out_as_each_alone() -> None:
    stored = [packed_vector(unit(64, 1)), half_precision(unit(64, 2)), packed_vector(unit(64, 3))]

    together = vectors_in(stored, 64)

    np.testing.assert_array_equal(together, np.stack([vector_in(each) for each in stored]))


def test_a_text_without_a_known_word_stays_without_a_direction() -> None:
    assert not vector_in(packed_vector(np.zeros(384, np.float32))).any()


@pytest.mark.parametrize("number", [np.nan, np.inf, 0.5], ids=str)
def test_what_is_no_unit_vector_is_not_hidden(number: float) -> None:
    broken = np.full(384, number, np.float32)

    np.testing.assert_array_equal(vector_in(packed_vector(broken)), broken)


@pytest.mark.parametrize("stored", [b"", b"\2ab", b"\2" + bytes(385), bytes(769)], ids=repr)
def test_what_is_no_vector_of_so_many_numbers_is_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match="not a vector of 384 numbers"):
        vectors_in([stored], 384)
