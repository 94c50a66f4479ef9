"""Take words that several people say together once: "Ada Quill and Tom Brandt said" is two records, and one quote."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from qa.archive.protocol import Said
from qa.datatypes import Attribution


def credit_of(record: Attribution) -> Hashable:
    """Return what the records of those who say the same words together have in common."""
    return record.mention, record.cue, record.content


def one_a_credit(
    said: Sequence[Said], owns: Callable[[Attribution, str | None], bool] | None = None
) -> list[Said]:
    """Return what is said, in order, with one record for words that several say together.

    Args:
        owns: Whether a record is of those that are looked for: the first such is taken, or else the first of all.
    """
    kept: list[Said] = []
    places: dict[Hashable, int] = {}
    for each in said:
        record, name = each
        # Where a person corrected it, each of its records has the same speaker.
        if not (record.extracted or record).together_with:
            kept.append(each)
            continue
        place = places.setdefault(credit_of(record), len(kept))
        if place == len(kept):
            kept.append(each)
        elif owns is not None and owns(record, name) and not owns(*kept[place]):
            kept[place] = each
    return kept
