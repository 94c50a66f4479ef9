"""`qa serve --discord`: pages, assistants and the bot in one process."""

from __future__ import annotations

import asyncio
import re
import signal
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.bots.discord.wire.conftest import TOKEN, Bot, Place
from tests.bots.discord.wire.fake import Wire
from tests.bots.discord.wire.test_asking import QUESTION, quotes

pytestmark = pytest.mark.slow

SERVE = ("serve", "--port", "0", "--discord")
SECRET = "zanzibarquill"


async def address_of(bot: Bot) -> str:
    await bot.logged("Ctrl-C ends it")
    told = re.search(r"(http://127\.0\.0\.1:\d+/) serves", bot.log)
    assert told is not None, bot.log
    return told[1]


async def got(address: str) -> str:
    async with httpx2.AsyncClient(timeout=60) as client:
        reply = await client.get(address)
    assert reply.status_code == 200, reply.text
    return reply.text


async def test_pages_assistants_and_the_bot_are_served_by_one_process(place: Place, wire: Wire) -> None:
    from mcp import Client

    bot = await place.start(wire, "--mcp", "-v", by=SERVE)
    address = await address_of(bot)
    await wire.until(lambda: wire.greeted, "a bot that is ready")
    said = await wire.mention(QUESTION)
    asked = await wire.mention(f"What did Rubio say about the {SECRET}?", person=4)
    answer, shown = await asyncio.gather(wire.answer_to(said), got(f"{address}ask?q={QUESTION}"))
    async with Client(f"{address}mcp") as client:
        called: Any = await client.call_tool("ask", {"question": QUESTION})
    await wire.answer_to(asked)
    await got(f"{address}ask?q={SECRET}")
    bot.signal(signal.SIGTERM)

    assert await bot.ended() == 0
    assert "The Discord bot connects now." in bot.log
    assert "biggest threat" in quotes(answer)[0]
    assert "biggest threat" in shown
    assert "biggest threat" in called.structured_content["quotes"][0]["text"]
    assert "Traceback" not in bot.log
    for secret in (SECRET, TOKEN, TOKEN.split(".")[2]):
        assert secret not in bot.log


async def test_an_accepted_question_is_answered_before_both_end(place: Place, wire: Wire) -> None:
    bot = await place.start(wire, by=SERVE)
    address = await address_of(bot)
    await wire.until(lambda: wire.greeted, "a bot that is ready")
    said = await wire.mention(QUESTION)
    await wire.until(lambda: any("typing" in each.path for each in wire.requests), "a bot that thinks")
    bot.signal(signal.SIGINT)

    assert await bot.ended() == 0
    assert "biggest threat" in quotes(wire.answers_to(said)[0])[0]
    with pytest.raises(httpx2.ConnectError):
        await got(address)


async def test_a_token_that_discord_refuses_ends_the_pages_too(place: Place, wire: Wire) -> None:
    wire.token = "another"

    bot = await place.start(wire, "--quiet", by=SERVE)

    assert await bot.ended() == 78
    assert bot.log.endswith(
        "qa: Discord refused the token. Reset it under Bot > Reset Token of your application, and store the new one.\n"
    )
    assert "Traceback" not in bot.log


async def test_a_missing_token_and_a_second_bot_are_told_before_a_page_is_promised(
    place: Place, wire: Wire
) -> None:
    async with place.run(wire):
        second = await place.call(*SERVE, wire=wire)
    del place.environment["QA_DISCORD_TOKEN"]
    without = await place.call(*SERVE)

    assert (second[0], without[0]) == (78, 78)
    assert (second[1], without[1]) == ("", "")
    assert "Another bot is running with the state folder" in second[2]
    assert "QA_DISCORD_TOKEN_FILE" in without[2]


async def test_the_bot_has_the_mounted_libraries_unless_the_settings_name_its_own(
    place: Place, wire: Wire, tmp_path: Path
) -> None:
    mounts = [part for name in ("first", "second") for part in ("--mount", f"{name}={place.library}")]
    bot = await place.start(wire, "--mcp", *mounts, by=SERVE)
    address = await address_of(bot)
    await wire.until(lambda: wire.greeted, "a bot that is ready")
    said = await wire.mention(QUESTION)

    assert "biggest threat" in quotes(await wire.answer_to(said))[0]
    assert f"Assistants ask at {address}first/mcp, {address}second/mcp." in bot.log
    bot.signal(signal.SIGTERM)
    assert await bot.ended() == 0
