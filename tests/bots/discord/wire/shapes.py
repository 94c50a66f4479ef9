"""Build the objects that Discord sends to a bot that answers questions."""

from __future__ import annotations

import itertools
import time
from typing import Any

Json = dict[str, Any]

BOT, GUILD, CHANNEL, HUMAN, OWNER = 100, 200, 300, 400, 401
GUILD_TEXT, PUBLIC_THREAD = 0, 11
EVERYTHING = str((1 << 50) - 1)

_EPOCH = 1_420_070_400_000
_counter = itertools.count()


def snowflake() -> int:
    """Return an id of now: discord.py reads from it when something was made."""
    return (int(time.time() * 1000) - _EPOCH) << 22 | next(_counter) & 0x3FFFFF


def user(ident: int, *, bot: bool = False) -> Json:
    name = "archive" if bot else f"person{ident}"
    return {
        "id": str(ident),
        "username": name,
        "discriminator": "0",
        "avatar": None,
        "global_name": name,
        "bot": bot,
    }


def member(ident: int) -> Json:
    return {
        "user": user(ident, bot=ident == BOT),
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": EVERYTHING,
    }


def message(
    text: str, *, author: int, channel: int = CHANNEL, guild: int | None = GUILD, **more: Any
) -> Json:
    made: Json = {
        "id": str(snowflake()),
        "channel_id": str(channel),
        "author": user(author, bot=author == BOT),
        "content": text,
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [user(BOT, bot=True)] if f"<@{BOT}>" in text else [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
        "components": [],
    }
    if guild is not None:
        made["guild_id"] = str(guild)
        made["member"] = {name: value for name, value in member(author).items() if name != "user"}
    return made | more


def channel(ident: int = CHANNEL, *, kind: int = GUILD_TEXT, **more: Any) -> Json:
    return {
        "id": str(ident),
        "guild_id": str(GUILD),
        "type": kind,
        "name": "general",
        "position": 0,
        "permission_overwrites": [],
        "nsfw": False,
        "topic": None,
        "last_message_id": None,
        "parent_id": None,
        "rate_limit_per_user": 0,
    } | more


def thread(ident: int, parent: int = CHANNEL) -> Json:
    return channel(ident, kind=PUBLIC_THREAD, parent_id=str(parent)) | {
        "owner_id": str(BOT),
        "message_count": 0,
        "member_count": 2,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 60,
            "archive_timestamp": "2026-01-01T00:00:00+00:00",
            "locked": False,
        },
    }


def guild(*, permissions: str = EVERYTHING) -> Json:
    role = {
        "id": str(GUILD),
        "name": "@everyone",
        "permissions": permissions,
        "position": 0,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": str(GUILD),
        "name": "Newsroom",
        "icon": None,
        "owner_id": str(OWNER),
        "roles": [role],
        "emojis": [],
        "features": [],
        "channels": [channel()],
        "members": [member(BOT)],
        "member_count": 2,
        "threads": [],
        "presences": [],
        "voice_states": [],
        "large": False,
        "unavailable": False,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "afk_timeout": 300,
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "nsfw_level": 0,
        "stickers": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "system_channel_flags": 0,
        "premium_progress_bar_enabled": False,
    }


def application(*, flags: int = 0) -> Json:
    return {
        "id": str(BOT),
        "name": "archive",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "",
        "flags": flags,
        "owner": user(OWNER),
    }


def interaction(kind: int, data: Json, *, person: int, **more: Any) -> Json:
    return {
        "id": str(snowflake()),
        "application_id": str(BOT),
        "type": kind,
        "token": f"interaction-{snowflake()}",
        "version": 1,
        "guild_id": str(GUILD),
        "channel_id": str(CHANNEL),
        "channel": channel(),
        "member": member(person),
        "data": data,
        "locale": "en-US",
        "guild_locale": "en-US",
        "app_permissions": EVERYTHING,
        "entitlements": [],
        "authorizing_integration_owners": {"0": str(GUILD)},
        "context": 0,
        "attachment_size_limit": 10_485_760,
    } | more
