"""Show and change how the bot is set up: `/status`, `/reindex`, `/settings`."""

from __future__ import annotations

import math
import time
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bots.discord.cogs.completing import choices
from bots.discord.escaping import escaped_line
from bots.discord.limits import LIBRARY_NAME
from bots.discord.parts import AnsweringBot
from bots.discord.policy import NotAllowed, Place, place_of
from bots.discord.reindexing import Done, Step
from bots.discord.sending import NO_MENTIONS, Interaction, tell, telling
from bots.wording import STAGES, corpus_in_words, counted
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.answers import CorpusSummary
    from qa.archive.protocol import View

SECONDS_BETWEEN_EDITS = 3.0
Name = app_commands.Range[str, 1, LIBRARY_NAME]


async def complete_library(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Complete the name of a library: those that may be asked here, or all of them for an owner of the bot."""
    bot: AnsweringBot = interaction.client
    place = place_of(interaction)
    owner = place.person in bot.configuration.owners
    names = list(bot.configuration.libraries) if owner else bot.policy.libraries(place)
    return choices([name for name in names if typed.casefold() in name.casefold()], typed)


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
            if math.isfinite(latency):  # not before the first heartbeat
                lines.append(f"-# Discord answers in {latency * 1000:.0f} ms")
            if self.bot.reindexing.running:
                lines.append("An archive is being updated.")
            await interaction.followup.send("\n".join(lines), ephemeral=True, allowed_mentions=NO_MENTIONS)

    @app_commands.command(description="Update the archive from its files (only for owners of the bot).")
    @app_commands.describe(library="Which archive; usually the one asked here")
    @app_commands.autocomplete(library=complete_library)
    @app_commands.default_permissions(administrator=True)
    async def reindex(self, interaction: Interaction, library: Name | None = None) -> None:
        async with telling(interaction, "/reindex"):
            # A server can change Discord's own permissions for a command, so they are not enough here.
            self.bot.policy.require_owner(interaction.user.id)
            name = library or self.bot.policy.library(place_of(interaction))
            folder = self.bot.configuration.libraries.get(name)
            if folder is None:
                raise UsageError("There is no archive of that name.")
            if self.bot.reindexing.running:
                raise NotAllowed("An archive is already being updated.")
            await interaction.response.defer(ephemeral=True, thinking=True)
            configuration = self.bot.configuration
            steps = self.bot.reindexing.run(
                folder, model=configuration.model, allow_download=configuration.allow_download
            )
            edited = -SECONDS_BETWEEN_EDITS
            async with aclosing(steps):
                async for step in steps:
                    if isinstance(step, Done) or time.monotonic() - edited >= SECONDS_BETWEEN_EDITS:
                        edited = time.monotonic()
                        await _show(interaction, _in_words(step))

    settings = app_commands.Group(
        name="settings",
        description="Show or change what the bot does on this server.",
        default_permissions=discord.Permissions(manage_guild=True),
    )

    @settings.command(description="Show what is set on this server.")
    async def show(self, interaction: Interaction) -> None:
        async with telling(interaction, "/settings show"):
            guild = self.bot.policy.require_manager(interaction)
            place = place_of(interaction)
            await tell(interaction, "\n".join(self._set(guild, place)))

    @settings.command(description="Choose the channels in which the bot answers.")
    @app_commands.describe(channel="The channel", answer="Whether to answer there")
    async def channel(
        self, interaction: Interaction, channel: app_commands.AppCommandChannel, answer: bool
    ) -> None:
        async with telling(interaction, "/settings channel"):
            guild = self.bot.policy.require_manager(interaction)
            listed = self.bot.state.setting(guild, "channels")
            channels = set(listed if isinstance(listed, list) else ())
            channels = channels | {channel.id} if answer else channels - {channel.id}
            await self._change(guild, "channels", sorted(channels) or None)
            where = ", ".join(f"<#{each}>" for each in sorted(channels)) or "all channels"
            await tell(interaction, f"I answer in {where}.")

    @settings.command(description="Choose the archive that is asked, on this server or in one channel.")
    @app_commands.describe(name="The archive", channel="Only in this channel")
    @app_commands.autocomplete(name=complete_library)
    async def library(
        self, interaction: Interaction, name: Name, channel: app_commands.AppCommandChannel | None = None
    ) -> None:
        async with telling(interaction, "/settings library"):
            place = place_of(interaction)
            if place.guild is not None:
                self.bot.policy.require_manager(interaction)
            if name not in self.bot.policy.libraries(place):
                # One message for an archive that does not exist and one that was not given: nobody learns which.
                raise NotAllowed("There is no archive of that name for this place.")
            if place.guild is None:
                await self._change(place.channel, "library", name, channel=place.channel)
                await tell(interaction, f"“{escaped_line(name, 60)}” is asked here.")
                return
            guild = place.guild
            await self._change(guild, "library", name, channel=channel.id if channel else 0)
            where = f"in <#{channel.id}>" if channel else "on this server"
            await tell(interaction, f"“{escaped_line(name, 60)}” is asked {where}.")

    @settings.command(description="Choose whether all see the answers, or only the person who asked.")
    @app_commands.describe(private="Only the person who asked sees the answer")
    async def privacy(self, interaction: Interaction, private: bool) -> None:
        async with telling(interaction, "/settings privacy"):
            guild = self.bot.policy.require_manager(interaction)
            await self._change(guild, "private", True if private else None)
            seen = "only the person who asked" if private else "everybody in the channel"
            await tell(interaction, f"Answers are seen by {seen}.")

    @settings.command(description="Set how many questions a minute one person may ask here.")
    @app_commands.describe(per_person="Questions a minute; 0 for the usual number")
    async def limit(self, interaction: Interaction, per_person: app_commands.Range[int, 0, 60]) -> None:
        async with telling(interaction, "/settings limit"):
            guild = self.bot.policy.require_manager(interaction)
            await self._change(guild, "per_person", per_person or None)
            many = f"{per_person} questions a minute" if per_person else "as many questions as everywhere"
            await tell(interaction, f"One person may ask {many}.")

    @settings.command(
        description="Let this server, or a person in direct messages, ask an archive (only for owners)."
    )
    @app_commands.describe(
        name="The archive",
        person="In direct messages with this person",
        allowed="False takes it back",
    )
    @app_commands.autocomplete(name=complete_library)
    async def give(
        self, interaction: Interaction, name: Name, person: discord.User | None = None, allowed: bool = True
    ) -> None:
        async with telling(interaction, "/settings give"):
            self.bot.policy.require_owner(interaction.user.id)
            if name not in self.bot.configuration.libraries:
                raise UsageError("There is no archive of that name.")
            if person is None and interaction.guild_id is None:
                raise UsageError("Name a person, or use this on a server.")
            kind, owner = ("person", person.id) if person else ("guild", interaction.guild_id or 0)
            change = self.bot.state.give if allowed else self.bot.state.take_back
            await self.bot.service.aside(change, kind, owner, name)
            whom = f"<@{owner}>" if person else "this server"
            may = "may ask" if allowed else "may no longer ask"
            await tell(interaction, f"{whom} {may} “{escaped_line(name, 60)}”.")

    async def _change(self, guild: int, key: str, value: object | None, channel: int = 0) -> None:
        await self.bot.service.aside(lambda: self.bot.state.change(guild, key, value, channel=channel))

    def _set(self, guild: int, place: Place) -> list[str]:
        state, policy = self.bot.state, self.bot.policy
        listed = state.setting(guild, "channels")
        channels = listed if isinstance(listed, list) else []
        lines = [
            f"Answers in: {', '.join(f'<#{each}>' for each in channels) or 'all channels'}",
            f"Answers are seen by: {'the person who asked' if policy.answers_privately(place) else 'everybody'}",
            f"Questions a minute for each person: {policy.per_person(place) or 'as everywhere'}",
            f"Archives: {', '.join(escaped_line(name, 60) for name in policy.libraries(place))}",
        ]
        for (channel, key), value in sorted(state.settings_of(guild).items()):
            if key == "library":
                where = f"<#{channel}>" if channel else "this server"
                lines.append(f"Asked in {where}: {escaped_line(str(value), 60)}")
        return lines


def _numbers(snapshot: View) -> tuple[CorpusSummary, int, int]:
    return snapshot.corpus(), len(snapshot.speakers()), len(snapshot.sources())


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
