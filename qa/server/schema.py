"""Hold the steps by which a library's tables came to be on a server, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_FOLDER = Path(__file__).parent / "migrations"

TABLES = "0001_tables.sql"
STEPS: Sequence[str] = (
    TABLES,
    "0002_indexes.sql",
    "0003_writing.sql",
    "0004_jobs.sql",
    "0005_speaker_words.sql",
    "0006_room_for_jobs.sql",
)
"""Each is applied once, in the transaction that writes its number into `state`; none is changed after its release."""

OWN_TABLES = (
    "state",
    "full_text",
    "vocabulary",
    "postings",
    "vectors",
    "jobs",
    "speaker_words",
    "word_halves",
)
"""The tables beside those of `qa.tables.columns`: this engine's own, and those that are made of others in each."""

MIGRATION = len(STEPS)
"""The number of the last step that this program knows."""

WITH_JOBS = 4
"""The number of the step since which articles can wait for workers."""

OLDEST_READABLE = 2
"""The number of the oldest step whose tables are read as they are; whoever writes to them brings them up to date."""


def script(step: str) -> str:
    """Return the statements of a step."""
    return (_FOLDER / step).read_text(encoding="utf-8")
