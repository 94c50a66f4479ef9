"""Read the names that a person said are one speaker's, or two speakers', whatever the rules of linking find."""

from __future__ import annotations

import logging
from typing import NamedTuple

from qa.speakers.by_hand import NamesByHand
from qa.tables.connection import Connection, Row
from qa.tables.formats import keeps_corrections
from qa.tables.packing import unpacked
from qa.tables.seals import pair_seal

logger = logging.getLogger(__name__)


class NamePair(NamedTuple):
    """Two names that a person said are one speaker's, shown under the second, or two speakers' (`apart`)."""

    first: str
    second: str
    apart: bool


def name_pairs(connection: Connection) -> list[NamePair]:
    """Return all pairs, by name; rows that are not what was stored are left out."""
    if not keeps_corrections(connection):
        return []
    rows = connection.execute("SELECT * FROM name_pairs ORDER BY first, second")
    return [each for row in rows if (each := _pair(row))]


def names_by_hand(connection: Connection) -> NamesByHand:
    """Return all pairs as linking takes them."""
    pairs = name_pairs(connection)
    return NamesByHand(
        tuple((each.first, each.second) for each in pairs if not each.apart),
        tuple((each.first, each.second) for each in pairs if each.apart),
    )


def is_whole_pair(row: Row) -> bool:
    """Return whether a row is what was stored."""
    first, second, apart = row["first"], row["second"], row["apart"]
    # SQLite lets a damaged column have any type.
    typed = isinstance(first, bytes) and isinstance(second, bytes) and isinstance(apart, int)
    return typed and bool(row["crc"] == pair_seal(first, second, apart))


def _pair(row: Row) -> NamePair | None:
    if not is_whole_pair(row):
        logger.warning("Two names that were joined or parted by hand are damaged. Run `qa doctor`.")
        return None
    return NamePair(unpacked(row["first"]), unpacked(row["second"]), bool(row["apart"]))
