"""Complete names of speakers and outlets while somebody types, from the library that is asked here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from discord import app_commands

from bots.discord.escaping import plain_line
from bots.discord.limits import CHOICES, LIBRARY_NAME, OPTION_TEXT
from bots.discord.policy import NotAllowed, place_of
from bots.discord.refusals import Refused
from bots.discord.sending import Interaction
from qa.errors import QAError

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot
    from qa.archive.protocol import View


LibraryName = app_commands.Range[str, 1, LIBRARY_NAME]


async def complete_library(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Complete the name of a library: those that may be asked here, or all of them for an owner of the bot."""
    bot: AnsweringBot = interaction.client
    place = place_of(interaction)
    owner = place.person in bot.configuration.owners
    names = list(bot.configuration.libraries) if owner else bot.policy.libraries(place)
    return choices([name for name in names if typed.casefold() in name.casefold()], typed)


async def complete_speaker(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    def speakers(snapshot: View) -> list[str]:
        wanted = typed.casefold()
        return [
            speaker.name
            for speaker in snapshot.speakers()
            if any(wanted in name.casefold() for name in (speaker.name, *speaker.aliases))
        ]

    return await _completed(interaction, speakers, typed)


async def complete_source(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    def sources(snapshot: View) -> list[str]:
        return [source for source in snapshot.sources() if typed.casefold() in source.casefold()]

    return await _completed(interaction, sources, typed)


async def _completed(
    interaction: Interaction, find: Callable[[View], Iterable[str]], typed: str
) -> list[app_commands.Choice[str]]:
    bot: AnsweringBot = interaction.client
    place = place_of(interaction)
    try:
        found = await bot.service.complete(
            find, library=bot.policy.library(place), person=place.person, guild=place.guild
        )
    except (NotAllowed, Refused, QAError):
        # Completion cannot show an error; the command itself will, when it is sent.
        return []
    return choices(found, typed)


def choices(names: Iterable[str], typed: str) -> list[app_commands.Choice[str]]:
    """Return the names as Discord offers them, with those first that begin with what was typed."""
    wanted = typed.casefold()
    ordered = sorted(names, key=lambda name: not name.casefold().startswith(wanted))
    fitting = [name for name in ordered if 0 < len(name) <= OPTION_TEXT and name.strip()]
    return [
        app_commands.Choice(name=plain_line(name, OPTION_TEXT - 1) or "?", value=name)
        for name in fitting[:CHOICES]
    ]
