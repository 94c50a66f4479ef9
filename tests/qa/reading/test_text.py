from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind

ReadAs = Callable[..., list[Article | Problem]]


def test_a_text_is_one_article_named_by_its_path(read_as: ReadAs) -> None:
    text = "Rain in the north\r\n\r\nIt rained all day. “It will rain on,” she said.\r\n"

    assert read_as("rain.txt", text.encode()) == [
        Article("rain.txt", text, title="Rain in the north", path="rain.txt", reader="text/3")
    ]


def test_a_text_has_no_date_whatever_the_time_of_its_file(read_as: ReadAs) -> None:
    (article,) = read_as("rain.txt", b"Rain fell on 21 November 2026.")

    assert isinstance(article, Article)
    assert article.date is None


def test_the_day_in_its_name_is_a_texts_date(read_as: ReadAs) -> None:
    (article,) = read_as("2026-11-21-rain.txt", b"Rain fell.")

    assert isinstance(article, Article)
    assert article.date == "2026-11-21"


def test_broken_bytes_are_reported_beside_the_article(read_as: ReadAs) -> None:
    problem, article = read_as("rain.txt", "“Rain” – “snow”: caf".encode() + b"\xe9.")

    assert isinstance(problem, Problem)
    assert (problem.kind, problem.fatal, problem.skipped) == (ProblemKind.DETAIL, False, False)
    assert isinstance(article, Article)
    assert article.text == "“Rain” – “snow”: caf\ufffd."


# A mark of byte order at the beginning is none of the text; controls in number make a file no text.
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r\f\v")))
def test_any_text_comes_back_exactly(read_as: ReadAs, text: str) -> None:
    text = text.lstrip("\ufeff")
    results = read_as("any.txt", text.encode())

    if text.strip():
        assert [result.text for result in results if isinstance(result, Article)] == [text]
    else:
        assert [result.kind for result in results if isinstance(result, Problem)] == [ProblemKind.EMPTY]
    assert len(results) == 1
