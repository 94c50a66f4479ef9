"""What asking an address can come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa.errors import InputProblem


class NotFetched(InputProblem):
    """Why an address gave nothing, in plain words.

    `passing`: it may be otherwise at another time, so it is worth asking again. `status` is 0 where no answer
    came. `wait` is how many seconds the other side wants to be left alone, if it said so.
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
    """What an address answered. Names of headers are in small letters; `body` is unpacked.

    `url` is where it came from in the end, after all redirects.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
