from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.datatypes import Article
from qa.ranking.retrieved import Retrieved
from qa.ranking.written_case import as_written

ARTICLES = [
    Article(
        "a",
        "Nurses left the Quill Hospital in Harwick. A spokesman for the HPA said the hospital in Harwick was full. "
        "Wards closed. He blamed Brandt’s board, and Brandt in May.",
    )
]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("who runs quill hospital in harwick", "who runs Quill hospital in Harwick"),
        ("Why does the hpa blame brandt?", "Why does the HPA blame Brandt?"),
        ("who is brandt's lawyer", "who is Brandt's lawyer"),
        ("what may nurses do in orsa", "what may nurses do in orsa"),
        ("how many wards closed", "how many wards closed"),
        ("Who runs Quill hospital in harwick?", "Who runs Quill hospital in harwick?"),
        ("WHO RUNS QUILL HOSPITAL", "WHO RUNS QUILL HOSPITAL"),
        ("who?", "who?"),
        ("", ""),
    ],
    ids=[
        "names", "short forms", "possessives", "words and unknown names", "sentence openings", "mixed",
        "capitals", "no words", "nothing",
    ],
)  # fmt: skip
def test_names_are_written_as_the_passages_write_them_inside_sentences(
    retrieve: Callable[..., Retrieved], typed: str, written: str
) -> None:
    found = retrieve(typed, ARTICLES)

    assert as_written(typed, found.passages, found.versions) == written


def test_without_passages_a_question_stays_as_it_was_typed() -> None:
    assert as_written("who runs harwick", [], {}) == "who runs harwick"
