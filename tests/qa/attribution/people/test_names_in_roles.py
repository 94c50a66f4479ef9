"""Who is meant where a long role, a relation or a short form stands around a name."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.attribution.people.cast.cast import find_cast
from qa.attribution.people.names.layout import Layout
from qa.datatypes import Article


def speakers(text: str) -> list[str | None]:
    """Return the speakers of an article's records, in order."""
    return [one.speaker for one in extract(Article("a", f"The levee vote.\n\n{text}"))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Acting Head of the Boats and Gear Department of the port, Dr. Guy Hale, said it was the first time.",
            "Guy Hale",
        ),
        (
            "NPA Deputy Administrator for Research and Boats Guy Hale II explained that the quay leaks.",
            "Guy Hale II",
        ),
        ("Guy A. Hale, Jr., president of Quay Works, Inc., said it was late.", "Guy A. Hale, Jr."),
        ("The mother of the one-day-old baby, Wosilat Hale, said it was late.", "Wosilat Hale"),
        ("When asked, the state police spokesman, DSP Tochuku Hale, said it was late.", "Tochuku Hale"),
        ("Farmer Chhima Hale said it was late.", "Chhima Hale"),
        ("Dean A. Hale said it was late.", "Dean A. Hale"),
        ("“It leaks,” Quay Party Co-leader Metiria Hale said.", "Metiria Hale"),
        ("The deficit rose, the Bangko Ledgera ng Harwika (BLH) said.", "Bangko Ledgera ng Harwika"),
        ("He could be fined, according to Commission on Ports chairman Guy Hale.", "Guy Hale"),
        ("“It leaks,” said Highlands and Islands Airports.", "Highlands and Islands Airports"),
    ],
    ids=[
        "acting head",
        "for research",
        "Jr.",
        "mother of",
        "DSP",
        "farmer",
        "Dean A.",
        "co-leader",
        "ng",
        "Commission on",
        "Airports",
    ],
)
def test_a_name_is_found_within_what_stands_around_it(text: str, name: str) -> None:
    assert speakers(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Una Strand was fined. “It was reversed,” the senior lawyer for Ms. Strand said.",
        "Mining is a challenge, says the author of a new UN report.",
        "Members joined the Boycott, Divestment and Sanctions (BDS) movement, which advocates leaving Norvik.",
        "State members aligned with Harwick, in particular Norvik and Dene, have opposed any such reproach.",
    ],
    ids=["a lawyer for her", "the author of a report", "part of a list", "members aligned with it"],
)
def test_who_is_somebody_of_a_name_is_not_its_bearer(text: str) -> None:
    assert speakers(text) == [None]


def test_a_subject_after_a_name_and_a_comma_is_not_what_its_bearer_is() -> None:
    text = "As he met Guy Hale and Una Strand, the senator raged against the influence of money."

    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Harwick holds the daughter of Ivo Brandt, the country’s interior minister says.",
        "Harwick holds the daughter of Ivo Brandt, the interior minister says on Monday.",
        "Harwick has freed Ivo Brandt, the mayor said.",
    ],
    ids=["an office of two words", "a day after it", "a verb that ends the sentence"],
)
def test_who_says_a_sentence_that_ends_with_a_name_is_not_its_bearer(text: str) -> None:
    assert speakers(text) == [None]


def test_two_people_around_a_hyphen_are_no_third() -> None:
    text = "After the Otto Brandt-Ivo Hale talks, Mr Hale said it was late."

    assert speakers(text) == ["Hale"]


def test_an_office_of_two_words_is_nobodys_name() -> None:
    assert speakers("The UN Deputy Secretary-General said it was late.") == [None]


def test_a_place_with_who_after_it_is_nobody() -> None:
    text = "He met men from the Dolphin Quay who came late, and Hale, who came first."

    assert [person.name for person in find_cast(Layout.of(text)).persons] == ["Hale"]
