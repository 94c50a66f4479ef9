"""Who speaks where a name follows an office with no comma between: "Chairman of the Dene Board Tamsi Quaz said"."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speaker_of(subject: str, later: str = "") -> str | None:
    return extract(Article("a", f"{subject} said the ferry would stop.{later}"))[0].speaker


@pytest.mark.parametrize(
    "office",
    [
        "Assistant Director-General and Regional Director for Norland of HRC",
        "Norland member of parliament",
        "Leader of the opposition in senate",
        "Co-founder and CEO of non-profit Dene Youth Connect",
        "Chief Executive Officer of Dene Al-Orsa Development Company",
        "Orsa Group chief executive officer (CEO)",
    ],
)
def test_a_full_name_after_an_office_without_an_article_is_who_holds_it(office: str) -> None:
    assert speaker_of(f"{office} Ada Quill") == "Ada Quill"


@pytest.mark.parametrize(
    "office",
    [
        "Chairman of the HRC",
        "Superintendent of Police",
        "Dene superintendent of police (SP)",
        "Minister of Communication and Information Technology",
        "Norland’s minister of intelligence",
        "Norland Ambassador to Bangladesh",
        "University of Dene professor in linguistics",
    ],
)
def test_so_is_a_name_of_which_no_word_is_known_where_nothing_else_can_follow(office: str) -> None:
    assert speaker_of(f"{office} Tamsi Quaz") == "Tamsi Quaz"


def test_after_a_body_that_is_not_known_it_is_one_if_the_article_goes_on_so() -> None:
    assert speaker_of("CEO of Orsa Tamsi Quaz") is None
    assert speaker_of("CEO of Orsa Tamsi Quaz", " It leaks, Quaz said.") == "Tamsi Quaz"


@pytest.mark.parametrize(
    "subject",
    [
        "Minister of Communication and Information Technology",
        "Editor of Harwick Weekly Echo",
        "Director of Orsa Aluminium Industries",
        "Coach of champion Ada Quill",
        "Judge in the trial of Ada Quill",
        "Manager of singer Ada Quill",
        "Wife of President of Norland Ada Quill",
        "Lawyer of former Mayor of Dene Ada Quill",
        "Supporters of Mayor of Dene Ada Quill",
    ],
)
def test_what_an_office_is_for_and_whom_it_serves_is_not_who_holds_it(subject: str) -> None:
    assert speaker_of(subject) is None


def test_whoever_is_called_mr_has_a_name_that_is_a_title_elsewhere() -> None:
    assert speaker_of("Mr Godwin Quaz Dame") == "Godwin Quaz Dame"


@pytest.mark.parametrize(
    "before",
    [
        "Dene superintendent of police (MEC) Tamsi Quaz said it leaks.",
        "Dene MEC for Finance Tamsi Quaz said it leaks.",
        "Dene MEC for Finance Tamsi Quaz has welcomed the report.",
    ],
    ids=["in brackets", "with a field", "with a field, and no speech"],
)
def test_letters_of_an_office_are_who_holds_it(before: str) -> None:
    records = extract(Article("a", f"{before} The MEC said the ferry would stop."))

    assert [record.speaker for record in records] == ["Tamsi Quaz", "Tamsi Quaz"]


def test_letters_after_a_name_are_who_bears_it() -> None:
    records = extract(
        Article("a", "Ivo Quaz, MEC of Dene, said it leaks. The MEC said the ferry would stop.")
    )

    assert [record.speaker for record in records] == ["Ivo Quaz", "Ivo Quaz"]


@pytest.mark.parametrize(
    "before",
    [
        "MEC chief Ada Quill was there.",
        "The head of MEC Ada Quill spoke.",
        "It was late.",
        "The Marine and Energy Council (MEC) Ada Quill leads met.",
    ],
    ids=["a body", "of a body", "nobody", "a body in brackets"],
)
def test_letters_that_nobody_alone_has_are_nobodys_office(before: str) -> None:
    speaker = extract(Article("a", f"{before} The MEC said the ferry would stop."))[-1].speaker

    assert speaker == "MEC"
