"""List the words for what one does to another, where who does it to whom makes all the difference: "Quill beat Brandt".

What both do alike ("meet", "marry", "sign") is left out: there the two names may change places.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from qa.language.lexicon.inflection import inflect


class Direction(NamedTuple):
    """How a word says who does it to whom.

    `relation` is the same for words that tell of the same. `prepositions` stand before the second of the two, none
    where it is the object. `doer_first`: the first of the two does it: "Quill beat Brandt", not "Brandt lost to Quill".
    """

    relation: str
    prepositions: frozenset[str]
    doer_first: bool


_WITH_OBJECT = """
beat: beat beaten defeat thrash rout overcome overcame trounce edge
attack: attack bomb shell raid invade strike struck hit target
accuse: accuse blame
sue: sue
dismiss: fire sack dismiss oust
arrest: arrest detain
kill: kill murder shoot shot stab+
criticise: criticise criticize condemn slam+ denounce mock insult
praise: praise hail thank
hire: hire appoint recruit
replace: replace succeed
expel: expel+ ban+ deport suspend
block: block veto overrule override overrode overridden
endorse: endorse back support
rescue: rescue save
threaten: threaten warn
chase: chase
buy: buy bought acquire purchase
ram: ram+
"""
_WITH_PREPOSITION = """
beat over against > win won victory triumph
kill at into > fire
beat to < lose lost loss defeat
attack on against > attack assault raid strike
sell to > sell sold sale
sell from < buy bought acquire purchase
lend to > lend lent loan
lend from < borrow
give to > give gave given donate donation
give from < receive
ram into > crash collide
"""


@cache
def directions() -> dict[str, tuple[Direction, ...]]:
    """Return the directions that each form of these words may have."""
    found: dict[str, list[Direction]] = defaultdict(list)
    for line in _WITH_PREPOSITION.strip().split("\n"):
        opening, sign, words = line.partition(" > ") if " > " in line else line.partition(" < ")
        relation, *prepositions = opening.split()
        _add(found, words, Direction(relation, frozenset(prepositions), sign == " > "))
    for line in _WITH_OBJECT.strip().split("\n"):
        relation, _, words = line.partition(":")
        _add(found, words, Direction(relation, frozenset(), doer_first=True))
    return {form: tuple(each) for form, each in found.items()}


def _add(found: dict[str, list[Direction]], words: str, direction: Direction) -> None:
    for word in words.split():
        for forms in inflect(word.rstrip("+"), "+" if word.endswith("+") else ""):
            for form in set(forms):
                if direction not in found[form]:
                    found[form].append(direction)
