"""Quotations that stand alone belong to the only person whom an article quotes."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article, Attribution

PORTRAIT = """“The quay was my first love,” says Ada Quill. She calls it “the only place to be”.

In 1990 she took over the yard in Harwick.

“It was harder than it sounds. There were many boats to mend.”"""


def records(text: str) -> list[Attribution]:
    return extract(Article("a", f"The levee vote.\n\n{text}"))


def test_a_portrait_has_its_person_speak_without_a_verb() -> None:
    found = records(PORTRAIT)

    assert [one.speaker for one in found] == ["Ada Quill"] * 3
    assert found[2].name_confidence < found[0].name_confidence


def test_paragraphs_of_quotations_that_follow_each_other_are_one_record() -> None:
    found = records(PORTRAIT + "\n\n“And I would do it all again.”")

    assert [len(one.content) for one in found] == [1, 1, 2]


def test_a_part_of_the_name_is_the_same_person() -> None:
    found = records(PORTRAIT + "\n\n“I liked it,” Ada says.")

    assert [one.speaker for one in found] == ["Ada Quill"] * 4


@pytest.mark.parametrize(
    "more",
    [
        "“It leaked,” said Ivo Brandt.",
        "“It leaked,” said a boatman.",
        "A boatman called the yard a “sorry old place”.",
    ],
    ids=["a second speaker", "somebody without a name", "a fragment"],
)
def test_where_anybody_else_is_quoted_it_may_be_anybodys(more: str) -> None:
    assert all(
        "harder" not in _words(one, PORTRAIT + "\n\n" + more) for one in records(PORTRAIT + "\n\n" + more)
    )


def test_a_line_that_leads_to_a_quotation_may_name_another() -> None:
    text = PORTRAIT.replace("in Harwick.", "in Harwick. From the Ledger's review:")

    assert [one.speaker for one in records(text)] == ["Ada Quill"] * 2


@pytest.mark.parametrize(
    "before",
    [
        "Ivo Brandt, the provost, laughs.",
        "Ivo Brandt, the provost, does not agree with Ada Quill.",
        "Ivo Brandt, the provost, came.\n\nThe answer was clear.",
        "Critics see it otherwise.",
    ],
    ids=["a name", "both names", "a name further up", "others without a name"],
)
def test_whoever_is_named_or_reported_before_a_quotation_may_be_the_one_who_speaks(before: str) -> None:
    text = PORTRAIT.replace("In 1990 she took over the yard in Harwick.", before)

    assert all("harder" not in _words(one, text) for one in records(text))


def test_who_is_named_before_other_words_of_hers_does_not_speak_after_them() -> None:
    text = "Ivo Brandt came.\n\n" + PORTRAIT

    assert records(text)[-1].speaker == "Ada Quill"
    assert records(text)[-1].ambiguous == ()


def test_after_a_single_quotation_it_may_be_anybodys() -> None:
    text = PORTRAIT.replace(" She calls it “the only place to be”.", "")

    assert [one.speaker for one in records(text)] == ["Ada Quill"]


def _words(one: Attribution, text: str) -> str:
    whole = f"The levee vote.\n\n{text}"
    return " ".join(whole[start:end] for start, end in one.content)


def test_a_quotation_goes_on_from_a_report_that_ends_with_its_speaker() -> None:
    text = "The yard spends too much on boats, Ada Quill noted.\n\n“If this goes on, it will have to close.”"

    assert [one.speaker for one in records(text)] == ["Ada Quill", "Ada Quill"]
