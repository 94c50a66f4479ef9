"""Introduce the bot on a server that invited it, once, and ask those who manage it in which channels it may answer."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

import discord

from bots.discord.channels import ASKED, choose_channels, where_it_answers
from bots.discord.failures import details
from bots.discord.help_texts import greeting
from bots.discord.policy import Place, place_of
from bots.discord.refusals import Refused
from bots.discord.sending import NO_MENTIONS, tell, telling
from qa.errors import QAError

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot
    from qa.answers import CorpusSummary
    from qa.archive.protocol import View

logger = logging.getLogger(__name__)

GREETED = "greeted"
NEW = timedelta(days=14)
"""For how long after its invitation a server is greeted that invited the bot while it was away."""
ALL, HERE = "all", "here"


class WhereButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]], template=rf"qa:where:(?P<where>{ALL}|{HERE})"
):
    """A button under the greeting that chooses in which channels the bot answers."""

    def __init__(self, where: str) -> None:
        self.where = where
        label = "In all channels" if where == ALL else "Only in this channel"
        super().__init__(discord.ui.Button(label=label, custom_id=f"qa:where:{where}"))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["where"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: AnsweringBot = interaction.client
        async with telling(interaction, "the greeting's button"):
            guild = bot.policy.require_manager(interaction)
            here = place_of(interaction).channel
            await choose_channels(bot, guild, None if self.where == ALL else here)
            await tell(interaction, f"{where_it_answers(bot, guild)} /settings changes it.")


async def greet(bot: AnsweringBot, guild: discord.Guild) -> None:
    """Introduce the bot, unless it has done so on this server, or may write nowhere there."""
    served = bot.configuration.guilds
    if (served and guild.id not in served) or bot.state.setting(guild.id, GREETED) is not None:
        return
    channel = _where_it_may_speak(guild)
    if channel is None:
        return
    # Stored first: a greeting that failed half-way must not come again with every connection.
    await bot.service.aside(bot.state.change, guild.id, GREETED, True)
    place = Place(0, guild.id, channel.id)
    text = greeting(guild.me.display_name, await _corpus(bot, place), bot.policy.text(place, "greeting"))
    view = discord.ui.View(timeout=None)
    if bot.state.setting(guild.id, ASKED) is None:
        view.add_item(WhereButton(ALL)).add_item(WhereButton(HERE))
    try:
        await channel.send(text, view=view, allowed_mentions=NO_MENTIONS)
    except discord.HTTPException as error:
        logger.warning("the greeting in guild %d failed: %s %s", guild.id, error.status, error.code)


async def greet_late(bot: AnsweringBot, guild: discord.Guild) -> None:
    """Introduce the bot on a server that it finds itself on, if that invited it a short time ago, while it was away.

    Where it has been for longer people know it, even if nothing is stored of that server.
    """
    joined = guild.me.joined_at if guild.me is not None else None
    if joined is not None and discord.utils.utcnow() - joined <= NEW:
        await greet(bot, guild)


def _where_it_may_speak(guild: discord.Guild) -> discord.TextChannel | None:
    """Return the channel in which Discord itself greets, if the bot may write there, else the first where it may."""
    first = [guild.system_channel] if guild.system_channel is not None else []
    for channel in (*first, *guild.text_channels):
        allowed = channel.permissions_for(guild.me)
        if allowed.view_channel and allowed.send_messages:
            return channel
    return None


async def _corpus(bot: AnsweringBot, place: Place) -> CorpusSummary | None:
    """Return the size of the archive that is asked on a server; None while there is none."""

    def look(snapshot: View) -> CorpusSummary:
        return snapshot.corpus()

    try:
        return await bot.service.look(look, library=bot.policy.libraries(place)[0])
    except (QAError, Refused) as error:
        logger.info("the greeting has no numbers: %s", details(error))
        return None
