"""Find the given name that an article has before a surname which it has not been read with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.places import METONYMS, NATIONS
from qa.language.lexicon.roles import ROLES
from qa.language.lexicon.titles import IN_CAPITALS, TITLES
from qa.language.patterns import regex
from qa.speakers.names import fold

_NAME = regex(r"\b[A-Z][\w’'-]*")
# No name runs over the end of a paragraph: "A boat for Dene\n\nVane said ..." is of no Dene Vane.
_BETWEEN = regex(r"(?!\s*\n[^\S\n]*\n)\s+(?:[A-Z]\.\s+|(?:de|del|da|du|van|von|der|la)\s+){0,3}")
_OWNER = regex(r"[’'](?:s|$)")
_FURTHEST = 20
"""Characters between given name and surname: a middle initial, a particle."""
_NO_GIVEN = (
    FUNCTION
    | CALENDAR
    | ROLES
    | TITLES
    | GROUP_NOUNS
    | ORGANISATIONS
    | METONYMS
    | NATIONS.keys()
    | set(NATIONS.values())
)


def given_names(text: str, surnames: Collection[str]) -> Mapping[str, Collection[str]]:
    """Return for each surname the words with a capital that stand before it, titles and roles aside, all folded.

    "Foreign Minister Edson R. Vane" -> {"vane": {"edson"}}.
    """
    found: dict[str, set[str]] = defaultdict(set)
    if not surnames:
        return found
    last, end = "", 0
    for word in _NAME.finditer(text):
        this = fold(word[0]).removesuffix("'s").removesuffix("’s")
        if len(word[0]) == 1 and _BETWEEN.fullmatch(text, end, word.start()):
            continue  # a middle initial
        is_name = this in surnames and len(last) > 1 and last not in _NO_GIVEN
        if is_name and word.start() - end < _FURTHEST and _BETWEEN.fullmatch(text, end, word.start()):
            found[this].add(last)
        # "the Board's Vane": the owner is no given name.
        is_given = word[0] not in IN_CAPITALS and not _OWNER.search(word[0])
        last, end = fold(word[0]) if is_given else "", word.end()
    return found
