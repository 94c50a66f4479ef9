"""Send answers, refusals and errors to the place that they were asked from."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

import discord

from bots.discord.escaping import escaped_line
from bots.discord.failures import GONE, details, report, where
from bots.discord.policy import NotAllowed
from bots.discord.threads import can_open, open_thread
from qa.errors import NotFoundError, QAError

if TYPE_CHECKING:
    from bots.discord.desk import Reply
    from bots.discord.parts import AnsweringBot
    from bots.discord.request import Request, Work
    from bots.discord.shown import Shown

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

NO_MENTIONS = discord.AllowedMentions.none()
Interaction = discord.Interaction[Any]


@asynccontextmanager
async def telling(interaction: Interaction, what: str) -> AsyncIterator[None]:
    """Catch any error inside, and show it to this person only."""
    try:
        yield
    except Exception as error:
        await tell(interaction, report(error, where=where(interaction, what)))


async def tell(interaction: Interaction, text: str) -> None:
    """Send a text that only this person sees."""
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True, allowed_mentions=NO_MENTIONS)
        else:
            await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NO_MENTIONS)
    except discord.HTTPException as error:
        logger.warning("a message to a person failed: %s %s", error.status, error.code)


async def answer(
    bot: AnsweringBot, interaction: Interaction, request: Request, work: Work | None = None
) -> None:
    """Answer a command, button or form. Only this person sees a question that is refused at once."""
    with bot.answering():
        await _answer(bot, interaction, request, work)


async def _answer(bot: AnsweringBot, interaction: Interaction, request: Request, work: Work | None) -> None:
    reply = await thinking(interaction, bot.desk.take(request, work), private=request.private)
    await require_there(bot, reply.shown)
    message = await _in_own_thread(bot, interaction, request, reply)
    if message is None:
        message = await interaction.followup.send(**reply.parts(), ephemeral=request.private, wait=True)
    await withdraw_if_gone(bot, reply.shown, message.edit)
    await note_message(bot, reply, message)


async def _in_own_thread(
    bot: AnsweringBot, interaction: Interaction, request: Request, reply: Reply
) -> discord.Message | None:
    """Send the answer to a command into a thread, where that was chosen; return None where it was not."""
    channel = interaction.channel
    if request.private or not bot.policy.answers_in_threads(request.place):
        return None
    if not isinstance(channel, discord.TextChannel) or not can_open(channel, interaction.app_permissions):
        return None
    asked = f"**{escaped_line(request.heading or request.question, 620)}**"
    stub = await interaction.followup.send(
        f"{asked}\n-# Answered in the thread.", allowed_mentions=NO_MENTIONS, wait=True
    )
    begun = channel.get_partial_message(stub.id)
    thread = await _own_thread(bot, begun, request, interaction.app_permissions)
    return await (stub.edit(**reply.parts()) if thread is None else thread.send(**reply.parts()))


async def _own_thread(
    bot: AnsweringBot,
    message: discord.Message | discord.PartialMessage,
    request: Request,
    allowed: discord.Permissions,
) -> discord.Thread | None:
    """Open the thread that an answer goes into; return None where it goes into the channel itself."""
    if not bot.policy.answers_in_threads(request.place) or not can_open(message.channel, allowed):
        return None
    try:
        return await open_thread(bot, message, request.question)
    except discord.HTTPException as error:
        logger.info("a thread could not be opened: %s %s", error.status, error.code)
        return None


async def thinking(
    interaction: Interaction, work: Coroutine[Any, Any, Result], *, private: bool = True
) -> Result:
    """Acknowledge a command, then wait for accepted work and return its result, to be sent as a follow-up.

    Args:
        private: Whether only this person sees what is sent. It cannot be changed later.
    """
    waiting = asyncio.ensure_future(work)
    # Discord drops an interaction that is not acknowledged within three seconds.
    try:
        await interaction.response.defer(thinking=True, ephemeral=private)
    except BaseException:
        waiting.cancel()
        raise
    return await waiting


async def answer_message(bot: AnsweringBot, message: discord.Message, request: Request) -> None:
    """Answer a message by replying to it."""
    with bot.answering():
        await _answer_message(bot, message, request)


async def _answer_message(bot: AnsweringBot, message: discord.Message, request: Request) -> None:
    try:
        if message.guild is not None and not _may_show(message):
            raise NotAllowed("I need the permission “Embed Links” here to show quotes.")
        waiting = asyncio.ensure_future(bot.desk.take(request))
        with suppress(discord.HTTPException):
            await message.channel.typing()
        reply = await waiting
        await require_there(bot, reply.shown)
        thread = await _own_thread(bot, message, request, _own_permissions(message))
        sent = await (
            thread.send(**reply.parts())
            if thread is not None
            else message.reply(**reply.parts(), mention_author=False)
        )
        await withdraw_if_gone(bot, reply.shown, sent.edit)
        await note_message(bot, reply, sent)
    except Exception as error:
        place = f"message in guild {request.place.guild} channel {request.place.here}"
        await reply_to(message, report(error, where=place))


async def reply_to(message: discord.Message, text: str) -> None:
    """Reply to a message with a text; only log it when Discord refuses."""
    try:
        await message.reply(text, mention_author=False, allowed_mentions=NO_MENTIONS)
    except discord.HTTPException as error:
        # The message may be gone, or the bot may not write here.
        logger.info("a reply to a message failed: %s %s", error.status, error.code)


async def require_there(bot: AnsweringBot, shown: Shown | None) -> None:
    """Raise NotFoundError if some of an answer was purged while it waited to be sent."""
    if shown is not None and not await bot.desk.is_there(shown):
        raise NotFoundError("purged before it was sent")


async def withdraw_if_gone(
    bot: AnsweringBot, shown: Shown | None, edit: Callable[..., Coroutine[Any, Any, object]]
) -> None:
    """Take an answer back with `edit` if some of it was purged while it was sent: Discord may let a message wait."""
    try:
        if shown is None or await bot.desk.is_there(shown):
            return
        await edit(content=GONE, embeds=[], view=None, attachments=[], allowed_mentions=NO_MENTIONS)
        logger.info("an answer was taken back: its article was purged while it was sent")
    except QAError as error:
        logger.warning("whether an answer is still in the archive is not known: %s", details(error))
    except discord.HTTPException as error:
        logger.error("an answer that was purged could not be taken back: %s %s", error.status, error.code)


async def note_message(bot: AnsweringBot, reply: Reply, message: discord.Message) -> None:
    """Record which message holds an answer, so that a reply to that message continues its conversation."""
    if reply.shown is not None:
        await bot.service.aside(bot.state.set_message, reply.shown.id, message.id, message.channel.id)


def _may_show(message: discord.Message) -> bool:
    if message.guild is None or isinstance(message.channel, discord.DMChannel | discord.GroupChannel):
        return True
    return _own_permissions(message).embed_links


def _own_permissions(message: discord.Message) -> discord.Permissions:
    if message.guild is None or isinstance(message.channel, discord.DMChannel | discord.GroupChannel):
        return discord.Permissions.none()
    return message.channel.permissions_for(message.guild.me)
