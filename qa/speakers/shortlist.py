"""Find the speakers that share a word with a typed name, so that few need comparing.

Comparing a name with each of ten thousand speakers takes longer than all the rest of a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.datatypes import Speaker
from qa.language.patterns import regex
from qa.speakers.bodies import short_forms
from qa.speakers.names import folded_words, group_key, parse_person

_PLAIN = regex(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
"""A name whose words are the same however it is read."""

_MOST_JOINED = 4
"""Words that may be typed as one: more than any surname has."""


@dataclass(frozen=True, slots=True)
class _Words:
    """For each word, and for each few that follow one another, the places of the speakers who have them.

    `all` are the single words.
    """

    of_one: dict[str, list[int]]
    of_several: dict[str, list[int]]
    all: list[str]


class _Same:
    """A key that is equal to itself only: to hash ten thousand speakers takes as long as to compare them."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self.speakers = speakers

    def __hash__(self) -> int:
        return id(self.speakers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.speakers is other.speakers


def shortlist(typed: str, speakers: Sequence[Speaker], allowed: int) -> Sequence[Speaker]:
    """Return the speakers that share a word with a typed name, in their order.

    Args:
        speakers: Quickest where it is the same tuple each time. A list may change, so it is read again.
        allowed: How many wrong letters a word may have, 0 or 1.
    """
    words = _words_of(_Same(speakers)) if isinstance(speakers, tuple) else _words(speakers)
    # "Ocasio Cortez" may be known as one word, "OcasioCortez" as two.
    person = parse_person(typed)  # without its title
    joined = {"".join(folded_words(typed)), "".join(person.given + person.surname)}
    found = {place for word in joined for place in words.of_several.get(word, ())}
    for word in _words_in(typed, folded_words(typed)) | joined:
        found.update(words.of_one.get(word, ()))
        if allowed:
            from rapidfuzz.distance import OSA  # here: most names are spelled as the archive has them
            from rapidfuzz.process import extract

            for near, _, _ in extract(word, words.all, scorer=OSA.distance, score_cutoff=1, limit=None):
                found.update(words.of_one[near])
    return [speakers[place] for place in sorted(found)]


@lru_cache(maxsize=4)
def _words_of(same: _Same) -> _Words:
    return _words(same.speakers)


def _words(speakers: Sequence[Speaker]) -> _Words:
    of_one: dict[str, list[int]] = defaultdict(list)
    of_several: dict[str, list[int]] = defaultdict(list)
    for place, speaker in enumerate(speakers):
        for name in (speaker.name, *speaker.aliases):
            words = folded_words(name)
            for word in _words_in(name, words):
                of_one[word].append(place)
            for first in range(len(words) - 1):
                for stop in range(first + 2, min(first + _MOST_JOINED, len(words)) + 1):
                    of_several["".join(words[first:stop])].append(place)
    return _Words(dict(of_one), dict(of_several), list(of_one))


def _words_in(name: str, folded: Sequence[str]) -> set[str]:
    """Return all words that a name can be known by, as a person's or as a group's; `folded` are its own."""
    key = group_key(name)
    words = {*folded, *key, *short_forms(key), _initials(key)}
    if not _PLAIN.fullmatch(name):
        person = parse_person(name)
        words.update(person.given, person.surname)
    return words


def _initials(key: tuple[str, ...]) -> str:
    """Return the initials that a name and one that is cut short share, marked so that they are no word."""
    return "." + "".join(word[0] for word in key) if len(key) > 1 else ""
