"""Keep a library up to date until stopped: update it at each change of a file, and when a web address is due."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qa.errors import LibraryBusyError, QAError, out_of_memory
from qa.ingest.libraries import one_state, require_library
from qa.ingest.report import Change, IndexRequest, Progress, Report
from qa.ingest.update import update
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.writing.places import Place, PlaceRows, Skipped

if TYPE_CHECKING:
    from embeddings.encoder import Encoder
    from qa.fetching.visiting import Visitor

logger = logging.getLogger(__name__)

_TICK_MS = 1000
"""How often to check whether a folder came back, a place was added, or a web address is due."""
_QUIET_MS = 200
_TOGETHER_MS = 2000
"""Changes are collected until there was none for `_QUIET_MS`, but no longer than `_TOGETHER_MS`."""
_WEB_PAUSE = 900.0
"""Seconds for which a web address is left alone at least."""
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
"""Seconds until another try after an error; doubled each time."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened during a watch, or to a worker.

    "watching": the number of places. "working": a worker has found its library. "updated": what an update did, after
    an event for each of its changes. "skipped": a file or part of one that has appeared since the watch began and
    cannot be read.
    """

    kind: Literal[
        "watching", "working", "change", "skipped", "updated", "missing", "back", "error", "stopped"
    ]
    text: str = ""
    change: Change | None = None
    report: Report | None = None
    skipped: Skipped | None = None


class _Stopped(Exception):  # noqa: N818 - not an error
    pass


@dataclass(slots=True)
class Watch:
    """Watches the remembered places of one library until `stop` is set, and reports events to `tell`.

    Errors are reported and survived: another process that writes, a library that is damaged until it is repaired.
    """

    library: LibraryPlace
    request: IndexRequest
    encoder_factory: Callable[[], Encoder]
    stop: threading.Event
    tell: Callable[[Event], None]
    visitors: Callable[[], Visitor] | None = None
    """Makes the visitor for one update; by default that of `update`."""
    clock: Callable[[], float] = time.time
    _encoder: Encoder | None = None
    _missing: frozenset[str] = frozenset()
    _pause: float = _FIRST_PAUSE
    _retry_at: float | None = None
    _reported_error: str = ""
    _skipped: frozenset[Skipped] | None = None
    _web_at: float = 0.0
    """When web addresses were last polled, in seconds since 1970."""

    def run(self) -> None:
        """Watch until `stop` is set. Raises NoIndexError or UsageError if there is nothing to watch."""
        require_library(self.library)
        self._update(survive=False)
        announced = False
        while not self.stop.is_set():
            before = self._state()
            begun = False
            for changed in self._waking():
                now = self._state()
                # The watch cannot notice what changed before it had begun.
                if changed or not begun or now != before or self._is_time():
                    self._update()
                if not announced:
                    self.tell(Event("watching", str(len(now))))
                begun = announced = True
                if now != before:
                    break
        self.tell(Event("stopped"))

    def _update(self, *, survive: bool = True) -> None:
        changes: list[Change] = []
        web = self._web_at == 0.0 or self._is_web_due()
        try:
            report = update(
                self.library,
                replace(self.request, web=web),
                encoder_factory=self._loaded,
                progress=self._look_up,
                changed=changes.append,
                visitor=self.visitors() if web and self.visitors else None,
            )
        except _Stopped:
            return
        except QAError as error:
            if not survive and not isinstance(error, LibraryBusyError):
                raise
            self._failed(str(error))
            return
        except Exception as error:
            if not survive:
                raise
            if (shortage := out_of_memory(error)) is not None:
                self._failed(str(shortage))
                return
            logger.exception("An update failed")
            self._failed(f"{type(error).__name__}: {error}")
            return
        self._retry_at, self._pause, self._reported_error = None, _FIRST_PAUSE, ""
        self._web_at = self.clock() if web else self._web_at
        self._tell_places(frozenset(report.missing_places))
        for change in changes:
            self.tell(Event("change", change=change))
        known = frozenset(report.skipped) if self._skipped is None else self._skipped
        for each in report.skipped:
            if each not in known:
                self.tell(Event("skipped", skipped=each))
        self._skipped = frozenset(report.skipped)
        if changes:
            self.tell(Event("updated", report=report))

    def _failed(self, message: str) -> None:
        # The same error is reported once, not at every try.
        if message != self._reported_error:
            self.tell(Event("error", message))
        self._reported_error = message
        self._retry_at = time.monotonic() + self._pause
        self._pause = min(2 * self._pause, _LONGEST_PAUSE)

    def _tell_places(self, missing: frozenset[str]) -> None:
        for name in sorted(missing - self._missing):
            self.tell(Event("missing", name))
        for name in sorted(self._missing - missing):
            self.tell(Event("back", name))
        self._missing = missing

    def _look_up(self, _: Progress) -> None:
        if self.stop.is_set():
            raise _Stopped

    def _loaded(self) -> Encoder:
        if self._encoder is None:
            self._encoder = self.encoder_factory()
        return self._encoder

    def _is_time(self) -> bool:
        retry = self._retry_at is not None and time.monotonic() >= self._retry_at
        return retry or self._is_web_due()

    def _waking(self) -> Iterator[bool]:
        """Yield at each tick whether files have changed; ends when the folders cannot be watched any longer."""
        folders = [place.path for place in self._places() if place.kind == "files" and place.path.is_dir()]
        if not folders:
            while not self.stop.wait(_TICK_MS / 1000):
                yield False
            return
        from watchfiles import watch  # here, so that other commands need not load it

        own = None if isinstance(self.library, ServerLibrary) else self.library.resolve()
        try:
            # A folder that may not be read is no reason to stop watching the rest.
            for changes in watch(
                *folders,
                watch_filter=lambda _, path: own is None or not Path(path).is_relative_to(own),
                debounce=_TOGETHER_MS,
                step=_QUIET_MS,
                rust_timeout=_TICK_MS,
                yield_on_timeout=True,
                stop_event=self.stop,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                yield bool(changes)
        except (OSError, RuntimeError) as error:
            # Such as a folder that was removed, or the system's limit on watches.
            self._failed(f"The folders cannot be watched: {error}")
            self.stop.wait(_TICK_MS / 1000)

    def _state(self) -> dict[str, object]:
        """Return the state of all places: when it differs, there is something to do that watching may not notice."""
        state: dict[str, object] = {}
        for place in self._places():
            if place.kind == "web":
                state[place.name] = None
                continue
            try:
                status = place.path.stat()
            except OSError:
                state[place.name] = None
                continue
            identity: tuple[int, ...] = (status.st_dev, status.st_ino)
            if not place.path.is_dir():
                identity += (status.st_size, status.st_mtime_ns)
            state[place.name] = identity
        return state

    def _places(self) -> list[Place]:
        return [place for place in self._remembered()[0] if place.remembered]

    def _is_web_due(self) -> bool:
        now = self.clock()
        # A site that could not be reached has not said when to ask again: it is left alone for a while too.
        return any(
            # A time that is still to come was written before the clock was set back.
            max(not_before, asked_at + _WEB_PAUSE, self._web_at + _WEB_PAUSE) <= now
            or now < max(asked_at, self._web_at)
            for not_before, asked_at in self._remembered()[1]
        )

    def _remembered(self) -> tuple[list[Place], list[tuple[float, float]]]:
        try:
            with one_state(self.library) as connection:
                places = PlaceRows(connection)
                return places.all(), places.next_due()
        except QAError:
            # The next update will meet the same error and report it.
            return [], []
