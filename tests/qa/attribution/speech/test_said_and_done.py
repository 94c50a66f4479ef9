"""Where what is done to somebody looks like what is said of them, and a noun or a participle looks like a verb."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article
from tests.qa.attribution.speech.attributed import said


@pytest.mark.parametrize(
    "sentence",
    [
        "He had attacked a passenger before the bus left.",
        "Police hold a man who attacked two women in a park.",
        "A man left the van and attacked passengers.",
        "Norway also attacked the country’s Hale region with a missile.",
        "The winger wanted by Orsa to fill the gap stays in Dene.",
        "Sales have declined to under half of what they were.",
        "Sales have declined to less than 40.",
        "The table helps clerks predict floods.",
        "It was made to help clerks and port officials predict the risk of floods.",
        "They would conclude their talks with a lunch hosted by Quill.",
        "Moments later, Quill was also dismissed by the referee for taking his protests too far.",
        "Repeated calls for a vote were heard.",
        "A man charged with theft during the Harwick protests appeared in court.",
        "Pictures hung beside extracts said to be from the book.",
    ],
)
def test_what_is_done_to_somebody_is_nobodys_words(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "who", "words"),
    [
        ("Brandt attacked the plan.", "Brandt", "the plan"),
        ("Brandt attacked women for their choice.", "Brandt", "women for their choice"),
        ("Brandt attacked critics of the plan.", "Brandt", "critics of the plan"),
        ("Quill declined to sell the boat.", "Quill", "to sell the boat"),
        ("Quill was dismissed by the mayor as a crank.", "the mayor", "a crank"),
    ],
)
def test_what_is_said_of_somebody_is_told_from_what_is_done(sentence: str, who: str, words: str) -> None:
    assert said(sentence) == [(who, words)]


@pytest.mark.parametrize(
    ("sentence", "who", "words"),
    [
        ("“I like it,” said Quill about the book she writes.", "Quill", "“I like it,”"),
        ("“It leaks,” sums up Ada Quill.", "Ada Quill", "“It leaks,”"),
        ("“It leaks,” Quill summed up.", "Quill", "“It leaks,”"),
        ("“It leaks,” she beamed.", "she", "“It leaks,”"),
        (
            "“It leaks,” one of the large lenders to Holt said.",
            "one of the large lenders to Holt",
            "“It leaks,”",
        ),
        ("“It leaks,” Ada A Quill, a clerk at Holt, said.", "Ada A Quill", "“It leaks,”"),
        ("“It leaks,” Ada Quill, tax partner at Holt wrote in a note.", "Ada Quill", "“It leaks,”"),
        ("“It leaks,” Ada Quill, partner and leader, Ports, Holt, said.", "Ada Quill", "“It leaks,”"),
        (
            "After the fire Mr Quill issued an apology: “It leaks and we are sorry.”",
            "Mr Quill",
            "“It leaks and we are sorry.”",
        ),
        (
            "Quill once described the plan to teach there as “one of the best”.",
            "Quill",
            "the plan to teach there as “one of the best”",
        ),
    ],
)
def test_a_quotation_is_whose_name_stands_beside_it(sentence: str, who: str, words: str) -> None:
    assert said(sentence) == [(who, words)]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("According to the laws that bind the port, boats may leave.", "the laws"),
        ("According to the study, published in the Dene Journal, boats may leave.", "the study"),
        ("According to Quill, speaking on Monday, boats may leave.", "Quill"),
    ],
)
def test_what_is_told_of_a_source_is_not_what_it_says(sentence: str, who: str) -> None:
    assert said(sentence) == [(who, "boats may leave")]


@pytest.mark.parametrize("whom", ["a judge who freed him", "lawyers in a speech", "women that vote"])
def test_who_is_attacked_with_words_may_be_anybody(whom: str) -> None:
    found = extract(Article("a", f"Ada Quill attacked {whom}."))
    assert [one.speaker for one in found] == ["Ada Quill"]


def test_that_after_a_source_with_a_name_begins_what_is_said() -> None:
    text = "According to Ada Quill that bridge, which is old, leaks."
    assert [text[one.start : one.end] for one in extract(Article("a", text))] == [
        "that bridge, which is old, leaks."
    ]
