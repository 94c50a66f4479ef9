from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.terminal.session import Session
from bots.terminal.tables import NARROWEST, markdown_rows, text_rows, write_rows
from qa.settings import Settings

HEAD = ("date", "title")


def test_columns_are_as_wide_as_they_need_where_nobody_says_how_wide_they_may_be() -> None:
    title = "long " * 60

    assert title.strip() in text_rows(HEAD, [("2025-01-31", title)])


def test_what_is_too_wide_is_broken_in_its_column() -> None:
    shown = text_rows(HEAD, [("2025-01-31", "The harbour stays open to fishing boats")], 36)

    assert shown == (
        "date        title\n"
        "2025-01-31  The harbour stays open\n"
        "            to fishing boats\n"
    )  # fmt: skip


def test_a_cell_has_a_few_lines_at_most() -> None:
    shown = text_rows(HEAD, [("2025-01-31", "word " * 100)], 36)

    assert len(shown.splitlines()) == 5
    assert shown.endswith("…\n")


def test_where_columns_do_not_fit_each_row_is_a_block() -> None:
    head = ("date", "source", "title", "path", "article")
    row = ("2025-01-31", "Coast Gazette", "The harbour stays open", "news/harbour.md", "")

    shown = text_rows(head, [row, row], 40)

    assert shown.split("\n\n")[0].splitlines() == [
        "date     2025-01-31",
        "source   Coast Gazette",
        "title    The harbour stays open",
        "path     news/harbour.md",
    ]


@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=80)), max_size=5), st.integers(30, 90))
def test_no_line_is_wider_than_it_may_be(rows: list[tuple[str, str]], width: int) -> None:
    # Characters that act are shown by several, which are counted.
    assert all(len(line) <= width for line in text_rows(HEAD, rows, width).splitlines())
    assert width > 2 * NARROWEST


@pytest.mark.parametrize(("form", "told"), [("text", "Nothing.\n"), ("csv", "date,title\n")])
def test_nothing_is_said_to_people_and_has_a_heading_for_programs(
    form: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(Settings(format=form), tmp_path, date(2025, 1, 31))

    write_rows(session, HEAD, [], none="Nothing.")

    assert capsys.readouterr().out == told


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<img src=x onerror=alert(1)>", r"\<img src=x onerror=alert(1)\>"),
        ("[Hale](https://hale.example)", r"\[Hale\](https://hale.example)"),
        ("![](//hale.example/seen)", r"!\[\](//hale.example/seen)"),
        ("**Ada** | `Quill`", r"\*\*Ada\*\* \| \`Quill\`"),
        ("one\ntwo", "one␊two"),
    ],
    ids=["tag", "link", "picture", "marks", "lines"],
)
def test_nothing_in_a_cell_is_markdown_or_html(cell: str, shown: str) -> None:
    assert markdown_rows(HEAD, [("2025-01-31", cell)]).splitlines()[2] == f"| 2025-01-31 | {shown} |"
