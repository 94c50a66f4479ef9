"""Show the progress of long work on standard error: a bar on a terminal, else a line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bots.terminal.session import Session
from bots.visible import visible_line
from bots.wording import STAGES
from qa.ingest.report import Progress, Watcher


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
        yield _line_per_step(session) if session.verbose else None


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
def counting(session: Session, label: str, total: int) -> Iterator[Callable[[int], None]]:
    """Yield a function to be called with the number done so far."""
    if session.quiet or not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(label, total=total)
        yield lambda done: bars.update(task, completed=done)
