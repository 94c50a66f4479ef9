"""Turn errors into what an assistant is told, and let no log hold what was asked."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from mcp.server.mcpserver.exceptions import ToolError

from bots.error_places import error_places
from bots.served_failures import failure_of
from bots.visible import visible_line
from qa.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

LONGEST_MESSAGE = 600
ROOM_FOR_NAME = 40
"""Characters shown of the name of an argument that there is not."""
MOST_WRONG = 3
"""How many arguments are told of at once."""
TOOLS_FOR = {
    "`qa speakers`": "`find_speakers`",
    "`qa articles`": "`archive_overview`",
    "`qa ask -v`": "`ask`",
    "`qa ask`": "`ask`",
}
"""What the messages of the command line name, and what an assistant has in its place."""


def tool_error(error: Exception, tool: str) -> ToolError:
    """Return the error that a tool raises; an unexpected one is logged under an id that the message names."""
    failure = failure_of(error, page=tool)
    own = isinstance(error, NotFoundError | UsageError)
    message = failure.message if own else f"{failure.title}. {failure.message}"
    for command, instead in TOOLS_FOR.items():
        message = message.replace(command, instead)
    return ToolError(visible_line(message)[:LONGEST_MESSAGE])


def wrong_arguments(error: ValidationError, tool: str, known: Mapping[str, Any]) -> ToolError:
    """Return the error for arguments that a tool does not take, with what it does.

    Args:
        known: The tool's arguments by name, as its JSON schema describes them.
    """
    found = error.errors(include_url=False, include_input=False)
    said = " ".join(_said_of(each, tool, known) for each in found[:MOST_WRONG])
    return ToolError(visible_line(said)[:LONGEST_MESSAGE])


def _said_of(wrong: ErrorDetails, tool: str, known: Mapping[str, Any]) -> str:
    name = str(wrong["loc"][0])[:ROOM_FOR_NAME] if wrong["loc"] else ""
    if wrong["type"] == "extra_forbidden":
        alike = get_close_matches(name, known, 1)
        meant = f" Did you mean `{alike[0]}`?" if alike else ""
        takes = ", ".join(f"`{each}`" for each in known)
        return f"`{name}` is no argument of `{tool}`.{meant} It takes {takes or 'none'}."
    about = known.get(name, {}).get("description", "")
    if wrong["type"] == "missing":
        return f"`{name}` is missing: give it. {about}"
    most = wrong.get("ctx", {}).get("max_length")
    if most is not None:
        what = "characters" if wrong["type"] == "string_too_long" else "entries"
        return f"`{name}` is too long: at most {most:,} {what}."
    return f"`{name}` is not as it should be. {about}"


class _Places(logging.Formatter):
    """Writes where something was logged, without its words: the SDK's may hold what was asked."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        where = f"{self.formatTime(record)} {record.levelname} {record.name}:{record.lineno}"
        return f"{where} {error_places(error)}" if error is not None else where


def log_without_words() -> None:
    """Keep what the SDK logs from the log, but for the places of warnings and errors. Called again, it does nothing."""
    logger = logging.getLogger("mcp")
    if any(isinstance(each.formatter, _Places) for each in logger.handlers):
        return
    handler = logging.StreamHandler()
    handler.setFormatter(_Places())
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
