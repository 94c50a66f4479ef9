"""Convert rows of attributions to records and back; a library may come from anybody, so no value is taken on trust."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal, cast, get_args

from qa.datatypes import Attribution, AttributionKind, Polarity, Span, Target
from qa.tables.compressed import RECORDS
from qa.tables.connection import Row
from qa.tables.packing import unpacked
from qa.tables.rows import named
from qa.tables.seals import attribution_seal, broken, link_seal

_POLARITIES = get_args(Polarity)
_KINDS = {kind.value: kind for kind in AttributionKind}
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
    if found.extracted is not None:
        record["extracted"] = _record(found.extracted)
    return record


ATTRIBUTION_COLUMNS = """
    t.id, t.version, t.ordinal, t.start, t."end", t.speaker, t.kind, t.confidence, t.record, t.crc, t.link_crc,
    s.name
"""
"""Columns of attributions `t`, each with its row `s` of speakers or none."""


@named("An attribution")
def attribution_from(row: Row) -> tuple[Attribution, str | None]:
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
    """Read a record, or return what was read of the same bytes: those of 1,500 articles of news, in some 25 MB."""
    # Decoded here, where it is known to be ASCII; json would look for the encoding.
    return _attribution(json.loads(RECORDS.decompressed(record).decode("ascii")))


def _attribution(record: dict[str, Any]) -> Attribution:
    """Read a record. Raises ValueError or TypeError for a value of another kind, which a seal does not keep out."""
    if not isinstance(record, dict):
        raise TypeError(record)
    extracted = record.get("extracted")
    content = _spans(record["content"])
    if not content:
        raise ValueError("no content")
    return Attribution(
        content=content,
        mention=_span(record["mention"]),
        cue=_span(record["cue"]),
        speaker=_optional(record["speaker"]),
        kind=_KINDS[record["kind"]],
        rule=_text(record["rule"]),
        confidence=_probability(record["confidence"]),
        polarity=_polarity(record["polarity"]),
        second_hand=_switch(record["second_hand"]),
        ambiguous=_texts(record["ambiguous"]),
        targets=tuple([_target(name, where) for name, where in record["targets"]]),
        callings=_texts(record.get("callings", ())),
        own_words=_spans(record.get("own_words", ())),
        speaks_for=_optional(record.get("speaks_for")),
        name_confidence=_probability(record.get("name_confidence", 1.0)),
        extracted=None if extracted is None else _attribution(extracted),
    )


@lru_cache(maxsize=10_000)
def _target(name: object, where: Literal["content", "paragraph", "previous", "title"]) -> Target:
    """Return a target; the records of one article have most of theirs in common."""
    return Target(_text(name), where)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(map(_text, values))


def _optional(value: object) -> str | None:
    return None if value is None else _text(value)


def _probability(value: object) -> float:
    # "nan" is within no bounds.
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise TypeError(value)
    return float(value)


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _polarity(value: object) -> Polarity:
    if value not in _POLARITIES:
        raise ValueError(value)
    return cast(Polarity, value)


def _spans(values: Sequence[Sequence[object]]) -> tuple[Span, ...]:
    return tuple([_whole_span(*value) for value in values])


def _span(value: Sequence[object] | None) -> Span | None:
    return None if value is None else _whole_span(*value)


def _whole_span(start: object, end: object) -> Span:
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end < _FARTHEST:
        raise ValueError((start, end))
    return start, end
