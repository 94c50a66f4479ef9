"""A place in capitals and a colon before an article's first sentence."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def test_a_place_before_the_first_sentence_is_no_part_of_what_is_said() -> None:
    text = "HARWICK: Experts will be sought for the zoo, the Harwick Council said on Friday.\n\nIt was late."

    record = extract(Article("a", text))[0]

    assert record.speaker == "Harwick Council"
    assert text[record.start :].startswith("Experts will be sought")


def test_a_place_and_an_agency_without_a_dash_are_no_part_of_a_name() -> None:
    text = "It was late.\n\nDENE (AP) Ada Quill, the mayor, voiced praise for the levee."

    assert [record.speaker for record in extract(Article("a", text))] == ["Ada Quill"]


def test_a_name_that_opens_several_lines_speaks() -> None:
    text = "QUILL: Experts said it leaks.\n\nBRANDT: It does.\n\nQUILL: Then mend it."

    assert {record.speaker for record in extract(Article("a", text))} >= {"Quill", "Brandt"}


def test_a_name_before_a_headline_that_reports_nothing_speaks() -> None:
    text = "QUILL: We will mend the levee before the winter."

    assert [record.rule for record in extract(Article("a", text))] == ["headline"]


def test_a_place_that_has_lost_its_blank_is_no_part_of_a_name() -> None:
    text = "It was late.\n\nPort Dene (AP)Ada Quill, the mayor, voiced praise for the levee."

    assert [record.speaker for record in extract(Article("a", text))] == ["Ada Quill"]


def test_a_place_in_small_letters_before_what_a_report_tells_of_another_says_nothing() -> None:
    text = (
        "Oslo: Dene coach Tom Brandt has paid tribute to Ivo Holt and believes the cup was his.\n\nIt rained."
    )

    assert "Oslo" not in [record.speaker for record in extract(Article("a", text))]


def test_a_place_before_a_line_for_a_dash_is_no_part_of_what_is_said() -> None:
    text = "It was late.\n\nHARWICK, Ark. _ Ada Quill said it leaks."

    (record,) = extract(Article("a", text))

    assert record.mention is not None
    assert text[slice(*record.mention)] == "Ada Quill"


@pytest.mark.parametrize(
    "report",
    [
        "ISLAMABAD: The mill court adjourned the hearing of the case on Monday.",
        "SORU QAZ: The mill has been sold to an investor from abroad.",
        "SORU QAZ (Reuters): The mill has been sold to an investor from abroad.",
        "New Delhi: The mill has been sold to an investor from abroad.",
    ],
    ids=["known", "unknown", "of an agency", "in small letters"],
)
def test_a_place_before_what_a_report_tells_says_nothing(report: str) -> None:
    text = f"{report}\n\nThe mill in Soru Qaz is old, Tom Brandt said."

    assert [record.speaker for record in extract(Article("a", text))] == ["Tom Brandt"]


def test_a_name_before_a_whole_sentence_speaks_where_the_article_goes_on_about_them() -> None:
    text = (
        "QUILL: The mill has been sold to an investor from abroad.\n\nMayor Ada Quill was in Dene on Monday."
    )

    assert [record.speaker for record in extract(Article("a", text))] == ["Ada Quill"]
