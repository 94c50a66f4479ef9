"""Find what an article says people are: offices, relatives and lawyers, and who speaks for whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile

from qa.attribution.people.descriptions import office_phrases, places_after_names
from qa.attribution.people.descriptions.described_names import Name, is_no_name, names_in, small_words
from qa.attribution.people.descriptions.described_owners import Antecedents, Firm, Owners
from qa.attribution.people.descriptions.office_nouns import Office
from qa.attribution.people.descriptions.office_verbs import OFFICE_VERBS
from qa.attribution.people.descriptions.short_names import short_names
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.attribution.people.roles.office_words import ARTICLES, OWNERS, Word, words_in
from qa.datatypes import Attribution, Description, DescriptionKind
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.offices import (
    ABBREVIATED,
    ALLIES,
    COMPANIES_TOO,
    HEADS,
    KIN,
    ONLY_TO_SOMEBODY,
    SPOKESMEN,
)
from qa.language.lexicon.roles import FEMALE_NOUNS, MALE_NOUNS
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex

_REACH = 170
"""Characters beside a name that are read: a bound, so that no article takes more than linear time."""
_CLOSES = frozenset('.,;:)—–-”"')
_GOES_ON = frozenset(
    "who whose which in on from since until based with at of for to during when where".split()
)
_LOOSE = frozenset("to for of by told with from that said says".split())
"""Before a name whose comma may open the main clause: "According to Quill, the mayor in Harwick left"."""
_WHOSE = regex(r",? whose (?P<noun>[\w-]+),? $")
_LEAD = regex(r"(?:, (?:(?:aged )?\d\d?, )?|,? \((?:\d\d?, )?)(?:who is |now )?| is (?=(?:the|an?) )")
"""Between a name and what is said of it: ", 45, ", " (", " is "."""
_LINK = regex(r" (?:to|of|for) ")


def find_descriptions(
    layout: Layout,
    people: People,
    records: Sequence[Attribution] = (),
    antecedents: Antecedents = dict,
    firm: Firm = lambda: None,
) -> list[Description]:
    """Return what an article says that people are and bodies are called, in the order of the text.

    Args:
        layout: The article's sentences.
        people: Who is named in it.
        records: Its attributions, whose mentions may name nobody: "his lawyer".
        antecedents: Returns whom each pronoun of the article stands for, by its offset; called only where it is needed.
        firm: Returns the one firm that the article is about, for which "the company" stands; called as seldom.
    """
    reader = _Reader(layout, people, antecedents, firm)
    found = [*reader.beside_names(), *reader.of_mentions(records), *short_names(layout, people)]
    seen, result = set[tuple[object, ...]](), []
    named = {(one.kind, one.start, one.what) for one in found if one.who is not None}
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        if one.who is None and (one.kind, one.start, one.what) in named:
            continue
        key = (one.kind, one.who, one.what, one.of, one.former, one.start if one.who is None else None)
        if key not in seen:
            seen.add(key)
            result.append(one)
    return result


@cache
def _noun_ends() -> frozenset[str]:
    """Return the last parts of the words without which nothing says what somebody is: "mayor", "chairs", "chiefs"."""
    heads = HEADS | ABBREVIATED | OFFICE_VERBS.keys() | {f"{head}s" for head in HEADS}
    return frozenset(head.rpartition("-")[2] for head in heads)


class _Reader:
    def __init__(self, layout: Layout, people: People, antecedents: Antecedents, firm: Firm) -> None:
        self.layout, self.people = layout, people
        self.text = layout.text
        self.names = names_in(self.text, people)
        self.small = small_words(self.text)
        self.owners = Owners(layout, people, self.names, self.small, antecedents, firm)
        ends = _noun_ends()
        parts = re.finditer(r"[^\W_]\w*", self.text)
        self.nouns = [one.start() for one in parts if one[0].casefold() in ends]

    def beside_names(self) -> Iterator[Description]:
        for number, mention in enumerate(self.names):
            if (
                mention.name is None
                or is_no_name(mention.name, self.small)
                or self.layout.in_headline(mention.start)
            ):
                continue
            start, end = self.layout.sentences[self.layout.sentence_at(mention.start)]
            start, end = max(start, mention.start - _REACH), min(end, mention.end + _REACH)
            yield from self._before(number, start)
            yield from self._after(number, end) if not mention.possessive else ()

    def of_mentions(self, records: Sequence[Attribution]) -> Iterator[Description]:
        """Read the mentions that name nobody: "his lawyer", "a spokesman for the Ports Authority"."""
        for first, end in sorted({record.mention for record in records if record.mention is not None}):
            start = self._after_own_name(first, end)
            read = words_in(self.text, start, min(end, start + _REACH))
            words = [*dropwhile(lambda it: not it.is_word, office_phrases.without_short_names(read))]
            phrase = office_phrases.phrase_at(self.text, words, 0) if words else None
            if phrase is None or (
                phrase.end < len(words) and words[phrase.end].low not in _CLOSES | _GOES_ON
            ):
                continue
            last = words[phrase.end - 1].end
            if any(m.start >= last for m in self.people.within(start, end)):
                continue  # "his lawyer, Louise Hart"
            name = self._name_before(start)
            for office in phrase.offices:
                made = self._described(office, name, name.start if name else office.start, last)
                if made is not None and made.kind is not DescriptionKind.ROLE:
                    yield made

    def _after_own_name(self, start: int, end: int) -> int:
        """Return where what is said of the name in a mention begins: "a nurse" in "Ada Quill, a nurse"."""
        at = bisect_left(self.names, start, key=lambda name: name.start)
        own = self.names[at] if at < len(self.names) and self.names[at].start == start else None
        beside = own is not None and self.text[own.end : own.end + 2] == ", " and own.end + 2 < end
        return own.end + 2 if own is not None and beside else start

    def _name_before(self, start: int) -> Name | None:
        """Return the name in apposition: `"It is late," Ned Pryce, a Ports Authority spokesman said`."""
        at = bisect_left(self.names, start, key=lambda name: name.start) - 1
        found = self.names[at] if at >= 0 else None
        beside = found is not None and self.text[found.end : start] == ", " and found.name is not None
        return found if beside else None

    def _has_noun(self, start: int, end: int) -> bool:
        """Tell whether words may say what somebody is: most names stand beside none, "Ada, Tom, Ines and Ivo"."""
        at = bisect_left(self.nouns, start)
        return at < len(self.nouns) and self.nouns[at] < end

    def _before(self, number: int, start: int) -> Iterator[Description]:
        mention = self.names[number]
        if not self._has_noun(start, mention.start):
            return
        words = office_phrases.without_short_names(words_in(self.text, start, mention.start))
        if not words:
            return
        if words[-1].low != ",":
            phrase = office_phrases.phrase_before(self.text, words)
        elif found := _WHOSE.search(self.text, max(start, mention.start - 60), mention.start):
            yield from self._whose(number, found)
            return
        else:
            phrase = self._before_comma(words, number)
        if phrase is not None and office_phrases.is_of_another(self.text, start, phrase, mention.end):
            return
        for office in phrase.offices if phrase is not None else ():
            placed = places_after_names.with_place_after(self.text, office, mention.end)
            if made := self._described(placed, mention, office.start, mention.end):
                yield made

    def _before_comma(self, words: Sequence[Word], number: int) -> office_phrases.Phrase | None:
        """Read "the mayor of Harwick, " before a name."""
        mention, comma = self.names[number], len(words) - 1
        closed = self.text[mention.end : mention.end + 1] in _CLOSES
        if self._is_listed(number):
            return None
        for at in range(max(0, comma - 24), comma):
            word, before = words[at], words[at - 1] if at else None
            begins = (
                word.low in ARTICLES | OWNERS
                or office_phrases.owns(words, at)
                or self.layout.opens_sentence(word.start)
            )
            if not begins or (before is not None and before.low == "whose"):
                continue
            phrase = office_phrases.phrase_at(self.text, words, at)
            if phrase is None or phrase.end != comma:
                continue
            if before is not None and before.low == "," and self._names_end_at(before.start):
                return None  # "Quill, the mayor of Harwick, Una Strand": whose office is it?
            # "“He was kind,” his mother, Ada Quill said": the second comma is left out at times.
            own = word.low in OWNERS and (before is None or before.low in '”"')
            return phrase if closed or own else None
        return None

    def _is_listed(self, number: int) -> bool:
        """Tell whether the next name follows after a comma alone: "the mayor, Ivo Brandt, Una Strand and"."""
        if number + 1 == len(self.names):
            return False
        between = self.text[self.names[number].end : self.names[number + 1].start]
        return between == ", " or (between.startswith(", ") and between[2:].strip(" .").casefold() in TITLES)

    def _names_end_at(self, offset: int) -> bool:
        at = bisect_left(self.names, offset, key=lambda mention: mention.start) - 1
        return at >= 0 and self.names[at].end == offset

    def _after(self, number: int, end: int) -> Iterator[Description]:
        mention = self.names[number]
        lead = _LEAD.match(self.text, places_after_names.after_place(self.text, mention), end)
        left = self.names[number - 1] if number else None
        of_another = places_after_names.is_place_of(self.text, left, mention)
        if lead is None or of_another or not self._has_noun(lead.end(), end):
            return
        words = office_phrases.after_name(words_in(self.text, lead.end(), end))
        phrase = office_phrases.phrases_at(self.text, words)
        if phrase is None or not self._is_closed(words, phrase.end, mention):
            return
        for office in phrase.offices:
            if made := self._described(office, mention, mention.start, words[phrase.end - 1].end):
                yield made

    def _is_closed(self, words: Sequence[Word], at: int, mention: Name) -> bool:
        """Tell whether a phrase after a name ends where it was read to end, and is no subject or list."""
        if at == len(words):
            return True
        if words[at].low == "and" and at + 1 < len(words) and words[at + 1].low in HEADS:
            return True  # "director of Orsa Labs and president of the Guild"
        if words[at].low not in _CLOSES:
            before = self.text[max(0, mention.start - 20) : mention.start].split()
            quoted = len(before) > 1 and before[-2][-1] in '”",'  # "“No,” said Quill, a clerk who left."
            loose = bool(before) and before[-1].casefold() in _LOOSE and not quoted
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
        if made := self._described(office, mention, owner.start, mention.end):
            yield made

    def _described(self, office: Office, name: Name | None, start: int, end: int) -> Description | None:
        head = _LINK.split(office.what, maxsplit=1)[0].rsplit(maxsplit=1)[-1]  # "ambassador to Norland"
        of, is_person = self.owners.of(office, head, name.person if name is not None else None)
        kind = _kind(office, head, of, is_person=is_person)
        nobody = name is None and of is None
        if kind is None or nobody or (name is not None and not self._may_be(name, office, of)):
            return None
        return Description(
            kind, start, end, name.name if name is not None else None, office.what, of, office.former
        )

    def _may_be(self, name: Name, office: Office, of: str | None) -> bool:
        """Tell whether a name can be that of somebody who is so called."""
        person = self.people.persons[name.person] if name.person is not None else None
        head = office.what.rsplit(maxsplit=1)[-1]
        if person is None and name.is_single and head not in KIN:
            return False  # "his mother, Orsa", but "the striker Orsa"
        if person is None or not person.parsed.given:
            # "the publisher Vane Tide"
            return of != name.name and (
                head not in COMPANIES_TOO or office.what.startswith(("chief ", "vice "))
            )
        others_gender = {"m": FEMALE_NOUNS, "f": MALE_NOUNS}.get(person.gender or "", frozenset())
        return of != name.name and head not in others_gender


def _kind(office: Office, head: str, of: str | None, *, is_person: bool) -> DescriptionKind | None:
    if office.what.endswith(SPOKESMEN) and of is None:
        return DescriptionKind.ROLE if office.what not in SPOKESMEN else None  # "police spokesman Ned Pryce"
    if office.what.endswith(SPOKESMEN):
        return DescriptionKind.SPEAKS_FOR
    if head == "representative" and of is not None and not GROUP_NOUNS.isdisjoint(of.casefold().split()):
        return DescriptionKind.SPEAKS_FOR  # "a representative from Ohio" sits in a parliament
    if head in KIN:
        # "The father of modern Harwick" is nobody's.
        owned = is_person or (of is not None and office.owned)
        return DescriptionKind.RELATION if owned else None
    if head in ALLIES and is_person:
        return DescriptionKind.RELATION
    if (head in ONLY_TO_SOMEBODY and (head != "partner" or of is None)) or (
        office.pronoun is not None and head in ALLIES and of is None
    ):
        return None
    return DescriptionKind.ROLE
