"""Build the Discord client from its parts: commands, buttons, answers, state and permissions."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord.ext import commands

from bots.discord import pressing
from bots.discord.desk import Desk
from bots.discord.dialogs import submitted
from bots.discord.failures import details, report, where
from bots.discord.policy import Policy
from bots.discord.rates import Clock
from bots.discord.reindexing import Reindexing
from bots.discord.sending import tell
from bots.discord.service import AnswerService
from bots.discord.state import State, WallClock
from bots.discord.views import AnswerButton, AnswerMenu

if TYPE_CHECKING:
    from bots.discord.configuration import Configuration

logger = logging.getLogger(__name__)

COGS = (
    "introducing", "asking", "browsing", "comparing", "checking_texts", "following", "administration", "settings",
)  # fmt: skip


FOR_ONESELF = {
    "ask", "compare", "timeline", "speakers", "sources", "latest", "check", "help", "about", "privacy",
}  # fmt: skip
"""The commands that people may bring along where the bot was not invited, if its owner allows that."""


class ArchiveBot(commands.Bot):
    """The Discord client of this project.

    `desk` takes questions, `service` answers them, `state` keeps what must outlive a restart, and `policy` decides who
    may ask what.
    """

    def __init__(self, configuration: Configuration, service: AnswerService, state: State) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        # Privileged: Discord shows it to a bot's owner, who must switch it on there too.
        intents.message_content = configuration.message_content
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=discord.app_commands.AppCommandContext(guild=True, dm_channel=True),
            allowed_installs=discord.app_commands.AppInstallationType(guild=True),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.configuration = configuration
        self.service = service
        self.state = state
        self.policy = Policy(configuration, state)
        self.desk = Desk(service, state, self.policy)
        self.started = discord.utils.utcnow()
        self.reindexing = Reindexing()
        self._in_hand: set[asyncio.Task[Any]] = set()
        self.tree.error(_tell_of)

    async def setup_hook(self) -> None:
        for name in COGS:
            await self.load_extension(f"bots.discord.cogs.{name}")
        self.add_dynamic_items(AnswerButton, AnswerMenu)
        if self.configuration.user_install:
            for command in self.tree.get_commands():
                if command.name in FOR_ONESELF:
                    command.allowed_installs = discord.app_commands.AppInstallationType(guild=True, user=True)
                    command.allowed_contexts = discord.app_commands.AppCommandContext(
                        guild=True, dm_channel=True, private_channel=True
                    )

    async def on_message(self, message: discord.Message, /) -> None:
        """Ignore the message: there are no prefix commands, and `cogs.asking` listens for questions."""

    async def on_interaction(self, interaction: discord.Interaction[Any], /) -> None:
        """Handle submitted forms; discord.py itself dispatches commands and buttons."""
        await submitted(self, interaction)

    async def press(self, interaction: discord.Interaction[Any], button: AnswerButton, /) -> None:
        """Do what a pressed button is for."""
        await pressing.press(self, interaction, button)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        import sys

        error = sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1]
        if error is not None:
            logger.error("in %s: %s", event_method, details(error))

    async def drain(self, timeout: float = 30.0) -> None:
        """Refuse new questions, and wait until the accepted ones are answered and sent. Call `close` after it.

        Args:
            timeout: Seconds to wait at most.
        """
        begun = time.monotonic()
        await self.reindexing.stop()
        await self.service.finish(timeout)
        if self._in_hand:
            left = max(0.0, timeout - (time.monotonic() - begun))
            await asyncio.wait(tuple(self._in_hand), timeout=left)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Make `drain` wait for the current task, which has an answer to send, until this context ends."""
        task = asyncio.current_task()
        if task is None:
            yield
            return
        self._in_hand.add(task)
        try:
            yield
        finally:
            self._in_hand.discard(task)

    async def close(self) -> None:
        await self.reindexing.stop()
        await super().close()
        await self.service.close(0)
        self.state.close()


async def _tell_of(
    interaction: discord.Interaction[Any], error: discord.app_commands.AppCommandError
) -> None:
    name = interaction.command.qualified_name if interaction.command else "a command"
    cause = error.__cause__ if isinstance(error, discord.app_commands.CommandInvokeError) else error
    await tell(interaction, report(cause or error, where=where(interaction, f"/{name}")))


def create_bot(
    configuration: Configuration,
    *,
    clock: Clock = time.monotonic,
    now: WallClock = time.time,
    service: AnswerService | None = None,
) -> ArchiveBot:
    """Create the bot, not yet connected to Discord.

    Args:
        clock: Monotonic seconds, for the rate limits.
        now: Seconds since 1970, for how long buttons work.

    Raises:
        QAError: If the bot's state cannot be opened.
    """
    if service is None:
        service = AnswerService(
            configuration.libraries,
            clock=clock,
            rates=configuration.rates,
            encoder_factory=partial(_encoder, configuration),
            today=configuration.today,
        )
    return ArchiveBot(configuration, service, State.open(configuration.state, now=now))


def _encoder(configuration: Configuration) -> object:
    from qa.encoding import open_encoder  # here, and on the service's thread: it takes a while

    return open_encoder(configuration.model, allow_download=configuration.allow_download)
