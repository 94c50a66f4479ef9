from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.visible import visible, visible_line

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))
REORDERING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(ANY_TEXT)
def test_no_control_but_newline_and_tab_remains(text: str) -> None:
    shown = visible(text)

    assert {c for c in shown if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n", "\t"}
    assert not REORDERING & set(shown)


@given(ANY_TEXT)
def test_a_visible_line_is_one_line_and_can_be_encoded(text: str) -> None:
    shown = visible_line(text)

    assert len(shown.splitlines()) <= 1
    assert shown.encode("utf-8").decode("utf-8") == shown


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb", "a␍b"),
        ("a\r\nb", "a\nb"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\x7f", "␡"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
    ],
    ids=["escape", "c1", "lone-return", "windows-line", "override", "delete", "surrogate", "tag"],
)
def test_what_would_be_executed_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown
