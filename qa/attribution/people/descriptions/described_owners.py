"""Find of whom or of what somebody is what an article says: "Quill's lawyer", "the mayor of Harwick", "her brother"."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property

from qa.attribution.people.descriptions.body_before import body_before
from qa.attribution.people.descriptions.described_names import NO_NAME, Name
from qa.attribution.people.descriptions.office_nouns import Office
from qa.attribution.people.descriptions.places_after_names import state_of
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.attribution.people.pronouns.body_anaphors import is_firm_noun
from qa.attribution.people.pronouns.firm_of_article import FirmOfArticle
from qa.attribution.people.pronouns.read_mentions import PRONOUN, Antecedent
from qa.attribution.people.roles.office_words import words_in
from qa.datatypes import Span
from qa.language.lexicon.common_nouns import GENERIC
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.offices import GOVERNING, PARTIES, SPOKESPEOPLE
from qa.language.lexicon.places import ADJECTIVES, LANDS, NATION_OF, PLACES, STATES
from qa.language.lexicon.roles import ANY_ROLE, HUMAN, OFFICES, ROLES
from qa.language.lexicon.titles import TITLES

CERTAIN_MARGIN = 1.0
"""By how much an owner must be likelier than the next one for "his lawyer" to have an owner."""
_REACH = 400
"""Characters before a pronoun in which its owner is looked for: a bound, so that time stays linear."""
_BACK = 4
"""Sentences before one with a pronoun in which its owner is looked for, where what is between is all quoted."""
_GROUPS_LOOKED_AT = 20
_OPENING, _BEFORE = 2_000, 4_000
"""Characters of an article's beginning, and before a noun, in which the body is looked for that is meant."""
_IN_NAMES = frozenset(
    """academy assembly association authority bureau centre college commission committee council court
    department federation foundation gallery hospital institute ministry museum parliament school senate society
    university""".split()
)
_COMMON = (
    GROUP_NOUNS
    | GENERIC
    | ANY_ROLE
    | OFFICES
    | frozenset(
        "children men women people area district regional local senior junior assistant acting".split()
    )
)

_OF_BODIES = frozenset(
    "boss captain chair chairman chairwoman coach director editor executive founder head manager owner skipper".split()
)
"""Last words of offices that no place has: the mayor of Dene is not of South Dene."""
_ENDS_OTHER_NAMES = frozenset(
    "congress court house government ministry parliament senate state street".split()
)
"""Names of bodies with which those of others end: the House chair is not of the White House."""
_NOT_CUT_SHORT = _ENDS_OTHER_NAMES | PARTIES | PLACES | STATES | LANDS | ADJECTIVES.keys()
Antecedents = Callable[[], Mapping[int, Antecedent]]
Firm = Callable[[], FirmOfArticle | None]
_NEAR = 600
"""Letters between a firm and "its", however long the sentences are."""
_OF_FIRMS = (
    frozenset("executive officer chairman chairwoman chairperson founder co-founder boss".split())
    | SPOKESPEOPLE
)
"""Last words of offices that "its" gives to a firm, and to no country: "its chief executive"."""


def named_before(text: str, noun: Span) -> str | None:
    """Return the one body named before a noun that it stands for: "Tide Gallery" for "the gallery".

    Only nouns that such bodies have in their names tell which one is meant: "the party" may be just "Labour".
    """
    word = text[slice(*noun)].casefold()
    if word not in _IN_NAMES:
        return None
    parts = ((0, min(noun[0], _OPENING)), (max(_OPENING, noun[0] - _BEFORE), noun[0]))
    found = {
        " ".join(match[0].split()).removeprefix("The ")
        for start, end in parts
        if start < end
        for match in _named_with(word).finditer(text, start, end)
    }
    found = {name for name in found if " " in name}
    shortest = min(found, key=len, default="")
    # "Now the Tide Gallery", "Meanwhile Tide Gallery": the other words come from where a sentence begins.
    return shortest if shortest and all(name.endswith(shortest) for name in found) else None


@cache
def _named_with(noun: str) -> re.Pattern[str]:
    """Return a pattern for names with a noun: "Tide Gallery", "University of Harwick"."""
    name, this = r"[A-Z][\w&’'-]*", noun.capitalize()
    before = rf"(?:{name}(?: (?:of|and|for))?(?: the)? ){{0,5}}"
    return re.compile(rf"\b{before}{this}\b(?:(?: of| for)(?: the)? {name}(?: {name})*)?")


class Owners:
    """The people and bodies of one article that others belong to."""

    def __init__(
        self,
        layout: Layout,
        people: People,
        names: Sequence[Name],
        small: set[str],
        antecedents: Antecedents,
        firm: Firm,
    ) -> None:
        self.layout, self.people, self.names = layout, people, names
        self.small, self.antecedents, self.firm = small, antecedents, firm
        self.text = layout.text

    def of(self, office: Office, head: str, who: int | None) -> tuple[str | None, bool]:
        """Return of whom or of what an office is, and whether that is a person."""
        if office.pronoun is not None:
            if self.text[slice(*office.pronoun)].casefold() == "its":
                start = office.pronoun[0]
                return self._its_owner(start, head) or body_before(
                    self.layout, self.people, start, head
                ), False
            owner = self._owner(office.pronoun, who)
            return owner, owner is not None
        if office.noun is not None and office.of is None:
            return named_before(self.text, office.noun) or self._firm_for(office.noun), False
        if office.of is None or (office.after_words and self._may_be_person(*office.of)):
            return None, False  # "spokesman for sport Ned Pryce"
        of, is_person = self._whom(office.of, who)
        if of is None or is_person:
            return of, is_person
        adjective = of != self._written(office.of)
        unknown = (adjective and head not in GOVERNING) or self._only_opens(office.of)
        return None if unknown else self._in_full(of, head), False

    def _in_full(self, of: str, head: str) -> str:
        """Return the long name of a body by its last word, where one body has it: "Dene Rovers" for "Rovers"."""
        low = of.casefold()
        if " " in of or of.isupper() or head not in _OF_BODIES or low in _NOT_CUT_SHORT:
            return of
        longer = self._by_last_word.get(of, ())
        return of if low in self._of_persons or len(longer) != 1 else next(iter(longer))

    @cached_property
    def _by_last_word(self) -> dict[str, set[str]]:
        longer: dict[str, set[str]] = {}
        for group in self.people.groups:
            if " " in group.name:
                longer.setdefault(group.name.rsplit(" ", 1)[1], set()).add(group.name)
        return longer

    @cached_property
    def _of_persons(self) -> set[str]:
        return {word for person in self.people.persons for word in person.name.casefold().split()}

    def _firm_for(self, noun: Span) -> str | None:
        """Return the firm for which a noun stands: "the company's chairman", "a spokesman for the retail giant"."""
        word = self.text[slice(*noun)].casefold().removesuffix("’s").removesuffix("'s").split()[-1]
        if not (is_firm_noun(word) or word == "giant") or self.layout.is_quoted(noun[0]):
            return None
        firm = self.firm()
        return firm.name if firm is not None and firm.last_named(noun[0]) is not None else None

    def _its_owner(self, start: int, head: str) -> str | None:
        """Return the firm whose chief executive is "its", where it is named in this sentence or the one before."""
        if head not in _OF_FIRMS or self.layout.is_quoted(start):
            return None
        firm = self.firm()
        named = firm.last_named(start) if firm is not None else None
        if (
            firm is None
            or named is None
            or start - named > _NEAR
            or self.layout.sentence_at(start) - self.layout.sentence_at(named) > 1
        ):
            return None
        told = self.text[named:start].casefold().split()
        if not GROUP_NOUNS.isdisjoint(told[len(firm.name.split()) :]) or told[-1] == "and":
            return None  # "The town council and its spokesman"
        begins = self.layout.sentences[self.layout.sentence_at(start)][0]
        opening = self.text[begins:start].split()[:2] if begins > named else []
        if opening and opening[0] != "It" and not (opening[0] == "The" and is_firm_noun(opening[-1])):
            return None  # "Norland said its chairman"
        first = firm.name.split()[0]
        at = bisect_left(self.people.groups, named, key=lambda group: group.start)
        between = itertools.takewhile(lambda group: group.start < start, self.people.groups[at:])
        others = (group for group in between if not self.text.endswith((" in ", " near "), 0, group.start))
        return firm.name if all(group.name.split()[0] == first for group in others) else None

    def _whom(self, span: Span, who: int | None) -> tuple[str | None, bool]:
        """Return the name of a person or a body, and whether it is a person; None where several are named so."""
        start, end = span
        if state := state_of(self.text, start, end):
            return state, False
        name = self._written(span)
        # "Mayor Tony Quill of Harwick"
        held = (
            m
            for m in self.people.within(start, end)
            if m.end == end or self.text[m.end : m.end + 4] == " of "
        )
        for mention in held:
            before = self.text[start : mention.start].casefold().replace(".", "").split()
            if not all(word in TITLES or word in ROLES for word in before):
                break
            # "Quill's brother Guy Quill": he is not his own brother.
            people = tuple(one for one in mention.people if one != who)
            if len(people) != 1:
                return None, False
            owner = self.people.persons[people[0]]
            # A company is taken for a person of one name at times.
            return owner.name, bool(owner.parsed.given) or bool(before)
        return NATION_OF.get(name.casefold(), name), False

    def _may_be_person(self, start: int, end: int) -> bool:
        at = bisect_left(self.names, start, key=lambda name: name.start)
        return at < len(self.names) and self.names[at][:2] == (start, end) and not self.names[at].is_single

    def _written(self, span: Span) -> str:
        return " ".join(self.text[slice(*span)].split()).removeprefix("the ").removeprefix("The ")

    def _only_opens(self, span: Span) -> bool:
        """Tell whether one word has a capital for the sentence that it begins: "Dance teacher Una Strand"."""
        word = self._written(span)
        if " " in word or not self.layout.opens_sentence(span[0]):
            return False
        low = word.casefold()
        if self.text[span[1] + 1 : span[1] + 2].isupper():
            return False  # "House Speaker Una Strand"
        return low not in PARTIES and (
            low in self.small or low in _COMMON or low.endswith(("ed", "ing", "ly"))
        )

    def _owner(self, pronoun: Span, who: int | None) -> str | None:
        """Return whom "his" stands for, where that is certain.

        Not who is so described: in "Quill was freed. His father, Tony Quill, said so" the first is another Quill.
        """
        word = self.text[slice(*pronoun)].casefold()
        if word not in ("his", "her") or self.layout.is_quoted(pronoun[0]):
            return None
        sentence = self.layout.sentences[self.layout.sentence_at(pronoun[0])][0]
        if pronoun[0] - sentence > _REACH or self._names_stranger(sentence, pronoun[0]):
            return None
        antecedent = self.antecedents().get(pronoun[0])
        if antecedent is None or antecedent.margin < CERTAIN_MARGIN:
            return None
        people = tuple(one for one in antecedent.people if one != who)
        if len(people) != 1:
            return None
        owner = people[0]
        return self.people.persons[owner].name if self._is_alone(owner, who, sentence, pronoun[0]) else None

    def _is_alone(self, owner: int, who: int | None, start: int, pronoun: int) -> bool:
        """Tell whether nobody else is meant before "his" in its sentence, and before it if it names nobody."""
        if any(word.low in HUMAN and not word.capital for word in words_in(self.text, start, pronoun)):
            return False  # "prosecutors charged the officer, and Quill sacked his deputy"
        fitting = self._fitting(owner, start, pronoun)
        at = self.layout.sentence_at(start)
        if not any(owner in mention.people for mention in self.people.within(start, pronoun)):
            for before, end in reversed(self.layout.sentences[max(0, at - _BACK) : at]):
                fitting |= self._fitting(owner, max(before, start - _REACH), end)
                # "“It leaks,” Quill said. “We shall see.” Her lawyer": the sentence between names nobody.
                if fitting - {who} or not self.layout.is_quoted_whole((before, end)):
                    break
        return fitting - {who} == {owner}

    def _fitting(self, owner: int, start: int, end: int) -> set[int]:
        """Return who is named, or meant by "he", between two offsets and may be of the owner's gender."""
        persons, found = self.people.persons, set[int]()
        for mention in self.people.within(start, end):
            if self.text[mention.end : end] != ", ":  # "Orsa Quill, her sister"
                found.update(mention.people)
        for match in PRONOUN.finditer(self.text, start, end):
            meant = self.antecedents().get(match.start())
            found.update(meant.people if meant is not None else ())
        gender = persons[owner].gender
        return {
            one for one in found if one == owner or gender is None or persons[one].gender in (None, gender)
        }

    def _names_stranger(self, start: int, end: int) -> bool:
        """Tell whether somebody may be named whom nothing shows to be a person: "Strand sacked his lawyer"."""
        groups = self.people.groups
        first = bisect_left(groups, start, key=lambda group: group.start)
        until = bisect_left(groups, end, key=lambda group: group.start)
        return any(
            set(group.name.casefold().replace(".", "").split()).isdisjoint(NO_NAME)
            for group in groups[first : min(until, first + _GROUPS_LOOKED_AT)]
        )
