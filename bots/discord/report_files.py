"""Name the file in which reports of wrong quotes are kept, for `qa eval`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa.settings import ServerLibrary

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot


def reports_file(bot: AnsweringBot, library: str) -> Path:
    """Return the file for a library: in its folder, or among what the bot keeps if the library is on a server."""
    from qa.evaluation.complaints import REPORTS

    place = bot.service.libraries[library]
    if isinstance(place, ServerLibrary):
        return bot.configuration.state / f"{library}-{REPORTS}"
    return place / REPORTS
