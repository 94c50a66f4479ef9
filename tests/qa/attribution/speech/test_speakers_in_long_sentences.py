"""Who speaks, and what, where a sentence says much else: descriptions, second clauses, dashes, titles of books."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

SUBJECTS = {
    "described without a second comma, after a fragment": (
        "It was “a cold night,” Tom Brandt, a retired pilot told the board.",
        [("Tom Brandt", "It was “a cold night,”")],
    ),
    "described as somebody's": (
        "Tom Brandt, Quill's trustee in Dene has written to the board, saying that the pier must close.",
        [("Tom Brandt", "the pier must close")],
    ),
    "described by a place between dashes": (
        "Tom Brandt, a clerk who left his boat in Dene Point - a small port - said the pier leaks.",
        [("Tom Brandt", "the pier leaks")],
    ),
    "a thing that did something": (
        "The panel that wrote the report said the pier leaks.",
        [("The panel", "the pier leaks")],
    ),
    "a place where somebody lived": (
        "The warden of the quay where both boats docked says the pier leaks.",
        [("The warden of the quay", "the pier leaks")],
    ),
    "two at a sentence's end": (
        "Boats were lost, local fishermen and the Dene Observatory for Boats said.",
        [("local fishermen and the Dene Observatory for Boats", "Boats were lost")],
    ),
    "two roles of one": (
        "“It is far too late now,” says Dene engineer and Herald columnist Ada Quill, who was the chair.",
        [("Dene engineer and Herald columnist Ada Quill", "“It is far too late now,”")],
    ),
    "who does something": (
        "“It is far too late now,” says a woman carrying a net on her arm.",
        [("a woman", "“It is far too late now,”")],
    ),
    "a verb before a described name": (
        "Added Tom Brandt, a spokesman for Halvorn, “We believe the figures are right.”",
        [("Tom Brandt", "“We believe the figures are right.”")],
    ),
    "two without an article": (
        "Boats were lost, residents and port workers said.",
        [("residents and port workers", "Boats were lost")],
    ),
    "who was called": (
        "The Dene Institute, a body that had lent the boat, called Brandt and asked him to wait, citing the rules.",
        [("The Dene Institute", "him to wait"), ("The Dene Institute", "the rules")],
    ),
    "by a deed in a second clause": (
        "Bread was dear in Dene, and Mr. Brandt has pleased bakers by attacking Quill's plans.",
        [("Mr. Brandt", "Quill's plans")],
    ),
    "a clause of one's own": (
        "The Dene Herald reported that boats sank, while the Echo, citing a clerk at the port, said that ships burned.",
        [
            ("The Dene Herald", "boats sank"),
            ("the Echo", "a clerk at the port"),
            ("the Echo", "ships burned"),
        ],
    ),
    "somebody else after a source": (
        "According to the Dene Herald, Brandt was late but Quill said that he came.",
        [("the Dene Herald", "Brandt was late"), ("Quill", "he came")],
    ),
    "who says at last what others will see": (
        "Dene will see the highest tides, with Harwick “out of the way”, says Quill.",
        [("Quill", "Dene will see the highest tides, with Harwick “out of the way”")],
    ),
    "a paper that says at last what others want": (
        "Dene did not let boats in, as it does not want ferries “sniffing around”, the Echo reported.",
        [("the Echo", "Dene did not let boats in, as it does not want ferries “sniffing around”")],
    ),
    "who says at last what others want": (
        "The council wants the quay to be “a place for all”, said Ada Quill.",
        [("Ada Quill", "The council wants the quay to be “a place for all”")],
    ),
    "what was repeated to somebody": ("The board has missed repeated chances to sell the quay.", []),
    "states of a country": ("U.S. states that tax boats lose sailors.", []),
    "whom somebody rang": ("On Tuesday Brandt called the port clerk. Quill called the pilot back.", []),
    "to whom comments were made": ("His comments to the Dene Reporter were made in May.", []),
    "what comments were taken for": ("Some had taken her comments to mean that it leaks.", []),
    "in view of something": ("Odd considering that the boat is new.", []),
    "in view of nothing": ("Odd considering", []),
}


@pytest.mark.parametrize(("text", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_words_are_of_who_says_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


CONTENTS = {
    "a second quotation": (
        "“The quay is ours,” Brandt said, but “the boats belong to the town.”",
        "“The quay is ours,” ... “the boats belong to the town.”",
    ),
    "the title of a book": (
        "In his first book “Low Tide,” Brandt said the quay was built on sand.",
        "the quay was built on sand",
    ),
    "an addition after a dash": (
        "It depends on how quickly the town can adopt it, Brandt said — including more money for boats.",
        "It depends on how quickly the town can adopt it",
    ),
    "a verb after a dash": (
        "The gap — driven by the port, Brandt said — may grow.",
        "may grow",
    ),
    "a place and a dash": (
        "Dene County — the driest in the north — is full of boats, Brandt said.",
        "Dene County — the driest in the north — is full of boats",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CONTENTS.values(), ids=CONTENTS)
def test_all_that_was_said_and_nothing_else_is_reported(text: str, expected: str) -> None:
    assert said(text) == [("Brandt", expected)]
