"""A library on a server whose articles are filed for workers, and what workers do there at a given moment."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from qa.ingest.report import IndexRequest, Progress, Report, Watcher
from qa.ingest.update import update
from qa.ingest.watch import Event
from qa.ingest.work import Work
from qa.server.snapshot import ServerArchive
from qa.upkeep.status import status
from tests.qa.conftest import Archive
from tests.qa.server.both_libraries import Both
from tests.qa.server.node import Node

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Queued:
    """A library on a server whose articles are filed for workers, and what the workers told."""

    both: Both
    told: list[Event] = field(default_factory=list)

    @property
    def archive(self) -> Archive:
        return self.both.archive

    def scout(self, progress: Watcher | None = None, *, queue: bool = True) -> Report:
        request = IndexRequest((self.archive.folder,), queue=queue)
        encoder = self.archive.encoder
        return update(self.both.place, request, encoder_factory=lambda: encoder, progress=progress)

    def work(self, progress: Watcher = lambda _: None, *, lease: float = 300) -> list[str]:
        """Run a worker until nothing waits; return the paths of what it stored."""
        told: list[Event] = []
        stop, encoder = threading.Event(), self.archive.encoder
        Work(self.both.place, lambda: encoder, stop, told.append, until_done=True, lease=lease,
             progress=progress).run()  # fmt: skip
        self.told.extend(told)
        return [event.change.path for event in told if event.change]

    def waiting(self) -> int:
        return status(self.both.place).waiting

    def texts(self) -> dict[str, str]:
        """Return the text of each article under its path."""
        with ServerArchive.open(self.both.place) as archive, archive.snapshot() as view:
            found = [view.find_articles(line.uid)[0].article for line in view.articles()]
        return {article.path: article.text for article in found}


def once(step: str, act: Callable[[], object]) -> Watcher:
    """Return a watcher that does something the first time that a step is told."""
    done: list[Progress] = []

    def told(progress: Progress) -> None:
        if progress.stage == step and not done:
            done.append(progress)
            act()

    return told


KILLED = """
import os, signal, sys, threading
from embeddings.loading import load_encoder
from qa.ingest.work import Work
from qa.settings import server_library

def told(progress):
    if progress.stage == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

Work(server_library(sys.argv[1]), load_encoder, threading.Event(), lambda event: None, lease=1, progress=told).run()
"""


def kill_a_worker(queued: Queued, node: Node, step: str) -> None:
    command = [sys.executable, "-c", KILLED, node.address(queued.both.place.schema), step]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
