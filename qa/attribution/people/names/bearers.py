"""Find the people of an article whom a name can mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qa.attribution.people.names.persons import Person
from qa.attribution.people.names.readings import NameReading
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.name_parts import SUFFIXES
from qa.language.lexicon.roles import ROLES, SAME_AS
from qa.language.lexicon.titles import FEMALE_TITLES, MALE_TITLES
from qa.language.patterns import regex
from qa.speakers.names import PersonName, parse_person

_NOT_LETTERS = regex(r"[\W_]+")


MOST_NAMESAKES = 20
"""People of one surname that are told apart in one article; a list of a thousand Smiths is no news story."""


def key_of(fold: str) -> str:
    return fold if fold.isalnum() else _NOT_LETTERS.sub("", fold)


def surname_key(parsed: PersonName, reading: NameReading) -> str:
    """Return the word by which a later bare surname finds the person: "lopezcantera", "leyen", "xi"."""
    folds = [key_of(word.fold) for word in reading.words]
    for fold in reversed(folds):
        if fold not in SUFFIXES:
            return folds[0] if parsed.given and parsed.surname == (folds[0],) else fold
    return parsed.last


def bearers(
    by_surname: dict[str, list[int]],
    by_given: dict[str, list[int]],
    persons: list[Person],
    reading: NameReading,
) -> tuple[int, ...]:
    """Return the people of an article whom a name can mean; empty if it names none of them."""
    folds = [key_of(word.fold) for word in reading.words]
    if reading.kind == "group" and len(folds) > 1:
        return ()
    suffix = ""
    if len(folds) > 1 and folds[-1] in SUFFIXES:
        suffix = folds.pop()
    if len(folds) == 1:
        found = tuple(by_surname.get(folds[0], ())[:MOST_NAMESAKES])
        if reading.kind == "single" and (not found or any(persons[i].given_only for i in found)):
            found += tuple(by_given.get(folds[0], ())[:MOST_NAMESAKES])
        if suffix:
            return tuple(i for i in found if persons[i].parsed.suffix == suffix)
        return _told_apart(found, persons, reading.titles)
    name = parse_person(" ".join(word.text for word in reading.words))
    candidates = by_surname.get(folds[-1], ())[:MOST_NAMESAKES]
    # "Crooked Hillary Clinton": what precedes may be anything, as long as given name and surname fit.
    fitting = tuple(i for i in candidates if name.is_form_of(persons[i].parsed))
    if not fitting:
        fitting = tuple(i for i in candidates if is_double_surname_of(name, persons[i].parsed))
    if not fitting and len(folds) > 2:
        fitting = tuple(
            i for i in candidates if persons[i].parsed.given and folds[-2] == persons[i].parsed.given[-1]
        )
    return fitting


def with_middle_name(persons: Sequence[Person], fold: str, before: int) -> int | None:
    """Return who alone was named so far with a name that is neither first nor last: "Marit" of "Qaz Marit Quill"."""
    bearing = [i for i, one in enumerate(persons) if fold in one.parsed.given[1:]]
    return bearing[0] if len(bearing) == 1 and persons[bearing[0]].first < before else None


def is_short_for(short: PersonName, long: PersonName, used: Collection[tuple[str, str]]) -> bool:
    """Tell whether a name is another, or a shorter form of it, within one article; see `is_double_surname_of`."""
    if short == long or (long.given and short.is_form_of(long)):
        return True
    return is_double_surname_of(short, long, used) or ends_with(short, long)


def is_double_surname_of(short: PersonName, long: PersonName, used: Collection[tuple[str, str]] = ()) -> bool:
    """Tell whether a name without its given name is another: "Ortiz Quill" of Ada Ortiz Quill, but not "Ada Quill".

    Args:
        used: Two words each that are used as a surname, though the first is a given name.
    """
    count = len(short.given)
    if not 0 < count < len(long.given) or short.suffix != long.suffix:
        return False
    if long.given[-count:] != short.given or len(short.given[0]) == 1:
        return False
    return not is_given(short.given[0]) or (short.given[0], short.last) in used


def ends_with(longer: PersonName, shorter: PersonName) -> bool:
    """Tell whether a name is another after words that are no given name: "Adjunct Una Strand" and "Una Strand"."""
    more = len(longer.given) - len(shorter.given)
    if more < 1 or not shorter.given or not is_given(shorter.given[0]) or is_given(longer.given[0]):
        return False
    return longer.surname == shorter.surname and longer.given[more:] == shorter.given


def _told_apart(found: tuple[int, ...], persons: list[Person], titles: tuple[str, ...]) -> tuple[int, ...]:
    if len(found) < 2:
        return found
    plain = {persons[i].parsed.given[:1] for i in found if not persons[i].parsed.suffix}
    # "Quill" is Ada Quill rather than her namesake, "Ada Quill Jr.", but may be "Ivo Quill Jr.".
    found = tuple(i for i in found if not (persons[i].parsed.suffix and persons[i].parsed.given[:1] in plain))
    for wanted, words in (("m", MALE_TITLES), ("f", FEMALE_TITLES)):
        if any(title in words for title in titles):
            sure = tuple(i for i in found if persons[i].gender == wanted)
            if sure:
                # "Orsa Quill won. His dad, Tom Quill, lost. Mr Quill": who was named first may be a man too.
                before = min(persons[i].first for i in sure)
                sure += tuple(i for i in found if persons[i].gender is None and persons[i].first < before)
            found = sure or tuple(i for i in found if persons[i].gender is None) or found
    roles = {SAME_AS.get(title, title) for title in titles} & ROLES
    if roles and len(found) > 1:
        having = tuple(i for i in found if roles <= persons[i].roles)
        found = having if len(having) == 1 else found
    return found
