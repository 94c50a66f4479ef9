"""Show the texts that people who manage a server add to the bot's own, as text: nothing in them is markup."""

from __future__ import annotations

from bots.discord.escaping import escaped_line
from bots.discord.limits import OWN_TEXT


def own_text(typed: str) -> str:
    """Return a server's own text as a line of small print; "" where there is none."""
    return f"-# {escaped_line(typed, 2 * OWN_TEXT)}" if typed else ""
