"""What the Discord bot adds to a question, and how late its heartbeats get while fifty people ask at once.

Run from the root of the repository, on an idle machine:

    python tests/benchmarks/discord_overhead.py
    python tests/benchmarks/discord_overhead.py --library FOLDER --questions FILE

The same questions are put to `Answerer.ask` here, and by mention to the bot, over sockets to a stand-in for
Discord on loopback, until its reply has arrived there. Both are warm, and take turns.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import statistics
import time
from pathlib import Path
from typing import Any

from discord_bench import Talk, limits, questions, run, running

from qa.open_archive import open_answerer

_PEOPLE = 50
_HEARTBEAT = 0.1


def main() -> None:
    run(__file__, __doc__, measure, count=200)


async def measure(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    asked = list(itertools.islice(itertools.cycle(questions(options.questions)), options.count))
    async with running(folder, options.library, heartbeat=_HEARTBEAT, limits=limits()) as talk:
        overhead = await _overhead(talk, folder / ".qa", asked)
        burst = await _burst(talk, asked)
    return {
        "questions": len(asked),
        **overhead,
        "burst": burst,
    }


async def _overhead(talk: Talk, library: Path, asked: list[str]) -> dict[str, Any]:
    answerer = open_answerer(library)
    for question in asked[:20]:
        answerer.ask(question)
        await talk.ask(question, person=1)
    direct, wired = [], []
    for number, question in enumerate(asked):
        started = time.perf_counter()
        answerer.ask(question)
        direct.append(time.perf_counter() - started)
        started = time.perf_counter()
        await talk.ask(question, person=1000 + number)
        wired.append(time.perf_counter() - started)
    added = [bot - alone for bot, alone in zip(wired, direct, strict=True)]
    return {
        "ask_ms": _spread(direct),
        "bot_ms": _spread(wired),
        "added_ms": _spread(added),
    }


async def _burst(talk: Talk, asked: list[str]) -> dict[str, Any]:
    """Ask so many at once that all are taken, and see when the heartbeats come."""
    talk.wire.heartbeats.clear()
    started = time.perf_counter()
    people = zip(itertools.cycle(asked), range(_PEOPLE))
    replies = await asyncio.gather(*(talk.ask(question, person=5000 + number) for question, number in people))
    seconds = time.perf_counter() - started
    beats = talk.wire.heartbeats
    late = [1000 * (after - before - _HEARTBEAT) for before, after in itertools.pairwise(beats)]
    return {
        "people": _PEOPLE,
        "replies": len(replies),
        "seconds": round(seconds, 2),
        "heartbeat_every_ms": 1000 * _HEARTBEAT,
        "heartbeats": len(beats),
        "late_ms": {"median": round(statistics.median(late), 1), "most": round(max(late), 1)},
    }


def _spread(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(1000 * each for each in seconds)
    return {
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 1),
    }


if __name__ == "__main__":
    main()
