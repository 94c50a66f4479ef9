"""Look at the rows of a library: what the program itself never asks for."""

from __future__ import annotations

from qa.datatypes import PassageHandle, StoredPassage, Version
from qa.embedded.snapshot import Snapshot


def passages_of(snapshot: Snapshot, version: Version) -> list[StoredPassage]:
    """Return the passages of a version in their order; none for one that is not current."""
    rows = snapshot._connection.execute(
        "SELECT id FROM passages WHERE version = ? ORDER BY start", [version.key]
    )
    return snapshot.passages([PassageHandle(row["id"]) for row in rows])
