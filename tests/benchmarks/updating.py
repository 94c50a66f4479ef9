"""What an update costs, against what it cannot be done without. Whole processes, in turn, in one run.

Run from the root of the repository, on an idle machine:

    python tests/benchmarks/updating.py
    python tests/benchmarks/updating.py --keep FOLDER    # keeps the archive and its library for the next run

Two comparisons: `qa index` over 2,000 files of which none has changed, with `qa --version` and a walk of the same
tree in Python (its names, sizes and times); and `qa index` with one new article among 10,000, with a cold `qa ask`.
Files of which none is two seconds old are hashed at each run, so the archive is left alone for that long.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from machine import ROOT, describe, wall_time

_RESULTS = Path(__file__).parent / "results" / "updating.json"
_QUESTION = "What did Ada Quill say about the harbour?"

_GIVEN = (
    "Ada Bela Carl Dina Egon Fay Gus Hana Ivo Jana Kurt Lena Milo Nora Otto Pia Rolf Sara Tim Vera".split()
)
_ENDS = "ford well mann stein ski ton berg wood field son".split()
_STARTS = "Quill Har Win Ber Stan Al Kol Mar Nor Ros Sal Tor Ul Ven Wes Yar Zim Dal Fen Gor".split()
_THINGS = "harbour budget school bridge hospital railway election market strike forest museum river".split()
_WHATS = "be rebuilt, cost more, open late, be sold, need guards, lose money, be watched, be tested".split(
    ", "
)

_WALK = """
import os, sys
found = {}
waiting = [sys.argv[1]]
while waiting:
    with os.scandir(waiting.pop()) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                status = entry.stat(follow_symlinks=False)
                found[entry.path] = (status.st_size, status.st_mtime_ns, status.st_ino)
print(len(found))
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--unchanged", type=int, default=2_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp())
    try:
        result = {
            "command": f"python {Path(__file__).relative_to(ROOT)} --runs {options.runs}",
            **describe("onnxruntime", "numpy", "faiss-cpu"),
            "unchanged": unchanged(folder / "unchanged", options.unchanged, options.runs),
            "one_new": one_new(folder / "one_new", options.articles, options.runs),
        }
    finally:
        if options.keep is None:
            shutil.rmtree(folder)
    _RESULTS.write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(json.dumps(result) + "\n")


def unchanged(folder: Path, files: int, runs: int) -> dict[str, Any]:
    archive = prepared(folder, files)
    index = ["qa", "--library", str(folder / "library"), "index"]
    least = [["qa", "--version"], [sys.executable, "-c", _WALK, str(archive)]]
    wall_time(index)
    pairs = [(wall_time(index), sum(wall_time(each) for each in least)) for _ in range(runs)]
    return {"files": files, "against": "qa --version, and a walk of the tree", **compared(pairs)}


def one_new(folder: Path, articles: int, runs: int) -> dict[str, Any]:
    archive = prepared(folder, articles)
    library = ["qa", "--library", str(folder / "library")]
    wall_time([*library, "index"])
    wall_time([*library, "ask", _QUESTION])
    number = sum(1 for path in archive.rglob("*.txt"))
    pairs = []
    for _ in range(runs):
        asked = wall_time([*library, "ask", _QUESTION])
        number += 1
        write(archive, number)
        indexed = wall_time([*library, "index", "--json"])
        pairs.append((indexed, asked))
    return {"articles": number, "against": "qa ask", **compared(pairs)}


def compared(pairs: list[tuple[float, float]]) -> dict[str, Any]:
    return {
        "seconds": [round(ours, 3) for ours, _ in pairs],
        "against_seconds": [round(theirs, 3) for _, theirs in pairs],
        "median_ratio": round(statistics.median(ours / theirs for ours, theirs in pairs), 3),
    }


def prepared(folder: Path, articles: int) -> Path:
    """Make an archive and its library where they are not there yet."""
    archive = folder / "articles"
    if not archive.exists():
        for number in range(articles):
            write(archive, number)
        time.sleep(2.1)  # younger files are hashed, whatever their size and time say
    wall_time(["qa", "--library", str(folder / "library"), "index", str(archive)])
    return archive


def write(archive: Path, number: int) -> None:
    path = archive / f"{number % 50:02d}" / f"{number:06d}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(story(number), "utf-8")


def story(number: int) -> str:
    chance = random.Random(number)
    paragraphs = []
    for _ in range(chance.randint(3, 7)):
        thing, other = chance.sample(_THINGS, 2)
        name = f"{chance.choice(_GIVEN)} {chance.choice(_STARTS)}{chance.choice(_ENDS)}"
        if number % 100 == 0:
            name = "Ada Quill"
        paragraphs.append(
            f"“The {thing} will {chance.choice(_WHATS)} in {chance.randint(1990, 2040)},” said {name}, who runs "
            f"the {other}. Others in the town were told about the {other} {chance.randint(2, 60)} days ago, and "
            f"most of the {chance.randint(3, 900)} who came to hear it stayed for the {thing}."
        )
    return "\n\n".join(paragraphs) + "\n"


if __name__ == "__main__":
    main()
