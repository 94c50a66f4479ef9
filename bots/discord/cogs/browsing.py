"""Looking into the archive: `/speakers`, `/sources`, `/latest`."""

from __future__ import annotations

from typing import Any


async def setup(bot: Any) -> None:
    """Filled below."""
