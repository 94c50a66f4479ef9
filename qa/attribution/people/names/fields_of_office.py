"""Tell what an office is for from who holds it: "Minister for Defence Industry Ada Quill"."""

from __future__ import annotations

from qa.attribution.people.names.capitals import CapitalWord
from qa.language.lexicon.common_nouns import GENERIC
from qa.language.lexicon.first_names import is_given, is_given_for_sure
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import ENDS_OF_FIRMS, GROUP_NOUNS
from qa.language.lexicon.places import PLACES
from qa.language.lexicon.roles import OFFICES
from qa.language.patterns import regex

PARTISANS = frozenset("republican democrat liberal conservative".split())
NO_SURNAMES = (
    GROUP_NOUNS | ENDS_OF_FIRMS | PLACES | FUNCTION | PARTISANS | {"photography", "pictures", "productions"}
)
"""Words that are nobody's surname."""
_SECRETARY_OF = regex(
    r"(?:Secretary|Minister|Department|Chief|Director|Commissioner|Speaker|Administrator|Head"
    r"|Manager) (?:of State )?(?:of|for) (?:the )?"
    r"(?:(?:[A-Z]\w+,? ){1,4}and )?$"
)
_GO_ON = frozenset("foreign homeland human urban".split())
"""Words of offices that a noun follows, and no name."""
_LONGEST_FIELD = 4
"""The most words of what an office is for, beyond those that are known as such."""
_FIELD_AND_NAME = 3
"""The words of a field of one word and a full name: "Fisheries Orla Quaz"."""


def stands_after_office(text: str, start: int) -> bool:
    """Return whether an office stands before a place, for which what is there may be: "Chief of Staff"."""
    return _SECRETARY_OF.search(text, max(0, start - 60), start) is not None


def field_length(words: list[CapitalWord]) -> int:
    """Return how many words of a run say what the office before it is for; 0 where that is not known.

    "Chief of Staff Ann Lee", "Minister for Defence Industry Ann Lee": it may be anything, up to a given name and its
    surname.
    """
    known = 0
    while known < len(words) - 1 and words[known].fold in OFFICES:
        known += 1
    if known and is_given(words[known].fold):
        return known
    for at in range(max(known, 1), min(known + _LONGEST_FIELD, len(words) - 2) + 1):
        if is_given_for_sure(words[at].fold):
            name = words[at + 1 :]
            whole = not any(word.fold in NO_SURNAMES for word in name) and not is_given(words[at - 1].fold)
            return at if whole else known
    if not known and _is_plural(words[0]) and len(words) == _FIELD_AND_NAME:
        named = not any(word.fold in NO_SURNAMES | GENERIC or _is_plural(word) for word in words[1:])
        return 1 if named else 0  # "Minister for Fisheries Orla Quaz"
    if known and (words[known - 1].fold in _GO_ON or words[known].fold in GENERIC | NO_SURNAMES):
        return 0  # "Commissioner for Human Rights": all of it is the field
    return known


def _is_plural(word: CapitalWord) -> bool:
    """Tell whether a word may be what an office is for by its form: "Ports", but not "Wales" or "James"."""
    return word.fold.endswith("s") and word.fold not in NO_SURNAMES and not is_given(word.fold)
