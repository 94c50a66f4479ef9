"""Who speaks where commas part a name, an office and a body."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

HOLDERS = {
    "an office and a body": "Ada Quill, Chairman, Harwick Rail, said that the quay leaks.",
    "two offices": "Ada Quill, Chairman and Managing Director, HRC Limited, said that the quay leaks.",
    "a member": "Ada Quill, Member of Parliament, Dene West, said that the quay leaks.",
    "an office in two parts": "Ada Quill, Vice President, Sales and Marketing, HRC, said that the quay leaks.",
    "two bodies": "Dr. Ada Quill, Professor, Department of Ports, Dene College, said that the quay leaks.",
    "a short name in brackets": "Ada Quill, Director General, Harwick Ports Board (HPB), said that the quay leaks.",
    "without the last comma": "Welcoming it, Ada Quill, legal adviser, HRC said that the quay leaks.",
    "a second holder": "Ivo Brandt left, and Ada Quill, Secretary, Ministry of Ports, said that the quay leaks.",
    "the name last": "The Chairman, Harwick Rail, Ada Quill, said that the quay leaks.",
    "the name last, without an article": "Managing Director, Harwick Rail, Ada Quill, said that the quay leaks.",
    "the name last, with a title": "Director of Ports, Dene Board, Dr. Ada Quill, said that the quay leaks.",
    "the body between commas after the name": "The Chairman, Ada Quill, Harwick Rail, said that the quay leaks.",
    "the body first": "Harwick Rail, Chairman, Ada Quill, said that the quay leaks.",
}


@pytest.mark.parametrize("text", HOLDERS.values(), ids=HOLDERS)
def test_an_office_and_a_body_between_commas_hide_no_speaker(text: str) -> None:
    speakers = [
        record.speaker for record in extract(Article("1", text)) if "leaks" in text[record.start : record.end]
    ]

    assert speakers == ["Ada Quill"]


def test_a_body_after_somebody_who_is_only_written_to_speaks_itself() -> None:
    text = "In a letter to Ada Quill, Chairman, Harwick Rail said that the quay leaks."

    assert [record.speaker for record in extract(Article("1", text))] == ["Harwick Rail"]


@pytest.mark.parametrize(
    "whose", ["Labour and the Greens were", "Quill and Brandt were", "Ports officials and Quill were"]
)
def test_a_clause_after_a_body_begins_with_no_field_of_it(whose: str) -> None:
    text = f"According to the Ministry of Health, {whose} wrong."

    (record,) = extract(Article("1", text))

    assert record.speaker == "Ministry of Health"
    assert text[record.start : record.end] == f"{whose} wrong"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Ministry of Health, Labour and Ports said it leaks.", "Ministry of Health"),
        ("According to the Ministry of Health, Labour and Ports, it leaks.", "Ministry of Health"),
        ("It leaks, the Department of Quays, Water, and the Environment said.", "Department of Quays"),
        (
            "Norland’s Department of Quays, Land, Trade and Ports said it leaks.",
            "Norland’s Department of Quays",
        ),
        ("Ada Quill from the Ministry of Health, Labour and Ports said it leaks.", "Ada Quill"),
    ],
    ids=["before", "according", "after", "of a nation", "of somebody"],
)
def test_a_body_of_several_fields_is_one(text: str, speaker: str) -> None:
    (record,) = extract(Article("1", text))

    assert record.speaker == speaker
    assert text[record.start : record.end].casefold() == "it leaks"


def test_bodies_that_a_comma_parts_are_several() -> None:
    text = "The Ministry of Health, Orsa and the Rail Union said it leaks."

    assert "Rail Union" in [record.speaker for record in extract(Article("1", text))]
