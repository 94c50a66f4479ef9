"""Index articles of extreme sizes, and run the other commands over them: within 1 GB, in time linear in their size.

Each article lies between two small ones. It is indexed, found by its first and its last word, asked, verified and
forgotten; in the whole proof it is also backed up, changed in one byte and rebuilt. That is done at two sizes, of
which one is four times the other. What is measured is the processor's time of a process of its own, so that a busy
machine is no fault.

The words of a shape repeat. Passages are then encoded once, and what is measured is all but the encoder, whose work is
the same for every passage.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from workload import ROOT, environment

FIRST, LAST = "zqfirst", "zqlast"
MOST_MB = 1000
MOST_GROWTH = 2.0
"""Times as much processor time for each byte as at a quarter of the size; some seconds make no trend."""
_SLACK = 1.5
"""Seconds that make no trend."""

COMMANDS = """
import contextlib, io, json, resource, sys, time
from bots.terminal.app import run

def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1000 for line in status if line.startswith("VmHWM"))

def measured(step, arguments):
    with open("/proc/self/clear_refs", "w") as refs:
        refs.write("5")  # the peak counts from here
    out, before = io.StringIO(), time.process_time()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = run(arguments)
    return {"step": step, "code": code, "seconds": time.process_time() - before, "mb": peak(), "out": out.getvalue()}

for line in sys.stdin:
    print(json.dumps(measured(*json.loads(line))), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """What an article of any size is made of, up to the largest that is tried."""

    name: str
    ending: str
    unit: Callable[[int], str]
    largest: int = 50_000_000


def _name(number: int) -> str:
    letters = "".join(chr(ord("a") + number // 26**place % 26) for place in range(5))
    return f"Ada {letters.capitalize()}"


SHAPES = (
    Shape("one line", "txt", lambda n: "Ada Quill said no. "),
    Shape("short lines", "txt", lambda n: "Aye.\n"),
    # A million names. A page of 44 MB is refused with the reason: parsed, it needs more memory than reading may use.
    Shape(
        "page of names", "html", lambda n: f"{_name(n)}," + ("\n" if n % 10 == 9 else " "), largest=11_600_000
    ),
    Shape("line of names", "jsonl", lambda n: f"{_name(n)}, "),
    # A record for every 20 characters, in a little less than a million: in longer texts nobody's words are looked for,
    # and time and memory grow no further.
    Shape("all quotes", "csv", lambda n: f'"No," said {_name(n)}.\n', largest=900_000),
)
_REPEATED = 40
"""Units after which a shape repeats."""


def prove(scratch: Path, *, whole: bool) -> Iterator[tuple[str, str]]:
    """Try each shape, and yield what was tried and what is wrong with it."""
    largest = 50_000_000 if whole else 2_000_000
    for shape in SHAPES:
        size = min(largest, shape.largest)
        measured = {
            n: _Trial(scratch / "sizes", shape, n, whole=whole).run() for n in (size // 4, size - size // 20)
        }
        small, large = measured.values()
        for step, (trouble, seconds, mb) in large.items():
            before = small[step]
            allowed = MOST_GROWTH * size / (size // 4) * before[1] + _SLACK
            what = f"{shape.name}, {size / 1e6:.1f} MB, {step}: {seconds:.1f} s of CPU, {mb} MB"
            if trouble or before[0]:
                yield what, trouble or before[0]
            elif mb > MOST_MB:
                yield what, f"more than {MOST_MB} MB of memory"
            elif seconds > allowed:
                yield what, f"{before[1]:.1f} s at a quarter of the size: it grows faster than the text"
            else:
                yield what, ""


Measured = dict[str, tuple[str, float, int]]
"""By step: what is wrong, seconds of processor time, MB of memory."""


class _Trial:
    """One article of one size in a folder with two small ones, and a process that runs commands over them."""

    def __init__(self, scratch: Path, shape: Shape, size: int, *, whole: bool) -> None:
        self._whole = whole
        shutil.rmtree(scratch, ignore_errors=True)
        self.folder, self.library, self.backup = scratch / "articles", scratch / "library", scratch / "backup"
        self.folder.mkdir(parents=True)
        self.file = self.folder / f"middle.{shape.ending}"
        self.text = _text(shape, size)
        self.file.write_text(_as_file(shape.ending, self.text), encoding="utf-8")
        for name, who in (("after.txt", "Ivo Brandt"), ("before.txt", "Una Strand")):
            (self.folder / name).write_text(f'"The pier stays shut," said {who}, the mayor of Harwick.\n')

    def run(self) -> Measured:
        found: Measured = {}
        with subprocess.Popen(
            [sys.executable, "-c", COMMANDS], cwd=ROOT, env=environment(), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as process:  # fmt: skip
            for step, arguments, wrong in self._steps():
                if step == "change":
                    self._change()
                assert process.stdin is not None and process.stdout is not None
                try:
                    process.stdin.write(
                        json.dumps([step, ["--library", str(self.library), *arguments]]) + "\n"
                    )
                    process.stdin.flush()
                except BrokenPipeError:
                    pass
                line = process.stdout.readline()
                if not line:
                    found[step] = "its process ended", 0.0, 0
                    continue
                told = json.loads(line)
                # 1 says that nothing is found.
                ended = told["code"] in (0, 1) and told["out"]
                trouble = wrong(json.loads(told["out"])) if ended else f"exit code {told['code']}"
                found[step] = trouble, told["seconds"], told["mb"]
            process.kill()
        return found

    def _steps(self) -> Iterator[tuple[str, list[str], Callable[[dict[str, Any]], str]]]:
        yield "index", ["index", "--json", str(self.folder)], self._indexed
        for word in (FIRST, LAST):
            yield f"find {word}", ["find", "--json", word], self._found
        for who in ("Ivo Brandt", "Una Strand"):
            yield f"ask for {who}", ["ask", "--json", f"What did {who} say about the pier?"], _answered
        yield "ask for its words", ["ask", "--json", "What did Ada Quill say?"], lambda told: ""
        yield "ask who", ["ask", "--json", "Who opposed the pier?"], lambda told: ""
        yield "verify", ["verify", "--json"], lambda told: ""
        if self._whole:
            yield "backup", ["backup", "--json", str(self.backup)], lambda told: ""
            yield (
                "change",
                ["index", "--json"],
                lambda told: "" if told["changed"] == 1 else "it was not changed",
            )
            yield "rebuild", ["index", "--json", "--rebuild"], self._indexed
        yield "forget", ["forget", "--json", "--purge", str(self.file)], lambda told: ""

    def _indexed(self, told: dict[str, Any]) -> str:
        if told["articles"] != 3:
            return f"{told['articles']} of 3 articles are indexed"
        named = any(self.file.name in each["path"] and each["reason"] for each in told["skipped"])
        return "" if named or len(self.text) <= 1_000_000 else "it is not named with the reason"

    def _found(self, told: dict[str, Any]) -> str:
        places = told["places"]
        if [place["article"]["path"] for place in places] != [self.file.name]:
            return f"found in {len(places)} places"
        place = places[0]
        return "" if self.text[place["start"] : place["end"]] == place["text"] else "a quote is no slice"

    def _change(self) -> None:
        """Write another letter in the middle."""
        with self.file.open("r+b") as file:
            file.seek(self.file.stat().st_size // 2)
            part = file.read(100)
            file.seek(-len(part), os.SEEK_CUR)
            file.write(part.replace(b"A", b"O", 1))


def _answered(told: dict[str, Any]) -> str:
    texts = [quote["text"] for quote in told["quotes"]]
    return (
        "" if any("pier stays shut" in text for text in texts) else "a small article beside it is not quoted"
    )


def _text(shape: Shape, size: int) -> str:
    units = [shape.unit(number) for number in range(_REPEATED)]
    count = size * _REPEATED // sum(map(len, units))
    end = "\n" if shape.unit(9).endswith("\n") else " "
    return f"{FIRST}.{end}{''.join(islice(cycle(units), count))}{LAST}."


def _as_file(ending: str, text: str) -> str:
    match ending:
        case "html":
            rows = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
            return f"<html><head><title>Names</title></head><body><article>\n{rows}</article></body></html>\n"
        case "jsonl":
            return json.dumps({"title": "Names", "text": text}) + "\n"
        case "csv":
            return 'title,text\nQuotes,"' + text.replace('"', '""') + '"\n'
    return text
