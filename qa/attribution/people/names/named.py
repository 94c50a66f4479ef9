"""Hold what a mention says by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Named:
    """What a mention says. `start` is where the name or pronoun in it begins.

    his: a group named by its owner's pronoun; `name` is the group's noun.
    """

    how: Literal["person", "role", "group", "pronoun", "his", "i", "none"]
    start: int = -1
    people: tuple[int, ...] = ()
    name: str | None = None


NOBODY = Named("none")
