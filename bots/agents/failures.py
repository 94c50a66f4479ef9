"""Turn errors into what an assistant is told, and let no log hold what was asked."""

from __future__ import annotations

import logging

from mcp.server.mcpserver.exceptions import ToolError

from bots.error_places import error_places
from bots.served_failures import failure_of
from bots.visible import visible_line
from qa.errors import NotFoundError, UsageError

LONGEST_MESSAGE = 600
TOOLS_FOR = {
    "`qa speakers`": "`find_speakers`",
    "`qa articles`": "`archive_overview`",
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
