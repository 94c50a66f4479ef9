"""Find whom a phrase means that says what somebody is: "the mayor of Harwick", "Quill's lawyer", "the Reds' leader"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from qa.datatypes import Bearer, Description, DescriptionKind, Scope
from qa.language.lexicon.bodies import KNOWN_BODIES
from qa.language.lexicon.function_words import DETERMINERS
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.offices import (
    ALIKE_OFFICES,
    ALLIES,
    ELECTED,
    FORMER,
    HEADING,
    HEADING_OFFICES,
    HEADS,
    KIN,
    NOT_DISTINGUISHING,
    PARTIES,
    SAME_OFFICE,
    SPOKESPEOPLE,
)
from qa.language.lexicon.places import ADJECTIVES, NATIONS, OFFICES_OF, SAME_PLACE
from qa.language.lexicon.roles import SAME_AS
from qa.language.patterns import regex
from qa.speakers.bodies import is_short_for
from qa.speakers.longer_names import goes_on
from qa.speakers.names import folded_words, group_key, is_known_body

Bearers = Callable[[Collection[str], Scope], Sequence[Bearer]]
"""Return everybody whom an archive's articles describe with one of some words, as `View.bearers` does."""

LONGEST = 120
APART = frozenset(
    "shadow deputy vice assistant associate acting interim prime lord first junior general elect".split()
)
"""Words that make another office: "the secretary" may be the foreign secretary, and is no deputy secretary."""
_BESIDE = {(office, other): frozenset[str]() for office in ("leader", "executive") for other in HEADING}
_BESIDE["lawmaker", "representative"] = ELECTED
"""What alone may stand beside another word for an office: a leader is the head, and no "head of research"."""
_WITH_LEADERS = frozenset("association charity federation guild union".split())
"""Bodies whose head is their leader, whatever the office: "union leader". A council and a party have other leaders."""
_SAME_PARTY = {"tory": "conservative", "tories": "conservative", "conservatives": "conservative"}
"""A party of two names. Who is asked for as a Tory is of its body, and no "conservative leader" in small letters."""
_SMALL = DETERMINERS | frozenset("of for at from in to and s who is was".split())
_CUT = regex(r"\s(?:of|for|at|from|in|to|who)\s", re.I)
_POSSESSIVE = regex(r"[’']s?(?=\s|$)")
_COMPOUND = regex(r"\b\w+(?:-\w+)*-\w*(?:ing|ed|old)\s+(?=\w)")
"""What only adorns an office, and is in no description: "gender-based violence expert", "award-winning author"."""
_COUNTRIES = (
    *({word for form in forms for word in form.split()} | forms for forms in SAME_PLACE),
    *({nation, *nation.split()} for nation in NATIONS),
)
"""The words of each country's names, folded: "america", "us", "united", "states"."""


ONCE = 2
"""How well a description fits that is of a time when they no longer were what was typed, or not yet."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What a phrase says that somebody is: `head` of all its `words`, folded and in one form each."""

    head: str
    words: frozenset[str]
    former: bool
    several: bool = False
    """A plural was typed: everybody who fits is asked for."""
    beside: frozenset[str] | None = None
    """What alone may stand beside the office, None for anything: no "sales representative" is meant by a lawmaker."""

    def tier(self, kind: DescriptionKind, what: str, of: str | None, *, former: bool) -> int | None:
        """Return how well a description fits, 0 best; None where it is somebody else's.

        Every word that was typed must stand in it: "the mayor of Harwick" is not the mayor of Dene. 1: it says more,
        as "foreign secretary" does than "secretary", and "Dene Tools America" than "America".
        ONCE: it is of a time when they no longer were, or not yet.
        """
        said = _words(what)
        if kind is DescriptionKind.ALSO_CALLED:
            return None
        if not self.words <= said | of_words(of or "") and not _is_cut_short(self.words - said, of or ""):
            return None
        if kind is not DescriptionKind.ROLE and self.words <= said:
            return None  # "the brother": of nobody
        if self.head in SPOKESPEOPLE and goes_on(self.words - {self.head}, folded_words(of or "")):
            return None
        if self.head in HEADING and not _words(what.partition(" of ")[2]) <= self.words:
            return None  # "the Dene chief" is no chief of staff
        more = said - self.words - (PARTIES | {"deputy"} if self.head in SPOKESPEOPLE else PARTIES)
        if more & APART or (self.beside is not None and more - self.beside):
            return None
        more_of = self._is_in_a_country(of or "") or self._is_of_a_part(of or "")
        return ONCE if former != self.former else 1 if more or more_of else 0

    def _is_of_a_part(self, body: str) -> bool:
        """Return whether a party was typed, and a body has its name after more: "Scottish Conservative"."""
        words = [_SAME_PARTY.get(word, ADJECTIVES.get(word, word)) for word in folded_words(body)]
        typed = {_SAME_PARTY.get(word, word) for word in self.words}
        return len(words) > 1 and words[-1] in PARTIES & typed and typed.isdisjoint(words[:-1])

    def _is_in_a_country(self, body: str) -> bool:
        """Return whether a country was typed, and a body has its name and more: "Dene Tools America"."""
        words = {ADJECTIVES.get(word, word) for word in folded_words(_POSSESSIVE.sub(" ", body))} - _SMALL
        country = next((forms for forms in _COUNTRIES if forms & words and forms & self.words), None)
        return country is not None and not words <= country | self.words


def asked_for(phrase: str) -> AskedFor | None:
    """Return what a phrase says that somebody is; None for a name."""
    if len(phrase) > LONGEST:
        return None
    phrase = _COMPOUND.sub("", phrase)
    plain = _POSSESSIVE.sub(" ", phrase)
    before = _CUT.split(phrase, maxsplit=1)[0]
    ends = folded_words(_POSSESSIVE.sub(" ", before))
    if not ends:
        return None
    if ends[-1] in GROUP_NOUNS and (last := folded_words(plain)[-1:]) and _is_head(last[0]):
        ends = last  # "the Bank of Norland governor", "the Ministry of Ferries' spokesman"
    single = _one(ends[-1])
    several = single not in _HEADS and (single := _one(_singular(ends[-1]))) in _HEADS
    if single not in _HEADS:
        return None
    ends[-1] = _singular(ends[-1]) if several else ends[-1]
    words = [
        _singular(word) if several and _one(_singular(word)) in _HEADS else word
        for word in folded_words(plain)
    ]
    telling = _same(
        [word for word in words if word not in _SMALL and word not in NOT_DISTINGUISHING - {"chief"}]
    )
    former = bool(set(telling) & FORMER)
    kept = frozenset(_places(word for word in telling if word not in FORMER))
    return AskedFor(_same(ends)[-1], kept, former, several) if kept else None


def _is_head(word: str) -> bool:
    return not {_one(word), _one(_singular(word))}.isdisjoint(_HEADS)


def noun_of(phrase: str) -> str:
    """Return the noun that heads a phrase for somebody: "wife" of "Quill's wife", "mayor" of "the mayor of Harwick"."""
    words = _POSSESSIVE.sub(" ", _CUT.split(phrase[:LONGEST], maxsplit=1)[0]).split()
    return words[-1] if words else ""


def fit(asked: AskedFor, said: Description) -> int | None:
    """Return how well a description fits, by any of the words for the same office, 0 best; None where it does not."""
    tiers = [each.tier(said.kind, said.what, said.of, former=said.former) for each in (asked, *alike(asked))]
    return next((tier for tier in tiers if tier is not None), None)


def heads_alike(asked: AskedFor) -> frozenset[str]:
    """Return the last words of all offices that may be meant by one: "boss" may be the director."""
    return frozenset(head for each in (asked, *alike(asked)) for head in heads_of(each.head))


def alike(asked: AskedFor) -> Iterator[AskedFor]:
    """Yield what else people call the same office, closest first."""
    for same in ALIKE_OFFICES:
        forms = [folded_words(each) for each in same]
        for typed in (form for form in forms if form[-1] == asked.head and {*form} <= asked.words):
            for other in (form for form in forms if form != typed):
                beside = _BESIDE.get((typed[-1], other[-1]))
                yield replace(asked, head=other[-1], words=(asked.words - {*typed}) | {*other}, beside=beside)
    heads = asked.head in HEADING or (asked.head == "leader" and not _WITH_LEADERS.isdisjoint(asked.words))
    if heads and len(asked.words) > 1:
        for office in HEADING_OFFICES:
            words = _same(folded_words(office))
            yield replace(asked, head=words[-1], words=(asked.words - {asked.head}) | {*words})


@lru_cache(maxsize=4096)
def of_words(name: str) -> frozenset[str]:
    """Return all words by which a body, a place or a person can be typed: "cma", "britain" for "British", "reds"."""
    words = _places(folded_words(_POSSESSIVE.sub(" ", name)))
    capitals = [part[0].casefold() for part in re.split(r"[\s-]+", name) if part[:1].isupper()]
    whole = f" {' '.join(words)} "
    same = {form for forms in SAME_PLACE if any(f" {each} " in whole for each in forms) for form in forms}
    initials = {"".join(capitals)} if len(capitals) > 1 else set()
    several = (f"{word[:-1]}ies" if word.endswith("y") else f"{word}s" for word in words)
    names = {*_SAME_PARTY, *_SAME_PARTY.values()}
    party = frozenset() if names.isdisjoint(words) else names
    body = _names_of_bodies()[group_key(name)] if is_known_body(name) else frozenset()
    return frozenset(
        {*words, *several, *initials, *party, *body, *(word for form in same for word in form.split())}
    )


@cache
def _names_of_bodies() -> dict[tuple[str, ...], frozenset[str]]:
    """Return the words of all names of each body that the world knows: "fed" for the Federal Reserve."""
    found: dict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
    for name, whole in KNOWN_BODIES.items():
        found[group_key(whole)] |= frozenset(folded_words(name)) - _SMALL
    return found


def _places(words: Iterable[str]) -> list[str]:
    """Return words with each country in one form: "sri lanka" for "sri lankan"."""
    text = f" {' '.join(words)} "
    for adjective, place in OFFICES_OF.items():
        text = text.replace(f" {adjective} ", f" {place} ")
    return text.split()


def _is_cut_short(words: Collection[str], body: str) -> bool:
    """Return whether words are a body's name cut short, or its whole name where an article has the short one."""
    # A set has no order: in that of the alphabet, words and their beginnings come alike.
    key = group_key(body)
    # "Scottish Lib Dem" has one word in full.
    typed, name = tuple(sorted({*words} - {*key})), tuple(sorted({*key} - {*words}))
    return len(typed) > 1 and (is_short_for(typed, name) or is_short_for(name, typed))


def _words(what: str) -> frozenset[str]:
    return frozenset(_same(folded_words(what))) - _SMALL


def _same(words: Sequence[str]) -> list[str]:
    """Return words with each office in one form: "ceo" is "chief executive"."""
    text = f" {' '.join(words)} "
    for office in sorted(_OFFICES, key=len, reverse=True):
        if f" {office} " in text:
            text = text.replace(f" {office} ", f" {_OFFICES[office]} ")
    return text.split()


def _one(word: str) -> str:
    return _OFFICES.get(word, word).rpartition(" ")[2]


def _singular(word: str) -> str:
    """Return the singular of a noun for people: "analysts", "secretaries", "spokesmen"."""
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s") if not word.endswith("ss") else word


def heads_of(head: str) -> list[str]:
    """Return the last words of the offices that are the same as one: descriptions are looked up by them."""
    head = _one(head)
    same = {word for word, same in _OFFICES.items() if same.split()[-1] == head and " " not in word}
    return sorted({head, *same, *_HYPHENED.get(head, ())})


def _offices() -> Iterator[tuple[str, str]]:
    for table in (SAME_AS, SAME_OFFICE):
        for word, same in table.items():
            yield " ".join(folded_words(word)), " ".join(folded_words(same))


_OFFICES = dict(_offices())
_HYPHENED: dict[str, list[str]] = defaultdict(list)
"""The nouns with a hyphen by their last word, "founder" for "co-founder": articles' words are looked up with it."""
for _noun in sorted(HEADS):
    if "-" in _noun:
        _HYPHENED[folded_words(_noun)[-1]].append(_noun)
_HEADS = frozenset(
    _one(word) for head in HEADS | KIN | ALLIES | SPOKESPEOPLE for word in folded_words(head)[-1:]
)
