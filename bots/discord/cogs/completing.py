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
from qa.datatypes import Scope
from qa.errors import QAError
from qa.speakers.names import fold
from qa.understanding.bearers import find_bearers
from qa.understanding.described import asked_for

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot
    from qa.archive.protocol import View
    from qa.datatypes import Speaker


SHORTEST_ROLE = 3
"""Fewer letters than that are no noun for what somebody is."""

LOOKED_THROUGH = 1_000
"""The most speakers of whom each is compared with what is typed."""

LibraryName = app_commands.Range[str, 1, LIBRARY_NAME]


async def complete_library(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Complete the name of a library: those that may be asked here, or all of them for an owner of the bot."""
    bot: AnsweringBot = interaction.client
    place = place_of(interaction)
    owner = place.person in bot.configuration.owners
    names = list(bot.configuration.libraries) if owner else bot.policy.libraries(place)
    return choices([name for name in names if typed.casefold() in name.casefold()], typed)


async def complete_speaker(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Complete a speaker by any of their names, by initials, or by what articles say that they are."""

    def speakers(snapshot: View) -> list[str]:
        wanted = fold(" ".join(typed.split()))
        named = [
            each.name
            for each in _possible(snapshot, typed)
            if any(_goes_on(wanted, name) for name in (each.name, *each.aliases))
        ]
        asked = asked_for(wanted) if len(wanted) >= SHORTEST_ROLE else None
        if asked is None:
            return named
        # "the mayor of Harwick": whom the articles call so, and who speaks.
        called = find_bearers(asked, snapshot.bearers, Scope())
        return list(dict.fromkeys([*named, *(each.name for each in called if each.speaks)]))

    return await _completed(interaction, speakers, typed)


def _possible(snapshot: View, typed: str) -> list[Speaker]:
    """Return the speakers among whom completions are looked for, most often speaking first.

    Those who are quoted most, whoever they are; else whose names hold the letters, or have the words or initials.
    """
    held = snapshot.most_quoted(LOOKED_THROUGH, holding=typed)
    found = {*snapshot.most_quoted(LOOKED_THROUGH), *held, *snapshot.speakers_like(typed)}
    return sorted(found, key=lambda each: (-each.count, each.name))


def _goes_on(wanted: str, name: str) -> bool:
    """Return whether a name holds what was typed, accents aside, or has it for its initials: "cma"."""
    if wanted in fold(name):
        return True
    initials = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return len(wanted) > 1 and fold(initials) == wanted


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
