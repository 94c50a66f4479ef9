"""Tell of which body somebody holds a role: the chairman of Dene Boats is not the chairman of Harwick Rail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.places import ADJECTIVES
from qa.language.lexicon.roles import ROLES, SAME_AS
from qa.language.lexicon.titles import TITLES

_OF = frozenset(("of", "for", "at"))
_GOES_ON = frozenset(("of", "for", "and", "the", "&", "on"))
_SAYS_NOTHING = (
    GROUP_NOUNS | TITLES | ROLES | frozenset("state city town county village country club".split())
)
"""What a body is called for short: "the head of the Club" may be that of Dene United."""
_LONGEST_SHORT = 6
_STEM = 4
"""Letters that "Brazil" and "Brazilian" have in common."""


def named_bodies(
    bodies: dict[str, set[str]], words: Sequence[str], *, roles_until: int | None = None
) -> None:
    """Note of each role in a phrase the words with a capital before it and after its "of".

    Args:
        bodies: Where they are noted, by role.
        words: The phrase, as it is written.
        roles_until: How many of its words may be a role.
    """
    for i, word in enumerate(words[:roles_until]):
        role = SAME_AS.get(word.casefold(), word.casefold())
        if role not in ROLES:
            continue
        before = list(takewhile(lambda each: each[0].isupper(), reversed(words[max(0, i - 3) : i])))
        named = {_folded(each) for each in before} - {""}
        if i + 1 < len(words) and words[i + 1] in _OF:
            named |= names_after(words[i + 2 :])
        if named:
            bodies.setdefault(role, set()).update(named)


def names_after(words: Sequence[str]) -> set[str]:
    """Return the words with a capital, in small letters, by which a phrase after "of" names a body."""
    found = set()
    for word in words:
        if not word[0].isupper() and word not in _GOES_ON:
            break
        if word[0].isupper():
            found.add(_folded(word))
        if word[-1] in ",.;:" and not word[:-1].isupper():
            break
    return found - {""}


def is_of_another(bodies: Mapping[str, set[str]], role: str, wanted: set[str]) -> bool:
    """Tell whether somebody is known to hold a role of another body than a phrase names."""
    own, other = _stems(bodies.get(role, set())), _stems(wanted)
    return bool(own) and bool(other) and own.isdisjoint(other)


def _folded(word: str) -> str:
    bare = word.strip("\"“”‘’'.,;:()").removesuffix("’s").removesuffix("'s")
    # "CEO of the FDA": short names keep their capitals, for they say nothing of the words they stand for.
    return bare if bare.replace(".", "").isupper() and 1 < len(bare) <= _LONGEST_SHORT else bare.casefold()


def _stems(words: set[str]) -> set[str]:
    return {ADJECTIVES.get(word, word)[:_STEM] for word in words - _SAYS_NOTHING if not word.isupper()}
