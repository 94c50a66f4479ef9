"""Check what the bot needs (token, application, permissions, libraries, state), and say what is wrong."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, replace
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

import discord

from bots.discord.configuration import read_token
from bots.discord.connecting import MISSING_INTENT, logged_in
from bots.discord.modes import MODE, Mode
from bots.wording import counted
from qa.errors import ConfigurationError, NoIndexError, QAError
from qa.settings import LibraryPlace

if TYPE_CHECKING:
    from pathlib import Path

    from bots.discord.bot import ArchiveBot
    from bots.discord.configuration import Configuration

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    embed_links=True,
    read_message_history=True,
)
"""The permissions that the bot uses, and that the invitation asks for."""
SCOPES = ("bot", "applications.commands")

UNREAD = (
    "Every message of a channel can be a question only with the message content intent: set message_content = true, "
    "and switch it on in the portal."
)
UNUSED = (
    "The message content intent is switched on, and only the bot's own threads use it: no channel was set to answer "
    "every message, and no forum its posts. Set message_content = false if that is not wanted."
)
_MOST_GUILDS = 10
"""The most guilds that are checked; each takes three requests."""


@dataclass(frozen=True, slots=True)
class SetupFinding:
    """One line of a check: what it is about, how serious it is, and what to do.

    `exit_code` is 0 unless it is a problem.
    """

    grade: Literal["ok", "note", "problem"]
    about: str
    message: str
    exit_code: int = 0


def check(configuration: Configuration, environment: Mapping[str, str]) -> list[SetupFinding]:
    """Check everything that the bot needs.

    The token is read from the environment, not from the configuration, because it may itself be the problem.
    """
    findings = []
    try:
        token = read_token(environment)
    except ConfigurationError as error:
        findings.append(_problem("token", error))
    else:
        findings += asyncio.run(_at_discord(replace(configuration, token=token)))
    for name, folder in configuration.libraries.items():
        findings.append(_library(name, folder))
    return [*findings, _state(configuration.state), *_people(configuration)]


def invitation(application: int) -> str:
    """Return the link by which somebody adds the bot to a guild."""
    return discord.utils.oauth_url(application, permissions=NEEDED, scopes=SCOPES)


async def _at_discord(configuration: Configuration) -> list[SetupFinding]:
    findings = []
    try:
        async with logged_in(configuration) as bot:
            findings.append(SetupFinding("ok", "token", f"Discord knows this bot as {bot.user}."))
            async for finding in _everything(bot):
                findings.append(finding)
    except QAError as error:
        findings.append(_problem("discord" if findings else "token", error))
    return findings


async def _everything(bot: ArchiveBot) -> AsyncIterator[SetupFinding]:
    application = await bot.application_info()
    yield _intents(bot, application)
    for finding in _application(application):
        yield finding
    yield await _commands(bot)
    async for finding in _guilds(bot, application.id):
        yield finding


def _intents(bot: ArchiveBot, application: discord.AppInfo) -> SetupFinding:
    every = counted(len(bot.state.channels_set(MODE, Mode.MESSAGES.value)), "channel")
    forums = counted(len(bot.state.channels_set(MODE, Mode.POSTS.value)), "forum")
    if not bot.configuration.message_content:
        if not every.startswith("0 "):
            return SetupFinding("note", "intents", f"{UNREAD} That was chosen for {every}.")
        titles = "" if forums.startswith("0 ") else f" New posts of {forums} are answered by their titles."
        return SetupFinding("ok", "intents", f"No privileged intent is needed.{titles}")
    flags = application.flags
    if not (flags.gateway_message_content or flags.gateway_message_content_limited):
        return SetupFinding("problem", "intents", MISSING_INTENT, ConfigurationError.exit_code)
    if every.startswith("0 ") and forums.startswith("0 "):
        return SetupFinding("note", "intents", UNUSED)
    return SetupFinding(
        "ok",
        "intents",
        f"The message content intent is switched on, for every message of {every}, new posts of {forums}, and the "
        "bot's own threads.",
    )


def _application(application: discord.AppInfo) -> Iterator[SetupFinding]:
    if application.interactions_endpoint_url:
        yield SetupFinding(
            "problem",
            "commands",
            "Discord sends commands to a web address instead of to this bot. Clear Interactions Endpoint URL under "
            "General Information of your application.",
            ConfigurationError.exit_code,
        )
    if application.bot_require_code_grant:
        yield SetupFinding(
            "problem",
            "invitation",
            "The invitation cannot work. Switch off Requires OAuth2 Code Grant under Bot of your application.",
            ConfigurationError.exit_code,
        )


async def _commands(bot: ArchiveBot) -> SetupFinding:
    registered = {command.name for command in await bot.tree.fetch_commands()}
    missing = sorted({command.name for command in bot.tree.walk_commands()} - registered)
    wanted = sorted(name for name in missing if bot.tree.get_command(name) is not None)
    if not wanted:
        return SetupFinding("ok", "commands", "All commands are registered.")
    return SetupFinding(
        "note",
        "commands",
        f"Not registered everywhere: {', '.join(wanted)}. Run `qa discord sync`. Mentions work without it.",
    )


async def _guilds(bot: ArchiveBot, application: int) -> AsyncIterator[SetupFinding]:
    guilds = [guild async for guild in bot.fetch_guilds(limit=200)]
    if not guilds:
        yield SetupFinding("note", "guilds", f"The bot is in no guild. Invite it: {invitation(application)}")
    allowed = bot.configuration.guilds
    absent = allowed - {guild.id for guild in guilds}
    if absent:
        yield SetupFinding(
            "note",
            "guilds",
            f"The setting `guilds` names guilds that the bot is not in: {', '.join(map(str, sorted(absent)))}.",
        )
    served = [guild for guild in guilds if not allowed or guild.id in allowed]
    for guild in served[:_MOST_GUILDS]:
        yield await _permissions(bot, guild.id, application)
    if len(served) > _MOST_GUILDS:
        yield SetupFinding("note", "guilds", f"Only {_MOST_GUILDS} of {len(served)} guilds were checked.")


async def _permissions(bot: ArchiveBot, guild_id: int, application: int) -> SetupFinding:
    guild = await bot.fetch_guild(guild_id)
    member = await guild.fetch_member(bot.user.id if bot.user else application)
    about = f"guild {guild.name} ({guild.id})"
    lacking = _names(member.guild_permissions)
    if lacking:
        return SetupFinding(
            "problem",
            about,
            f"The bot's role lacks {lacking}. Grant that, or invite the bot again: {invitation(application)}",
            ConfigurationError.exit_code,
        )
    places = []
    for channel in await guild.fetch_channels():
        permissions = channel.permissions_for(member)
        # A channel that the bot cannot see is not meant for it.
        if isinstance(channel, discord.TextChannel) and permissions.view_channel and _names(permissions):
            places.append(f"#{channel.name} ({_names(permissions)})")
    if places:
        return SetupFinding(
            "note", about, f"The bot lacks permissions in some channels: {', '.join(places)}."
        )
    return SetupFinding("ok", about, "The bot has all the permissions it needs.")


def _names(held: discord.Permissions) -> str:
    """Name the missing permissions as Discord's settings do."""
    lacking = [name for name, wanted in NEEDED if wanted and not getattr(held, name)]
    return ", ".join(name.replace("_", " ").title() for name in lacking)


def _library(name: str, place: LibraryPlace) -> SetupFinding:
    from qa.upkeep.status import status

    about = f"library {name}"
    try:
        found = status(place)
    except QAError as error:
        return _problem(about, error)
    if not found.articles:
        return SetupFinding(
            "problem",
            about,
            f"It holds no articles yet. Run `qa index --library {place} PATH...`.",
            NoIndexError.exit_code,
        )
    words = counted(found.articles, "article")
    if found.read_only:
        words += ", in a read-only library: the bot sees every update, and can make none"
    return SetupFinding("ok", about, f"{words}.")


def _state(folder: Path) -> SetupFinding:
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    try:
        # Rights do not tell: a file system can be read-only, or hold no folders of ours, as /proc.
        TemporaryDirectory(dir=there, prefix=".onrecord-").cleanup()
    except OSError:
        pass
    else:
        return SetupFinding("ok", "state", f"The bot's state is kept in {folder}.")
    message = f"{folder} cannot be written to. Set `state`, or QA_DISCORD_STATE, to a folder that can."
    return SetupFinding("problem", "state", message, ConfigurationError.exit_code)


def _people(configuration: Configuration) -> Iterator[SetupFinding]:
    if not configuration.owners:
        yield SetupFinding(
            "note",
            "owners",
            "No owner is set, so nobody can use the commands for owners. Set `owners` to your user id to use them.",
        )


def _problem(about: str, error: QAError) -> SetupFinding:
    return SetupFinding("problem", about, str(error), error.exit_code)
