"""Records of attributions, compressed."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from qa.tables.compressed import compressed, decompressed, is_compressed

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
    assert decompressed(STORED) == RECORD


@given(some.binary().map(lambda data: b"{" + data))
def test_any_record_comes_out_as_it_went_in(record: bytes) -> None:
    assert decompressed(compressed(record)) == record
    assert is_compressed(compressed(record))


def test_a_record_takes_a_third_of_its_room() -> None:
    assert len(compressed(RECORD)) < len(RECORD) / 3


def test_a_record_that_is_not_compressed_is_read_as_it_is() -> None:
    assert decompressed(RECORD) == RECORD
    assert not is_compressed(RECORD)


def test_a_record_too_long_to_be_compressed_is_stored_as_it_is() -> None:
    record = b"[" + b" " * (1 << 22) + b"]"

    assert compressed(record) == record


@pytest.mark.parametrize(
    "stored",
    [
        compressed(RECORD)[:-2],
        compressed(RECORD) + b"x",
        b"\x01",
        b"\x01not compressed",
        b"\x01" + zlib.compress(bytes(1 << 23), 9)[2:-4],
    ],
    ids=["cut", "longer", "nothing", "noise", "unpacked to megabytes"],
)
def test_what_was_not_compressed_by_this_program_is_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match=r"record|data|code|length|distance|block"):
        decompressed(stored)
