"""Hold the steps by which a library's tables came to be on a server, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_FOLDER = Path(__file__).parent / "migrations"

TABLES, INDEXES, WRITING = "0001_tables.sql", "0002_indexes.sql", "0003_writing.sql"
STEPS: Sequence[str] = (TABLES, INDEXES, WRITING)
"""Each is applied once, in the transaction that writes its number into `state`; none is changed after its release."""

OWN_TABLES = ("state", "full_text", "vocabulary", "postings", "vectors")
"""The tables that are this engine's own, beside those of `qa.tables.columns`."""

MIGRATION = len(STEPS)
"""The number of the last step that this program knows."""

OLDEST_READABLE = 2
"""The number of the oldest step whose tables are read as they are; whoever writes to them brings them up to date."""


def script(step: str) -> str:
    """Return the statements of a step."""
    return (_FOLDER / step).read_text(encoding="utf-8")
