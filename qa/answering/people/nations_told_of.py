"""Find the nations that an article tells of: their names and adjectives, with where they stand."""

from __future__ import annotations

from qa.language.lexicon.places import NATIONS, OFFICES_OF
from qa.language.patterns import regex
from qa.speakers.names import fold

NATION_NAMES = frozenset(NATIONS).union(NATIONS.values(), OFFICES_OF, OFFICES_OF.values())
_NATION = regex(r"\b[A-Z][a-z]+(?:\s[A-Z][a-z]+)?")


def nations_in(text: str) -> list[tuple[int, str]]:
    """Return where a text names a nation, and by which folded name."""
    found = []
    for match in _NATION.finditer(text):
        for each in (match[0], *match[0].split()):
            if (nation := fold(each)) in NATION_NAMES:
                found.append((match.start() + match[0].find(each), nation))
                break
    return found
