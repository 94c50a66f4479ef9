"""Store what articles say people are, and whom the speakers of records speak for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from qa.datatypes import Description, DescriptionKind, VersionHandle
from qa.language.patterns import regex
from qa.tables.connection import Connection, WritingConnection
from qa.tables.formats import keeps_descriptions
from qa.tables.packing import packed, unpacked
from qa.tables.seals import description_seal, spoken_for_seal

_OF = regex(r"\s(?:of|for|at|from|in|to)\s", re.I)
"""What ends the noun of a description: "chief of staff" is asked for as a chief, and as no staff."""


def put_descriptions(
    connection: WritingConnection,
    version: VersionHandle,
    found: Iterable[Description],
    identities: Mapping[str, str],
) -> None:
    """Store the descriptions of a version in the place of those that it had.

    Args:
        identities: Under which name, with its callings, somebody speaks in the version, by the name that its text has.
    """
    drop_descriptions(connection, version)
    ordered = sorted(found, key=lambda each: (each.start, each.end, each.kind, each.what, each.who or ""))
    rows, joined = [], []
    for ordinal, each in enumerate(ordered):
        values = (version, ordinal, each.kind.value, each.start, each.end, _name(each.who), packed(each.what),
                  _name(each.of), int(each.former))  # fmt: skip
        identity = None if each.who is None else packed(identities.get(each.who, each.who))
        rows.append((*values, description_seal(*values), packed(head_of(each.what)), identity))
        if each.kind is DescriptionKind.ALSO_CALLED and each.who is not None:
            joined += [[packed(each.who)], [packed(each.what)]]
    connection.executemany(
        """
        INSERT INTO descriptions (version, ordinal, kind, start, "end", who, what, of, former, crc, head, identity)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows,
    )
    connection.executemany("INSERT INTO unlinked (name) VALUES (?) ON CONFLICT DO NOTHING", joined)


def known_bodies(connection: Connection) -> list[tuple[str, str]]:
    """Return the long and short names of bodies, in pairs, as articles have them, in order.

    A body that somebody speaks for is one too, with itself: no other rule knows that "Orsa" is nobody.
    """
    if not keeps_descriptions(connection):
        return []
    rows = connection.execute(
        """
        SELECT who AS "long", what AS "short" FROM descriptions WHERE kind = 'also_called' AND who IS NOT NULL
        UNION SELECT name, name FROM spoken_for
        """
    )
    return sorted((unpacked(row["long"]), unpacked(row["short"])) for row in rows)


def drop_descriptions(connection: WritingConnection, version: VersionHandle) -> None:
    """Delete the descriptions of a version, and note which names they joined: whom they mean has to be found again."""
    connection.execute(
        """
        INSERT INTO unlinked (name)
        SELECT who FROM descriptions WHERE version = ? AND kind = 'also_called' AND who IS NOT NULL
        UNION SELECT what FROM descriptions WHERE version = ? AND kind = 'also_called' AND who IS NOT NULL
        ON CONFLICT DO NOTHING
        """,
        [version, version],
    )
    connection.execute("DELETE FROM descriptions WHERE version = ?", [version])


def head_of(what: str) -> str:
    """Return the noun by which descriptions are looked up: "secretary" of "foreign secretary", "secretary of state"."""
    noun = _OF.split(what.strip(), maxsplit=1)[0].split()
    return noun[-1].casefold() if noun else ""


def put_spoken_for(connection: WritingConnection, names: Mapping[int, str]) -> None:
    """Store whom the speakers of records speak for, by the records' row numbers.

    `link_speakers` finds which speakers of the archive those are.
    """
    connection.executemany(
        "INSERT INTO spoken_for (attribution, name, crc) VALUES (?, ?, ?)",
        [
            (attribution, packed(name), spoken_for_seal(attribution, packed(name), None))
            for attribution, name in names.items()
        ],
    )


def _name(name: str | None) -> bytes | None:
    return None if name is None else packed(name)
