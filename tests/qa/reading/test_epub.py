from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind
from tests.qa.reading.only_result import the_article, the_problem

ReadAs = Callable[..., list[Article | Problem]]
EpubOf = Callable[..., bytes]

METADATA = (
    "<dc:title>Rivers of the North</dc:title><dc:creator>Ann Lee</dc:creator><dc:date>2019-05-06</dc:date>"
)


def chapter(body: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{before}<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>Head</title></head><body>{body}</body></html>"
    )


def test_each_chapter_is_an_article_of_the_book(read_as: ReadAs, epub_of: EpubOf) -> None:
    data = epub_of(
        {
            "cover.xhtml": chapter("<img src='a.png'/>"),
            "one.xhtml": chapter("<h2>The spring</h2><p>It rises under a beech.</p>"),
            "two.xhtml": chapter("<p>At the mouth the water is salt.</p>"),
        },
        metadata=METADATA,
    )

    one, two = read_as("rivers.epub", data)

    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.id, one.path, one.title) == ("rivers.epub#OPS/one.xhtml", "rivers.epub", "The spring")
    assert (two.id, two.path, two.title) == ("rivers.epub#OPS/two.xhtml", "rivers.epub", "Head")
    assert (two.source, two.author, two.date) == ("Rivers of the North", "Ann Lee", "2019-05-06")
    assert two.text == "At the mouth the water is salt."


def test_a_chapter_that_is_missing_is_named(read_as: ReadAs, epub_of: EpubOf) -> None:
    data = epub_of({"a.xhtml": chapter("<p>Rain.</p>"), "b.xhtml": chapter("<p>Snow.</p>")})

    problem, article = read_as("a.epub", data.replace(b"OPS/a.xhtml", b"OPS/c.xhtml"))

    assert isinstance(problem, Problem)
    assert (problem.fatal, problem.kind) == (False, ProblemKind.DETAIL)
    assert problem.reason == "its chapter OPS/a.xhtml is left out: its part 'OPS/a.xhtml' is missing"
    assert isinstance(article, Article)
    assert article.text == "Snow."


def test_a_chapter_is_a_line_for_each_paragraph(read_as: ReadAs, epub_of: EpubOf) -> None:
    body = (
        "<h2>The <i>spring</i></h2><p>It rises\n under a&nbsp;beech.</p><nav>x</nav><p>“Nobody owns it.”</p>"
    )

    article = the_article(read_as("a.epub", epub_of({"one.xhtml": chapter(body)})))

    assert article.text == "The spring\nIt rises under a\xa0beech.\nx\n“Nobody owns it.”"
    assert article.title == "The spring"


@pytest.mark.parametrize(
    ("metadata", "name", "date"),
    [
        ("<dc:date>2019</dc:date>", "a.epub", None),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", "a.epub", None),
        ('<dc:date opf:event="modification">2019-05-06</dc:date>', "a.epub", None),
        ('<dc:date opf:event="publication">2019-05-06</dc:date>', "a.epub", "2019-05-06"),
        ("<dc:date>2019-05-06</dc:date><dc:date>2020-05-06</dc:date>", "a.epub", None),
        ("", "2025-01-18 weekly.epub", "2025-01-18"),
    ],
    ids=["year", "unknown", "change", "publication", "two", "name"],
)
def test_its_date_is_that_of_publication_or_none(
    read_as: ReadAs, epub_of: EpubOf, metadata: str, name: str, date: str | None
) -> None:
    assert (
        the_article(read_as(name, epub_of({"a.xhtml": chapter("<p>Rain.</p>")}, metadata=metadata))).date
        == date
    )


def test_the_table_of_contents_and_what_is_beside_the_book_are_no_chapters(
    read_as: ReadAs, epub_of: EpubOf, zip_of: Callable[..., bytes]
) -> None:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        '<item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="p" href="pop.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="i" href="i.png" media-type="image/png"/></manifest><spine><itemref idref="n"/>'
        '<itemref idref="a"/><itemref idref="a"/><itemref idref="i"/><itemref idref="p" linear="no"/>'
        '<itemref idref="gone"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
    pages = {name: chapter(f"<p>{name}</p>") for name in ("nav.xhtml", "a b.xhtml", "pop.xhtml")}

    data = zip_of({"META-INF/container.xml": container, "book.opf": package, **pages})

    assert the_article(read_as("a.epub", data)).id == "a.epub#a b.xhtml"


def test_a_broken_chapter_is_named_and_the_others_are_read(read_as: ReadAs, epub_of: EpubOf) -> None:
    data = epub_of(
        {
            "a.xhtml": chapter("<p>Rain.</p>"),
            "b.xhtml": "<div>" * 100_000,
            "c.xhtml": bytes(range(256)) * 4,
            "d.xhtml": chapter("<p>Snow.</p>"),
        }
    )

    results = read_as("a.epub", data)

    assert [each.text for each in results if isinstance(each, Article)] == ["Rain.", "Snow."]
    assert [each.reason for each in results if isinstance(each, Problem)] == [
        "its chapter OPS/b.xhtml is left out: it is nested too deeply",
        "its chapter OPS/c.xhtml is left out: it is not text",
    ]
    assert not any(each.fatal for each in results if isinstance(each, Problem))


def test_no_file_outside_is_read_for_an_entity(read_as: ReadAs, epub_of: EpubOf, tmp_path: Path) -> None:
    (tmp_path / "hidden.txt").write_text("secret")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "hidden.txt").as_uri()}">]>'

    in_chapter = read_as("a.epub", epub_of({"a.xhtml": chapter("<p>Rain &e; fell.</p>", entity)}))
    in_package = read_as(
        "b.epub",
        epub_of({"a.xhtml": chapter("<p>Rain.</p>")}, before=entity, metadata="<dc:title>&e;</dc:title>"),
    )

    assert "secret" not in repr([in_chapter, in_package])
    assert the_problem(in_package).kind is ProblemKind.BROKEN


def test_a_book_that_points_outside_itself_is_named(read_as: ReadAs, zip_of: Callable[..., bytes]) -> None:
    container = '<container><rootfiles><rootfile full-path="../../../etc/passwd"/></rootfiles></container>'

    problem = the_problem(read_as("a.epub", zip_of({"META-INF/container.xml": container})))

    assert problem.reason == "its part '../../../etc/passwd' is missing"


def test_a_locked_book_is_named(read_as: ReadAs, zip_of: Callable[..., bytes]) -> None:
    problem = the_problem(read_as("a.epub", zip_of({"META-INF/rights.xml": "<r/>"})))

    assert (problem.kind, problem.reason) == (ProblemKind.UNREADABLE, "it is locked (copy protection)")


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 40], ids=["one large chapter", "many small ones"])
def test_a_bomb_is_not_unfolded(read_as: ReadAs, epub_of: EpubOf, count: int) -> None:
    data = epub_of({f"{number}.xhtml": b"<p>" + b"a" * (40_000_000 // count) for number in range(count)})

    result = read_as("a.epub", data)[-1]

    assert isinstance(result, Problem)
    assert (result.kind, result.fatal) == (ProblemKind.OVERSIZED, True)


def test_a_book_cut_off_is_named(read_as: ReadAs, epub_of: EpubOf) -> None:
    data = epub_of({"a.xhtml": chapter("<p>Rain.</p>")})

    assert the_problem(read_as("a.epub", data[:-50])).kind is ProblemKind.BROKEN
