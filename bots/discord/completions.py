"""Find what is offered while somebody types, on a thread of its own: slow names hold up nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from bots.discord.refusals import Reason, Refused

Result = TypeVar("Result")

COMPLETION_COST = 1 / 16
"""The cost of what is offered after one more letter, in questions."""
MAX_WAITING = 50
SECONDS = 3.0
"""Discord shows nothing that comes later than this."""


class Completions:
    """Runs one completion after the other. Each person has one place in the queue: that of the last letter typed."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="complete")
        self._last: dict[int, Future[object]] = {}

    async def run(self, work: Callable[[], Result], person: int) -> Result:
        """Run the work for a person, unless they type on before it is their turn.

        Raises:
            Refused: If too many people wait, the person typed on, or it took too long.
        """
        if person in self._last:
            self._last.pop(person).cancel()
        if len(self._last) >= MAX_WAITING:
            raise Refused(Reason.BUSY)
        job: Future[Result] = self._thread.submit(work)
        self._last[person] = job  # type: ignore[assignment]
        waiting = asyncio.wrap_future(job)
        try:
            await asyncio.wait([waiting], timeout=SECONDS)
        finally:
            # Also the job behind it, if its turn has not come.
            waiting.cancel()
            if self._last.get(person) is job:
                del self._last[person]
        if waiting.cancelled():
            raise Refused(Reason.TOO_LONG)
        return waiting.result()

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)
