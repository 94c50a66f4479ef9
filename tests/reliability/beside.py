"""Two workers on a server take in what waits, while files change and one process after the other decides beside them.

In each round articles are written, changed, moved and removed at random, and the folder is indexed, with `--queue` or
without, now and then by a process that is killed at a random moment. The workers go on through all of it. Every few
rounds, when nothing waits, the library has to be what one process makes of the same files in a folder.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workload import ROOT, environment

from embeddings.encoder import Encoder
from embeddings.loading import load_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.server.check_search_tables import search_troubles
from qa.server.connections import reading
from qa.server.jobs import waiting_jobs
from qa.settings import ServerLibrary
from qa.upkeep.check import check
from qa.upkeep.move import move
from tests.qa.server.both_libraries import everything
from tests.qa.server.node import running

_FILES, _ARTICLES = 6, 12
_SAYS = ("is shut", "is red", "is green", "is long")
_ROUNDS_AT_ONCE = 5
"""Rounds between two looks at the whole library."""
_LEASE = 5
_SOONEST, _LONGEST = 1.5, 7.0
"""Seconds from the start of a process that indexes to its kill: most of the first one is Python's start."""


def prove(scratch: Path, *, rounds: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    folder, encoder = scratch / "piers", load_encoder()
    folder.mkdir()
    changes = _Changes(folder, random.Random(seed))
    with running() as node:
        place, address = node.library("beside"), node.address("beside")
        changes.make()
        update(place, IndexRequest((folder,), queue=True), encoder_factory=lambda: encoder)
        with _workers(address, scratch) as processes:
            killed = 0
            for number in range(1, rounds + 1):
                changes.make()
                killed += changes.index(address)
                if number % _ROUNDS_AT_ONCE == 0:
                    request = IndexRequest((folder,), queue=changes.choose.random() < 0.5)
                    update(place, request, encoder_factory=lambda: encoder)
                    trouble = _ended(processes) or _differs(
                        place, scratch / f"library {number}", folder, encoder
                    )
                    yield f"{number} rounds beside two workers, {killed} killed", trouble
        move(place, scratch / "moved")
        troubles = check(scratch / "moved").troubles
        yield f"the library after {rounds} rounds", "; ".join(map(str, troubles[:3]))


@dataclass(slots=True)
class _Changes:
    """The files, and the chances that are taken with them."""

    folder: Path
    choose: random.Random

    def make(self) -> None:
        """Write, move or remove some of the files."""
        for name in range(_FILES):
            if self.choose.random() > 0.6:
                continue
            path = self.folder / f"{name}.jsonl"
            chance = self.choose.random()
            if path.exists() and chance < 0.15:
                path.unlink()
            elif path.exists() and chance < 0.3:
                path.rename(self.folder / f"{name}, moved {self.choose.randrange(4)}.jsonl")
            else:
                path.write_text("".join(self._lines(name)))

    def _lines(self, name: int) -> Iterator[str]:
        for number in range(_ARTICLES):
            if self.choose.random() < 0.9:
                text = f'"Pier {number} of {name} {self.choose.choice(_SAYS)}," said Marta Ruiz, the mayor.'
                yield json.dumps({"id": f"{name}-{number}", "text": text}) + "\n"

    def index(self, address: str) -> bool:
        """Index the files beside the workers; return whether the process was killed in it."""
        queue = ["--queue"] if self.choose.random() < 0.5 else []
        command = [
            sys.executable,
            "-m",
            "bots.terminal",
            "index",
            str(self.folder),
            "-q",
            "--library",
            address,
        ]
        process = subprocess.Popen(
            [*command, *queue], cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        moment = self.choose.uniform(_SOONEST, _LONGEST) if self.choose.random() < 0.35 else None
        try:
            said = process.communicate(timeout=moment)[1].decode()
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return True
        if "Another process is writing" in said:
            # The session of a killed process holds its locks until the server notices, longest on a busy machine.
            return self.index(address)
        # 3: something was left out, such as a text that is there twice.
        if process.returncode not in (0, 3):
            raise SystemExit(f"`qa index` ended with {process.returncode}: {said[-300:]}")
        return False


@contextmanager
def _workers(address: str, scratch: Path) -> Iterator[Sequence[subprocess.Popen[bytes]]]:
    command = [sys.executable, "-m", "bots.terminal", "work", "--lease", str(_LEASE), "--library", address]
    with (scratch / "what workers say").open("wb") as said:
        processes = [
            subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=said, stderr=said) for _ in range(2)
        ]
        try:
            yield processes
        finally:
            for process in processes:
                process.terminate()
                process.wait()


def _ended(processes: Sequence[subprocess.Popen[bytes]]) -> str:
    codes = [process.poll() for process in processes if process.poll() is not None]
    return f"workers ended by themselves with {codes}" if codes else ""


def _differs(place: ServerLibrary, library: Path, folder: Path, encoder: Encoder) -> str:
    """Wait until nothing waits; return what is then other than in a folder, or does not fit."""
    while True:
        with reading(place) as connection:
            if not waiting_jobs(connection):
                break
    update(library, IndexRequest((folder,)), encoder_factory=lambda: encoder)
    with reading(place) as connection:
        if troubles := list(search_troubles(connection)):
            return f"what is searched does not fit: {troubles[0]}"
    same = everything(library, encoder) == everything(place, encoder)
    return "" if same else "the library is not what one process makes of its files"
