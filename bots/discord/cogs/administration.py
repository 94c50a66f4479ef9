"""Show how the bot is doing, and update the archive: `/status`, `/reindex`."""

from __future__ import annotations

import math
import time
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bots.discord.cogs.completing import LibraryName, complete_library
from bots.discord.parts import AnsweringBot
from bots.discord.policy import NotAllowed, place_of
from bots.discord.reindexing import Done, Step
from bots.discord.sending import NO_MENTIONS, Interaction, telling
from bots.discord.state import KEPT
from bots.wording import STAGES, corpus_in_words, counted
from qa.errors import UsageError
from qa.settings import ServerLibrary

if TYPE_CHECKING:
    from qa.answers import CorpusSummary
    from qa.archive.protocol import View

SECONDS_BETWEEN_EDITS = 3.0


class Administration(commands.Cog):
    """Commands for the people who look after the bot."""

    def __init__(self, bot: AnsweringBot) -> None:
        self.bot = bot

    @app_commands.command(description="Show what the archive asked here holds, and how the bot is doing.")
    async def status(self, interaction: Interaction) -> None:
        async with telling(interaction, "/status"):
            place = place_of(interaction)
            library = self.bot.policy.library(place)
            await interaction.response.defer(ephemeral=True, thinking=True)
            corpus, speakers, sources = await self.bot.service.look(
                _numbers, library=library, person=place.person, guild=place.guild
            )
            service = self.bot.service
            latency = self.bot.latency
            lines = [
                f"**{corpus_in_words(corpus)}**",
                f"{counted(speakers, 'speaker')} · {counted(sources, 'source')} · generation {corpus.generation}",
                f"-# Questions: {service.waiting} waiting, {service.answered:,} answered, {service.refused:,} refused"
                f" since {discord.utils.format_dt(self.bot.started, 'R')}",
            ]
            good, bad = await service.aside(self.bot.state.votes, library)
            if good or bad:
                lines.append(f"-# Of the answers of the last {KEPT.days} days: 👍 {good:,} · 👎 {bad:,}")
            if math.isfinite(latency):  # not before the first heartbeat
                lines.append(f"-# Discord answers in {latency * 1000:.0f} ms")
            if self.bot.reindexing.running:
                lines.append("An archive is being updated.")
            await interaction.followup.send("\n".join(lines), ephemeral=True, allowed_mentions=NO_MENTIONS)

    @app_commands.command(description="Update the archive from its files (only for owners of the bot).")
    @app_commands.describe(library="Which archive; usually the one asked here")
    @app_commands.autocomplete(library=complete_library)
    @app_commands.default_permissions(administrator=True)
    async def reindex(self, interaction: Interaction, library: LibraryName | None = None) -> None:
        async with telling(interaction, "/reindex"):
            # A server can change Discord's own permissions for a command, so they are not enough here.
            self.bot.policy.require_owner(interaction.user.id)
            name = library or self.bot.policy.library(place_of(interaction))
            place = self.bot.configuration.libraries.get(name)
            if place is None:
                raise UsageError("There is no archive of that name.")
            if isinstance(place, ServerLibrary):
                raise NotAllowed(
                    "This archive is on a server, where `qa move` brings it. It is not updated from here."
                )
            if self.bot.reindexing.running:
                raise NotAllowed("An archive is already being updated.")
            await interaction.response.defer(ephemeral=True, thinking=True)
            configuration = self.bot.configuration
            steps = self.bot.reindexing.run(
                place, model=configuration.model, allow_download=configuration.allow_download
            )
            edited = -SECONDS_BETWEEN_EDITS
            async with aclosing(steps):
                async for step in steps:
                    if isinstance(step, Done) or time.monotonic() - edited >= SECONDS_BETWEEN_EDITS:
                        edited = time.monotonic()
                        await _show(interaction, _in_words(step))


def _numbers(snapshot: View) -> tuple[CorpusSummary, int, int]:
    return snapshot.corpus(), snapshot.speaker_count(), len(snapshot.sources())


def _in_words(step: Step | Done) -> str:
    if isinstance(step, Done):
        skipped = f", {counted(step.skipped, 'file')} skipped" if step.skipped else ""
        return (
            f"Up to date: {counted(step.articles, 'article')} ({step.added:,} added, {step.changed:,} changed, "
            f"{step.removed:,} removed{skipped})."
        )
    many = f" {step.done:,}" + (f" of {step.total:,}" if step.total else "") if step.done else ""
    return f"{STAGES[step.stage]}{many} …"


async def _show(interaction: Interaction, text: str) -> None:
    try:
        await interaction.edit_original_response(content=text, allowed_mentions=NO_MENTIONS)
    except discord.HTTPException:
        # After 15 minutes Discord accepts no more edits; the work goes on, and /status shows it.
        return


async def setup(bot: Any) -> None:
    await bot.add_cog(Administration(bot))
