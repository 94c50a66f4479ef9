"""Turn errors of a server into what to do about them; the log never holds what was asked."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass

from bots.contract import SCHEMA, Json
from bots.error_objects import CODES
from bots.error_places import error_places
from bots.exit_codes import NO_ANSWER, UNEXPECTED
from bots.queues import BusyError
from qa.errors import (
    DamagedIndexError,
    LibraryBusyError,
    ModelError,
    NoIndexError,
    NotFoundError,
    QAError,
    UnreachableError,
    UsageError,
    out_of_memory,
)

logger = logging.getLogger(__name__)

BUSY = "busy"
"""The name in JSON of what passes by itself. The command line has none, because it waits."""
SOON, LATER = 5, 60
"""Seconds after which to ask again: when another one writes; when somebody has to mend something."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What a person is told: what happened, and what to do. `retry`: in how many seconds it may work."""

    status: int
    code: str
    title: str
    message: str
    retry: int | None = None

    def as_object(self) -> Json:
        return {"schema": SCHEMA, "error": {"code": self.code, "message": self.message}}

    @property
    def headers(self) -> dict[str, str]:
        return {} if self.retry is None else {"retry-after": str(self.retry)}


def no_such_page() -> Failure:
    return Failure(
        404,
        CODES[NO_ANSWER],
        "There is no such page",
        "The address is wrong or cut off. Ask a question above instead.",
    )


def failure_of(error: BaseException, *, page: str) -> Failure:
    """Return what to tell about an error; log an unexpected one under an id that the message names.

    The project's own messages name folders, so only those about the request itself are passed on.

    Args:
        page: The kind of page, without what was asked.
    """
    code = CODES.get(error.exit_code, CODES[UNEXPECTED]) if isinstance(error, QAError) else CODES[UNEXPECTED]
    match error:
        case BusyError():
            wait = f"Ask again in {error.seconds} s."
            return Failure(503, BUSY, "Many questions are waiting", wait, error.seconds)
        case LibraryBusyError():
            return Failure(
                503,
                BUSY,
                "The archive is being changed",
                "Another program is writing to it. Ask again.",
                SOON,
            )
        case NotFoundError():
            return Failure(404, code, "This is not in the archive", str(error))
        case UsageError():
            return Failure(400, code, "This cannot be asked", str(error))
        case UnreachableError():
            # The message names the server, which visitors need not know.
            logger.error("%s: %s", page, error)
            return Failure(503, code, "The archive does not answer", "Its server is away. Ask again.", SOON)
        case NoIndexError():
            return Failure(
                503,
                code,
                "There are no articles",
                "The archive is being built or rebuilt, or it is gone. Ask again later; `qa index` builds it.",
                LATER,
            )
    mark = secrets.token_hex(4)
    logger.error("%s %s: %s", mark, page, error_places(error))
    details = f"Whoever runs this server finds details in its log under {mark}."
    match error:
        case DamagedIndexError():
            said = (
                f"The archive cannot be read at the moment; `qa doctor` says what is wrong with it. {details}"
            )
            return Failure(503, code, "The archive is damaged", said, LATER)
        case ModelError():
            said = f"The archive and this server do not work together. {details}"
            return Failure(503, code, "The model does not fit", said, LATER)
    if out_of_memory(error):
        return Failure(503, "memory", "There is not enough memory", f"Ask again later. {details}", LATER)
    return Failure(500, CODES[UNEXPECTED], "Something went wrong here", details)
