from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Article
from qa.reading.articles import article, title_of
from qa.reading.files import FoundFile, Problem, ProblemKind

FOUND = FoundFile(Path("place/a.jsonl"), "a.jsonl", 10, 0, 0)


def made(text: str, **fields: object) -> tuple[Article | None, list[str]]:
    """Return the article and the reasons given beside it."""
    results = list(article(FOUND, fields, text, identity="7", reader="test/1"))
    articles = [result for result in results if isinstance(result, Article)]
    return (articles[0] if articles else None), [r.reason for r in results if isinstance(r, Problem)]


def test_details_are_taken_over_in_one_line_each() -> None:
    story, reasons = made(
        "Rain fell.\r\n",
        title="  Rain\r\n in the\tnorth\x00 ",
        date="21 November 2026",
        source="The Gazette",
        url="https://example.org/rain",
        author=["Ann Lee", "Bo Ek"],
    )

    assert story == Article(
        id="7",
        text="Rain fell.\r\n",
        title="Rain in the north",
        date="2026-11-21",
        source="The Gazette",
        url="https://example.org/rain",
        author="Ann Lee, Bo Ek",
        path="a.jsonl",
        reader="test/1",
    )
    assert reasons == []


def test_characters_written_as_in_a_page_are_read_in_details_and_a_byline_loses_its_by() -> None:
    story, _ = made(
        "Rain &amp; snow.",
        title="The mayor&#8217;s ferry &amp; more; R&D &nosuch;",
        author="By Guy Fenn",
        source="Q&amp;A",
    )

    assert story is not None
    assert (story.title, story.author, story.source) == (
        "The mayor’s ferry & more; R&D &nosuch;",
        "Guy Fenn",
        "Q&A",
    )
    assert story.text == "Rain &amp; snow."


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Review: The Toll <i>by Una Hale</i>", "Review: The Toll by Una Hale"),
        ('<b>The <em class="x">old</em> pier</b><br/>closes', "The old pier closes"),
        ("What a <b> tag does, and <script>x</script>", "What a <b> tag does, and <script>x</script>"),
        ("Write &lt;i&gt;Toll&lt;/i&gt; so; 2 < 3", "Write <i>Toll</i> so; 2 < 3"),
    ],
)
def test_a_title_has_no_markup_of_its_words(written: str, title: str) -> None:
    story, reasons = made("Rain fell on Dene.", title=written)

    assert story is not None
    assert (story.title, reasons) == (title, [])


@pytest.mark.parametrize("nothing", [None, "", "  "], ids=["null", "empty", "space"])
def test_a_detail_that_is_not_given_is_no_fault(nothing: str | None) -> None:
    fields = dict.fromkeys(["title", "date", "source", "url", "author"], nothing)

    story, reasons = made("Rain fell.", **fields)

    assert story == Article("7", "Rain fell.", title="Rain fell.", path="a.jsonl", reader="test/1")
    assert reasons == []


def test_a_date_that_is_not_sure_is_dropped_and_the_article_is_read() -> None:
    story, reasons = made("Rain fell.", date="01/02/2026")

    assert story is not None
    assert story.date is None
    assert reasons == ["its date is not clear, so it counts as undated: 01/02/2026"]


def test_details_of_a_wrong_type_are_left_out_and_named() -> None:
    story, reasons = made(
        "Rain fell.", title={"en": "Rain"}, source=True, author=["Ann", 3], url=[], date=[1]
    )

    assert story == Article("7", "Rain fell.", title="Rain fell.", path="a.jsonl", reader="test/1")
    assert reasons == [
        "its title is not text and is left out: dict",
        "its source is not text and is left out: True",
        "its url is not text and is left out: list",
        "its author is not text and is left out: list",
        "its date is not clear, so it counts as undated: list",
    ]


def test_a_number_will_do_for_a_title() -> None:
    story, reasons = made("Rain fell.", title=1984)

    assert story is not None
    assert story.title == "1984"
    assert reasons == []


def test_details_without_end_are_cut_and_such_an_address_is_dropped() -> None:
    story, reasons = made("Rain fell.", title="x" * 10**6, url="https://example.org/" + "x" * 2000)

    assert story is not None
    assert story.title == "x" * 1000
    assert story.url == ""
    assert reasons == [
        "its title is longer than 1000 characters and is cut",
        "its url is longer than 1000 characters and is left out",
    ]


@pytest.mark.parametrize("text", ["", " \n\t\u2003\r\n"], ids=["nothing", "space"])
def test_an_article_without_words_is_none(text: str) -> None:
    (problem,) = article(FOUND, {"title": "Rain"}, text, identity="7", reader="test/1", line=3)

    assert problem == FOUND.problem("it has no text", ProblemKind.EMPTY, line=3)


def test_half_characters_become_replacement_characters_where_they_stood() -> None:
    story, reasons = made("Rain \ud800 fell \udfff.", title="Rain \udc00")

    assert story is not None
    assert story.text == "Rain \ufffd fell \ufffd."
    assert story.title == "Rain \ufffd"
    assert reasons == ["its text holds half characters (lone surrogates), shown as \ufffd"]


@given(st.text(st.characters()).filter(lambda text: bool(text.strip())))
def test_any_article_can_be_stored_and_its_text_comes_back_with_every_nul(text: str) -> None:
    story, _ = made(text)
    assert story is not None

    # What has a UTF-8 form can be stored.
    assert story.text.encode("utf-8").decode("utf-8") == story.text
    assert story.title.encode("utf-8").decode("utf-8") == story.title
    assert len(story.text) == len(text)
    assert all(a == b or "\ud800" <= b <= "\udfff" for a, b in zip(story.text, text, strict=True))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rain in the north\n\nIt rained all day.", "Rain in the north"),
        ("\n\n  Rain in the north  \r\nIt rained.", "Rain in the north"),
        ("It rained all day. It was cold.\nMore.", "It rained all day."),
        ("Mr. Lee met Dr. Ek. They talked.", "Mr. Lee met Dr. Ek."),
        ("“It is over.” She left.", "“It is over.”"),
        ("Will it rain?\nNobody knows.", "Will it rain?"),
        ("# Rain in the north\n\nIt rained.", "Rain in the north"),
        ("#rain is a tag\nIt rained.", "#rain is a tag"),
        ("It rained " + "and rained " * 50 + "on.", "It rained " + "and rained " * 9 + "and rained…"),
        ("x" * 10_000, "x" * 120 + "…"),
        ("", ""),
        (" \n ", ""),
        ("Skip to main content\n\nRain in the north\nIt rained.", "Rain in the north"),
        ("FOR IMMEDIATE RELEASE\r\n21 November 2026\r\n\r\nRain in the north\r\nIt rained.", "Rain in the north"),
        ("21 November 2026", "21 November 2026"),
        ("News release", "News release"),
        ("**Ada Quill:** Will it hold?\n\nIt will.", "Ada Quill: Will it hold?"),
        ("2**3**4 is code", "2**3**4 is code"),
    ],
    ids=[
        "line", "space around", "sentence", "abbreviations", "quotation", "question", "heading", "hash",
        "long sentence", "one endless word", "empty", "only space", "link", "release", "only a day", "only a label",
        "bold", "powers",
    ],
)  # fmt: skip
def test_a_title_is_made_from_the_beginning(text: str, title: str) -> None:
    assert title_of(text) == title


@given(st.text())
def test_a_title_is_one_short_line(text: str) -> None:
    title = title_of(text)

    assert len(title) <= 121
    assert title.splitlines() in ([title], [])
