"""Answers for the bot: computed on a thread of their own, so that Discord's heartbeat is never kept waiting."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bots.discord.configuration import Limits
from bots.discord.rates import Clock

if TYPE_CHECKING:
    from qa.datatypes import Answer, Scope

Result = TypeVar("Result")


class Reason(StrEnum):
    BUSY = "busy"
    """As many questions wait as may."""
    IN_FLIGHT = "in_flight"
    """This person's last question is not answered yet."""
    TOO_OFTEN = "too_often"
    TOO_LONG = "too_long"
    """The answer took longer than anybody should wait."""
    CLOSING = "closing"


class Refused(Exception):  # noqa: N818 - no error: a question that is not taken
    """A question that is not answered, and why. `wait` is in seconds, where waiting helps."""

    def __init__(self, reason: Reason, wait: float = 0.0) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.wait = wait


class AnswerService:
    """Takes questions one after the other. To be used from one event loop."""

    def __init__(
        self,
        libraries: Mapping[str, Path],
        *,
        clock: Clock = time.monotonic,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        model: str | None = None,
        allow_download: bool = False,
        today: date | None = None,
    ) -> None:
        self._libraries = dict(libraries)

    async def ask(
        self,
        question: str,
        *,
        library: str,
        person: int,
        guild: int | None = None,
        conversation: object | None = None,
        scope: Scope | None = None,
        newest: bool = False,
    ) -> Answer:
        """Answer a question.

        Raises:
            Refused: If it is not taken, at once or because it took too long.
            QAError: As `Answerer.ask`.
        """
        raise NotImplementedError

    async def close(self, timeout: float) -> None:
        """Take no more questions, and wait for those in hand, at most `timeout` seconds."""
