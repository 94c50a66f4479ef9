from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind
from tests.qa.reading.made_sheets import cell, old_excel, open_sheet, rows, workbook
from tests.qa.reading.only_result import the_article, the_problem

ReadAs = Callable[..., list[Article | Problem]]
ZipOf = Callable[..., bytes]


@pytest.fixture
def xlsx_of(zip_of: ZipOf) -> Callable[[dict[str, str]], bytes]:
    return partial(workbook, zip_of)


def problems(results: Sequence[Article | Problem]) -> list[tuple[int | None, str]]:
    return [(each.line, each.reason) for each in results if isinstance(each, Problem)]


def articles(results: Sequence[Article | Problem]) -> list[Article]:
    return [each for each in results if isinstance(each, Article)]


def test_each_row_is_an_article_named_by_its_heading(read_as: ReadAs, xlsx_of: ZipOf) -> None:
    table = (
        rows(["Headline", "Published", "Outlet", "Byline", "Full Text", "ID", "Note"])
        + f'<row r="3">{cell("A3", "Dockers vote")}<c r="B3" s="1"><v>46091</v></c>{cell("C3", "The Dene Courier")}'
        f"{cell('D3', 'Guy Fenn')}{cell('E3', '“We will strike,” said Ada Quill.')}<c r='F3'><v>12</v></c></row>"
        + f'<row r="5">{cell("B5", "11 March 2026")}{cell("E5", "It rained.")}{cell("H5", "no heading")}</row>'
    )

    results = read_as("2020-01-01.xlsx", xlsx_of({"Articles": table}))

    reader = articles(results)[0].reader
    assert reader.startswith("sheet/1 python-calamine/")
    assert results == [
        Article(
            "12",
            "“We will strike,” said Ada Quill.",
            title="Dockers vote",
            date="2026-03-10",
            source="The Dene Courier",
            author="Guy Fenn",
            path="2020-01-01.xlsx",
            reader=reader,
        ),
        Article(
            "Articles row 5",
            "It rained.",
            title="It rained.",
            date="2026-03-11",
            path="2020-01-01.xlsx",
            reader=reader,
        ),
    ]


def test_every_sheet_with_a_column_of_texts_is_read(read_as: ReadAs, xlsx_of: ZipOf) -> None:
    sheets = {
        "2025": rows(["title", "text"], ["Rain", "It rained."]),
        "Outlets": rows(["name"], ["Harwick Post"]),
        "Nothing": "",
        "2026": rows(["text"], ["It snowed."]),
    }

    results = read_as("a.xlsx", xlsx_of(sheets))

    assert [(each.id, each.text) for each in articles(results)] == [
        ("2025 row 2", "It rained."),
        ("2026 row 2", "It snowed."),
    ]
    assert problems(results) == []


def test_rows_that_are_wrong_are_named_by_their_number_and_the_rest_are_read(
    read_as: ReadAs, xlsx_of: ZipOf
) -> None:
    table = rows(
        ["id", "text", "date"],
        ["1", "Rain", "2025-03-01"],
        ["1", "Snow"],
        ["2"],
        ["3", "x" * 32_767],
        ["4", "Hail", "soon"],
    )

    results = read_as("a.xlsx", xlsx_of({"Sheet1": table}))

    assert [each.id for each in articles(results)] == ["1", "3", "4"]
    assert problems(results) == [
        (3, "the id '1' was given before, in row 2"),
        (4, "it has no text"),
        (5, "its text may be cut off: a cell of Excel holds 32,767 characters"),
        (6, "its date is not clear, so it counts as undated: soon"),
    ]


def test_of_a_formula_the_value_is_read_that_it_had_when_saved(read_as: ReadAs, xlsx_of: ZipOf) -> None:
    table = (
        rows(["title", "text"])
        + '<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        + '<c r="B2" t="str"><f>HYPERLINK("https://x.example","Rain fell.")</f><v>Rain fell.</v></c></row>'
        + '<row r="3"><c r="B3"><f>A1&amp;A2</f></c></row>'
    )

    article = the_article(read_as("a.xlsx", xlsx_of({"Sheet1": table})))

    assert (article.title, article.text) == ("Rain fell.", "Rain fell.")


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (rows(["title", "date"], ["Rain", "2025-03-01"]), "its first line names no column for the text"),
        (rows(["title", "text"]), "it has no rows"),
        ("", "it is empty"),
    ],
    ids=["other columns", "only a heading", "nothing"],
)
def test_without_articles_it_says_so(read_as: ReadAs, xlsx_of: ZipOf, table: str, reason: str) -> None:
    assert the_problem(read_as("a.xlsx", xlsx_of({"Sheet1": table}))).reason.startswith(reason)


def test_old_and_open_spreadsheets_are_read_as_well(read_as: ReadAs, zip_of: ZipOf) -> None:
    opened = open_sheet(zip_of, ["Headline", "Text"], ["Rain", "It rained."])

    article = the_article(read_as("a.ods", opened))
    assert (article.title, article.text) == ("Rain", "It rained.")
    article = the_article(read_as("a.xls", old_excel()))
    assert (article.id, article.date, article.text) == (
        "12",
        "2026-03-10",
        "“It rained,” said Ada Quill.",
    )


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04cut off",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"title,text\nRain,It rained.\n",
    ],
    ids=["cut off", "empty container", "a table of text"],
)
def test_what_is_no_spreadsheet_is_named(read_as: ReadAs, data: bytes) -> None:
    problem = the_problem(read_as("a.xlsx", data))

    assert (problem.kind, problem.reason) == (
        ProblemKind.BROKEN,
        "it is damaged, cut off, or not what its name says",
    )


def test_a_million_empty_rows_are_passed_over(read_as: ReadAs, xlsx_of: ZipOf) -> None:
    table = (
        rows(["text"])
        + "".join(f'<row r="{number}"/>' for number in range(2, 1_000_000))
        + f'<row r="1000000">{cell("A1000000", "It rained.")}</row>'
    )

    assert the_article(read_as("a.xlsx", xlsx_of({"Sheet1": table}))).id == "Sheet1 row 1000000"


@pytest.mark.slow
def test_a_bomb_is_not_unfolded(read_as: ReadAs, xlsx_of: ZipOf) -> None:
    problem = the_problem(read_as("a.xlsx", xlsx_of({"Sheet1": rows(["text"], ["a" * 60_000_000])})))

    assert problem.kind is ProblemKind.OVERSIZED


def test_a_cell_at_the_end_of_the_world_needs_no_memory_of_this_program(
    read_as: ReadAs, xlsx_of: ZipOf
) -> None:
    table = rows(["text"]) + f'<row r="4000000000">{cell("XFD4000000000", "far")}</row>'

    problem = the_problem(read_as("a.xlsx", xlsx_of({"Sheet1": table})))

    assert problem.kind is ProblemKind.LIMIT
