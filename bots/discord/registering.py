"""Register the bot's commands with Discord, only when they changed: Discord limits how often that may be done."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bots.discord.connecting import logged_in

if TYPE_CHECKING:
    from bots.discord.bot import ArchiveBot
    from bots.discord.configuration import Configuration

FILE = "registered.json"

Command = app_commands.Command | app_commands.Group | app_commands.ContextMenu  # type: ignore[type-arg]


@dataclass(frozen=True, slots=True)
class Registration:
    """The commands that are registered; `changed` is False where nothing had to be sent."""

    changed: bool
    commands: tuple[str, ...]
    guild: int | None


def sync(configuration: Configuration, *, guild: int | None = None, force: bool = False) -> Registration:
    """Register the commands everywhere or in one guild, unless they did not change since the last time.

    Raises:
        ConfigurationError: If Discord refuses the token, or the bot is not in that guild.
    """
    return asyncio.run(_sync(configuration, guild, force=force))


async def _sync(configuration: Configuration, guild: int | None, *, force: bool) -> Registration:
    async with logged_in(configuration) as bot:
        commands = _commands(bot)
        names = tuple(command.name for command in commands)
        known = KnownCommands(configuration.state / FILE)
        # By application, because a state folder may be reused with another bot's token.
        key, now = f"{bot.application_id}/{guild or 'everywhere'}", tree_hash(bot, commands)
        if known.get(key) == now and not force:
            return Registration(False, names, guild)
        place = discord.Object(guild) if guild else None
        if place:
            bot.tree.copy_global_to(guild=place)
        await bot.tree.sync(guild=place)
        known.put(key, now)
        return Registration(True, names, guild)


def tree_hash(bot: ArchiveBot, commands: Sequence[Command]) -> str:
    """Return a hash of everything that would be sent to Discord for these commands."""
    sent = [command.to_dict(bot.tree) for command in commands]
    return hashlib.sha256(json.dumps(sent, sort_keys=True, default=str).encode()).hexdigest()


def _commands(bot: ArchiveBot) -> list[Command]:
    found: list[Command] = []
    for kind in discord.AppCommandType:
        found += bot.tree.get_commands(type=kind)
    return found


class KnownCommands:
    """Stores the hash of the last registered commands for each application and guild, in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def get(self, key: str) -> str | None:
        return self._read().get(key)

    def put(self, key: str, value: str) -> None:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self._file.with_suffix(".tmp")
        beside.write_text(json.dumps({**self._read(), key: value}, indent=1), encoding="utf-8")
        beside.replace(self._file)

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            # An unreadable file costs one unnecessary registration.
            return {}
        return found if isinstance(found, dict) else {}
