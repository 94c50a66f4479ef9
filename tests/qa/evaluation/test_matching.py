from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.matching import common_in_order, covers, is_whole, same_name, same_words, words

ANSWER = "The ferry will not sail before the pier has been mended in May"


@pytest.mark.parametrize(
    ("quote", "right"),
    [
        ("She said: the ferry will NOT sail before the pier has been mended in May!", True),
        ("before the pier has been mended in May", True),
        ("has been mended", False),
        ("The ferry won’t sail before the old pier has been mended in May", True),
        ("The ferry will not, he said, sail before the pier is mended in May", True),
        ("The ferry will sail before the pier has been mended in May", False),
        ("The ferry will not sail before the pier has been mended in May 2024", True),
        ("The 8 o’clock ferry will not sail, he says, before the pier has been mended in May", False),
        ("word " * 60 + ANSWER, False),
    ],
    ids=[
        "word for word", "a part of eight words", "a part of three words", "a contraction, and one word more",
        "most words in order", "a negation is missing", "holds it, with more", "another number", "too long",
    ],
)  # fmt: skip
def test_a_quote_counts_as_right_by_what_it_has_of_the_answer(quote: str, right: bool) -> None:
    assert covers(quote, ["something else", ANSWER]) is right


def test_a_short_answer_has_to_be_there_word_for_word() -> None:
    assert covers("It cost 308 crowns.", ["308"])
    assert not covers("It cost 3089 crowns.", ["308"])


def test_a_quote_may_be_half_as_long_again_as_a_long_answer() -> None:
    answer = " ".join(f"word{n}" for n in range(80))

    assert covers(f"{answer} {'more ' * 40}", [answer])
    assert not covers(f"{answer} {'more ' * 41}", [answer])


def test_contractions_and_marks_do_not_matter() -> None:
    assert words("They DIDN’T—really_ go.") == ["they", "did", "not", "really", "go"]


def test_the_longest_common_subsequence_matches_one_found_by_hand() -> None:
    # b, d, a, b
    assert common_in_order("abcbdab", "bdcaba") == 4


@given(st.text(max_size=12), st.text(max_size=12))
def test_order_of_the_two_does_not_matter_to_what_is_common(one: str, other: str) -> None:
    assert common_in_order(one, other) == common_in_order(other, one)
    assert common_in_order(one, one) == len(one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sen. Anna Lindqvist", "Lindqvist", True),
        ("A. Lindqvist", "Anna Lindqvist", True),
        ("Anna Lindqvist", "Bertil Lindqvist", False),
        ("Lindqvist’s", "Anna Lindqvist", True),
        ("Lindqvist campaign", "Okafor campaign", False),
        ("the Foreign Ministry", "Foreign Ministry", True),
        ("", "Anna", False),
        (None, "Anna", False),
    ],
    ids=["title", "initial", "first names differ", "possessive", "groups differ", "article", "empty", "none"],
)
def test_two_names_can_be_one_speakers(one: str | None, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def test_a_slice_is_whole_from_border_to_border() -> None:
    text = "One thing. Another thing, “said so” here.\nLast line"

    assert is_whole(text, 0, 10)
    assert is_whole(text, 11, 41)
    assert is_whole(text, 42, len(text))
    assert not is_whole(text, 4, 10)
    assert not is_whole(text, 11, 24)


def test_the_same_words_are_found_in_a_longer_or_shorter_quote() -> None:
    assert same_words("The pier is closed.", "Now “the pier is closed”, he said")
    assert not same_words("The pier is closed.", "The pier is not closed.")
    assert not same_words("…", "The pier")
