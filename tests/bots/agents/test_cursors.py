"""Pages of a list, and cursors that are never those of another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.agents.cursors import page_of
from qa.errors import UsageError


@given(total=st.integers(0, 60), size=st.integers(1, 9))
def test_the_pages_of_a_list_hold_each_of_its_rows_once(total: int, size: int) -> None:
    rows, seen, cursor = range(total), [], None
    while True:
        page = page_of(cursor, size, "list")
        seen += rows[page.start : page.start + page.size]
        cursor = page.next(total)
        if cursor is None:
            break

    assert seen == list(rows)


@given(st.text())
def test_a_cursor_that_was_never_given_is_refused(text: str) -> None:
    mine = page_of(None, 10, "list").cursor(10)
    if text and text != mine:
        with pytest.raises(UsageError, match="without `cursor`"):
            page_of(text, 10, "list")


def test_a_cursor_is_of_one_tool_with_its_arguments_and_one_state_of_the_archive() -> None:
    cursor = page_of(None, 10, "quotes", "Ada Quill", None, "7 articles").cursor(10)

    assert page_of(cursor, 10, "quotes", "Ada Quill", None, "7 articles").start == 10
    for other in (("words", "Ada Quill", None, "7 articles"), ("quotes", "Ada Quill", None, "8 articles")):
        with pytest.raises(UsageError):
            page_of(cursor, 10, *other)
