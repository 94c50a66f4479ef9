"""Whom "he" means after a clause on somebody else that opens a sentence: "Though Brandt had left, Hale went on"."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

MET = "Tom Brandt met the Norland minister Ivo Hale in Dene.\n\n"
WORDS = "\n\n“Trust takes years,” he said."


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Though Brandt had already left for Orsa, Hale went on.", "Ivo Hale"),
        ("After Brandt left, the minister went on.", "Ivo Hale"),
        ("As soon as Brandt had left, Mr Hale went on.", "Ivo Hale"),
        ("Although Brandt had already left by the time Hale spoke, the diplomat went on.", None),
        ("Though Brandt had already left for Orsa, his rival went on.", None),
        ("Brandt went on, though Hale had already left for Orsa.", "Tom Brandt"),
        ("Though the rain had come, Brandt went on with Hale.", "Tom Brandt"),
    ],
    ids=[
        "a name",
        "an office",
        "a title",
        "somebody unnamed",
        "a rival",
        "a clause behind",
        "nobody in the clause",
    ],
)
def test_he_is_the_subject_of_the_main_clause(sentence: str, speaker: str | None) -> None:
    assert extract(Article("a", MET + sentence + WORDS))[-1].speaker == speaker


def test_a_noun_for_followers_before_a_name_is_no_part_of_it() -> None:
    text = "Several Reds agreed, with leading Levyist Tom Brandt saying he was “hopeful”."

    assert extract(Article("a", text))[-1].speaker == "Tom Brandt"


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("When I spoke with Ivo Hale", "Ivo Hale"),
        ("After we reached Mr. Hale", "Ivo Hale"),
        ("When Brandt spoke with Ivo Hale", "Tom Brandt"),
    ],
    ids=["a reporter's meeting", "of several reporters", "somebody else's meeting"],
)
def test_he_is_whom_a_reporter_met(clause: str, speaker: str) -> None:
    text = f"{MET}Tom Brandt signed the pact on Monday. {clause}, he said that trust takes years."

    assert extract(Article("a", text))[-1].speaker == speaker
