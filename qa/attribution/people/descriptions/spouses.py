"""Describe both of a married pair where an article describes one: "Tom Hale, her husband" has a wife."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qa.datatypes import Description, DescriptionKind

_OTHER = {"husband": "wife", "wife": "husband"}


def with_spouses(descriptions: Iterable[Description]) -> list[Description]:
    """Return descriptions, each husband or wife followed by the other where both are named in full.

    So "Hale's wife" is found where the article only says whose husband Hale is.
    """
    given = list(descriptions)
    known = {(one.who, one.what, one.of) for one in given}
    return [each for one in given for each in (one, *_other(one, known))]


def _other(one: Description, known: set[tuple[str | None, str, str | None]]) -> Iterator[Description]:
    kin = one.kind is DescriptionKind.RELATION and not one.former
    what = _OTHER.get(one.what) if kin else None
    in_full = all(name is not None and " " in name for name in (one.who, one.of))
    if what is not None and in_full and (one.of, what, one.who) not in known:
        known.add((one.of, what, one.who))
        yield replace(one, who=one.of, what=what, of=one.who)
