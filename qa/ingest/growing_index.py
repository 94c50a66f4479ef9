"""Publish generations while an index grows: until then, each question compares itself with every new vector."""

from __future__ import annotations

import time
from collections.abc import Callable

from qa.embedded.search.generations import latest, outside
from qa.embedded.writer import Writer
from qa.errors import DamagedIndexError
from qa.ingest.report import Progress, Watcher

FEWEST = 2_000
"""With fewer passages outside the last generation, none is published before the run ends."""
MOST = 20_000
"""With more, one is published in any case: more are not kept in memory between two questions."""
_GROWN = 0.25
"""By what share of itself a library has grown when the next generation is due, within these bounds."""
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
        if self._clock() < self._not_before or not self._has_grown():
            return
        from qa.embedded.search.publishing import publish  # here: most runs take in too little

        self._progress(Progress("publishing", 0, None))
        started = self._clock()
        try:
            publish(self._writer.connection, self._writer.folder)
        except DamagedIndexError:
            # What is still to be read can be stored all the same. The end of the run publishes again, and says it.
            self._not_before = float("inf")
            return
        ended = self._clock()
        self._not_before = ended + _PAUSE * (ended - started)

    def _has_grown(self) -> bool:
        last = latest(self._writer.connection)
        published = 0 if last is None else int(last["count"])
        unpublished, _ = outside(self._writer.connection, last)
        return unpublished >= max(FEWEST, min(MOST, published * _GROWN))
