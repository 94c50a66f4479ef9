"""Describe how a request to an address can end: with an answer, or with the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa.errors import InputProblem


class NotFetched(InputProblem):
    """Says in plain words why an address was not fetched.

    `passing`: another try later may succeed. `status` is 0 where no answer came. `wait` is for how many seconds the
    site wants to be left alone, if it said so.
    """

    def __init__(
        self, reason: str, *, passing: bool = False, status: int = 0, wait: float | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.passing = passing
        self.status = status
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Response:
    """The answer of an address. Names of headers are in small letters; `body` is unpacked.

    `url` is the address that gave it, after all redirects.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
