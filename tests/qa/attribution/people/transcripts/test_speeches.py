"""Speeches, statements and letters: all of the text is one person's words."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

WORDS = (
    "Good morning, and thank you all for coming.",
    "Ten years ago this quay was a car park.",
    "We will run eleven ferries a day, and I will take the first.",
    "My mother took that boat to work.",
)
BODY = "\n\n".join(WORDS)


def spoken(text: str, title: str = "") -> list[tuple[str | None, str]]:
    found = extract(Article("a", text, title=title))
    return [(one.speaker, text[one.start : one.end]) for one in found if one.rule == "speech"]


@pytest.mark.parametrize(
    "heading",
    [
        "Remarks by Mayor Tom Brandt at the opening of the ferry terminal",
        "Speech by Dr Tom Brandt, Minister for Ports, on the future of the quay",
        "Keynote Address by the Minister for Ports and Second Minister for Law, Mr Tom Brandt SC at the Hale Forum",
        "# OPENING ADDRESS BY MR TOM BRANDT AT THE LAUNCH OF THE FERRY",
        "Statement from Tom Brandt",
        "Testimony of Tom Brandt before the Committee on Ports",
    ],
)
def test_a_heading_says_whose_all_of_a_text_is(heading: str) -> None:
    assert spoken(f"{heading}\n\nAs prepared for delivery\n\n3 June 2025\n\n{BODY}") == [
        ("Tom Brandt", words) for words in WORDS
    ]
    assert spoken(BODY, title=heading) == [("Tom Brandt", words) for words in WORDS]


def test_a_letter_is_whose_name_alone_stands_beneath_it() -> None:
    letter = f"An open letter\n\nDear members of the board,\n\n{BODY}\n\nYours sincerely,\n\n"

    assert spoken(f"{letter}Ines Orsa\n\nChair, Quayside Residents") == [("Ines Orsa", w) for w in WORDS]
    assert spoken(f"{letter}Ines Orsa, Chair of the Residents") == [("Ines Orsa", w) for w in WORDS]
    assert spoken(f"I found this in my post, and we print it.\n\n{letter}Ines Orsa")[0] == (
        "Ines Orsa",
        WORDS[0],
    )
    assert spoken(f"{letter}Ines Orsa\n\nTom Brandt") == []


def test_what_is_not_spoken_is_no_part_of_a_speech() -> None:
    text = f"Speech by Mr Tom Brandt\n\n{BODY}\n\n(Applause.)\n\n**The wall**\n\n12. We shall build it, and I know how."

    assert spoken(f"{text}\n\nTom Brandt is the mayor of Hale.\n\nENDS\n\nAsk us for more.")[
        len(WORDS) :
    ] == [("Tom Brandt", "We shall build it, and I know how.")]


def test_somebody_who_is_quoted_in_a_speech_has_said_those_words() -> None:
    text = f"Remarks by Mr Tom Brandt\n\n{BODY}\n\nI thank Ada Quill, who said to me: “Build it, or stop talking.”"

    assert ("Ada Quill", "“Build it, or stop talking.”") in [
        (one.speaker, text[one.start : one.end]) for one in extract(Article("a", text))
    ]


@pytest.mark.parametrize(
    "text",
    [
        # A report of a speech.
        f"Speech by Tom Brandt on the ferry\n\n{BODY}\n\nThe quay is old, Brandt said.",
        "Remarks by Tom Brandt on the ferry\n\nThe mayor spoke for an hour.\n\nThe quay is old.\n\nHe left at noon.",
        "Speech by Tom Brandt on the ferry\n\n“We will run it.”\n\n“I will take it.”\n\n“My mother took it.”",
        f"Speech by the council on the ferry\n\n{BODY}",
        f"Remarks by Brandt spark anger\n\n{BODY}",
        f"How a letter from Tom Brandt saved me\n\n{BODY}",
        "A speech by Tom Brandt\n\nI heard Brandt.\n\nI saw Brandt.\n\nI like Brandt.\n\n" + BODY,
        f"Cheers at a speech by Tom Brandt\n\n{BODY}",
        f"Reading the letter from Tom Brandt\n\n{BODY}",
        f"A letter from Tom Brandt, and why he is wrong\n\n{BODY}",
        BODY,
    ],
)
def test_a_text_that_reports_or_names_nobody_is_no_speech(text: str) -> None:
    assert spoken(text) == []


def test_who_gives_a_name_as_an_own_one_speaks() -> None:
    text = f"The harbour levy\n\nMy name is Ada Quill, and I keep the ferry.\n\n{BODY}"

    assert spoken(text) == [("Ada Quill", words) for words in WORDS]
    assert spoken(f"{text}\n\nMy name is Tom Brandt.") == []
    assert spoken(f"The harbour levy\n\n“My name is Ada Quill,” she begins.\n\n{BODY}") == []
    told = "’ a woman told me, ‘and I keep the ferry.’"
    assert spoken(f"The harbour levy\n\n‘Hello. My name is Ada Quill,{told}\n\n{BODY}") == []
    assert spoken(f"The harbour levy\n\n“My name is Ada Quill. I keep the ferry.\n\n{BODY}") == []


def test_a_page_of_letters_is_not_all_of_whoever_signs_the_last() -> None:
    signed = f"{BODY}\n\nYours sincerely,\n\nInes Orsa"

    assert spoken(f"We want our pier back, and I will say why.\n\nTom Brandt, Harwick\n\n{signed}") == []
    assert spoken(f"Dear editor,\n\nWe want our pier back.\n\nTom Brandt, Harwick\n\n{signed}") == []
    # A report may have a letter in it.
    told = "I was at the gate when our school shut. This is what we were sent."
    assert spoken(f"{told}\n\nTo all our families,\n\n{signed}") == [("Ines Orsa", words) for words in WORDS]


@pytest.mark.parametrize("first", ["Tom Brandt: candidate for mayor", "Statement by Tom Brandt"])
def test_what_stands_below_another_heading_is_not_whose_the_first_words_are(first: str) -> None:
    text = f"{first}\n\n{BODY}\n\nAda Quill, harbour master of Dene\n\nI row, and we all row here.\n\nI row each day."

    assert spoken(text) == [("Tom Brandt", words) for words in WORDS]
