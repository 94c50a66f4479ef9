from __future__ import annotations

import csv
import io
import re
import stat
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.brief import Brief, brief_as_markdown, brief_object
from bots.terminal.brief_page import brief_as_html
from bots.terminal.brief_rows import brief_as_csv
from bots.terminal.new_files import write_file
from bots.terminal.tables import FORMULA_STARTS
from bots.visible import visible
from qa.answering.topics.everything_on_topic import OnTopic, Searched
from qa.answering.topics.voices import voices
from qa.answers import Quote
from qa.datatypes import Article, Attribution, AttributionKind, Scope, Version, VersionHandle
from qa.errors import UsageError

HOSTILE = st.one_of(
    st.text(min_size=1),
    st.lists(
        st.sampled_from(
            [
                "<script>alert(1)</script>", "<b>", "</p>", "&amp;", '"', "'", "[x](https://evil.example)", "![i](u)",
                "**", "__", "`", "```\n", "# ", "> ", "- ", "1. ", "| a |", "    code", "\t", "\n", "\n\n", "===",
                "---",
                "https://evil.example", "www.evil.example", "a@evil.example", ":tada:", "=1+1", "+1", "-1", "@x",
                "'=1", "\\", "\u202e", "\x1b[31m", "\ud800", " ", "fair", "\r\n",
            ]
        ), min_size=1,
    ).map("".join),
)  # fmt: skip


def brief_of(text: str, *, title: str = "Fares", name: str | None = "Ada Quill", url: str = "") -> Brief:
    """A brief of one quote, which is all of its article."""
    article = Article("a", text, title, "2024-03-04", "Harbour Post", url)
    version = Version(VersionHandle(1), "a" * 10, "b" * 64, article)
    record = Attribution(((0, len(text)),), None, None, name, AttributionKind.DIRECT, "", 0.9)
    quote = Quote(version, 0, len(text), 0.9, record, name, ("other",), ("Inland Times",))
    found = OnTopic("fares", Scope(), (quote,), Searched(8, 1, ("fare",), (), 0, 0))
    return Brief(found, voices(found.quotes), date(2024, 12, 1))


class Page(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and the text of its quote."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.links: list[str] = []
        self.quote = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open[-2:] == ["blockquote", "p"]:
            self.quote += data


@given(HOSTILE)
def test_a_page_holds_the_words_as_they_are_and_no_tag_of_theirs(text: str) -> None:
    page = Page(brief_as_html(brief_of(text, title=text, name=text)))

    assert page.tags == Page(brief_as_html(brief_of("x", title="x", name="x"))).tags
    assert page.quote == visible(text)
    assert page.links == []


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://post.example/a?b=1&c=2", True),
        ("javascript://%0aalert(1)", False),
        ("https://post.example/\"onclick='x'", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
    ids=["web", "script", "attribute", "file", "none"],
)
def test_only_an_address_on_the_web_becomes_a_link(url: str, linked: bool) -> None:
    assert Page(brief_as_html(brief_of("x", url=url))).links == ([url] if linked else [])


def test_a_page_needs_nothing_from_outside_and_may_run_nothing() -> None:
    page = brief_as_html(brief_of("x"))

    assert "default-src 'none'" in page
    assert "http:" not in page
    assert "@media print" in page


def live(markdown: str) -> str:
    """Return what is left to be read as markup: an escaped character is only a sign, and so is an entity."""
    return re.sub(r"&#\d+;", "§", re.sub(r"\\[!-/:-@\[-`{-~]", "§", markdown))


def of_article(markdown: str) -> str:
    """Return the lines of the quote, without their marks."""
    lines = markdown.split("\n> — ", maxsplit=1)[0].split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("> "))
    return "\n".join(line.removeprefix("> ") for line in lines[first:-1])


@given(HOSTILE)
def test_markdown_has_no_markup_of_its_articles(text: str) -> None:
    left = live(of_article(brief_as_markdown(brief_of(text))))

    assert not set(left) & set("\\`*_[]<>|~&$@")
    for line in left.split("\n"):
        assert not re.match(r"\s|#|=|\+|-|\d+[.)]", line)
        assert line == line.rstrip()
    assert "://" not in left
    assert not re.search(r":[\w+-]+:|www\.", left, re.IGNORECASE)


@given(HOSTILE)
def test_the_words_can_be_read_back_from_markdown(text: str) -> None:
    shown = of_article(brief_as_markdown(brief_of(text)))

    back = re.sub(r"\\([!-/:-@\[-`{-~])|&#(\d+);", lambda m: m[1] or chr(int(m[2])), shown)
    assert back == visible(text)


@given(HOSTILE)
def test_a_spreadsheet_runs_no_cell_and_the_words_can_be_read_back(text: str) -> None:
    (row,) = csv.DictReader(io.StringIO(brief_as_csv(brief_of(text, title=text)), newline=""))

    assert not any(cell.startswith(FORMULA_STARTS) for cell in row.values())
    guarded = row["text"].lstrip("'").startswith(FORMULA_STARTS)
    assert (row["text"][1:] if guarded else row["text"]) == visible(text)


def test_every_quote_has_its_id_outlet_day_title_and_other_places() -> None:
    made = brief_of("Fares will rise.")
    quote = made.found.quotes[0]

    for shown in (brief_as_markdown(made), brief_as_html(made)):
        assert quote.id in shown
        assert "Harbour Post, 4 March 2024, Fares" in shown
        assert "also in Inland Times" in shown
        assert "Ada Quill (1 quote)" in shown
    (row,) = csv.DictReader(io.StringIO(brief_as_csv(made)))
    assert (row["id"], row["date"], row["source"], row["also_in"]) == (
        quote.id,
        "2024-03-04",
        "Harbour Post",
        "other",
    )
    assert brief_object(made)["speakers"] is not None


def test_the_head_says_where_was_looked_and_what_was_left_out() -> None:
    made = brief_of("x")
    search = Searched(8, 3, ("fare",), (), unread=70, undated=2)
    found = OnTopic("fares", Scope(since=date(2024, 3, 1)), made.found.quotes, search)

    head = " ".join(Brief(found, made.voices, made.made).head)

    assert "Looked through 8 articles (since 1 March 2024); 3 hold" in head
    assert "About 70 more passages" in head
    assert "2 articles without a date were left out" in head


def test_whom_nobody_names_stands_last_under_a_heading_of_its_own() -> None:
    assert "## Without a name (1 quote)" in brief_as_markdown(brief_of("x", name=None))


def test_a_file_is_never_replaced_unless_that_is_asked_for(tmp_path: Path) -> None:
    write_file(tmp_path / "b.md", "one\n")
    with pytest.raises(UsageError, match="already exists"):
        write_file(tmp_path / "b.md", "two\n")

    assert (tmp_path / "b.md").read_text() == "one\n"
    write_file(tmp_path / "b.md", "two\n", force=True)
    assert (tmp_path / "b.md").read_text() == "two\n"
    assert [path.name for path in tmp_path.iterdir()] == ["b.md"]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_file(tmp_path / "b.md", "\ud800")
    with pytest.raises(UsageError, match="cannot be written"):
        write_file(tmp_path / "nowhere" / "b.md", "x")

    assert list(tmp_path.iterdir()) == []


def test_a_file_can_be_read_by_whom_other_files_can(tmp_path: Path) -> None:
    write_file(tmp_path / "b.md", "x")
    (tmp_path / "other").write_text("x")

    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_own_words_are_bold_in_a_brief() -> None:
    text = "“We <sail> *on*,” she said."
    made = brief_of(text)
    quote = made.found.quotes[0]
    assert quote.attribution is not None
    own = replace(quote, attribution=replace(quote.attribution, own_words=((1, 16),)))
    found = replace(made.found, quotes=(own,))
    bold = replace(made, found=found, voices=voices(found.quotes))

    assert "<p>“<strong>We &lt;sail&gt; *on*,</strong>” she said.</p>" in brief_as_html(bold)
    assert r"> “**We \<sail\> \*on**\*,” she said." in brief_as_markdown(bold)
