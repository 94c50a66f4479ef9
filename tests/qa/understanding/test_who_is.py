"""Questions for somebody's work, which ask who they are: "what does Una Strand do?", "what's her job?"."""

from __future__ import annotations

import pytest

from qa.understanding.browsing import browsed
from qa.understanding.introduced import asked_introduction, by_office
from qa.understanding.who_is import named_by_work, office_asked


@pytest.mark.parametrize(
    "question",
    [
        "what does Una Strand do?",
        "What does Una Strand do for a living?",
        "what's Una Strand's job?",
        "what is the role of Una Strand?",
        "which office does Una Strand hold?",
        "what is Una Strand known for?",
        "how is Una Strand described?",
        "in what capacity did Una Strand speak?",
        "remind me who Una Strand is",
        "explain who Una Strand is",
        "who does Una Strand work for?",
        "where does Una Strand work?",
    ],
)
def test_what_somebody_does_is_who_they_are(question: str) -> None:
    asked = asked_introduction(question)

    assert by_office(question) == "Who is Una Strand?"
    assert asked is not None
    assert (asked.words, asked.person) == ("Una Strand", True)


@pytest.mark.parametrize(
    "question",
    [
        "what does the council do?",
        "what did Strand do to the mill?",
        "what did Una Strand do?",
        "what does it do?",
        "what is the role of salt?",
        "where does the ferry work?",
    ],
)
def test_what_a_thing_does_is_a_fact(question: str) -> None:
    assert named_by_work(question) is None


@pytest.mark.parametrize("words", ["info on Una Strand", "profile of Una Strand", "describe Una Strand"])
def test_a_profile_is_a_page(words: str) -> None:
    found = browsed(words)

    assert found is not None
    assert found.topic == "Una Strand"


@pytest.mark.parametrize(
    "question",
    [
        "what is the name of the mayor of Dene?",
        "who is currently the mayor of Dene?",
        "who serves as the mayor of Dene?",
        "who holds the office of mayor of Dene?",
    ],
)
def test_who_bears_an_office_is_asked_in_many_words(question: str) -> None:
    asked = asked_introduction(question)

    assert asked is not None
    assert (asked.words.removeprefix("the "), asked.person) == ("mayor of Dene", True)


@pytest.mark.parametrize(
    "question", ["what is the name of the ship?", "who is now in Dene?", "who served as a boy?"]
)
def test_what_is_no_office_is_none(question: str) -> None:
    assert office_asked(question) is None
