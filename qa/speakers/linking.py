"""Link the names of articles to speakers, and match a typed name to a speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from qa.datatypes import Speaker
from qa.language.lexicon.bodies import SMALL_WORDS
from qa.language.lexicon.first_names import Gender, gender_of
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.roles import FIELD_OF
from qa.language.lexicon.titles import TITLES
from qa.speakers.bodies import KnownAs, body_family, is_short_for, link_bodies
from qa.speakers.by_hand import NOTHING, Linking, NamesByHand, apply_names
from qa.speakers.callings import called, evidence, gender_of_title, name_in, shown, titles_in
from qa.speakers.known import KnownSpeakers, Match
from qa.speakers.names import PersonName, folded_words, group_key, is_group, is_known_body, parse_person
from qa.speakers.people import link_people
from qa.speakers.typing_errors import fits, is_first_half, lacks_given_name, within

_TIMES = 4
"""How many times as often as a name of three letters somebody must speak to be called by them."""


class Linked(NamedTuple):
    """The archive's speakers, most often speaking first, and the speaker's name for each record id."""

    speakers: list[Speaker]
    of: dict[int, str]


def link(records: Iterable[tuple[int, str]], known_as: KnownAs = ()) -> Linked:
    """Join in-article names into archive speakers; the result does not depend on the order of records."""
    named = list(records)
    speakers, name_of = link_names(Counter(name for _, name in named), known_as=known_as)
    return Linked(speakers, {record: name_of[name] for record, name in named})


def link_names(
    counts: Mapping[str, int], by_hand: NamesByHand = NOTHING, known_as: KnownAs = ()
) -> tuple[list[Speaker], dict[str, str]]:
    """Return the speakers whom names mean, given how often each speaks, and each name's speaker by name.

    A shorter form joins a longer one only when it can belong to exactly one: "M. Rubio" becomes "Marco Rubio" in an
    archive with one Rubio, and stays what it is in an archive with two. What articles call a name
    (`callings.identity`) counts: "coach Jonas Reed" is not "minister Jonas Reed", and "Rubio" joins "Marco Rubio"
    only where an article says that Rubio is a person, and nothing that Marco Rubio is not.

    Args:
        by_hand: Names that a person said are one speaker's, or two speakers', whatever these rules find.
        known_as: Long and short names of bodies, in pairs, as articles have them.
    """

    def named(speaker: Linking) -> Linking:
        said = _said(speaker, counts)
        person = speaker.kind == "person"
        full = max(said, key=lambda name: (person and _fullness(name), said[name], len(name), name))
        return replace(speaker, name=f"{speaker.calling} {full}" if speaker.calling else full)

    short = _short_names(counts, known_as)
    found = [named(speaker) for speaker in _by_rule(counts, short, known_as)]
    # Nor is "Vane" the short name of Vane Brothers where an article says "he" of a Vane, and both would be called so.
    while doubtful := {each for each in short if shown(each) in _given_twice(found)}:
        short -= doubtful
        found = [named(speaker) for speaker in _by_rule(counts, short, known_as)]
    speakers, name_of = [], {}
    for speaker in apply_names(found, by_hand, named):
        name_of.update(dict.fromkeys(speaker.identities, speaker.name))
        said = _said(speaker, counts)
        aliases = tuple(sorted(name for name in said if name != speaker.name))
        speakers.append(Speaker(speaker.name, speaker.kind, aliases, said.total()))
    speakers.sort(key=lambda speaker: (-speaker.count, speaker.name))
    return speakers, name_of


def _said(speaker: Linking, counts: Mapping[str, int]) -> Counter[str]:
    """Return how often each name of a speaker speaks."""
    said = Counter[str]()
    for each in speaker.identities:
        said[shown(each)] += counts[each]
    return said


def _short_names(counts: Mapping[str, int], known_as: KnownAs) -> set[str]:
    """Return the names that would be people's, but for articles that have them as short names of bodies."""
    if not known_as:
        return set()
    others = [each for each in counts if not is_group(name_in(each))]
    people = [parse_person(name_in(each)) for each in others]
    surnames = {person.surname for person in people if person.given}
    known = {(group_key(name), family(name)) for pair in known_as for name in pair}
    # "Vane" is not the short name of Vane Brothers where a Robin Vane speaks.
    return {
        each
        for each in others
        if not called(each)
        and (group_key(each), family(each)) in known
        and parse_person(each).surname not in surnames
    }


def _by_rule(counts: Mapping[str, int], short: Collection[str], known_as: KnownAs) -> Iterator[Linking]:
    """Yield the speakers that the rules find, not named yet; `short` are names of bodies that look like people's."""
    bodies = {each: count for each, count in counts.items() if is_group(name_in(each))}
    bodies |= {each: count for each, count in counts.items() if each in short}
    yield from link_bodies(bodies, known_as)
    yield from link_people({each: count for each, count in counts.items() if each not in bodies})


def _given_twice(speakers: Iterable[Linking]) -> set[str]:
    """Return the names that several speakers have."""
    return {name for name, count in Counter(each.name for each in speakers).items() if count > 1}


Family = tuple[str, ...]


def family(name: str) -> Family:
    """Return what a name shares with every name that could change what it is linked to, pairs aside.

    See `joined_families` for names that a person joined, or that an article has as one body's.
    """
    name = name_in(name)
    if is_group(name):
        return ("group", *body_family(name))
    return ("person", *parse_person(name).surname)


def joined_families(by_hand: NamesByHand, known_as: KnownAs = ()) -> Mapping[Family, Collection[Family]]:
    """Return for each family that a pair of names joins to others all of those, with itself."""
    groups: dict[Family, set[Family]] = {}
    pairs = [{family(name) for name in pair} for pair in by_hand.together]
    # What is nobody's name but in a pair, is a body's there.
    pairs += [
        {kind for name in pair for kind in (family(name), ("group", *body_family(name)))} for pair in known_as
    ]
    for pair in pairs:
        joined = set[Family]().union(*(groups.get(each, {each}) for each in pair))
        groups.update(dict.fromkeys(joined, joined))
    return groups


def _fullness(name: str) -> int:
    given = parse_person(name).given
    return 0 if not given else 1 if len(given[0]) == 1 else 2 + (folded_words(name)[0] in given)


def match_speaker(typed: str, speakers: KnownSpeakers) -> Match:
    """Find whom a typed name means among the archive's speakers.

    Titles are ignored, except that Mr. and Mrs. tell spouses apart. A surname that several people have is
    ambiguous even when one of them speaks far more often than the others.
    """
    for allowed in (0, 1):
        possible = speakers.speakers_like(typed, allowed)
        names = tuple(sorted({speaker.name for speaker in matching(typed, possible, allowed)}))
        if len(names) > 1:
            names = _called(typed, names) or names
        elif names and not allowed and (person := _of_initials(typed, names[0], speakers)) is not None:
            return Match(person, (), corrected=True)
        if names:
            corrected = allowed == 1
            return Match(names[0], (), corrected) if len(names) == 1 else Match(None, names, corrected)
    return Match(None)


def known_speaker(typed: str, speakers: KnownSpeakers) -> Speaker | None:
    """Return the one speaker whom a name means as it was typed."""
    name = match_speaker(typed, speakers).exact
    return speakers.speaker(name) if name else None


def _of_initials(typed: str, name: str, speakers: KnownSpeakers) -> str | None:
    """Return who is known by the letters that also stand as a name of their own: "AOC" is Ada Orsa-Cole.

    Only who speaks far more often than what has the letters for its name, as no body of that name would.
    """
    body = speakers.speaker(name)
    if body is None or body.kind != "group" or is_known_body(name) or len(folded_words(name)) != 1:
        return None
    people = [each for each in _matching_initials(typed, speakers) if each.count >= _TIMES * body.count]
    return people[0].name if len(people) == 1 else None


def _matching_initials(typed: str, speakers: KnownSpeakers) -> Iterator[Speaker]:
    key = group_key(typed)
    for speaker in speakers.speakers_like(typed, 1) if len(key) == 1 else ():
        if speaker.kind == "person" and any(key[0] == form.initials for form in _forms(speaker)[1]):
            yield speaker


@lru_cache(maxsize=1 << 17)
def _forms(speaker: Speaker) -> tuple[tuple[tuple[str, ...], ...], tuple[PersonName, ...]]:
    """The keys by which a speaker is known, and the names that its name does not say better."""
    whole = parse_person(speaker.name)
    others = [parse_person(alias) for alias in speaker.aliases]
    people = (whole, *(other for other in others if not other.is_form_of(whole)))
    return tuple(group_key(name) for name in (speaker.name, *speaker.aliases)), people


def matching(typed: str, speakers: Sequence[Speaker], allowed: int) -> list[Speaker]:
    """Return whom a typed name may mean, by its strongest reading; so many letters may be wrong as are allowed."""
    key, person = group_key(typed), parse_person(typed)
    if not key or not person.surname:
        return []
    # Each list is a weaker reading, used only when the ones before it are empty.
    same, people, bare, ends, given, cut, initials, firsts = (list[Speaker]() for _ in range(8))
    titles = titles_in(typed)
    if titles and (titled := [each for each in speakers if _is_titled(typed, each)]):
        return titled
    for speaker in speakers:
        keys, forms = _forms(speaker)
        own = titles_in(speaker.name)
        if speaker.kind == "group":
            if any(within(key, known, allowed) for known in keys):
                same.append(speaker)
            elif any(len(known) > len(key) and within(key, known[-len(key) :], allowed) for known in keys):
                ends.append(speaker)
            elif not allowed and any(is_short_for(key, known) or is_short_for(known, key) for known in keys):
                cut.append(speaker)
        elif any(fits(person, form, allowed) for form in forms):
            if titles and own and not forms[0].given:
                continue  # "Mr Vane" is not Lord Vane
            if speaker.apart and person == forms[0] and not own:
                return [speaker]
            if not forms[0].given and not speaker.apart and not own:
                bare.append(speaker)
            elif person.given and (person.given, person.suffix) in ((f.given, f.suffix) for f in forms):
                same.append(speaker)
            else:
                people.append(speaker)
        elif not person.given and forms[0].given and within(person.surname, forms[0].given[:1], allowed):
            given.append(speaker)
        elif is_first_half(person, forms[0]) or lacks_given_name(person, forms[0]):
            firsts.append(speaker)
        elif allowed and len(key) == 1 and any(key[0] == form.initials for form in forms):
            initials.append(speaker)  # "AOC"
    if (
        cut
        and not is_group(typed)
        and person.is_in_full(
            {form.surname for each in speakers if each.kind == "person" for form in _forms(each)[1]}
        )
    ):
        cut = []  # "Ada Orsa Carlow" is no body "AOC"
    found = same or people or bare or ends or cut
    if not person.given:
        people = _of_gender(typed, people)
        if bare and given and gender_of(person.surname[0]) is not None:
            bare += given  # "Ada" alone may be Ada Quill as well
        found = same + people or bare or ends or given or cut or initials
    return found or firsts or _of_words(key, speakers, allowed)


def _is_titled(typed: str, speaker: Speaker) -> bool:
    """Tell whether a speaker has just this name with its title: "Lord Vane", "Mrs Vane"."""
    words = folded_words(typed)
    return any(folded_words(name) == words for name in (speaker.name, *speaker.aliases))


def _of_words(key: tuple[str, ...], speakers: Sequence[Speaker], allowed: int) -> list[Speaker]:
    """Return the one group whose name has all of several words: "the bakers' federation"."""
    words = set(key) - SMALL_WORDS
    if allowed or len(words) < 2 or not words & GROUP_NOUNS:
        return []
    groups = (each for each in speakers if each.kind == "group")
    found = [each for each in groups if any(words <= set(known) for known in _forms(each)[0])]
    return found if len(found) == 1 else []


def _called(typed: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the one of several names whose calling was typed too: "Coach Reed", "the minister Jonas Reed"."""
    words = set(folded_words(typed))
    found = tuple(
        name
        for name in names
        if (word := name.partition(" ")[0].lower()) in TITLES | FIELD_OF.keys() and word in words
    )
    return found if len(found) == 1 else ()


def _of_gender(typed: str, people: list[Speaker]) -> list[Speaker]:
    wanted = gender_of_title(folded_words(typed)[0])
    if wanted is None:
        return people
    return [each for each in people if gender_of_speaker(each) in (None, wanted)] or people


def gender_of_speaker(speaker: Speaker) -> Gender | None:
    given = _forms(speaker)[1][0].given
    return gender_of(given[0]) if given else evidence([speaker.name]).gender
