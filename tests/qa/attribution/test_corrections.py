from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.attribution.corrections import Correction, apply_corrections, as_extracted
from qa.datatypes import Attribution, AttributionKind, Span


def record(*content: Span, speaker: str | None = "Ivo Brandt") -> Attribution:
    return Attribution(content, (90, 92), (93, 97), speaker, AttributionKind.DIRECT, "test", 0.7)


def speakers(found: list[Attribution]) -> list[str | None]:
    return [each.speaker for each in found]


def test_a_correction_names_the_speaker_and_keeps_what_was_extracted() -> None:
    first, second = record((0, 20)), record((30, 50))

    found, applied = apply_corrections([first, second], [Correction(((0, 20),), "Una Strand")])

    assert speakers(found) == ["Una Strand", "Ivo Brandt"]
    assert (found[0].corrected, found[1].corrected) == (True, False)
    assert (found[0].extracted, found[0].mention, found[0].confidence) == (first, None, 1.0)
    assert applied == {Correction(((0, 20),), "Una Strand"): 0}
    assert as_extracted(found) == [first, second]


def test_a_corrected_name_is_certain() -> None:
    uncertain = replace(record((0, 20)), name_confidence=0.5)

    found, _ = apply_corrections([uncertain], [Correction(((0, 20),), "Una Strand")])

    assert (uncertain.certain, found[0].certain, found[0].name_confidence) == (False, True, 1.0)


@pytest.mark.parametrize(
    ("name", "body"),
    [("Una Strand", None), ("Ivo Brandt", "Ports Authority"), (None, None)],
    ids=["another", "the-same-again", "nobody"],
)
def test_whom_somebody_speaks_for_belongs_to_that_speaker(name: str | None, body: str | None) -> None:
    spokesman = replace(record((0, 20)), speaks_for="Ports Authority")

    found, _ = apply_corrections([spokesman], [Correction(((0, 20),), name)])

    assert found[0].speaks_for == body


def test_words_that_two_said_together_are_corrected_in_the_records_of_both() -> None:
    quill = replace(record((0, 20), speaker="Ada Quill"), together_with=("Ivo Brandt",))
    brandt = replace(record((0, 20)), together_with=("Ada Quill",))
    other = record((30, 50))

    found, _ = apply_corrections([quill, brandt, other], [Correction(((0, 20),), "Una Strand")])

    assert speakers(found) == ["Una Strand", "Una Strand", "Ivo Brandt"]
    assert [each.together_with for each in found] == [(), (), ()]
    assert as_extracted(found) == [quill, brandt, other]


def test_words_are_nobodys_where_nobody_is_given() -> None:
    found, _ = apply_corrections(
        [replace(record((0, 20)), ambiguous=("A. Lind", "B. Lind"))], [Correction(((0, 20),), None)]
    )

    assert (found[0].speaker, found[0].mention, found[0].ambiguous) == (None, None, ())
    assert found[0].corrected


def test_to_apply_twice_is_to_apply_once() -> None:
    corrections = [Correction(((0, 20),), "Una Strand")]
    once, _ = apply_corrections([record((0, 20))], corrections)

    assert apply_corrections(once, corrections)[0] == once
    assert apply_corrections(once, [])[0] == [record((0, 20))]


@pytest.mark.parametrize(
    "content",
    [((0, 20),), ((0, 14),), ((5, 40),), ((10, 30),), ((0, 8), (12, 20))],
    ids=["the same", "shorter", "longer and later", "exactly half", "in two parts"],
)
def test_a_record_that_shares_half_of_the_corrected_words_is_corrected(content: tuple[Span, ...]) -> None:
    found, _ = apply_corrections([record(*content)], [Correction(((0, 20),), "Una Strand")])

    assert speakers(found) == ["Una Strand"]


@pytest.mark.parametrize(
    "content",
    [((20, 40),), ((11, 40),), ((100, 120),), ((0, 9),), ((0, 4), (16, 20))],
    ids=["right after", "less than half", "elsewhere", "a part too small", "two parts too small"],
)
def test_a_record_that_shares_less_is_left_alone(content: tuple[Span, ...]) -> None:
    found, applied = apply_corrections([record(*content)], [Correction(((0, 20),), "Una Strand")])

    assert speakers(found) == ["Ivo Brandt"]
    assert applied == {}


def test_of_two_records_the_one_that_shares_more_is_corrected() -> None:
    found, _ = apply_corrections([record((0, 11)), record((11, 20))], [Correction(((0, 20),), "Una Strand")])

    assert speakers(found) == ["Una Strand", "Ivo Brandt"]


def test_of_a_record_within_another_the_inner_one_can_be_corrected_alone() -> None:
    found, _ = apply_corrections([record((0, 60)), record((20, 40))], [Correction(((20, 40),), "Una Strand")])

    assert speakers(found) == ["Ivo Brandt", "Una Strand"]


def test_of_two_corrections_of_one_record_the_larger_part_decides() -> None:
    small, large = Correction(((0, 20),), "Una Strand"), Correction(((20, 60),), "Marta Ruiz")

    found, applied = apply_corrections([record((0, 60))], [small, large])

    assert speakers(found) == ["Marta Ruiz"]
    assert applied == {large: 0}


def test_a_calling_in_front_of_a_name_is_kept_as_records_have_it() -> None:
    found, _ = apply_corrections([record((0, 20))], [Correction(((0, 20),), "coach Jonas Reed")])

    assert (found[0].speaker, found[0].callings) == ("Jonas Reed", ("coach",))


spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda each: (each[0], each[0] + each[1]))


@given(
    st.lists(spans.map(record), max_size=6),
    st.lists(spans.map(lambda span: Correction((span,), "Una Strand")), max_size=6, unique=True),
)
def test_only_speakers_change_and_everything_can_be_taken_back(
    records: list[Attribution], corrections: list[Correction]
) -> None:
    found, applied = apply_corrections(records, corrections)

    assert [each.content for each in found] == [each.content for each in records]
    assert sum(each.corrected for each in found) == len(applied)
    assert len(set(applied.values())) == len(applied)
    assert as_extracted(found) == records
