"""Say by which words a speaker is found, and which of them a typed name asks for, so that few need comparing.

Comparing a name with each of a hundred thousand speakers takes longer than all the rest of a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from qa.datatypes import Speaker
from qa.language.lexicon.bodies import SMALL_WORDS
from qa.speakers.bodies import short_forms, starts
from qa.speakers.names import folded_words, group_key, parse_person
from qa.speakers.typing_errors import FORGIVEN_LENGTH, is_one_off

_JOINED, _CUT, _INITIALS = "+", ".", "="
"""What marks a surname of several words written as one, the beginnings of a body's words, and the initials of a person:
no word has these."""


def words_by_which_found(speaker: Speaker) -> set[str]:
    """Return all words that a speaker can be known by: those of each name, as a person's and as a group's."""
    words: set[str] = set()
    for name in (speaker.name, *speaker.aliases):
        key, person = group_key(name), parse_person(name)
        words.update(folded_words(name), key, person.given, person.surname)
        if len(person.surname) > 1:
            # "Ocasio-Cortez" may be typed as "OcasioCortez".
            words.add(_JOINED + "".join(person.surname))
        if speaker.kind == "person" and person.initials:
            words.add(_INITIALS + person.initials)
        if speaker.kind == "group":
            words |= short_forms(key) | _cut(key)
    return words


def words_asked_for(typed: str) -> list[frozenset[str]]:
    """Return sets of words: whoever a typed name can mean has all words of one of them."""
    key, person = group_key(typed), parse_person(typed)
    if not key or not person.surname:
        return []
    joined = "".join(person.given + person.surname)
    wanted = [
        frozenset(key) - SMALL_WORDS or frozenset(key),
        frozenset(folded_words(typed)),
        frozenset(person.surname),
        frozenset([joined]),
        frozenset([_JOINED + joined]),
        frozenset([_INITIALS + joined]),
        *(frozenset([each]) for each in sorted(short_forms(key) | _cut(key))),
    ]
    return list(dict.fromkeys(wanted))


def is_plain(word: str) -> bool:
    """Return whether a word is one of a name as it is written, in which a wrong letter may be forgiven."""
    return word[0] not in (_JOINED, _CUT, _INITIALS)


def shortlist(typed: str, speakers: Sequence[Speaker], allowed: int) -> Sequence[Speaker]:
    """Return the speakers whom a typed name can mean, in their order, and perhaps others that share its words.

    Args:
        speakers: Quickest where it is the same tuple each time. A list may change, so it is read again.
        allowed: How many wrong letters a word may have, 0 or 1.
    """
    places = _places_of(_Same(speakers)) if isinstance(speakers, tuple) else _places(speakers)
    found: set[int] = set()
    for wanted in words_asked_for(typed):
        having = [_having(word, places, allowed) for word in wanted]
        found |= set.intersection(*having)
    return [speakers[place] for place in sorted(found)]


class _Same:
    """A key that is equal to itself only: to hash ten thousand speakers takes as long as to compare them."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self.speakers = speakers

    def __hash__(self) -> int:
        return id(self.speakers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.speakers is other.speakers


@lru_cache(maxsize=4)
def _places_of(same: _Same) -> Mapping[str, Collection[int]]:
    return _places(same.speakers)


def _places(speakers: Iterable[Speaker]) -> Mapping[str, Collection[int]]:
    """Return for each word the places of the speakers who are found by it."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, speaker in enumerate(speakers):
        for word in words_by_which_found(speaker):
            places[word].append(place)
    return dict(places)


def _having(word: str, places: Mapping[str, Collection[int]], allowed: int) -> set[int]:
    found = set(places.get(word, ()))
    if allowed and is_plain(word) and len(word) >= FORGIVEN_LENGTH - 1:
        for other in places:
            if is_plain(other) and is_one_off(word, other):
                found.update(places[other])
    return found


def _cut(key: tuple[str, ...]) -> set[str]:
    """Return the beginnings that a body's name of several words shares with one that is cut short, as one word."""
    return {_CUT + " ".join(starts(key))} if len(key) > 1 else set()
