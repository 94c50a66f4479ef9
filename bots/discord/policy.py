"""Who may ask what where, and who may change it. Everything that is not given is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bots.discord.state import State

if TYPE_CHECKING:
    from bots.discord.configuration import Configuration

NOT_HERE = "I do not answer questions here."
NO_LIBRARY = "No archive is set for this place. Whoever runs this bot can give it one."


class NotAllowed(Exception):  # noqa: N818 - no error: something that is not for this person or place
    """Something that may not be done. The message is for the person."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens, and who does it. `channel` is that of which a thread is part."""

    person: int
    guild: int | None
    channel: int
    thread: int | None = None

    @property
    def here(self) -> int:
        """The channel or thread in which messages stand."""
        return self.thread or self.channel


def place_of(source: discord.Interaction | discord.Message) -> Place:
    person = source.user if isinstance(source, discord.Interaction) else source.author
    channel = source.channel
    guild = source.guild.id if source.guild else getattr(source, "guild_id", None)
    if isinstance(channel, discord.Thread):
        return Place(person.id, guild, channel.parent_id, channel.id)
    return Place(person.id, guild, channel.id if channel else 0)


class Policy:
    """Answers every question of right from the configuration and what was set; nothing else is asked."""

    def __init__(self, configuration: Configuration, state: State) -> None:
        self._configuration = configuration
        self._state = state

    def libraries(self, place: Place) -> list[str]:
        """Return the libraries that may be asked here, by name; the one configured for all comes first."""
        owner = ("person", place.person) if place.guild is None else ("guild", place.guild)
        default = self._configuration.default_library
        given = self._state.given_to(*owner) & set(self._configuration.libraries)
        return [default, *sorted(given - {default})]

    def library(self, place: Place) -> str:
        """Return the library that is asked here.

        Raises:
            NotAllowed: If nothing may be asked here.
        """
        self.require_open(place)
        allowed = self.libraries(place)
        chosen = self._state.setting(place.guild or place.channel, "library", channel=place.channel)
        if chosen is None and place.guild is not None:
            chosen = self._state.setting(place.guild, "library")
        if chosen is None:
            return allowed[0]
        # What was chosen may have been taken back since: then nothing else takes its place unasked.
        if chosen not in allowed:
            raise NotAllowed(NO_LIBRARY)
        return str(chosen)

    def require(self, place: Place, library: str) -> None:
        """Raise NotAllowed unless this library may be asked here: for buttons under older answers."""
        if self.library(place) != library:
            raise NotAllowed("The archive of this answer is no longer asked here.")

    def require_open(self, place: Place) -> None:
        guilds = self._configuration.guilds
        if place.guild is None:
            return
        if guilds and place.guild not in guilds:
            raise NotAllowed(NOT_HERE)
        channels = self._state.setting(place.guild, "channels")
        if isinstance(channels, list) and channels and place.channel not in channels:
            raise NotAllowed("I do not answer questions in this channel.")

    def answers_privately(self, place: Place) -> bool:
        """Whether answers may be seen by nobody but the person who asked."""
        return place.guild is not None and self._state.setting(place.guild, "private") is True

    def per_person(self, place: Place) -> int | None:
        """Questions a minute that a person has here, if that was set."""
        value = None if place.guild is None else self._state.setting(place.guild, "per_person")
        return value if isinstance(value, int) else None

    def require_owner(self, person: int) -> None:
        if person not in self._configuration.owners:
            raise NotAllowed("Only whoever runs this bot may do that.")

    def require_manager(self, interaction: discord.Interaction) -> int:
        """Return the guild that this person may change settings of.

        Discord's own permission for a command is only a default that a guild can change, so it is asked again.
        """
        if interaction.guild_id is None:
            raise NotAllowed("Settings belong to a server; use this command in one.")
        if interaction.user.id not in self._configuration.owners and not interaction.permissions.manage_guild:
            raise NotAllowed("Only who may manage this server may change its settings.")
        return interaction.guild_id
