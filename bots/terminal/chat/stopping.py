"""Work that Ctrl-C stops waiting for, without ending the program."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

_SHORT = 0.1


class Stopped(Exception):  # noqa: N818 - what somebody wanted, no error
    pass


def stoppable(work: Callable[[], Result]) -> Result:
    """Return what the work returns; raise what it raises, and Stopped after Ctrl-C.

    It runs on a thread of its own: a library's code is never broken off in the middle of what it does. What was
    stopped runs to its end, and nobody looks at what comes of it.
    """
    done = threading.Event()
    result: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            result.append(work())
        except BaseException as error:
            errors.append(error)
        finally:
            done.set()

    try:
        threading.Thread(target=run, daemon=True).start()
        # In short waits: on some systems a long one is not interrupted.
        while not done.wait(_SHORT):
            pass
    except KeyboardInterrupt as error:
        raise Stopped from error
    if errors:
        raise errors[0]
    return result[0]
