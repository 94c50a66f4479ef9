"""Ask an archive once more, on a new view, where the server that gave the first went away in the middle."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from qa.errors import NodeLostError

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def asked_again(look: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Make a function that reads an archive, and shows nothing before it has read all, try once more.

    From the start: what a first view has shown, and what a second shows, may be two states of the archive.
    """

    @wraps(look)
    def run(*arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        try:
            return look(*arguments, **named)
        except NodeLostError:
            return look(*arguments, **named)

    return run
