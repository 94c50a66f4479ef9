"""Compress the records of attributions: most of each is names of fields, which all have, so a dictionary helps most.

Rows that older programs wrote hold JSON as it is; it is read until it is compressed.
"""

from __future__ import annotations

import zlib

_COMPRESSED = b"\x01"
"""What a compressed record begins with. No JSON does."""

_LONGEST = 1 << 22
"""The most bytes of a record that is compressed: a few bytes of a crafted library could be made into any number."""

_WINDOW = -13
"""Without a header, looking back over 8 kB: longer than nearly all records with the dictionary."""

_DICTIONARY = b"".join(
    [
        b'"according-to","declined","denied","mixed","quote-left-of-cue","quote-inverted","to-infinitive","object-say",',
        b'"clause-before","that-clause","call-as","about","headline","bare-fragment","kind":"according-to","rule":',
        b'"confidence":0.8553999999999999,0.7644,0.62,0.79,0.58,0.7,"polarity":"denied","second_hand":true,"ambiguous"',
        b'"callings":["president"],"own_words":[[1,"speaks_for":"","name_confidence":0.947},"extracted":{"content":',
        b'"kind":"direct","rule":"quote-right","confidence":0.94,"polarity":"said","second_hand":false,"ambiguous":[],',
        b'"targets":[],"callings":[],"own_words":[[2,"speaks_for":null,"name_confidence":0.935}"name_confidence":0.964}',
        b'"speaker":null,"kind":"indirect","rule":"bare-clause","confidence":0.84,"polarity":"said","second_hand":false,',
        b'"ambiguous":[],"targets":[["","content"],["","paragraph"],["","previous"],["","title"]],"callings":[],',
        b'"own_words":[],"speaks_for":null,"name_confidence":1.0}{"content":[[1,2]],"mention":[1,2],"cue":null,"cue":[1,',
        b'"speaker":"',
    ]
)
"""What is common comes last. It stays as it is: every record that was compressed with it needs it."""


def compressed(record: bytes) -> bytes:
    """Return a record of JSON as it is stored."""
    if len(record) >= _LONGEST:
        return record
    compressing = zlib.compressobj(9, zlib.DEFLATED, _WINDOW, 6, zdict=_DICTIONARY)
    return _COMPRESSED + compressing.compress(record) + compressing.flush()


def is_compressed(stored: bytes) -> bool:
    """Return whether a stored record is compressed."""
    return stored.startswith(_COMPRESSED)


def decompressed(stored: bytes) -> bytes:
    """Return the JSON of a stored record. Raises ValueError if it is not what `compressed` made."""
    if not is_compressed(stored):
        return stored
    reading = zlib.decompressobj(_WINDOW, zdict=_DICTIONARY)
    try:
        record = reading.decompress(stored[1:], _LONGEST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not reading.eof or reading.unused_data:
        raise ValueError("a part of a record, or more than one")
    return record
