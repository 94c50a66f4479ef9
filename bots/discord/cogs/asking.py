"""Take questions: by `/ask`, a mention, a reply to the bot, a direct message, or about somebody's message."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bots.discord.cogs.completing import complete_source, complete_speaker
from bots.discord.cogs.days import first_day, last_day
from bots.discord.escaping import one_line
from bots.discord.hearing import heard
from bots.discord.limits import DAY, NAME, QUESTION
from bots.discord.mentioned import names_in, names_known, with_names
from bots.discord.parts import AnsweringBot
from bots.discord.policy import place_of
from bots.discord.request import Request
from bots.discord.sending import Interaction, answer, answer_message, reply_to, telling
from qa.conversation.earlier.turns import Conversation
from qa.datatypes import Scope
from qa.errors import UsageError

HINT = (
    "Ask me what somebody said, such as “What did … say about …?”, and I answer with quotes from the archive. "
    "/ask does the same."
)
NO_QUESTIONS = {"", "?", "start", "/help"}
"""What is answered with a hint; greetings and "help" get the archive's own reply."""
TOO_LONG = f"A question may have at most {QUESTION} characters."


class Asking(commands.Cog):
    """The command `/ask`, the menu entry for messages, and questions in messages to the bot."""

    def __init__(self, bot: AnsweringBot) -> None:
        self.bot = bot
        self.about = app_commands.ContextMenu(name="Ask about this message", callback=self.about_message)
        bot.tree.add_command(self.about)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.about.name, type=self.about.type)

    @app_commands.command(description="Ask the archive a question and get quotes from its articles.")
    @app_commands.describe(
        question="A question in plain words",
        speaker="Only what this person or group said",
        source="Only articles from this outlet",
        since="Only articles from this day on: 2025-01-31, 2025-01 or 2025",
        until="Only articles up to this day: 2025-01-31, 2025-01 or 2025",
        private="Show the answer only to you",
    )
    @app_commands.autocomplete(speaker=complete_speaker, source=complete_source)
    async def ask(
        self,
        interaction: Interaction,
        question: app_commands.Range[str, 1, QUESTION],
        speaker: app_commands.Range[str, 1, NAME] | None = None,
        source: app_commands.Range[str, 1, NAME] | None = None,
        since: app_commands.Range[str, 1, DAY] | None = None,
        until: app_commands.Range[str, 1, DAY] | None = None,
        private: bool = False,
    ) -> None:
        async with telling(interaction, "/ask"):
            place = place_of(interaction)
            scope = Scope(first_day(since), last_day(until), (source,) if source else ())
            if scope.since and scope.until and scope.since > scope.until:
                raise UsageError("That period ends before it begins.")
            question = with_names(question, names_known(interaction.guild, question))
            if not question:
                raise UsageError(HINT)
            request = Request(
                question,
                place,
                private=private or self.bot.policy.answers_privately(place),
                heading=question,
                speaker=speaker,
                scope=scope,
            )
            await answer(self.bot, interaction, request)

    async def about_message(self, interaction: Interaction, message: discord.Message) -> None:
        async with telling(interaction, "about a message"):
            text = one_line(with_names(message.content, names_in(message)))
            if not text:
                raise UsageError("There is no text in that message.")
            request = Request(
                text[:QUESTION], place_of(interaction), private=True, heading=f"About: {text[:QUESTION]}"
            )
            await answer(self.bot, interaction, request)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that asks the bot something."""
        said = heard(self.bot, message)
        if said is None:
            return
        place = place_of(message)
        question = said.question
        empty = question.rstrip("!.").casefold() in NO_QUESTIONS
        if not said.asked and (empty or not self.bot.policy.is_open(place)):
            return
        if empty:
            await reply_to(message, HINT)
        elif len(question) > QUESTION:
            await reply_to(message, TOO_LONG)
        elif self.bot.policy.answers_privately(place):
            await reply_to(message, "Answers are private on this server: use /ask.")
        else:
            before = await self._before(message, follows=said.follows)
            await answer_message(self.bot, message, Request(question, place, before=before))

    async def _before(self, message: discord.Message, *, follows: bool) -> Conversation | None:
        """Return the conversation that a message continues: that of the answer it replies to, or of its thread."""
        reference = message.reference
        if reference is not None and reference.message_id is not None:
            found = await self.bot.desk.replied_to(reference.message_id, place_of(message))
            if found is not None:
                return found
        return await self.bot.desk.last_in(place_of(message)) if follows else None


async def setup(bot: Any) -> None:
    await bot.add_cog(Asking(bot))
