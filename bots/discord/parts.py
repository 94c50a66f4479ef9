"""Declare what the modules of this folder use of the bot, so that none of them has to import it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    import discord
    from discord import app_commands
    from discord.ext import commands

    from bots.discord.configuration import Configuration
    from bots.discord.desk import Desk
    from bots.discord.policy import Policy
    from bots.discord.reindexing import Reindexing
    from bots.discord.service import AnswerService
    from bots.discord.state import State


class AnsweringBot(Protocol):
    """A Discord client that answers questions: the bot as commands, buttons and forms see it.

    The first group of members is ours, the second is discord.py's. `bot.py` holds the class that has them all; it
    imports the modules that import this one.
    """

    configuration: Configuration
    service: AnswerService
    state: State
    policy: Policy
    desk: Desk
    reindexing: Reindexing
    started: datetime

    def answering(self) -> AbstractContextManager[None]: ...

    @property
    def user(self) -> discord.ClientUser | None: ...
    @property
    def guilds(self) -> Sequence[discord.Guild]: ...
    @property
    def latency(self) -> float: ...
    @property
    def tree(self) -> app_commands.CommandTree[Any]: ...
    def get_cog(self, name: str, /) -> commands.Cog | None: ...
    def get_guild(self, guild: int, /) -> discord.Guild | None: ...
    def get_partial_messageable(
        self, channel: int, /, *, guild_id: int | None = None
    ) -> discord.PartialMessageable: ...
    async def wait_until_ready(self) -> None: ...
