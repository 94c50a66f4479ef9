"""Speech that a verb tells only with its noun: "raised concerns that", "is of the view that", "in her view"."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said


@pytest.mark.parametrize(
    "report",
    [
        "made the point that",
        "has made the claim that",
        "raised concerns that",
        "has raised serious concerns that",
        "gave assurances that",
        "gave warning that",
        "took the view that",
        "holds the view that",
        "is of the view that",
        "is of the opinion that",
        "reached the conclusion that",
        "has no doubt that",
        "has little doubt that",
    ],
)
def test_a_verb_that_takes_a_noun_of_speech_reports_what_follows_it(report: str) -> None:
    assert said(f"Ada Quill {report} the levee is old.") == [("Ada Quill", "the levee is old")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood raised concerns that the levee is old.",
        "The sale gave assurances that the levee is old.",
        "Ada Quill would make the claim that the levee is old.",
        "Ada Quill made no claims that the levee is old.",
        "Ada Quill has the view that looks over the levee.",
        "Ada Quill would have made the claim that the levee is old.",
        "If Ada Quill raised concerns that the levee is old, nobody heard.",
        "Unless Ada Quill took the view that the levee is old, it will stay.",
        "Nobody made the claim that the levee is old.",
        "Who made the claim that the levee is old?",
        "It raised concerns that the levee is old.",
    ],
)
def test_what_only_leads_to_such_a_noun_reports_nothing(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("In Ada Quill's view, the levee is old.", "Ada Quill"),
        ("In the opinion of Ada Quill, the levee is old.", "Ada Quill"),
        ("But in Ada Quill's opinion the levee is old.", "Ada Quill"),
        ("The levee is old, in the view of the unions.", "the unions"),
        ("The levee is old, in the view of the union.", "the union"),
    ],
)
def test_a_view_is_whose_it_is_called(sentence: str, whose: str) -> None:
    assert said(sentence) in (
        [(whose, "the levee is old")],
        [(whose, "The levee is old")],
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "In view of the flood, the levee is old.",
        "In full view of the crowd, the levee is mended.",
        "In the view of the harbour from Ada Quill's house, the levee is old.",
        "In Ada Quill's view from the tower, the levee is old.",
        "In her view was a levee, and it was old.",
        "In his view finder, the levee is old.",
    ],
)
def test_what_is_in_view_is_nobodys_words(sentence: str) -> None:
    assert said(sentence) == []
