"""Attribute quotations that stand alone to the only person whom an article quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.people.transcripts import authors
from qa.attribution.rule_names import ALONE, QUESTION
from qa.datatypes import Attribution, AttributionKind

_QUOTED = frozenset((AttributionKind.DIRECT, AttributionKind.MIXED))
_NOT_QUOTING = frozenset((ALONE, QUESTION, authors.RULE))
_FEWEST = 2
"""Quotations from which an article is with somebody; after a single one, a narrator may quote anybody."""
FACTOR = 0.9
"""By which the probability that the name is right is multiplied: nothing beside the quotation names anybody."""


def with_lone_speaker(text: str, records: Sequence[Attribution]) -> list[Attribution]:
    """Return records where paragraphs of only a quotation have a speaker, or are left out.

    A portrait has its person speak for paragraphs without a "she said": "In 1990 Quill took over the quay.", and then
    "“It was harder than it sounds.”" Those are hers if every other quotation of the article is, and nobody else is
    named or reported right before them: "Ivo Brandt, the mayor, disagrees."
    """
    quoting = [one for one in records if one.kind in _QUOTED and one.rule not in _NOT_QUOTING]
    others = [one for one in records if one.rule != ALONE]
    if len(others) == len(records) or len(quoting) < _FEWEST:
        return others
    speaker = max(quoting, key=lambda one: len((one.speaker or "").split()))
    name = frozenset((speaker.speaker or "").split())
    if not all(_is_of(name, one.speaker) for one in quoting):
        return others
    found: list[Attribution] = []
    near, reported = quoting[0], None
    for one in records:
        if one.rule != ALONE:
            found.append(one)
            near = one if one.kind in _QUOTED and one.rule != QUESTION else near
            reported = one
        elif _may_be_hers(text, one, reported, name):
            found.append(_said_by(one, speaker, near))
    return found


def _is_of(name: frozenset[str], other: str | None) -> bool:
    """Tell whether somebody is the bearer of a name, who may be called by a part of it: "Ada" of Ada Quill."""
    return bool(other) and name.issuperset((other or "").split())


def _may_be_hers(text: str, one: Attribution, before: Attribution | None, name: frozenset[str]) -> bool:
    """Tell whether nothing right before a quotation leads to somebody else, or to a thing: "From the review:"."""
    end = one.start
    while end > 0 and text[end - 1].isspace():
        end -= 1
    if text[end - 1 : end] == ":" or not all(_is_of(name, named) for named in one.ambiguous):
        return False
    # "Critics see it otherwise.", in the paragraph before
    return before is None or before.end <= text.rfind("\n", 0, end) or _is_of(name, before.speaker)


def _said_by(one: Attribution, speaker: Attribution, near: Attribution) -> Attribution:
    return replace(
        one,
        mention=near.mention,
        speaker=speaker.speaker,
        ambiguous=(),
        callings=speaker.callings,
        name_confidence=near.name_confidence * FACTOR,
    )
