"""Attribute quotations that stand alone to the only person whom an article quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.rule_names import ALONE, QUESTION
from qa.datatypes import Attribution, AttributionKind

_QUOTED = frozenset((AttributionKind.DIRECT, AttributionKind.MIXED))
_FEWEST = 2
"""Quotations from which an article is with somebody; after a single one, a narrator may quote anybody."""
FACTOR = 0.9
"""By which the probability that the name is right is multiplied: nothing beside the quotation names anybody."""


def with_lone_speaker(text: str, records: Sequence[Attribution]) -> list[Attribution]:
    """Return records where paragraphs of only a quotation have a speaker, or are left out.

    A portrait has its person speak for paragraphs without a "she said": "In 1990 Quill took over the quay.", and then
    "“It was harder than it sounds.”" Those are hers if every other quotation of the article is.
    """
    quoting = [one for one in records if one.kind in _QUOTED and one.rule not in (ALONE, QUESTION)]
    others = [one for one in records if one.rule != ALONE]
    if len(others) == len(records) or len(quoting) < _FEWEST or not _is_one(quoting):
        return others
    return [
        one if one.rule != ALONE else _said_by(one, quoting) for one in records if not _is_led_to(text, one)
    ]


def _is_one(quoting: Sequence[Attribution]) -> bool:
    """Tell whether all quotations are one speaker's, who may be called by a part of the name: "Ada" of Ada Quill."""
    names = [frozenset((one.speaker or "").split()) for one in quoting]
    return all(names) and all(name <= max(names, key=len) for name in names)


def _is_led_to(text: str, one: Attribution) -> bool:
    """Tell whether a line leads to a quotation, which may be anybody's: "From the Ledger's review:"."""
    return one.rule == ALONE and text[: one.start].rstrip()[-1:] == ":"


def _said_by(one: Attribution, quoting: Sequence[Attribution]) -> Attribution:
    near = next((each for each in reversed(quoting) if each.start < one.start), quoting[0])
    speaker = max(quoting, key=lambda each: len(each.speaker or ""))
    return replace(
        one,
        mention=near.mention,
        speaker=speaker.speaker,
        callings=speaker.callings,
        name_confidence=near.name_confidence * FACTOR,
    )
