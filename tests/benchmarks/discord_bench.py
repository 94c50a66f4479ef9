"""What the measurements of the Discord bot share: a running bot, and questions put to it one after the other."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from machine import ROOT, describe, this_command

sys.path.insert(0, str(ROOT))

from tests.bots.discord.wire.conftest import TOKEN, Bot, Place, environment
from tests.bots.discord.wire.fake import Wire

MUCH = 1_000_000
Measure = Callable[[Path, argparse.Namespace], Awaitable[dict[str, Any]]]
SPEAKERS = ("Rubio", "Trump", "Biden", "Xi", "Guo Jiakun", "Han Zheng", "Yellen", "the Chinese embassy")
TOPICS = (
    "China",
    "tariffs",
    "TikTok",
    "Taiwan",
    "trade",
    "the Cold War",
    "prosperity",
    "sanctions",
    "the harbour",
)


def run(script: str, about: str | None, measure: Measure, *, count: int) -> None:
    """Read what is measured from the command line, measure, and write that among the results.

    Args:
        count: Questions, where nobody says how many.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--count", type=int, default=count)
    options = parser.parse_args()

    async def measured(folder: Path) -> dict[str, Any]:
        taken_with = describe("discord.py", "aiohttp", "onnxruntime")
        return {"command": this_command(script), **taken_with, **await measure(folder, options)}

    with tempfile.TemporaryDirectory() as folder:
        result = asyncio.run(measured(Path(folder)))
    file = Path(script).parent / "results" / f"{Path(script).stem}.json"
    file.write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(json.dumps(result) + "\n")


def limits(waiting: int = MUCH) -> str:
    """Return settings under which nobody is refused before so many wait."""
    return f"limits = {{ per_person = {MUCH}, per_guild = {MUCH}, in_all = {MUCH}, waiting = {waiting} }}"


def questions(file: Path | None) -> list[str]:
    """Return the questions of a JSON lines file, or some about the seeds, a part of which has no answer."""
    if file is not None:
        return [
            json.loads(line)["question"] for line in file.read_text(encoding="utf-8").splitlines() if line
        ]
    return [f"What did {who} say about {what}?" for who, what in itertools.product(SPEAKERS, TOPICS)]


class Talk:
    """A bot that runs, and the Discord it talks with."""

    def __init__(self, wire: Wire, bot: Bot) -> None:
        self.wire, self.bot = wire, bot
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        wire.on_message = self._arrived

    async def ask(self, question: str, person: int) -> dict[str, Any]:
        """Mention the bot and return its reply, when it arrives."""
        said = await self.wire.mention(question, person=person)
        arrival = self._waiting[int(said["id"])] = asyncio.get_running_loop().create_future()
        return await asyncio.wait_for(arrival, 120)

    def _arrived(self, message: dict[str, Any]) -> None:
        waiting = self._waiting.pop(message.get("_answers", 0), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(message)


@asynccontextmanager
async def running(
    folder: Path, library: Path | None, *, heartbeat: float, limits: str, articles: Sequence[Path] = ()
) -> AsyncIterator[Talk]:
    """Run the bot as `qa discord run` does, with a copy of a library, or one made of the seeds."""
    place = Place(folder, folder / ".qa", {**environment(folder), "QA_DISCORD_TOKEN": TOKEN})
    if library is None:
        code, _, told = await place.call("index", *map(str, articles or [ROOT / "seeds"]))
        if code:
            raise SystemExit(told)
    else:
        shutil.copytree(library, place.library)
    place.configure(limits)
    wire = Wire(TOKEN, heartbeat=heartbeat)
    wire.keep = False
    await wire.start()
    try:
        async with place.run(wire, "--quiet") as bot:
            yield Talk(wire, bot)
        if wire.broken:
            raise SystemExit(f"Discord would have refused: {wire.broken[:5]}")
    finally:
        await place.end()
        await wire.stop()
