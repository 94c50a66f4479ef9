"""Decide who may ask which library where, and who may change that. What was not given is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bots.discord.modes import MODE, THREADS, Mode
from bots.discord.state import State

if TYPE_CHECKING:
    from bots.discord.configuration import Configuration

CHANNELS, EXCLUDED = "channels", "excluded"
"""The keys of the channels that were chosen to answer in, and of those that were left out."""
NOT_IN_THIS_CHANNEL = "I do not answer questions in this channel."
NOT_HERE = "I do not answer questions here."
NO_LIBRARY = "No archive is set for this place. The person who runs this bot can give it one."


class NotAllowed(Exception):  # noqa: N818 - a refusal, not an error of the program
    """Reports that a person may not do something here. The message is shown to that person."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens, and who does it. For a thread, `channel` is the channel that it belongs to.

    `elsewhere` means that a person brought the bot along to a place that did not invite it: no server's settings hold
    there, so `guild` is None.
    """

    person: int
    guild: int | None
    channel: int
    thread: int | None = None
    elsewhere: bool = False

    @property
    def here(self) -> int:
        """The id of the thread, else of the channel."""
        return self.thread or self.channel


def place_of(source: discord.Interaction | discord.Message) -> Place:
    """Return the place that a message or an interaction comes from."""
    person = source.user if isinstance(source, discord.Interaction) else source.author
    channel = source.channel
    if isinstance(source, discord.Interaction) and _brought_along(source):
        return Place(person.id, None, source.channel_id or 0, elsewhere=True)
    guild = source.guild.id if source.guild else getattr(source, "guild_id", None)
    if isinstance(channel, discord.Thread):
        return Place(person.id, guild, channel.parent_id, channel.id)
    return Place(person.id, guild, channel.id if channel else 0)


def _brought_along(source: discord.Interaction) -> bool:
    """Return whether a person uses the bot where it is only because this person installed it for themselves."""
    return (
        source.is_user_integration()
        and not source.is_guild_integration()
        and source.context.dm_channel is not True
    )


class Policy:
    """Checks rights, from nothing but the configuration and the settings of guilds."""

    def __init__(self, configuration: Configuration, state: State) -> None:
        self._configuration = configuration
        self._state = state

    def libraries(self, place: Place) -> list[str]:
        """Return the names of the libraries that may be asked here, the default library first."""
        owner = ("person", place.person) if place.guild is None else ("guild", place.guild)
        default = self._configuration.default_library
        if place.elsewhere:
            return [default]
        given = self._state.given_to(*owner) & set(self._configuration.libraries)
        return [default, *sorted(given - {default})]

    def library(self, place: Place) -> str:
        """Return the name of the library that is asked here.

        Raises:
            NotAllowed: If nothing may be asked here.
        """
        self.require_open(place)
        allowed = self.libraries(place)
        if place.elsewhere:
            return allowed[0]
        chosen = self._state.setting(place.guild or place.channel, "library", channel=place.channel)
        if chosen is None and place.guild is not None:
            chosen = self._state.setting(place.guild, "library")
        if chosen is None:
            return allowed[0]
        # The chosen library may have been taken back since. No other takes its place without being chosen.
        if chosen not in allowed:
            raise NotAllowed(NO_LIBRARY)
        return str(chosen)

    def require(self, place: Place, library: str) -> None:
        """Raise NotAllowed unless this library is asked here; older answers may come from another one."""
        if self.library(place) != library:
            raise NotAllowed("The archive of this answer can no longer be asked here.")

    def asks(self, place: Place, library: str) -> bool:
        """Return whether this library is the one that is asked here."""
        try:
            return self.library(place) == library
        except NotAllowed:
            return False

    def require_open(self, place: Place) -> None:
        """Raise NotAllowed if the bot does not answer in this guild or channel."""
        guilds = self._configuration.guilds
        if place.elsewhere and not self._configuration.user_install:
            raise NotAllowed(NOT_HERE)
        if place.guild is None:
            return
        if guilds and place.guild not in guilds:
            raise NotAllowed(NOT_HERE)
        chosen = self.channels(place.guild)
        excluded = self._ids(place.guild, EXCLUDED) or ()
        if place.channel in excluded or (chosen is not None and place.channel not in chosen):
            raise NotAllowed(NOT_IN_THIS_CHANNEL)

    def is_open(self, place: Place) -> bool:
        """Return whether the bot answers in this guild and channel."""
        try:
            self.require_open(place)
        except NotAllowed:
            return False
        return True

    def channels(self, guild: int) -> set[int] | None:
        """Return the channels that were chosen to answer in, perhaps none at all; None where all were."""
        return self._ids(guild, CHANNELS)

    def excluded(self, guild: int) -> set[int]:
        """Return the channels in which the bot does not answer, whatever else was chosen."""
        return self._ids(guild, EXCLUDED) or set()

    def _ids(self, guild: int, key: str) -> set[int] | None:
        stored = self._state.setting(guild, key)
        return set(stored) if isinstance(stored, list) else None

    def mode(self, place: Place) -> Mode:
        """Return which messages of a channel are questions; nothing but mentions where answers are private."""
        stored = (
            None if place.guild is None else self._state.setting(place.guild, MODE, channel=place.channel)
        )
        if stored not in set(Mode) or self.answers_privately(place):
            return Mode.MENTIONS
        return Mode(str(stored))

    def answers_in_threads(self, place: Place) -> bool:
        """Return whether answers to questions in this channel go into a thread; in a thread they stay in it."""
        if place.guild is None or place.thread is not None:
            return False
        return self._state.setting(place.guild, THREADS, channel=place.channel) is True

    def text(self, place: Place, key: str) -> str:
        """Return a text that people who manage the server gave, as they typed it; "" where they gave none."""
        stored = None if place.guild is None else self._state.setting(place.guild, f"text:{key}")
        return stored if isinstance(stored, str) else ""

    def answers_privately(self, place: Place) -> bool:
        """Return whether only the person who asked may see an answer here."""
        if place.elsewhere:
            return True
        return place.guild is not None and self._state.setting(place.guild, "private") is True

    def per_person(self, place: Place) -> int | None:
        """Return how many questions a minute one person may ask here, if that was set."""
        value = None if place.guild is None else self._state.setting(place.guild, "per_person")
        return value if isinstance(value, int) else None

    def require_owner(self, person: int) -> None:
        """Raise NotAllowed unless this person is an owner of the bot."""
        if person not in self._configuration.owners:
            raise NotAllowed("Only the person who runs this bot may do that.")

    def require_manager(self, interaction: discord.Interaction) -> int:
        """Return the guild whose settings this person may change; raise NotAllowed if there is none.

        Discord's own permission for a command is only a default that a guild can change, so it is checked here too.
        """
        if interaction.guild_id is None:
            raise NotAllowed("Settings belong to a server; use this command in one.")
        if interaction.user.id not in self._configuration.owners and not interaction.permissions.manage_guild:
            raise NotAllowed("Only people who may manage this server can change its settings.")
        return interaction.guild_id
