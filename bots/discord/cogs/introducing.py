"""Introduce the bot: the greeting of a new server, `/help`, `/about`, `/privacy` with its button "Delete mine"."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import app_commands
from discord.ext import commands

from bots.archive_card import archive_card
from bots.discord.archive_card import compact
from bots.discord.forgetting import forget
from bots.discord.greeting import WhereButton, greet, greet_late
from bots.discord.help_texts import DELETE_MINE, help_text, privacy_text
from bots.discord.parts import AnsweringBot
from bots.discord.policy import place_of
from bots.discord.sending import NO_MENTIONS, Interaction, tell, telling, thinking

if TYPE_CHECKING:
    from bots.archive_card import ArchiveCard
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View


class DeleteButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"qa:delete"):
    """Deletes what is kept of whoever presses it."""

    def __init__(self) -> None:
        super().__init__(
            discord.ui.Button(label=DELETE_MINE, style=discord.ButtonStyle.danger, custom_id="qa:delete")
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with telling(interaction, DELETE_MINE):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await tell(interaction, await forget(interaction.client, interaction.user.id))


class Introducing(commands.Cog):
    """Says what the bot is, what it can be asked, and what it keeps."""

    def __init__(self, bot: AnsweringBot) -> None:
        self.bot = bot
        self._greeting = asyncio.Lock()

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        # One after the other, so that a server of which Discord tells twice is greeted once.
        async with self._greeting:
            await greet(self.bot, guild)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        # It may have been invited while it was away; a server that is out of reach now is told of when it is back.
        for guild in self.bot.guilds:
            await self.on_guild_available(guild)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        async with self._greeting:
            await greet_late(self.bot, guild)

    @app_commands.command(description="Show what you can ask, and by which commands.")
    async def help(self, interaction: Interaction) -> None:
        async with telling(interaction, "/help"):
            await tell(interaction, help_text(self.bot.policy.text(place_of(interaction), "help")))

    @app_commands.command(description="Show what the archive is about: when, where, who, and what to ask.")
    async def about(self, interaction: Interaction) -> None:
        async with telling(interaction, "/about"):
            place = place_of(interaction)
            waiting = self.bot.service.answer(
                _card,
                library=self.bot.policy.library(place),
                person=place.person,
                guild=place.guild,
                per_person=self.bot.policy.per_person(place),
            )
            await tell(interaction, compact(await thinking(interaction, waiting)))

    @app_commands.command(description="Show what is kept of you, and for how long; you can have it deleted.")
    async def privacy(self, interaction: Interaction) -> None:
        async with telling(interaction, "/privacy"):
            view = discord.ui.View(timeout=None).add_item(DeleteButton())
            await interaction.response.send_message(
                privacy_text(), view=view, ephemeral=True, allowed_mentions=NO_MENTIONS
            )


def _card(answerer: Answerer, snapshot: View) -> ArchiveCard:
    from qa.answering.overview.describing import overview

    return archive_card(overview(snapshot, answers=answerer.answers))


async def setup(bot: Any) -> None:
    bot.add_dynamic_items(WhereButton, DeleteButton)
    await bot.add_cog(Introducing(bot))
