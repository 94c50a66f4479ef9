"""A table gives many articles their dates and sources; its bad rows are named, and do not keep the others back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.embedded.snapshot import Library
from qa.errors import InputProblem, NoIndexError
from qa.ingest.give import give
from qa.ingest.give_many import GivenMany, give_many, rows_of
from qa.upkeep.check import check

if TYPE_CHECKING:
    from pathlib import Path

    from tests.qa.conftest import Archive


@pytest.fixture
def dated(archive: Archive) -> Archive:
    archive.write("a.txt", "The pier is shut.")
    archive.write("b/c.txt", "The gulls are back.")
    archive.write("d.md", "---\ndate: 2024-05-01\nsource: Herald\n---\nThe market opens.\n")
    archive.write_lines("e.jsonl", {"id": "n1", "text": "One."}, {"id": "n2", "text": "Two."})
    archive.index()
    return archive


def stated(archive: Archive) -> dict[str, tuple[str | None, str]]:
    with Library.open(archive.library) as library, library.snapshot() as view:
        return {line.id: (line.date, line.source) for line in view.articles()}


def given(archive: Archive, table: str, *, dry: bool = False) -> GivenMany:
    return give_many(archive.library, rows_of(table.encode()), dry=dry)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("path,date\na.txt,2025-01-31\n", {"a.txt": ("2025-01-31", "")}, id="path"),
        pytest.param("article,date\nn2,2025-01-31\n", {"n2": ("2025-01-31", "")}, id="id"),
        pytest.param(
            "Article;Published;Outlet\nn1;31 January 2025;Gazette\n",
            {"n1": ("2025-01-31", "Gazette")},
            id="other names and marks",
        ),
        pytest.param(
            "path\tsource\nb/c.txt\tGazette\n", {"b/c.txt": (None, "Gazette")}, id="tabs, source alone"
        ),
        pytest.param(
            "\ufeffpath,date\nd.md,2025-01-31\n", {"d.md": ("2025-01-31", "Herald")}, id="over the file's own"
        ),
        pytest.param(
            'path,date,note\n"a.txt","2025-01-31","two\nlines"\nb/c.txt,2025-02-01,\n',
            {"a.txt": ("2025-01-31", ""), "b/c.txt": ("2025-02-01", "")},
            id="a cell of two lines",
        ),
        pytest.param(
            "path,id,date\ne.jsonl,n1,2025-01-31\n", {"n1": ("2025-01-31", "")}, id="the id before the path"
        ),
        pytest.param(
            "path,date,source\n'a.txt,2025-01-31,\n", {"a.txt": ("2025-01-31", "")}, id="a guarded cell"
        ),
    ],
)
def test_rows_give_dates_and_sources(
    dated: Archive, table: str, expected: dict[str, tuple[str | None, str]]
) -> None:
    before = stated(dated)

    given(dated, table)

    assert stated(dated) == before | expected
    assert dated.index().changed == 0
    assert check(dated.library).clean


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x.txt,2025-01-31", "no article is called 'x.txt'"),
        ("a.txt,soon", "'soon' is not a date; write it as 2025-01-31"),
        ("a.txt,01/02/2025", "'01/02/2025' is not a date; write it as 2025-01-31"),
        ("e.jsonl,2025-01-31", "2 articles are called 'e.jsonl': name it by its uid"),
        (",2025-01-31", "it names no article"),
        ("b/c.txt,2025-02-01", "its article was named on line 2 already"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_loses_no_other(dated: Archive, row: str, reason: str) -> None:
    done = given(dated, f"path,date\nb/c.txt,2025-01-31\n{row}\nd.md,2025-03-01\n")

    assert [(each.line, each.reason) for each in done.refused] == [(3, reason)]
    assert [each.line for each in done.matched] == [2, 4]
    assert stated(dated)["b/c.txt"][0] == "2025-01-31"
    assert stated(dated)["d.md"][0] == "2025-03-01"


def test_a_dry_run_matches_and_changes_nothing(dated: Archive) -> None:
    before = stated(dated)

    done = given(dated, "path,date\na.txt,2025-01-31\nx.txt,2025-01-31\n", dry=True)

    assert [(each.line, each.article.date) for each in done.matched] == [(2, "2025-01-31")]
    assert len(done.refused) == 1
    assert stated(dated) == before


def test_what_holds_already_and_empty_cells_give_nothing(dated: Archive) -> None:
    give(dated.library, "a.txt", source="Gazette")

    done = given(dated, "path,date,source\na.txt,undated,\nd.md,2024-05-01,Herald\n")

    assert (done.matched, done.refused, done.idle) == ((), (), 2)
    assert stated(dated)["a.txt"] == (None, "Gazette")
    assert give(dated.library, "d.md", unset=True).given == ()


@pytest.mark.parametrize(
    "table",
    ["", "path,title\na.txt,x\n", "date,source\n2025-01-31,x\n", "a.txt,2025-01-31\n"],
    ids=["empty", "no date", "no article", "no heading"],
)
def test_a_table_without_its_columns_is_refused(table: str) -> None:
    with pytest.raises(InputProblem):
        rows_of(table.encode())


def test_without_a_library_nothing_is_given(tmp_path: Path) -> None:
    with pytest.raises(NoIndexError):
        give_many(tmp_path / "none", [])
