"""Name which messages of a channel are questions to the bot, as people who manage a server choose it."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """Which messages of a channel are questions to the bot."""

    MENTIONS = "mentions"
    """Those that mention it or reply to it: what a channel begins with."""
    POSTS = "posts"
    """Of a forum, also each new post. Its title is read without the message content intent."""
    MESSAGES = "messages"
    """Every message, which takes the message content intent."""


IN_WORDS = {
    Mode.MENTIONS: "messages that mention me",
    Mode.POSTS: "every new post",
    Mode.MESSAGES: "every message",
}


MODE, THREADS = "mode", "threads"
"""The keys under which a channel's mode, and whether answers there go into threads, are stored."""
