from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from qa.datatypes import Article
from qa.reading.files import Problem
from qa.reading.text_headers import divide

ReadAs = Callable[..., list[Article | Problem]]

BODY = "Dockers at Halvorn voted to strike.\n\n“We got a calendar,” said Ada Quill.\n"


def test_a_header_gives_the_details_and_the_text_is_what_follows_it(read_as: ReadAs) -> None:
    head = "HEADLINE: Dockers vote\r\nByline: Guy Fenn\r\nSource: Dene Courier\r\nDate: 10 March 2026\r\n"
    (article,) = read_as("strike.txt", f"{head}Section: News\r\n\r\n{BODY}".encode())

    assert isinstance(article, Article)
    assert (article.title, article.author, article.source) == ("Dockers vote", "Guy Fenn", "Dene Courier")
    assert (article.date, article.text) == ("2026-03-10", BODY)


def test_a_date_in_the_header_goes_before_the_one_in_the_name(read_as: ReadAs) -> None:
    (article,) = read_as("2026-03-12-strike.txt", f"Title: Vote\nDate: 2026-03-10\n\n{BODY}".encode())

    assert isinstance(article, Article)
    assert article.date == "2026-03-10"


@pytest.mark.parametrize(
    "text",
    [
        "Reporter: Why now?\nWriter: Because.\n\nThat was all.\n",
        "Title: Alone\n\nThe pier is shut.\n",
        "Date: soon\nSource: a friend\n\nThe pier is shut.\n",
        "Title: Vote\nQuill: No.\nDate: 2026-03-10\n\nThe pier is shut.\n",
        "Title: Vote\nTitle: Vote again\n\nThe pier is shut.\n",
        "Title: Vote\nDate: 2026-03-10\nThe pier is shut.\n",
        "Title: Vote\nDate: 2026-03-10\n\n",
    ],
    ids=["a talk", "one line", "no day", "a label", "twice", "no blank line", "nothing after it"],
)
def test_other_lines_with_colons_are_text(text: str) -> None:
    assert divide(text) == ({}, text)


@pytest.mark.parametrize("text", [f"Title:{' ' * 300}", f"Title: a{' ' * 4000}b\n"], ids=["none", "inside"])
def test_a_line_of_spaces_is_read_at_once(text: str) -> None:
    start = time.process_time()

    assert divide(text) == ({}, text)
    assert time.process_time() - start < 0.1
