"""Change the quotations of a set's articles in known ways, check them as drafts, and count what each is called.

    python tests/benchmarks/checking.py --sets DIR --work FOLDER --only SET... [--articles N] [--time LIBRARY]

A set is a folder in DIR with `articles.jsonl`; its library is FOLDER/SET, and is indexed where there is none. The
changes are those of `tests/qa/drafts/real_edits.py`, which imports nothing of the checker. A speaker counts only where
the article writes the name beside the quotation, or where people marked it (`attributions.jsonl`); where an article
goes on with "but" or "if", its quotation is left out.

`--time` checks a draft of 2,000 words made of that library's own articles, warm, and takes the processor time of its
own thread, as a ratio to reading the same draft with the extractor alone, in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from machine import ROOT, commit, describe, product_differs, this_command

os.environ["OMP_NUM_THREADS"] = "1"
sys.path.insert(0, str(ROOT))

from qa.archive.protocol import View
from qa.attribution.extractor import extract
from qa.datatypes import Article
from qa.drafts.checked_drafts import check_text
from qa.drafts.verdicts import PASSING
from qa.open_archive import open_archive
from tests.qa.drafts.real_edits import RealEdit, edits_of, statements_of

RESULTS = Path(__file__).parent / "results" / "checking.json"
SEED = 7
STRANGER = "Ada Quill"
LATER = "4 March 2044"
WORDS, RUNS = 2_000, 5

Called = list[tuple[RealEdit, str]]
"""What was made, each with the finding that it got."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, required=True, metavar="DIR")
    parser.add_argument("--work", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--only", nargs="+", required=True, metavar="SET")
    parser.add_argument("--articles", type=int, metavar="N", help="of each set, drawn at random")
    parser.add_argument("--time", type=Path, metavar="LIBRARY")
    options = parser.parse_args()
    result: dict[str, Any] = {
        "command": command_of(options),
        "commit": commit(),
        "dirty": product_differs(),
        **describe("numpy"),
        "seed": SEED,
        "sets": {},
    }
    everything: Called = []
    for name in options.only:
        articles = options.sets / name / "articles.jsonl"
        called = called_in(articles, library_of(options.work / name, articles), options.articles)
        everything += called
        result["sets"][name] = counted(called)
    result["together"] = counted(everything)
    if options.time:
        result["time"] = timed(options.time)
    RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps({key: result[key] for key in ("together", "time") if key in result}) + "\n")


def command_of(options: argparse.Namespace) -> str:
    """Return the command without the places of this machine."""
    places = (str(options.sets), "DIR"), (str(options.work), "FOLDER"), (str(options.time), "LIBRARY")
    words = this_command(__file__).split(" ")
    return " ".join(dict(places).get(word, word) for word in words)


def library_of(library: Path, articles: Path) -> Path:
    if not library.exists():
        command = [sys.executable, "-m", "bots.terminal", "index", str(articles), "--library", str(library)]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=sys.stderr)
    return library


def called_in(articles: Path, library: Path, most: int | None) -> Called:
    """Return what every edit of a set's quotations is called."""
    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
    marked = marked_in(articles.with_name("attributions.jsonl"))
    found = [(row, statements_of(row["text"], marked[row["id"]])) for row in rows]
    names = [
        STRANGER,
        *sorted({each.speaker for _, statements in found for each in statements if each.speaker}),
    ]
    chance = random.Random(SEED)
    called: Called = []
    with open_archive(library) as archive, archive.snapshot() as view:
        quoting = [each for each in found if each[1]]
        for row, statements in chance.sample(quoting, min(most or len(quoting), len(quoting))):
            strangers = [name for name in names if not set(name.split()) & set(row["text"].split())]
            edits = list(edits_of(statements, chance.choice(strangers), LATER if row["date"] else None))
            called += zip(edits, findings_of(view, edits), strict=True)
    return called


def marked_in(file: Path) -> defaultdict[str, list[tuple[int, int, str]]]:
    """Return by article what people marked as said by a named person."""
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        row = json.loads(line)
        if row["speaker_type"] == "PERSON" and " " in row["speaker"]:
            found[row["article_id"]] += [
                (start, end, row["speaker"]) for start, end in row["content"]["spans"]
            ]
    return found


def findings_of(view: View, edits: Sequence[RealEdit]) -> list[str]:
    """Return the finding of each paragraph's quotation; "none" where the draft's quotation was not seen as one."""
    starts, at = [], 0
    for each in edits:
        starts.append(at)
        at += len(each.paragraph) + 2
    found = ["none"] * len(edits)
    for one in check_text(view, "\n\n".join(each.paragraph for each in edits)).findings:
        if one.quotation.kind == "quotation" and one.verdict.value != "too_short":
            found[bisect_right(starts, one.quotation.start) - 1] = one.verdict.value
    return found


def counted(called: Called) -> dict[str, Any]:
    """Count how often each finding was right, of those that were made so and of those that were called so."""
    pairs = Counter((edit.expected, found) for edit, found in called)
    made, named = Counter(edit.expected for edit, _ in called), Counter(found for _, found in called)
    passing = {each.value for each in PASSING}
    right = {key: n for key, n in pairs.items() if key[0] in passing}
    return {
        "quotations": len(called),
        "findings": {
            each: {
                "made": made[each],
                "recall": share(pairs[each, each], made[each]),
                "precision": share(pairs[each, each], named[each]),
            }
            for each in sorted(made)
        },
        "honest_called_altered": share(
            sum(n for key, n in right.items() if key[1] == "altered"), sum(right.values())
        ),
        "honest_that_pass": share(
            sum(n for key, n in right.items() if key[1] in passing), sum(right.values())
        ),
        "altered_that_pass": sum(n for key, n in pairs.items() if key[0] == "altered" and key[1] in passing),
        "by_edit": {
            f"{edit}: {expected} called {found}": n
            for (edit, expected, found), n in sorted(
                Counter((edit.edit, edit.expected, found) for edit, found in called).items()
            )
        },
    }


def share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def timed(library: Path) -> dict[str, Any]:
    """Time a draft against a library, and the extractor alone on the same draft, in turn."""
    with open_archive(library) as archive, archive.snapshot() as view:
        draft = draft_of(view)
        check_text(view, draft)
        ours: list[float] = []
        wall: list[float] = []
        reading: list[float] = []
        for _ in range(RUNS):
            begun, started = time.perf_counter(), time.thread_time()
            checked = check_text(view, draft)
            ours.append(time.thread_time() - started)
            wall.append(time.perf_counter() - begun)
            started = time.thread_time()
            extract(Article("draft", draft))
            reading.append(time.thread_time() - started)
        return {
            "articles": view.corpus().articles,
            "words": len(draft.split()),
            "findings": len(checked.findings),
            "seconds": round(statistics.median(ours), 3),
            "seconds_by_the_clock": round(statistics.median(wall), 3),
            "seconds_of_the_extractor_alone": round(statistics.median(reading), 3),
            "times_the_extractor_alone": round(
                statistics.median(a / b for a, b in zip(ours, reading, strict=True)), 1
            ),
        }


def draft_of(view: View) -> str:
    """Return a draft of edited quotations and sentences of the archive, in turn."""
    chance = random.Random(SEED)
    texts = [version.article.text for version, _ in view.all_attributions()]
    chance.shuffle(texts)
    parts: list[str] = []
    words = 0
    for text in texts:
        edits = list(edits_of(statements_of(text), STRANGER))
        if not edits:
            continue
        plain = text.partition("\n")[0]
        for part in (chance.choice(edits).paragraph, plain):
            parts.append(part)
            words += len(part.split())
        if words >= WORDS:
            break
    return " ".join("\n\n".join(parts).split(" ")[: WORDS + len(parts)])


if __name__ == "__main__":
    main()
