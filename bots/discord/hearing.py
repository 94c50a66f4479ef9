"""Decide which messages are questions to the bot, and in which words: pure functions of a message and what was set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bots.discord.limits import QUESTION
from bots.discord.mentioned import names_in, with_names
from bots.discord.modes import Mode
from bots.discord.policy import place_of

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot


@dataclass(frozen=True, slots=True)
class Heard:
    """A question to the bot.

    `asked` is False where nobody addressed the bot by name: then it says nothing but an answer, and no hints. `follows`
    means that it continues the last conversation of its place.
    """

    question: str
    asked: bool
    follows: bool


def heard(bot: AnsweringBot, message: discord.Message) -> Heard | None:
    """Return what a message asks the bot; None if it asks it nothing.

    Discord sends the bot the text of mentions, replies with their ping on and direct messages without the privileged
    intent, and of a forum's new post the title.
    """
    if bot.user is None or not _is_from_a_person(message):
        return None
    place = place_of(message)
    in_thread = place.thread is not None and bot.state.is_thread(place.thread)
    names = {user: name for user, name in names_in(message).items() if user != bot.user.id}
    question = with_names(message.content, names)
    if any(user.id == bot.user.id for user in message.mentions) or place.guild is None:
        return Heard(question, asked=True, follows=in_thread or place.guild is None)
    mode = bot.policy.mode(place)
    if mode is Mode.POSTS and _begins_a_post(message):
        question = post_question(getattr(message.channel, "name", ""), question)
    elif in_thread and bot.configuration.message_content:
        return Heard(question, asked=True, follows=True) if question else None
    elif mode is not Mode.MESSAGES or place.thread is not None or _is_for_others(message, bot.user.id):
        return None
    # Without text it is a picture, or the intent was switched off since.
    return Heard(question, asked=False, follows=False) if question else None


def post_question(title: str, text: str) -> str:
    """Return what a forum's new post asks: its title, unless only its text is a question that is short enough."""
    title = with_names(title, {})
    if "?" not in title and "?" in text and len(text) <= QUESTION:
        return text
    return title


def _begins_a_post(message: discord.Message) -> bool:
    # The message with which a post begins has the id of the post.
    channel = message.channel
    return (
        isinstance(channel, discord.Thread)
        and message.id == channel.id
        and isinstance(channel.parent, discord.ForumChannel)
    )


def _is_for_others(message: discord.Message, bot_id: int) -> bool:
    """Return whether a message speaks to somebody else: it mentions them, or replies to them and not to the bot."""
    if message.mentions or message.mention_everyone:
        return True
    replied_to = message.reference.resolved if message.reference is not None else None
    to_bot = isinstance(replied_to, discord.Message) and replied_to.author.id == bot_id
    return message.type is discord.MessageType.reply and not to_bot


def _is_from_a_person(message: discord.Message) -> bool:
    # Two bots that answer each other would never stop, so bots and webhooks get no answer.
    ordinary = message.type in (discord.MessageType.default, discord.MessageType.reply)
    return ordinary and not message.author.bot and message.webhook_id is None
