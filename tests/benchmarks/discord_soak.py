"""Ten thousand questions to one Discord bot, and how much memory it holds meanwhile.

Run from the root of the repository; it takes a quarter of an hour on an idle machine:

    nice python tests/benchmarks/discord_soak.py
    nice python tests/benchmarks/discord_soak.py --count 2000

The bot is `qa discord run` as a process; four people ask it at a time by mention, over sockets to a stand-in for
Discord on loopback, and every tenth answer is turned to its second page. What is resident is read from /proc.
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

_AT_ONCE = 4
_PRESS_EVERY = 10


def main() -> None:
    run(__file__, __doc__, measure, count=10_000)


async def measure(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    started = time.perf_counter()
    async with running(folder, options.library, heartbeat=1.0, limits=limits(50)) as talk:
        samples, replies = await _soak(talk, questions(options.questions), options.count)
    tenth = max(1, len(samples) // 10)
    early, late = statistics.mean(samples[tenth : 2 * tenth]), statistics.mean(samples[-tenth:])
    return {
        "questions": options.count,
        "with_quotes": replies,
        "minutes": round((time.perf_counter() - started) / 60, 1),
        "resident_mb": {
            "second_tenth": round(early, 1),
            "last_tenth": round(late, 1),
            "most": round(max(samples), 1),
        },
        "growth_mb_per_1000_questions": round((late - early) / (0.85 * options.count / 1000), 3),
        "samples_mb": [round(each, 1) for each in samples[:: max(1, len(samples) // 50)]],
    }


async def _soak(talk: Talk, asked: list[str], count: int) -> tuple[list[float], int]:
    numbers = iter(range(count))
    samples: list[float] = []
    quoted = itertools.count()
    with_quotes = 0

    async def person(ident: int) -> None:
        nonlocal with_quotes
        for number in numbers:
            reply = await talk.ask(asked[number % len(asked)], person=ident)
            if reply["embeds"]:
                with_quotes += 1
                if next(quoted) % _PRESS_EVERY == 0:
                    await _turn(talk, reply, ident)
            if number % max(1, count // 200) == 0:
                samples.append(_resident_mb(talk.bot.process.pid))

    await asyncio.gather(*(person(1000 + each) for each in range(_AT_ONCE)))
    return samples, with_quotes


async def _turn(talk: Talk, reply: dict[str, Any], person: int) -> None:
    buttons = [button for row in reply["components"] for button in row["components"]]
    more = next((each["custom_id"] for each in buttons if each.get("label") == "More"), None)
    if more is not None:
        await talk.wire.press(reply, more, person=person)


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
