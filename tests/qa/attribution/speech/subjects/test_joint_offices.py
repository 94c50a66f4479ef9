"""Who speaks by an office for two things, in papers that are filed, and as a share of those who were asked."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

SPEAKERS = {
    "two fields before a verb": (
        "The levee leaks, the trade and industry secretary has said.",
        ("the trade and industry secretary", "The levee leaks"),
    ),
    "two fields after a source's cue": (
        "The levee leaks, according to the trade and industry secretary.",
        ("the trade and industry secretary", "The levee leaks"),
    ),
    "two people": (
        "The council and police chief said the levee leaks.",
        ("police chief", "the levee leaks"),
    ),
    "whom one serves": (
        "Norland's High Delegate to Harwick said the quay was shut.",
        ("Norland's High Delegate to Harwick", "the quay was shut"),
    ),
    "a lawsuit": (
        "Four sailors have filed lawsuits against Orsa claiming the firm lied.",
        ("Four sailors", "the firm lied"),
    ),
    "a letter to somebody": (
        "Brandt wrote a letter to the council saying that the levee leaks.",
        ("Brandt", "the levee leaks"),
    ),
    "writing to somebody": (
        "Brandt wrote to the council saying that the levee leaks.",
        ("Brandt", "the levee leaks"),
    ),
    "a letter that one only gets": (
        "Brandt received a letter saying the levee leaks.",
        ("a letter", "the levee leaks"),
    ),
    "a letter that a paper ran": (
        "The Gazette ran a letter from Tom Brandt saying the levee leaks.",
        ("Tom Brandt", "the levee leaks"),
    ),
    "an interview with somebody": (
        "The Gazette released an interview with Tom Brandt claiming the levee leaks.",
        ("Tom Brandt", "the levee leaks"),
    ),
    "an interview that one gave": (
        "Tom Brandt gave an interview with the Gazette claiming the levee leaks.",
        ("Tom Brandt", "the levee leaks"),
    ),
    "a statement that another read": (
        "Ada Quill read a statement by Tom Brandt saying the levee leaks.",
        ("Tom Brandt", "the levee leaks"),
    ),
    "whence a letter is sent": (
        "Tom Brandt sent a letter from Dene saying the levee leaks.",
        ("Tom Brandt", "the levee leaks"),
    ),
    "who stands for those asked": (
        "The lawyer of those questioned said the levee leaks.",
        ("The lawyer of those questioned", "the levee leaks"),
    ),
    "who has what the examples are of": (
        "Tom Brandt, who ran ports including Dene, Hale and Orsa, said it would pay.",
        ("Tom Brandt", "it would pay"),
    ),
    "who comes after examples": (
        "After visits to ports including Dene and Hale, Ada Quill said the levee leaks.",
        ("Ada Quill", "the levee leaks"),
    ),
    "a share of those asked": (
        "Nearly 40% of those surveyed in Dene said that the levee leaks.",
        ("Nearly 40% of those surveyed in Dene", "the levee leaks"),
    ),
    "half of those questioned": (
        "Half of those questioned in the survey said the levee leaks.",
        ("Half of those questioned in the survey", "the levee leaks"),
    ),
    "one in some of those asked": (
        "Six in ten of those asked said the levee leaks.",
        ("Six in ten of those asked", "the levee leaks"),
    ),
    "what several are and say": (
        "Analysts are divided and say the levee leaks.",
        ("Analysts", "the levee leaks"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_who_speaks(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]
