from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bots.discord.redaction import HIDDEN, RedactingFormatter, start_logging

TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAwMA.GsEntI.nEl-0123456789_sentinel-of-the-tests"
LOGGERS = ("", "discord", "discord.http", "discord.webhook", "aiohttp", "faiss")


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything that is logged, at the most detailed level; the loggers are put back afterwards."""
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    before = [(logging.getLogger(name), logging.getLogger(name).level) for name in LOGGERS]
    handlers = list(logging.getLogger().handlers)
    start_logging(TOKEN, verbose=True)
    yield stream
    logging.getLogger().handlers[:] = handlers
    for logger, level in before:
        logger.setLevel(level)


def test_a_token_is_hidden_in_messages_arguments_and_tracebacks(log: io.StringIO) -> None:
    logger = logging.getLogger("anything")

    logger.debug("with %s", TOKEN)
    try:
        raise ValueError(f"header Bot {TOKEN}")
    except ValueError:
        logger.exception("failed")

    assert TOKEN not in log.getvalue()
    assert log.getvalue().count(HIDDEN) == 2


def test_other_tokens_are_hidden_too(log: io.StringIO) -> None:
    logging.getLogger("anything").info(
        "somebody pasted MTExMTExMTExMTExMTExMTEx.Gabcde.aaaabbbbccccddddeeeeffff"
    )
    logging.getLogger("anything").info("POST https://discord.example/webhooks/100/aW50ZXJhY3Rpb24 failed")

    assert "MTExMTEx" not in log.getvalue()
    assert "aW50ZXJhY3Rpb24" not in log.getvalue()
    assert f"/webhooks/100/{HIDDEN} failed" in log.getvalue()


def test_a_token_of_another_form_is_hidden_when_it_is_the_bots() -> None:
    record = logging.LogRecord("n", logging.INFO, "f", 0, "with odd token", None, None)

    assert RedactingFormatter("odd").format(record).endswith(f"with {HIDDEN} token")


def test_requests_and_events_are_not_logged_even_when_verbose(log: io.StringIO) -> None:
    logging.getLogger("discord.http").info("POST with {'content': 'a question'}")
    logging.getLogger("discord.gateway").debug("WebSocket Event: {'content': 'a question'}")
    logging.getLogger("discord.webhook.async_").debug("Webhook with {'content': 'a question'}")

    assert log.getvalue() == ""


def test_a_lost_connection_is_one_line(log: io.StringIO) -> None:
    try:
        raise ConnectionResetError
    except ConnectionResetError:
        logging.getLogger("discord.client").exception("Attempting a reconnect in %.2fs", 1.5)

    assert "Traceback" not in log.getvalue()
    assert "The connection was lost (ConnectionResetError). Attempting a reconnect in 1.50s" in log.getvalue()
