"""Turn errors into messages for people and lines for the log; the log never holds what was asked."""

from __future__ import annotations

import logging
import math
import secrets

import discord

from bots.discord.escaping import escaped_line
from bots.discord.policy import NotAllowed
from bots.discord.refusals import Reason, Refused
from bots.error_places import error_places
from qa.errors import (
    DamagedIndexError,
    InputProblem,
    LibraryBusyError,
    ModelError,
    NoIndexError,
    NotFoundError,
    QAError,
    UsageError,
    out_of_memory,
)

logger = logging.getLogger(__name__)

REFUSALS = {
    Reason.BUSY: "I am busy: many questions are waiting. Ask again in a moment.",
    Reason.IN_FLIGHT: "Your last question is not answered yet. One at a time, please.",
    Reason.TOO_LONG: "That took too long, so I gave up. Ask again, or in simpler words.",
    Reason.CLOSING: "I am restarting. Ask again in a minute.",
}
NO_INDEX = "There are no articles to answer from yet: the archive is being built or rebuilt. Ask again later."
BUSY_INDEX = "Another program is writing to the archive at the moment. Try again later."
NO_MEMORY = "There is not enough memory at the moment. Ask again later."
GONE = "What this was about is no longer in the archive. Ask again."


def expected_message(error: BaseException) -> str | None:
    """Return the message for an expected error; None for an unexpected one.

    The project's own messages name folders, so only those about the question itself are passed on.
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
    """Return the message for an error; log an unexpected one under an id that the message names.

    Args:
        where: The command or button, and the ids of its guild and channel.
    """
    if (known := expected_message(error)) is not None:
        logger.info("%s: %s", where, type(error).__name__)
        return known
    mark = secrets.token_hex(4)
    logger.error("%s %s: %s", mark, where, details(error))
    if out_of_memory(error) is not None:
        return f"{NO_MEMORY} The person who runs this bot can find details in its log under `{mark}`."
    match error:
        case DamagedIndexError():
            said = "The archive cannot be read at the moment."
        case ModelError():
            said = "The archive and this bot do not work together at the moment."
        case InputProblem() | QAError():
            said = "That could not be done."
        case discord.Forbidden():
            said = "I do not have the permission for that here."
        case _:
            said = "Something went wrong on my side."
    return f"{said} The person who runs this bot can find details in its log under `{mark}`."


def details(error: BaseException) -> str:
    """Name the errors and where in the program they were raised, without their messages, which may quote a question."""
    return error_places(error, _name)


def _name(error: BaseException) -> str:
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__} {error.status} ({error.code})"
    return type(error).__name__


def where(interaction: discord.Interaction, what: str) -> str:
    """Describe where something happened, by ids, for the log."""
    return f"{what} in guild {interaction.guild_id} channel {interaction.channel_id}"
