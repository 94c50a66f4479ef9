"""Whose role is meant where an article has several of a kind, and what is no person's name."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

CHAIRMAN = "Ivo Brandt, CBE and chairman of Dene Boats, came."


def last_speaker(text: str) -> str | None:
    return extract(Article("a", f"The levee vote.\n\n{text}"))[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{CHAIRMAN} The chairman of Harwick Rail said it leaks.", None),
        (f"{CHAIRMAN} Mr Brandt was asked by the chairman of Harwick Rail to come.", None),
        (f"{CHAIRMAN} The chairman of Dene Boats said it leaks.", "Ivo Brandt"),
        (f"{CHAIRMAN} The chairman of the board said it leaks.", "Ivo Brandt"),
        (f"{CHAIRMAN} The chairman of DBL said it leaks.", "Ivo Brandt"),
        (
            f"{CHAIRMAN} Ada Quill, chairman of Harwick Rail, sat. The chairman of Harwick Rail said it leaks.",
            "Ada Quill",
        ),
        (
            "Brazilian president Ada Quill came. The president of Brazil said it leaks.",
            "Ada Quill",
        ),
    ],
    ids=[
        "another body's",
        "who asks him",
        "the same body's",
        "a common noun",
        "a short name",
        "two",
        "a nation",
    ],
)
def test_a_role_of_a_body_is_nobody_who_holds_it_of_another(text: str, name: str | None) -> None:
    assert last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It leaks,” the House Energy and Ports Committee concluded.", "House Energy and Ports Committee"),
        (
            "It is rare, according to the Centers for Tide Control and Safety.",
            "Centers for Tide Control and Safety",
        ),
        ("They know that WE said it leaks. WE said that the quay leaks.", None),
        (
            "Ivo Brandt, Harwick's deputy provost (Equality, Safety, and Ports), said the quay leaks.",
            "Ivo Brandt",
        ),
        (
            "Guy Austin, the provost, came. The college met. Austin said it leaks. He said it sinks.",
            "Guy Austin",
        ),
        ("She lives in St. Brandt and works there. “It leaks,” she told the Post.", None),
        ("He met the Institute of Directors Norvik, a club. “It leaks,” he remarked.", None),
        ("A show ran at the Sam Hale Playhouse. The Sam Hale Playhouse is old. “It leaks,” he said.", None),
        ("“It leaks,” said veteran of the Tide Forum movement Ivo Brandt.", "Ivo Brandt"),
    ],
    ids=[
        "committee",
        "centers",
        "capitals",
        "brackets",
        "a place too",
        "saint",
        "directors",
        "house",
        "veteran",
    ],
)
def test_a_name_is_whole_and_what_is_no_persons_is_nobody(text: str, name: str | None) -> None:
    assert last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Tom Hale sat. Charles Strand-Miles of the Tide Forum served and became a baker. “It was hard,” he said.",
            "Charles Strand-Miles",
        ),
        (
            "Ivo Brandt builds looms.\n\nBoth are old. Photo: Ned Hale, Harwick Post\n\nLater he said it leaks.",
            "Ivo Brandt",
        ),
        ("Ada Quill came. Watch the video: Una Hale smiles at the quay. “It leaks,” she said.", "Una Hale"),
        ("Ned Abbey, a clerk, came. The college met. Abbey said it leaks. He said it sinks.", "Ned Abbey"),
        ("“It leaks,” said Supervisor Alf Quaz.", "Alf Quaz"),
        ("Ada Quaz came. “It leaks,” said Councilmember Quaz.", "Ada Quaz"),
        ("As best summed up by Ada Quill herself:\n\n“The quay is really about value.”", "Ada Quill"),
    ],
    ids=["double surname", "photo", "video", "a building too", "supervisor", "councilmember", "summed up"],
)
def test_who_speaks_is_named_beside_others(text: str, name: str) -> None:
    assert last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President Tom Quill met Ada Strand, the president of the Dene Bank. Mr. Quill came.\n\n"
            "The president said it leaks.",
            "Tom Quill",
        ),
        (
            "President Tom Quill met Ada Strand, the president of the Dene Bank.\n\nThe president said it leaks.",
            None,
        ),
        ("President Tom Quill met President Ivo Brandt. Mr. Quill came. The president said it leaks.", None),
        (
            "Coach Ivo Brandt left." + " It rained." * 9 + " Coach Tom Quill came. The coach said it leaks.",
            "Tom Quill",
        ),
        (
            "Coach Ivo Brandt left."
            + " It rained." * 9
            + " Coach Tom Quill came. Ned Hale saw him. The coach said no.",
            None,
        ),
    ],
    ids=["of a country", "of a bank, last", "two of countries", "long ago", "somebody else, last"],
)
def test_of_several_with_an_office_one_is_meant_who_was_just_named(text: str, name: str | None) -> None:
    assert last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway’s ambassador to Britain Liu Quaz said it leaks.", "Liu Quaz"),
        ("The envoy to Denmark Ozmy Quaz has said it leaks.", "Ozmy Quaz"),
        ("A letter to Denmark Ozmy Quaz said it leaks.", None),
    ],
)
def test_an_ambassador_is_named_after_the_country(text: str, name: str | None) -> None:
    assert last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sen. Ada Quill came.\n\nThe Senators said it leaks.", None),
        (
            "It was a win for the Norvik Docks and Ports Union. The men left. The union said it was late.",
            "Norvik Docks and Ports Union",
        ),
        (
            "A report in July by the UK Docks and Ports Authority stated the quay had cost a lot.",
            "UK Docks and Ports Authority",
        ),
    ],
    ids=["several", "two halves", "by a body"],
)
def test_bodies_and_several_people(text: str, name: str | None) -> None:
    assert last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Port inspector Ada Quill said, following the hearing, “it leaks, and it always did.”", "Ada Quill"),
        (
            "Of the quay – which serves ten boats – the Union President, Ada Quill, explained: “It leaks.”",
            "Ada Quill",
        ),
        ("Tom Blackwood, Deputy President (Finance & Ports) told the Post: “It leaks.”", "Tom Blackwood"),
        ("One of the authors of the study Dr Guy Hale, who is from Harwick, said “it leaks”.", "Guy Hale"),
        ("One of the critics of Mayor Guy Hale said it leaks.", None),
        ("As Don Strand, ex VP of Orsa Boats stated last week, “it leaks.”", "Don Strand"),
        ("Another is Ivo Brandt, who chaired the Port Review which recommended the new cap.", "Port Review"),
    ],
    ids=[
        "after what",
        "dashes",
        "brackets",
        "one of",
        "against him",
        "open apposition",
        "a body's own clause",
    ],
)
def test_who_speaks_is_found_across_what_stands_between(text: str, name: str | None) -> None:
    assert last_speaker(text) == name
