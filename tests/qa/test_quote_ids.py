from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.quote_ids import MistypedQuoteIdError, parse_quote_id, quote_id

LETTERS = string.digits + string.ascii_lowercase
OFFSETS = st.integers(0, 2**31 - 1)
PLACES = st.tuples(
    st.text(LETTERS, min_size=10, max_size=10),
    st.text("0123456789abcdef", min_size=64, max_size=64),
    OFFSETS,
    OFFSETS,
)


def named(place: tuple[str, str, int, int]) -> str:
    uid, sha, start, length = place
    return quote_id(uid, sha, start, start + length)


@given(PLACES)
def test_an_id_says_what_it_was_made_of(place: tuple[str, str, int, int]) -> None:
    uid, sha, start, length = place

    assert parse_quote_id(named(place)) == (uid, sha[:12], start, start + length)
    assert len(named(place)) <= 40


@given(PLACES)
def test_every_change_of_one_character_is_refused(place: tuple[str, str, int, int]) -> None:
    right = named(place)
    for at, was in enumerate(right):
        for other in LETTERS.replace(was, ""):
            with pytest.raises(MistypedQuoteIdError):
                parse_quote_id(right[:at] + other + right[at + 1 :])


@given(PLACES)
def test_every_exchange_of_two_characters_is_refused(place: tuple[str, str, int, int]) -> None:
    right = named(place)
    for one in range(len(right)):
        for two in range(one + 1, len(right)):
            if right[one] != right[two]:
                swapped = list(right)
                swapped[one], swapped[two] = swapped[two], swapped[one]
                with pytest.raises(MistypedQuoteIdError):
                    parse_quote_id("".join(swapped))


# Not a property of all ids: one of a million and a half lost or doubled characters would pass.
@pytest.mark.parametrize("start", [0, 9, 417, 60_000])
@pytest.mark.parametrize("length", [2, 150])
def test_a_lost_and_a_doubled_character_are_refused(start: int, length: int) -> None:
    right = quote_id("lk6xkmx3pz", "8b1d5f20a1c9", start, start + length)
    for at in range(len(right)):
        for wrong in (right[:at] + right[at + 1 :], right[:at] + right[at] + right[at:]):
            with pytest.raises(MistypedQuoteIdError):
                parse_quote_id(wrong)


@given(st.text() | st.text(LETTERS, min_size=20, max_size=45))
def test_only_an_id_that_was_made_is_taken_as_one(text: str) -> None:
    try:
        place = parse_quote_id(text)
    except ValueError:
        return
    assert quote_id(*place) == text
