"""Words that several people say together are taken once."""

from __future__ import annotations

from qa.archive.credits import one_a_credit
from qa.archive.protocol import Said
from qa.attribution.corrections import Correction, apply_corrections
from qa.datatypes import Attribution, AttributionKind


def said(start: int, speaker: str, *others: str) -> Said:
    content = ((start, start + 20),)
    record = Attribution(
        content, (90, 92), (93, 97), speaker, AttributionKind.DIRECT, "test", 0.7, together_with=others
    )
    return record, speaker


QUILL, BRANDT = said(0, "Ada Quill", "Tom Brandt"), said(0, "Tom Brandt", "Ada Quill")


def test_what_two_say_together_is_there_once_as_the_firsts() -> None:
    alone = said(40, "Ada Quill")

    assert one_a_credit([QUILL, BRANDT, alone]) == [QUILL, alone]


def test_it_is_there_as_the_words_of_whom_is_looked_for() -> None:
    assert one_a_credit([QUILL, BRANDT], lambda _, name: name == "Tom Brandt") == [BRANDT]
    assert one_a_credit([QUILL, BRANDT], lambda _, name: name == "Una Strand") == [QUILL]


def test_what_a_person_corrected_is_there_once() -> None:
    found, _ = apply_corrections([QUILL[0], BRANDT[0]], [Correction(((0, 20),), "Una Strand")])

    assert [record.speaker for record, _ in one_a_credit([(each, each.speaker) for each in found])] == [
        "Una Strand"
    ]


def test_two_records_that_are_not_said_together_are_both_there() -> None:
    inner = said(0, "Una Strand")
    later = said(30, "Tom Brandt", "Ada Quill")

    assert one_a_credit([QUILL, inner, later]) == [QUILL, inner, later]
