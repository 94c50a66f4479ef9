"""Tell namesakes apart by what their articles call them: a coach is no minister.

Only words that hardly change in a life are compared, and only across fields. A person who is both in one article is
one person in all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from qa.language.lexicon.roles import FIELD_OF

_MARK = "\x1f"
"""Between name and callings. No name holds it: it counts as white space, of which a name has only spaces."""


def identity(name: str, called: Sequence[str]) -> str:
    """Return name and callings as one text: what is linked across articles."""
    name = name.replace(_MARK, " ")
    return name + _MARK + _MARK.join(called) if called else name


def name_in(identity_: str) -> str:
    return identity_.partition(_MARK)[0]


def _called(identity_: str) -> list[str]:
    return identity_.split(_MARK)[1:]


def namesakes(counts: Mapping[str, int]) -> dict[str, list[str]]:
    """Split the identities of one name, given how often each speaks, into the people who bear it.

    Returns:
        The identities of each person by the calling that tells them apart; those that no article describes are
        under "". One entry where nothing contradicts.
    """
    fields = {field: field for each in counts for field in map(FIELD_OF.__getitem__, _called(each))}

    def root(field: str) -> str:
        while fields[field] != field:
            field = fields[field]
        return field

    for each in counts:
        joined = {root(FIELD_OF[word]) for word in _called(each)}
        for field in joined:
            fields[field] = min(joined)
    if len({root(field) for field in fields}) < 2:
        return {"": sorted(counts)}
    parted: dict[str, list[str]] = {}
    words: dict[str, Counter[str]] = {}
    for each in sorted(counts):
        called = _called(each)
        person = root(FIELD_OF[called[0]]) if called else ""
        parted.setdefault(person, []).append(each)
        words.setdefault(person, Counter()).update(dict.fromkeys(called, counts[each]))
    return {
        min(words[person], key=lambda word: (-words[person][word], word)) if person else "": forms
        for person, forms in parted.items()
    }
