"""Tell a person's full name from other words in capitals, where nothing but the words can tell."""

from __future__ import annotations

from collections.abc import Sequence

from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.roles import ROLES
from qa.speakers.names import fold, parse_person

_MOST_WORDS = 4


def is_full_name(words: Sequence[str], *, titled: bool = False) -> bool:
    """Return whether words are the given name, or its letter, and the surname of a person.

    Args:
        titled: A title stands before them, or something else that only a person has: then any word is a given name.
    """
    if not 2 <= len(words) <= _MOST_WORDS or not all(word[0].isupper() for word in words):
        return False
    if any(word.casefold() in FUNCTION or fold(word) in ROLES for word in words):
        return False
    first = fold(words[0]).rstrip(".")
    return (titled or len(first) == 1 or is_given(first)) and bool(parse_person(" ".join(words)).last)
