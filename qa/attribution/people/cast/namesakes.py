"""Narrow a bare surname that several people share: by the "he" or "she" after it, and by who only wrote the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from qa.attribution.people.names.bearers import key_of
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.named import NOBODY, Named
from qa.attribution.people.names.persons import People, Person, PersonMention
from qa.attribution.people.names.readings import NameReading
from qa.language.lexicon.first_names import Gender
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.patterns import regex
from qa.speakers.names import fold

_GENDERED = regex(r"\b(?:(he|him|his|himself)|(?:she|her|hers|herself))\b")
_CREDITS = regex(
    r"^[(\[]?(?:(?:(?:Additional )?[Rr]eport(?:ing|ed)?|Written|Story|Edit(?:ing|ed)|Compiled) by|By(?= [A-Z]))"
    r" [^\n]{0,160}$"
    r"|^[^\n]{0,160} contributed to this (?:report|story|article)\b",
    re.MULTILINE,
)
"""A line of its own on who wrote: "By Ada Quill", "(Reporting by Ada Quill; editing by Tom Brandt)"."""
_AGED = regex(r"[Tt]he (?P<age>elder|younger|older) (?:M(?:r|s|rs)\.? )?(?P<of>[A-Z][\w’'-]*)(?:,|$)")
_HANGS = regex(
    rf"\b(?:{'|'.join(sorted(PREPOSITIONS))}|and|or)(?: [\w.-]+){{0,3}} $|[’']s?(?: [\w-]+){{1,3}},? $"
)
_SOME = regex(r"\ban? $")
_OF_A_THING = regex(r" (?!(?:who|whose|whom|of|from|in|at|on|and|or|to|for|with|by)\b)[a-z]")
LEAST_VOTES = 2
LEAST_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class BareName:
    """A surname that several people of the article have; `until` is the next name or the sentence's end."""

    end: int
    until: int
    people: tuple[int, ...]
    quoted: bool


def tell_apart(
    text: str, names: Sequence[BareName], gender: Callable[[int], Gender | None]
) -> list[tuple[int, ...]]:
    """Return, for each bare name, the people whom it can still mean.

    A newspaper uses the bare surname for one of a couple throughout. If the pronouns that follow it in its
    sentence nearly always agree, that one is meant everywhere; else only in sentences that say so themselves.
    """
    own = [None if name.quoted else _pronoun(text, name) for name in names]
    votes: dict[tuple[int, ...], Counter[Gender]] = defaultdict(Counter)
    for name, vote in zip(names, own, strict=True):
        if vote:
            votes[name.people][vote] += 1
    result = []
    for name, vote in zip(names, own, strict=True):
        counted = votes[name.people]
        usual, times = counted.most_common(1)[0] if counted else (None, 0)
        settled = times >= LEAST_VOTES and times >= LEAST_SHARE * counted.total()
        wanted = usual if settled else vote
        having = tuple(i for i in name.people if gender(i) in (None, wanted)) if wanted else name.people
        result.append(having or name.people)
    return result


def _pronoun(text: str, name: BareName) -> Gender | None:
    match = _GENDERED.search(text, name.end, name.until)
    if match is None:
        return None
    return "m" if match[1] else "f"


def without_namesakes(
    layout: Layout, persons: Sequence[Person], mentions: list[PersonMention]
) -> list[PersonMention]:
    """Return the mentions, those that several people share narrowed down where the words around tell them apart."""
    several = [i for i, mention in enumerate(mentions) if len(mention.people) > 1]
    names = []
    for i in several:
        mention = mentions[i]
        until = layout.sentences[layout.sentence_at(mention.start)][1]
        if i + 1 < len(mentions):
            until = min(until, mentions[i + 1].start)
        names.append(BareName(mention.end, until, mention.people, mention.quoted))
    told = tell_apart(layout.text, names, lambda person: persons[person].gender) if names else []
    named = Counter(mention.people[0] for mention in mentions if len(mention.people) == 1)
    for i, left in zip(several, told, strict=True):
        people = tuple(j for j in left if named[j] > 1 or not _is_some(layout.text, persons[j])) or left
        known = _introduced(layout.text, persons, people, mentions[i].start)
        mentions[i] = mentions[i]._replace(people=known or people)
    return mentions


def _is_some(text: str, person: Person) -> bool:
    """Tell whether nobody is expected to know somebody: "bought by a Tom Quill", who is not "Quill" from then on.

    "A Tom Quill rally" is one of a Quill whom all know.
    """
    some = _SOME.search(text, max(0, person.first - 3), person.first) is not None
    return some and _OF_A_THING.match(text, person.first + len(person.name)) is None


def _introduced(
    text: str, persons: Sequence[Person], people: tuple[int, ...], start: int
) -> tuple[int, ...] | None:
    """Return whom alone a reader knows so far: until "His father, Ivo Quill," comes, "Quill" is the Quill before.

    None where several are known, or whom only words on somebody else have named: "the widow of Ivo Quill", "a
    pier named after Ivo Quill".
    """
    known = tuple(i for i in people if persons[i].first < start)
    if len(people) < 2 or len(known) != 1:
        return None
    first = persons[known[0]].first
    return None if _HANGS.search(text, max(0, first - 60), first) else known


def without_reporters(
    people: tuple[int, ...], reported: Container[int], reading: NameReading
) -> tuple[int, ...]:
    """Leave out who only wrote the article: "Report by Ada Quill" is another than Ivo Quill, whom it calls Quill."""
    if len(people) < 2 or reading.kind == "full":
        return people
    return tuple(i for i in people if i not in reported) or people


def reporters(text: str, named: Iterable[tuple[int, int | None]]) -> set[int]:
    """Return who is named in full only where it stands who wrote the article.

    Args:
        named: Offsets of full names, each with the number of its person.
    """
    lines = [match.span() for match in _CREDITS.finditer(text)]
    within: set[int] = set()
    elsewhere: set[int] = set()
    for start, person in named:
        if person is not None:
            at = bisect_right(lines, start, key=itemgetter(0)) - 1
            (within if at >= 0 and start < lines[at][1] else elsewhere).add(person)
    return within - elsewhere


def by_age(text: str, people: People, start: int, end: int) -> Named | None:
    """Return whom "the younger Mr. Quill" means: Ivo Quill Jr. beside Ivo Quill; nobody where a third may be meant.

    None for any other words.
    """
    aged = _AGED.match(text, start, end)
    if aged is None:
        return None
    same = people.by_surname.get(key_of(fold(aged["of"])), ())
    bearing = [i for i in same if people.persons[i].gender != "f"]
    juniors = [i for i in bearing if people.persons[i].parsed.suffix]
    if len(bearing) != 2 or len(juniors) != 1:
        return NOBODY
    younger = aged["age"] == "younger"
    return Named("person", start, tuple(i for i in bearing if (i in juniors) == younger))
