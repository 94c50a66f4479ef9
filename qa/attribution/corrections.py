"""Apply what a person said about whose words a stretch of text is to the records that an extractor made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.datatypes import Attribution, Span
from qa.language.spans import length, shared


@dataclass(frozen=True, slots=True)
class Correction:
    """Whose words a person said that some of a text are: `speaker`'s, or nobody's where that is None.

    `content` are the spans of the corrected record, offsets into the text.
    """

    content: tuple[Span, ...]
    speaker: str | None


def as_extracted(found: Sequence[Attribution]) -> list[Attribution]:
    """Return records as the extractor made them, without what a person corrected."""
    return [each.extracted or each for each in found]


def apply_corrections(
    found: Sequence[Attribution], corrections: Sequence[Correction]
) -> tuple[list[Attribution], dict[Correction, int]]:
    """Return all records, in their order, with what was corrected; and for each applied correction its record's place.

    Another extractor may cut the text in other places. A correction belongs to the record that shares most of its
    characters, at least half of them; of two records that share as many, to the shorter. Where two corrections fit one
    record, the one that shares the larger part of what both cover is applied. The other one, and one that fits no
    record, is not.
    """
    records = as_extracted(found)
    best: dict[int, tuple[float, Correction]] = {}
    for correction in corrections:
        place = _place(records, correction)
        if place is None:
            continue
        share = _share(records[place].content, correction.content)
        if place not in best or share > best[place][0]:
            best[place] = share, correction
    for place, (_, correction) in best.items():
        # What several said together is corrected in the records of all of them.
        for other in _said_together(records, place):
            records[other] = _corrected(records[other], correction)
    return records, {correction: place for place, (_, correction) in best.items()}


def _said_together(records: Sequence[Attribution], place: int) -> list[int]:
    one = records[place]
    if not one.together_with:
        return [place]
    return [
        at
        for at, other in enumerate(records)
        if other.together_with and (other.mention, other.cue) == (one.mention, one.cue)
    ]


def _place(records: Sequence[Attribution], correction: Correction) -> int | None:
    ranked = [
        (shared(record.content, correction.content), -length(record.content), -place)
        for place, record in enumerate(records)
    ]
    common, _, place = max(ranked, default=(0, 0, 0))
    return -place if common and 2 * common >= length(correction.content) else None


def _share(some: Sequence[Span], others: Sequence[Span]) -> float:
    common = shared(some, others)
    return common / (length(some) + length(others) - common)


def _corrected(record: Attribution, correction: Correction) -> Attribution:
    # What names the speaker in the article, or says what they are, is about the one whom it was taken for.
    bare = replace(
        record,
        mention=None,
        ambiguous=(),
        callings=(),
        speaks_for=None,
        together_with=(),
        name_confidence=1.0,
        extracted=record,
    )
    if correction.speaker is None:
        return replace(bare, speaker=None)
    name, callings = _parted(correction.speaker)
    speaks_for = record.speaks_for if name == record.speaker else None
    return replace(bare, speaker=name, callings=callings, speaks_for=speaks_for, confidence=1.0)


def _parted(name: str) -> tuple[str, tuple[str, ...]]:
    """Split a name that tells namesakes apart, "coach Jonas Reed", "Lord Vane", into name and calling."""
    from qa.language.lexicon.roles import FIELD_OF  # here, as below: mostly nothing was corrected
    from qa.language.lexicon.titles import PEERAGE
    from qa.speakers.callings import PERSON
    from qa.speakers.names import is_group, parse_person

    calling, _, rest = name.partition(" ")
    title = calling.lower() in PEERAGE and not parse_person(rest).given
    if (calling in FIELD_OF or title) and rest and not is_group(rest):
        return rest, (calling.lower(),)
    # Of a surname that a person typed, nothing but that says that it is a person's.
    return name, () if is_group(name) or parse_person(name).given else (PERSON,)
