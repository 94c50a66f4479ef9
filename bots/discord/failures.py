"""What a person is told when something goes wrong, and what the log keeps of it: never what was asked."""

from __future__ import annotations

import logging
import math
import secrets
import traceback
from pathlib import Path

import discord

from bots.discord.escaping import escaped_line
from bots.discord.policy import NotAllowed
from bots.discord.service import Reason, Refused
from qa.errors import (
    DamagedIndexError,
    InputProblem,
    LibraryBusyError,
    ModelError,
    NoIndexError,
    NotFoundError,
    QAError,
    UsageError,
)

logger = logging.getLogger(__name__)

REFUSALS = {
    Reason.BUSY: "I am busy: many questions wait already. Ask again in a moment.",
    Reason.IN_FLIGHT: "Your last question is not answered yet. One at a time, please.",
    Reason.TOO_LONG: "That took too long, so I gave it up. Ask again, or put it more simply.",
    Reason.CLOSING: "I am being restarted. Ask again in a minute.",
}
NO_INDEX = (
    "There are no articles to answer from yet: the archive is being made, or made anew. Ask again later."
)
BUSY_INDEX = "The archive is being written to by somebody else at the moment. Try again later."
GONE = "What this was about is no longer in the archive. Ask again."


def told(error: BaseException) -> str | None:
    """Return what to tell a person of something that was to be expected; None of what was not.

    The project's own messages name folders, so only those that are about the question itself are passed on.
    """
    match error:
        case Refused(reason=Reason.TOO_OFTEN):
            return f"That is a lot of questions. You can ask again in {max(1, math.ceil(error.wait))} s."
        case Refused():
            return REFUSALS[error.reason]
        case NotAllowed():
            return str(error)
        case NoIndexError():
            return NO_INDEX
        case LibraryBusyError():
            return BUSY_INDEX
        case NotFoundError():
            return GONE
        case UsageError():
            return escaped_line(str(error), 600)
    return None


def report(error: BaseException, *, where: str) -> str:
    """Return what to tell a person; what was not to be expected is logged under an id that they are given.

    Args:
        where: The command or button, and the place, as numbers.
    """
    if (known := told(error)) is not None:
        logger.info("%s: %s", where, type(error).__name__)
        return known
    mark = secrets.token_hex(4)
    logger.error("%s %s: %s", mark, where, details(error))
    match error:
        case DamagedIndexError():
            said = "The archive cannot be read at the moment."
        case ModelError():
            said = "The archive and this bot do not fit together at the moment."
        case InputProblem() | QAError():
            said = "That could not be done."
        case discord.Forbidden():
            said = "I lack a permission for that here."
        case _:
            said = "Something went wrong on my side."
    return f"{said} Whoever runs this bot finds more in its log under `{mark}`."


def details(error: BaseException) -> str:
    """Say what happened and where in the program, without the messages: they may hold what was asked."""
    parts = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__)
        places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
        parts.append(f"{_name(current)} at {places or 'nowhere'}")
        current = current.__cause__ or current.__context__
    return "; from ".join(parts)


def _name(error: BaseException) -> str:
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__} {error.status} ({error.code})"
    return type(error).__name__


def where(interaction: discord.Interaction, what: str) -> str:
    return f"{what} in guild {interaction.guild_id} channel {interaction.channel_id}"
