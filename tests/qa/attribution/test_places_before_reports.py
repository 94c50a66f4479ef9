"""A place in capitals and a colon before an article's first sentence."""

from __future__ import annotations

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
