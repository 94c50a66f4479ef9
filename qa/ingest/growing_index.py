"""Publish generations while an index grows: until then, each question compares itself with every new vector."""

from __future__ import annotations

import time
from collections.abc import Callable

from qa.errors import DamagedIndexError
from qa.ingest.report import Progress, Watcher
from qa.tables.writing.writer import Writer

_PAUSE = 20
"""How many times as long as the last publication took is waited before the next: so they take at most 5 % of a run."""


class GrowingIndex:
    """Publishes the next generation when enough passages are outside the last one, and not too often."""

    def __init__(
        self, writer: Writer, progress: Watcher, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._writer = writer
        self._progress = progress
        self._clock = clock
        self._not_before = clock()

    def publish_if_grown(self) -> None:
        """Publish a generation if it is due; call it between two transactions."""
        if self._clock() < self._not_before or not self._writer.index.is_grown():
            return
        self._progress(Progress("publishing", 0, None))
        started = self._clock()
        try:
            self._writer.index.publish()
        except DamagedIndexError:
            # What is still to be read can be stored all the same. The end of the run publishes again, and says it.
            self._not_before = float("inf")
            return
        ended = self._clock()
        self._not_before = ended + _PAUSE * (ended - started)
