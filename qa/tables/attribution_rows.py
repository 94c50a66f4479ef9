"""Convert rows of attributions to records and back; a library may come from anybody, so no value is taken on trust."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import msgspec

from qa.archive.protocol import Said
from qa.datatypes import Attribution
from qa.tables.compressed import RECORDS
from qa.tables.connection import Row
from qa.tables.packing import unpacked
from qa.tables.rows import named
from qa.tables.seals import attribution_seal, broken, link_seal

_RECORDS = msgspec.json.Decoder(Attribution)
_FARTHEST = 1 << 32
"""Offsets are stored in 32 bits elsewhere; no text is so long."""


def attribution_to(found: Attribution) -> bytes:
    """Return an attribution as it is stored: one line of JSON, compressed."""
    return RECORDS.compressed(json.dumps(_record(found), separators=(",", ":")).encode("ascii"))


def _record(found: Attribution) -> dict[str, Any]:
    record: dict[str, Any] = {
        "content": found.content,
        "mention": found.mention,
        "cue": found.cue,
        "speaker": found.speaker,
        "kind": found.kind.value,
        "rule": found.rule,
        "confidence": found.confidence,
        "polarity": found.polarity,
        "second_hand": found.second_hand,
        "ambiguous": found.ambiguous,
        "targets": [(target.name, target.where) for target in found.targets],
        "callings": found.callings,
        "own_words": found.own_words,
        "speaks_for": found.speaks_for,
        "name_confidence": found.name_confidence,
    }
    if found.together_with:
        record["together_with"] = found.together_with
    if found.extracted is not None:
        record["extracted"] = _record(found.extracted)
    return record


ATTRIBUTION_COLUMNS = """
    t.id, t.version, t.ordinal, t.start, t."end", t.speaker, t.kind, t.confidence, t.record, t.crc, t.link_crc,
    s.name
"""
"""Columns of attributions `t`, each with its row `s` of speakers or none."""


@named("An attribution")
def attribution_from(row: Row) -> Said:
    """Return an attribution with the archive's name of its speaker.

    Raises DamagedIndexError if one or the other is not what was stored: no answer is better than a wrong name.
    """
    # All at once, as they stand in ATTRIBUTION_COLUMNS: each look-up of a column by its name goes through all names.
    number, version, ordinal, start, end, speaker, kind, confidence, record, crc, link_crc, name = row
    if crc != attribution_seal(
        version, ordinal, start, end, speaker, kind, confidence, record
    ) or link_crc != link_seal(crc, name):
        raise broken(f"Attribution {number}")
    return _parsed(record), None if name is None else unpacked(name)


@lru_cache(maxsize=10_000)
def _parsed(record: bytes) -> Attribution:
    """Read a record, or return what was read of the same bytes: those of 1,500 articles of news, in some 25 MB.

    Raises ValueError for a value that no record has, which a seal does not keep out.
    """
    text = RECORDS.decompressed(record)
    try:
        found = _RECORDS.decode(text)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        # Half a character, as "\ud800", is in no text that is read today, but older programs read such.
        found = msgspec.convert(json.loads(text), Attribution)
    _require_possible(found)
    return found


def _require_possible(found: Attribution) -> None:
    """Raise ValueError unless a record has content, and its offsets and probabilities are such."""
    if not found.content:
        raise ValueError("no content")
    for start, end in (*found.content, *found.own_words, found.mention or (0, 0), found.cue or (0, 0)):
        if not 0 <= start <= end < _FARTHEST:
            raise ValueError((start, end))
    # "nan" is within no bounds.
    if not (0 <= found.confidence <= 1 and 0 <= found.name_confidence <= 1):
        raise ValueError((found.confidence, found.name_confidence))
    if found.extracted is not None:
        _require_possible(found.extracted)
