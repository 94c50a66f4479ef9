"""Readers at work while one writer publishes generation after generation.

Each generation changes every article at once, and puts its number into all of them. An answer may be the old one or
the new one, never of both; no question fails, no reader goes back in time, and no reader's memory grows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from workload import ROOT, environment

from embeddings.loading import load_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.qa.embedded import other_user
from tests.qa.embedded.other_user import forbid_writing

READERS, ARTICLES = 4, 5
MAY_GROW = 16_000
"""Kilobytes of a reader's own memory, from its 50th answer to its last."""

READER = """
import json, re, sys
from datetime import date
from pathlib import Path
from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader

def own_memory():
    return int(re.search(r"RssAnon:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

library, stop = Path(sys.argv[1]), Path(sys.argv[2])
encoder = load_encoder()
wrong, asked, seen, before, memory = [], 0, set(), 0, None
with Library.open(library) as opened:
    answerer = Answerer(opened, lambda: encoder, open_span_reader, today=date(2025, 1, 21))
    print("ready", flush=True)
    while not stop.exists() or asked < 60:
        try:
            answer = answerer.ask("What did Marta Ruiz say about the pier?")
            numbers = {re.search(r"mark (\\d+)", quote.version.article.text)[1] for quote in answer.quotes}
        except Exception as error:
            wrong.append(f"{type(error).__name__}: {error}")
            numbers = set()
        else:
            if len(numbers) != 1 or not all(f"mark {min(numbers)}" in q.text for q in answer.quotes):
                wrong.append(f"a mixed answer: {[q.text for q in answer.quotes]}")
            elif int(min(numbers)) < before:
                wrong.append(f"back in time: {before} to {min(numbers)}")
            else:
                before = int(min(numbers))
        seen |= numbers
        asked += 1
        if asked == 50:
            memory = own_memory()
print(json.dumps({"wrong": wrong[:3], "asked": asked, "seen": len(seen), "grown": own_memory() - memory}))
"""


def prove(scratch: Path, *, generations: int) -> Iterator[tuple[str, str]]:
    folder, library, stop = scratch / "changing", scratch / "published", scratch / "stop"
    folder.mkdir()
    encoder = load_encoder()

    def publish(number: int) -> int:
        for article in range(ARTICLES):
            text = f'"The pier of district {article} is at mark {number} now," said Marta Ruiz.\n'
            (folder / f"{article}.txt").write_text(text)
        return update(
            library, IndexRequest((folder,), check=True), encoder_factory=lambda: encoder
        ).generation

    first = publish(1)
    command = [sys.executable, "-c", READER, str(library), str(stop)]
    commands = [command] * READERS
    if os.getuid() == 0:
        # One reader more is another user, who may not write to the library.
        forbid_writing(library)
        commands.append(other_user.command(READER, str(library), str(stop)))
    running = [
        subprocess.Popen(each, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment())
        for each in commands
    ]
    for reader in running:
        assert reader.stdout is not None
        reader.stdout.readline()
    last = first
    for number in range(2, generations + 1):
        last = publish(number)
    stop.touch()
    published = last - first + 1
    yield (
        "the writer",
        "" if published == generations else f"{published} generations instead of {generations}",
    )
    for number, reader in enumerate(running):
        output, _ = reader.communicate()
        if reader.returncode:
            yield f"reader {number}", f"ended with {reader.returncode}"
            continue
        told = json.loads(output)
        trouble = "; ".join(told["wrong"])
        if told["grown"] > MAY_GROW:
            trouble += f" its memory grew by {told['grown']} kB over {told['asked']} answers"
        if told["seen"] < 3:
            trouble += f" it saw only {told['seen']} generations"
        yield f"reader {number}: {told}", trouble
