"""Follow what a speaker says in new articles, and post it in the channel: `/follow`, `/follows`, `/unfollow`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import app_commands
from discord.ext import commands, tasks

from bots.discord.cogs.completing import choices, complete_speaker
from bots.discord.escaping import escaped_line
from bots.discord.limits import FOLLOWED_TOPIC, NAME, OPTION_TEXT
from bots.discord.news import News
from bots.discord.policy import NotAllowed, place_of
from bots.discord.refusals import Refused
from bots.discord.sending import Interaction, tell, telling

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot
    from qa.standing_questions import Follow


async def complete_follow(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    bot: AnsweringBot = interaction.client
    cog = bot.get_cog(Following.__name__)
    if not isinstance(cog, Following):
        return []
    place = place_of(interaction)
    try:
        bot.service.charge_typing(place.person, place.guild)
    except Refused:
        return []
    lines = [_line(follow) for follow in await cog.news.here(place)]
    return choices([line for line in lines if typed.casefold() in line.casefold()], typed)


class Following(commands.Cog):
    """Commands that begin, list and end what is followed, and the loop that posts what is new."""

    def __init__(self, bot: AnsweringBot) -> None:
        self.bot = bot
        self.news = News(bot)
        self._posting = tasks.loop(seconds=bot.configuration.follow_seconds)(self.news.round)
        self._posting.before_loop(bot.wait_until_ready)

    async def cog_load(self) -> None:
        self._posting.start()

    async def cog_unload(self) -> None:
        self._posting.cancel()

    @app_commands.command(description="Post here what a speaker says in new articles.")
    @app_commands.describe(speaker="A person or group", topic="Only on this topic")
    @app_commands.autocomplete(speaker=complete_speaker)
    @app_commands.default_permissions(manage_messages=True)
    async def follow(
        self,
        interaction: Interaction,
        speaker: app_commands.Range[str, 1, NAME],
        topic: app_commands.Range[str, 1, FOLLOWED_TOPIC] | None = None,
    ) -> None:
        async with telling(interaction, "/follow"):
            self._require(interaction)
            place = place_of(interaction)
            if self.bot.policy.answers_privately(place):
                raise NotAllowed("Answers are private on this server, so nothing is posted.")
            await interaction.response.defer(ephemeral=True, thinking=True)
            follow = await self.news.add(place, " ".join(speaker.split()), topic and " ".join(topic.split()))
            await tell(
                interaction, f"Followed here: {escaped_line(_line(follow), 400)}\n-# /unfollow ends it."
            )

    @app_commands.command(description="List what is followed here.")
    async def follows(self, interaction: Interaction) -> None:
        async with telling(interaction, "/follows"):
            self.bot.policy.require_open(place_of(interaction))
            followed = await self.news.here(place_of(interaction))
            lines = [escaped_line(_line(follow), 90) for follow in followed]
            await tell(interaction, "\n".join(lines) or "Nothing is followed here. Start with /follow.")

    @app_commands.command(description="Stop following something here.")
    @app_commands.describe(followed="Which one: its number, as /follows shows it")
    @app_commands.autocomplete(followed=complete_follow)
    @app_commands.default_permissions(manage_messages=True)
    async def unfollow(
        self, interaction: Interaction, followed: app_commands.Range[str, 1, OPTION_TEXT]
    ) -> None:
        async with telling(interaction, "/unfollow"):
            self._require(interaction)
            number = followed.split(".")[0].strip()
            found = await self.news.remove(place_of(interaction), int(number) if number.isdecimal() else 0)
            await tell(interaction, f"No longer followed: {escaped_line(_line(found), 400)}")

    def _require(self, interaction: Interaction) -> None:
        """Raise NotAllowed unless this person may make the bot post here, and the bot can.

        Without that, anyone could write to a whole channel through the bot.
        """
        if interaction.guild_id is None:
            return
        owner = interaction.user.id in self.bot.configuration.owners
        if not (owner or interaction.permissions.manage_messages):
            raise NotAllowed("Only people who may manage messages here can change what is followed here.")
        allowed = interaction.app_permissions
        if not (allowed.send_messages and allowed.embed_links and allowed.read_message_history):
            raise NotAllowed(
                "To post here I need the permissions to send messages, embed links and read the message history."
            )


def _line(follow: Follow) -> str:
    return f"{follow.id}. {follow.question}"


async def setup(bot: Any) -> None:
    await bot.add_cog(Following(bot))
