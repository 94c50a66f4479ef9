"""What many speakers cost an archive: questions, look-ups and the index of one article, by the number of names.

    python tests/benchmarks/many_speakers.py --library FOLDER --names 1000 10000 100000

FOLDER is copied for each number, and invented names, always the same for a number, are added to its speakers: first
and last names of made syllables, each with one record. They stand in no article, so what is measured is the cost of
the names alone. `results/many_speakers.json` has the seconds of a first question and of a second one in one process,
of look-ups by a name and by letters of one, of the first speakers of all, of making the words by which they are found,
and of indexing one more article that quotes two people; and the bytes of these words. Times are of this machine.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from machine import ROOT, commit, describe, product_differs

from qa.answering.answerer import Answerer
from qa.embedded.writer import open_writer
from qa.encoding import open_encoder, open_span_reader
from qa.open_archive import open_archive
from qa.tables.packing import packed
from qa.tables.rows import aliases_to, folded
from qa.tables.seals import speaker_seal
from qa.tables.writing.speaker_table import link_speakers
from qa.tables.writing.speaker_words import make_words

RESULTS = Path(__file__).parent / "results" / "many_speakers.json"
ARTICLE = (
    "“The levee will hold,” said Orla Quenby, the harbour master. “We have checked every yard of it.”\n\n"
    "“It will not,” said Tomas Brundle, an engineer.\n"
)
SYLLABLES = (
    "ba be bi bo da de di do fa fe ga ge ha he ka ke la le li lo ma me mi mo na ne ni no ra re ri ro sa se"
).split()
QUESTIONS = {"said": "What did Orla Quenby say about the levee?", "content": "How high is the levee?"}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--names", type=int, nargs="+", required=True)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        sys.stdout.write(json.dumps(asked(options.one)))
        return
    rows = []
    for count in options.names:
        with tempfile.TemporaryDirectory() as folder:
            library = Path(folder) / "library"
            shutil.copytree(options.library, library)
            add_names(library, count)
            rows.append({"names": count, **made_words(library), **measured(library, Path(folder))})
            sys.stderr.write(f"{rows[-1]}\n")
    about = {
        "command": f"python {Path(__file__).resolve().relative_to(ROOT)} --library FOLDER --names "
        + " ".join(map(str, options.names)),
        "commit": commit(),
        "dirty": product_differs(),
        **describe("onnxruntime", "faiss-cpu"),
    }
    RESULTS.write_text(json.dumps(about | {"rows": rows}, indent=1) + "\n", encoding="utf-8")


def invented(count: int) -> Iterator[str]:
    """Return so many different names, the same ones each time."""
    made = random.Random(18)
    seen: set[str] = set()
    while len(seen) < count:
        given, surname = ("".join(made.choices(SYLLABLES, k=length)).title() for length in (2, 3))
        if (name := f"{given} {surname}") not in seen:
            seen.add(name)
            yield name


def add_names(library: Path, count: int) -> None:
    """Add invented speakers to a library."""
    connection = sqlite3.connect(library / "library.db")
    with connection:
        for name in invented(count):
            kept, aliases = packed(name), aliases_to(())
            key = connection.execute(
                "INSERT OR IGNORE INTO speakers (name, kind, aliases, count, crc) VALUES (?, 'person', ?, 1, ?) "
                "RETURNING id",
                [kept, aliases, speaker_seal(kept, "person", aliases)],
            ).fetchone()
            if key is not None:
                connection.execute(
                    "INSERT INTO speaker_names (folded, speaker) VALUES (?, ?)", [folded(name), key[0]]
                )
    connection.close()


def made_words(library: Path) -> dict[str, Any]:
    """Make the words by which speakers are found, and return how long it took and how many bytes they have."""
    with open_writer(library) as writer:
        link_speakers(writer)
        with writer.transaction():
            started = time.perf_counter()
            make_words(writer.connection)
            seconds = time.perf_counter() - started
        query = "SELECT sum(pgsize) FROM dbstat WHERE name IN ('speaker_words', 'word_halves')"
        (size,) = writer.connection.execute(query).fetchone()
    return {"make_words": round(seconds, 2), "bytes_of_words": size}


def measured(library: Path, folder: Path) -> dict[str, Any]:
    """Return what it takes to ask a library, in a process of its own, and to index one more article."""
    article = folder / "levee.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    index = [
        sys.executable,
        "-m",
        "bots.terminal",
        "--library",
        str(library),
        "index",
        str(article),
        "--quiet",
    ]
    started = time.perf_counter()
    subprocess.run(index, check=True, capture_output=True, cwd=ROOT)
    indexed = time.perf_counter() - started
    alone = [sys.executable, __file__, "--library", str(library), "--names", "0", "--one", str(library)]
    found = json.loads(subprocess.run(alone, check=True, capture_output=True, cwd=ROOT).stdout)
    return {"index_one_article": round(indexed, 2), **found}


def asked(library: Path) -> dict[str, Any]:
    """Return the seconds of questions and look-ups in this process, and its memory in megabytes."""
    encoder, reader = open_encoder(None), open_span_reader()
    found: dict[str, Any] = {}
    with open_archive(library) as archive:
        answerer = Answerer(archive, lambda: encoder, lambda: reader)
        for kind in ("content", "said"):
            for time_of in ("first", "second"):
                started = time.perf_counter()
                answerer.ask(QUESTIONS[kind])
                found[f"{time_of}_{kind}"] = round(time.perf_counter() - started, 3)
        with archive.snapshot() as view:
            looked_up = {
                "misspelled_name": lambda: view.speakers_like("Orla Quenbi", 1),
                "held_letters": lambda: view.most_quoted(20, holding="uenb"),
                "first_speakers": lambda: view.most_quoted(20),
                "counted": view.speaker_count,
            }
            for what, look_up in looked_up.items():
                started = time.perf_counter()
                look_up()
                found[what] = round(time.perf_counter() - started, 4)
            found["speakers"] = view.speaker_count()
    found["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return found


if __name__ == "__main__":
    main()
