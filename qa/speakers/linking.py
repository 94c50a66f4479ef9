"""Link the names of articles to speakers, and match a typed name to a speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from qa.datatypes import Speaker
from qa.language.lexicon.first_names import FEMALE, MALE, gender_of
from qa.language.lexicon.roles import FIELD_OF
from qa.language.lexicon.titles import FEMALE_TITLES, MALE_TITLES
from qa.speakers.by_hand import NOTHING, Linking, NamesByHand, apply_names
from qa.speakers.callings import name_in, namesakes
from qa.speakers.known import KnownSpeakers
from qa.speakers.names import PersonName, folded_words, formal, group_key, is_group, parse_person

FORGIVEN_LENGTH = 5
"""From this many letters on, one wrong letter is forgiven; shorter names are too often other names."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The archive's speakers, most often speaking first, and the speaker's name for each record id."""

    speakers: list[Speaker]
    of: dict[int, str]


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a typed name means: one `name`, or `ambiguous` names between which nothing decides, or neither.

    `corrected`: only with one wrong letter forgiven.
    """

    name: str | None
    ambiguous: tuple[str, ...] = ()
    corrected: bool = False


def link(records: Iterable[tuple[int, str]]) -> Linked:
    """Join in-article names into archive speakers; the result does not depend on the order of records."""
    named = list(records)
    speakers, name_of = link_names(Counter(name for _, name in named))
    return Linked(speakers, {record: name_of[name] for record, name in named})


def link_names(
    counts: Mapping[str, int], by_hand: NamesByHand = NOTHING
) -> tuple[list[Speaker], dict[str, str]]:
    """Return the speakers whom names mean, given how often each speaks, and each name's speaker by name.

    A shorter form joins a longer one only when it can belong to exactly one: "Rubio" and "M. Rubio" become
    "Marco Rubio" in an archive with one Rubio, and stay what they are in an archive with two. Names with callings
    (`callings.identity`) that contradict each other are different people: "coach Jonas Reed", "minister Jonas Reed".

    Args:
        by_hand: Names that a person said are one speaker's, or two speakers', whatever these rules find.
    """

    def named(speaker: Linking) -> Linking:
        said = _said(speaker, counts)
        person = speaker.kind == "person"
        full = max(said, key=lambda name: (person and _fullness(name), said[name], len(name), name))
        return replace(speaker, name=f"{speaker.calling} {full}" if speaker.calling else full)

    found = [named(speaker) for speaker in _by_rule(counts)]
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
        said[name_in(each)] += counts[each]
    return said


def _by_rule(counts: Mapping[str, int]) -> Iterator[Linking]:
    """Yield the speakers that the rules find, not named yet."""
    identities: dict[str, list[str]] = defaultdict(list)
    for each in sorted(counts):
        identities[name_in(each)].append(each)
    cluster_of = {name: ("group", *group_key(name)) for name in identities if is_group(name)}
    cluster_of |= _person_clusters([name for name in identities if name not in cluster_of])

    members: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, same in identities.items():
        members[cluster_of[name]] += same
    for cluster, forms in members.items():
        kind: Literal["person", "group"] = "group" if cluster[0] == "group" else "person"
        for calling, own in namesakes({each: counts[each] for each in forms}).items():
            yield Linking("", kind, calling, tuple(own))


def family(name: str) -> tuple[str, ...]:
    """Return what a name shares with every name that could change what it is linked to, and with no other."""
    name = name_in(name)
    if is_group(name):
        return ("group", *group_key(name))
    return ("person", *parse_person(name).surname)


def _fullness(name: str) -> int:
    given = parse_person(name).given
    return 0 if not given else 1 if len(given[0]) == 1 else 2


def _person_clusters(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    by_surname: dict[tuple[str, ...], set[PersonName]] = defaultdict(set)
    for name in names:
        person = parse_person(name)
        by_surname[person.surname].add(person)
    home_of: dict[PersonName, tuple[str, ...]] = {}
    for people in by_surname.values():
        home_of.update(_homes(people))
    return {name: ("person", *home_of[parse_person(name)]) for name in names}


def _homes(people: set[PersonName]) -> dict[PersonName, tuple[str, ...]]:
    """Return the cluster of each person, for people of one surname."""
    # Compared only within one given name or initial, or ten thousand Smiths would be compared pair by pair.
    by_given: dict[str, list[PersonName]] = defaultdict(list)
    for person in people:
        if person.given:
            for key in {formal(person.given[0]), person.given[0][:1]}:
                by_given[key].append(person)

    def is_fullest(person: PersonName) -> bool:
        return not any(
            person.is_form_of(other) and not other.is_form_of(person)
            for other in by_given[formal(person.given[0])]
        )

    fullest = {person for person in people if person.given and is_fullest(person)}
    identities = {_identity(person) for person in fullest}
    homes = {}
    for person in people:
        if person.given:
            near = by_given[formal(person.given[0])]
            fitting = {_identity(other) for other in near if other in fullest and person.is_form_of(other)}
        else:
            # A bare surname may be the father's or the son's: Jr. does not tell them apart here.
            fitting = identities
        homes[person] = next(iter(fitting)) if len(fitting) == 1 else _identity(person)
    return homes


def _identity(person: PersonName) -> tuple[str, ...]:
    return (*(formal(given) for given in person.given), "/", *person.surname, "/", person.suffix)


def match_speaker(typed: str, speakers: KnownSpeakers) -> Match:
    """Find whom a typed name means among the archive's speakers.

    Titles are ignored, except that Mr. and Mrs. tell spouses apart. A surname that several people have is
    ambiguous even when one of them speaks far more often than the others.
    """
    for allowed in (0, 1):
        possible = speakers.speakers_like(typed, allowed)
        names = tuple(sorted({speaker.name for speaker in _matching(typed, possible, allowed)}))
        if len(names) > 1:
            names = _called(typed, names) or names
        if names:
            corrected = allowed == 1
            return Match(names[0], (), corrected) if len(names) == 1 else Match(None, names, corrected)
    return Match(None)


@lru_cache(maxsize=1 << 17)
def _forms(speaker: Speaker) -> tuple[tuple[tuple[str, ...], ...], tuple[PersonName, ...]]:
    """The keys by which a speaker is known, and the names that its name does not say better."""
    whole = parse_person(speaker.name)
    others = [parse_person(alias) for alias in speaker.aliases]
    people = (whole, *(other for other in others if not other.is_form_of(whole)))
    return tuple(group_key(name) for name in (speaker.name, *speaker.aliases)), people


def _matching(typed: str, speakers: Sequence[Speaker], allowed: int) -> list[Speaker]:
    key, person = group_key(typed), parse_person(typed)
    if not key or not person.surname:
        return []
    # Each list is a weaker reading, used only when the ones before it are empty.
    same: list[Speaker] = []
    people: list[Speaker] = []
    bare: list[Speaker] = []
    ends: list[Speaker] = []
    given: list[Speaker] = []
    for speaker in speakers:
        keys, forms = _forms(speaker)
        if speaker.kind == "group":
            if any(_within(key, known, allowed) for known in keys):
                same.append(speaker)
            elif any(len(known) > len(key) and _within(key, known[-len(key) :], allowed) for known in keys):
                ends.append(speaker)
        elif any(_fits(person, form, allowed) for form in forms):
            if speaker.apart and person == forms[0]:
                return [speaker]
            if not forms[0].given and not speaker.apart:
                bare.append(speaker)
            elif person.given and _exactly(person, forms):
                same.append(speaker)
            else:
                people.append(speaker)
        elif not person.given and forms[0].given and _within(person.surname, forms[0].given[:1], allowed):
            given.append(speaker)
    if not person.given:
        people = _of_gender(typed, people)
        return same + people or bare or ends or given
    return same or people or bare or ends


def _called(typed: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the one of several names whose calling was typed too: "Coach Reed", "the minister Jonas Reed"."""
    words = set(folded_words(typed))
    found = tuple(name for name in names if (word := name.partition(" ")[0]) in FIELD_OF and word in words)
    return found if len(found) == 1 else ()


def _exactly(typed: PersonName, forms: Sequence[PersonName]) -> bool:
    return any(typed.given == form.given and typed.suffix == form.suffix for form in forms)


def _of_gender(typed: str, people: list[Speaker]) -> list[Speaker]:
    title = folded_words(typed)[0]
    wanted = "m" if title in MALE_TITLES else "f" if title in FEMALE_TITLES else None
    if wanted is None:
        return people
    return [p for p in people if gender_of(_forms(p)[1][0].given[0]) in (None, wanted)] or people


def _fits(typed: PersonName, known: PersonName, allowed: int) -> bool:
    if len(typed.given) + len(typed.surname) > 1 and "".join(typed.given + typed.surname) == "".join(
        known.surname
    ):
        return True  # "Ocasio Cortez" for "Ocasio-Cortez"
    if typed.suffix != known.suffix and (typed.suffix or typed.given):
        return False
    wrong = _wrong_letters(typed.surname, known.surname)
    if wrong is None:
        wrong = _wrong_letters(typed.surname, known.surname[-len(typed.surname) :])
    if wrong is None or wrong > allowed:
        return False
    if not typed.given:
        return True
    if not known.given:
        return False
    spelled = PersonName(typed.given, known.surname, known.suffix)
    if spelled.is_form_of(known) or known.is_form_of(spelled):
        return True
    titled = known.given[: -len(typed.given)]
    if titled and known.given[-len(typed.given) :] == typed.given and not set(titled) & (FEMALE | MALE):
        return True  # "Lila Crane" for "Provost Lila Crane"
    first = _wrong_letters(typed.given[:1], known.given[:1])
    return first is not None and wrong + first <= allowed


def _within(typed: tuple[str, ...], known: tuple[str, ...], allowed: int) -> bool:
    wrong = _wrong_letters(typed, known)
    return wrong is not None and wrong <= allowed


def _wrong_letters(typed: tuple[str, ...], known: tuple[str, ...]) -> int | None:
    """Count wrong letters, 0 or 1, word by word; None for more, or in a word too short to forgive."""
    if typed == known:
        return 0
    if len(typed) != len(known):
        return None
    total = 0
    for a, b in zip(typed, known, strict=True):
        if a == b:
            continue
        too_short = len(b) < FORGIVEN_LENGTH or len(a) < FORGIVEN_LENGTH - 1
        if too_short or abs(len(a) - len(b)) > 1 or OSA.distance(a, b, score_cutoff=1) > 1:
            return None
        total += 1
    return total if total == 1 else None
