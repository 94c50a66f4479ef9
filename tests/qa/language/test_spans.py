from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Span
from qa.language.spans import any_overlaps, length, overlap, shared

SPAN = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda each: (each[0], each[0] + each[1]))


def characters(span: Span) -> set[int]:
    return set(range(*span))


@given(SPAN, SPAN)
def test_spans_overlap_when_a_character_lies_in_both(one: Span, other: Span) -> None:
    assert overlap(one, other) == bool(characters(one) & characters(other))


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not overlap((0, 3), (3, 5))
    assert not overlap((3, 5), (0, 3))


@given(st.lists(SPAN, max_size=4), SPAN)
def test_one_of_several_spans_is_enough(spans: list[Span], span: Span) -> None:
    assert any_overlaps(spans, span) == any(characters(each) & characters(span) for each in spans)


@given(st.lists(SPAN, max_size=4), st.lists(SPAN, max_size=4))
def test_characters_are_counted_pair_by_pair(some: list[Span], others: list[Span]) -> None:
    assert shared(some, others) == sum(
        len(characters(one) & characters(other)) for one in some for other in others
    )


def test_the_length_of_spans_is_that_of_all_of_them() -> None:
    assert length([(0, 3), (10, 14)]) == 3 + 4
    assert length([]) == 0
