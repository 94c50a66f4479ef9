"""Show a private answer to the channel in which it was asked, when its asker wants that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import discord

from bots.discord.escaping import escaped_line
from bots.discord.limits import CONTENT, SPARE, size
from bots.discord.policy import NotAllowed, place_of
from bots.discord.sending import Interaction, note_message, require_there, withdraw_if_gone
from bots.discord.shown import Shown, new_id

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot


async def share(bot: AnsweringBot, interaction: Interaction, shown: Shown, page: int) -> None:
    """Show a private answer to the channel, as its asker wants; the channel's rules hold."""
    place = place_of(interaction)
    if not shown.private or shown.person != place.person:
        raise NotAllowed("Only who asked can share an answer, and only a private one.")
    if place.elsewhere or bot.policy.answers_privately(place):
        raise NotAllowed("Answers are private here, so none is shared.")
    if not _may_post(interaction, interaction.permissions):
        raise NotAllowed("You may not post links and quotes here yourself, so I do not do it for you.")
    if not _may_post(interaction, interaction.app_permissions):
        raise NotAllowed("I may not post quotes here.")
    with bot.answering():
        shared = replace(shown, id=new_id(), private=False, channel=place.here)
        name = escaped_line(interaction.user.display_name, 60)
        head = interaction.message.content if interaction.message else ""
        # Stored first: its buttons may be pressed at once.
        await bot.service.aside(bot.state.keep, shared)
        reply = await bot.desk.page(shared, page, place, fitting(f"{head}\n-# shared by {name}"), seen=False)
        await require_there(bot, shared)
        await interaction.response.send_message(**reply.parts())
        await withdraw_if_gone(bot, shared, interaction.edit_original_response)
        await note_message(bot, reply, await interaction.original_response())


def fitting(head: str) -> str:
    """Return lines that fit above an answer, the last one always."""
    *lines, last = head.split("\n")
    while lines and size("\n".join((*lines, last))) > CONTENT * SPARE:
        lines.pop()
    return "\n".join((*lines, last)).strip()


def _may_post(interaction: Interaction, allowed: discord.Permissions) -> bool:
    in_thread = isinstance(interaction.channel, discord.Thread)
    return allowed.embed_links and (allowed.send_messages_in_threads if in_thread else allowed.send_messages)
