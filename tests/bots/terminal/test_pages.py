from __future__ import annotations

import csv
import io

import pytest

from bots.contract import quote_object
from bots.markdown import quote_as_markdown
from bots.terminal.quote_rows import quotes_as_csv
from bots.terminal.rendering import Look, quote_as_text
from qa.answers import Quote
from qa.datatypes import Article, Version

TEXT = "The first page. The second page."


def quote_at(start: int, pages: tuple[int, ...]) -> Quote:
    article = Article("a.pdf", TEXT, path="a.pdf", pages=pages)
    return Quote(Version(1, "a" * 10, "b" * 64, article), start, start + 3, 0.5)


@pytest.mark.parametrize(
    ("start", "pages", "page"),
    [
        (0, (0, 16), 1),
        (15, (0, 16), 1),
        (16, (0, 16), 2),
        (20, (0, 16), 2),
        (20, (0, 0, 16, 16), 4),
        (0, (), None),
    ],
    ids=["first", "end of the first", "begin of the second", "second", "after empty pages", "no pages"],
)
def test_a_quote_knows_its_page(start: int, pages: tuple[int, ...], page: int | None) -> None:
    quote = quote_at(start, pages)

    (row,) = csv.DictReader(io.StringIO(quotes_as_csv([quote])))

    assert quote.page == page
    assert quote_object(quote)["page"] == page
    assert row["page"] == str(page or "")
    assert (f"page {page}" in quote_as_markdown(quote)) is (page is not None)


def test_the_page_stands_in_place_of_the_paragraph() -> None:
    assert "a.pdf, page 2, characters 16–19" in quote_as_text(
        quote_at(16, (0, 16)), 1, look=Look(verbose=True)
    )
    assert "a.pdf, paragraph 1, characters 16–19" in quote_as_text(
        quote_at(16, ()), 1, look=Look(verbose=True)
    )


def test_the_page_is_shown_without_being_asked_for_and_the_paragraph_is_not() -> None:
    assert "page 2 ·" in quote_as_text(quote_at(16, (0, 16)), 1, look=Look())
    assert "paragraph" not in quote_as_text(quote_at(16, ()), 1, look=Look())
