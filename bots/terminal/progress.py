"""Show the progress of long work on standard error: a bar on a terminal, else a line for every tenth."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bots.terminal.session import Session
from bots.visible import visible_line
from bots.wording import STAGES, counted
from qa.ingest.report import Progress, Watcher

_FEW, _AT_ONCE = 10, 1.0
"""Work of fewer steps and fewer seconds than these is done before anybody waits for it."""
_MINUTE_AND_A_HALF = 90
_ASKING = "Asking"


@contextmanager
def watching(session: Session, doing: str = "Indexing") -> Iterator[Watcher | None]:
    """Yield a function for `update` to call at each step; None where nothing is to be shown."""
    if session.quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar() as watcher:
            yield watcher
    else:
        session.note(f"{doing} ...")
        yield _line_per_step(session) if session.verbose else _line_per_tenth(session, doing)


def _line_per_tenth(session: Session, doing: str) -> Watcher:
    reading = Tenths(session.note, doing)
    others: dict[str, Tenths] = {}

    def watch(step: Progress) -> None:
        if step.share is not None:
            reading.reached(step.share)
        elif step.total:
            stage = others.setdefault(step.stage, Tenths(session.note, STAGES[step.stage]))
            stage.reached(step.done / step.total)

    return watch


class Tenths:
    """Writes a line for every tenth of some work, with the time that is left; none for work that is done at once."""

    def __init__(
        self, write: Callable[[str], None], doing: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._write, self._doing, self._clock = write, doing, clock
        self._begun = clock()
        self._steps = 0
        self._written = 0

    def reached(self, share: float) -> None:
        """Say how much is done, 0..1; it is written where a tenth was passed, but for the last."""
        self._steps += 1
        tenth, gone = int(share * 10 + 1e-9), self._clock() - self._begun
        if not self._written < tenth < 10 or (self._steps < _FEW and gone < _AT_ONCE):
            return
        self._written = tenth
        self._write(f"{self._doing}: {tenth * 10}%, about {_span(gone * (1 - share) / share)} left")


def _span(seconds: float) -> str:
    """Write a time in words: "40 seconds", "3 minutes"."""
    if seconds < _MINUTE_AND_A_HALF:
        return counted(max(1, round(seconds)), "second")
    return counted(round(seconds / 60), "minute")


def _line_per_step(session: Session) -> Watcher:
    def watch(step: Progress) -> None:
        session.note(f"{STAGES[step.stage]} {visible_line(step.name)}".rstrip())

    return watch


@contextmanager
def _bar() -> Iterator[Watcher]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)

        def watch(step: Progress) -> None:
            bars.update(task, description=STAGES[step.stage], completed=step.done, total=step.total)

        yield watch


@contextmanager
def counting_questions(session: Session, total: int) -> Iterator[Callable[[int], None]]:
    """Yield a function to be called with how many questions were asked so far."""
    if session.quiet:
        yield lambda done: None
        return
    if not sys.stderr.isatty():
        tenths = Tenths(session.note, _ASKING)
        yield lambda done: tenths.reached(done / max(total, 1))
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(_ASKING, total=total)
        yield lambda done: bars.update(task, completed=done)
