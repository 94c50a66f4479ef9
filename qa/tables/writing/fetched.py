"""Remember what each web address answered last: the rows of `fetched`."""

from __future__ import annotations

from dataclasses import dataclass

from qa.tables.connection import WritingConnection
from qa.tables.packing import packed, unpacked


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a web address answered last. Times are seconds since 1970; `status` is 0 where no answer came.

    `sha256` is the hash of the body, or, for a page that a feed leads to, of the feed's entry, because the page is
    fetched again when its entry changes.
    """

    url: str
    status: int
    fetched_at: float
    not_before: float = 0.0
    etag: str = ""
    last_modified: str = ""
    sha256: str = ""

    def waits(self, now: float) -> bool:
        """Return whether the address is not to be asked yet; it is if the clock was set back since it last was."""
        return self.fetched_at <= now < self.not_before


class Memory:
    """Reads and writes the rows about one place, inside the caller's transaction."""

    def __init__(self, connection: WritingConnection, place: int) -> None:
        self._connection = connection
        self._place = place

    def of(self, url: str) -> Fetched | None:
        """Return what an address answered last; None if it was never asked."""
        query = "SELECT * FROM fetched WHERE place = ? AND url = ?"
        row = self._connection.execute(query, [self._place, packed(url)]).fetchone()
        if row is None:
            return None
        return Fetched(
            url,
            row["status"],
            row["fetched_at"],
            row["not_before"],
            unpacked(row["etag"]),
            unpacked(row["last_modified"]),
            row["sha256"],
        )

    def put(self, fetched: Fetched) -> None:
        """Store what an address answered, in the place of its answer before."""
        self._connection.execute(
            "DELETE FROM fetched WHERE place = ? AND url = ?", [self._place, packed(fetched.url)]
        )
        self._connection.execute(
            """
            INSERT INTO fetched
                (place, url, etag, last_modified, fetched_at, not_before, status, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                self._place,
                packed(fetched.url),
                packed(fetched.etag),
                packed(fetched.last_modified),
                fetched.fetched_at,
                fetched.not_before,
                fetched.status,
                fetched.sha256,
            ],
        )
