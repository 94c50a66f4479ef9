"""Run work on threads that need not be waited for, after Ctrl-C or when the program ends."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

_SHORT = 0.1
_NAME = "chat in the background"


class Stopped(Exception):  # noqa: N818 - a person's wish, not an error
    """Reports that the person stopped an answer with Ctrl-C."""


def in_background(work: Callable[[], object]) -> None:
    """Start work on a thread of its own."""
    threading.Thread(target=work, name=_NAME, daemon=True).start()


def end_process_if_busy() -> None:
    """End the process at once, with 0, if a thread is still working: a thread cannot be stopped from outside.

    If the interpreter ended while a thread computes in native code, that code would abort the process. The threads
    only read; everything that is written is written by the caller.
    """
    if any(thread.name == _NAME for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def stoppable(work: Callable[[], Result]) -> Result:
    """Run work so that Ctrl-C stops the waiting: return or raise what it does, or raise Stopped.

    The work runs on a thread of its own, so that the library's code is never interrupted halfway. Work that was stopped
    runs to its end, and its result is dropped.
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
        # Short waits, because on some systems Ctrl-C does not interrupt a long one.
        while not done.wait(_SHORT):
            pass
    except KeyboardInterrupt as error:
        raise Stopped from error
    if errors:
        raise errors[0]
    return result[0]
