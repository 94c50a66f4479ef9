"""After a writer is killed at any moment, all that it reported is there, and the next run goes on."""

from __future__ import annotations

import contextlib
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.errors import NoIndexError
from qa.upkeep.check import check
from qa.upkeep.status import status

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

ROUNDS = 6

WRITER = """
import sys
from pathlib import Path
from embeddings.loading import load_encoder
from qa.ingest.update import update
from qa.ingest.report import IndexRequest

encoder = load_encoder()
sys.stdout.write("ready\\n")
sys.stdout.flush()

def tell(step):
    if step.stage == "encoding":
        sys.stdout.write(f"{step.done}\\n")
        sys.stdout.flush()

library, folder, rebuild = sys.argv[1:]
request = IndexRequest((Path(folder),), rebuild=rebuild == "rebuild")
update(Path(library), request, encoder_factory=lambda: encoder, progress=tell)
"""


def killed(archive: Archive, after: float, mode: str) -> list[str]:
    """Start a writer, kill it after so many seconds of work, and return what it reported."""
    command = [sys.executable, "-c", WRITER, str(archive.library), str(archive.folder), mode]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with contextlib.suppress(subprocess.TimeoutExpired):
            writer.wait(after)
        writer.kill()
        return writer.stdout.read().split()


def test_a_writer_killed_at_any_moment_loses_nothing_that_it_reported(archive: Archive) -> None:
    choose = random.Random(3)
    for number in range(40):
        articles = [
            {"id": f"{number}-{n}", "text": f"Pier {n} of harbour {number} is shut."} for n in range(15)
        ]
        archive.write(f"{number}.jsonl", "".join(json.dumps(article) + "\n" for article in articles))
    told = 0

    for _ in range(ROUNDS):
        words = killed(archive, choose.uniform(0.0, 0.6), "update")
        told += int(words[-1]) if words else 0

        if not (archive.library / "library.db").exists():
            continue
        if (report := _checked(archive)) is not None:
            assert report >= told
            told = report
    final = archive.index(archive.folder)

    assert final.articles == 600
    assert check(archive.library).clean
    leftovers = [path.name for path in archive.library.iterdir() if path.name.endswith(".tmp")]
    assert leftovers == []
    assert len(list(archive.library.glob("vectors-*.faiss"))) <= 2


def test_a_rebuild_killed_at_any_moment_leaves_the_old_index_or_the_new(archive: Archive) -> None:
    choose = random.Random(5)
    archive.write_lines(
        "a.jsonl", *({"id": str(n), "text": f"Pier {n} of the harbour is shut."} for n in range(200))
    )
    archive.index()

    for _ in range(ROUNDS // 2):
        killed(archive, choose.uniform(0.0, 0.8), "rebuild")

        assert check(archive.library).problems == ()
        assert status(archive.library).passages == 200
        assert len(_nearest(archive)) == 5

    archive.index(rebuild=True)
    assert status(archive.library).passages == 200
    assert check(archive.library).clean


def _checked(archive: Archive) -> int | None:
    """Return how many articles a library has; None if its writer had not come as far as its tables."""
    try:
        seen = check(archive.library)
    except NoIndexError:
        return None
    assert seen.problems == ()
    if seen.articles:
        assert _nearest(archive)
    return seen.articles


def _nearest(archive: Archive) -> list[tuple[int, float]]:
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        return snapshot.nearest(archive.encoder.encode_query("Which pier is shut?"), Scope(), 5)


COUNTED = """
import hashlib, os, signal, sys
from pathlib import Path
from embeddings.loading import load_encoder
from qa.ingest.update import update
from qa.ingest.report import IndexRequest

class Counted:
    # Writes down each text that was encoded, and is killed with the last ones in its hands.
    def __init__(self, encoder, log, left):
        self.encoder, self.log, self.left = encoder, log, left

    def __getattr__(self, name):
        return getattr(self.encoder, name)

    def encode_passages(self, texts, spans):
        for text, encoded in zip(texts, self.encoder.encode_passages(texts, spans)):
            self.log.write(hashlib.sha256(text.encode()).hexdigest() + "\\n")
            self.log.flush()
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            yield encoded

library, folder, log, after = sys.argv[1:]
with open(log, "a") as file:
    encoder = Counted(load_encoder(), file, int(after))
    update(Path(library), IndexRequest((Path(folder),)), encoder_factory=lambda: encoder)
"""


def test_no_more_than_a_handful_of_passages_is_encoded_twice_whenever_a_writer_is_killed(
    archive: Archive, tmp_path: Path
) -> None:
    archive.write_lines(
        "a.jsonl",
        *({"id": str(n), "text": f"Pier {n} is shut, a{'n old' * (n % 9)} one."} for n in range(200)),
    )
    log = tmp_path / "log"
    ends = []
    kills = (70, 31, 100)

    for after in (*kills, 1_000):
        command = [
            sys.executable,
            "-c",
            COUNTED,
            str(archive.library),
            str(archive.folder),
            str(log),
            str(after),
        ]
        ends.append(subprocess.run(command, cwd=Path(__file__).parents[3], check=False).returncode)

    encoded = log.read_text().split()
    assert ends == [-9, -9, -9, 0]
    assert len(set(encoded)) == 200
    assert len(encoded) - 200 <= len(kills) * 32
    assert check(archive.library).clean
