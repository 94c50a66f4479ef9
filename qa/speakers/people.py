"""Join the names of people: a shorter form to a longer one, and a surname to the one person whose it can be.

A surname alone joins a full name only where an article says that it is a person's, by a title, a calling or a
pronoun, and where that fits one person of the surname and no other. Else it stays what it is, with its title where
that tells it apart: "Lord Vane" beside "Robin Vane".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from qa.speakers.by_hand import Linking
from qa.speakers.callings import SaidOfName, evidence, is_given, name_in, people_of, shown, title_of
from qa.speakers.dominance import far_ahead
from qa.speakers.names import PersonName, formal, parse_person

_WELL_KNOWN = 10
"""How often somebody must speak in the archive to be meant by a surname alone that fits namesakes too."""
_EVERYWHERE = 20
"""How often, to be meant by one of which its article says nothing: it may be a company's, or a place."""


def link_people(counts: Mapping[str, int]) -> Iterator[Linking]:
    """Yield the people whom identities mean, not named yet, given how often each identity speaks."""
    by_surname: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for each in sorted(counts):
        by_surname[_person(each).surname].append(each)
    for same in by_surname.values():
        yield from _of_surname({each: counts[each] for each in same})


def _of_surname(counts: Mapping[str, int]) -> Sequence[Linking]:
    full = _full_names([each for each in counts if _person(each).given], counts)
    bare = {each: count for each, count in counts.items() if not _person(each).given}
    homes = _homes_of_surnames(bare, full)
    homes |= _of_best_known({each: bare[each] for each in bare if each not in homes}, homes, full, counts)
    joined: dict[int, list[str]] = defaultdict(list)
    for each, at in homes.items():
        joined[at].append(each)
    people = [
        replace(one, identities=(*one.identities, *joined[at])) if at in joined else one
        for at, one in enumerate(full)
    ]
    alone = {each: counts[each] for each in bare if each not in homes}
    parts = list(_surnames_alone(alone, beside=bool(full)))
    for calling, own in parts:
        title = calling or (title_of(own) if len(full) + len(parts) > 1 else "")
        people.append(Linking("", "person", _but_shown(title, own), tuple(own)))
    return people


def _person(identity: str) -> PersonName:
    return parse_person(name_in(identity))


def _full_names(identities: Sequence[str], counts: Mapping[str, int]) -> list[Linking]:
    homes = _homes({_person(each) for each in identities})
    clusters: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for each in identities:
        clusters[homes[_person(each)]][each] = counts[each]
    return [
        Linking("", "person", calling, tuple(own))
        for forms in clusters.values()
        for calling, own in people_of(forms).items()
    ]


def _homes_of_surnames(counts: Mapping[str, int], full: Sequence[Linking]) -> dict[str, int]:
    """Return for each identity of a bare surname the place of the person whose it is, where that is sure."""
    known = [evidence(one.identities) for one in full]
    suffixes = [{_person(each).suffix for each in one.identities} for one in full]
    homes: dict[str, int] = {}
    titled: set[int] = set()
    said_of: dict[str, SaidOfName] = {each: evidence([each]) for each in counts}
    possible: dict[str, int] = {}
    for each, said in said_of.items():
        suffix = _person(each).suffix
        # A bare surname may be the father's or the son's; "Brandt Jr." is the son's.
        fitting = (at for at, own in enumerate(suffixes) if not suffix or suffix in own)
        found = _first_two(at for at in fitting if not known[at].speaks_against(said))
        if len(found) != 1 or not (known[found[0]].is_person or said.read_with or said.sure):
            continue
        at = possible[each] = found[0]
        gender = known[at].gender or known[at].pronoun
        if said.read_with:
            homes[each] = at
        elif said.is_person and not (said.pronoun and gender and said.pronoun != gender):
            homes[each] = at
            titled |= {at} if said.titled else set()
    told = {each: counts[each] for each, said in said_of.items() if said.is_person or said.read_with}
    if len({homes.get(each) for each in told}) == 1 and homes:
        home, untold = homes[next(iter(told))], [each for each in possible if each not in told]
        # "Obama" is Barack Obama's where "President Obama" always is.
        if home in titled:
            homes |= {each: home for each in untold if possible[each] == home}
    return homes


def _of_best_known(
    left: Mapping[str, int], homes: Mapping[str, int], full: Sequence[Linking], counts: Mapping[str, int]
) -> dict[str, int]:
    """Return the place of whoever is far better known than all others whom a bare surname fits.

    What nothing is said of follows only where all other identities of the surname are that person's.

    Args:
        left: How often each identity of a bare surname speaks that has no home yet.
        homes: The places of those that have one.
    """
    known = [evidence(one.identities) for one in full]
    spoken = {at: sum(counts[each] for each in one.identities) for at, one in enumerate(full)}
    for each, at in homes.items():
        spoken[at] += counts[each]
    said_of = {each: evidence([each]) for each in left}
    found: dict[str, int] = {}

    def best(each: str) -> int | None:
        said, suffix = said_of[each], _person(each).suffix
        fitting = {
            at: times
            for at, times in spoken.items()
            if not (suffix and all(_person(own).suffix != suffix for own in full[at].identities))
            and not known[at].speaks_against(said)
            and not (said.pronoun and known[at].gender and said.pronoun != known[at].gender)
        }
        return far_ahead(fitting)

    told = [each for each, said in said_of.items() if said.is_person and not said.read_with]
    for each in told:
        if (first := best(each)) is not None and spoken[first] >= max(_WELL_KNOWN, left[each]):
            found[each] = first
    everywhere = set(homes.values()) | set(found.values())
    if len(everywhere) != 1 or any(each not in found for each in told):
        return found
    (home,) = everywhere
    for each, said in said_of.items():
        untold = not said.is_person and not said.read_with
        if untold and best(each) == home and spoken[home] >= max(_EVERYWHERE, left[each]):
            found[each] = home
    return found


def _first_two(found: Iterator[int]) -> list[int]:
    """Return two at most: whether it is one person is all that counts, and there may be ten thousand Smiths."""
    return [at for at, _ in zip(found, range(2), strict=False)]


def _surnames_alone(counts: Mapping[str, int], *, beside: bool) -> Iterator[tuple[str, dict[str, int]]]:
    """Part the identities of a surname that joins no full name.

    Args:
        beside: There are full names of this surname: what has no title may be theirs, and stays apart.
    """
    parts: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for each, count in counts.items():
        said = evidence([each])
        peer = "peer" in said.kinds
        kind = f"peer {said.gender}" if peer else "titled" if said.titled or not beside else "plain"
        parts[kind, _person(each).suffix][each] = count
    for (kind, _), own in sorted(parts.items()):
        split = people_of(own) if kind == "titled" else {"": sorted(own)}
        for calling, same in split.items():
            yield calling, {each: own[each] for each in same}


def _but_shown(title: str, identities: Iterable[str]) -> str:
    """Return a title unless the name is shown with it anyway: "Mrs. Quill", "Lord Vane"."""
    return "" if all(shown(each) != name_in(each) for each in identities) else title


def _homes(people: set[PersonName]) -> dict[PersonName, tuple[str, ...]]:
    """Return the cluster of each person, for people of one surname with given names."""
    # Compared only within one given name or initial, or ten thousand Smiths would be compared pair by pair.
    by_given: dict[str, list[PersonName]] = defaultdict(list)
    for person in people:
        # "R. Ivo Quill" may be Ivo Quill.
        known_by = person.given[: 2 if len(person.given[0]) == 1 else 1]
        known_by = (*known_by, *_together(person.given))
        for key in {key for given in known_by for key in (formal(given), given[:1])}:
            by_given[key].append(person)

    def is_fullest(person: PersonName) -> bool:
        return not any(
            _is_form(person, other) and not _is_form(other, person)
            for other in by_given[formal(person.given[0])]
        )

    fullest = {person for person in people if is_fullest(person)}
    homes = {}
    for person in people:
        near = by_given[formal(person.given[0])]
        fitting = {_cluster(other) for other in near if other in fullest and _is_form(person, other)}
        homes[person] = next(iter(fitting)) if len(fitting) == 1 else _cluster(person)
    return homes


def _is_form(person: PersonName, other: PersonName) -> bool:
    """Tell whether a name is a form of another: "Ivo Deb" of "Ivo Tom Deb", no "Dene Banks" of "Dene Quay Banks"."""
    if not person.is_form_of(other):
        return False
    between = (
        [name for name in other.given[1:] if len(name) > 1] if len(other.given) > len(person.given) else []
    )
    return all(map(is_given, between)) or is_given(person.given[0])


def _cluster(person: PersonName) -> tuple[str, ...]:
    return (*(formal(given) for given in _together(person.given)), "/", *person.surname, "/", person.suffix)


def _together(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return given names, with initials as they stand without stops: "aj" of "A. J. Quill"."""
    joined = "".join(given)
    return (joined,) if len(joined) == len(given) > 1 and not is_given(joined) else given
