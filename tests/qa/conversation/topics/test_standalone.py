from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.conversation.earlier.noun_phrases import phrases
from qa.conversation.topics.back_references import needs_context
from qa.conversation.topics.standalone import MAX_WORDS, stand_alone
from qa.conversation.topics.word_choice import load

WALTER = [("Where was Walter Okafor born?", "Walter Okafor was born in Lisbon in 1951.")]


@pytest.mark.parametrize(
    "question",
    [
        "Where did he go to school?",
        "Did it win any awards?",
        "What did her parents do?",
        "Who else sang on the album?",
        "and the second album?",
        "Why?",
        "When was that released?",
        "What happened then?",
        "Are there any other interesting aspects?",
    ],
)
def test_a_question_that_points_back_needs_its_conversation(question: str) -> None:
    assert needs_context(question)


@pytest.mark.parametrize(
    "question",
    [
        "What is primatology?",
        "Did Bachmann finish her degree?",
        "What does Chuck do when he gets cold feet?",
        "Are there any songs on the record?",
        "Was there a war?",
        "Which of the films that won was longer?",
        "What are some facts about this article?",
        "Did burlesque stay true to its original form?",
        "“That is a lie”",
        "",
    ],
)
def test_a_question_that_has_what_it_needs_is_left_alone(question: str) -> None:
    assert not needs_context(question)
    assert stand_alone(question, WALTER).text == question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where did he go to school?", "Where did Walter Okafor go to school"),
        ("What is his daughter called?", "What is Walter Okafor's daughter called"),
        ("Who taught him?", "Who taught Walter Okafor"),
    ],
)
def test_the_name_takes_the_pronouns_place(question: str, told: str) -> None:
    assert stand_alone(question, WALTER).text.startswith(told)


def test_a_woman_is_not_he() -> None:
    turns = [("Who is Anna Lindqvist?", "Anna Lindqvist studied with Walter Okafor.")]

    assert stand_alone("Where was he born?", turns).text.startswith("Where was Walter Okafor born")
    assert stand_alone("Where was she born?", turns).text.startswith("Where was Anna Lindqvist born")


def test_parts_of_a_name_are_merged_with_the_whole() -> None:
    found = phrases([("Who is Okafor?", "Walter Okafor is a painter. Okafor lives in Porto.")])

    assert [phrase.text for phrase in found if "okafor" in phrase.words] == ["Walter Okafor"]


def test_the_coefficients_name_what_they_were_fitted_on() -> None:
    assert load().weights
    assert 0 < load().threshold < 1


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.text(max_size=40), st.text(max_size=80)), max_size=4),
)
def test_arbitrary_turns_never_raise_and_add_few_words(question: str, turns: list[tuple[str, str]]) -> None:
    told = stand_alone(question, turns)

    assert len(told.words) <= MAX_WORDS
    if not told.words:
        assert told.text == question


def test_a_question_without_he_or_she_gets_names_of_one_word() -> None:
    turns = [("Does Vantor build ships?", "Vantor built ships for Norland at the yard.")]

    assert "Norland" in stand_alone("What about other yards?", turns).text
