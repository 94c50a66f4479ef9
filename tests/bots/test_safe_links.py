from __future__ import annotations

import pytest

from bots.safe_links import safe_link


@pytest.mark.parametrize("address", ["https://coast.example/a?b=c&d#e", "http://[::1]:80/", "https://x"])
def test_an_address_of_the_web_may_be_linked(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example", "/ask?q=x", "file:///etc",
        " https://x", "https://", "https:///x", "https://a@x/", "https://a:b@x/", "https://x/\n", "https://x/\x00",
        "https://x/ y", 'https://x/"', "https://x/<b>", "https://x\\y", "https://ä.example", "https://x:y/", "https://[x/",
        "\x01javascript:alert(1)", "https://x/`",
    ],
    ids=repr,
)  # fmt: skip
def test_anything_else_is_not_linked(address: str) -> None:
    assert safe_link(address) is None
