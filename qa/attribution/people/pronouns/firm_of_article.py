"""Find for which firm "the company" stands where the firm has not spoken before: "Halvorn cuts jobs. The firm said".

An article about one firm names it at its beginning and from then on calls it "the company". Another firm that is named
in between makes the noun anybody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.attribution.people.pronouns.body_anaphors import is_firm_noun
from qa.datatypes import Attribution, AttributionKind, Span
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import FIRM_NOUNS, FIRM_WORDS, GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.places import ADJECTIVES, METONYMS, NATIONS, PLACES
from qa.language.patterns import regex
from qa.speakers.names import fold

_NOUN = rf"(?:{'|'.join(sorted(FIRM_NOUNS))}|[a-z]*maker|giant|group|start-?up)"
_WORD = r"[\w&.-]{0,3}[A-Z][\w&-]{0,40}"
"""A word of a name: "Orsa", "eBooks"."""
_NAME = rf"{_WORD}(?: (?:& |and )?[A-Z][\w&-]{{0,40}}){{0,4}}"
_DESCRIBED = regex(rf"\b{_NOUN} (?P<name>{_NAME})")
_APPOSED = regex(
    rf"(?P<name>{_NAME})(?: -|,) (?:the|a|an|one of the|which is an?) (?:[\w’'-]+ ){{0,4}}{_NOUN}\b"
)
_WORDED = regex(rf"(?P<name>(?:[A-Z][\w&-]{{0,40}} ){{1,3}}(?i:{'|'.join(sorted(FIRM_WORDS))}))\b")
_OWNING = regex(
    rf"(?P<name>{_NAME})[’']s? "
    r"(?:shares|stock|chief executive|chairman|boss|customers|profits|sales|revenues?|results)\b"
)
_LED = regex(
    rf"\b(?i:chief executive|chairman|boss|head|shares|stake|spokes(?:wo)?man) (?:of|in|for|at) (?P<name>{_NAME})"
)
_PATTERNS = (_DESCRIBED, _APPOSED, _WORDED, _OWNING, _LED)
_SUBJECT = regex(
    rf"(?P<name>{_NAME})(?:,[^,.]{{3,90}},)? (?:has|have|had|is|are|was|will|would|plans|expects|[a-z]+(?:s|ed)) "
)
_ANAPHOR = regex(r"(?:[Tt]he|[Tt]his) (?:[\w-]+-based )?(?P<noun>[\w-]+)")
_ANOTHER = regex(rf"(?<!, )\b(?:an?|another|one|its parent|the parent) (?:[\w’'-]+ ){{0,3}}{_NOUN}\b")
"""A firm that is not named, but in an apposition: "It bought a shipping firm", "Halvorn, a shipping firm"."""
_OWNER = regex(r".*[’']s? (?=[A-Z])")
_HE = regex(r"[Ss]?[Hh]e")
_ONE_WORD = regex(rf"(?<![\w&.-]){_WORD}")
_NO_FIRMS = GROUP_NOUNS - FIRM_WORDS - {"group"}
_OPENING = 3
"""In how many sentences from the beginning the article names what it is about."""
FACTOR = 0.9
"""By which a record's confidence is multiplied."""
CERTAINTY = 0.85
"""How probable it is that such a name is right."""


def with_firm_of_article(
    layout: Layout, people: People, records: Sequence[Attribution], title: str
) -> list[Attribution]:
    """Name the speaker of records whose mention is "the company", where one firm is what the article is about."""
    result = list(records)
    unnamed = [at for at, record in enumerate(records) if _stands_for_firm(layout, record)]
    firm = FirmOfArticle.find(layout, people, records, title) if unnamed else None
    for at in unnamed if firm is not None else ():
        if firm is not None and firm.last_named(_until(records[at])) is not None:
            result[at] = replace(
                records[at],
                speaker=firm.name,
                confidence=records[at].confidence * FACTOR,
                name_confidence=CERTAINTY,
            )
    return result


@dataclass(frozen=True, slots=True)
class FirmOfArticle:
    """The one firm that an article is about."""

    name: str
    firms: Sequence[tuple[int, str]]
    """Where firms are named, in order."""
    others: Sequence[Span]
    """Where firms are spoken of that have no name: "a shipping firm"."""

    @classmethod
    def find(
        cls, layout: Layout, people: People, records: Sequence[Attribution], title: str
    ) -> FirmOfArticle | None:
        """Return the firm of an article; None for an article on no firm, or on several."""
        firms = _firms(layout, people, records) if layout.sentences else []
        subject = _subject(layout, title, firms) if firms else None
        others = [match.span() for match in _ANOTHER.finditer(layout.text)] if subject else []
        return cls(subject, firms, others) if subject is not None else None

    def last_named(self, until: int) -> int | None:
        """Return where it is named last before a place; None where another firm is named since, or it never was."""
        before = bisect_left(self.firms, (until, ""))
        if not before:
            return None
        start, name = self.firms[before - 1]
        same = name.split()[0] == self.name.split()[0]
        return start if same and not _is_between(self.others, start, until) else None


def _is_between(spans: Sequence[Span], start: int, end: int) -> bool:
    at = bisect_left(spans, (start, start))
    return at < len(spans) and spans[at][1] <= end


def _stands_for_firm(layout: Layout, record: Attribution) -> bool:
    if record.mention is None or record.speaker or record.speaks_for or layout.is_quoted(record.mention[0]):
        return False
    found = _ANAPHOR.fullmatch(layout.text, *record.mention)
    return found is not None and is_firm_noun(found["noun"])


def _until(record: Attribution) -> int:
    """Return where a record's words or its speaker begin: in "Orsa sold it, the firm said" the words name the firm."""
    start = (record.mention or (0, 0))[0]
    return min(record.start, start) if record.kind is AttributionKind.DIRECT else start


def _subject(layout: Layout, title: str, firms: Sequence[tuple[int, str]]) -> str | None:
    """Return the one firm of the article's beginning, if its title has it or it is said there to be a firm."""
    opening = _opening(layout)
    named = {name for place, name in firms if place < opening and not layout.is_quoted(place)}
    if len(named) != 1:
        return None
    (name,) = named
    described = any(
        match["name"].split()[0] == name.split()[0]
        for pattern in (_DESCRIBED, _APPOSED)
        for match in pattern.finditer(layout.text, 0, opening)
    )
    if not described and name.split()[0] not in title.split():
        return None
    words = name.split()
    forms = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next(form for form in forms if form in layout.text[:opening])


def _opening(layout: Layout) -> int:
    """Return where the first sentences end, of which the title may be one."""
    return layout.sentences[min(_OPENING, len(layout.sentences)) - 1][1]


def _firms(layout: Layout, people: People, records: Sequence[Attribution]) -> list[tuple[int, str]]:
    """Return where firms are named, in order, each with the longest name of those with the same first word."""
    text = layout.text
    found = {
        name for pattern in _PATTERNS for match in pattern.finditer(text) if (name := _firm(people, match))
    }
    # "Halvorn has a new film. ... she said": where nobody else is named, a bare name is hers.
    about_her = any(one.mention and _HE.fullmatch(text, *one.mention) for one in records)
    about_her = about_her and not any(person.parsed.given for person in people.persons)
    for first, last in layout.sentences[: 0 if about_her else _OPENING]:
        match = _SUBJECT.match(text, first, last)
        if match and (name := _firm(people, match)) and re.search(rf"[a-z,] {re.escape(name)}\b", text):
            found.add(name)
    persons = {person.name for person in people.persons}
    found |= {
        _OWNER.sub("", record.speaker)
        for record in records
        if record.speaker and record.mention and record.speaker not in persons
        if text[slice(*record.mention)] == record.speaker
    }
    longest = {name.split()[0]: name for name in sorted(found, key=len)}
    return [(match.start(), longest[match[0]]) for match in _ONE_WORD.finditer(text) if match[0] in longest]


def _firm(people: People, match: re.Match[str]) -> str | None:
    """Return a name that was found, unless it is a person's, a place's or that of a body which is no firm."""
    name = match["name"]
    words = [fold(word) for word in name.split()]
    if words[0] == "new" and words[-1] in FIRM_WORDS:
        return name  # "New Harwick Telephone Co"
    if len(name) < 2 or words[0] in FUNCTION | CALENDAR | NATIONS.keys() or name.casefold() in ORGANISATIONS:
        return None
    if name.casefold() in ADJECTIVES:
        return None
    if not _NO_FIRMS.isdisjoint(words) or PLACES.issuperset(words) or METONYMS.issuperset(words):
        return None
    mention = people.mention_at(match.start("name"))
    persons = [people.persons[number] for number in mention.people] if mention else []
    return None if any(one.parsed.given or one.gender or one.roles for one in persons) else name
