"""Weigh what articles call a name: it tells namesakes apart, and says whose a bare surname can be.

"coach", "lord", "mrs", "he": callings, titles, and the pronoun that stands for the name. "=robin" is a given name that
the article has before it. "former coach" is what somebody was: it fits whoever is called so, and tells nobody apart,
since a coach may well be a minister now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from qa.language.lexicon.first_names import EITHER, GIVEN_AND_PLACE, NICKNAMES, Gender, gender_of
from qa.language.lexicon.roles import FIELD_OF, SAME_AS
from qa.language.lexicon.titles import COURTESY, FEMALE_TITLES, KIND_OF, MALE_TITLES, PEERAGE, TITLES
from qa.speakers.names import folded_words, formal, is_group, parse_person

_MARK = "\x1f"
"""Between name and callings. No name holds it: it counts as white space, of which a name has only spaces."""

PERSON = "person"
"""Says that a name is a person's, and nothing else of them."""
_FORMER = "former "
"""Before a calling of the past."""
_GENDER_OF_PRONOUN: Mapping[str, Gender] = {"he": "m", "she": "f"}


def identity(name: str, called: Sequence[str]) -> str:
    """Return name and callings as one text: what is linked across articles."""
    name = name.replace(_MARK, " ")
    return name + _MARK + _MARK.join(called) if called else name


def name_in(identity_: str) -> str:
    return identity_.partition(_MARK)[0]


def called(identity_: str) -> list[str]:
    """Return what an article calls a name: its callings, and the titles that stand in the name itself."""
    return [word.removeprefix(_FORMER) for word in _as_called(identity_)]


def in_the_past(calling: str) -> str:
    """Return the calling of somebody who no longer is that."""
    return _FORMER + calling


def _as_called(identity_: str) -> list[str]:
    name, *words = identity_.split(_MARK)
    return [*titles_in(name), *words]


def titles_in(name: str) -> list[str]:
    """Return the titles that a person's name begins with, those of more than one word's names only: "Lord Vane"."""
    return list(_titles_in(name))


@lru_cache(maxsize=1 << 15)
def _titles_in(name: str) -> tuple[str, ...]:
    if " " not in name or is_group(name):
        return ()
    words = folded_words(name)
    first = next((at for at, word in enumerate(words[:-1]) if word not in TITLES), len(words) - 1)
    return tuple(SAME_AS.get(word, word) for word in words[:first])


def shown(identity_: str) -> str:
    """Return the name as it is shown: a peer's surname only with the title, "Lord Vane"."""
    name = name_in(identity_)
    if is_group(name) or parse_person(name).given or titles_in(name):
        return name
    words = identity_.split(_MARK)[1:]
    title = next((title for title in PEERAGE if title in words), "")
    return f"{title.capitalize()} {name}" if title else name


class SaidOfName(NamedTuple):
    """What articles say of whoever has a name.

    `kinds` are the kinds of their titles and callings, `gender` that of given name or titles; `pronoun` is that of
    the pronoun which stands for them. None where nothing says it, or both are said. `sure`: a person said that they
    are one. `given` are their given names,
    `read_with` those that an article has before a surname that is alone elsewhere in it.
    """

    kinds: frozenset[str]
    gender: Gender | None
    pronoun: Gender | None
    courtesy: bool
    sure: bool
    given: frozenset[str]
    read_with: frozenset[str]

    @property
    def titled(self) -> bool:
        return bool(self.kinds) or self.courtesy

    @property
    def is_person(self) -> bool:
        """Whether anything says that this is a person: "Stanley" may be a company."""
        return self.sure or self.titled or self.pronoun is not None or any(map(is_given, self.given))

    def speaks_against(self, surname: SaidOfName) -> bool:
        """Tell whether this person, who has a given name, is hardly the one whom a bare surname means elsewhere."""
        if surname.read_with:
            return not surname.is_named(self)
        if surname.kinds and not surname.kinds & self.kinds:
            return True  # "Lord Vane" is no Robin Vane who is nowhere a lord
        if surname.courtesy and not surname.kinds and "peer" in self.kinds:
            return True
        return bool(self.gender and surname.gender and self.gender != surname.gender)

    def is_named(self, other: SaidOfName) -> bool:
        """Tell whether the article itself has this surname with the given name of another person."""
        names = {formal(name) for name in other.given}
        initials = {name[0] for name in other.given if len(name) == 1}
        read = {formal(name) for name in self.read_with}
        return bool(read) and all(name in names or name[0] in initials for name in read)


def is_given(name: str) -> bool:
    """Tell whether a folded word is an initial or known as a given name."""
    return (
        len(name) == 1 or gender_of(name) is not None or name in EITHER | GIVEN_AND_PLACE | NICKNAMES.keys()
    )


def evidence(identities: Iterable[str]) -> SaidOfName:
    """Return what articles say of one person, given the identities that are theirs."""
    words: set[str] = set()
    given: set[str] = set()
    firsts: set[str] = set()
    for each in identities:
        words.update(called(each))
        names = parse_person(name_in(each)).given
        given.update(names)
        firsts.update(names[:1])
    own = _only({gender for name in firsts if (gender := gender_of(name))})
    kinds = {FIELD_OF.get(word) or KIND_OF.get(word) for word in words}
    titles, pronoun = (
        _gender_of_titles(words),
        _only({_GENDER_OF_PRONOUN[word] for word in words if word in _GENDER_OF_PRONOUN}),
    )
    if not own and titles and pronoun and titles != pronoun:
        titles = None  # "Mrs. Vane" may be the wife of whom "he" stands for
    return SaidOfName(
        kinds=frozenset(kind for kind in kinds if kind),
        gender=own or titles,
        pronoun=pronoun,
        courtesy=not COURTESY.isdisjoint(words),
        sure=PERSON in words,
        given=frozenset(given),
        read_with=frozenset(word[1:] for word in words if word.startswith("=")),
    )


def gender_of_title(word: str) -> Gender | None:
    """Return whether a folded word is a man's title or a woman's; None for titles of both, and for other words."""
    return "m" if word in MALE_TITLES else "f" if word in FEMALE_TITLES else None


def _gender_of_titles(words: Collection[str]) -> Gender | None:
    men: set[Gender] = {"m"} if not MALE_TITLES.isdisjoint(words) else set()
    women: set[Gender] = {"f"} if not FEMALE_TITLES.isdisjoint(words) else set()
    return _only(men | women)


def _only(genders: set[Gender]) -> Gender | None:
    return min(genders) if len(genders) == 1 else None


def people_of(counts: Mapping[str, int]) -> dict[str, list[str]]:
    """Split the identities of one name, given how often each speaks, into the people who bear it.

    Returns:
        The identities of each person by the title or calling that tells them apart; those of whom nothing is said are
        under "". One entry where nothing contradicts.
    """
    return _by_gender(counts) or _by_field(counts)


def _by_gender(counts: Mapping[str, int]) -> dict[str, list[str]]:
    """Return men, women and others by "Mr" and "Mrs"; nothing if not both are there."""
    genders = {each: evidence([each]).gender for each in counts}
    if len({gender for gender in genders.values() if gender}) < 2:
        return {}
    parted: dict[str, list[str]] = {}
    for gender in ("m", "f", None):
        own = {each: counts[each] for each in sorted(counts) if genders[each] == gender}
        if own:
            parted.setdefault(title_of(own, gender) if gender else "", []).extend(own)
    return parted


def title_of(counts: Mapping[str, int], gender: Gender | None = None) -> str:
    """Return the title that identities have most often, "Mrs" or "minister"; "" if they have none.

    Args:
        gender: Only titles of this gender, where there is one.
    """
    wanted = {"m": MALE_TITLES, "f": FEMALE_TITLES, None: COURTESY | KIND_OF.keys() | FIELD_OF.keys()}[gender]
    words = Counter[str]()
    for each, count in counts.items():
        words.update(dict.fromkeys(set(called(each)) & wanted, count))
    if not words:
        return ""
    word = min(words, key=lambda word: (word in COURTESY, -words[word], word))
    return word if word in FIELD_OF else word.capitalize()


def _by_field(counts: Mapping[str, int]) -> dict[str, list[str]]:
    callings = {each: [word for word in called(each) if word in FIELD_OF] for each in counts}
    held = {each: [word for word in _as_called(each) if word in FIELD_OF] for each in counts}
    fields = {FIELD_OF[word]: FIELD_OF[word] for words in callings.values() for word in words}

    def root(field: str) -> str:
        while fields[field] != field:
            field = fields[field]
        return field

    for words in callings.values():
        joined = {root(FIELD_OF[word]) for word in words}
        for field in joined:
            fields[field] = min(joined)
    apart = {root(FIELD_OF[word]) for words in held.values() for word in words}
    if len(apart) < 2:
        return {"": sorted(counts)}
    parted: dict[str, list[str]] = {}
    said: dict[str, Counter[str]] = {}
    for each in sorted(counts):
        person = root(FIELD_OF[callings[each][0]]) if callings[each] else ""
        person = person if person in apart else ""
        parted.setdefault(person, []).append(each)
        said.setdefault(person, Counter()).update(dict.fromkeys(held[each], counts[each]))
    return {
        min(said[person], key=lambda word: (-said[person][word], word)) if person else "": forms
        for person, forms in parted.items()
    }
