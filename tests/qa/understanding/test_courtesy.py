from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.understanding.courtesy import without_courtesy, without_here, without_interview
from qa.understanding.scan import skip_courtesy

CASES = {
    "Could you please clarify what a tide is?": "what a tide is?",
    "please tell me some more about the harbour master": "the harbour master",
    "Yes. Can you tell me a little bit about tides": "tides",
    "That is fine. Could you explain to me how locks work?": "how locks work?",
    "can you please give me some basic information about the Port Authority?": "the Port Authority?",
    "I am sorry. I want to know when the ferry sails.": "when the ferry sails.",
    "Tell me about the quay.": "the quay.",
    "describe the effect of the storm on the pier": "the effect of the storm on the pier",
    "show me on a map where the pier is": "on a map where the pier is",
    "Can you provide more details on dredging?": "dredging?",
}
KEPT = [
    "When does the ferry sail?",
    "What did the report describe?",
    "Can you visit the pier at night?",
    "Can you tell me more about it?",
    "More about the pier",
    "No ferry sails?",
    "Please.",
    "",
]


@pytest.mark.parametrize("question", CASES)
def test_what_only_asks_for_an_answer_is_left_out(question: str) -> None:
    assert without_courtesy(question) == CASES[question]


@pytest.mark.parametrize("question", KEPT)
def test_a_question_stays_that_asks_nothing_else_or_says_it_itself(question: str) -> None:
    assert without_courtesy(question) == question


@given(
    st.lists(st.sampled_from("Yes. please can you tell me about explain some more tides of . ,".split())).map(
        " ".join
    )
)
def test_what_is_left_is_the_end_of_the_question(question: str) -> None:
    left = without_courtesy(question)

    assert left == question or question.rstrip().endswith(left.strip())


def test_courtesy_in_capitals_is_skipped_too() -> None:
    assert skip_courtesy("PLEASE Tell Me, what did Quill say?") == "what did Quill say?"
    assert skip_courtesy("Hey bot, what did Quill say?") == "what did Quill say?"
    assert skip_courtesy("hi everyone what did Quill say?") == "what did Quill say?"


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("Who in the archive has talked about tolls?", "Who has talked about tolls?"),
        ("Has anybody here spoken of tolls?", "Has anybody spoken of tolls?"),
        ("who in here is quoted on tolls", "who is quoted on tolls"),
        ("Who in Harwick has talked about tolls?", "Who in Harwick has talked about tolls?"),
        ("Who is here?", "Who is here?"),
    ],
)
def test_the_archive_is_no_part_of_who_is_looked_for(question: str, rest: str) -> None:
    assert without_here(question) == rest


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("What did Quill say about tolls in an interview?", "What did Quill say about tolls?"),
        ("In an interview, what did Quill say about tolls?", "what did Quill say about tolls?"),
        (
            "What did Quill say about tolls in an interview with the Inland Post?",
            "What did Quill say about tolls in an interview with the Inland Post?",
        ),
        ("What did Quill say in an interview?", "What did Quill say in an interview?"),
    ],
)
def test_an_interview_is_no_part_of_a_topic(question: str, rest: str) -> None:
    assert without_interview(question) == rest


def test_commas_before_a_question_cost_no_time() -> None:
    before = time.perf_counter()

    assert skip_courtesy("," * 100_000 + " please tell me, what did Quill say?") == "what did Quill say?"
    assert skip_courtesy("," * 100_000) == ""
    assert time.perf_counter() - before < 20
