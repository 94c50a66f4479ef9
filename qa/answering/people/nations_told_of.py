"""Find the nations that an article tells of: their names and adjectives, with where they stand."""

from __future__ import annotations

from qa.language.lexicon.places import NATIONS, OFFICES_OF, PEOPLES
from qa.language.patterns import regex
from qa.speakers.names import fold

NATION_NAMES = frozenset(NATIONS).union(NATIONS.values(), OFFICES_OF, OFFICES_OF.values())
_NATION = regex(r"\b[A-Z][a-z]+(?:\s[A-Z][a-z]+)?")


def nations_in(text: str) -> list[tuple[int, str]]:
    """Return where a text names a nation, and by which folded name: "Filipino officials" tells of the Philippines."""
    found = []
    for match in _NATION.finditer(text):
        people = PEOPLES.get(fold(match[0]).removesuffix("s"))  # "Finn Quill" is somebody's name
        for each in (match[0], *match[0].split()):
            if (nation := people or fold(each)) in NATION_NAMES:
                found.append((match.start() + match[0].find(each), nation))
                break
    return found
