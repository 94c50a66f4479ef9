"""The bot: a Discord client with the commands of this project and nothing else."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bots.discord.rates import Clock
from bots.discord.service import AnswerService

if TYPE_CHECKING:
    from bots.discord.configuration import Configuration


class ArchiveBot(commands.Bot):
    """`configuration` and `service` are what it answers from."""

    def __init__(self, configuration: Configuration, service: AnswerService) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.configuration = configuration
        self.service = service

    async def drain(self, timeout: float = 30.0) -> None:
        """Take no more questions, finish the one in hand, and let go of what is open. `close` comes after."""
        await self.service.close(timeout)


def create_bot(
    configuration: Configuration, *, clock: Clock = time.monotonic, service: AnswerService | None = None
) -> ArchiveBot:
    """Return the bot, not yet connected to anything."""
    if service is None:
        service = AnswerService(
            configuration.libraries,
            clock=clock,
            rates=configuration.rates,
            encoder_factory=partial(_encoder, configuration),
            today=configuration.today,
        )
    return ArchiveBot(configuration, service)


def _encoder(configuration: Configuration) -> object:
    from qa.encoding import open_encoder  # here, and on the service's thread: it takes a while

    return open_encoder(
        configuration.model,
        library=configuration.libraries[configuration.default_library],
        allow_download=configuration.allow_download,
    )
