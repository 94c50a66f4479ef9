"""Find the other words that say a topic: a nation's adjective, the short name of a body, a number in figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from qa.archive.protocol import View
from qa.datatypes import DescriptionKind, Scope
from qa.language.exact_words import in_words
from qa.language.lexicon.bodies import KNOWN_BODIES
from qa.language.lexicon.places import NATIONS, SAME_PLACE, SEATS
from qa.language.lexicon.turning_words import IN_FIGURES
from qa.language.patterns import regex
from qa.language.terms import content_terms, term, terms

_CAPITALISED = regex(r"(?<!\w)[^\W\d_a-z][\w&’'-]*")
_HYPHENED = regex(r"(?<![\w-])[a-z]+-[a-z]+(?![\w-])")
_TWO_VOWELS = regex(r"\A(co(?=o)|re(?=e)|pre(?=e))")
_IN_ONE = regex(r"(?<![\w-])(?:coo|ree|pree)[a-z]{4,}(?![\w-])")
"""Words that are written in two as well; "cooking" and "reeling" never are, and then nothing is found by it."""
_SHORTEST, _LONGEST = 2, 8
"""The fewest and the most words of a long name whose initials are looked up."""


_ENDINGS = ("ship", "hood", "ist", "ism")
"""Endings that a stem keeps, though the word without them is about the same: "activist" and "active"."""
_LEAST = 5
"""The fewest letters before such an ending: "consist" is no form of "cons"."""


def same_word(found: str) -> str:
    """Return one term for all forms of a word: "chines" is "china", "american" is "usa", "membership" is "member"."""
    if (nation := _nations().get(found)) is not None:
        return nation
    for ending in _ENDINGS:
        if found.endswith(ending) and len(found) >= _LEAST + len(ending):
            return found.removesuffix(ending)
    return found


def forms_of(wanted: str) -> tuple[str, ...]:
    """Return all terms that `same_word` makes one with a term."""
    one = same_word(wanted)
    longer = [one + ending for ending in _ENDINGS] if len(one) >= _LEAST else []
    nations = [form for form, same in _nations().items() if same == one]
    return tuple(dict.fromkeys((one, *longer, *nations)))


@cache
def _nations() -> dict[str, str]:
    found: dict[str, str] = {}
    for nation, adjective in NATIONS.items():
        found |= dict.fromkeys((term(nation), term(adjective)), term(nation))
    for names in SAME_PLACE:
        # Folded, "us" is the pronoun.
        single = sorted(own[0] for name in names if len(own := content_terms(name)) == 1 == len(terms(name)))
        one = min(single, key=len)
        # The adjective goes with its nation: "British" is "UK".
        found |= {form: one for form, nation in list(found.items()) if nation in single}
        found |= dict.fromkeys(single, one)
    return found


def other_ways(view: View, topic: str) -> list[frozenset[str]]:
    """Return the terms that say a topic with a body's other name: "the NFB strike" by National Federation of Bakers.

    They are the pairs of names that articles give, "the National Federation of Bakers (NFB)", and the names of bodies
    that the world knows: "the Pentagon deal" by Department of Defense, "China" by Beijing.
    """
    return (
        _ways(topic, pairs_given(view, topic))
        + known_ways(topic)
        + hyphened_ways(topic)
        + numbered_ways(topic)
    )


def hyphened_ways(topic: str) -> list[frozenset[str]]:
    """Return the terms that say a topic with a hyphen more, or without: "cooperate" by "co-operate", "e-mail"."""
    pairs = {(word, word.replace("-", "")) for word in _HYPHENED.findall(topic)}
    pairs |= {(word, _TWO_VOWELS.sub(r"\1-", word)) for word in _IN_ONE.findall(topic)}
    return _ways(topic, pairs)


def numbered_ways(topic: str) -> list[frozenset[str]]:
    """Return the terms that say a topic with a place in a row in figures, or in words: "Ninth District" by "9th"."""
    typed = _spaced(topic)
    return _ways(topic, {pair for pair in IN_FIGURES if any(_spaced(each) in typed for each in pair)})


def known_ways(topic: str) -> list[frozenset[str]]:
    """Return the terms that say a topic with another name of a body that the world knows."""
    return _ways(topic, set(_known_pairs(topic)))


def _ways(topic: str, pairs: set[tuple[str, str]]) -> list[frozenset[str]]:
    wanted = frozenset(content_terms(topic))
    found = []
    for long, short in sorted(pairs):
        whole, cut = frozenset(content_terms(long)), frozenset(content_terms(short))
        if cut and cut <= wanted:
            found.append(wanted - cut | whole)
        if whole and whole <= wanted:
            found.append(wanted - whole | cut)
    return found


def pairs_given(view: View, topic: str) -> set[tuple[str, str]]:
    """Return (long, short) names of bodies, one of which may stand in a topic."""
    names = [name for name in _CAPITALISED.findall(topic) if name[0].isupper()]
    heads = {name.casefold() for name in (*names, *_initials(names))}
    if not heads:
        return set()
    found = view.bearers(sorted(heads), Scope())
    return {(each.who, each.what) for each in found if each.kind is DescriptionKind.ALSO_CALLED}


def _known_pairs(topic: str) -> Iterable[tuple[str, str]]:
    """Yield (name, other name) of bodies and governments that the world knows, of which the topic has the first."""
    typed = _spaced(topic)
    for names in _known_names():
        for name, spaced in names.items():
            # "The WHO" is typed in capitals, and "who" is not.
            if spaced in typed and (len(name) >= _LEAST or name in topic or name in _governments()):
                yield from ((name, other) for other in names if other != name)


@cache
def _known_names() -> tuple[Mapping[str, str], ...]:
    """Return the names of each body and government that the world knows, each with its words between spaces."""
    by_whole: dict[str, dict[str, str]] = {}
    for name, whole in KNOWN_BODIES.items():
        by_whole.setdefault(whole, {})[name] = _spaced(name)
    for nation, seats in SEATS.items():
        by_whole[nation] = {name: _spaced(name) for name in (nation, *seats)}
    return tuple(by_whole.values())


@cache
def _governments() -> frozenset[str]:
    return frozenset(SEATS).union(*SEATS.values())


def _spaced(text: str) -> str:
    return f" {' '.join(in_words(text))} "


def _initials(names: list[str]) -> Iterable[str]:
    """Yield the initials of capitalised words that follow each other."""
    for begin in range(len(names)):
        for stop in range(begin + _SHORTEST, min(begin + _LONGEST, len(names)) + 1):
            yield "".join(name[0] for name in names[begin:stop])
