"""Split a name into its parts, and tell whether two forms can be one person's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from qa.language.lexicon.bodies import KNOWN_BODIES, SPELLED
from qa.language.lexicon.first_names import GIVEN_AND_PLACE, NICKNAMES, is_given
from qa.language.lexicon.function_words import FUNCTION, HEARERS
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.name_parts import PARTICLES, SUFFIXES, SURNAME_FIRST, SURNAME_FIRST_OF_THREE
from qa.language.lexicon.places import ADJECTIVES, METONYMS, NATIONS, OFFICES_OF, STATES
from qa.language.lexicon.roles import ROLES
from qa.language.lexicon.titles import TITLES, is_capital_title
from qa.language.patterns import regex

_WORD = regex(r"[^\W_]+(?:[’'][^\W_]+)*\.?", re.UNICODE)
_POSSESSIVE = regex(r"[’']s?(?=\W*$)")
_OWNING = regex(r"[’']s?(?=\s|$)")
_LEAST_WITH_OFFICE = 4
"""Words of a full name with an office of two words before it: "House Speaker Ada Quill"."""
_MARKS = str.maketrans("", "", "’'.")
_SLAVIC_END = regex(r"(?<=\w{3}sk)(?:yy|yi|yj|iy|ii|ij)$")
"""Ways to spell one ending: "Orsenskyy", "Orsenskiy" and "Orsensky" are one surname."""


_PARTISANS = frozenset("conservatives democrats liberals republicans greens".split())
"""Plurals by which a party is called after the country or the wing: "Scottish Greens"."""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return text casefolded, without diacritics; a lone surrogate stays what it is."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def folded_words(name: str) -> list[str]:
    """Return the words of a name, folded, hyphens split, apostrophes and dots dropped."""
    return [word.translate(_MARKS) if not word.isalnum() else word for word in _WORD.findall(fold(name))]


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, all folded: `given` may be empty ("Rubio") and hold initials ("j")."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    suffix: str = ""

    @property
    def last(self) -> str:
        return self.surname[-1] if self.surname else ""

    @property
    def initials(self) -> str:
        """The first letters of a name of three or four words, by which people are known: "aoc"; else ""."""
        words = (*self.given, *self.surname)
        if self.suffix or len(words) not in (3, 4) or any(len(word) == 1 for word in words):
            return ""  # thousands have a middle initial, and nobody is known by their three letters
        return "".join(word[0] for word in words)

    def is_in_full(self, surnames: Collection[tuple[str, ...]]) -> bool:
        """Tell whether this is a given name before one of some surnames, or a given name that is listed."""
        return bool(self.given) and (self.surname in surnames or is_given(self.given[0]))

    def is_form_of(self, other: PersonName) -> bool:
        """Tell whether everything that this name says, the other says too, perhaps more exactly."""
        if self.surname != other.surname or self.suffix != other.suffix:
            return False
        if not self.given:
            return True
        theirs = other.given
        if _are_same_initials(self.given, theirs):
            return True
        if len(theirs) > 1 and len(theirs[0]) == 1 < len(self.given[0]):
            theirs = theirs[1:]  # "Ivo Quill" of "R. Ivo Quill"
        if not theirs or not _given_fits(self.given[0], theirs[0]):
            return False
        middle = iter(theirs[1:])
        return all(any(_given_fits(mine, theirs) for theirs in middle) for mine in self.given[1:])


def _are_same_initials(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether two names have the same initials, with stops and without: "A.J. Quill" and "AJ Quill".

    "Ed Quill" is not "E. D. Quill".
    """
    apart, joined = (mine, theirs) if len(mine) > len(theirs) else (theirs, mine)
    return len(joined) == 1 < len(apart) and list(joined[0]) == list(apart) and not is_given(joined[0])


def _given_fits(short: str, long: str) -> bool:
    return short == long or (len(short) == 1 and long.startswith(short)) or formal(short) == formal(long)


def formal(given: str) -> str:
    """Return the formal name of a nickname ("bill" -> "william"), else the name itself."""
    return NICKNAMES.get(given, given)


@lru_cache(maxsize=8192)
def parse_person(name: str) -> PersonName:
    """Split a name, perhaps with titles in front, into given names, surname and suffix."""
    chunks = re.sub(r"[,“”\"]", " ", _POSSESSIVE.sub("", name)).split()
    if len(chunks) > 2 and chunks[0].islower() and chunks[0] in ROLES:
        chunks.pop(0)  # "striker Jonas Reed"
    last = chunks[-1:]
    chunks = [each for each, next_ in pairwise(chunks) if not is_capital_title(each, next_)] + last
    words: list[tuple[str, ...]] = []
    for chunk in chunks:
        # "H.W." is two initials; "Ocasio-Cortez" is one surname of two words.
        pieces = re.findall(r"[^\W_]\.", chunk) if re.fullmatch(r"(?:[^\W_]\.){2,}", chunk) else [chunk]
        words += [tuple(folded) for piece in pieces if (folded := folded_words(piece))]
    while len(words) > 1 and (words[0][0] in TITLES or words[0] == ("the",)):
        words.pop(0)
    if (office := _office_in(words)) is not None:
        words = words[office + 1 :]
    suffix = ""
    if len(words) > 1 and words[-1][0] in SUFFIXES:
        suffix = words.pop()[0]
    if not words:
        return PersonName((), ())
    first = words[0][0]
    if len(words) > 1 and (
        (first in SURNAME_FIRST and len(words) <= 3)
        or (first in SURNAME_FIRST_OF_THREE and sum(map(len, words)) == 3)
    ):
        return PersonName(tuple(w for word in words[1:] for w in word), words[0], suffix)
    start = len(words) - 1
    while start > 1 and words[start - 1][0] in PARTICLES:
        start -= 1
    if start == 1 and len(words) > 1 and words[0][0] in PARTICLES:
        start = 0  # "von der Leyen", "de la Cruz" without a given name
    given = tuple(w for word in words[:start] for w in word)
    surname = tuple(_SLAVIC_END.sub("y", w) for word in words[start:] for w in word)
    return PersonName(given, surname, suffix)


def _office_in(words: list[tuple[str, ...]]) -> int | None:
    """Return the place of the last word of an office before a full name: "House Speaker Ada Quill"."""
    if len(words) < _LEAST_WITH_OFFICE or is_given(words[0][0]):
        return None
    return next((at for at in range(len(words) - 3, 0, -1) if words[at][0] in TITLES), None)


def is_group(name: str) -> bool:
    """Tell whether a resolved name is a group's, an organisation's or a place's and not a person's."""
    name = without_dots(name)
    words = folded_words(name)
    if not words:
        return False
    if is_known_body(name):
        return True
    if len(words) == 1:
        word = words[0]
        if 1 < len(word) <= 5 and (name.strip().isupper() or _MIXED.fullmatch(name.strip())):
            return True
        known = word in ORGANISATIONS or word in METONYMS or word in NATIONS or word in STATES
        # "Norwegians" are a people.
        people = word.endswith("s") and word[:-1] in ADJECTIVES
        return known or people or word in GROUP_NOUNS or word in ADJECTIVES
    if words[0] == "the" or not _JOINING.isdisjoint(words) or "&" in name:
        return True
    if " ".join(words) in _COUNTRIES or _SITE.search(name):
        return True
    if words[0] in ("us", "uk", "un", "eu", "ec") and name.split()[0].isupper():
        return True  # "U.S. Treasury"
    if any(word in GROUP_NOUNS for word in words[1:]):
        return True
    return (words[0] in NATIONS or words[0] in ADJECTIVES) and not _is_called_after_one(words)


def _is_called_after_one(words: Sequence[str]) -> bool:
    """Tell whether a name is rather somebody's whose given name is a country's too: "Jordan Quill"."""
    given, *others = words
    return (
        is_given(given)
        and given in GIVEN_AND_PLACE - STATES
        and len(others) == 1
        and ORGANISATIONS.isdisjoint(others)
    )


_JOINING = frozenset(("of", "for", "and", "on"))
"""Words within the names of bodies: "Council on Dykes"."""
_COUNTRIES = frozenset(OFFICES_OF.values())
"""Countries, also those of two words: "South Korea"."""
_SITE = regex(r"\w\.(?:com|org|net)$", re.IGNORECASE)
"""A name that is an address of the web."""
_MIXED = regex(r"[A-Z]+[a-z][A-Z]+")
"""A word in capitals in which a small word has its small letter: "MoD"."""
_DOTTED = regex(r"\b(?:[^\W\d_]\.){2,}")


def without_dots(name: str) -> str:
    """Return a name with its initials written as one word: "F.B.I.", "U.S. Treasury"."""
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), name) if "." in name else name


@lru_cache(maxsize=8192)
def group_key(name: str) -> tuple[str, ...]:
    """Return the words by which a group is known: those of the whole name of a body that the world knows.

    "China's" and "Chinese" are the same, and so are "organisation" and "organization".
    """
    key = _plain_key(name)
    if len(key) > 1 and key[0] == "us" and key[1:] in _WHOLE_OF:
        key = key[1:]  # "the US Federal Reserve"
    return _WHOLE_OF[key] if key in _WHOLE_OF and not _is_pronoun(name, key) else key


def is_known_body(name: str) -> bool:
    """Tell whether the world knows a body by this name."""
    key = _plain_key(name)
    return key in _WHOLE_OF and not _is_pronoun(name, key)


def _plain_key(name: str) -> tuple[str, ...]:
    words = folded_words(_OWNING.sub("", without_dots(name)))
    if words and words[0] in ("the", "a", "an"):
        words = words[1:]
    if len(words) > 1 and words[-1] in _PARTISANS:
        words = [
            *words[:-1],
            words[-1][:-1],
        ]  # "the Dene Conservative spokesman" speaks for the Dene Conservatives
    return tuple(ADJECTIVES.get(word, SPELLED.get(word, word)) for word in words)


# A whole name is among the names: each is taken apart once, since all of them are at every start.
_KEYS = {name: _plain_key(name) for name in KNOWN_BODIES}
_WHOLE_OF = {key: _KEYS[KNOWN_BODIES[name]] for name, key in _KEYS.items()}


def _is_pronoun(name: str, key: tuple[str, ...]) -> bool:
    """Tell whether it is "us" or "who" that is meant, and not the US or the WHO, nor "the us"."""
    if name[:4].casefold() == "the ":
        return False
    return len(key) == 1 and key[0] in FUNCTION | HEARERS and not without_dots(name).split()[-1].isupper()
