"""What the bot remembers between restarts: answers whose buttons still work, and what guilds have set."""

from __future__ import annotations

from pathlib import Path

FILE = "discord.db"


class State:
    """The bot's own database, in its state folder."""

    @classmethod
    def open(cls, folder: Path) -> State:
        """Open it, or make it, readable by its owner only."""
        raise NotImplementedError

    def close(self) -> None: ...
