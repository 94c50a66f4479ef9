from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import UsageError
from qa.fetching.addresses import Exceptions, normalised, normalised_all, refusal
from qa.fetching.outcomes import NotFetched
from qa.reading.web_addresses import is_address

NEVER_ASKED = [
    "ftp://news.example/feed",
    "file:///etc/passwd",
    "//news.example/feed",
    "http:///feed",
    "http://news.example:99999/",
    "http://anna:secret@news.example/",
    "http://anna@news.example/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://0x7f.1/",
    "http://127.0.0.1.:80/",
    "http://news.example\\@127.0.0.1/",
    "http://news.example/\r\nHost: other.example",
    "http://news.example/\x00",
    "http://news.example/" + "a" * 1000,
]


@pytest.mark.parametrize("text", NEVER_ASKED, ids=lambda text: ascii(text[:40]))
def test_some_addresses_are_never_asked(text: str) -> None:
    with pytest.raises(NotFetched):
        normalised(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HTTP://News.Example:80", "http://news.example/"),
        ("https://news.example/a b?q=1#part", "https://news.example/a%20b?q=1"),
        ("http://news.example/x/../feed", "http://news.example/feed"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://Exämple.example/", "http://xn--exmple-cua.example/"),
    ],
    ids=["case and port", "space and fragment", "dots", "wide digits", "other letters"],
)
def test_an_address_has_one_form(text: str, expected: str) -> None:
    assert normalised(text) == expected


def test_a_relative_address_is_resolved() -> None:
    assert normalised("../a", relative_to="https://news.example/x/feed") == "https://news.example/a"


@given(st.text(max_size=80))
def test_what_is_normal_stays_as_it_is(text: str) -> None:
    try:
        once = normalised(f"http://news.example/{text}")
    except NotFetched:
        return

    assert normalised(once) == once


def test_an_address_that_a_person_gave_is_refused_with_its_reason() -> None:
    with pytest.raises(UsageError, match="only http and https"):
        normalised_all(["gopher://news.example/"])


@pytest.mark.parametrize("text", ["news", "./https:", "c:/news", "/https://x"], ids=str)
def test_a_path_is_no_address(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    "host",
    """
    127.0.0.1 127.8.8.8 10.1.1.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1
    255.255.255.255 192.0.2.1 ::1 :: ::ffff:10.0.0.1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: fe80::1
    fe80::1%eth0 fec0::1 fc00::1 ff02::1 ::127.0.0.1
    """.split(),
)
def test_a_computer_of_the_own_network_is_refused(host: str) -> None:
    assert refusal(host)


@pytest.mark.parametrize("host", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_a_public_computer_is_not_refused(host: str) -> None:
    assert refusal(host) == ""


def test_an_exception_is_for_a_host_or_for_one_of_its_ports() -> None:
    exceptions = Exceptions.of(["127.0.0.1:8000", "Intranet.example", "[::1]:80"])

    assert exceptions.names("http://127.0.0.1:8000/feed")
    assert not exceptions.names("http://127.0.0.1/feed")
    assert exceptions.names("https://intranet.example/feed")
    assert exceptions.names("http://intranet.example.:81/feed")
    assert exceptions.names("http://[::1]/feed")
    assert not exceptions.names("http://other.intranet.example/")


@pytest.mark.parametrize("named", ["", "http://x", "x/y", "a:b:c", "x?y", "anna@x"], ids=repr)
def test_an_exception_that_is_no_host_is_named(named: str) -> None:
    with pytest.raises(UsageError, match="fetch_allow"):
        Exceptions.of([named])
