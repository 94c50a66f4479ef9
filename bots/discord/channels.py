"""Say and change in which channels of a server the bot answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bots.discord.policy import CHANNELS, EXCLUDED

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot

ASKED = "channels chosen"
"""The key under which it is stored that somebody chose the channels, were it all of them."""
MOST_NAMED = 40


async def choose_channels(bot: AnsweringBot, guild: int, channel: int | None) -> None:
    """Let the bot answer in all channels but those left out, or only in those chosen before.

    Args:
        channel: The channel to begin with, where only chosen ones are to be answered in and none is; None for all.
    """
    chosen = None if channel is None else sorted(bot.policy.channels(guild) or {channel})
    await bot.service.aside(bot.state.change, guild, CHANNELS, chosen)
    if channel is not None:
        left = bot.policy.excluded(guild) - {channel}
        await bot.service.aside(bot.state.change, guild, EXCLUDED, sorted(left) or None)
    await bot.service.aside(bot.state.change, guild, ASKED, True)


def where_it_answers(bot: AnsweringBot, guild: int) -> str:
    """Say in which channels the bot answers."""
    chosen, excluded = bot.policy.channels(guild), bot.policy.excluded(guild)
    if chosen is not None:
        if not chosen:
            return "I answer in no channel. /settings channel adds one, /settings channels opens all."
        return f"I answer in {_named(chosen)}."
    if excluded:
        return f"I answer in all channels but {_named(excluded)}."
    new = bot.state.setting(guild, ASKED) is None
    return "I answer in all channels" + (", as on every new server: nobody has chosen yet." if new else ".")


def _named(channels: Iterable[int]) -> str:
    ordered = sorted(channels)
    more = f" and {len(ordered) - MOST_NAMED:,} more" if len(ordered) > MOST_NAMED else ""
    return ", ".join(f"<#{each}>" for each in ordered[:MOST_NAMED]) + more
