"""Offices that are of something: of a state, of a country by its adjective, at the head of a party."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import pytest

from qa.datatypes import Bearer, Description, DescriptionKind, Scope, Speaker
from qa.speakers.known import ListedSpeakers
from qa.tables.writing.descriptions import head_of
from qa.understanding.described import asked_for, fit
from qa.understanding.understand import understand

PEOPLE = (
    Bearer(DescriptionKind.ROLE, "mayor", "Harwick", False, "Ada Quill", "Ada Quill", 3, None, None),
    Bearer(DescriptionKind.RELATION, "lawyer", "Ada Quill", False, "Ines Orsa", "Ines Orsa", 1, None, None),
    Bearer(DescriptionKind.ROLE, "senator", "Dene", False, "Una Hale", "Una Hale", 1, None, None),
    Bearer(DescriptionKind.ROLE, "senator", "Vell", False, "Tom Brandt", "Tom Brandt", 1, None, None),
    Bearer(DescriptionKind.RELATION, "husband", "Una Hale", False, "Ned Hale", "Ned Hale", 1, None, None),
)


def fits(phrase: str, what: str, of: str | None = None) -> bool:
    asked = asked_for(phrase)
    assert asked is not None
    return fit(asked, Description(DescriptionKind.ROLE, 0, 1, "Ada Quill", what, of)) is not None


@pytest.mark.parametrize(
    ("what", "noun"),
    [
        ("shadow foreign secretary", "secretary"),
        ("Secretary of State", "secretary"),
        ("vice minister of finance", "minister"),
        ("deputy chief of staff", "chief"),
        ("coach for young keepers", "coach"),
        ("officer", "officer"),
        ("", ""),
    ],
)
def test_an_office_is_looked_up_by_its_noun_and_not_by_what_it_is_of(what: str, noun: str) -> None:
    assert head_of(what) == noun


@pytest.mark.parametrize(
    ("phrase", "what"),
    [
        ("the secretary of state", "secretary of state"),
        ("the finance minister", "minister of finance"),
        ("the vice minister", "vice minister of finance"),
    ],
)
def test_an_office_with_of_is_found_by_all_its_names(phrase: str, what: str) -> None:
    asked = asked_for(phrase)

    assert asked is not None
    assert head_of(what) == asked.head
    assert fits(phrase, what)


@pytest.mark.parametrize(
    ("phrase", "of"),
    [
        ("the president of South Korea", "South Korean"),
        ("the South Korean president", "South Korea"),
        ("the president of Sri Lanka", "Sri Lankan"),
        ("the sri lankan president", "Sri Lanka"),
        ("the president of Zambia", "Zambian"),
        ("the Saudi president", "Saudi Arabia"),
    ],
)
def test_a_country_and_its_adjective_are_one(phrase: str, of: str) -> None:
    assert fits(phrase, "president", of)


@pytest.mark.parametrize(
    ("phrase", "of"),
    [
        ("the North Korean president", "South Korea"),
        ("the Korean president", "South Korean"),
        ("the president of New Zealand", "Sri Lankan"),
    ],
)
def test_another_country_is_not(phrase: str, of: str) -> None:
    assert not fits(phrase, "president", of)


@pytest.mark.parametrize(
    ("what", "is_leader"),
    [
        ("head", True),
        ("boss", True),
        ("head of research", False),
        ("press head", False),
        ("deputy head", False),
    ],
)
def test_whoever_heads_a_party_leads_it_and_who_heads_a_part_of_it_does_not(
    what: str, is_leader: bool
) -> None:
    assert fits("the Tide Party leader", what, "Tide Party") is is_leader


def test_a_president_elect_is_no_president() -> None:
    assert not fits("the president", "president-elect", "Dene")
    assert fits("the president-elect", "president-elect", "Dene")


def described_as(heads: Collection[str], scope: Scope) -> Sequence[Bearer]:
    return [each for each in PEOPLE if head_of(each.what) in heads]


@pytest.mark.parametrize(
    ("whom", "speaker"),
    [
        ("the mayor's lawyer", "Ines Orsa"),
        ("the Harwick mayor's lawyer", "Ines Orsa"),
        ("the lawyer of the mayor", "Ines Orsa"),
        ("the mayor's husband", "mayor's husband"),
        ("the mayor of Dene's lawyer", "mayor of Dene's lawyer"),
        ("the senator's husband", "senator's husband"),
    ],
)
def test_whoever_is_somebody_to_the_one_bearer_of_an_office_is_found(whom: str, speaker: str) -> None:
    understood = understand(
        f"What did {whom} say about the ferries?",
        today=date(2005, 4, 1),
        speakers=ListedSpeakers([Speaker(each.who, "person", (), 3) for each in PEOPLE]),
        sources=(),
        bearers=described_as,
    )

    assert understood.speaker == speaker


@pytest.mark.parametrize("whom", ["the director of the Tide Gallery", "the director of Tide Gallery"])
def test_what_an_office_is_of_is_not_who_has_it_whatever_kind_the_archive_takes_it_for(whom: str) -> None:
    understood = understand(
        f"What did {whom} say about the ferries?",
        today=date(2005, 4, 1),
        speakers=ListedSpeakers([Speaker("Tide Gallery", "person", (), 3)]),
        sources=(),
    )

    assert understood.speaker != "Tide Gallery"


def test_who_speaks_for_a_body_of_a_longer_name_is_not_asked_for_by_the_beginning() -> None:
    asked = asked_for("Orsa's spokesman")
    assert asked is not None

    kind, spokesman = DescriptionKind.SPEAKS_FOR, "spokesman"

    assert fit(asked, Description(kind, 0, 1, "Ada Quill", spokesman, "Orsa Group")) is not None
    assert fit(asked, Description(kind, 0, 1, "Ada Quill", spokesman, "Orsa Free Harwick")) is None


@pytest.mark.parametrize(("office", "speaker"), [("dancer", "dancer"), ("mayor", "Ned Pryce")])
def test_who_says_nothing_is_named_for_an_office_and_not_for_a_job_of_many(office: str, speaker: str) -> None:
    only = Bearer(DescriptionKind.ROLE, office, None, False, "Ned Pryce", None, 1, None, None)
    understood = understand(
        f"What did the {office} say?",
        today=date(2005, 4, 1),
        speakers=ListedSpeakers([Speaker("Ada Quill", "person", (), 3)]),
        sources=(),
        bearers=lambda heads, scope: [only] if office in heads else [],
    )

    assert (understood.speaker, understood.speaker_known) == (speaker, False)


@pytest.mark.parametrize(
    ("whom", "speaker"),
    [
        ("Hale's wife", "Una Hale"),
        ("Ned Hale's wife", "Una Hale"),
        ("Tom Hale's wife", "Tom Hale's wife"),
        ("Ned Hale's sister", "Ned Hale's sister"),
    ],
)
def test_somebody_is_the_wife_of_whom_articles_call_her_husband(whom: str, speaker: str) -> None:
    understood = understand(
        f"What did {whom} say about the ferries?",
        today=date(2005, 4, 1),
        speakers=ListedSpeakers([Speaker(each.who, "person", (), 3) for each in PEOPLE]),
        sources=(),
        bearers=described_as,
    )

    assert understood.speaker == speaker


@pytest.mark.parametrize(
    ("whom", "speaker"),
    [
        ("the mayor of Hale", "mayor of Hale"),
        ("the bishop of Hale", "bishop of Hale"),
        ("the bishop of Dene", "Bishop of Dene"),
        ("Hale", "Ivo Hale"),
    ],
)
def test_whoever_has_the_name_of_a_place_does_not_bear_its_office(whom: str, speaker: str) -> None:
    understood = understand(
        f"What did {whom} say about the ferries?",
        today=date(2005, 4, 1),
        speakers=ListedSpeakers(
            [Speaker("Ivo Hale", "person", (), 3), Speaker("Bishop of Dene", "person", (), 2)]
        ),
        sources=(),
    )

    assert understood.speaker == speaker
