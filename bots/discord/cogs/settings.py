"""Show and change what the bot does on a server: `/settings`."""

from __future__ import annotations

from typing import Any, Literal

import discord
from discord import app_commands
from discord.ext import commands

from bots.discord.channels import choose_channels, where_it_answers
from bots.discord.cogs.completing import LibraryName, complete_library
from bots.discord.cutting import lines_within
from bots.discord.escaping import escaped_line
from bots.discord.limits import CONTENT, OWN_TEXT, SPARE
from bots.discord.mentioned import names_known, with_names
from bots.discord.modes import IN_WORDS, MODE, THREADS, Mode
from bots.discord.own_texts import own_text
from bots.discord.parts import AnsweringBot
from bots.discord.policy import CHANNELS, EXCLUDED, NotAllowed, Place, place_of
from bots.discord.sending import Interaction, tell, telling
from bots.discord.threads import can_open
from bots.wording import counted
from qa.errors import UsageError

NEEDS_CONTENT = (
    "To read every message I need the message content intent. The person who runs this bot can switch it on, in "
    "Discord's portal and with `message_content = true`."
)

Answered = discord.TextChannel | discord.ForumChannel | discord.VoiceChannel | discord.StageChannel
"""What can be set apart: not a category or a thread, since what is set holds for a channel and its threads."""


class Settings(commands.Cog):
    """The commands with which people who manage a server set up the bot there."""

    def __init__(self, bot: AnsweringBot) -> None:
        self.bot = bot

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

    @settings.command(description="Choose whether the bot answers in all channels, or only in chosen ones.")
    @app_commands.describe(where="All channels, or only those that /settings channel names")
    async def channels(self, interaction: Interaction, where: Literal["all", "chosen"]) -> None:
        async with telling(interaction, "/settings channels"):
            guild = self.bot.policy.require_manager(interaction)
            await choose_channels(self.bot, guild, None if where == "all" else place_of(interaction).channel)
            await tell(interaction, where_it_answers(self.bot, guild))

    @settings.command(description="Let the bot answer in a channel, or leave a channel out.")
    @app_commands.describe(
        channel="The channel", answer="True: also there. False: not there, whatever else is set"
    )
    async def channel(self, interaction: Interaction, channel: Answered, answer: bool) -> None:
        async with telling(interaction, "/settings channel"):
            guild = self.bot.policy.require_manager(interaction)
            chosen, excluded = self.bot.policy.channels(guild), self.bot.policy.excluded(guild)
            if answer and chosen is None and channel.id not in excluded:
                chosen = set()
            if chosen is not None:
                # An empty list stays one: it means nowhere, and never all channels.
                chosen = chosen | {channel.id} if answer else chosen - {channel.id}
                await self._change(guild, CHANNELS, sorted(chosen))
            excluded = excluded - {channel.id} if answer else excluded | {channel.id}
            await self._change(guild, EXCLUDED, sorted(excluded) or None)
            await tell(interaction, where_it_answers(self.bot, guild))

    @settings.command(description="Choose which messages of a channel or forum are questions to the bot.")
    @app_commands.describe(
        channel="A text channel or a forum",
        answer="Those that mention it; every new post of a forum; or every message of a channel",
    )
    async def mode(
        self,
        interaction: Interaction,
        channel: discord.TextChannel | discord.ForumChannel,
        answer: Literal["mentions", "posts", "messages"],
    ) -> None:
        async with telling(interaction, "/settings mode"):
            guild = self.bot.policy.require_manager(interaction)
            mode = Mode(answer)
            _require_fitting(mode, forum=isinstance(channel, discord.ForumChannel))
            reads = self.bot.configuration.message_content
            if mode is Mode.MESSAGES and not reads:
                raise NotAllowed(NEEDS_CONTENT)
            await self._change(guild, MODE, None if mode is Mode.MENTIONS else mode.value, channel=channel.id)
            told = f"In <#{channel.id}> I answer {IN_WORDS[mode]}."
            if mode is Mode.POSTS and not reads:
                told += " I read only the title of a post, so the question must stand there."
            if self.bot.policy.answers_privately(place_of(interaction)):
                told += " But answers are private on this server, so I answer only commands."
            await tell(interaction, told)

    @settings.command(description="Choose whether answers in a channel go into a thread.")
    @app_commands.describe(
        channel="A text channel", threads="Whether each answer goes into a thread of its own"
    )
    async def threads(self, interaction: Interaction, channel: discord.TextChannel, threads: bool) -> None:
        async with telling(interaction, "/settings threads"):
            guild = self.bot.policy.require_manager(interaction)
            await self._change(guild, THREADS, threads or None, channel=channel.id)
            if not threads:
                await tell(interaction, f"In <#{channel.id}> I answer in the channel itself.")
                return
            told = f"In <#{channel.id}> I answer in a thread for each question."
            if not can_open(channel, channel.permissions_for(channel.guild.me)):
                told += " For that I still need the permission “Create Public Threads” there."
            await tell(interaction, told)

    @settings.command(
        description="Give a text of your own that the bot adds to its greeting, help or “not found”."
    )
    @app_commands.describe(where="Below which of the bot's messages", text="The text; leave it out for none")
    async def text(
        self,
        interaction: Interaction,
        where: Literal["greeting", "help", "not found"],
        text: app_commands.Range[str, 1, OWN_TEXT] | None = None,
    ) -> None:
        async with telling(interaction, "/settings text"):
            guild = self.bot.policy.require_manager(interaction)
            typed = with_names(text or "", names_known(interaction.guild, text or ""))
            await self._change(guild, f"text:{where}", typed or None)
            told = (
                f"Below “{where}” I write:\n{own_text(typed)}" if typed else f"Below “{where}” I add nothing."
            )
            await tell(interaction, told)

    @settings.command(description="Choose the archive that is asked, on this server or in one channel.")
    @app_commands.describe(name="The archive", channel="Only in this channel")
    @app_commands.autocomplete(name=complete_library)
    async def library(
        self,
        interaction: Interaction,
        name: LibraryName,
        channel: Answered | None = None,
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
            many = (
                f"{counted(per_person, 'question')} a minute"
                if per_person
                else "as many questions as everywhere"
            )
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
        self,
        interaction: Interaction,
        name: LibraryName,
        person: discord.User | None = None,
        allowed: bool = True,
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
        lines = [
            where_it_answers(self.bot, guild),
            f"Answers are seen by: {'the person who asked' if policy.answers_privately(place) else 'everybody'}",
            f"Questions a minute for each person: {policy.per_person(place) or 'as everywhere'}",
            f"Archives: {', '.join(escaped_line(name, 60) for name in policy.libraries(place))}",
        ]
        for (channel, key), value in sorted(state.settings_of(guild).items()):
            where = f"<#{channel}>" if channel else "this server"
            if key == "library":
                lines.append(f"Asked in {where}: {escaped_line(str(value), 60)}")
            elif key == MODE and value in set(Mode):
                lines.append(f"Answered in {where}: {IN_WORDS[Mode(str(value))]}")
            elif key == THREADS:
                lines.append(f"Answers go into threads in {where}")
            elif key.startswith("text:"):
                lines.append(f"Below “{key.removeprefix('text:')}”: {escaped_line(str(value), 60)}")
        return lines_within(lines, int(CONTENT * SPARE) - 20, lambda _: "-# and more")


def _require_fitting(mode: Mode, *, forum: bool) -> None:
    """Raise UsageError for a mode that a channel of this kind cannot have."""
    if mode is Mode.POSTS and not forum:
        raise UsageError("Only a forum has posts. Choose a forum, or another answer.")
    if mode is Mode.MESSAGES and forum:
        raise UsageError("In a forum I answer each new post: choose “posts”.")


async def setup(bot: Any) -> None:
    await bot.add_cog(Settings(bot))
