"""Records of attributions and terms of passages, compressed."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from qa.tables.compressed import RECORDS, TERMS, is_compressed, terms_in

RECORD = (
    b'{"content":[[220,276]],"mention":[203,214],"cue":[215,219],"speaker":"Ada Quill","kind":"indirect",'
    b'"rule":"bare-clause","confidence":0.84,"polarity":"said","second_hand":false,"ambiguous":[],'
    b'"targets":[["Harbour","content"]],"callings":[],"own_words":[],"speaks_for":null,"name_confidence":1.0}'
)

STORED = bytes.fromhex(
    "014331c1c8c840c7c8dc0cd5142303631d2343139849d14686a640be652cb2298e29890a81a59939394a03191d1e8945c072"
    "a0083956a814ce00"
)
"""The record as this form was first written: other builds of zlib write other bytes, and each reads those of all."""


def test_what_was_stored_once_is_read_by_every_later_program() -> None:
    assert RECORDS.decompressed(STORED) == RECORD


@given(some.binary().map(lambda data: b"{" + data))
def test_any_record_comes_out_as_it_went_in(record: bytes) -> None:
    assert RECORDS.decompressed(RECORDS.compressed(record)) == record
    assert is_compressed(RECORDS.compressed(record))


OF_A_PASSAGE = b"the harbour board of harwick said on monday that the pier would be shut for two week"
STORED_TERMS = bytes.fromhex(
    "012b019b5d94048a2a48d50494030a9483ab2c50b8e78312465e0a3805269680351480da5390e84f0235e14a4bc0c683821a"
    "147200"
)
"""These terms as this form was first written."""


def test_terms_that_were_stored_once_are_read_by_every_later_program() -> None:
    assert terms_in(STORED_TERMS) == OF_A_PASSAGE.decode()


def test_terms_take_two_thirds_of_their_room() -> None:
    assert len(TERMS.compressed(OF_A_PASSAGE)) < len(OF_A_PASSAGE) * 2 / 3


def test_terms_of_an_older_library_are_read_as_they_are() -> None:
    assert terms_in("the pier") == "the pier"


@pytest.mark.parametrize(
    "stored",
    [STORED_TERMS[:-2], b"\x01", b"\xff", 3, None],
    ids=["cut", "nothing", "no text", "a number", "null"],
)
def test_terms_that_cannot_be_read_are_none(stored: bytes) -> None:
    assert terms_in(stored) is None


def test_a_record_takes_a_third_of_its_room() -> None:
    assert len(RECORDS.compressed(RECORD)) < len(RECORD) / 3


def test_a_record_that_is_not_compressed_is_read_as_it_is() -> None:
    assert RECORDS.decompressed(RECORD) == RECORD
    assert not is_compressed(RECORD)


def test_a_record_too_long_to_be_compressed_is_stored_as_it_is() -> None:
    record = b"[" + b" " * (1 << 22) + b"]"

    assert RECORDS.compressed(record) == record


@pytest.mark.parametrize(
    "stored",
    [
        RECORDS.compressed(RECORD)[:-2],
        RECORDS.compressed(RECORD) + b"x",
        b"\x01",
        b"\x01not compressed",
        b"\x01" + zlib.compress(bytes(1 << 23), 9)[2:-4],
    ],
    ids=["cut", "longer", "nothing", "noise", "unpacked to megabytes"],
)
def test_what_was_not_compressed_by_this_program_is_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match=r"text|data|code|length|distance|block"):
        RECORDS.decompressed(stored)
