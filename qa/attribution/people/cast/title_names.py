"""Complete the names of people whom a text calls by their surname alone from the article's title.

"Ada Quill: We Were Late" may stand above a text that only says "Quill": who is in the title needs no introduction.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from qa.attribution.people.names.fields_of_office import PARTISANS
from qa.attribution.people.names.persons import Person
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.first_names import Gender, gender_of, is_given
from qa.language.lexicon.function_words import FUNCTION, PREPOSITIONS
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.places import ADJECTIVES, PLACES
from qa.language.lexicon.roles import HUMAN, ROLES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.speakers.names import fold, parse_person

_MOST = 500
"""How many characters of a title are read."""
_CAPITALISED = regex(r"[A-Z][\w-]*(?:[’'](?!s\b)\w+)*\.?")
_IN_SENTENCE_CASE = regex(r"(?<![\w’'-])(?!(?:about|after|before|under|between|against)\b)[a-z]{5,}\b")
"""A word that has a capital where a title has them throughout."""
_NO_GIVEN = frozenset(
    FUNCTION
    | TITLES
    | ROLES
    | HUMAN
    | JOBS
    | PARTISANS
    | ORGANISATIONS
    | GROUP_NOUNS
    | PLACES
    | set(ADJECTIVES)
    | CALENDAR
)
_GIVEN_WORDS = 3
"""How many words of a name may stand before the surname."""


def complete(
    persons: Sequence[Person],
    title: str,
    surnames: Mapping[str, Sequence[int]],
    small: Container[str],
    text: str,
) -> None:
    """Give those who have no given name the one that the title has before their surname.

    Args:
        surnames: The numbers of all who have a surname, by its word: of two, the title does not say which.
        small: Words that the text has in small letters: "Baker Vane: No" names no Baker Vane among bakers.
    """
    title = title[:_MOST]
    words = list(_CAPITALISED.finditer(title))
    folded = [fold(word[0]) for word in words]
    for own in surnames.values():
        if len(own) != 1 or (person := persons[own[0]]).parsed.given or len(person.parsed.surname) != 1:
            continue
        at = [i for i, word in enumerate(folded) if word == person.parsed.last]
        if len(at) != 1:
            continue
        name = _name_at(title, words, at[0], small) or _name_of_text(title, words, at[0], small, text)
        if name is None:
            continue
        gender = gender_of(fold(name.split()[0]))
        if gender is not None and (person.gender or _told_gender(text, person.name)) not in (None, gender):
            continue  # "Mayor Quill said that he" is not the title's Ada Quill
        person.name, person.parsed, person.gender = name, parse_person(name), person.gender or gender


def _told_gender(text: str, name: str) -> Gender | None:
    """Return the gender of the pronoun that stands for a name where the two share a clause, if it is always one."""
    said = re.compile(rf"\b{re.escape(name)} [a-z][^.,;:()“”\"\n]{{0,40}}?\b(he|she)\b")
    pronouns = {match[1] for match in said.finditer(text)}
    return None if len(pronouns) != 1 else "f" if "she" in pronouns else "m"


def _name_at(title: str, words: Sequence[re.Match[str]], at: int, small: Container[str]) -> str | None:
    """Return the full name that ends with a word, if there is one.

    It begins with a known given name, right before the surname: a title may have capitals throughout, and "Ada Defends
    Brandt" names no Ada Defends Brandt. Before a colon that the title's first words end with, any does: "Xo Vane: No".
    """
    first = at
    for i in range(at - 1, max(-1, at - 1 - _GIVEN_WORDS), -1):
        own = fold(words[i][0]).rstrip(".")
        named = is_given(own) or (first < at and len(own) == 1)
        if not named or own in FUNCTION | TITLES or title[words[i].end() : words[i + 1].start()] != " ":
            break
        first = i
    if 0 < at <= _GIVEN_WORDS and title[words[at].end() :].startswith(":"):
        before = title[: words[at].start()].split()
        strange = not any(_is_no_given(word) or word.lower() in small for word in before)
        if strange and before == [word[0] for word in words[:at]]:
            first = 0
    return " ".join(word[0] for word in words[first : at + 1]) if first < at else None


def _name_of_text(
    title: str, words: Sequence[re.Match[str]], at: int, small: Container[str], text: str
) -> str | None:
    """Return a name with a given name that no list knows, where the text has that too: "Miller Qaz Vane takes us back".

    Only in a title in sentence case, in which a capital before the surname is a name, a title or a role. In one that
    begins with "With Vane Quill talks again" a phrase may end before the surname.
    """
    if at == 0 or title[words[at - 1].end() : words[at].start()] != " ":
        return None
    given = words[at - 1][0]
    own = fold(given).rstrip(".")
    if fold(title[: words[at - 1].start()].strip()) in PREPOSITIONS:
        return None
    if not _IN_SENTENCE_CASE.search(title) or own in small or own in _NO_GIVEN or _is_no_given(given):
        return None
    return f"{given} {words[at][0]}" if re.search(rf"\b{re.escape(given)}\b", text) else None


def _is_no_given(word: str) -> bool:
    own = fold(word).rstrip(".")
    return (word.isupper() and len(own) > 1) or own in ROLES or (own in TITLES and not is_given(own))
