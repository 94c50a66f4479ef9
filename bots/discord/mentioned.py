"""Read a question as people see it: mentions as the names that they stand for, or left out where no name is known."""

from __future__ import annotations

import re
from collections.abc import Mapping

import discord

_MENTION = re.compile(r"<(?P<kind>@!|@&|@|#)(?P<id>[0-9]{1,20})>")
_COMMAND = re.compile(r"</(?P<name>[^:<>]{1,100}):[0-9]{1,20}>")
_EMOJI_OR_TIME = re.compile(r"<(?:a?:\w{1,40}:[0-9]{1,20}|t:-?[0-9]{1,20}(?::\w)?)>")


def with_names(text: str, names: Mapping[int, str]) -> str:
    """Return a text on one line, its mentions replaced by names; nothing in it mentions anybody any more.

    Args:
        names: The names of people, roles and channels, by their ids. One without a name is left out.
    """
    text = _MENTION.sub(lambda match: f" {names.get(int(match['id']), '')} ", text)
    text = _COMMAND.sub(r" \g<name> ", text)
    text = " ".join(_EMOJI_OR_TIME.sub(" ", text).split())
    # A name that was put in stands before the mark that followed its mention.
    return re.sub(r" (?=[,.;:?!’'])", "", text)


def with_names_in_place(text: str, names: Mapping[int, str]) -> str:
    """Return a text with its mentions replaced by names, its lines as they are; one without a name is left out."""
    return _MENTION.sub(lambda match: names.get(int(match["id"]), ""), text)


def names_in(message: discord.Message) -> dict[int, str]:
    """Return the names of all whom a message mentions, as Discord sends them with it."""
    people = {user.id: user.display_name for user in message.mentions}
    return people | _names_of_places(message.guild, message.content)


def names_known(guild: discord.Guild | None, text: str) -> dict[int, str]:
    """Return the names that are known of what is mentioned in a command: Discord sends none with it."""
    return _names_of_places(guild, text)


def _names_of_places(guild: discord.Guild | None, text: str) -> dict[int, str]:
    names: dict[int, str] = {}
    if guild is None:
        return names
    for match in _MENTION.finditer(text):
        place = int(match["id"])
        found = guild.get_role(place) if match["kind"] == "@&" else guild.get_channel_or_thread(place)
        if found is not None:
            names[found.id] = found.name
    return names
