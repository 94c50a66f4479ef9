"""Which of several people a surname means: not who only wrote the article."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

PRACTICE = "The crew was tired, but Zimbo Brandt said on Monday that he was glad.\n\nBrandt said it was late."


def speakers(text: str) -> list[str | None]:
    return [record.speaker for record in extract(Article("a", f"The port\n\n{text}"))]


@pytest.mark.parametrize(
    "credit",
    [
        "Report by editor and Dene correspondent Tom Brandt.",
        "(Reporting by Tom Brandt; editing by Ines Orsa)",
        "Tom Brandt and Ines Orsa contributed to this report.",
    ],
    ids=["a report", "an agency", "a contribution"],
)
def test_a_surname_does_not_mean_who_wrote_the_article(credit: str) -> None:
    assert speakers(f"{PRACTICE}\n\n{credit}") == ["Zimbo Brandt", "Zimbo Brandt"]


def test_a_surname_of_two_people_in_the_news_is_ambiguous() -> None:
    assert speakers(f"{PRACTICE}\n\nTom Brandt left on Friday.") == ["Zimbo Brandt", None]


def test_who_wrote_the_article_speaks_where_nobody_else_has_the_name() -> None:
    assert speakers("By Tom Brandt\n\nThe pier leaks.\n\nBrandt said it was late.") == ["Tom Brandt"]


def test_a_name_that_comes_twice_is_one_name() -> None:
    text = "Ivo Marsh Ivo Marsh waited at the port.\n\nMr Marsh said the pier leaks."

    assert speakers(text) == ["Ivo Marsh"]
