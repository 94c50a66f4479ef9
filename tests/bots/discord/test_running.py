from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bots.discord.bot import create_bot
from bots.discord.configuration import Configuration
from bots.discord.connecting import use_stand_in
from bots.discord.running import LONGEST_WAIT, keep_starting


@pytest.fixture
def nobody_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Configuration:
    """A configuration for a Discord at a port on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    api = f"http://127.0.0.1:{port}"
    use_stand_in(api)
    return Configuration("token", {"archive": tmp_path / ".qa"}, "archive", tmp_path / "state", api=api)


async def test_each_wait_is_twice_the_last_up_to_the_longest(nobody_there: Configuration) -> None:
    waits: list[float] = []
    stop = asyncio.Event()

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 9:
            stop.set()

    await keep_starting(lambda: create_bot(nobody_there), nobody_there, stop, sleep=sleep, clock=lambda: 0.0)

    assert waits == [1, 2, 4, 8, 16, 32, 64, LONGEST_WAIT, LONGEST_WAIT]


async def test_after_a_bot_that_ran_for_long_waits_start_short_again(nobody_there: Configuration) -> None:
    waits: list[float] = []
    stop = asyncio.Event()
    times = iter([0.0, 1.0, 2.0, 3.0, 4.0, 4.0 + 2 * LONGEST_WAIT])

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            stop.set()

    await keep_starting(
        lambda: create_bot(nobody_there), nobody_there, stop, sleep=sleep, clock=lambda: next(times)
    )

    assert waits == [1, 2, 1]


async def test_a_wait_ends_when_the_bot_is_to_stop(nobody_there: Configuration) -> None:
    stop = asyncio.Event()

    async def sleep(_: float) -> None:
        stop.set()
        await asyncio.Event().wait()

    async with asyncio.timeout(10):
        await keep_starting(lambda: create_bot(nobody_there), nobody_there, stop, sleep=sleep)


async def test_what_trying_again_cannot_help_is_raised(nobody_there: Configuration) -> None:
    def create() -> object:
        bot = create_bot(nobody_there)

        async def setup() -> None:
            raise ZeroDivisionError

        bot.login = lambda _: setup()  # type: ignore[method-assign, assignment]
        return bot

    with pytest.raises(ZeroDivisionError):
        await keep_starting(create, nobody_there, asyncio.Event())  # type: ignore[arg-type]
