"""End the extraction from an article that takes too long: the loops over sentences and records look at a clock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ends: ContextVar[float | None] = ContextVar("ends", default=None)


class TookTooLong(Exception):  # noqa: N818 - answered with an article without attributions
    """Raised where the time that `within` gave is over."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TookTooLong from the block when it has computed for so long, where it calls `check`.

    The time of its own thread counts: a process that was stopped, or a busy machine, makes no text too long.
    """
    token = _ends.set(time.thread_time() + seconds)
    try:
        yield
    finally:
        _ends.reset(token)


def check() -> None:
    """Raise TookTooLong if the time is over."""
    ends = _ends.get()
    if ends is not None and time.thread_time() > ends:
        raise TookTooLong
