from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Speaker
from qa.speakers.callings import PERSON, identity
from qa.speakers.known import ListedSpeakers
from qa.speakers.linking import Match, link, match_speaker
from qa.speakers.names import is_group, parse_person

NAMES = [
    "Marco Rubio", "Rubio", "M. Rubio", "Ann Clifton", "Bob Clifton", "Clifton", "John Smith", "J. Smith",
    "Jane Smith", "Smith", "Paul Brandt", "Paul Brandt Jr.", "Brandt", "George H. Vance", "George W. Vance",
    "George Vance", "Mike Falk", "Michael Falk", "Chinese Foreign Ministry", "China's Foreign Ministry",
    "Reuters", "Xi Jinping", "Xi",
]  # fmt: skip


def together(*names: str) -> dict[str, str]:
    """Return the speaker of each name, of which articles say that all are people's."""
    linked = link((number, of_a_person(name)) for number, name in enumerate(names))
    return {name: linked.of[number] for number, name in enumerate(names)}


def archive(*names: str) -> list[Speaker]:
    return link((number, of_a_person(name)) for number, name in enumerate(names)).speakers


def of_a_person(name: str) -> str:
    return name if is_group(name) or parse_person(name).given else identity(name, [PERSON])


def test_a_surname_joins_the_only_person_who_has_it() -> None:
    assert set(together("Marco Rubio", "Rubio", "M. Rubio").values()) == {"Marco Rubio"}


def test_initials_are_the_same_with_stops_and_without() -> None:
    assert len(set(together("AJ Quill", "A.J. Quill", "A. J. Quill").values())) == 1
    assert len(set(together("Ed Quill", "E. D. Quill").values())) == 2


def test_a_surname_of_two_people_stays_alone() -> None:
    linked = together("Ann Clifton", "Bob Clifton", "Clifton")

    assert linked == {"Ann Clifton": "Ann Clifton", "Bob Clifton": "Bob Clifton", "Clifton": "Clifton"}


def test_an_initial_joins_only_where_one_name_fits() -> None:
    assert together("John Smith", "J. Smith")["J. Smith"] == "John Smith"
    assert together("John Smith", "Jane Smith", "J. Smith")["J. Smith"] == "J. Smith"
    assert together("John Smith", "Ann Smith", "J. Smith")["J. Smith"] == "John Smith"


def test_an_initial_before_the_name_somebody_goes_by_may_be_left_out() -> None:
    assert set(together("R. Ivo Quill", "Ivo Quill", "R. Quill").values()) == {"Ivo Quill"}
    assert together("R. Ivo Quill", "Ivo J. Quill", "Ivo Quill")["Ivo Quill"] == "Ivo Quill"
    assert len(set(together("R. Ivo Quill", "J. Ivo Quill").values())) == 2
    assert match_speaker("Ivo Quill", ListedSpeakers(archive("R. Ivo Quill"))).name == "R. Ivo Quill"


def test_a_middle_initial_separates_namesakes() -> None:
    linked = together("George H. Vance", "George W. Vance", "George Vance")

    assert len(set(linked.values())) == 3


def test_a_son_is_not_his_father() -> None:
    linked = together("Paul Brandt", "Paul Brandt Jr.", "Brandt")

    assert len(set(linked.values())) == 3


def test_the_name_shown_is_the_form_used_most() -> None:
    (speaker,) = archive("Donald Trump", "Donald Trump", "Donald J. Trump", "Trump", "Trump", "Trump")

    assert speaker.name == "Donald Trump"
    assert speaker.aliases == ("Donald J. Trump", "Trump")
    assert speaker.count == 6


def test_a_nickname_is_the_same_person() -> None:
    assert len(set(together("Mike Falk", "Michael Falk").values())) == 1
    assert len(set(together("Jerry Falk", "Jerrold Falk").values())) == 1


def test_a_slavic_surname_is_one_in_every_spelling() -> None:
    linked = together("Ivo Orsensky", "Ivo Orsenskyy", "Ivo Orsenskiy", "Ada Orsenskyi")

    assert len(set(linked.values())) == 2


def test_a_group_is_known_by_country_or_adjective() -> None:
    (speaker,) = archive("Chinese Foreign Ministry", "China's Foreign Ministry")

    assert speaker.kind == "group"
    assert speaker.count == 2


@given(st.permutations(list(enumerate(NAMES))))
def test_the_order_of_records_does_not_matter(records: list[tuple[int, str]]) -> None:
    assert link(records) == link(enumerate(NAMES))


def test_every_record_belongs_to_a_listed_speaker() -> None:
    linked = link(enumerate(NAMES))

    assert set(linked.of) == set(range(len(NAMES)))
    assert set(linked.of.values()) == {speaker.name for speaker in linked.speakers}


@pytest.mark.slow
def test_ten_thousand_people_of_one_surname_are_linked() -> None:
    names = [f"A{i:05d} Smith" for i in range(10_000)]

    assert len(archive(*names, "Smith")) == 10_001


@pytest.mark.parametrize(
    "typed, expected",
    [
        ("Rubio", "Marco Rubio"),
        ("marco rubio", "Marco Rubio"),
        ("Senator Rubio", "Marco Rubio"),
        ("Senator Marco Rubio's", "Marco Rubio"),
        ("M. Rubio", "Marco Rubio"),
        ("Marco", "Marco Rubio"),
        ("Mrs. Clifton", "Ann Clifton"),
        ("Mr. Clifton", "Bob Clifton"),
        ("ann clifton", "Ann Clifton"),
        ("Cortez", "Alexa Ocasio-Cortez"),
        ("Ocasio", "Alexa Ocasio-Cortez"),
        ("Alexa Ocasio", "Alexa Ocasio-Cortez"),
        ("Ocasio Cortez", "Alexa Ocasio-Cortez"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Leyen", "Ursula von der Leyen"),
        ("Peña", "Luis Pena"),
        ("Foreign Ministry", "Chinese Foreign Ministry"),
        ("China's Foreign Ministry", "Chinese Foreign Ministry"),
        ("the chinese foreign ministry", "Chinese Foreign Ministry"),
        ("Rubio's campaign", "Rubio campaign"),
        ("reuters", "Reuters"),
        ("Paul Brandt Jr.", "Paul Brandt Jr."),
        ("Paul Brandt", "Paul Brandt"),
        ("orsenskiy", "Ivo Orsenskyy"),
        ("Orsa Strand", "Ivo Orsa Strand"),
        ("Orsa Strand-Hale", "Ivo Orsa Strand-Hale"),
    ],
)
def test_what_a_person_types_finds_the_speaker(typed: str, expected: str) -> None:
    known = archive(
        "Marco Rubio", "Rubio", "Ann Clifton", "Bob Clifton", "Alexa Ocasio-Cortez",
        "Ursula von der Leyen", "Chinese Foreign Ministry", "Rubio campaign", "Reuters",
        "Paul Brandt", "Paul Brandt Jr.", "Luis Pena", "Ivo Orsenskyy", "Ivo Orsa Strand", "Ivo Orsa Strand-Hale",
    )  # fmt: skip

    assert match_speaker(typed, ListedSpeakers(known)) == Match(expected)


@pytest.mark.parametrize(
    "typed", ["Macorn", "Macrn", "Macronn", "Emmanuel Macrom", "Emanuel Macron", "macrow"]
)
def test_one_wrong_letter_is_forgiven_and_said(typed: str) -> None:
    known = archive("Emmanuel Macron", "Reuters")

    assert match_speaker(typed, ListedSpeakers(known)) == Match("Emmanuel Macron", (), corrected=True)


@pytest.mark.parametrize(
    "typed", ["Macroni", "Marcus Rubio", "Peter Rubio", "Ron Pauls", "Dan Paul", "the", "", "'s"]
)
def test_a_different_name_finds_nobody(typed: str) -> None:
    known = archive("Emmanuel Macro", "Marco Rubio", "Ron Paul", "M. Rubio")

    assert match_speaker(typed, ListedSpeakers([s for s in known if s.name != "Emmanuel Macro"])) == Match(
        None
    )


def test_a_given_name_is_not_left_out_for_another_before_the_same_surname() -> None:
    assert match_speaker("Mary Strand", ListedSpeakers(archive("Ivo Mary Strand"))) == Match(None)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("Orsa", "Ivo Ned Orsa Strand"), ("Quaz", "Ivo Quaz da Strand"), ("Ned", None), ("Vane", None)],
)
def test_the_first_surname_of_a_long_name_is_enough(typed: str, expected: str | None) -> None:
    known = ListedSpeakers(
        archive("Ivo Ned Orsa Strand", "Ivo Quaz da Strand", "Ada Vane Strand", "Tom Hale")
    )

    assert match_speaker(typed, known).name == expected


def test_an_ambiguous_surname_is_not_guessed_even_when_one_dominates() -> None:
    known = archive(*["Ann Clifton"] * 500, "Bob Clifton", "Clifton")

    assert match_speaker("Clifton", ListedSpeakers(known)) == Match(None, ("Ann Clifton", "Bob Clifton"))


def test_a_misspelled_ambiguous_surname_says_both() -> None:
    known = archive("Ann Clifton", "Bob Clifton")

    assert match_speaker("Cliftan", ListedSpeakers(known)) == Match(
        None, ("Ann Clifton", "Bob Clifton"), corrected=True
    )


def test_a_surname_known_only_by_itself_is_found() -> None:
    assert match_speaker("President Obama", ListedSpeakers(archive("Obama", "Reuters"))) == Match("Obama")


def test_three_initials_are_taken_for_the_one_name_of_three_words_and_said() -> None:
    known = archive("Ada Orsa-Carlow", "Ivo R. Dene", "Carlow Orsa")

    assert match_speaker("AOC", ListedSpeakers(known)) == Match("Ada Orsa-Carlow", corrected=True)
    assert match_speaker("aoc", ListedSpeakers(known)).name == "Ada Orsa-Carlow"
    assert match_speaker("IRD", ListedSpeakers(known)).name is None  # thousands have a middle initial


@pytest.mark.parametrize(
    ("quoted", "meant"),
    [(8, "Ada Orsa-Carlow"), (3, "AOC")],
    ids=["who speaks far more often", "a body that speaks itself"],
)
def test_letters_that_are_a_name_too_are_those_of_whoever_speaks_far_more_often(
    quoted: int, meant: str
) -> None:
    speakers = ListedSpeakers(archive(*["Ada Orsa-Carlow"] * quoted, "AOC", "AOC"))

    assert match_speaker("AOC", speakers).name == meant


def test_an_office_of_several_words_is_no_part_of_a_name() -> None:
    assert set(together("House Speaker Ada Quill", "Ada Quill", "Quill").values()) == {"Ada Quill"}
    assert set(together("Paul Major Brandt", "Paul Brandt").values()) == {"Paul Major Brandt"}
    assert parse_person("Anna Dean Maria Brandt").given == ("anna", "dean", "maria")


def test_initials_of_two_people_are_ambiguous_and_a_bodys_are_its_own() -> None:
    known = archive("Ada Orsa-Carlow", "Anna Otto Crane", "Harwick National Union", "Hugo Nils Unger")

    assert match_speaker("AOC", ListedSpeakers(known)).ambiguous == ("Ada Orsa-Carlow", "Anna Otto Crane")
    assert match_speaker("HNU", ListedSpeakers(known)) == Match("Harwick National Union")


@pytest.mark.parametrize("typed", ["Nils Otto Dene", "Nevik Otto Dene"], ids=["a given name", "a surname"])
def test_a_full_name_is_no_body_that_has_its_initials(typed: str) -> None:
    known = ListedSpeakers(archive("NOD", "NOD", "Una Dene"))

    assert match_speaker(typed, known).name is None
    assert match_speaker("Norvik Office of Docks", known).name == "NOD"


def test_a_given_name_may_be_of_whoever_has_it() -> None:
    known = ListedSpeakers(archive("Hillary", "Hillary Clifton", "Vane", "Vane Orsa"))

    assert match_speaker("Hillary", known) == Match(None, ("Hillary", "Hillary Clifton"))
    assert match_speaker("Vane", known) == Match("Vane")  # no given name that is known


def test_several_ministries_are_asked_back() -> None:
    known = archive("Chinese Foreign Ministry", "Danish Foreign Ministry")

    assert match_speaker("Foreign Ministry", ListedSpeakers(known)).ambiguous == (
        "Chinese Foreign Ministry",
        "Danish Foreign Ministry",
    )


@given(st.text(max_size=20))
def test_any_typed_text_gives_a_match(typed: str) -> None:
    match = match_speaker(typed, ListedSpeakers(archive(*NAMES)))

    assert not (match.name and match.ambiguous)
