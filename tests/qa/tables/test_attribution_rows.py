from __future__ import annotations

from dataclasses import replace

import pytest

from qa.datatypes import Attribution, AttributionKind, Target
from qa.errors import DamagedIndexError
from qa.tables.attribution_rows import attribution_from, attribution_to
from qa.tables.compressed import RECORDS
from qa.tables.seals import attribution_seal, link_seal

WHOLE = Attribution(
    content=((3, 9), (12, 20)),
    mention=(0, 2),
    cue=None,
    speaker="Ada Quill",
    kind=AttributionKind.DIRECT,
    rule="quote-right",
    confidence=1,
    ambiguous=("Bea Quill",),
    targets=(Target("Harwick", "title"), Target("Orsa", "content")),
    own_words=((4, 8),),
)
CORRECTED = replace(WHOLE, speaker="Bea Quill", mention=None, extracted=WHOLE)


def read(record: bytes) -> Attribution:
    """Read a stored record, in a row with the seals that fit."""
    crc = attribution_seal(1, 0, 3, 20, None, "direct", 1.0, record)
    row = (1, 1, 0, 3, 20, None, "direct", 1.0, record, crc, link_seal(crc, None), None)
    found, _ = attribution_from(row)  # type: ignore[arg-type]  # a row is read as what it holds, in order
    return found


@pytest.mark.parametrize(
    "record",
    [WHOLE, CORRECTED, replace(WHOLE, speaker="Half a \ud800 character")],
    ids=["whole", "corrected", "half a character"],
)
def test_a_record_is_read_as_it_was_stored(record: Attribution) -> None:
    found = read(attribution_to(record))

    assert found == record
    assert isinstance(found.kind, AttributionKind)
    assert isinstance(found.confidence, float)
    assert all(isinstance(target, Target) for target in found.targets)


@pytest.mark.parametrize(
    ("stored", "crafted"),
    [
        ('"content":[[3,9],[12,20]]', '"content":[]'),
        ('"content":[[3,9],[12,20]]', '"content":[[9,3]]'),
        ('"content":[[3,9],[12,20]]', '"content":[[3,9,12]]'),
        ('"mention":[0,2]', '"mention":[-1,2]'),
        ('"cue":null', '"cue":[1,5000000000]'),
        ('"own_words":[[4,8]]', '"own_words":[[8,4]]'),
        ('"confidence":1', '"confidence":NaN'),
        ('"confidence":1', '"confidence":1.5'),
        ('"confidence":1', '"confidence":"sure"'),
        ('"name_confidence":1.0', '"name_confidence":-0.1'),
        ('"speaker":"Ada Quill"', '"speaker":7'),
        ('"second_hand":false', '"second_hand":0'),
        ('"polarity":"said"', '"polarity":"sung"'),
        ('"kind":"direct"', '"kind":"sung"'),
        ('"title"', '"somewhere"'),
        ('"rule":"quote-right",', ""),
    ],
)
def test_a_record_with_a_value_that_none_has_is_damage(stored: str, crafted: str) -> None:
    text = RECORDS.decompressed(attribution_to(WHOLE)).decode()
    assert stored in text

    with pytest.raises(DamagedIndexError):
        read(text.replace(stored, crafted, 1).encode())


def test_what_was_extracted_before_a_correction_is_held_to_the_same() -> None:
    text = RECORDS.decompressed(attribution_to(CORRECTED)).decode()

    with pytest.raises(DamagedIndexError):
        read('"cue":[5,1]'.join(text.rsplit('"cue":null', 1)).encode())
