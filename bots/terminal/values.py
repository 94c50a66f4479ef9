"""Parse the values of options, with a clear error for every other value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import typer


def a_day(text: str | date) -> date:
    """Parse a day written as 2025-01-31."""
    if isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2025-01-31.") from error


def whole(least: int | None = None, most: int | None = None) -> Callable[[str | int], int]:
    """Return a parser for whole numbers within bounds, both inclusive."""

    def read(text: str | int) -> int:
        try:
            number = int(text)
        except ValueError:
            number = None
        if number is None or not _within(number, least, most):
            raise typer.BadParameter(f"{str(text)!r} is not a whole number{_bounds(least, most)}.")
        return number

    return read


def number_or_all(text: str) -> str:
    """Parse a whole number from 1 on, or "all"."""
    if text == "all":
        return text
    try:
        return str(whole(1)(text))
    except typer.BadParameter as error:
        raise typer.BadParameter(f"{text!r} is neither a whole number from 1 on nor 'all'.") from error


def share(least: float) -> Callable[[str | float], float]:
    """Return a parser for shares from `least` to 1."""

    def read(text: str | float) -> float:
        try:
            number = float(text)
        except ValueError:
            number = None
        # Python also parses "nan", which lies within no bounds.
        if number is None or not least <= number <= 1:
            raise typer.BadParameter(f"{str(text)!r} is not a share{_bounds(least, 1)}, such as 0.9.")
        return number

    return read


def _within(number: int, least: int | None, most: int | None) -> bool:
    return (least is None or number >= least) and (most is None or number <= most)


def _bounds(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f" from {least:,} to {most:,}"
    return "" if least is None else f" from {least:,} on"


def one_of(*names: str) -> Callable[[str], str]:
    """Return a parser for one of a few names."""

    def read(text: str) -> str:
        if text not in names:
            raise typer.BadParameter(f"{text!r} is none of {', '.join(names)}.")
        return text

    return read
