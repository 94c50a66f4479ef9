from __future__ import annotations

import gzip
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.fetching.freshness import LONGEST_REST, LONGEST_WAIT, rest, wait
from qa.fetching.outcomes import NotFetched
from qa.fetching.sniffing import charset_of, kind_of
from qa.fetching.unpacking import Body

FEED = "<rss version='2.0'><channel></channel></rss>"


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        (FEED.encode(), "text/html", "feed"),
        (b"\xef\xbb\xbf  " + FEED.encode(), "", "feed"),
        (FEED.encode("utf-16"), "application/octet-stream", "feed"),
        (b"<?xml version='1.0'?><!-- a <b> --><feed xmlns='x'>", "text/plain", "feed"),
        (b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "text/xml", "feed"),
        (b"<rdf:RDF xmlns='x'>", "", "feed"),
        (b"<broken", "application/rss+xml; charset=utf-8", "feed"),
        (b"<!DOCTYPE html><title>rss</title>", "application/rss+xml", "feed"),
        (b"<!doctype HTML>\n<p>Words", "text/plain", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html>", "", "html"),
        (b"only words", "text/html", "html"),
        (b"only words", "text/plain; charset=utf-8", "text"),
        (b"only words", "", "other"),
        (b"%PDF-1.7", "text/html", "pdf"),
        (b"\x89PNG", "image/png", "other"),
        (b"<svg xmlns='x'>", "image/svg+xml", "other"),
    ],
    ids=range(16),
)
def test_an_answer_is_what_it_looks_like(body: bytes, content_type: str, kind: str) -> None:
    assert kind_of(body, content_type) == kind


@given(body=st.binary(max_size=200), content_type=st.text(max_size=60))
def test_any_answer_has_a_kind_and_any_header_can_be_read(body: bytes, content_type: str) -> None:
    assert kind_of(body, content_type) in {"feed", "html", "pdf", "text", "other"}
    assert isinstance(charset_of(content_type), str)


@given(
    control=st.text(max_size=40),
    age=st.text(max_size=20),
    after=st.text(max_size=40),
    body=st.binary(max_size=60),
)
def test_no_header_makes_it_wait_longer_than_is_reasonable(
    control: str, age: str, after: str, body: bytes
) -> None:
    assert 0 <= rest({"cache-control": f"max-age={control}", "age": age}, b"<ttl>" + body) <= LONGEST_REST
    assert 0 <= wait({"retry-after": after}, now=0) <= LONGEST_WAIT


@pytest.mark.slow
def test_a_bomb_takes_no_more_memory_than_the_limit() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    tracemalloc.start()
    try:
        with pytest.raises(NotFetched, match="more than the limit"):
            Body("gzip", max_bytes=100_000).take(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 1_000_000


@given(
    chunks=st.lists(st.binary(max_size=50), max_size=5),
    encoding=st.sampled_from(["", "gzip", "deflate", "x-gzip", "identity"]),
)
def test_whatever_comes_is_unpacked_or_refused(chunks: list[bytes], encoding: str) -> None:
    body = Body(encoding, max_bytes=100)
    try:
        for chunk in chunks:
            body.take(chunk)
        whole = body.whole()
    except NotFetched:
        return

    assert len(whole) <= 100
