from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind

ReadAs = Callable[..., list[Article | Problem]]


def articles(results: Sequence[Article | Problem]) -> list[Article]:
    return [each for each in results if isinstance(each, Article)]


def problems(results: Sequence[Article | Problem]) -> list[tuple[int | None, str]]:
    return [(each.line, each.reason) for each in results if isinstance(each, Problem)]


def test_each_row_is_an_article_named_by_its_heading(read_as: ReadAs) -> None:
    data = (
        "ID,Headline,Published At,Outlet,Link,Byline,Full Text,Views\r\n"
        '7,Bread,2025-03-01,The Gazette,https://x.example/b,Ann Lee,"Bread will cost more.\r\n\r\n'
        '“Flour, too,” she said. ""Yes"".",12\r\n'
        ",,,,,,\r\n"
        ",Snow,1 March 2025,,,,It snowed.,\r\n"
    )

    assert read_as("2020-01-01.csv", data.encode("utf-8-sig")) == [
        Article(
            "7",
            'Bread will cost more.\r\n\r\n“Flour, too,” she said. "Yes".',
            title="Bread",
            date="2025-03-01",
            source="The Gazette",
            url="https://x.example/b",
            author="Ann Lee",
            path="2020-01-01.csv",
            reader="csv/2",
        ),
        Article(
            "line 6", "It snowed.", title="Snow", date="2025-03-01", path="2020-01-01.csv", reader="csv/2"
        ),
    ]


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("a.csv", "title;text\nRain;It rained, “here”.\n", "utf-8"),
        ("a.csv", "sep=|\ntitle|text\nRain|It rained, “here”.\n", "utf-8"),
        ("a.tsv", "title\ttext\nRain\tIt rained, “here”.\n", "utf-8"),
        ("a.csv", "title\ttext\r\nRain\tIt rained, “here”.\r\n", "utf-16"),
        ("a.csv", 'title,text\nRain,"It rained, “here”."\n', "cp1252"),
        ("a.csv", 'TITLE , Body\nRain,"It rained, “here”."', "utf-8"),
    ],
    ids=["semicolons", "named", "tabs", "utf-16", "windows-1252", "names and no last line end"],
)
def test_tables_of_every_spreadsheet_are_read(read_as: ReadAs, name: str, text: str, encoding: str) -> None:
    (article,) = articles(read_as(name, text.encode(encoding)))

    assert (article.title, article.text) == ("Rain", "It rained, “here”.")


def test_the_likeliest_of_several_columns_is_the_text(read_as: ReadAs) -> None:
    (article,) = articles(read_as("a.csv", b"content,text,name,headline\nno,yes,no,Rain\n"))

    assert (article.text, article.title) == ("yes", "Rain")


@pytest.mark.parametrize(
    "data", [b"title,date\nRain,2025-03-01\n", b"It rained.\n", b"\n"], ids=["other", "prose", "blank"]
)
def test_without_a_column_of_texts_it_says_so(read_as: ReadAs, data: bytes) -> None:
    assert problems(read_as("a.csv", data)) == [
        (None, "its first line names no column for the text (text, body, content, article, full_text ...)")
    ]


def test_rows_that_are_wrong_are_named_by_their_line_and_the_rest_are_read(read_as: ReadAs) -> None:
    data = (
        b'id,text,date\n1,Rain,2025-03-01\n2,"two\nlines",\n1,Snow,\n3,,\n4,Hail, and storm,\n5,Sun,soon\n'
        b"\xff\xfe,Mist,\n"
    )

    results = read_as("a.csv", data)

    assert [article.text for article in articles(results)] == ["Rain", "two\nlines", "Sun", "Mist"]
    assert problems(results) == [
        (5, "the id '1' was given before, in line 2"),
        (6, "it has no text"),
        (7, "the row has 4 cells and the heading 3"),
        (8, "its date is not clear, so it counts as undated: soon"),
        (9, "some of its characters are broken, shown as \ufffd"),
    ]


def test_a_quotation_mark_that_never_closes_ends_the_reading_and_keeps_what_was_read(read_as: ReadAs) -> None:
    data = b'text\nRain.\n"Snow.\n' + b"More.\n" * 1000

    results = read_as("a.csv", data, max_bytes=1000)

    assert [article.text for article in articles(results)] == ["Rain."]
    ((line, reason),) = problems(results)
    assert line is None
    assert reason.startswith(
        "a row is longer than the limit for an article; perhaps a quotation mark is never closed"
    )


def test_a_gigantic_cell_is_not_held(read_as: ReadAs) -> None:
    results = read_as("a.csv", b"text\nRain.\n" + b"x" * 5_000_000, max_bytes=1_000_000)

    assert [article.text for article in articles(results)] == ["Rain."]
    assert [each.kind for each in results if isinstance(each, Problem)] == [ProblemKind.OVERSIZED]


def test_a_cell_as_long_as_an_article_may_be_is_read(read_as: ReadAs) -> None:
    (article,) = articles(read_as("a.csv", b"text\n" + b"word " * 100_000 + b"\n"))

    assert len(article.text) == 500_000


def test_thousands_of_wrong_rows_are_counted(read_as: ReadAs) -> None:
    results = read_as("a.csv", b"id,text\n1,Rain\n" + b"2,\n" * 1500)

    assert len(articles(results)) == 1
    assert problems(results)[-1] == (None, "500 more rows are not read")
    assert len(problems(results)) == 1001


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")).filter(str.strip)


@given(
    st.lists(
        st.tuples(texts, st.text(st.characters(exclude_categories=["Cs", "Cc"]))), min_size=1, max_size=5
    )
)
def test_any_text_comes_back_exactly(read_as: ReadAs, rows: list[tuple[str, str]]) -> None:
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["text", "title"])
    writer.writerows(rows)

    results = read_as("a.csv", table.getvalue().encode())

    assert [article.text for article in articles(results)] == [text for text, _ in rows]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>It rained.</p><p>&#8220;Yes,&#8221; she said.</p>", "It rained.\n“Yes,” she said."),
        ('<!-- wp:paragraph --><p>It <a href="/x">rained</a>.</p><!-- /wp:paragraph -->', "It rained."),
        ("It <em>rained</em>.\n\n“Yes,” <b>she</b> said.", "It rained.\n“Yes,” she said."),
        ("It rained.<br>It snowed.<br/>", "It rained.\nIt snowed."),
        ("He wrote <b> for “bold”, and 3 < 4 &amp; more.", "He wrote <b> for “bold”, and 3 < 4 &amp; more."),
        ("A page ends its paragraphs with </p>.", "A page ends its paragraphs with </p>."),
    ],
    ids=["paragraphs", "blocks", "lines", "breaks", "prose", "one tag"],
)
def test_a_cell_of_markup_is_read_as_a_page_shows_it(read_as: ReadAs, cell: str, text: str) -> None:
    table = io.StringIO()
    csv.writer(table).writerows([["post_title", "post_content"], ["Rain", cell]])

    (article,) = articles(read_as("a.csv", table.getvalue().encode()))

    assert article.text == text


def test_what_is_called_text_is_kept_with_its_tags(read_as: ReadAs) -> None:
    cell = "<p>It rained.</p><p>Snow &amp; hail.</p>"

    assert [each.text for each in articles(read_as("a.csv", f"title,text\nRain,{cell}\n".encode()))] == [cell]
