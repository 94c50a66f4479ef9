"""Start the bot, retry until it is connected, and stop it without losing an answer."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import discord

from bots.discord.connecting import CLOSED_FOR_GOOD, MISSING_INTENT, WRONG_TOKEN, use_stand_in
from bots.discord.redaction import start_logging
from bots.exit_codes import INTERRUPTED
from qa.embedded.writer_lock import alone
from qa.errors import ConfigurationError

if TYPE_CHECKING:
    from bots.discord.bot import ArchiveBot
    from bots.discord.configuration import Configuration
    from bots.discord.service import AnswerService

LONGEST_WAIT = 120.0
"""The most seconds between two tries to connect. Discord allows a bot 1,000 starts a day."""
LOCK = "running.lock"

Sleep = Callable[[float], Awaitable[object]]

_log = logging.getLogger(__name__)


def run(configuration: Configuration, *, verbose: bool = False, quiet: bool = False) -> int:
    """Run the bot until a signal stops it; return the exit code.

    Raises:
        ConfigurationError: If Discord refuses the token or the intents, or another bot is running.
    """
    from bots.discord.bot import create_bot

    with _ready(configuration, verbose=verbose, quiet=quiet):
        asyncio.run(_run(lambda: create_bot(configuration), configuration))
    _end_despite_threads()
    return 0


@contextmanager
def alongside(
    configuration: Configuration,
    create: Callable[[], AnswerService],
    *,
    verbose: bool,
    quiet: bool,
) -> Iterator[Callable[[asyncio.Event], Awaitable[None]]]:
    """Prepare a bot that runs in the event loop of something else, and yield what runs it until an event is set.

    Args:
        create: Makes what answers; called for each try to connect.

    Raises:
        ConfigurationError: At once if another bot is running; while it runs, as `run`.
    """
    from bots.discord.bot import create_bot

    def start() -> ArchiveBot:
        return create_bot(configuration, service=create())

    with _ready(configuration, verbose=verbose, quiet=quiet):
        yield lambda stop: keep_starting(start, configuration, stop)
    _end_despite_threads()


@contextmanager
def _ready(configuration: Configuration, *, verbose: bool, quiet: bool) -> Iterator[None]:
    start_logging(configuration.token, verbose=verbose, quiet=quiet)
    use_stand_in(configuration.api)
    with alone(_lock_in(configuration.state), otherwise=_second_bot(configuration.state)):
        yield


def _end_despite_threads() -> None:
    """End the process if a thread of it goes on: the interpreter would wait for it."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(timeout=1)
            if thread.is_alive():
                # Nobody needs its answer any more.
                _end_at_once(0)


def _lock_in(state: Path) -> Path:
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            f"The state folder {state} cannot be created: {error.strerror}. Set another one with --state."
        ) from error
    return state / LOCK


def _second_bot(state: Path) -> ConfigurationError:
    # Two that share a token would both answer every question.
    return ConfigurationError(
        f"Another bot is running with the state folder {state}. Stop it, or give this one its own with --state."
    )


async def _run(create: Callable[[], ArchiveBot], configuration: Configuration) -> None:
    stop = asyncio.Event()
    _stop_on_signals(stop)
    await keep_starting(create, configuration, stop)


async def keep_starting(
    create: Callable[[], ArchiveBot],
    configuration: Configuration,
    stop: asyncio.Event,
    *,
    sleep: Sleep = asyncio.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Connect, retry while Discord cannot be reached, and return when `stop` is set.

    discord.py reconnects a bot that was connected before. The first connection is different: discord.py 2.7 cannot
    repeat it (it reads the sequence number of a socket that was never opened), so each try takes a new bot.

    Raises:
        ConfigurationError: If trying again cannot help.
    """
    wait = 1.0
    while not stop.is_set():
        bot, began = create(), clock()
        try:
            await _until_stopped(bot, configuration, stop)
            return
        except discord.LoginFailure as error:
            raise ConfigurationError(WRONG_TOKEN) from error
        except discord.PrivilegedIntentsRequired as error:
            raise ConfigurationError(MISSING_INTENT) from error
        except discord.ConnectionClosed as error:
            if error.code in CLOSED_FOR_GOOD:
                raise ConfigurationError(CLOSED_FOR_GOOD[error.code]) from error
            reason: BaseException = error
        except Exception as error:
            if not _passes(error):
                raise
            reason = error.__context__ or error
        if clock() - began > LONGEST_WAIT:
            wait = 1.0
        _log.warning("Discord cannot be reached (%s). Next try in %.0f s.", type(reason).__name__, wait)
        await _first(sleep(wait), stop.wait())
        wait = min(2 * wait, LONGEST_WAIT)


async def _until_stopped(bot: ArchiveBot, configuration: Configuration, stop: asyncio.Event) -> None:
    async def tell_that_it_is_ready() -> None:
        _log.info("Ready as %s. Servers: %d.", bot.user, len(bot.guilds))

    bot.add_listener(tell_that_it_is_ready, "on_ready")
    running = asyncio.create_task(bot.start(configuration.token))
    try:
        await _first(asyncio.shield(running), stop.wait())
        if running.done():
            running.result()
        else:
            await bot.drain(configuration.drain_seconds)
    finally:
        await bot.close()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def _first(*waiting: Awaitable[object]) -> None:
    """Wait until one of these is done, with a result or an error, and cancel the others."""
    tasks = [asyncio.ensure_future(each) for each in waiting]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _passes(error: Exception) -> bool:
    """Return whether trying again later may help."""
    if isinstance(error, discord.HTTPException):
        return error.status == 429 or error.status >= 500
    if isinstance(error, AttributeError):
        return error.name in {"sequence", "gateway", "session_id"} and error.obj is None
    return isinstance(error, OSError | aiohttp.ClientError | asyncio.TimeoutError | discord.GatewayNotFound)


def _stop_on_signals(stop: asyncio.Event) -> None:
    def received() -> None:
        if stop.is_set():
            _end_at_once(INTERRUPTED)
        _log.info("Stopping after the accepted questions are answered. A second signal stops at once.")
        stop.set()

    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C interrupts
            loop.add_signal_handler(each, received)


def _end_at_once(code: int) -> None:
    logging.shutdown()
    os._exit(code)
