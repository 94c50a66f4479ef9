"""Say how the name of a record's speaker was found: what its probability may be computed from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from qa.attribution.people.antecedents import NO_RIVAL, Antecedent
from qa.attribution.people.named import Named
from qa.attribution.people.persons import People, Person
from qa.language.lexicon.first_names import gender_of

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
    namesakes: int = 0
    """Other people of the article with the same surname."""
    known: bool = True
    """Whether a list of names or a title shows that the speaker is a person; else only what they do shows it."""
    in_full: bool = True
    """Whether the article has the speaker's given name."""
    gender_known: bool = True
    times_named: int = 1
    transcript: bool = False
    """Whether the name is the label of a transcript's line."""


def name_evidence(
    named: Named, people: People, antecedent: Antecedent | None = None, *, rule: str = ""
) -> NameEvidence:
    """Return how a name was found.

    Args:
        named: What the words that name the speaker say by themselves.
        people: Everybody who is named in the article.
        antecedent: Whom the pronoun stands for, if it is one.
        rule: The record's rule.
    """
    how = _how(named, people, rule)
    numbers = named.people
    margin, back, rivals = NO_RIVAL, 0, 0
    if how in ("pronoun", "owned"):
        if antecedent is None or not antecedent.people:
            return NameEvidence("none", transcript=rule == "transcript")
        numbers, margin = antecedent.people, min(NO_RIVAL, antecedent.margin)
        back, rivals = antecedent.back, antecedent.rivals
    if not numbers:
        return NameEvidence(how, margin, back, rivals, transcript=rule == "transcript")
    persons = [people.persons[i] for i in numbers]
    same = people.by_surname.get(persons[0].parsed.last, ())
    return NameEvidence(
        how=how,
        margin=margin,
        back=back,
        rivals=rivals or len(numbers) - 1,
        namesakes=max(0, len(same) - 1),
        known=all(person.certain for person in persons),
        in_full=all(bool(person.parsed.given) for person in persons),
        gender_known=all(person.gender is not None for person in persons),
        times_named=max(person.count for person in persons),
        transcript=rule == "transcript",
    )


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
