"""What the measurements of the Discord bot share: a running bot, and questions put to it one after the other."""

from __future__ import annotations

import asyncio
import itertools
import json
import shutil
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bots.discord.wire.conftest import TOKEN, Bot, Place, environment  # noqa: E402
from tests.bots.discord.wire.fake import Wire  # noqa: E402

MUCH = 1_000_000
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
