"""Give a pull quote to the speaker of the same words elsewhere in the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.rule_names import ALONE
from qa.datatypes import Attribution, AttributionKind

_FLOATS = frozenset((ALONE, "float-next-paragraph"))
_FEWEST = 25
"""Letters from which the same words are no chance, and no "Yes, we are"."""


def with_pull_quotes(text: str, records: Sequence[Attribution]) -> list[Attribution]:
    """Return records where a paragraph of quoted words that an article repeats is whose the other place says.

    A page shows "“It was never safe.”" in large letters between two paragraphs of Quill's words, and has
    "“It was never safe,” Brandt said" further down.
    """
    if all(one.rule not in _FLOATS for one in records):
        return list(records)
    named = [one for one in records if one.kind is AttributionKind.DIRECT and one.rule not in _FLOATS]
    words = [_letters(text, one) for one in named]
    return [_as_elsewhere(text, one, named, words) if one.rule in _FLOATS else one for one in records]


def _as_elsewhere(
    text: str, one: Attribution, named: Sequence[Attribution], words: Sequence[str]
) -> Attribution:
    own = _letters(text, one)
    if len(own) < _FEWEST:
        return one
    having = [other for other, letters in zip(named, words, strict=True) if own in letters]
    if len({other.speaker or _called(text, other) for other in having}) != 1:
        return one
    other = having[0]
    return replace(
        one,
        mention=other.mention,
        rule=other.rule,
        confidence=other.confidence,
        speaker=other.speaker,
        ambiguous=other.ambiguous,
        callings=other.callings,
        speaks_for=other.speaks_for,
        name_confidence=other.name_confidence,
    )


def _called(text: str, one: Attribution) -> str:
    """Return how an article calls a speaker without a name: "a baker" and "a sailor" are two."""
    return text[slice(*one.mention)].casefold() if one.mention is not None else ""


def _letters(text: str, one: Attribution) -> str:
    return "".join(filter(str.isalnum, "".join(text[slice(*span)] for span in one.content))).casefold()
