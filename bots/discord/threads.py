"""Open threads for conversations: by the button under an answer, or where answers go into threads by default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord

from bots.discord.escaping import plain_line
from bots.discord.limits import THREAD_NAME

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot

ARCHIVED_AFTER: Final = 1440
"""Minutes after which Discord archives a thread in which nothing is written."""


async def open_thread(
    bot: AnsweringBot, message: discord.Message | discord.PartialMessage, question: str
) -> discord.Thread:
    """Open a thread from a message, named after the question, and record it as one of the bot's own."""
    name = plain_line(question, THREAD_NAME - 5) or "Question"
    thread = await message.create_thread(name=name, auto_archive_duration=ARCHIVED_AFTER)
    # A thread has the id of the message that it starts from, so the conversation is found again by that id.
    await bot.service.aside(bot.state.add_thread, thread.id)
    return thread


def can_open(channel: Any, allowed: discord.Permissions) -> bool:
    """Return whether the bot may open a thread in a channel and show quotes there; elsewhere it answers in the channel.

    Args:
        allowed: What the bot may do there.
    """
    wanted = (allowed.create_public_threads, allowed.send_messages_in_threads, allowed.embed_links)
    return isinstance(channel, discord.TextChannel) and all(wanted)
