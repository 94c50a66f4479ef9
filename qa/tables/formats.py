"""Tell which tables a library has: one of an older format is read as it is, and lacks some."""

from __future__ import annotations

from typing import Protocol

_CORRECTIONS, _DESCRIPTIONS = 3, 4


class Formatted(Protocol):
    """What has a format: a connection to a library."""

    def library_format(self) -> int: ...


def keeps_corrections(connection: Formatted) -> bool:
    """Return whether a library keeps what a person corrected."""
    return connection.library_format() >= _CORRECTIONS


def keeps_descriptions(connection: Formatted) -> bool:
    """Return whether a library keeps what articles say people are, and for whom they speak."""
    return connection.library_format() >= _DESCRIPTIONS
