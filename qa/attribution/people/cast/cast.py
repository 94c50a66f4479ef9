"""Find the people and groups of one article by capitals, titles and word lists, without a model."""

from __future__ import annotations

from collections import Counter, defaultdict

from qa.attribution import time_limit
from qa.attribution.people.cast import ages, relatives, strangers
from qa.attribution.people.cast.group_names import is_somebody_from
from qa.attribution.people.cast.namesakes import reporters, without_namesakes, without_reporters
from qa.attribution.people.cast.speaking_strangers import is_stranger
from qa.attribution.people.cast.title_names import complete
from qa.attribution.people.names.addresses import without_addresses
from qa.attribution.people.names.bearers import (
    MOST_NAMESAKES,
    bearers,
    ends_with,
    is_short_for,
    key_of,
    surname_key,
    with_middle_name,
)
from qa.attribution.people.names.capitals import runs, with_particles
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.month_surnames import month_surnames
from qa.attribution.people.names.names_inside import speaks_at, surnames_in
from qa.attribution.people.names.persons import GroupMention, People, Person, PersonMention
from qa.attribution.people.names.readings import NameReading, read
from qa.attribution.people.roles.roles_held import (
    by_role,
    kin_after,
    kin_before,
    learn_from_headline,
    learn_roles,
)
from qa.language.lexicon.common_nouns import GENERIC
from qa.language.lexicon.first_names import gender_of, is_given
from qa.language.lexicon.places import OF_A_PEOPLE
from qa.language.lexicon.roles import MALE_NOUNS, ROLES
from qa.language.lexicon.titles import FEMALE_TITLES, MALE_TITLES
from qa.language.patterns import regex
from qa.speakers.names import formal, parse_person

_SMALL = regex(r"[a-z](?<![\w’'].)[a-z]+")
_OWNED = regex(
    r"(?:[’']s?)? (?:(?:re-?)?election |presidential )?(campaign|administration|government|team|camp)\b"
)


class _Cast:
    """Collects persons while an article is read."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.small = set(_SMALL.findall(without_addresses(layout.text)))
        self.months = month_surnames(layout.text)
        self.surnames = surnames_in(layout.text)
        self.double_surnames: frozenset[tuple[str, str]] = frozenset()
        self.persons: list[Person] = []
        self.by_surname: dict[str, list[int]] = defaultdict(list)
        self.by_given: dict[str, list[int]] = defaultdict(list)
        self.titled: dict[int, Counter[str]] = defaultdict(Counter)

    def name_of(self, reading: NameReading) -> str:
        name = " ".join(self.layout.text[reading.start : reading.end].split())
        return name.title() if name.isupper() and len(name) > 4 else name

    def add(self, reading: NameReading, *, certain: bool = True) -> int | None:
        name = self.name_of(reading)
        if len(reading.words) == 1:
            start = with_particles(self.layout.text, reading.start)
            name = self.layout.text[start : reading.start] + name
        parsed = parse_person(name)
        if not parsed.surname:
            return None
        key = surname_key(parsed, reading)
        for index in self.by_surname[key][:MOST_NAMESAKES]:
            person = self.persons[index]
            if is_short_for(parsed, person.parsed, self.double_surnames):
                return index
            if person.parsed.given and person.parsed.is_form_of(parsed):
                person.name, person.parsed = name, parsed
                return index
            if ends_with(person.parsed, parsed):
                person.name, person.parsed = name, parsed
                self.by_given[parsed.given[0]].append(index)
                return index
        gender = gender_of(parsed.given[0]) if parsed.given else None
        self.persons.append(Person(name, parsed, reading.start, gender, certain))
        index = len(self.persons) - 1
        self.by_surname[key].append(index)
        if parsed.given:
            self.by_given[parsed.given[0]].append(index)
        return index

    def add_apart(self, reading: NameReading) -> int:
        """Add somebody of whom only the surname is told, beside people whose full names have it."""
        name = reading.words[-1].text
        self.persons.append(Person(name, parse_person(name), reading.start))
        index = len(self.persons) - 1
        self.by_surname[key_of(reading.words[-1].fold)].append(index)
        return index

    def note(self, index: int, reading: NameReading) -> None:
        """Learn titles, roles and gender from the words around a mention."""
        for title in reading.titles:
            if title in MALE_TITLES or title in FEMALE_TITLES:
                self.titled[index]["m" if title in MALE_TITLES else "f"] += 1
        if kin := kin_before(self.layout.text, reading) or kin_after(self.layout.text, reading):
            self.titled[index]["m" if kin in MALE_NOUNS else "f"] += 1
        learn_roles(self.persons[index], self.layout.text, reading)

    def settle_genders(self) -> None:
        """Give everybody the gender of their titles, which says more than a given name: "Ms Kurt Lindt"."""
        for index, titles in self.titled.items():
            male, female = titles["m"], titles["f"]
            if male != female:
                self.persons[index].gender = "m" if male > female else "f"


def find_cast(layout: Layout, title: str = "") -> People:
    """Find everybody named in a text.

    Args:
        title: That of the article, which may have the given name of whom the text has by surname alone.

    Names come from what is set in sentence case; headline lines are searched for those, and for plain
    two-word names.
    """
    text, cast = layout.text, _Cast(layout)
    readings: list[NameReading] = []
    headlines: list[NameReading] = []
    set_apart = set(layout.headlines)
    for paragraph in layout.paragraphs:
        target = headlines if (paragraph.start, paragraph.end) in set_apart else readings
        for start, end in paragraph.sentences:
            time_limit.check()
            for run in runs(text, start, end):
                initial = run.start - start < 3 or (
                    not text[start].isalnum() and not any(map(str.isalnum, text[start : run.start][:40]))
                )
                # "Price said", of Ada Price, though the article has "the price" too.
                initial = initial and not (run.words[0].fold in cast.surnames and speaks_at(text, run.end))
                reading = read(text, run, initial=initial, small_words=cast.small, months=cast.months)
                if reading is not None:
                    target.append(reading)
    cast.double_surnames = relatives.double_surnames(text, readings)

    known: dict[int, int | None] = {}
    weak = []
    for reading in readings:
        if reading.kind == "full":
            if reading.titles or is_given(reading.words[0].fold):
                known[reading.start] = cast.add(reading)
            else:
                weak.append(reading)
    for reading in weak:
        # "Endorsed Trump" is no relative of Donald Trump.
        if key_of(reading.words[-1].fold) not in cast.by_surname:
            known[reading.start] = cast.add(reading)
    for reading in headlines:
        if reading.kind == "full" and len(reading.words) == 2:
            known[reading.start] = cast.add(reading)
    shortened = strangers.shortened(readings, text, cast.by_surname, layout.starts)
    for reading in shortened + strangers.of_kin(known, readings, text):
        known[reading.start] = cast.add(reading, certain=False)
    for reading in readings:
        if reading.start not in known and is_stranger(text, reading, cast.by_surname):
            known[reading.start] = cast.add(reading, certain=False)
    _add_beside_relatives(cast, readings, known)
    _add_bare(cast, readings, known)
    for reading in readings + headlines:
        index = known.get(reading.start)
        if index is not None:
            cast.note(index, reading)
    cast.settle_genders()
    return _people(cast, sorted(readings + headlines, key=lambda r: r.start), known, title)


def _add_beside_relatives(cast: _Cast, readings: list[NameReading], known: dict[int, int | None]) -> None:
    """Add people who are named by their surname alone beside relatives who are named in full."""
    full: dict[int, list[NameReading]] = defaultdict(list)
    bare: dict[str, list[NameReading]] = defaultdict(list)
    for reading in readings:
        index = known.get(reading.start)
        if index is not None:
            full[index].append(reading)
        elif reading.kind in ("surname", "single"):
            bare[key_of(reading.words[-1].fold)].append(reading)
    for key, own in bare.items():
        named = cast.by_surname.get(key, [])[:MOST_NAMESAKES]
        if not named or not all(
            full[index] and relatives.is_of_another(cast.layout, own, full[index]) for index in named
        ):
            continue
        index = cast.add_apart(own[0])
        theirs = {cast.persons[relative].gender for relative in named}
        genders = {relatives.title_gender(reading) for reading in own} - {None, *theirs}
        if len(genders) == 1:
            cast.persons[index].gender = genders.pop()
        for reading in own:
            titles = set(reading.titles)
            if not (("f" in theirs and titles & FEMALE_TITLES) or ("m" in theirs and titles & MALE_TITLES)):
                known[reading.start] = index


def _add_bare(cast: _Cast, readings: list[NameReading], known: dict[int, int | None]) -> None:
    """Add people who are never named in full: after a title, or as the subject of a verb of speech."""
    text = cast.layout.text
    for reading in readings:
        if reading.kind != "surname" or (last := key_of(reading.words[-1].fold)) in cast.by_surname:
            continue
        namesakes = cast.by_given.get(last, [])
        if len(namesakes) == 1:
            known[reading.start] = namesakes[0]  # "Mr. Lou" of Lou Jiwei: the family name came first
        else:
            known[reading.start] = cast.add(reading)
    by_first, groups = strangers.by_first_word(readings, text), strangers.several(readings, text)
    for reading in readings:
        if reading.kind != "single" or (last := key_of(reading.words[-1].fold)) in cast.by_surname:
            continue
        new = last in cast.by_given and ages.is_given_alone(text, reading)
        if new and not _is_named_again(cast, last, reading):
            known[reading.start] = index = cast.add(reading, certain=False)
            if index is not None:
                cast.persons[index].given_only = True
            continue
        if reading.possessive or last in cast.by_given:
            continue
        new = strangers.is_introduced(text, reading)  # "Ada Marit Quill", then "her niece, Marit"
        if not new and (whole := with_middle_name(cast.persons, last, reading.start)) is not None:
            known[reading.start] = whole
            continue
        if not ROLES.isdisjoint((last, last.removesuffix("s"), last.removesuffix("elect"))):
            continue  # "the Governor-elect"
        if last in OF_A_PEOPLE or last in groups or last in GENERIC or is_somebody_from(last):
            continue  # "the Spaniard"
        if strangers.is_person(text, reading):
            formally = [] if strangers.is_introduced(text, reading) else cast.by_given.get(formal(last), [])
            if len(formally) == 1 and cast.persons[formally[0]].first < reading.start:
                known[reading.start] = formally[0]  # "Robert Quill", then "Rob"
                continue
            full = by_first.get(last)
            if full is None or full.start >= reading.start or ages.is_given_alone(text, reading):
                full = reading
            known[reading.start] = cast.add(full, certain=False)  # "Marit Qaz", then "Marit"


def _is_named_again(cast: _Cast, given: str, reading: NameReading) -> bool:
    """Tell whether a given name with an age is that of the one who was named in full: "Qazo Quill won. Qazo, 11,"."""
    own = cast.by_given[given]
    if len(own) != 1 or ages.is_child(cast.layout.text, reading):
        return False
    person = cast.persons[own[0]]
    aged = ages.has_age(cast.layout.text, person.first + len(person.name))
    return person.first < reading.start and not aged


def _people(cast: _Cast, readings: list[NameReading], known: dict[int, int | None], title: str) -> People:
    mentions: list[PersonMention] = []
    groups: list[GroupMention] = []
    titles = relatives.courtesies(readings)
    reported = reporters(cast.layout.text, known.items())
    for reading in readings:
        index = known.get(reading.start)
        people = (
            (index,) if index is not None else bearers(cast.by_surname, cast.by_given, cast.persons, reading)
        )
        people = without_reporters(people, reported, reading)
        if index is None and len(people) == 1:
            spouse = relatives.is_spouse(
                reading, cast.persons[people[0]].gender, titles[reading.words[-1].fold]
            )
            people = () if spouse else people
        if people and reading.kind != "full" and strangers.is_namesake(cast.layout.text, reading):
            continue
        quoted = cast.layout.is_quoted(reading.start)
        if owned := _OWNED.match(cast.layout.text, reading.end, reading.end + 35):
            owner = reading.words[-1].text if people else cast.name_of(reading)
            groups.append(GroupMention(reading.start, owned.end(), f"{owner} {owned[1]}"))
        if people:
            start, end, full = reading.start, reading.end, reading.kind == "full"
            size, owns = len(reading.words), reading.possessive
            mentions.append(PersonMention(start, end, people, full, owns, quoted, size))
            if index is None and len(people) == 1:
                cast.note(people[0], reading)
        elif reading.kind in ("group", "unknown", "single"):
            groups.append(GroupMention(reading.start, reading.end, cast.name_of(reading)))
    cast.settle_genders()
    complete(cast.persons, title, cast.by_surname, cast.small, cast.layout.text)
    mentions = without_namesakes(cast.layout, cast.persons, mentions)
    everybody = People(
        tuple(cast.persons),
        tuple(mentions),
        tuple(groups),
        {key: tuple(value) for key, value in cast.by_surname.items() if value},
        by_role(cast.persons),
    )
    learn_from_headline(cast.layout, everybody)
    return everybody
