from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

WORDS = '"The levee leaks,"'

GIVEN_OUT = {
    "released": ("The Tide Office released a statement.", "statement", "Tide Office"),
    "said in": (
        "In a statement released Monday, the Tide Office said it was late.",
        "statement",
        "Tide Office",
    ),
    "said in, with what was said": (
        "The Tide Office said in a statement that it was late.",
        "statement",
        "Tide Office",
    ),
    "by": ("The statement, written by the Dene Rowers Club, is new.", "statement", "Dene Rowers Club"),
    "from": ("Tom Brandt got a letter from Ada Quill.", "letter", "Ada Quill"),
    "sent": ("Tom Brandt sent an email to the crew.", "email", "Tom Brandt"),
    "the last one": (
        "The Tide Office released a statement. Tom Brandt put out a statement.",
        "statement",
        "Tom Brandt",
    ),
    "nobody's since": ("The Tide Office released a statement. Others sent a statement.", "statement", None),
    "of two": ("Ada Quill and Tom Brandt released a statement.", "statement", None),
    "of whom it reached": ("Tom Brandt said he got a letter.", "letter", None),
    "of another kind": ("Tom Brandt sent a letter.", "memo", None),
    "the family of somebody": ("The family of Ada Quill released a statement.", "statement", None),
    "of the police of a place": ("A statement from Dene district police came.", "statement", None),
    "of two by name": ("A statement from Ada Quill and Tom Brandt came.", "statement", None),
    "in what was said": ("Ada Quill said she was fired in an email.", "email", None),
    "that was sent to her": ("Ada Quill issued a letter that she was sent.", "letter", None),
    "that another wrote": ("Ada Quill issued a letter Tom Brandt wrote in May.", "letter", None),
    "of nobody named": ("Ada Quill sent an anonymous letter.", "letter", None),
    "of a friend": ("Ada Quill sent a friend's letter.", "letter", None),
    "only shared": ("Ada Quill shared a letter.", "letter", None),
    "a release from prison": ("Tom Brandt saw the release of Ada Quill.", "release", None),
    "told of nowhere": ("Tom Brandt left.", "statement", None),
}


@pytest.mark.parametrize(("before", "noun", "speaker"), GIVEN_OUT.values(), ids=GIVEN_OUT)
@pytest.mark.parametrize("verb", ["said", "reads", "added"])
def test_a_statement_is_the_words_of_whoever_gave_out_the_last_one(
    before: str, noun: str, speaker: str | None, verb: str
) -> None:
    text = f"The levee vote\n\n{before} {WORDS} the {noun} {verb}."

    found = extract(Article(id="a", title="The levee", text=text))

    assert [one.speaker for one in found if text[one.start : one.end] == WORDS] == [speaker]


def test_a_statement_of_long_ago_is_nobodys() -> None:
    between = " ".join(["It rained."] * 9)
    text = f"The levee vote\n\nThe Tide Office released a statement. {between} {WORDS} the statement said."

    found = extract(Article(id="a", title="The levee", text=text))

    assert [one.speaker for one in found] == [None]
