"""Undo what `bots.discord.escaping` does to a text, as Discord does when it shows one."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")


def unescaped(text: str) -> str:
    """Return what Discord shows for an escaped text."""
    return _ESCAPED.sub(r"\1", text)
