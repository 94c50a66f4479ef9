"""Tell a body from another one whose name begins with its name: Orsa from "Orsa Free Harwick"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qa.language.lexicon.bodies import COMPANY_FORMS
from qa.language.lexicon.groups import BODIES, GROUP_NOUNS
from qa.language.lexicon.offices import HEADS
from qa.language.lexicon.places import ADJECTIVES, NATIONS, SAME_PLACE

_KINDS = GROUP_NOUNS | BODIES | COMPANY_FORMS
_NATIONS = frozenset(NATIONS).union(ADJECTIVES, *SAME_PLACE)


def goes_on(own: Collection[str], name: Sequence[str]) -> bool:
    """Tell whether a body's name begins with words and goes on as another body's: "Orsa Free Harwick" is not Orsa.

    What kind of body it is, or of which nation, makes no other one: "Orsa Group", "Orsa Norland".
    """
    more = {*name[len(own) :]}
    alone = {*own}.isdisjoint(_KINDS | HEADS) and {*own} == {*name[: len(own)]}
    return alone and more.isdisjoint(_KINDS) and not more <= _NATIONS
