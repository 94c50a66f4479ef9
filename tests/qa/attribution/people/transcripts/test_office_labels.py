"""Labels that name an office: whose it is stands in the title, or above the talk."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

TALK = "{0}: We have restored power.\n\nQ    Will you run again?\n\n{0}: I will not."


@pytest.mark.parametrize(
    ("label", "heading", "speaker"),
    [
        ("THE PRESIDENT", "Remarks by President Ada Quill in Press Conference", "Ada Quill"),
        ("THE PRESIDENT", "Remarks by President Quill and Prime Minister Brandt", "Quill"),
        (
            "PRIME MINISTER",
            "Transcript of the Prime Minister, the Hon. Tom Brandt MP, doorstop, Hale",
            "Tom Brandt",
        ),
        (
            "PRIME MINISTER",
            "TRANSCRIPT OF THE PRIME MINISTER  THE HON. TOM BRANDT MP  JOINT DOORSTOP",
            "Tom Brandt",
        ),
        ("Minister", "MINISTER FOR FOREIGN AFFAIRS  HON TOM BRANDT, MP", "Tom Brandt"),
        ("THE PRESIDENT", "Remarks by Vice President Tom Brandt", None),
        ("THE PRESIDENT", "Remarks by President Ada Quill and President Tom Brandt", None),
        ("THE PRESIDENT", "Remarks on the President of the harbour board", None),
    ],
)
def test_an_office_is_its_bearers(label: str, heading: str, speaker: str | None) -> None:
    for article in (
        Article("a", f"{heading}\n\n2:05 P.M.\n\n{TALK.format(label)}"),
        Article("a", f"2:05 P.M.\n\n{TALK.format(label)}", title=heading),
    ):
        assert [one.speaker for one in extract(article) if one.rule == "transcript"] == [speaker] * 2
