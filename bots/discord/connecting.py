"""Log in to Discord, or to a stand-in for it, and explain its refusals."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from qa.errors import ConfigurationError, QAError

if TYPE_CHECKING:
    from bots.discord.bot import ArchiveBot
    from bots.discord.configuration import Configuration

_log = logging.getLogger(__name__)

WRONG_TOKEN = (
    "Discord refused the token. Reset it under Bot > Reset Token of your application, and store the new one."
)
MISSING_INTENT = (
    "The message content intent is not switched on for this bot. Switch it on under Bot > Privileged Gateway "
    "Intents of your application, or set message_content = false."
)
CLOSED_FOR_GOOD = {
    4004: WRONG_TOKEN,
    4010: "Discord refused the bot's shard number.",
    4011: "Discord wants this bot to be sharded, because it is in too many guilds; that is not supported.",
    4012: "Discord no longer speaks this version of its protocol. Update discord.py.",
    4013: "Discord refused the bot's intents. Update discord.py.",
    4014: MISSING_INTENT,
}
"""Close codes after which trying again cannot help, and what to do about each."""


class DiscordUnreachableError(QAError):
    """Reports that Discord cannot be reached now."""

    exit_code = 69


def use_stand_in(api: str | None) -> None:
    """Point discord.py at a stand-in for Discord; None leaves it at Discord itself."""
    if api is not None:
        _log.warning("Speaking to a stand-in for Discord at %s.", api)
        Route.BASE = f"{api}/api/v10"
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{api.removeprefix('http://')}/gateway")


@asynccontextmanager
async def logged_in(configuration: Configuration) -> AsyncIterator[ArchiveBot]:
    """Log in a bot with all its commands for Discord's HTTP API, without connecting to the gateway; log out after.

    Raises:
        ConfigurationError: If Discord refuses the token.
        DiscordUnreachableError: If Discord cannot be reached, or refuses something else.
    """
    from bots.discord.bot import create_bot

    use_stand_in(configuration.api)
    bot = create_bot(configuration)
    try:
        await bot.login(configuration.token)
        yield bot
    except discord.LoginFailure as error:
        raise ConfigurationError(WRONG_TOKEN) from error
    except discord.Forbidden as error:
        raise ConfigurationError(f"Discord does not allow this bot to do that: {error.text}.") from error
    except discord.HTTPException as error:
        raise DiscordUnreachableError(f"Discord answered {error.status}: {error.text or error}.") from error
    except (OSError, aiohttp.ClientError) as error:
        raise DiscordUnreachableError(f"Discord cannot be reached: {error}. Try again later.") from error
    finally:
        await bot.drain(0)
        await bot.close()
