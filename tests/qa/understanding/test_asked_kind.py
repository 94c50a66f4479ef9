from __future__ import annotations

import pytest

from qa.understanding.asked_kind import asked_kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Which judges are mentioned?", "judges"),
        ("what ministers are named in the articles?", "ministers"),
        ("How many judges are mentioned?", "judges"),
        ("Which judges come up here?", "judges"),
        ("Who are the ministers?", "ministers"),
        ("Who are the ministers in the new cabinet?", "ministers in the new cabinet"),
        ("List all the judges", "judges"),
        ("please list all judges who are mentioned", "judges"),
    ],
)
def test_people_of_a_kind_are_asked_for_by_their_noun(question: str, kind: str) -> None:
    assert asked_kind(question) == kind


@pytest.mark.parametrize(
    "question",
    [
        "Which bridges are mentioned?",
        "Who is the judge?",
        "Who are the Reds?",
        "Which judge is mentioned?",
        "Which judges were sacked?",
        "How many judges are there?",
        "list all articles",
    ],
)
def test_things_bodies_and_one_person_are_no_people_of_a_kind(question: str) -> None:
    assert asked_kind(question) is None


def test_an_outlet_is_no_part_of_the_people_who_are_asked_for() -> None:
    assert asked_kind("Which judges are mentioned in the Dene News?", of_outlet=True) == "judges"
