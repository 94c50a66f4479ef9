"""Join the names of bodies: a short name to the one long name that it can stand for.

"NFB" is the National Federation of Bakers where an article says so, or where no other body of the archive has these
initials. A short name that fits two long ones joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from qa.language.lexicon.bodies import COMPANY_FORMS, SMALL_WORDS
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.places import ANY_NATION, LANDS, PLACES
from qa.language.patterns import regex
from qa.speakers.by_hand import Linking
from qa.speakers.callings import name_in
from qa.speakers.names import group_key, is_known_body, without_dots

KnownAs = Sequence[tuple[str, str]]
"""A long name of a body and a short one, as an article has both: "the National Federation of Bakers (NFB)"."""

Key = tuple[str, ...]

_LEAST_TYPED = 3
"""Letters of an acronym that a person types."""
_LEAST_LETTERS = 4
"""Letters of an acronym by which an archive's names are joined where no article has both.

Of 34 acronyms of three letters with one candidate in a large archive, 6 were another body's; of 14 longer ones none.
"""
_LONGEST_ACRONYM = 6
_LEAST_OF_WORD = 3
"""Letters that are left of a word that is cut short, "Lib"."""
_PLACES = PLACES | LANDS | ANY_NATION
_SMALL_LETTERS = frozenset(word[0] for word in SMALL_WORDS)
_ACRONYM = regex(r"[A-Z]+[a-z]?[A-Z]+")


def link_bodies(counts: Mapping[str, int], known_as: KnownAs = ()) -> Iterator[Linking]:
    """Yield the bodies whom names mean, not named yet."""
    forms: dict[Key, list[str]] = defaultdict(list)
    for each in sorted(counts):
        forms[group_key(name_in(each))].append(each)
    whole_of = _wholes(forms, known_as)
    bodies: dict[Key, list[str]] = defaultdict(list)
    for key, names in forms.items():
        bodies[whole_of.get(key, key)] += names
    for names in bodies.values():
        yield Linking("", "group", "", tuple(names))


def body_family(name: str) -> tuple[str, ...]:
    """Return what a group's name shares with every name of a group that could be joined to it."""
    key = group_key(name_in(name))
    # "Orsa and Co Inc" may be joined to "Orsa and Co", and never to "OCI".
    while len(key) > 1 and key[-1] in COMPANY_FORMS:
        key = key[:-1]
    if len(key) == 1 and len(key[0]) > _LONGEST_ACRONYM:
        return key
    letters = "".join(key) if len(key) < 2 else "".join(word[0] for word in key)
    # An acronym may have the initials of small words or not: "BOE", "TUC".
    return (
        letters[:1]
        + "".join(each for each in letters[1:-1] if each not in _SMALL_LETTERS)
        + letters[1:][-1:],
    )


def short_forms(long: Key) -> set[str]:
    """Return the acronyms of a long name, in small letters: with and without its small words."""
    if len(long) < 2 or long[-1] in COMPANY_FORMS:
        return set()
    letters = "".join(word[0] for word in long)
    inside = "".join(word[0] for word in long[1:-1] if word not in SMALL_WORDS)
    return {each for each in (letters, letters[0] + inside + letters[-1]) if len(each) >= _LEAST_TYPED}


def is_short_for(short: Key, long: Key) -> bool:
    """Tell whether a name can be another one cut short: "nfb", "lib dems"."""
    if len(short) == 1:
        letters = short[0]
        return len(letters) <= _LONGEST_ACRONYM and letters not in FUNCTION and letters in short_forms(long)
    return len(short) == len(long) and all(map(_is_cut, short, long))


def starts(key: Key) -> Key:
    """Return the first letters of each word: what a name and the one that is cut short have in common."""
    return tuple(word[:_LEAST_OF_WORD] for word in key)


def _is_cut(short: str, long: str) -> bool:
    stem = short.removesuffix("s")
    # "Coast" is a word of its own, and not "Coastal" cut short.
    return _LEAST_OF_WORD <= len(stem) <= len(long) - _LEAST_OF_WORD and long.startswith(stem)


def _wholes(forms: Mapping[Key, Sequence[str]], known_as: KnownAs) -> dict[Key, Key]:
    """Return the key of the long name for each key of a short one that joins it."""
    said: dict[Key, set[Key]] = defaultdict(set)
    for long, short in known_as:
        # What the world knows by a short name, it knows better than an article.
        if not is_known_body(short) and group_key(short) != group_key(long):
            said[group_key(short)].add(group_key(long))
    longs: dict[Key, list[Key]] = defaultdict(list)
    for key in forms:
        if any(map(_is_in_capitals, map(name_in, forms[key]))):
            for letters in short_forms(key):
                longs[(letters,)].append(key)
        if len(key) > 1:
            longs[starts(key)].append(key)
    found: dict[Key, Key] = {}
    for key, names in forms.items():
        if key in said:
            wholes = _whole_names(said[key])
        elif len(key) == 1:
            acronym = (
                len(key[0]) <= _LONGEST_ACRONYM
                and key[0] not in COMPANY_FORMS
                and any(map(_is_acronym, map(name_in, names)))
            )
            wholes = set(longs[key]) if acronym else set()
        else:
            wholes = {long for long in longs[starts(key)] if is_short_for(key, long)}
        if len(wholes) == 1:
            found[key] = next(iter(wholes))
    for key, firms in _firms(forms).items():
        if len(firms) == 1 and key not in found and key not in said:
            found[key] = firms[0]
    return {key: _end(found, key) for key in found}


def _firms(forms: Iterable[Key]) -> dict[Key, list[Key]]:
    """Return the names of firms with what firms are, "Orsa Labs Inc", for those without, "Orsa Labs".

    A country is no firm that bears its name.
    """
    known = set(forms)
    firms: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(known):
        if (
            len(key) > 1
            and key[-1] in COMPANY_FORMS
            and key[:-1] in known
            and not _PLACES.issuperset(key[:-1])
        ):
            firms[key[:-1]].append(key)
    return firms


def _whole_names(longs: set[Key]) -> set[Key]:
    """Return long names without those that are the end of another one: "Federation of Bakers"."""
    return {
        each for each in longs if not any(other != each and other[-len(each) :] == each for other in longs)
    }


def _is_acronym(name: str) -> bool:
    """Tell whether a name can only be an acronym: "CBOE", or "BoE", whose small letter is a small word's."""
    letters = without_dots(name).removeprefix("the ").removeprefix("The ")
    return bool(_ACRONYM.fullmatch(letters)) and (len(letters) >= _LEAST_LETTERS or not letters.isupper())


def _is_in_capitals(name: str) -> bool:
    words = name.removeprefix("the ").split()
    return all(word[0].isupper() or not word[0].isalpha() or word.lower() in SMALL_WORDS for word in words)


def _end(found: Mapping[Key, Key], key: Key) -> Key:
    seen: Iterable[Key] = {key}
    while (following := found.get(key)) is not None and following not in seen:
        seen = {*seen, following}
        key = following
    return min(seen) if following is not None else key
