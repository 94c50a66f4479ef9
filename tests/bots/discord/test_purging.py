"""What is purged while an answer is on its way is not shown by that answer."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from bots.discord.failures import GONE
from qa.upkeep.forget import forget
from qa.upkeep.status import status

pytestmark = pytest.mark.slow

RUBIO = "What did Rubio say about China?"


@pytest.fixture
def libraries(own_seeds: Path) -> dict[str, Path]:
    return {"archive": own_seeds}


def purge_all(library: Path) -> None:
    (place,) = {each.path for each in status(library).places}
    forget(library, place, purge=True)


async def until(what: Any) -> None:
    async with asyncio.timeout(30):
        while not what():
            await asyncio.sleep(0.001)


@pytest.mark.parametrize("how", ["command", "mention"])
async def test_an_answer_that_waits_to_be_sent_is_not_sent(town: Any, own_seeds: Path, how: str) -> None:
    # What an answer's buttons need is kept before it is sent, on a thread that now waits.
    gate = threading.Event()
    held = asyncio.ensure_future(town.bot.service.aside(gate.wait, 30))
    if how == "command":
        asking = asyncio.ensure_future(town.alice.slash(town.channel, "ask", question=RUBIO))
    else:
        asking = asyncio.ensure_future(town.alice.send(town.channel, f"{town.mention} {RUBIO}"))
    await until(lambda: town.bot.service.answered == 1)

    await asyncio.to_thread(purge_all, own_seeds)
    gate.set()
    await asyncio.gather(held, asking)

    (said,) = [each["content"] for each in town.sent() if each.get("content")]
    assert said == GONE
    assert not any(each.get("embeds") for each in town.sent())
