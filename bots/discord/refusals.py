"""Name the reasons for which the bot does not answer a question now."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a question is not answered."""

    BUSY = "busy"
    """The most questions that may wait are waiting."""
    IN_FLIGHT = "in_flight"
    """This person's last question is not answered yet."""
    TOO_OFTEN = "too_often"
    TOO_LONG = "too_long"
    """The answer took longer than the limit."""
    CLOSING = "closing"


class Refused(Exception):  # noqa: N818 - a refusal, not an error of the program
    """Reports that a question is not answered, and why. `wait` is in seconds, where waiting helps."""

    def __init__(self, reason: Reason, wait: float = 0.0) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.wait = wait
