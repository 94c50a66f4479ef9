"""Split a phrase on somebody's office into words, and tell what each may be in it: noun, rank, field, body's name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.function_words import AUXILIARIES, FUNCTION, ONLY_FINITE, PREPOSITIONS
from qa.language.lexicon.groups import BODIES, GROUP_NOUNS, ORGANISATIONS, SMALL_GROUPS
from qa.language.lexicon.name_parts import PARTICLES
from qa.language.lexicon.offices import (
    ABBREVIATED,
    FORMER,
    FUTURE,
    HEADS,
    NO_OFFICES,
    NOT_DISTINGUISHING,
    SPOKESPEOPLE,
    TITLED,
    TITLED_BEFORE,
)
from qa.language.lexicon.person_verbs import PERSONAL_ACTS, SPEAKS
from qa.language.lexicon.places import LANDS, NATION_OF
from qa.language.lexicon.roles import OFFICES
from qa.language.patterns import regex

_WORD = regex(r"[^\W_][\w&]*(?:(?:\.(?=-))?[-.’'/&][\w&]+)*|[^\w\s]|_")
_ABBREVIATED = frozenset(
    "mr mrs ms dr st lt col gen capt sgt rev hon prof sen gov rep jr sr co corp inc ltd".split()
)
_EXEMPT = TITLED | FORMER | NOT_DISTINGUISHING | FUTURE | GROUP_NOUNS | HEADS
_NO_PART = (FUNCTION | PREPOSITIONS | AUXILIARIES) - _EXEMPT
VERBS = (
    SPEAKS | PERSONAL_ACTS | ONLY_FINITE | frozenset("met saw beat led urged sued joined named asked".split())
)
OWNERS = frozenset("his her its their our my your".split())
ARTICLES = frozenset(("the", "a", "an"))
BODY_NOUNS = GROUP_NOUNS | BODIES | SMALL_GROUPS
FIELDED = frozenset("minister secretary".split())
_FIELDED = FIELDED | SPOKESPEOPLE
_JOINING = PARTICLES | {"of", "for", "on"}
_ARABIC = ("al-", "el-")
"""What stands before a name's capital: "Hale al-Dene"."""
_OF_FIELDS = (OFFICES | {"home", "affairs", "cabinet"}) - {"labour", "labor", "state", "veterans", "security"}


class Word(NamedTuple):
    """A word or a mark. `owner`: it has a possessive ending, which is no part of it."""

    start: int
    end: int
    low: str
    capital: bool
    owner: bool
    upper: bool = False
    """It is in capitals: "US" is no pronoun."""

    @property
    def is_word(self) -> bool:
        return self.low[0].isalnum()


def words_in(text: str, start: int, end: int) -> list[Word]:
    """Return the words and marks of a stretch of text."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        word, begin, stop = match[0], match.start(), match.end()
        owner = False
        if word[:3].casefold() == "ex-" or word[:5].casefold() == "then-":
            dash = word.index("-")
            found.append(Word(begin, begin + dash, word[:dash].casefold(), False, False))
            word, begin = word[dash + 1 :], begin + dash + 1
        if len(word) > 2 and word[-1] == "s" and word[-2] in "’'":
            word, stop, owner = word[:-2], stop - 2, True
        elif word[-1] == "s" and len(word) > 2 and text[match.end() : match.end() + 2] in ("’ ", "' "):
            owner = True
        if found and found[-1].owner and word in "’'":
            continue
        low = word.casefold()
        if word == "." and found and found[-1].end == begin and _is_short(found[-1]):
            found[-1] = found[-1]._replace(end=stop)
            continue
        capital = word[0].isupper() or (low.startswith(_ARABIC) and word[3:4].isupper())
        found.append(Word(begin, stop, low, capital, owner, len(word) > 1 and word.isupper()))
    return found


def _is_short(word: Word) -> bool:
    return word.low in _ABBREVIATED or (word.capital and (len(word.low) == 1 or "." in word.low))


def is_part(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word may stand inside a noun phrase, before its noun."""
    word = words[at]
    if not word.is_word or word.low[0].isdigit():
        return False
    if word.low in _NO_PART and not word.upper:
        return is_titled(words, at)
    return not (word.low in CALENDAR and word.capital)


def is_titled(words: Sequence[Word], at: int, head: Word | None = None) -> bool:
    """Tell whether a word with a capital belongs to the office after it: in "Labour health minister" it does not."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return False
    if head is not None and head.low in _FIELDED and (word.low in _OF_FIELDS):
        return True  # "Lib Dem Home Affairs spokesman"
    known = word.low in TITLED or following.low in TITLED_BEFORE.get(word.low, "").split()
    return known and (following.capital or at == 0 or not word.capital or not words[at - 1].capital)


def joins(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word joins the parts of a name: "Bank of Dene", "Council on Ferries", "Porto de Dene"."""
    if words[at].low == "and":
        return _joins_fields(words, at)
    if words[at].low not in _JOINING or not 0 < at < len(words) - 1:
        return False
    before, after = words[at - 1], words[at + 1]
    if words[at].low in PARTICLES:
        return before.capital and after.capital and not (words[at].capital or before.owner)
    return before.capital and before.low in GROUP_NOUNS and after.capital and after.low not in CALENDAR


def _joins_fields(words: Sequence[Word], at: int) -> bool:
    """Tell whether "and" joins what a body is for: "a Department of Tides and Ports spokesman"."""
    low, high = at, at + 1
    while low and words[low - 1].capital:
        low -= 1
    while high < len(words) and words[high].capital:
        high += 1
    spokes = at + 1 < high < len(words) and words[high].low in SPOKESPEOPLE
    bodies = any(
        word.low in BODIES | ORGANISATIONS for word in words[at + 1 : high]
    )  # "of Ports and Harwick Council"
    return spokes and not bodies and 1 < low < at and joins(words, low - 1)


def is_head(word: Word) -> bool:
    return not word.owner and (word.low in HEADS or (word.capital and word.low in ABBREVIATED))


def may_name(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word before an office may be of the name of a body or a place."""
    word = words[at]
    if joins(words, at):
        return True
    return word.capital and not (word.owner or word.low in NO_OFFICES or adorns(words, at))


def adorns(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word says something of the office after it, and is no part of a name: not "New York"."""
    low = words[at].low
    return low in FORMER or low in FUTURE or (low in NOT_DISTINGUISHING and not words[at + 1].capital)


def is_field(word: Word) -> bool:
    if word.low in ("international", "labour", "labor"):
        return True
    return not (
        word.upper or word.low in BODY_NOUNS or word.low in NATION_OF or word.low in LANDS or is_head(word)
    )


def is_compound(low: str) -> bool:
    """Tell whether a word only adorns an office: "award-winning", "41-year-old"."""
    return "-" in low and low.endswith(("ing", "ed", "old"))


def is_participle(low: str) -> bool:
    return low not in TITLED and low.endswith(("ed", "ing")) and "-" not in low
