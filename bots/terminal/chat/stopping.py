"""Work on threads that nobody need wait for: not after Ctrl-C, and not when the program ends."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

_SHORT = 0.1
_NAME = "chat in the background"


class Stopped(Exception):  # noqa: N818 - what somebody wanted, no error
    pass


def in_background(work: Callable[[], object]) -> None:
    threading.Thread(target=work, name=_NAME, daemon=True).start()


def end_process_if_busy() -> None:
    """End the process at once, with 0, if a thread is still at work: it cannot be ended from without.

    Where the interpreter ends around a thread that computes in native code, that code aborts the process. The
    threads only read; everything that is written is written by whoever calls this.
    """
    if any(thread.name == _NAME for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


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
        in_background(run)
        # In short waits: on some systems a long one is not interrupted.
        while not done.wait(_SHORT):
            pass
    except KeyboardInterrupt as error:
        raise Stopped from error
    if errors:
        raise errors[0]
    return result[0]
