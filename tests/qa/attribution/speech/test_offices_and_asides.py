"""Speakers with an office or an aside after their names, and where what they say begins and ends."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

SPEAKERS = {
    "an office with a list of fields": (
        "Ada Quill, Director General of Data, Boats and Harbours at the Agency, said the levee leaked.",
        ("Ada Quill", "the levee leaked"),
    ),
    "an office without its second comma": (
        "Ada Quill, Director-General of Standards at Orsa said: “We watched the levee all through the night.”",
        ("Ada Quill", "“We watched the levee all through the night.”"),
    ),
    "an office of two words without its second comma": (
        "Ada Quill, International Director of Orsa said: “We watched the levee all through the night.”",
        ("Ada Quill", "“We watched the levee all through the night.”"),
    ),
    "a given name that is a verb too": (
        "Minister for Ports, Will Quill, said: “We watched the levee all through the night.”",
        ("Minister for Ports, Will Quill", "“We watched the levee all through the night.”"),
    ),
    "a time after an office": (
        "The attending doctor on call that night, Ada Quill, said the levee leaked.",
        ("The attending doctor on call that night, Ada Quill", "the levee leaked"),
    ),
    "an aside with while": (
        "The board, while rejecting his plan, said the levee leaked.",
        ("The board", "the levee leaked"),
    ),
    "an apposition with a clause": (
        "Ada Quill, a colleague of Brandt's while he was mayor, said the levee leaked.",
        ("Ada Quill", "the levee leaked"),
    ),
    "many fields without the second comma": (
        "Ada Quill, Director of Boats, Tides, Ports and Quays at the Agency said the levee leaked.",
        ("Ada Quill", "the levee leaked"),
    ),
    "two offices before a name": (
        "Deputy Mayor, Port Warden and Secretary of the Board, Ada Quill said the levee leaked.",
        ("Ada Quill", "the levee leaked"),
    ),
    "whom something is raised with": (
        "The Gazette raised the issue with Harwick MP Ada Quill who said the levee leaked.",
        ("Harwick MP Ada Quill who", "the levee leaked"),
    ),
    "two kinds of officials": (
        "The levee leaks and boats are late, current and former officials said.",
        ("current and former officials", "The levee leaks and boats are late"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_the_speaker_stands_before_an_office_or_an_aside(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


CONTENTS = {
    "the end of brackets": (
        "(Asked about the levee, Ada Quill says it is “safe for the whole of the winter”), which nobody doubted.",
        ("Ada Quill", "it is “safe for the whole of the winter”"),
    ),
    "a list after that": (
        "The party demanded that Quill, Brandt and the board should resign.",
        ("The party", "Quill, Brandt and the board should resign"),
    ),
    "a request with that": (
        "Ada Quill requested that the levee be closed.",
        ("Ada Quill", "the levee be closed"),
    ),
    "what an outlet was told": (
        "An official told the Harwick Times “there is no deadline” for the work.",
        ("An official", "“there is no deadline” for the work"),
    ),
    "an aside before that": (
        "She claims, on good grounds, that the levee leaks.",
        ("She", "the levee leaks"),
    ),
    "an aside after that": (
        "Ada Quill added that, however, some clerks wish to leave the port for good.",
        ("Ada Quill", "however, some clerks wish to leave the port for good"),
    ),
    "after an introduction": (
        "For all the challenges of the job, Ada Quill said, being mayor was a joy.",
        ("Ada Quill", "For all the challenges of the job ... being mayor was a joy"),
    ),
    "a subject in -ing": (
        "Rising water remains the town’s worry, Ada Quill said.",
        ("Ada Quill", "Rising water remains the town’s worry"),
    ),
    "after a show": (
        "On Tuesday’s episode of “The Harbour Hour,” Ada Quill said she had paid for the levee.",
        ("Ada Quill", "she had paid for the levee"),
    ),
    "an appeal to people": (
        "Ada Quill appealed to residents to save water.",
        ("Ada Quill", "residents to save water"),
    ),
    "an appeal for something": (
        "Ada Quill appealed for calm after the flood.",
        ("Ada Quill", "calm after the flood"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), CONTENTS.values(), ids=CONTENTS.keys())
def test_a_content_ends_with_its_clause(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NOTHING = {
    "that without a clause": "She wrote that well before the plan of the board.",
    "a question that nobody answers": "Who would argue that the levee is safe?",
    "a share that is taken": "The Midlands claimed 20 percent of the funds.",
    "a label": "Hidden charges: fees that are added later.",
    "further appeals": "The port needs to make additional appeals to sailors to come.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_nothing_is_said_by(text: str) -> None:
    assert said(text) == []


def test_an_adverb_at_the_head_of_a_sentence_decides_nothing() -> None:
    found = said("Ultimately, a jury of five women heard opinions and decided to order a fine.")

    assert "Ultimately" not in [mention for mention, _ in found]
