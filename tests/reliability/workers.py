"""Two workers and a scout on a library whose server is killed: what they said that they had stored has to be there.

The workers run through all kills, and find the next primary by themselves. Each time before one, a scout files new
articles, so that some of them are being taken in when it comes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from workload import ROOT, environment

from embeddings.encoder import Encoder
from qa.datatypes import Scope
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.server.check_search_tables import search_troubles
from qa.server.connections import reading
from qa.server.jobs import waiting_jobs
from qa.server.snapshot import ServerArchive
from qa.settings import ServerLibrary, server_library

WORKERS, FILED_AT_ONCE = 2, 40
_LEASE = 5
"""Seconds: what a worker had in hand when its server was lost is given back by itself; this is for its end."""


@dataclass(slots=True)
class Workers:
    """Workers on one library, the articles filed for them so far, and what they said."""

    address: str
    folder: Path
    encoder: Encoder
    filed: int = 0
    _started: list[tuple[subprocess.Popen[bytes], Path]] = field(default_factory=list)

    def write_more(self) -> None:
        """Write the next articles into the folder."""
        for number in range(self.filed, self.filed + FILED_AT_ONCE):
            text = f'"Jetty {number} stays shut," said Ines Dahl. Zqtern number {number} came.\n'
            (self.folder / f"{number}.txt").write_text(text)
        self.filed += FILED_AT_ONCE

    def file_more(self) -> None:
        """File the next articles, as a scout does."""
        self.write_more()
        request = IndexRequest((self.folder,), queue=True)
        update(server_library(self.address), request, encoder_factory=lambda: self.encoder)

    def begin(self, *command: str) -> tuple[subprocess.Popen[bytes], Path]:
        """Start a command on the library; return its process, and the file of what it says."""
        said = self.folder.with_name(f"{self.folder.name}, process {len(self._started)}")
        with said.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, "-m", "bots.terminal", *command, "--json", "--library", self.address],
                stdout=file, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment(),
            )  # fmt: skip
        self._started.append((process, said))
        return process, said

    def start(self) -> None:
        """Start them, and wait until each has found its library."""
        for _ in range(WORKERS):
            self.begin("work", "--lease", str(_LEASE))
        # One that finds no server when it starts ends, as it should.
        while not all(b"working" in said.read_bytes() for _, said in self._started):
            pass

    def stored(self) -> Counter[str]:
        """Return the paths of the articles that workers said they had stored, and how often each."""
        lines = [line for _, said in self._started for line in said.read_text().splitlines()]
        events = [json.loads(line) for line in lines]
        return Counter(event["path"] for event in events if event.get("event") in {"added", "changed"})

    def ended(self) -> str:
        """Return what is wrong where a worker ended by itself; nothing if they all run."""
        ends = (said.read_text()[-300:] for process, said in self._started if process.poll() is not None)
        return next((f"a worker ended by itself: {said}" for said in ends), "")

    def trouble(self, place: ServerLibrary, *, all_of_it: bool = False) -> str:
        """Return what is wrong with the library on one server; nothing if all that was said is there, and whole.

        Args:
            all_of_it: Whether all that was filed has to be there.
        """
        stored = self.stored()
        with reading(place) as connection:
            # First, so that what is committed meanwhile is no trouble.
            troubles = list(search_troubles(connection))
        with ServerArchive.open(place) as archive, archive.snapshot() as view:
            by_word = {passage for passage, _ in view.lexical(["zqtern"], Scope(), self.filed)}
            query = self.encoder.encode_query("terns")
            by_vector = {passage for passage, _ in view.nearest(query, Scope(), self.filed)}
            texts = {article.path: article.text for line in view.articles()
                     for article in [view.find_articles(line.uid)[0].article]}  # fmt: skip
        if troubles:
            return f"what is searched does not fit: {troubles[0]}"
        if lost := sorted(set(stored) - set(texts)):
            return f"{len(lost)} articles are lost that were said to be stored: {lost[:3]}"
        if twice := [path for path, count in stored.items() if count > 1]:
            return f"stored twice: {twice[:3]}"
        if not len(by_word) == len(by_vector) == len(texts) or by_word != by_vector:
            return (
                f"of {len(texts)} articles {len(by_word)} are found by their word, {len(by_vector)} by vector"
            )
        if wrong := [path for path, text in texts.items() if text != (self.folder / path).read_text()]:
            return f"other texts: {wrong[:3]}"
        if all_of_it and len(texts) != self.filed:
            return f"{len(texts)} articles of {self.filed} are there"
        return ""

    def finish(self) -> str:
        """Wait until nothing is left to take in, and stop the workers; return what was wrong with their ends."""
        while _waits(server_library(self.address)):
            if said := self.ended():
                return said
        for process, _ in self._started:
            process.terminate()
        codes = [process.wait() for process, _ in self._started]
        return "" if not any(codes) else f"workers ended with {codes}"

    def kill(self) -> None:
        for process, _ in self._started:
            process.kill()
            process.wait()


@contextmanager
def workers(scratch: Path, address: str, encoder: Encoder) -> Iterator[Workers]:
    """Make the library of workers, and start them."""
    folder = scratch / "filed"
    folder.mkdir()
    found = Workers(address, folder, encoder)
    found.file_more()
    found.start()
    try:
        yield found
    finally:
        found.kill()


def _waits(place: ServerLibrary) -> bool:
    with reading(place) as connection:
        return waiting_jobs(connection) > 0
