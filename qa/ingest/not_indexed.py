"""Collect why articles of a file were not indexed, or what of them was not, as the file is read."""

from __future__ import annotations

from qa.tables.writing.places import as_note


class Reasons:
    """Collects what is wrong with a file as it is read, and tells what kept an article out from what did not."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str, bool]] = []
        self._waiting = 0
        """How many of the last are remarks about an article that is still to come."""

    def skipped(self, identity: str, reason: str) -> None:
        """Add why an article is not indexed; what was remarked about it before is no note then."""
        self._found.append((identity, reason, False))
        self._waiting = 0

    def remarked(self, identity: str, reason: str) -> None:
        """Add what is wrong with an article that follows."""
        self._found.append((identity, reason, False))
        self._waiting += 1

    def indexed(self) -> None:
        """Say that the article that was remarked about is indexed."""
        for at in range(len(self._found) - self._waiting, len(self._found)):
            identity, reason, _ = self._found[at]
            self._found[at] = (identity, reason, True)
        self._waiting = 0

    def stored(self) -> list[tuple[str, str]]:
        """Return (id, reason) of each as a library keeps it."""
        return [
            (identity, as_note(reason) if indexed else reason) for identity, reason, indexed in self._found
        ]
