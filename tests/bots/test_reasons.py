from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.reasons import FEATURES, reasons
from qa.ranking.features import ALL_NAMES

WHY = (
    "words: harbour, boats · similarity 0.73 · 66% the speaker's words, sure to 88% · 20% somebody else's words · "
    "most for it: about_in_own +4.5, own_confidence +2.6, own_share +1.5 · score 14.3"
)


def test_why_is_told_in_sentences() -> None:
    assert reasons(WHY) == [
        "It has these words of the question: harbour, boats.",
        "It is close in meaning to the question.",
        "Most of it is the speaker's words; that these are theirs is certain.",
        "A part of it is somebody else's words.",
        "What counted most: the speaker's words in it are on the topic; it is the speaker's words.",
    ]


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("none of the words", "It has none of the question's words."),
        ("similarity 0.60", "It is close in meaning to the question."),
        ("similarity 0.59", "It is somewhat close in meaning to the question."),
        ("similarity 0.39", "It is not close in meaning to the question."),
        ("similarity -0.10", "It is not close in meaning to the question."),
        (
            "100% the speaker's words, sure to 79%",
            "All of it is the speaker's words; that these are theirs is fairly certain.",
        ),
        (
            "49% the speaker's words, sure to 49%",
            "A part of it is the speaker's words; that these are theirs is not certain.",
        ),
        ("100% somebody else's words", "All of it is somebody else's words."),
    ],
    ids=["none", "close", "somewhat", "not", "below-zero", "all", "a-part", "others"],
)
def test_numbers_become_words(part: str, said: str) -> None:
    assert reasons(part) == [said]


@pytest.mark.parametrize(
    "why",
    ["", "score 14.3", "most for it: no_such_feature +3.0", "most for it: position +2.0", "something new 3"],
    ids=["nothing", "score", "unknown-feature", "feature-that-says-nothing", "unknown-part"],
)
def test_what_says_nothing_to_a_person_is_left_out(why: str) -> None:
    assert reasons(why) == []


def test_every_feature_that_is_told_exists_and_is_told_once() -> None:
    told = [name for names in FEATURES.values() for name in names]

    assert set(told) <= set(ALL_NAMES)
    assert len(told) == len(set(told))


@given(st.lists(st.sampled_from(ALL_NAMES), min_size=1, max_size=3))
def test_no_name_of_a_feature_reaches_a_person(names: list[str]) -> None:
    why = f"most for it: {', '.join(f'{name} +1.0' for name in names)}"

    assert not re.search(r"\w_\w|[+\d]", " ".join(reasons(why)))


@given(st.text())
def test_any_line_is_read(why: str) -> None:
    assert all(said.endswith(".") for said in reasons(why))
