"""Read what articles say people are, and whom the speakers of records speak for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qa.datatypes import Bearer, Description, DescriptionKind, VersionHandle
from qa.tables.connection import Connection, Row
from qa.tables.formats import keeps_descriptions
from qa.tables.packing import unpacked
from qa.tables.seals import broken, description_seal, spoken_for_seal

DESCRIPTION_COLUMNS = 'd.version, d.ordinal, d.kind, d.start, d."end", d.who, d.what, d.of, d.former, d.crc'


def description_from(row: Row) -> Description:
    """Return the description of a row. Raises DamagedIndexError if it is not what was stored."""
    values = [
        row[key] for key in ("version", "ordinal", "kind", "start", "end", "who", "what", "of", "former")
    ]
    try:
        whole = row["crc"] == description_seal(*values)
        if not whole:
            raise ValueError(row["crc"])
        _, _, kind, start, end, who, what, of, former = values
        return Description(
            DescriptionKind(kind), start, end, _unpacked(who), unpacked(what), _unpacked(of), bool(former)
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise broken(f"Description {row['ordinal']} of version {row['version']}") from error


def bearer_from(row: Row) -> Bearer:
    """Return who bears what, of a row that counts descriptions."""
    who, name = unpacked(row["who"]), _unpacked(row["name"])
    if name is None and " " in who:
        # "The mayor, Ada Quill, was told" quotes nobody: she is whoever speaks under her full name in other articles.
        name = _unpacked(row["elsewhere"])
    return Bearer(
        kind=DescriptionKind(row["kind"]),
        what=unpacked(row["what"]),
        of=_unpacked(row["of"]),
        former=bool(row["former"]),
        who=who,
        speaker=name,
        articles=row["articles"],
        first=None if row["first"] is None else date.fromisoformat(row["first"]),
        last=None if row["last"] is None else date.fromisoformat(row["last"]),
    )


def bodies_spoken_for(connection: Connection, versions: Iterable[VersionHandle]) -> dict[int, str]:
    """Return whom speakers speak for, as the archive calls it, in these versions, by the row number of the record.

    Raises:
        DamagedIndexError: If one is not what was stored.
    """
    if not keeps_descriptions(connection):
        return {}
    rows = connection.execute(
        f"""
        SELECT f.attribution, f.name, f.crc, s.name AS linked FROM attributions t
        {connection.in_order} spoken_for f ON f.attribution = t.id LEFT JOIN speakers s ON s.id = f.linked
        WHERE {connection.among("t.version")}
        """,
        [connection.listed(versions)],
    )
    found = {}
    for row in rows:
        if row["crc"] != spoken_for_seal(row["attribution"], row["name"], row["linked"]):
            raise broken(f"Whom the speaker of attribution {row['attribution']} speaks for")
        found[row["attribution"]] = unpacked(row["name"] if row["linked"] is None else row["linked"])
    return found


def _unpacked(name: bytes | None) -> str | None:
    return None if name is None else unpacked(name)
