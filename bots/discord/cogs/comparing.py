"""Compare what speakers say on a topic: `/compare` for several side by side, `/timeline` for one over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import app_commands
from discord.ext import commands

from bots.discord.cogs.completing import complete_speaker
from bots.discord.limits import NAME, TOPIC
from bots.discord.parts import AnsweringBot
from bots.discord.policy import place_of
from bots.discord.request import Request, Work, speaker_named
from bots.discord.sending import Interaction, answer, telling
from qa.answers import Answer, Outcome
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View

Name = app_commands.Range[str, 1, NAME]
Topic = app_commands.Range[str, 1, TOPIC]


class Comparing(commands.Cog):
    """Commands that show speakers side by side, or one speaker over time."""

    def __init__(self, bot: AnsweringBot) -> None:
        self.bot = bot

    @app_commands.command(description="Show what two or three speakers say on one topic, side by side.")
    @app_commands.describe(
        first="A speaker", second="Another speaker", topic="On what", third="A third speaker",
        private="Show the answer only to you",
    )  # fmt: skip
    @app_commands.autocomplete(first=complete_speaker, second=complete_speaker, third=complete_speaker)
    async def compare(
        self,
        interaction: Interaction,
        first: Name,
        second: Name,
        topic: Topic | None = None,
        third: Name | None = None,
        private: bool = False,
    ) -> None:
        names = [name for name in (first, second, third) if name]
        heading = " and ".join(names) + (f" on {topic}" if topic else "")
        await self._answer(interaction, "/compare", heading, _comparing(names, topic), private=private)

    @app_commands.command(
        description="Show what one speaker says on a topic over time, with the first and the latest marked."
    )
    @app_commands.describe(
        speaker="A speaker", topic="On what", private="Show the answer only to you"
    )  # fmt: skip
    @app_commands.autocomplete(speaker=complete_speaker)
    async def timeline(
        self, interaction: Interaction, speaker: Name, topic: Topic | None = None, private: bool = False
    ) -> None:
        heading = f"{speaker} over time" + (f" on {topic}" if topic else "")
        await self._answer(interaction, "/timeline", heading, _over_time(speaker, topic), private=private)

    async def _answer(
        self, interaction: Interaction, what: str, heading: str, work: Work, *, private: bool
    ) -> None:
        async with telling(interaction, what):
            place = place_of(interaction)
            private = private or self.bot.policy.answers_privately(place)
            request = Request(heading, place, private=private, heading=heading)
            await answer(self.bot, interaction, request, work)


def _comparing(names: list[str], topic: str | None) -> Work:
    def work(answerer: Answerer, snapshot: View) -> Answer:
        from qa.answering.comparison import joined, named

        known = list(dict.fromkeys(speaker_named(snapshot, name).name for name in names))
        if len(known) < 2:
            raise UsageError("Give two different speakers to compare.")
        sides = answerer.compare(known, about=topic).sides
        return joined(named(known[0], topic, others=tuple(known[1:])), sides, snapshot.corpus())

    return work


def _over_time(typed: str, topic: str | None) -> Work:
    def work(answerer: Answerer, snapshot: View) -> Answer:
        found = answerer.timeline(speaker_named(snapshot, typed).name, about=topic)
        quotes = (*found.quotes, *found.undated)
        return Answer(
            question=found.understood.question,
            outcome=found.outcome if quotes or found.outcome is not Outcome.ANSWERED else Outcome.NOT_FOUND,
            confidence=1.0 if quotes else 0.0,
            understood=found.understood,
            quotes=quotes,
            corpus=found.corpus,
            nearest=found.nearest,
        )

    return work


async def setup(bot: Any) -> None:
    await bot.add_cog(Comparing(bot))
