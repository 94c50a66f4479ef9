from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language.terms import terms
from qa.ranking.question import AnalysedQuestion, AnswerType, analyse, answer_type, idf, question_terms

VECTOR = np.asarray([1.0, 0.0], np.float32)


def analysed(text: str, **frequencies: int) -> AnalysedQuestion:
    return analyse(text, VECTOR, frequencies, 100)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who painted the ceiling?", AnswerType.PERSON),
        ("Whose boat sank?", AnswerType.PERSON),
        ("When did the mill burn down?", AnswerType.TIME),
        ("In which year was the bridge closed?", AnswerType.TIME),
        ("How many ships were lost?", AnswerType.NUMBER),
        ("What is the total population of Varn?", AnswerType.NUMBER),
        ("Where is the well?", AnswerType.PLACE),
        ("In which city was she born?", AnswerType.PLACE),
        ("Why did the dam fail?", AnswerType.REASON),
        ("What caused the fire?", AnswerType.REASON),
        ("How is paper made?", AnswerType.MANNER),
        ("What is a lichen?", AnswerType.OTHER),
        ("", AnswerType.OTHER),
    ],
    ids=str,
)
def test_the_words_of_a_question_say_what_kind_of_thing_would_answer(
    question: str, expected: AnswerType
) -> None:
    assert answer_type(question) is expected


def test_the_earliest_cue_decides_and_how_many_is_not_how() -> None:
    assert answer_type("When did the man who built it die?") is AnswerType.TIME
    assert answer_type("Who knows when it opens?") is AnswerType.PERSON
    assert answer_type("How many people know how it works?") is AnswerType.NUMBER


def test_idf_matches_a_value_worked_out_by_hand() -> None:
    # ln(1 + (10 - 3 + 0.5) / (3 + 0.5)) = ln(3.142857)
    assert idf(3, 10) == pytest.approx(1.145132, abs=1e-6)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_idf_is_never_negative_and_a_rarer_term_never_weighs_less(one: int, other: int) -> None:
    few, many = sorted((one, other))

    assert idf(few, many) >= idf(many, many) > 0


def test_terms_are_distinct_content_words_in_their_order_each_with_the_word_it_came_from() -> None:
    question = analysed("Did the Bakers bake bread, and why did they stop baking?")

    assert question.terms == ("baker", "bake", "bread", "stop")
    assert question.surfaces == ("bakers", "bake", "bread", "stop")


def test_a_question_of_nothing_but_stop_words_keeps_them_all() -> None:
    assert [term for _, _, term in question_terms("To be or not to be")] == terms("To be or not to be")


@pytest.mark.parametrize("nothing", ["", "?!", "…"], ids=repr)
def test_a_question_without_words_has_one_term_that_weighs_nothing(nothing: str) -> None:
    question = analysed(nothing)

    assert question.terms == ("",)
    assert question.weights == (0.0,)


def test_a_rare_term_weighs_more_than_a_common_one_and_a_form_word_half() -> None:
    question = analysed("name the lichen on the stone", lichen=1, stone=50, name=1)
    weight = dict(zip(question.terms, question.weights, strict=True))

    assert weight["lichen"] == pytest.approx(idf(1, 100))
    assert weight["name"] == pytest.approx(idf(1, 100) / 2)
    assert weight["stone"] < weight["lichen"]


def test_a_capital_names_a_term_unless_it_only_begins_the_question() -> None:
    question = analysed("Ships of Varn and ships of old")

    assert dict(zip(question.terms, question.named, strict=True)) == {
        "ship": False,
        "varn": True,
        "old": False,
    }


def test_terms_that_occur_nowhere_in_the_archive_are_unknown() -> None:
    question = analysed("lichen on basalt", lichen=2)

    assert dict(zip(question.terms, question.unknown, strict=True)) == {"lichen": False, "basalt": True}


def test_what_asks_for_the_word_after_it() -> None:
    party = analysed("Which party won the election?")
    kind = analysed("What kind of stone is this church built of?")

    assert party.focus == party.terms.index("parti")
    assert kind.focus == kind.terms.index("stone")
    assert analysed("Did it rain?").focus is None


def test_pairs_are_neighbours_with_at_most_stop_words_between() -> None:
    question = analysed("the harbour of Varn freezes")

    assert question.terms == ("harbor", "varn", "freez")
    assert question.pairs == ((0, 1), (1, 2))


def test_numbers_and_negation_are_read_off_the_question() -> None:
    question = analysed("Why didn't the 1,200 ships of 1931 leave?")

    assert question.numbers == ("1200", "1931")
    assert question.negated
    assert not analysed("Why did the notes of the nobleman burn?").negated


@given(st.text(max_size=80))
def test_any_text_gives_one_weight_one_word_and_one_mark_for_each_term(text: str) -> None:
    question = analysed(text)

    count = len(question.terms)
    assert count >= 1
    assert count == len(question.weights) == len(question.surfaces) == len(question.named)
    assert count == len(question.unknown) == len(set(question.terms))
    assert all(math.isfinite(weight) and weight >= 0 for weight in question.weights)
    assert all(0 <= i < count and 0 <= j < count and i != j for i, j in question.pairs)
    assert question.focus is None or 0 <= question.focus < count
