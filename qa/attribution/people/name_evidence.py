"""Say how the name of a record's speaker was found: what its probability may be computed from."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from qa.attribution.people.names.named import Named
from qa.attribution.people.names.persons import People, Person
from qa.attribution.people.pronouns.antecedents import NO_RIVAL
from qa.attribution.people.pronouns.read_mentions import Antecedent
from qa.language.lexicon.first_names import gender_of
from qa.language.patterns import regex
from qa.speakers.names import is_group

_NAMES_BACK = 60
"""How many names back the last one of a person is looked for; a bound, as for antecedents."""
# Like the patterns of `capitals`, it begins with a class of letters and looks back from there.
_CAPITALISED = regex(r"[A-Z][\w&-]*")
_WITHIN = regex(r"[A-Z](?<=[a-z,] .)[\w&-]*")

How = Literal[
    "full", "surname", "given", "initials", "role", "pronoun", "owned", "first person", "group", "interview", "none"
]  # fmt: skip
"""How the words that name a speaker do it.

full: given name and surname. surname: alone or after a title. given: a given name alone. initials: those of a
transcript's label. role: "the mayor". pronoun: "he". owned: "her campaign". first person: "I" inside somebody's
words. group: a body's name. interview: the answers of whoever an interview is with. none: nobody was found.
"""


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """How a speaker's name was found, and what speaks against it.

    For a speaker who is several people, or none, the fields below `how` say what they can of the pronoun alone.
    """

    how: How
    margin: float = NO_RIVAL
    """By how much the next candidate for a pronoun was less likely, in sentences of distance; at most `NO_RIVAL`."""
    back: int = 0
    """Sentences from a pronoun back to the words that it stands for."""
    rivals: int = 0
    """Other people whom a pronoun could mean by gender and distance, or whom a bare name could mean."""
    known: bool = True
    """Whether a list of names or a title shows that the speaker is a person; else only what they do shows it."""
    gender_known: bool = True
    others: int = 0
    """How often others are named between a pronoun and the last naming of whom it stands for."""
    bodies: int = 0
    """How often bodies are named there."""
    apart: int = 0
    """Characters between the two."""
    one_word: bool = False
    """Whether the name is a single word, and no list has it as a body's."""
    joint: bool = False
    """Whether others are named together with the speaker: "Ada Quill and Ivo Brandt said"."""
    capitals: int = 0
    """How often such a word has its capital within sentences, where no other word has one."""


def name_evidence(
    named: Named,
    people: People,
    antecedent: Antecedent | None = None,
    *,
    rule: str = "",
    capitals: Mapping[str, int] = MappingProxyType({}),
) -> NameEvidence:
    """Return how a name was found.

    Args:
        named: What the words that name the speaker say by themselves.
        people: Everybody who is named in the article.
        antecedent: Whom the pronoun stands for, if it is one.
        rule: The record's rule.
        capitals: What `capitals_within` counts in the article.
    """
    how = _how(named, people, rule)
    numbers = named.people
    margin, back, rivals, others, bodies, apart = NO_RIVAL, 0, 0, 0, 0, 0
    if how in ("pronoun", "owned"):
        if antecedent is None or not antecedent.people:
            return NameEvidence("none")
        numbers, margin = antecedent.people, min(NO_RIVAL, antecedent.margin)
        back, rivals = antecedent.back, antecedent.rivals
        others, bodies, apart = _named_since(people, numbers, named.start)
    name = people.persons[numbers[0]].name if numbers else named.name or ""
    one_word = bool(name) and " " not in name and not is_group(name)
    word = _CAPITALISED.match(name)
    seen = capitals.get(word[0], 0) if one_word and word is not None else 0
    if not numbers:
        return NameEvidence(how, margin, back, rivals, one_word=one_word, capitals=seen)
    persons = [people.persons[i] for i in numbers]
    return NameEvidence(
        how=how,
        margin=margin,
        back=back,
        rivals=rivals or len(numbers) - 1,
        known=all(person.certain for person in persons),
        gender_known=all(person.gender is not None for person in persons),
        others=others,
        bodies=bodies,
        apart=apart,
        one_word=one_word,
        capitals=seen,
    )


def capitals_within(text: str) -> Mapping[str, int]:
    """Count the words that have a capital within sentences: names, and words that begin names."""
    return Counter(match[0] for match in _WITHIN.finditer(text))


def _named_since(people: People, numbers: tuple[int, ...], start: int) -> tuple[int, int, int]:
    """Count names of other people, names of bodies and characters from the last name of these people to an offset."""
    own, mentions, groups = set(numbers), people.mentions, people.groups
    at = bisect_left(mentions, start, key=lambda mention: mention.start)
    since = others = 0
    for mention in reversed(mentions[max(0, at - _NAMES_BACK) : at]):
        if not own.isdisjoint(mention.people):
            since = mention.end
            break
        others += 1
    first, last = (bisect_left(groups, place, key=lambda group: group.start) for place in (since, start))
    return others, last - first, start - since


def _how(named: Named, people: People, rule: str) -> How:
    match named.how:
        case "his":
            return "owned"
        case "i":
            return "first person"
        case "person":
            return _how_a_person(named, people, rule)
        case other:
            return other


def _how_a_person(named: Named, people: People, rule: str) -> How:
    mention = people.mention_at(named.start)
    if mention is None:
        return "initials" if rule == "transcript" else "full"  # the latter in a headline
    if mention.full or mention.words > 1:
        return "full"
    return "given" if all(_is_given_alone(people.persons[i]) for i in mention.people) else "surname"


def _is_given_alone(person: Person) -> bool:
    return person.given_only or (not person.parsed.given and gender_of(person.parsed.last) is not None)
