"""Index feeds as a whole: what becomes an article, what is asked again, how failures are reported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from embeddings.encoder import Encoder
from qa.datatypes import Article
from qa.embedded.snapshot import Library
from qa.fetching import poll
from qa.fetching.addresses import Exceptions
from qa.fetching.visiting import Visitor
from qa.ingest.report import IndexRequest, Report
from qa.ingest.update import update
from qa.reading.files import Problem
from qa.reading.sandbox import Sandbox
from qa.upkeep.forget import forget
from qa.upkeep.status import status

pytestmark = pytest.mark.slow

Look = Callable[..., Report]

LONG = "The council met on Monday. " * 80


@pytest.fixture
def look(tmp_path: Path, encoder: Encoder, site: Any, visitor_to: Callable[..., Visitor]) -> Look:
    """Bring a library up to date as one run of the program does: with the addresses given, or those remembered."""

    def run(*addresses: str, visitor: Visitor | None = None) -> Report:
        return update(
            tmp_path / "library",
            IndexRequest(addresses=addresses),
            encoder_factory=lambda: encoder,
            visitor=visitor or visitor_to(site),
        )

    return run


def articles(folder: Path) -> dict[str, Article]:
    """Return the current articles by id."""
    with Library.open(folder / "library") as library, library.snapshot() as snapshot:
        found = [version for line in snapshot.articles() for version in snapshot.find_articles(line.uid)]
    return {version.article.id: version.article for version in found}


def stored_uids(folder: Path) -> set[str]:
    with Library.open(folder / "library") as library, library.snapshot() as snapshot:
        return {line.uid for line in snapshot.articles()}


PAGE = """<html><head><title>Window</title><meta property="og:site_name" content="The Site">
<meta property="article:published_time" content="2024-05-06T07:08:09+02:00">
<link rel="canonical" href="https://other.example/claimed"></head>
<body><nav>Menu</nav><article><h1>Storm</h1>{}</article></body></html>"""
PARAGRAPHS = "".join(
    f"<p>“We will not sell it,” the mayor said on day {day}, when the council met in the old hall.</p>"
    for day in range(1, 12)
)
STORY = PAGE.format(PARAGRAPHS)


def rss(*items: str, channel: str = "<title>Coast Gazette</title>") -> str:
    content = "http://purl.org/rss/1.0/modules/content/"
    return f'<rss version="2.0" xmlns:content="{content}"><channel>{channel}{"".join(items)}</channel></rss>'


def item(guid: str = "", link: str = "", text: str = "", title: str = "A title", rest: str = "") -> str:
    return (
        f"<item><title>{title}</title>"
        + (f"<guid isPermaLink='false'>{guid}</guid>" if guid else "")
        + (f"<link>{link}</link>" if link else "")
        + (f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded>" if text else "")
        + f"{rest}</item>"
    )


def reasons(report: Report) -> dict[str, str]:
    """Return the reasons for what was skipped, by path; "" is the place itself."""
    return {skipped.path: skipped.reason for skipped in report.skipped}


def test_an_entry_with_its_whole_text_is_not_fetched(site: Any, look: Look, tmp_path: Path) -> None:
    date = "<pubDate>Fri, 17 Jan 2025 23:30:00 -0500</pubDate><author>ann@x.example (Ann Reporter)</author>"
    url = site.put("/feed", rss(item("g1", "/one", LONG, "Harbour &amp;amp; sea", date)))

    report = look(url)

    [article] = articles(tmp_path).values()
    assert report.added == 1
    assert site.fetched == ["/feed"]
    assert article.id == "g1"
    assert article.title == "Harbour & sea"
    assert article.date == "2025-01-17T23:30:00-05:00"
    assert article.source == "Coast Gazette"
    assert article.author == "Ann Reporter"
    assert article.url == article.path == site.url("/one")
    assert article.text == LONG.strip()


def test_an_entry_without_its_whole_text_is_read_from_its_page(site: Any, look: Look, tmp_path: Path) -> None:
    site.put("/a/one", STORY)
    rest = "<description>It begins …</description>"
    url = site.put("/feed", rss(item("g1", "a/one", title="From the feed", rest=rest)))

    look(url)

    [article] = articles(tmp_path).values()
    assert "the mayor said on day 11" in article.text
    assert "Menu" not in article.text
    assert (article.title, article.source) == ("From the feed", "Coast Gazette")
    # The feed gives no date, so the page's own counts. Its address is where it was found, not what it claims.
    assert article.date == "2024-05-06T07:08:09+02:00"
    assert article.url == site.url("/a/one")


def test_atom_is_read_with_its_base_and_dates(site: Any, look: Look, tmp_path: Path) -> None:
    content = f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{LONG}</p></div></content>"
    url = site.put(
        "/atom",
        f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="{site.url("/base/")}">
        <title type="html">Inland &amp;lt;Post&amp;gt;</title>
        <entry><id>tag:x,1</id><title>One</title><link href="one"/><updated>2025-02-03T04:05:06Z</updated>
        <published>2025-01-02T03:04:05+09:00</published><author><name>Ann</name></author>{content}</entry>
        <entry><id>tag:x,2</id><title>Two</title><link href="/two"/><updated>2025-02-03T04:05:06Z</updated>
        {content}</entry></feed>""",
    )

    look(url)

    found = articles(tmp_path)
    assert found["tag:x,1"].date == "2025-01-02T03:04:05+09:00"
    assert found["tag:x,1"].url == site.url("/base/one")
    assert found["tag:x,1"].author == "Ann"
    assert found["tag:x,1"].source == "Inland <Post>"
    assert found["tag:x,2"].date == "2025-02-03T04:05:06+00:00"
    assert found["tag:x,2"].url == site.url("/two")


def test_a_page_is_an_article(site: Any, look: Look, tmp_path: Path) -> None:
    url = site.put("/story?token=1", STORY)

    look(url)

    [article] = articles(tmp_path).values()
    assert article.id == article.url == article.path == url
    assert article.source == "The Site"
    assert article.date == "2024-05-06T07:08:09+02:00"


def test_text_is_an_article_in_the_encoding_that_its_server_names(
    site: Any, look: Look, tmp_path: Path
) -> None:
    text = "Die Bürgermeisterin sagte „nein“. Straße und Öl."
    url = site.put("/story.txt", text.encode("utf-16-le"), content_type="text/plain; charset=utf-16-le")

    look(url)

    assert articles(tmp_path)[url].text == text


def test_a_feed_that_is_not_utf_8_is_read(site: Any, look: Look, tmp_path: Path) -> None:
    feed = '<?xml version="1.0" encoding="ISO-8859-1"?>' + rss(item("g1", "/one", "Müller sagte ja. " * 100))
    url = site.put("/feed", feed.encode("latin-1"), content_type="application/rss+xml")

    look(url)

    assert "Müller" in articles(tmp_path)["g1"].text


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image/png", "neither a page nor a feed, but image/png"),
        (b"{}", "application/json", "neither a page nor a feed"),
        (b"", "text/html", "it is empty"),
        (b"<html><body></body></html>", "text/html", ""),
        (
            b"<rss version='2.0'><channel><item><link>javascript:alert(1)</link></item></channel></rss>",
            "application/rss+xml",
            "entry 1 has neither a link nor a text",
        ),
    ],
    ids=["picture", "json", "empty", "no text", "a link to nowhere"],
)
def test_what_is_no_article_has_its_reason(
    site: Any, look: Look, body: bytes, content_type: str, reason: str
) -> None:
    url = site.put("/x", body, content_type=content_type)

    report = look(url)

    assert report.articles == 0
    [skipped] = report.skipped
    assert reason in skipped.reason


def test_what_is_unchanged_costs_one_conditional_request(site: Any, look: Look) -> None:
    site.put("/one", STORY)
    url = site.put("/feed", rss(item("g1", "/one"), item("g2", "/two", LONG)), etag='"abc"')
    look(url)
    site.asked.clear()

    report = look()

    assert site.fetched == ["/feed"]
    assert site.seen[-1]["if-none-match"] == '"abc"'
    assert (report.added, report.changed, report.unchanged) == (0, 0, 2)


def test_without_etag_the_same_bytes_are_the_same_feed(site: Any, look: Look) -> None:
    site.put("/one", STORY)
    url = site.put(
        "/feed", rss(item("g1", "/one")), headers={"Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"}
    )
    look(url)
    site.asked.clear()

    look()

    assert site.fetched == ["/feed"]
    assert site.seen[-1]["if-modified-since"] == "Mon, 01 Jan 2024 00:00:00 GMT"


def test_a_changed_entry_is_a_new_version_and_what_left_the_feed_stays(
    site: Any, look: Look, tmp_path: Path
) -> None:
    url = site.put("/feed", rss(item("g1", "/one", LONG), item("g2", "/two", LONG)))
    look(url)
    uids = stored_uids(tmp_path)
    # A corrected text, under a link that moved as well.
    site.put("/feed", rss(item("g1", "/moved", LONG + "Corrected.")))

    report = look()

    found = articles(tmp_path)
    assert (report.added, report.changed, report.removed) == (0, 1, 0)
    assert found["g1"].text.endswith("Corrected.")
    assert found["g1"].url == site.url("/moved")
    assert "g2" in found
    assert stored_uids(tmp_path) == uids


def test_a_page_is_asked_again_only_when_its_entry_changes(site: Any, look: Look, tmp_path: Path) -> None:
    site.put("/one", STORY)
    url = site.put("/feed", rss(item("g1", "/one"), channel="<title>A</title>"))
    look(url)
    site.put(
        "/one", PAGE.format(PARAGRAPHS + "<p>Correction: the council met on Tuesday and not before.</p>")
    )
    site.put("/feed", rss(item("g1", "/one"), channel="<title>A</title><link>/</link>"))
    assert look().changed == 0
    assert site.fetched.count("/one") == 1
    site.put(
        "/feed",
        rss(
            item(
                "g1",
                "/one",
                rest="<atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2025-01-01T00:00:00Z</atom:updated>",
            )
        ),
    )

    report = look()

    assert report.changed == 1
    assert "Correction" in articles(tmp_path)["g1"].text


def test_a_feed_is_not_asked_before_its_time_unless_it_is_named(site: Any, look: Look, clock: Any) -> None:
    url = site.put("/feed", rss(item("g1", "/one", LONG), channel="<title>A</title><ttl>60</ttl>"))
    look(url)
    site.asked.clear()

    early = look()
    assert site.asked == []
    [not_due] = early.not_due
    assert not_due.address == url
    assert 3500 < not_due.not_before - clock.now < 3700

    look(url)
    assert site.fetched == ["/feed"]
    clock.now += 3700
    assert look().not_due == ()


def test_a_busy_site_is_left_alone_even_when_it_is_named(site: Any, look: Look, clock: Any) -> None:
    url = site.put("/feed", rss(item("g1", "/one", LONG)))
    look(url)
    site.put("/feed", status=503, headers={"Retry-After": "600"})
    report = look()
    assert "503" in reasons(report)[""]
    assert report.articles == 1
    site.asked.clear()

    assert look(url).not_due
    assert site.asked == []
    site.put("/feed", rss(item("g1", "/one", LONG)))
    clock.now += 601
    report = look()

    assert site.fetched == ["/feed"]
    assert report.skipped == ()


@pytest.mark.parametrize("status", [404, 410, 500], ids=str)
def test_an_address_that_fails_keeps_its_articles(site: Any, look: Look, status: int, tmp_path: Path) -> None:
    url = site.put("/feed", rss(item("g1", "/one", LONG)))
    look(url)
    site.put("/feed", status=status)

    report = look()

    assert (report.removed, report.articles) == (0, 1)
    [skipped] = report.skipped
    assert (skipped.place, skipped.path) == (url, "")
    assert str(status) in skipped.reason
    assert report.missing_places == ()


def test_a_feed_that_answers_with_a_page_keeps_its_articles(site: Any, look: Look, tmp_path: Path) -> None:
    url = site.put("/feed", rss(item("g1", "/one", LONG)))
    look(url)
    site.put("/feed", STORY)

    report = look()

    assert set(articles(tmp_path)) == {"g1"}
    assert "it was a feed before" in reasons(report)[""]


def test_a_page_that_fails_for_now_is_tried_again(site: Any, look: Look, tmp_path: Path) -> None:
    site.put("/one", status=500)
    url = site.put("/feed", rss(item("g1", "/one")), etag='"abc"')

    report = look(url)

    assert "500" in reasons(report)[site.url("/one")]
    site.put("/one", STORY)
    report = look()
    assert report.added == 1
    assert report.skipped == ()


def test_a_page_of_a_busy_site_is_not_asked_before_its_time(site: Any, look: Look, clock: Any) -> None:
    site.put("/one", status=503, headers={"Retry-After": "600"})
    look(site.put("/feed", rss(item("g1", "/one"))))
    site.put("/one", STORY)

    early = look()

    assert "503" in reasons(early)[site.url("/one")]
    assert site.fetched.count("/one") == 1
    clock.now += 700
    assert look().added == 1


def test_a_page_that_is_gone_is_not_tried_again_and_stays_reported(site: Any, look: Look) -> None:
    url = site.put("/feed", rss(item("g1", "/gone"), item("g2", "/two", LONG)))
    look(url)
    site.asked.clear()
    site.put("/feed", rss(item("g1", "/gone"), item("g3", "/three", LONG)))

    report = look()

    assert site.fetched == ["/feed"]
    assert "404" in reasons(report)[site.url("/gone")]
    site.put("/feed", rss(item("g3", "/three", LONG)))
    assert look().skipped == ()


def test_a_page_that_robots_txt_forbids_is_reported(site: Any, look: Look) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /one\n")
    site.put("/one", STORY)
    url = site.put("/feed", rss(item("g1", "/one"), item("g2", "/one/b", text="Short, and all there is.")))

    report = look(url)

    assert "robots.txt" in reasons(report)[site.url("/one")]
    # Where the page is not to be had, a short text that is not cut is what there is.
    assert report.added == 1
    assert site.fetched == ["/feed"]


def test_links_that_are_no_web_addresses_are_not_followed(site: Any, look: Look, tmp_path: Path) -> None:
    url = site.put(
        "/feed",
        rss(
            item("g1", "javascript:alert(1)", LONG),
            item("g2", "file:///etc/passwd"),
            item("g3", "http://10.0.0.1/secret"),
            item("g4", "http://anna:secret@x.example/"),
        ),
    )

    report = look(url)

    found = articles(tmp_path)
    assert set(found) == {"g1"}
    assert found["g1"].url == ""
    assert "private" in reasons(report)["http://10.0.0.1/secret"]
    assert site.fetched == ["/feed"]


def test_missing_and_repeated_ids_are_told_apart(site: Any, look: Look, tmp_path: Path) -> None:
    url = site.put(
        "/feed",
        rss(
            item("", "/one", LONG),
            item("", "", LONG, title="Neither"),
            item("same", "/two", LONG),
            item("same", "/three", LONG, title="Repeated"),
            "<item><title>Only a title</title></item>",
        ),
    )

    report = look(url)

    found = articles(tmp_path)
    assert len(found) == 3
    assert {site.url("/one"), "same"} < set(found)
    assert [article.url for article in found.values() if article.title == "Neither"] == [""]
    assert [each.reason for each in report.skipped if "Repeated" in each.reason]
    assert [each.reason for each in report.skipped if "neither a link nor a text" in each.reason]
    assert look().added == 0


def test_many_pages_are_spread_over_runs(
    site: Any, look: Look, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(poll, "MAX_PAGES", 2)
    for number in range(5):
        site.put(f"/{number}", STORY)
    url = site.put("/feed", rss(*(item(f"g{n}", f"/{n}") for n in range(5))), etag='"abc"')

    report = look(url)
    assert report.added == 2
    assert "3 more to fetch" in reasons(report)[""]
    assert look().added == 2
    report = look()

    assert report.added == 1
    assert report.skipped == ()
    assert len([path for path in site.fetched if path != "/feed"]) == 5


def test_a_feed_of_ten_thousand_entries_is_read(
    site: Any, visitor_to: Callable[..., Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poll, "MAX_PAGES", 1)
    site.put("/0", STORY)
    url = site.put("/feed", rss(*(item(f"g{n}", f"/{n}") for n in range(10_000))))

    with Sandbox() as sandbox:
        polled = poll.Poll(
            url,
            memory=lambda _: None,
            paths={},
            is_forgotten=lambda *_: False,
            visitor=visitor_to(site, max_bytes=20_000_000),
            sandbox=sandbox,
            max_bytes=20_000_000,
        )
        found = list(polled)

    assert [each.id for each in found if isinstance(each, Article)] == ["g0"]
    assert [each.reason[:13] for each in found if isinstance(each, Problem)] == ["9,999 more to"]


def test_an_interrupted_run_is_gone_on_with(
    site: Any, look: Look, clock: Any, visitor_to: Callable[..., Visitor]
) -> None:
    for number in range(25):
        site.put(f"/{number}", STORY)
    url = site.put("/feed", rss(*(item(f"g{n}", f"/{n}") for n in range(25))))

    def sleep(seconds: float) -> None:
        if len(site.fetched) == 24:
            raise KeyboardInterrupt
        clock.sleep(seconds)

    visitor = Visitor(exceptions=Exceptions.of([site.host]), clock=clock, sleep=sleep)
    with pytest.raises(KeyboardInterrupt):
        look(url, visitor=visitor)

    report = look()

    assert report.articles == 25
    # What was committed is not fetched again: of 23 pages all but the last few.
    assert site.fetched.count("/0") == 1
    assert sum(site.fetched.count(f"/{number}") for number in range(25)) <= 28


BILLION = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "feed",
    [
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{BILLION}]>'
        + rss(item("g", "", "&l9;" + LONG)),
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{rss(item("g", "", LONG, "&e;"))}',
        rss(item("g", "", LONG, "&amp; and & and < and"))[:-40],
        rss(item("g", "", "<b>" * 5000 + LONG)),
        rss(item("g", "", LONG, "\x00\x01\x1b[31m")),
    ],
    ids=["entity bomb", "external entity", "broken", "deep", "control characters"],
)
def test_a_hostile_feed_harms_nothing(site: Any, look: Look, tmp_path: Path, feed: str) -> None:
    site.put("/good", rss(item("good", "/good/one", LONG)))
    url = site.put("/feed", feed, content_type="application/rss+xml")

    look(url, site.url("/good"))

    found = articles(tmp_path)
    assert "good" in found
    assert not any("root:" in article.title + article.text for article in found.values())
    assert not any("\x1b" in article.title for article in found.values())
    assert sum(len(article.text) for article in found.values()) < 100_000


def test_what_cannot_be_read_as_a_feed_has_its_reason(site: Any, look: Look) -> None:
    report = look(site.put("/feed", "<rss", content_type="application/rss+xml"))

    assert report.articles == 0
    assert report.skipped


def test_a_forgotten_feed_is_not_asked_again(site: Any, look: Look, tmp_path: Path) -> None:
    url = site.put("/feed", rss(item("g1", "/one", LONG), item("g2", "/two", LONG)))
    look(url)

    done = forget(tmp_path / "library", url.upper().replace("/FEED", "/feed"), purge=True)

    assert (done.articles, done.places) == (2, 1)
    assert status(tmp_path / "library").places == ()


def test_a_forgotten_article_does_not_come_back(site: Any, look: Look, tmp_path: Path) -> None:
    site.put("/one", STORY)
    url = site.put("/feed", rss(item("g1", "/one"), item("g2", "/two", LONG)))
    look(url)

    assert forget(tmp_path / "library", site.url("/one")).articles == 1
    site.put("/feed", rss(item("g1", "/one", title="New"), item("g2", "/two", LONG)))
    look()

    assert set(articles(tmp_path)) == {"g2"}
    assert site.fetched.count("/one") == 1


def test_a_forgotten_text_does_not_come_back_under_another_address_until_that_is_named(
    site: Any, look: Look, tmp_path: Path
) -> None:
    look(site.put("/feed", rss(item("g1", "/one", LONG), item("g2", "/two", LONG + "More."))))
    assert forget(tmp_path / "library", site.url("/one")).articles == 1

    site.put("/feed", rss(item("g3", "/three", LONG)))
    report = look()

    assert (report.added, [each.id for each in report.skipped]) == (0, ["g3"])
    assert set(articles(tmp_path)) == {"g2"}
    look(site.put("/other", rss(item("g4", "/four", LONG))))
    assert set(articles(tmp_path)) == {"g2", "g4"}


def test_status_says_when_an_address_was_last_asked(
    site: Any, look: Look, tmp_path: Path, clock: Any
) -> None:
    url = site.put("/feed", rss(item("g1", "/one", LONG)))
    look(url)

    [place] = status(tmp_path / "library").places

    assert (place.path, place.kind, place.present, place.articles) == (url, "web", True, 1)
    assert place.looked_at == pytest.approx(clock.now, abs=5)
