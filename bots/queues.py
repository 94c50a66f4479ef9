"""Work on a few threads beside the server's own, one thing after the other on each, and limit how many wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from typing import TypeVar

Result = TypeVar("Result")

MOST_QUESTIONS = 16
"""Questions that may be answered or waiting at once."""
MOST_LOOKS = 50
"""The same for what needs no model: a quote, an article, a list."""
LONGEST_WAIT = 60.0
"""Seconds after which a person is told to ask again."""


class BusyError(Exception):
    """Too many wait, or it took too long. `seconds`: when to try again."""

    def __init__(self, seconds: int) -> None:
        super().__init__("busy")
        self.seconds = seconds


class Queues:
    """The queues of a server, shared by all its libraries."""

    def __init__(self, questions: int = MOST_QUESTIONS, seconds: float = LONGEST_WAIT) -> None:
        """Prepare the threads.

        Args:
            questions: How many questions may be answered or waiting at once.
            seconds: The longest that one of them may take, with its wait.
        """
        # One thread for questions, because the model uses all processors for a single one.
        self.answering = Queue("answer", questions, seconds)
        self.looking = Queue("look", MOST_LOOKS, seconds)
        self.finding = Queue("find", questions, seconds)

    def close(self, seconds: float | None = None) -> bool:
        """Drop what waits, and return whether what was being done has ended within so many seconds."""
        queues = (self.answering, self.looking, self.finding)
        return not wait_for([job for each in queues for job in each.stop()], seconds).not_done


class Queue:
    """A thread that does one thing after the other, and a limit to how many of them wait."""

    def __init__(self, name: str, most: int, seconds: float) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._most = most
        self._seconds = seconds
        self._jobs = 0
        self._pending: set[Future[object]] = set()

    async def run(self, work: Callable[[], Result]) -> Result:
        """Run work on the thread.

        Raises:
            BusyError: At once if too many are waiting, or after it took too long, or where nobody waits any more.
        """
        if self._jobs >= self._most:
            raise BusyError(self._jobs)
        loop = asyncio.get_running_loop()
        job = self.submit(work)
        self._jobs += 1
        # A job that took too long keeps its place until its thread is free.
        job.add_done_callback(lambda _: loop.is_closed() or loop.call_soon_threadsafe(self._release))
        result = asyncio.wrap_future(job)
        # asyncio logs an error that nobody waits for any more, with its message, which may hold the question.
        result.add_done_callback(lambda done: done.cancelled() or done.exception())
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.shield(result)
        # Cancelled: the server ends, or its client has left. What has not begun is then never done.
        except (TimeoutError, asyncio.CancelledError):
            job.cancel()
            raise BusyError(max(1, self._jobs)) from None

    def begin(self, work: Callable[[], object]) -> None:
        """Do something that nobody waits for; an error in it is met again by whoever asks."""
        self.submit(work)

    def submit(self, work: Callable[[], Result]) -> Future[Result]:
        """Do something, whatever waits: whoever calls this limits that."""
        job = self._pool.submit(_raising_errors_only, work)
        self._pending.add(job)  # type: ignore[arg-type]
        job.add_done_callback(self._pending.discard)
        return job

    def stop(self) -> Iterable[Future[object]]:
        """Drop what waits, and return what is being done. Nothing can be run afterwards."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        return list(self._pending)

    def _release(self) -> None:
        self._jobs -= 1


def _raising_errors_only(work: Callable[[], Result]) -> Result:
    try:
        return work()
    except Exception:
        raise
    except BaseException as error:
        # A library in Rust that panics raises what is no Exception: it would end the server.
        raise RuntimeError("a library panicked") from error
