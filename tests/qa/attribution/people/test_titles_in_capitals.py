from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article
from qa.speakers.names import parse_person


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("District Attorney Una Hale charged a miller. “We will prove it,” DA Hale said.", "Una Hale"),
        ("PM Tony Quill came late. The quay is closed, PM Quill said on Friday.", "Tony Quill"),
        ("Vice President Ivo Vance smiled. “Nobody pays for it,” VP Vance told reporters.", "Ivo Vance"),
        ("Luiz Da Silva said the port was shut.", "Luiz Da Silva"),
        ("Mia DA Costa said the port was shut.", "Mia DA Costa"),
    ],
    ids=["DA", "PM", "VP", "particle", "particle in capitals"],
)
def test_a_title_in_capitals_is_no_part_of_a_name(text: str, speaker: str) -> None:
    assert [record.speaker for record in extract(Article("a", text))] == [speaker]


@pytest.mark.parametrize("office", ["The Herons QB", "The QB", "The three-time MVP", "The CEO"])
def test_an_office_in_capitals_is_no_name(office: str) -> None:
    (record,) = extract(Article("a", f"{office} said the port was shut."))

    assert record.speaker is None


def test_a_surname_after_a_title_in_capitals_is_a_persons() -> None:
    article = Article("a", "“We will prove it,” DA Hale said at the court.")

    (record,) = extract(article)

    assert record.speaker == "Hale"
    assert record.callings == ("person",)  # nothing like a given name "=da"


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("DA Hale", (), ("hale",)),
        ("AG Una Hale", ("una",), ("hale",)),
        ("Da Silva", (), ("da", "silva")),
        ("LUIZ DA SILVA", ("luiz",), ("da", "silva")),
    ],
    ids=["surname", "full name", "particle", "capitals throughout"],
)
def test_a_name_is_parsed_without_a_title_in_capitals(
    name: str, given: tuple[str, ...], surname: tuple[str, ...]
) -> None:
    parsed = parse_person(name)

    assert (parsed.given, parsed.surname) == (given, surname)
