from __future__ import annotations

from datetime import date

import pytest
import typer

from bots.terminal.values import a_day, share, whole


@pytest.mark.parametrize("text", ["nope", "0", "11", "1.5", "", "nan"], ids=repr)
def test_what_is_no_number_within_bounds_is_named_with_the_bounds(text: str) -> None:
    with pytest.raises(typer.BadParameter) as told:
        whole(1, 10)(text)

    assert told.value.message == f"{text!r} is not a whole number from 1 to 10."


def test_numbers_within_bounds_are_taken() -> None:
    assert [whole(1, 10)(text) for text in ("1", "10")] == [1, 10]
    assert whole()("-3") == -3


@pytest.mark.parametrize("text", ["nope", "1.01", "0.05", "nan", "inf"], ids=repr)
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="is not a share from"):
        share(0.1)(text)


def test_a_day_is_read_and_for_anything_else_the_error_says_how_to_write_it() -> None:
    assert a_day("2025-01-31") == date(2025, 1, 31)
    with pytest.raises(typer.BadParameter, match="write it as 2025-01-31"):
        a_day("yesterday")
