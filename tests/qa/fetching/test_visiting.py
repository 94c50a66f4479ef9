"""Requests to hostile, broken and busy servers on loopback."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from qa.fetching.freshness import LONGEST_REST, LONGEST_WAIT, rest, wait
from qa.fetching.outcomes import NotFetched
from qa.fetching.visiting import MAX_REDIRECTS, PAUSE, Visitor

Make = Callable[..., Visitor]
BOMB = gzip.compress(b"\0" * 50_000_000)


def refused(visitor: Visitor, url: str, **details: Any) -> NotFetched:
    with pytest.raises(NotFetched) as caught:
        visitor.get(url, **details)
    return caught.value


def test_a_page_arrives_with_its_headers(site: Any, visitor_to: Make) -> None:
    url = site.put("/", "words", etag='"1"')

    answer = visitor_to(site).get(url)

    assert (answer.status, answer.body, answer.headers["etag"]) == (200, b"words", '"1"')
    assert "Onrecord" in site.seen[-1]["user-agent"]
    assert "cookie" not in site.seen[-1]


def test_loopback_is_refused_unless_it_is_named(site: Any, clock: Any) -> None:
    visitor = Visitor(clock=clock, sleep=clock.sleep)

    error = refused(visitor, site.put("/", "words"))

    assert "this computer itself" in error.reason
    assert "fetch_allow" in error.reason
    assert site.asked == []


def test_a_name_that_resolves_to_loopback_is_refused(site: Any, clock: Any) -> None:
    visitor = Visitor(clock=clock, sleep=clock.sleep)

    error = refused(visitor, f"http://localhost:{site.port}/")

    assert "this computer itself" in error.reason
    assert site.asked == []


def test_a_redirect_into_the_own_network_is_refused(sites: Callable[[], Any], visitor_to: Make) -> None:
    outside, inside = sites(), sites()
    inside.put("/secret", "secret")
    url = outside.put("/", status=302, headers={"Location": inside.url("/secret")})

    error = refused(visitor_to(outside), url)

    assert "this computer itself" in error.reason
    assert inside.asked == []


def test_a_strangers_link_does_not_reach_a_host_that_only_its_reader_may(site: Any, visitor_to: Make) -> None:
    error = refused(visitor_to(site), site.put("/", "words"), via="https://stranger.example/feed")

    assert "this computer itself" in error.reason
    assert site.asked == []


def test_proxies_of_the_environment_are_not_used(
    site: Any, visitor_to: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")

    assert visitor_to(site).get(site.put("/", "words")).body == b"words"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/loop", "in a circle"),
        ("file:///etc/passwd", "only http and https"),
        ("http://anna:secret@127.0.0.1/", "user name"),
        ("http://2130706433/", "unusual form"),
        ("", "to nowhere"),
    ],
    ids=["loop", "file", "userinfo", "number", "nowhere"],
)
def test_a_bad_redirect_has_its_reason(site: Any, visitor_to: Make, location: str, reason: str) -> None:
    url = site.put("/loop", status=301, headers={"Location": location} if location else {})

    assert reason in refused(visitor_to(site), url).reason


def test_redirects_are_followed_so_far_and_no_further(site: Any, visitor_to: Make) -> None:
    for number in range(20):
        site.put(f"/{number}", status=302, headers={"Location": f"/{number + 1}"})
    site.put(f"/{MAX_REDIRECTS}", "there")

    assert visitor_to(site).get(site.url("/0")).body == b"there"
    site.put(f"/{MAX_REDIRECTS}", status=302, headers={"Location": "/end"})
    site.put("/end", "there")
    assert "more than" in refused(visitor_to(site), site.url("/0")).reason


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"word " * 10_000)


def endless_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-Word: word\r\n" * 1000)


def a_huge_header(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Word: " + b"w" * 1_000_000 + b"\r\n\r\nwords")


def not_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x16\x03\x01 what?\r\n\r\n")


def fewer_than_announced(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"words")


def hangs_up(_: BaseHTTPRequestHandler) -> None:
    return


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (endless, "more than the limit of 1 MB"),
        (endless_headers, "not valid HTTP"),
        (a_huge_header, "not valid HTTP"),
        (not_http, "not valid HTTP"),
        (fewer_than_announced, "before all of it had arrived"),
        (hangs_up, "not valid HTTP"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_hostile_answer_has_its_reason(site: Any, visitor_to: Make, raw: Any, reason: str) -> None:
    url = site.put("/", raw=raw)

    assert reason in refused(visitor_to(site), url).reason


@pytest.mark.parametrize("when", ["headers", "body"])
def test_a_slow_answer_ends_at_the_deadline(site: Any, visitor_to: Make, when: str) -> None:
    released = threading.Event()

    def slow(handler: BaseHTTPRequestHandler) -> None:
        if when == "body":
            handler.send_response(200)
            handler.end_headers()
            handler.wfile.write(b"word ")
        released.wait(30)

    site.put("/robots.txt", status=404)
    url = site.put("/", raw=slow)

    error = refused(visitor_to(site, seconds=0.2), url)
    released.set()

    assert "longer than the limit" in error.reason
    assert error.passing


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(b"words"), "gzip"),
        (gzip.compress(b"wo") + gzip.compress(b"rds"), "x-gzip"),
        (zlib.compress(b"words"), "deflate"),
        (zlib.compress(b"words")[2:-4], "deflate"),
        (b"words", "identity"),
    ],
    ids=["gzip", "two of gzip", "deflate", "raw deflate", "identity"],
)
def test_a_packed_answer_is_unpacked(site: Any, visitor_to: Make, packed: bytes, encoding: str) -> None:
    url = site.put("/", packed, headers={"Content-Encoding": encoding})

    assert visitor_to(site).get(url).body == b"words"


@pytest.mark.parametrize(
    ("packed", "encoding", "reason"),
    [
        (BOMB, "gzip", "more than the limit"),
        (b"no gzip", "gzip", "cannot be decompressed"),
        (gzip.compress(b"words" * 1000)[:30], "gzip", "before all of it"),
        (b"words", "br", "not asked for"),
        (gzip.compress(gzip.compress(b"words")), "gzip, gzip", "not asked for"),
    ],
    ids=["bomb", "not packed", "cut", "brotli", "twice"],
)
def test_a_badly_packed_answer_has_its_reason(
    site: Any, visitor_to: Make, packed: bytes, encoding: str, reason: str
) -> None:
    url = site.put("/", packed, headers={"Content-Encoding": encoding})

    assert reason in refused(visitor_to(site), url).reason


def test_an_announced_size_over_the_limit_is_not_fetched(site: Any, visitor_to: Make) -> None:
    url = site.put("/", b"words", headers={"Content-Length": "999999999999"})

    assert "more than the limit" in refused(visitor_to(site), url).reason


def test_a_host_gets_a_pause_after_each_request(site: Any, visitor_to: Make, clock: Any) -> None:
    visitor = visitor_to(site)

    visitor.get(site.put("/a", "words"))
    visitor.get(site.put("/b", "words"))

    # robots.txt, /a and /b: two pauses between three requests.
    assert clock.slept == [PAUSE, PAUSE]


def test_another_host_is_not_waited_for(sites: Callable[[], Any], visitor_to: Make, clock: Any) -> None:
    one, other = sites(), sites()
    visitor = visitor_to(one, other)
    visitor.get(one.put("/", "words"))
    before = len(clock.slept)

    visitor.get(other.put("/", "words"))

    # Between its own robots.txt and page only.
    assert len(clock.slept) == before + 1


def test_robots_txt_is_obeyed_and_its_delay_kept(site: Any, visitor_to: Make, clock: Any) -> None:
    site.put(
        "/robots.txt",
        "User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /private\nCrawl-delay: 7\n",
        content_type="text/plain",
    )
    visitor = visitor_to(site)
    visitor.get(site.put("/public", "words"))
    visitor.get(site.put("/public", "words"))

    error = refused(visitor, site.put("/private/a", "words"))

    assert "robots.txt" in error.reason
    assert not error.passing
    assert clock.slept == [PAUSE, 7]
    assert site.asked == ["/robots.txt", "/public", "/public"]


def test_a_redirect_to_where_robots_txt_forbids_is_not_followed(site: Any, visitor_to: Make) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    site.put("/private", "words")
    url = site.put("/", status=302, headers={"Location": "/private"})

    assert "robots.txt" in refused(visitor_to(site), url).reason


@pytest.mark.parametrize("status", [500, 503, 429], ids=str)
def test_a_robots_txt_that_cannot_be_read_forbids_all(site: Any, visitor_to: Make, status: int) -> None:
    site.put("/robots.txt", status=status)

    error = refused(visitor_to(site), site.put("/", "words"))

    assert "robots.txt cannot be read" in error.reason
    assert error.passing
    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize("status", [403, 404, 410], ids=str)
def test_a_site_without_robots_txt_allows_all(site: Any, visitor_to: Make, status: int) -> None:
    site.put("/robots.txt", status=status)

    assert visitor_to(site).get(site.put("/", "words")).body == b"words"


def test_a_huge_robots_txt_forbids_all(site: Any, visitor_to: Make) -> None:
    site.put("/robots.txt", b"Disallow: /x\n" * 200_000)

    assert "more than the limit" in refused(visitor_to(site), site.put("/", "words")).reason


@pytest.mark.parametrize("status", [404, 410, 451, 403], ids=str)
def test_a_lasting_refusal_is_not_passing(site: Any, visitor_to: Make, status: int) -> None:
    error = refused(visitor_to(site), site.put("/", status=status))

    assert str(status) in error.reason
    assert not error.passing


@pytest.mark.parametrize("status", [429, 503], ids=str)
def test_a_busy_site_is_left_alone_as_long_as_it_wants(
    site: Any, visitor_to: Make, clock: Any, status: int
) -> None:
    visitor = visitor_to(site)
    error = refused(visitor, site.put("/", status=status, headers={"Retry-After": "120"}))
    asked = len(site.asked)

    later = refused(visitor, site.put("/other", "words"))

    assert error.wait == 120
    assert error.passing
    assert later.passing
    assert len(site.asked) == asked
    clock.now += 121
    assert visitor.get(site.url("/other")).body == b"words"


def test_a_host_that_does_not_answer_is_not_asked_for_all_its_pages(site: Any, visitor_to: Make) -> None:
    visitor = visitor_to(site)
    url = site.put("/", raw=hangs_up)

    for _ in range(5):
        refused(visitor, url)

    # The client itself asks again once where a connection ends without a word.
    assert len(site.fetched) <= 4


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({}, b"", 0),
        ({"cache-control": "public, max-age=600"}, b"", 600),
        ({"cache-control": "max-age=600", "age": "100"}, b"", 500),
        ({"cache-control": "no-cache, max-age=600"}, b"", 0),
        ({"cache-control": "max-age=999999999"}, b"", LONGEST_REST),
        ({}, b"<rss><channel><ttl> 30 </ttl><item>", 1800),
        ({}, b"<rss><channel><item><ttl>30</ttl>", 0),
        ({}, b"<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1800),
        ({"cache-control": "max-age=600"}, b"<ttl>30</ttl>", 1800),
        ({"cache-control": "max-age=no", "age": "-5"}, b"<ttl>soon</ttl>", 0),
    ],
    ids=["nothing", "age", "older", "no-cache", "for ever", "ttl", "entry", "period", "both", "nonsense"],
)
def test_an_answer_says_how_long_it_holds(headers: dict[str, str], body: bytes, seconds: float) -> None:
    assert rest(headers, body) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("Tue, 14 Nov 2023 22:13:30 GMT", 10),
        ("Tue, 14 Nov 2023 22:13:10 GMT", 0),
        ("99999999999999999999", LONGEST_WAIT),
        ("soon", 900),
        ("", 900),
    ],
    ids=["seconds", "date", "past", "for ever", "nonsense", "nothing"],
)
def test_retry_after_is_kept_within_reason(value: str, seconds: float) -> None:
    assert wait({"retry-after": value}, now=1_700_000_000) == seconds
