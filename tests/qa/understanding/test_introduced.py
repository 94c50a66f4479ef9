"""Questions that ask who or what a name is, or who bears an office."""

from __future__ import annotations

import pytest

from qa.speakers.known import ListedSpeakers
from qa.understanding.introduced import asked_introduction, asked_person, by_office, looks_like_a_name


@pytest.mark.parametrize(
    ("question", "words", "person"),
    [
        ("Who is Una Strand?", "Una Strand", True),
        ("And who's Una Strand again?", "Una Strand", True),
        ("Can you tell me who Una Strand is?", "Una Strand", True),
        ("who was the mayor of Harwick", "the mayor of Harwick", True),
        ("Who leads the Reds?", "the leader of the Reds", True),
        ("Who chaired the harbour board?", "the chairman of the harbour board", True),
        ("who owns the Dene Rovers", "the owner of the Dene Rovers", True),
        ("Who coached Harwick?", "the coach of Harwick", True),
        ("who's running the Lantern", "the head of the Lantern", True),
        ("Who is running the Lantern for the time being?", "the head of the Lantern", True),
        ("Who runs the Lantern for now?", "the head of the Lantern", True),
        ("Who is running for mayor?", "running for mayor", True),
        ("Who is currently editing the Lantern?", "the editor of the Lantern", True),
        ("What is the Ferry Watch?", "the Ferry Watch", False),
        ("Tell me about Una Strand.", "Una Strand", None),
    ],
)
def test_who_or_what_is_asked_for(question: str, words: str, person: bool | None) -> None:
    asked = asked_introduction(question)

    assert asked is not None
    assert (asked.words, asked.person) == (words, person)


@pytest.mark.parametrize(
    "question",
    [
        "Who said the harbour is closed?",
        "What did Una Strand say?",
        "Tell me about the ferries.",
        "Who?",
        "Is Una Strand the mayor?",
        f"Who is {'Una ' * 40}?",
    ],
)
def test_other_questions_ask_for_no_introduction(question: str) -> None:
    assert asked_introduction(question) is None


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Who chairs Quill Foods?", "Who is the chairman of Quill Foods?"),
        ("who heads the harbour board", "Who is the head of the harbour board?"),
        ("Who coached Harwick?", "Who is the coach of Harwick?"),
        ("Who is editing the Lantern?", "Who is the editor of the Lantern?"),
        ("Who led Harwick to the title?", "Who led Harwick to the title?"),
        ("Who ran the marathon?", "Who ran the marathon?"),
        ("Who runs the Lantern?", "Who runs the Lantern?"),
        ("Who owns Quill Foods?", "Who owns Quill Foods?"),
        ("Who repairs the ferry?", "Who repairs the ferry?"),
    ],
)
def test_who_does_what_an_officer_does_is_asked_for_by_the_office(question: str, read: str) -> None:
    assert by_office(question) == read


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        ("Una Strand", True),
        ("Bank of Dene", True),
        ("Harwick", True),
        ("worried about Harwick", False),
        ("the Reds", False),
        ("", False),
    ],
)
def test_a_name_has_capitals(words: str, is_name: bool) -> None:
    assert looks_like_a_name(words) is is_name


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Who is the IT director of Vantor?", "the IT director of Vantor"),
        ("Who is the head of IT?", "the head of IT"),
        ("who is the head of it?", None),
    ],
)
def test_it_is_a_pronoun_in_small_letters_alone(question: str, office: str | None) -> None:
    assert asked_person(question, ListedSpeakers(())) == office
