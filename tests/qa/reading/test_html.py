from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.datatypes import Article
from qa.reading.files import FoundFile, Problem, ProblemKind
from qa.reading.foreign import HTML, from_bytes
from qa.reading.sandbox import Sandbox
from tests.qa.reading.only_result import the_article

ReadAs = Callable[..., list[Article | Problem]]

LINKED = """<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Not this"},
 {"@type": "NewsArticle", "headline": "Mayor resigns", "datePublished": "2025-01-31T08:00:00+01:00",
  "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek"}],
  "publisher": {"@type": "Organization", "name": "The Gazette"}}]}
</script>"""
PARAGRAPHS = [
    f"“We have counted {number} times,” the mayor told reporters in the north wing of the town hall, and she "
    "asked everybody to wait for the result of the inquiry."
    for number in range(2, 9)
]
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def test_a_page_is_its_article_without_what_stands_around_it(read_as: ReadAs) -> None:
    body = (
        "<nav><a href=/>Home</a> <a href=/world>World</a></nav><header>The Gazette</header>"
        f"<article><h1>Mayor resigns</h1>{STORY}</article>"
        "<aside>Most read: ten cats</aside><footer>Copyright 2026 The Gazette</footer>"
    )

    article = the_article(read_as("mayor.html", page(body, LINKED)))

    assert article.text.splitlines() == ["Mayor resigns", *PARAGRAPHS]
    assert (article.id, article.path, article.pages) == ("mayor.html", "mayor.html", ())
    assert article.reader.startswith("html/2 trafilatura/")


def test_what_a_page_says_of_itself_in_json_ld_comes_first(read_as: ReadAs) -> None:
    head = (
        LINKED
        + '<meta property="article:published_time" content="2025-02-02"><meta name=author content="Web Desk">'
        '<meta property="og:site_name" content="Gazette Online"><link rel=canonical href="/2025/mayor">'
        '<meta property="og:url" content="https://other.example/x"><title>Mayor resigns - Gazette</title>'
    )

    article = the_article(read_as("a.htm", page(STORY, head)))

    assert article.title == "Mayor resigns"
    assert article.date == "2025-01-31T08:00:00+01:00"
    assert article.author == "Ann Lee, Bo Ek"
    assert article.source == "Gazette Online"
    # A canonical address that is only a path cannot be resolved in a saved page.
    assert article.url == "https://other.example/x"


def test_meta_elements_will_do(read_as: ReadAs) -> None:
    head = (
        '<meta property="og:title" content="Flood &amp; storm"><meta name="Date" content="31 January 2025">'
        '<meta name="author" content="Ann Lee"><meta name="application-name" content="The Herald">'
        '<link rel="canonical" href="https://www.herald.example/flood">'
    )

    article = the_article(read_as("a.html", page(STORY, head)))

    assert (article.title, article.date, article.author) == ("Flood & storm", "2025-01-31", "Ann Lee")
    assert (article.source, article.url) == ("The Herald", "https://www.herald.example/flood")


@pytest.mark.parametrize(
    ("head", "body", "name", "date"),
    [
        ("", "<p>Published 31 January 2025. Copyright 2026.</p>", "a.html", None),
        ("", "<time datetime=2025-01-31>31 Jan</time>", "a.html", None),
        ("", "<time itemprop=datePublished datetime=2025-01-31>31 Jan</time>", "a.html", "2025-01-31"),
        ('<meta property="article:modified_time" content="2025-01-31">', "", "a.html", None),
        ('<link rel=canonical href="https://x.example/2025/01/31/mayor">', "", "a.html", "2025-01-31"),
        ('<link rel=canonical href="https://x.example/2025/01/mayor">', "", "a.html", None),
        ("", "", "2025-01-31-mayor.html", "2025-01-31"),
        ('<meta name=date content="2025-02-02">', "", "2025-01-31-mayor.html", "2025-02-02"),
        (LINKED + LINKED.replace("2025-01-31", "2025-02-02"), "", "a.html", None),
    ],
    ids=[
        "prose", "any time element", "time of publication", "time of change", "address", "month in the address",
        "name", "meta before name", "two articles",
    ],
)  # fmt: skip
def test_a_date_is_taken_only_where_it_is_that_of_the_article(
    read_as: ReadAs, head: str, body: str, name: str, date: str | None
) -> None:
    assert the_article(read_as(name, page(body + STORY, head))).date == date


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2025-02-01T02:10:00Z", "2025-01-31"),
        ("2025-01-30T23:30:00Z", "2025-01-31"),
        ("2025-01-31T23:30:00Z", "2025-01-31T23:30:00+00:00"),
        ("2025-02-01T02:10:00+01:00", "2025-02-01T02:10:00+01:00"),
        ("2025-02-03T02:10:00Z", "2025-02-03T02:10:00+00:00"),
    ],
    ids=["evening in the west", "morning in the east", "same day", "a clock of its own", "days apart"],
)
def test_an_evening_that_is_tomorrow_in_universal_time_is_of_the_day_in_the_address(
    read_as: ReadAs, given: str, date: str
) -> None:
    head = (
        f'<meta property="article:published_time" content="{given}">'
        '<link rel=canonical href="https://x.example/2025/01/31/mayor">'
    )

    assert the_article(read_as("a.html", page(STORY, head))).date == date


def test_a_date_that_means_two_days_is_named(read_as: ReadAs) -> None:
    problem, article = read_as("a.html", page(STORY, '<meta name=date content="01/02/2025">'))

    assert isinstance(problem, Problem)
    assert problem.reason == "its date is not clear, so it counts as undated: 01/02/2025"
    assert isinstance(article, Article)
    assert article.date is None


def test_without_a_name_of_its_own_the_site_is_the_source(read_as: ReadAs) -> None:
    head = '<link rel=canonical href="https://www.herald.example/flood">'

    assert the_article(read_as("a.html", page(STORY, head))).source == "herald.example"
    assert the_article(read_as("a.html", page(STORY))).source == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [("<![CDATA[", "]]>"), ("//<![CDATA[\n", "\n//]]>"), ("/*<![CDATA[*/ ", "/*]]>*/\n")],
    ids=["bare", "line", "block"],
)
def test_linked_data_that_is_hidden_from_xml_is_read(read_as: ReadAs, before: str, after: str) -> None:
    data = '{"@type": "Article", "headline": "Ferry sinks", "datePublished": "2026-03-10"}'
    head = f'<script type="application/ld+json">{before}{data}{after}</script>'

    article = the_article(read_as("a.html", page(STORY, head)))

    assert (article.title, article.date) == ("Ferry sinks", "2026-03-10")


@pytest.mark.parametrize(
    "head",
    [
        f'<script type="application/ld+json">{" " * 400_000}{{"@type": "Article"}}</script>',
        f'<meta property="og:site_name" content="Herald"><title>{"Ferry - " * 100_000}|</title>',
    ],
    ids=["spaces before linked data", "a title of dashes"],
)
def test_long_nonsense_in_a_head_takes_no_long_time(read_as: ReadAs, head: str) -> None:
    # The sandbox would end a reader that takes more than a minute.
    results = read_as("a.html", page(STORY, head))

    assert any(isinstance(each, Article) for each in results)


def test_an_address_that_a_site_gives_as_its_name_is_its_host(read_as: ReadAs) -> None:
    head = '<meta property="og:site_name" content="http://www.herald.example">'

    assert the_article(read_as("a.html", page(STORY, head))).source == "herald.example"


@pytest.mark.parametrize(
    ("window", "heading", "title"),
    [
        ("Ferry to Dene sinks after storm - Harwick Post", "Health Center", "Ferry to Dene sinks after storm"),
        ("Harwick Post", "Ferry sinks", "Ferry sinks"),
        ("Ferry to Dene sinks after storm - Harwick Post", "Ferry sinks", "Ferry sinks"),
        ("Ferry sinks | Harwick Post", "", "Ferry sinks"),
        ("Ferry sinks | Dene", "", "Ferry sinks | Dene"),
    ],
    ids=["a section", "only the site", "both", "no heading", "another name"],
)  # fmt: skip
def test_the_title_is_that_of_the_article(read_as: ReadAs, window: str, heading: str, title: str) -> None:
    head = f'<meta property="og:site_name" content="Harwick Post"><title>{window}</title>'
    body = f"<h1>{heading}</h1>" if heading else ""

    assert the_article(read_as("a.html", page(body + STORY, head))).title == title


def test_the_shortest_page_keeps_its_paragraphs(read_as: ReadAs) -> None:
    body = (
        "<nav>Home</nav><h1>Choir</h1><p>The choir <b>sang</b>.</p><p>It was\n  cold&nbsp;there.</p><br>Late."
        "<script>x()</script>"
    )

    article = the_article(read_as("a.html", page(body)))

    assert article.text == "Choir\nThe choir sang.\nIt was cold\xa0there.\nLate."
    assert article.title == "Choir"


@pytest.mark.parametrize("story", ["", STORY], ids=["short", "long"])
def test_what_a_page_quotes_by_its_markup_stands_in_quotation_marks(read_as: ReadAs, story: str) -> None:
    body = (
        "<article><h1>Ferry</h1><p><q>We will <em>not</em></q> said Ada Quill, and "
        "<q> it was a <q>bad</q> day </q>.</p>"
        f"<p>“Of all <q>‘tolls’</q>, this is the worst,” said Tom Brandt.</p>{story}</article>"
    )

    article = the_article(read_as("ferry.html", page(body)))

    assert article.text.splitlines()[:3] == [
        "Ferry",
        "“We will not” said Ada Quill, and “it was a ‘bad’ day”.",
        "“Of all ‘tolls’, this is the worst,” said Tom Brandt.",
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>café “now”</p>".encode(), "café “now”"),
        ("<p>café “now”</p>".encode("utf-8-sig"), "café “now”"),
        ("<p>café “now”</p>".encode("utf-16"), "café “now”"),
        ("<p>café “now”</p>".encode("cp1252"), "café “now”"),
        ('<meta charset="iso-8859-1"><p>café “now”</p>'.encode("cp1252"), "café “now”"),
        ('<meta charset="utf-8"><p>café “now”</p>'.encode("cp1252"), "café “now”"),
        ('<meta charset="iso-8859-1"><p>café “now”</p>'.encode(), "café “now”"),
        ('<meta charset="rot13"><p>café “now”</p>'.encode("cp1252"), "café “now”"),
        ('<?xml version="1.0" encoding="koi8-r"?><p>Министр сказал: нет.</p>'.encode("koi8-r"), "Министр сказал: нет."),
        (
            '<meta http-equiv=Content-Type content="text/html; charset=shift_jis"><p>首相は述べた。</p>'.encode(
                "shift_jis"
            ),
            "首相は述べた。",
        ),
    ],
    ids=[
        "utf-8", "mark", "utf-16", "undeclared", "declared latin-1", "declared utf-8 and is not",
        "declared latin-1 and is utf-8", "no encoding", "xml", "shift_jis",
    ],
)  # fmt: skip
def test_an_encoding_is_decided_by_the_bytes_and_then_by_the_page(
    read_as: ReadAs, data: bytes, text: str
) -> None:
    assert the_article(read_as("a.html", data)).text == text


def test_what_is_broken_in_a_page_is_said(read_as: ReadAs) -> None:
    data = page(f"<article>{STORY}<p>The caf@ was shut.</p></article>").replace(b"@", b"\xe9")
    marked = data.replace(b"<body>", "<body><p>“Yes.”</p>".encode())

    problem, article = read_as("mayor.html", marked)

    assert isinstance(problem, Problem) and not problem.fatal
    assert "broken, shown as \ufffd" in problem.reason
    assert isinstance(article, Article) and "The caf\ufffd was shut." in article.text


def test_a_nul_in_a_page_does_not_end_it(read_as: ReadAs) -> None:
    text = the_article(read_as("a.html", page(STORY + "<p>Before\x00after the end.</p>"))).text

    assert text.endswith("Before\ufffdafter the end.")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (b"<html></html>", ProblemKind.EMPTY),
        (page("<nav>Home</nav><script>var x = 'text'</script>"), ProblemKind.EMPTY),
        (bytes(range(256)) * 10, ProblemKind.BINARY),
        (b"<div>" * 100_000 + b"words", ProblemKind.BROKEN),
    ],
    ids=["nothing", "empty", "menus only", "binary", "nested 100,000 deep"],
)
def test_a_page_without_an_article_is_named(read_as: ReadAs, data: bytes, kind: ProblemKind) -> None:
    (problem,) = read_as("a.html", data)

    assert isinstance(problem, Problem)
    assert problem.kind is kind


def test_a_saved_page_in_one_file_knows_where_it_comes_from(read_as: ReadAs) -> None:
    saved = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/2025/01/31/choir\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="-b"\r\n\r\n'
        b"---b\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n"
        b"---b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<h1>Choir</h1><p>=E2=80=9CWe were freezing,=E2=80=9D said Tom =\r\nReed.</p>\r\n---b--\r\n"
    )

    article = the_article(read_as("a.mhtml", saved))

    assert article.text == "Choir\n“We were freezing,” said Tom Reed."
    assert (article.url, article.date) == ("https://x.example/2025/01/31/choir", "2025-01-31")


def test_a_saved_page_without_a_page_is_named(read_as: ReadAs) -> None:
    (problem,) = read_as("a.mht", b"MIME-Version: 1.0\nContent-Type: text/css\n\np { color: red }\n")

    assert isinstance(problem, Problem)
    assert problem.reason == "there is no web page in it"


def test_a_fetched_page_is_read_from_memory_with_its_address(sandbox: Sandbox) -> None:
    origin = FoundFile(Path("https://x.example"), "https://x.example", 0, 0, 0)

    results = list(
        from_bytes(
            page(STORY, '<link rel=canonical href="/b">'),
            HTML,
            origin=origin,
            identity="https://x.example/a",
            sandbox=sandbox,
            max_bytes=10_000,
            hints={"url": "https://x.example/a"},
        )
    )

    article = the_article(results)
    assert (article.id, article.url) == ("https://x.example/a", "https://x.example/b")
    assert article.text.splitlines() == PARAGRAPHS


def test_what_its_sender_says_of_the_encoding_goes_before_what_a_page_says(sandbox: Sandbox) -> None:
    origin = FoundFile(Path("a"), "a", 0, 0, 0)
    data = '<meta charset="shift_jis"><p>Министр сказал: нет.</p>'.encode("koi8-r")

    results = list(
        from_bytes(
            data,
            HTML,
            origin=origin,
            identity="a",
            sandbox=sandbox,
            max_bytes=1000,
            hints={"charset": "koi8-r"},
        )
    )

    assert the_article(results).text == "Министр сказал: нет."


def test_a_table_that_only_lays_out_a_page_keeps_its_paragraphs(read_as: ReadAs) -> None:
    words = (
        "The board of Harwick met on Monday and heard the mayor, who said that the ferry would run until June. "
        * 3
    )
    cell = f"<p>{words}</p><p>“It leaks,” Ada Quill said.</p><p>{words}</p>"
    page = (
        f"<html><head><title>Ferry</title></head><body><table><tr><td>{cell}</td></tr></table></body></html>"
    )

    (article,) = read_as("ferry.html", page.encode())

    assert isinstance(article, Article)
    assert "“It leaks,” Ada Quill said." in article.text.splitlines()
