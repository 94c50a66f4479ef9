from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.reasons import FEATURES, in_one_line, reasons
from qa.answers import Why
from qa.ranking.features import ALL_NAMES

WHY = Why(
    words=("harbour", "boats"),
    similarity=0.731,
    score=14.32,
    own_share=0.66,
    own_certainty=0.88,
    others_share=0.2,
    parts=(("about_in_own", 4.5), ("own_confidence", 2.6), ("own_share", 1.5)),
)
NOTHING = Why(words=(), similarity=0.1, score=1.0)


def test_why_is_told_in_sentences() -> None:
    assert reasons(WHY) == [
        "It has these words of the question: harbour, boats.",
        "It is close in meaning to the question.",
        "Most of it is the speaker's words; that these are theirs is certain.",
        "A part of it is somebody else's words.",
        "What counted most: the speaker's words in it are on the topic; it is the speaker's words.",
    ]


def test_what_has_none_of_the_words_is_not_said_to_be_chosen_by_them() -> None:
    beside = replace(NOTHING, parts=(("own_share", 1.5), ("cover_span_gap", 0.4)))

    assert reasons(beside)[0] == "It has none of the question's words."
    assert reasons(beside)[-1] == "What counted most: it is the speaker's words."
    assert reasons(replace(NOTHING, parts=(("rank_cover", 0.4),))) == reasons(NOTHING)


def test_why_stands_in_one_line_with_its_features_and_numbers() -> None:
    assert in_one_line(WHY) == (
        "words: harbour, boats · similarity 0.73 · 66% the speaker's words, sure to 88% · 20% somebody else's words · "
        "most for it: about_in_own +4.5, own_confidence +2.6, own_share +1.5 · score 14.3"
    )
    assert in_one_line(NOTHING) == "none of the words · similarity 0.10 · score 1.0"


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (NOTHING, "It has none of the question's words."),
        (replace(NOTHING, similarity=0.6), "It is close in meaning to the question."),
        (replace(NOTHING, similarity=0.59), "It is somewhat close in meaning to the question."),
        (replace(NOTHING, similarity=0.39), "It is not close in meaning to the question."),
        (replace(NOTHING, similarity=-0.1), "It is not close in meaning to the question."),
        (
            replace(NOTHING, own_share=1.0, own_certainty=0.79),
            "All of it is the speaker's words; that these are theirs is fairly certain.",
        ),
        (
            replace(NOTHING, own_share=0.49, own_certainty=0.49),
            "A part of it is the speaker's words; that these are theirs is not certain.",
        ),
        (replace(NOTHING, others_share=1.0), "All of it is somebody else's words."),
    ],
    ids=["none", "close", "somewhat", "not", "below-zero", "all", "a-part", "others"],
)
def test_numbers_become_words(why: Why, said: str) -> None:
    assert said in reasons(why)


@pytest.mark.parametrize("name", ["no_such_feature", "position"], ids=["unknown", "says-nothing"])
def test_a_feature_that_says_nothing_to_a_person_is_left_out(name: str) -> None:
    assert reasons(replace(NOTHING, parts=((name, 3.0),))) == reasons(NOTHING)


def test_every_feature_that_is_told_exists_and_is_told_once() -> None:
    told = [name for names in FEATURES.values() for name in names]

    assert set(told) <= set(ALL_NAMES)
    assert len(told) == len(set(told))


@given(st.lists(st.sampled_from(ALL_NAMES), min_size=1, max_size=3))
def test_no_name_of_a_feature_reaches_a_person(names: list[str]) -> None:
    why = replace(NOTHING, parts=tuple((name, 1.0) for name in names))

    assert not re.search(r"\w_\w|[+\d]", " ".join(reasons(why)))
