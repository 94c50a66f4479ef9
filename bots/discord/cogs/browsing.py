"""Show what the archive holds: `/speakers`, `/sources`, `/latest`. Only the person who asked sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bots.amounts import LATEST, MOST_LATEST
from bots.discord import cards
from bots.discord.cogs.completing import complete_source, complete_speaker
from bots.discord.cutting import lines_within
from bots.discord.escaping import escaped_line, plain_line, safe_link
from bots.discord.limits import CONTENT, NAME, SPARE, size
from bots.discord.parts import AnsweringBot
from bots.discord.policy import place_of
from bots.discord.request import speaker_named
from bots.discord.sending import NO_MENTIONS, Interaction, telling
from bots.wording import NO_SOURCE, corpus_in_words, counted, days_in_words, in_words, who
from qa.answers import CorpusSummary
from qa.archive.listings import ArticleLine
from qa.archive.speaker_lookup import Profile, profile
from qa.datatypes import Scope
from qa.errors import NoIndexError, UsageError

if TYPE_CHECKING:
    from qa.archive.protocol import View

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Overview:
    """The first lines of a list, how many there are in all, and a summary of the corpus to stand above them."""

    corpus: CorpusSummary
    lines: tuple[str, ...]
    total: int


class Browsing(commands.Cog):
    """Commands that list speakers, outlets and new articles."""

    def __init__(self, bot: AnsweringBot) -> None:
        self.bot = bot

    @app_commands.command(
        description="List who speaks in the archive, or show one speaker's topics and a quote."
    )
    @app_commands.describe(name="A person or group; without one, the most frequent speakers")
    @app_commands.autocomplete(name=complete_speaker)
    async def speakers(
        self, interaction: Interaction, name: app_commands.Range[str, 1, NAME] | None = None
    ) -> None:
        async with telling(interaction, "/speakers"):
            await interaction.response.defer(ephemeral=True, thinking=True)
            if name is None:
                await self._send_lines(interaction, await self._look(interaction, _speakers), "speaker")
                return
            found = await self._look(
                interaction, lambda snapshot: profile(snapshot, speaker_named(snapshot, name))
            )
            await interaction.followup.send(
                _profile_head(found), embeds=_best(found), ephemeral=True, allowed_mentions=NO_MENTIONS
            )

    @app_commands.command(
        description="List the outlets that the archive's articles come from, with their dates."
    )
    async def sources(self, interaction: Interaction) -> None:
        async with telling(interaction, "/sources"):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await self._send_lines(interaction, await self._look(interaction, _sources), "source")

    @app_commands.command(description="Show the newest articles of the archive.")
    @app_commands.describe(source="Only articles from this outlet", count=f"How many; by default {LATEST}")
    @app_commands.autocomplete(source=complete_source)
    async def latest(
        self,
        interaction: Interaction,
        source: app_commands.Range[str, 1, NAME] | None = None,
        count: app_commands.Range[int, 1, MOST_LATEST] = LATEST,
    ) -> None:
        async with telling(interaction, "/latest"):
            await interaction.response.defer(ephemeral=True, thinking=True)

            scope = Scope(sources=(source,) if source else ())
            found = await self._look(interaction, lambda snapshot: snapshot.latest(scope, count))
            if not found:
                raise UsageError("No article with a date matches that.")
            await interaction.followup.send(
                embeds=[_article(line) for line in found], ephemeral=True, allowed_mentions=NO_MENTIONS
            )

    async def _look(self, interaction: Interaction, work: Callable[[View], Result]) -> Result:
        place = place_of(interaction)
        return await self.bot.service.look(
            work, library=self.bot.policy.library(place), person=place.person, guild=place.guild
        )

    async def _send_lines(self, interaction: Interaction, found: Overview, noun: str) -> None:
        if found.corpus.articles == 0:
            raise NoIndexError("The archive is empty.")
        head = f"-# {corpus_in_words(found.corpus)} · {counted(found.total, noun)}"
        unlisted = found.total - len(found.lines)
        lines = lines_within(
            found.lines,
            int(CONTENT * SPARE) - size(head) - 40,
            lambda left: f"-# and {left + unlisted:,} more",
        )
        await interaction.followup.send(
            "\n".join([head, *lines]), ephemeral=True, allowed_mentions=NO_MENTIONS, suppress_embeds=True
        )


def _speakers(snapshot: View) -> Overview:
    first = snapshot.most_quoted(CONTENT)  # each has a line of a message
    lines = (f"**{escaped_line(each.name, 120)}** · {each.count:,}" for each in first)
    return Overview(snapshot.corpus(), tuple(lines), snapshot.speaker_count())


def _sources(snapshot: View) -> Overview:
    lines = []
    for outlet in snapshot.outlets():
        name = escaped_line(outlet.source, 120) or NO_SOURCE
        dates = f", {days_in_words(outlet.first, outlet.last)}" if outlet.first and outlet.last else ""
        lines.append(f"**{name}** · {outlet.articles:,}{dates}")
    return Overview(snapshot.corpus(), tuple(lines), len(lines))


def _profile_head(found: Profile) -> str:
    speaker = found.speaker
    lines = [f"**{escaped_line(speaker.name, 150)}** · {counted(speaker.count, 'attribution')}"]
    if speaker.aliases:
        lines.append(f"-# also as {escaped_line(', '.join(speaker.aliases), 300)}")
    if found.topics:
        topics = " · ".join(f"{escaped_line(name, 80)} {count:,}" for name, count in found.topics)
        lines.append(f"about {topics}")
    return "\n".join(lines)


def _best(found: Profile) -> list[discord.Embed]:
    if found.best is None:
        return []
    return list(cards.sheet("", [cards.Card(found.best, who(found.best))]).embeds)


def _article(line: ArticleLine) -> discord.Embed:
    embed = discord.Embed(
        title=escaped_line(line.title or line.source or NO_SOURCE, cards.ROOM_FOR_TITLE),
        url=safe_link(line.url),
        colour=cards.BLUE,
    )
    footer = " · ".join(part for part in (plain_line(line.source, 100), in_words(line.date)) if part)
    return embed.set_footer(text=footer)


async def setup(bot: Any) -> None:
    await bot.add_cog(Browsing(bot))
