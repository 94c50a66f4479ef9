"""The forms that buttons open: a further question, and which quote is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import discord

from bots.discord.escaping import plain_line
from bots.discord.limits import OPTION_TEXT, QUESTION
from bots.discord.policy import place_of
from bots.discord.sending import Interaction, answer, tell, telling

if TYPE_CHECKING:
    from pathlib import Path

    from bots.discord.bot import ArchiveBot
    from bots.discord.state import Shown
    from qa.datatypes import Quote

ALL = "all"


class FollowUp(discord.ui.Modal, title="Go on from this answer"):
    """Asks the next question of a conversation, without any message being read."""

    def __init__(self, bot: ArchiveBot, shown: Shown) -> None:
        super().__init__(timeout=900)
        self._bot = bot
        self._shown = shown
        self.question: discord.ui.TextInput[Any] = discord.ui.TextInput(
            min_length=1, max_length=QUESTION, placeholder="and about Taiwan?", custom_id="question"
        )
        self.add_item(discord.ui.Label(text="Your question", component=self.question))

    async def on_submit(self, interaction: Interaction, /) -> None:
        from bots.discord.desk import Request

        async with telling(interaction, "follow-up"):
            place = place_of(interaction)
            self._bot.policy.require(place, self._shown.library)
            request = Request(
                self.question.value,
                place,
                private=self._shown.private or self._bot.policy.answers_privately(place),
                heading=self.question.value,
                before=await self._bot.desk.conversation(self._shown.id),
            )
            await answer(self._bot, interaction, request)


class Wrong(discord.ui.Modal, title="What is wrong?"):
    """Asks which quote does not answer the question, and keeps that for `qa eval`."""

    def __init__(self, bot: ArchiveBot, shown: Shown, quotes: Sequence[tuple[int, Quote]]) -> None:
        super().__init__(timeout=900)
        self._bot = bot
        self._shown = shown
        self._quotes = quotes
        self.choice: discord.ui.Select[Any] = discord.ui.Select(
            custom_id="wrong",
            options=[
                *(
                    discord.SelectOption(
                        label=plain_line(f"{number + 1}. {quote.text}", OPTION_TEXT - 1), value=str(number)
                    )
                    for number, quote in quotes
                ),
                discord.SelectOption(label="None of these answers the question", value=ALL),
            ],
        )
        self.add_item(discord.ui.Label(text="Which quote does not answer it?", component=self.choice))

    async def on_submit(self, interaction: Interaction, /) -> None:
        async with telling(interaction, "complaint"):
            self._bot.policy.require(place_of(interaction), self._shown.library)
            chosen = self.choice.values[0]
            wrong = [quote for number, quote in self._quotes if chosen in (ALL, str(number))]
            await self._bot.service.aside(
                _complain, self._bot.service.libraries[self._shown.library], self._shown.standalone, wrong
            )
            await tell(interaction, "Thank you. It is kept, and the answers are measured against it.")


def _complain(folder: Path, question: str, wrong: Sequence[Quote]) -> None:
    from qa.evaluation.complaints import REPORTS, complain

    for quote in wrong:
        complain(folder / REPORTS, question, quote)
