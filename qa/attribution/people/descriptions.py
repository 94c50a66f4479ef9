"""Find what an article says people are: offices, relatives and lawyers, and who speaks for whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from qa.attribution.people.antecedents import Antecedent
from qa.attribution.people.layout import Layout
from qa.attribution.people.office_phrases import (
    ARTICLES,
    OWNERS,
    Office,
    Phrase,
    Word,
    phrase_at,
    phrase_before,
    words_in,
)
from qa.attribution.people.persons import People
from qa.attribution.people.short_names import short_names
from qa.datatypes import Attribution, Description, DescriptionKind, Span
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.common_nouns import GENERIC
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.offices import ALLIES, BESIDE, COMPANIES_TOO, GOVERNING, HEADS, KIN, PARTIES
from qa.language.lexicon.places import METONYMS, NATION_OF, NATIONS, PLACES, STATES
from qa.language.lexicon.roles import FEMALE_NOUNS, MALE_NOUNS, OFFICES, ROLES
from qa.language.lexicon.titles import TITLES

_REACH = 170
"""Characters beside a name that are read: a bound, so that no article takes more than linear time."""
_CLOSES = frozenset('.,;:)—–-”"')
_GOES_ON = frozenset(
    "who whose which in on from since until based with at of for to during when where".split()
)
_LOOSE = frozenset("to for of by told with from that said says".split())
"""Before a name whose comma may open the main clause: "According to Quill, the mayor in Harwick left"."""
_WHOSE = re.compile(r",? whose (?P<noun>[\w-]+),? $")
CERTAIN_MARGIN = 1.0
"""By how much an owner must be likelier than the next one for "his lawyer" to have an owner."""
_SPOKESMEN = ("spokesman", "press secretary")

_NO_NAME = (
    GROUP_NOUNS | ORGANISATIONS | PLACES | STATES | METONYMS | frozenset(NATIONS) | frozenset(NATIONS.values())
    | TITLES | ROLES | OFFICES | FUNCTION | CALENDAR | GENERIC
)  # fmt: skip

_COMMON = GROUP_NOUNS | GENERIC | ROLES | OFFICES
_SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w-])")

Owners = Callable[[], Mapping[int, Antecedent]]


def find_descriptions(
    layout: Layout, people: People, records: Sequence[Attribution] = (), owners: Owners = dict
) -> list[Description]:
    """Return what an article says that people are and bodies are called, in the order of the text.

    Args:
        layout: The article's sentences.
        people: Who is named in it.
        records: Its attributions, whose mentions may name nobody: "his lawyer".
        owners: Returns whom each pronoun of the article stands for, by its offset; called only where it is needed.
    """
    reader = _Reader(layout, people, owners)
    found = [*reader.beside_names(), *reader.of_mentions(records), *short_names(layout, people)]
    seen: set[tuple[object, ...]] = set()
    result = []
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        key = (one.kind, one.who, one.what, one.of, one.former, one.start if one.who is None else None)
        if key not in seen:
            seen.add(key)
            result.append(one)
    return result


def with_speaks_for(
    records: Sequence[Attribution], descriptions: Sequence[Description], people: People
) -> list[Attribution]:
    """Fill `speaks_for` of the records; somebody unnamed who speaks for a person is not that person."""
    named: dict[str, set[str]] = {}
    spokespeople = [one for one in descriptions if one.kind is DescriptionKind.SPEAKS_FOR and one.of]
    starts = [one.start for one in spokespeople]
    for one in spokespeople:
        if one.who and one.of and not one.former:
            named.setdefault(one.who, set()).add(one.of)
    persons = {person.name for person in people.persons}
    result = []
    for record in records:
        own = None
        if record.mention is not None:
            at = bisect_left(starts, record.mention[0])
            own = spokespeople[at] if at < len(starts) and spokespeople[at].end <= record.mention[1] else None
        if own is not None and own.who in (None, record.speaker):
            speaker = None if own.who is None and record.speaker in persons else record.speaker
            callings = record.callings if speaker == record.speaker else ()
            result.append(replace(record, speaks_for=own.of, speaker=speaker, callings=callings))
            continue
        of = named.get(record.speaker, set()) if record.speaker else set()
        result.append(replace(record, speaks_for=next(iter(of))) if len(of) == 1 else record)
    return result


class _Name(NamedTuple):
    """A place that names somebody; `person` is the number of a known person, or None."""

    start: int
    end: int
    name: str | None
    person: int | None
    possessive: bool = False


class _Reader:
    def __init__(self, layout: Layout, people: People, owners: Owners) -> None:
        self.layout, self.people, self.owners = layout, people, owners
        self.text = layout.text
        self.names = self._names()
        self.small = set(_SMALL.findall(self.text))

    def _names(self) -> list[_Name]:
        """Return the places where a name stands: of the people that are known, and of what may be a person's."""
        persons = self.people.persons
        found = [
            _Name(m.start, m.end, persons[m.people[0]].name, m.people[0], m.possessive)
            if len(m.people) == 1
            else _Name(m.start, m.end, None, None, m.possessive)
            for m in self.people.mentions
        ]
        for group in self.people.groups:
            if _may_be_person(group.name):
                owner = self.text[group.end : group.end + 2] in ("’s", "'s")
                found.append(_Name(group.start, group.end, group.name, None, owner))
        return sorted(found)

    def beside_names(self) -> Iterator[Description]:
        for number, mention in enumerate(self.names):
            if (
                mention.name is None
                or self._is_no_name(mention.name)
                or self.layout.in_headline(mention.start)
            ):
                continue
            start, end = self.layout.sentences[self.layout.sentence_at(mention.start)]
            start, end = max(start, mention.start - _REACH), min(end, mention.end + _REACH)
            yield from self._before(number, start)
            if not mention.possessive:
                yield from self._after(number, end)

    def _is_no_name(self, name: str) -> bool:
        """Tell whether a name is none in truth: "the General Election", "Chief Police Officers"."""
        first, *others = name.casefold().split()
        if not others:
            return first in _NO_NAME or first in self.small
        return first in GROUP_NOUNS and gender_of(first) is None

    def of_mentions(self, records: Sequence[Attribution]) -> Iterator[Description]:
        """Read the mentions that name nobody: "his lawyer", "a spokesman for the Ports Authority"."""
        for start, end in sorted({record.mention for record in records if record.mention is not None}):
            words = words_in(self.text, start, min(end, start + _REACH))
            while words and not words[0].is_word:
                words.pop(0)
            phrase = phrase_at(self.text, words, 0) if words else None
            if phrase is None or (
                phrase.end < len(words) and words[phrase.end].low not in _CLOSES | _GOES_ON
            ):
                continue
            last = words[phrase.end - 1].end
            if any(m.start >= last for m in self.people.within(start, end)):
                continue  # "his lawyer, Louise Hart"
            for office in phrase.offices:
                made = self._described(office, None, office.start, last)
                if made is not None and made.kind is not DescriptionKind.ROLE:
                    yield made

    def _before(self, number: int, start: int) -> Iterator[Description]:
        mention = self.names[number]
        words = words_in(self.text, start, mention.start)
        if not words:
            return
        if words[-1].low != ",":
            phrase = phrase_before(self.text, words)
        elif found := _WHOSE.search(self.text, max(start, mention.start - 60), mention.start):
            yield from self._whose(number, found)
            return
        else:
            phrase = self._before_comma(words, number)
        for office in phrase.offices if phrase is not None else ():
            made = self._described(office, mention, office.start, mention.end)
            if made is not None:
                yield made

    def _before_comma(self, words: list[Word], number: int) -> Phrase | None:
        """Read "the mayor of Harwick, " before a name."""
        mention, comma = self.names[number], len(words) - 1
        after = self.text[mention.end : mention.end + 1]
        if after not in _CLOSES or self._is_listed(number):
            return None
        for at in range(max(0, comma - 24), comma):
            word, before = words[at], words[at - 1] if at else None
            begins = word.low in ARTICLES or word.low in OWNERS or self._opens(word.start) or _owns(words, at)
            if not begins or (before is not None and before.low == "whose"):
                continue
            phrase = phrase_at(self.text, words, at)
            if phrase is None or phrase.end != comma:
                continue
            if before is not None and before.low == "," and self._names_end_at(before.start):
                return None  # "Quill, the mayor of Harwick, Una Strand": whose office is it?
            return phrase
        return None

    def _opens(self, offset: int) -> bool:
        return offset == self.layout.sentences[self.layout.sentence_at(offset)][0]

    def _is_listed(self, number: int) -> bool:
        """Tell whether the next name follows after a comma alone: "the mayor, Ivo Brandt, Una Strand and"."""
        mentions = self.names
        if number + 1 == len(mentions):
            return False
        between = self.text[mentions[number].end : mentions[number + 1].start]
        return between == ", " or (between.startswith(", ") and between[2:].strip(" .").casefold() in TITLES)

    def _names_end_at(self, offset: int) -> bool:
        mentions = self.names
        at = bisect_left(mentions, offset, key=lambda mention: mention.start) - 1
        return at >= 0 and mentions[at].end == offset

    def _after(self, number: int, end: int) -> Iterator[Description]:
        mention = self.names[number]
        lead = _lead(self.text, mention.end, end)
        if lead is None:
            return
        words = words_in(self.text, lead, end)
        phrase = phrase_at(self.text, words, 0) if words else None
        if phrase is None or not self._is_closed(words, phrase.end, mention):
            return
        for office in phrase.offices:
            made = self._described(office, mention, mention.start, words[phrase.end - 1].end)
            if made is not None:
                yield made

    def _is_closed(self, words: Sequence[Word], at: int, mention: _Name) -> bool:
        """Tell whether a phrase after a name ends where it was read to end, and is no subject or list."""
        if at == len(words):
            return True
        if words[at].low not in _CLOSES:
            before = self.text[max(0, mention.start - 20) : mention.start].split()
            loose = bool(before) and before[-1].casefold() in _LOOSE
            return words[at].low in _GOES_ON and not loose
        following = words[at].end
        if words[at].low == ",":
            return not any(
                set(self.text[following : other.start].casefold().replace(".", "").split()) <= TITLES
                for other in self.people.within(following, following + 40)[:1]
            )
        return True

    def _whose(self, number: int, found: re.Match[str]) -> Iterator[Description]:
        """Read "Quill, whose mother, Una Strand, left"."""
        mention, noun = self.names[number], found["noun"].casefold()
        owner = next(
            (m for m in reversed(self.names[max(0, number - 3) : number]) if m.end == found.start()),
            None,
        )
        if owner is None or noun not in HEADS:
            return
        office = Office(found.start("noun"), noun, of=(owner.start, owner.end), owned=True)
        made = self._described(office, mention, owner.start, mention.end)
        if made is not None:
            yield made

    def _described(self, office: Office, name: _Name | None, start: int, end: int) -> Description | None:
        head = office.what.rsplit(maxsplit=1)[-1]
        of, is_person = self._of(office, head, name.person if name is not None else None)
        kind = _kind(office, head, of, is_person=is_person)
        if (
            kind is None
            or (name is None and of is None)
            or (name is not None and not self._may_be(name, office, of))
        ):
            return None
        return Description(
            kind, start, end, name.name if name is not None else None, office.what, of, office.former
        )

    def _of(self, office: Office, head: str, who: int | None) -> tuple[str | None, bool]:
        """Return of whom or of what an office is, and whether that is a person."""
        if office.pronoun is not None:
            owner = self._owner(office.pronoun)
            return owner, owner is not None
        if office.of is None:
            return None, False
        of, is_person = self._whom(office.of, who)
        if of is None or is_person:
            return of, is_person
        adjective = of != self._written(office.of)
        return (None if (adjective and head not in GOVERNING) or self._only_opens(office.of) else of), False

    def _may_be(self, name: _Name, office: Office, of: str | None) -> bool:
        """Tell whether a name can be that of somebody who is so called."""
        person = self.people.persons[name.person] if name.person is not None else None
        head = office.what.rsplit(maxsplit=1)[-1]
        if person is None or not person.parsed.given:
            # "the publisher Vane Tide"
            return of != name.name and (
                head not in COMPANIES_TOO or office.what.startswith(("chief ", "vice "))
            )
        others_gender = {"m": FEMALE_NOUNS, "f": MALE_NOUNS}.get(person.gender or "", frozenset())
        return of != name.name and head not in others_gender

    def _whom(self, span: Span, who: int | None) -> tuple[str | None, bool]:
        """Return the name of a person or a body, and whether it is a person; None where several are named so."""
        start, end = span
        name = self._written(span)
        inner = self.people.within(start, end)
        if inner and inner[-1].end == end:
            before = self.text[start : inner[-1].start].casefold().replace(".", "").split()
            if all(word in TITLES or word in ROLES for word in before):
                # "Quill's brother Guy Quill": he is not his own brother.
                people = tuple(one for one in inner[-1].people if one != who)
                if len(people) != 1:
                    return None, False
                owner = self.people.persons[people[0]]
                # A company is taken for a person of one name at times.
                return owner.name, bool(owner.parsed.given) or bool(before)
        return NATION_OF.get(name.casefold(), name), False

    def _written(self, span: Span) -> str:
        return " ".join(self.text[slice(*span)].split()).removeprefix("the ").removeprefix("The ")

    def _only_opens(self, span: Span) -> bool:
        """Tell whether one word has a capital for the sentence that it begins: "Dance teacher Una Strand"."""
        word = self._written(span)
        if " " in word or not self._opens(span[0]):
            return False
        low = word.casefold()
        return low not in PARTIES and (
            low in self.small or low in _COMMON or low.endswith(("ed", "ing", "ly"))
        )

    def _owner(self, pronoun: Span) -> str | None:
        """Return whom "his" stands for, where that is certain."""
        word = self.text[slice(*pronoun)].casefold()
        if word not in ("his", "her") or self.layout.is_quoted(pronoun[0]):
            return None
        antecedent = self.owners().get(pronoun[0])
        if antecedent is None or len(antecedent.people) != 1 or antecedent.margin < CERTAIN_MARGIN:
            return None
        return self.people.persons[antecedent.people[0]].name


def _lead(text: str, start: int, end: int) -> int | None:
    """Return where what is said of a name begins after it: after ", 45, ", " (", " is "."""
    found = _LEAD.match(text, start, end)
    return found.end() if found else None


_LEAD = re.compile(r"(?:, (?:(?:aged )?\d\d?, )?|,? \((?:\d\d?, )?)(?:who is |now )?| is (?=(?:the|an?) )")


def _owns(words: Sequence[Word], at: int) -> bool:
    """Tell whether a name in the possessive begins: "Google's search chief"."""
    word = words[at]
    if not word.capital or (at and words[at - 1].capital):
        return False
    while at < len(words) and words[at].capital:
        if words[at].owner:
            return True
        at += 1
    return False


def _may_be_person(name: str) -> bool:
    """Tell whether a name that nothing shows to be a person's could be one, beside words that say what somebody is."""
    words = name.casefold().split()
    return 2 <= len(words) <= 3 and name.istitle() and not any(word.strip(".") in _NO_NAME for word in words)


def _kind(office: Office, head: str, of: str | None, *, is_person: bool) -> DescriptionKind | None:
    if office.what.endswith(_SPOKESMEN):
        return DescriptionKind.SPEAKS_FOR if of is not None else None
    if head in KIN:
        return DescriptionKind.RELATION if of is not None else None
    if head in ALLIES and is_person:
        return DescriptionKind.RELATION
    if (head in BESIDE and (head != "partner" or of is None)) or (
        office.pronoun is not None and head in ALLIES
    ):
        return None
    return DescriptionKind.ROLE
