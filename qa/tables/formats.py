"""Number the formats of libraries, and tell which tables one has: an older one is read as it is, and lacks some."""

from __future__ import annotations

from typing import Protocol

LIBRARY_FORMAT = 9
"""Raised with every change that an older program could not read, also inside a column: of its tables, or of the records
of attributions. What only comes out otherwise has the numbers of `qa/rule_versions.py`."""

SAME_ROWS = 4
"""The oldest format whose rows a server has as they are: 5 and 6 added what is made of rows that were there.
Formats 7 and 9 keep some rows in fewer bytes, beside those that are not; 8 added what only a folder has."""

TERMS_APART = 9
"""The format since which a folder's library keeps the terms of passages in a table of their own, and FTS5 none."""

_CORRECTIONS, _DESCRIPTIONS, _SPEAKER_WORDS = 3, 4, 6


class Formatted(Protocol):
    """What has a format: a connection to a library."""

    def library_format(self) -> int: ...


def keeps_corrections(connection: Formatted) -> bool:
    """Return whether a library keeps what a person corrected."""
    return connection.library_format() >= _CORRECTIONS


def keeps_descriptions(connection: Formatted) -> bool:
    """Return whether a library keeps what articles say people are, and for whom they speak."""
    return connection.library_format() >= _DESCRIPTIONS


def keeps_speaker_words(connection: Formatted) -> bool:
    """Return whether a library has a table of the words by which speakers are found."""
    return connection.library_format() >= _SPEAKER_WORDS
