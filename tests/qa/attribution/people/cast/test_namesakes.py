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
    assert speakers(f"Tom Brandt left on Friday.\n\n{PRACTICE}") == ["Zimbo Brandt", None]


def test_what_a_page_calls_another_article_is_nobodys_given_name() -> None:
    label = "Related Coverage Brandt says he will sail on Friday"

    assert (
        speakers(f"Ivo Brandt said it was cold.\n\n{label}\n\nBrandt said it was late.")[::2]
        == ["Ivo Brandt"] * 2
    )


def test_who_wrote_the_article_speaks_where_nobody_else_has_the_name() -> None:
    assert speakers("By Tom Brandt\n\nThe pier leaks.\n\nBrandt said it was late.") == ["Tom Brandt"]


def test_a_name_that_comes_twice_is_one_name() -> None:
    text = "Ivo Marsh Ivo Marsh waited at the port.\n\nMr Marsh said the pier leaks."

    assert speakers(text) == ["Ivo Marsh"]


QUILLS = "Guy Quill signed the law. Ivo Quill Jr., his grandson, came.\n\n"


def test_a_surname_may_be_that_of_somebodys_namesake_with_another_given_name() -> None:
    assert speakers(f"{QUILLS}Quill said it was late.") == [None]


def test_a_surname_is_that_of_a_father_rather_than_of_a_son_with_his_name() -> None:
    text = "Ivo B. Quill signed the law. Ivo Quill Jr., his son, came.\n\nQuill said it was late."

    assert speakers(text) == ["Ivo B. Quill"]


@pytest.mark.parametrize(("age", "name"), [("younger", "Ivo Quill Jr."), ("elder", "Ivo B. Quill")])
def test_age_tells_a_father_from_a_son_with_his_name(age: str, name: str) -> None:
    text = (
        f"Ivo B. Quill signed the law. Ivo Quill Jr., his son, came.\n\nThe {age} Mr. Quill said it was late."
    )

    assert speakers(text) == [name]


def test_age_tells_no_two_of_three_apart() -> None:
    text = "Ivo B. Quill came. Ivo Quill Jr. and Tom Quill came.\n\nThe younger Mr. Quill said it was late."

    assert speakers(text) == [None]


KADIR = "President Ramo Kadir came. “It is late,” Kadir said.\n\nHis father, Ivo Kadir, left. “It is over,” Kadir said."


def test_a_surname_is_of_the_only_one_who_was_named_so_far() -> None:
    assert [record.speaker for record in extract(Article("a", KADIR))] == ["Ramo Kadir", None]


def test_a_surname_is_not_of_somebody_who_only_says_whose_widow_another_is() -> None:
    text = "The widow of the mayor Tom Kadir died. “I was ill,” Kadir said.\n\nUna Kadir was 81."

    assert [record.speaker for record in extract(Article("a", text))] == [None]


def test_a_surname_is_not_of_somebody_after_whom_something_is_named() -> None:
    text = (
        "The pier is named after Otto Kadir. “It will hold,” Kadir said.\n\nTom Kadir, the mayor, opened it."
    )

    assert [record.speaker for record in extract(Article("a", text))] == [None]


def test_whose_rally_it_is_may_be_whom_a_surname_means() -> None:
    text = "At a Tom Quill rally, the crowd was large. His sister, Ada Quill, a nurse, came. Quill said it was late."

    assert speakers(text) == [None]


def test_who_is_introduced_as_new_is_nobody_with_that_middle_name() -> None:
    text = "Ada Jane Quill runs the port. Her daughter, Jane, 12, helps. Jane said it was late."

    assert speakers(text) == ["Jane"]
