from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.discord.escaping import (
    block,
    escaped,
    escaped_line,
    one_line,
    plain_line,
    safe_link,
    shortened,
)
from bots.discord.limits import size
from bots.visible import visible
from tests.bots.discord.unescaping import unescaped

MARKS = "\\*_~|`>#+-[]()<:@/!.1 \n\tax"
HOSTILE = st.one_of(
    st.text(),
    st.text(alphabet=MARKS),
    st.lists(
        st.sampled_from(
            [
                "@everyone", "@here", "<@1>", "<@&2>", "<#3>", "</ask:4>", "<t:5:R>", "<:a:6>", "[x](https://e.org)",
                "||spoiler||", "```", "`", "**", "__", "~~", "> ", ">>> ", "# ", "-# ", "1. ", "- ", "* ",
                "https://evil.example/||x||", "\\", "\n", " ", "a", "\u202e", "\x1b[31m", "\ud800", "1", ".",
            ]
        )
    ).map("".join),
)  # fmt: skip


def live(text: str) -> str:
    """Return what is left for Discord to read as markup: every escaped character is a mere letter to it."""
    return re.sub(r"\\[^0-9A-Za-z\s]", "x", text)


@given(HOSTILE)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert unescaped(escaped(text)) == visible(text)


@given(HOSTILE)
def test_no_text_keeps_live_markup(text: str) -> None:
    left = live(escaped(text))

    assert not set(left) & set("\\*_~|`>#+-[]()<:@")
    assert not re.search(r"^\s*\d+\.", left, re.MULTILINE)


@given(HOSTILE)
def test_every_line_of_a_block_is_marked_as_quoted(text: str) -> None:
    lines = block(text).split("\n")

    assert all(line.startswith("> ") for line in lines)
    assert "\n".join(unescaped(line[2:]) for line in lines) == visible(text)


@given(HOSTILE, st.integers(1, 60))
def test_a_line_keeps_to_its_room(text: str, room: int) -> None:
    assert size(escaped_line(text, room)) <= room + 1
    assert size(plain_line(text, room)) <= room + 1
    assert "\n" not in plain_line(text, room)


@given(HOSTILE)
def test_what_fits_is_not_shortened(text: str) -> None:
    assert shortened(text, size(text), escaping=False) == text


def test_a_title_holds_nothing_that_cannot_be_seen() -> None:
    assert one_line("Free\u200b\u2063 \u3164trade\nnow") == "Free trade now"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "ftp://example.org/", "https://user@example.org/", "https://user:pw@example.org/",
        "https://", "https://exämple.org/", "https://example.org/a b", "https://example.org/\u202e",
        "https://[broken/", "https://example.org:notaport/", "https://example.org/<x>", "HTTPS", "",
        "https://example.org/" + "a" * 600,
    ],
)  # fmt: skip
def test_an_address_that_might_mislead_is_not_linked(address: str) -> None:
    assert safe_link(address) is None


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://example.org:8080/x_(y)"])
def test_a_plain_address_is_linked(address: str) -> None:
    assert safe_link(address) == address
