"""Read the bot's settings and its token, once, to be passed down; the token is never shown."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from bots.discord.limits import LIBRARY_NAME
from bots.discord.rates import Rates
from bots.rates import Rate
from qa.errors import ConfigurationError, UsageError
from qa.settings import LibraryPlace, Reader, checked, count_from, library_from, path_from, switch_from

TABLE = "discord"
"""The bot's table in the settings file."""

TOKEN = "QA_DISCORD_TOKEN"
TOKEN_FILE = "QA_DISCORD_TOKEN_FILE"
ONLY_LIBRARY = "archive"
"""The name of the library if no table of libraries names any."""

_MAX_TOKEN_BYTES = 10_000
_HIGHEST_ID = 2**64 - 1


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of the bot.

    `libraries` maps a library's name to its folder, or its address on a server; `default_library` is asked where nobody
    chose another. `guilds` are the only ones the bot answers in; empty means everywhere it was invited to. `state` is
    the folder for what must outlive a restart. `today` is None unless a day was given to stand for today.
    `user_install` lets people install the bot for themselves and ask the default library anywhere, for their eyes only.
    `drain_seconds` is how long the bot waits for accepted questions when it stops.
    `follow_seconds` is how often it looks for new quotes for the questions that are followed.
    `api` points the bot at a stand-in for Discord on this machine, for tests.
    """

    token: str = field(repr=False)
    libraries: Mapping[str, LibraryPlace]
    default_library: str
    state: Path
    owners: frozenset[int] = frozenset()
    guilds: frozenset[int] = frozenset()
    message_content: bool = False
    user_install: bool = False
    rates: Rates = field(default_factory=Rates)
    drain_seconds: int = 20
    follow_seconds: int = 60
    model: str | None = None
    allow_download: bool = False
    today: date | None = None
    api: str | None = None


def read_configuration(
    *,
    table: Mapping[str, object],
    environment: Mapping[str, str],
    options: Mapping[str, object | None],
    token: str,
    library: LibraryPlace,
    base: Path,
    mounted: Mapping[str, LibraryPlace] | None = None,
    **more: Any,
) -> Configuration:
    """Merge the settings file's table, the environment and the command line, lowest first.

    Args:
        library: The only library, unless the table names several.
        mounted: The libraries of a server with several, which are the bot's too unless the table names its own.
        base: The folder that relative paths in the table start from, wherever the bot is started.
        more: Further fields of `Configuration`, taken over unchecked.

    Raises:
        UsageError: If a key is unknown or a value has the wrong form; says where it stands.
    """
    chosen: dict[str, Any] = {"state": _default_state()}
    named = {f"QA_DISCORD_{key.upper()}": key for key in READERS if key not in _IN_THE_FILE_ONLY}
    from_environment = {key: environment[name] for name, key in named.items() if environment.get(name)}
    for origin, values in (
        ("--mount", {"libraries": mounted} if mounted else {}),
        (f"the table [{TABLE}] of the settings file", table),
        ("the environment", from_environment),
        ("the command line", options),
    ):
        for key, value in values.items():
            if value is not None:
                chosen[key] = checked(key, value, origin, READERS)
        if values is table and "state" in table:
            chosen["state"] = base / chosen["state"]
    libraries: dict[str, LibraryPlace] = chosen.pop("libraries", None) or {ONLY_LIBRARY: library}
    libraries = (
        {name: base / each if isinstance(each, Path) else each for name, each in libraries.items()}
        if "libraries" in table
        else libraries
    )
    if "limits" in chosen:
        chosen["rates"] = chosen.pop("limits")
    default = chosen.pop("default", None) or next(iter(libraries))
    if default not in libraries:
        raise UsageError(
            f"The default library {default!r} in [{TABLE}] is not one of its libraries: {', '.join(libraries)}."
        )
    return Configuration(
        token=token, libraries=MappingProxyType(libraries), default_library=default, **chosen, **more
    )


def read_token(environment: Mapping[str, str]) -> str:
    """Return the bot's token from the environment, or from the file that the environment names.

    Raises:
        ConfigurationError: If there is no token, or it cannot be read or used. The message never holds the token.
    """
    token, file = environment.get(TOKEN, "").strip(), environment.get(TOKEN_FILE, "")
    if token and file:
        raise ConfigurationError(f"Both {TOKEN} and {TOKEN_FILE} are set; keep one of them.")
    if file:
        token = _token_in(Path(file))
    if not token:
        raise ConfigurationError(
            f"There is no token. Put it into {TOKEN}, or into a file and that file's path into {TOKEN_FILE}. "
            "Discord shows it once, under Bot > Reset Token of your application; docs/discord.md explains how."
        )
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ConfigurationError(
            "The token holds characters that no token has, such as spaces or line breaks. "
            "Copy it again, alone and without the word Bot in front."
        )
    return token


def _token_in(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            content = stream.read(_MAX_TOKEN_BYTES)
    except OSError as error:
        raise ConfigurationError(
            f"The token's file {file} ({TOKEN_FILE}) cannot be read: {error.strerror}."
        ) from error
    token = content.decode("utf-8", errors="replace").strip()
    if not token:
        raise ConfigurationError(f"The token's file {file} ({TOKEN_FILE}) is empty.")
    return token


def _default_state() -> Path:
    from platformdirs import user_state_path

    return user_state_path("onrecord") / "discord"


def _ids(value: object) -> frozenset[int]:
    if isinstance(value, str):
        value = [part for part in value.replace(",", " ").split() if part]
    try:
        # Ids have up to 19 digits, and Discord itself writes them as strings: both forms are accepted.
        return (
            frozenset(count_from(each, _HIGHEST_ID) for each in value)
            if isinstance(value, list | tuple)
            else _ids([value])
        )
    except ValueError:
        raise ValueError("a list of ids, which are whole numbers") from None


def _name(value: object) -> str:
    if isinstance(value, str) and value and value.isprintable() and len(value) <= LIBRARY_NAME:
        return value
    raise ValueError(f"a name of at most {LIBRARY_NAME} characters")


def _libraries(value: object) -> dict[str, LibraryPlace]:
    if isinstance(value, Mapping) and value:
        return {_name(name): library_from(each) for name, each in value.items()}
    raise ValueError("a table of names and folders")


def _limits(value: object) -> Rates:
    known = {"per_person", "per_guild", "in_all", "waiting", "answer_seconds"}
    if not isinstance(value, Mapping) or not set(value) <= known:
        raise ValueError(f"a table with some of {', '.join(sorted(known))}")
    given = {name: _limit(name, number) for name, number in value.items()}
    usual = Rates()
    return Rates(
        person=_rate(given.get("per_person"), usual.person),
        guild=_rate(given.get("per_guild"), usual.guild),
        everyone=_rate(given.get("in_all"), usual.everyone),
        waiting=given.get("waiting", usual.waiting),
        seconds=given.get("answer_seconds", usual.seconds),
    )


def _limit(name: str, number: object) -> int:
    try:
        return count_from(number)
    except ValueError as error:
        raise ValueError(f"a table in which {name} is {error}") from None


def _rate(per_minute: int | None, usual: Rate) -> Rate:
    if per_minute is None:
        return usual
    # The burst changes in proportion to the rate.
    return Rate(per_minute, max(1, round(usual.burst * per_minute / usual.per_minute)))


def _loopback(value: object) -> str:
    """Accept only an address of this machine, because the token is sent there."""
    parts = urlsplit(str(value))
    try:
        near = ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        near = False
    if near and parts.scheme == "http" and not parts.username and not parts.path.strip("/"):
        return f"http://{parts.netloc}"
    raise ValueError("http:// with a loopback address and a port")


READERS: dict[str, Reader] = {
    "libraries": _libraries,
    "default": _name,
    "state": path_from,
    "owners": _ids,
    "guilds": _ids,
    "message_content": switch_from,
    "user_install": switch_from,
    "limits": _limits,
    "drain_seconds": count_from,
    "follow_seconds": count_from,
    "api": _loopback,
}
_IN_THE_FILE_ONLY = {"libraries", "default", "limits"}
