"""Write the bot's log to standard error, without tokens and without what people wrote."""

from __future__ import annotations

import logging
import re

HIDDEN = "[hidden]"

_LIKE_A_TOKEN = re.compile(r"[\w-]{10,}\.[\w-]{5,}\.[\w-]{10,}")
"""Three parts as a bot's token has them. It also hides a token that somebody pasted into a question or a file name."""
_OF_AN_INTERACTION = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?'\"]+")
"""Anyone who has this part of an address can answer as the bot for 15 minutes."""
_LOWEST = {
    # Below these levels discord.py logs whole requests and events, with texts of messages and tokens.
    "discord": logging.INFO,
    "discord.http": logging.WARNING,
    "discord.webhook": logging.WARNING,
    "aiohttp": logging.WARNING,
    "faiss": logging.WARNING,  # logs every variant of itself that this processor cannot use
}


class RedactingFormatter(logging.Formatter):
    """Formats a record and hides the tokens in it, also in its traceback."""

    def __init__(self, token: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        if self._token:
            text = text.replace(self._token, HIDDEN)
        return _OF_AN_INTERACTION.sub(rf"\g<1>{HIDDEN}", _LIKE_A_TOKEN.sub(HIDDEN, text))


def start_logging(token: str, *, verbose: bool = False, quiet: bool = False) -> None:
    """Send the records of every logger to standard error, through `RedactingFormatter`."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(token))
    handler.addFilter(_worth_reading)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    level = logging.DEBUG if verbose else logging.WARNING if quiet else logging.INFO
    root.setLevel(level)
    for name, lowest in _LOWEST.items():
        logging.getLogger(name).setLevel(max(level, lowest))


def _worth_reading(record: logging.LogRecord) -> bool:
    if record.name == "discord.client" and str(record.msg).endswith("voice will NOT be supported"):
        return False
    # A lost connection is normal, and discord.py reconnects by itself: one line is enough.
    if record.name == "discord.client" and str(record.msg).startswith("Attempting a reconnect"):
        reason = record.exc_info[1] if record.exc_info else None
        record.msg = f"The connection was lost ({type(reason).__name__}). {record.msg}"
        record.exc_info, record.exc_text = None, None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True
