"""Kill updates of a library of any size at random moments, under a reader, and look at it after each.

    python tests/reliability/at_size.py LIBRARY [--rounds 30]

LIBRARY is changed, and must have been made by this program's rules, so that an update takes in what is new and nothing
else. Each round files 20 articles, each with a word of its own, and kills the writer with SIGKILL at some moment from
its first look to a second after its usual end. Then what it told of and what was found before must be found by the
word, whole and by its vector, while a reader in this process asks on throughout. At the end an update runs to its end,
and the whole library is checked. The counts and times are kept in `results/at_size.json`.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).parents[2]))

from machine import commit, describe, product_differs
from workload import ROOT, WRITER, environment, told

from embeddings.encoder import Encoder
from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.language.terms import content_terms
from qa.upkeep.check import check

RESULTS = Path(__file__).parent / "results" / "at_size.json"
_AT_ONCE = 20
_SEED = 20261128
_LONGEST = 1.2
"""Up to how many times an undisturbed update's seconds the writer is left to work."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("library", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = prove(options.library, Path(folder), options.rounds)
    RESULTS.parent.mkdir(exist_ok=True)
    about = {"command": "python tests/reliability/at_size.py LIBRARY", "commit": commit()}
    row = {**result, **about, "dirty": product_differs(), **describe("faiss-cpu", "numpy")}
    RESULTS.write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result) + "\n")
    raise SystemExit(bool(result["wrong"]))


def prove(library: Path, folder: Path, rounds: int) -> dict[str, Any]:
    """Return what was tried and what was wrong."""
    chance, encoder = random.Random(_SEED), load_encoder()
    filed: dict[str, str] = {}
    wrong: list[str] = []
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        number = snapshot.corpus().articles  # so that the words are others where it was done before
    file_articles(folder, filed, number)
    undisturbed, _ = run_writer(library, folder, None)
    acknowledged, found, ended = 0, set(filed), 0
    with Library.open(library) as opened, Reader(opened, encoder) as reader:
        before = len(filed)
        for _ in range(rounds):
            file_articles(folder, filed, number)
            took, said = run_writer(library, folder, chance.uniform(0, _LONGEST * undisturbed))
            ended += took is not None
            now, troubles = examine(library, filed, encoder)
            wrong += troubles + [f"lost: {word}" for word in found - now]
            if len(now) < before + said:
                wrong.append(f"{said} were told of after {before}, and {len(now)} are there")
            found, before, acknowledged = now, len(now), acknowledged + said
            sys.stderr.write(f"{len(now)} of {len(filed)} there, {len(wrong)} wrong\n")
        run_writer(library, folder, None)
        now, troubles = examine(library, filed, encoder)
        wrong += troubles + [f"not there at the end: {word}" for word in set(filed) - now]
    wrong += reader.wrong
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        corpus = snapshot.corpus()
    started = time.perf_counter()
    wrong += check(library).problems
    return {
        "articles": corpus.articles,
        "passages": corpus.passages,
        "rounds": rounds,
        "writers_that_ended_before_they_were_killed": ended,
        "articles_filed": len(filed),
        "articles_told_of": acknowledged,
        "questions_beside": reader.asked,
        "wrong": wrong,
        "seconds_of_an_undisturbed_update": undisturbed,
        "seconds_of_the_check": round(time.perf_counter() - started, 1),
    }


def file_articles(folder: Path, filed: dict[str, str], first: int) -> None:
    """Put new articles into the folder, numbered from `first`, and note each one's text under its own word."""
    for _ in range(_AT_ONCE):
        number = first + len(filed)
        word = "zq" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:07}") + "x"
        said = f"“Pier {number} of {word} stays open,” Marta Ruiz said on Monday."
        filed[word] = f"The harbour {word} is shut.\n\n{said}\n"
        (folder / f"{number:07}.txt").write_text(filed[word], encoding="utf-8")


def run_writer(library: Path, folder: Path, seconds: float | None) -> tuple[float | None, int]:
    """Run a writer, and kill it so many seconds after it was ready, if given.

    Returns:
        The seconds that it took, None if it was killed; and how many articles it told of.
    """
    command = [sys.executable, "-c", WRITER, str(library), str(folder), "update"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        started = time.perf_counter()
        try:
            output, _ = writer.communicate(timeout=seconds)
            return round(time.perf_counter() - started, 2), told(output)
        except subprocess.TimeoutExpired:
            writer.kill()
            return None, told(writer.communicate()[0])


def examine(library: Path, filed: Mapping[str, str], encoder: Encoder) -> tuple[set[str], list[str]]:
    """Return the words of all filed articles that are there, and what is wrong with those."""
    found, wrong = set(), []
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        for word, text in filed.items():
            hits = snapshot.lexical(content_terms(word), Scope(), 5)
            if not hits:
                continue
            found.add(word)
            (version,) = snapshot.versions(set(snapshot.versions_of([each for each, _ in hits]))).values()
            if version.article.text != text:
                wrong.append(f"{word} is not whole")
        for word in sorted(found)[-3:]:
            near = [each for each, _ in snapshot.nearest(encoder.encode_query(filed[word]), Scope(), 40)]
            texts = {
                version.article.text
                for version in snapshot.versions(set(snapshot.versions_of(near))).values()
            }
            if filed[word] not in texts:
                wrong.append(f"{word} is not found by its vector")
    return found, wrong


class Reader:
    """Asks on in a thread while it is entered: each answer must come, and its quotes be slices of their articles."""

    def __init__(self, library: Library, encoder: Encoder) -> None:
        self.asked = 0
        self.wrong: list[str] = []
        self._answerer = Answerer(library, lambda: encoder, open_span_reader)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._ask)

    def __enter__(self) -> Reader:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _ask(self) -> None:
        while not self._ended.wait(0.5):
            try:
                answer = self._answerer.ask("What did Marta Ruiz say about the pier?")
            except Exception as error:
                self.wrong.append(f"a question ended with {type(error).__name__}: {error}")
                continue
            self.asked += 1
            quotes = answer.quotes
            if any(each.version.article.text[each.start : each.end] != each.text for each in quotes):
                self.wrong.append("a quote is no slice of its article")


if __name__ == "__main__":
    main()
