"""A subject that no comma parts from what opens its sentence."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

OPENINGS = {
    "a day": ("On Monday Ada Quill said the levee leaks.", "Ada Quill"),
    "a speech and its day": ("In a speech on Monday Ada Quill said the levee leaks.", "Ada Quill"),
    "a document": ("In a statement Orsa said the levee leaks.", "Orsa"),
    "a document and who issues it": (
        "In a monthly report security firm Orsa said that the levee leaks.",
        "security firm Orsa",
    ),
    "a document and several": ("In a joint statement Orsa and Norland Lines said the levee leaks.", "Orsa"),
    "to whom it is": ("In a letter to the council Ada Quill said the levee leaks.", "Ada Quill"),
    "a body with its name": (
        "In a letter to the Harwick Council Ada Quill said the levee leaks.",
        "Ada Quill",
    ),
    "a participle": ("In a report published last week Orsa said the levee leaks.", "Orsa"),
    "how often": ("For the first time Quill said the levee leaks.", "Quill"),
    "an answer": ("In response Brandt said the levee leaks.", "Brandt"),
    "a role": (
        "During the debate Conservative MP Ada Quill said the levee leaks.",
        "Conservative MP Ada Quill",
    ),
    "several without a name": ("In a statement officials said the levee leaks.", "officials"),
    "a week": ("At a meeting this week Tom Brandt said the levee leaks.", "Tom Brandt"),
    "an event": ("After the vote Quill said the levee leaks.", "Quill"),
}
NONE = {
    "a relative clause": "In a speech Quill said was her last, Brandt spoke.",
    "what is told of somebody": "With mayor Ada Quill said to be ill, the vote was late.",
    "who wrote a book": "In the book Quill wrote about boats, nets matter.",
}


@pytest.mark.parametrize(("text", "speaker"), OPENINGS.values(), ids=OPENINGS.keys())
def test_who_speaks_after_an_opening_without_a_comma(text: str, speaker: str) -> None:
    who, words = said(text)[0]

    assert who.startswith(speaker)
    assert words == "the levee leaks"


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_a_name_within_an_opening_speaks_not(text: str) -> None:
    assert said(text) == []


def test_a_firm_after_its_kind_is_no_event() -> None:
    assert said("After the company's boss Ada Quill said it leaks, Brandt left.") == [
        ("the company's boss Ada Quill", "it leaks")
    ]


WHOLE = {
    "an office of a town": ("After the mayor of Dene said it leaks, Brandt left.", "the mayor of Dene"),
    "a spokesman": ("After a spokesman for Orsa said it leaks, Brandt left.", "a spokesman for Orsa"),
    "a relative": (
        "After the wife of Tom Brandt said it leaks, the vote was late.",
        "the wife of Tom Brandt",
    ),
    "a body in a town": ("The talks began after a court in Dene ruled it leaks.", "a court in Dene"),
    "a name with its article": ("It comes after the Rail Union said it leaks.", "the Rail Union"),
    "a lawyer": ("The lawyer of the accused Mr Brandt said it leaks.", "The lawyer of the accused Mr Brandt"),
    "a relative of a titled name": (
        "The wife of jailed Mr Brandt said it leaks.",
        "The wife of jailed Mr Brandt",
    ),
    "the dead": ("The estate of the late Mr Brandt said it leaks.", "The estate of the late Mr Brandt"),
    "a party": ("The party of embattled Ms Quill said it leaks.", "The party of embattled Ms Quill"),
    "a time before a title": ("At the end of the week Mr Brandt said it leaks.", "Mr Brandt"),
}


@pytest.mark.parametrize(("text", "speaker"), WHOLE.values(), ids=WHOLE.keys())
def test_who_speaks_for_another_is_not_that_other(text: str, speaker: str) -> None:
    assert said(text)[0] == (speaker, "it leaks")


TITLED = {
    "a time before it": (
        "With fares due to rise once more in winter months Mr Brandt advises sailors to wait.",
        [("Mr Brandt", "sailors to wait")],
    ),
    "what is told of": (
        'It was a sort of fence Ms Quill described as "foolish".',
        [("Ms Quill", 'as "foolish"')],
    ),
    "no title": (
        "As part of a deal revealed early this month, Orsa will hire ten sailors.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TITLED.values(), ids=TITLED.keys())
def test_a_title_begins_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


PLACES = {
    "a town and its district": (
        "“We sold out by noon,” a baker living in Elm, Norland told the Post.",
        [("a baker living", "“We sold out by noon,”")],
    ),
    "a name before them": (
        "Ada Quill of the mill in Elm, Norland said the flour was gone.",
        [("Ada Quill of the mill", "the flour was gone")],
    ),
    "somebody between": ("A house in Dene, Quill said, leaks.", [("Quill", "A house in Dene ... leaks")]),
    "what opens the sentence": ("In a house in Dene, Quill said it leaks.", [("Quill", "it leaks")]),
}


@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES.keys())
def test_where_somebody_is_does_not_speak(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected
