"""From the words that name a speaker in one place to the name that the article has for them, or to None."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.antecedents import WEIGHTS, Antecedent, Weights, find_antecedents
from qa.attribution.cast import People, find_cast
from qa.attribution.layout import Layout
from qa.attribution.mentions import Named, campaign_of, read_mention
from qa.datatypes import Article, Attribution

# A record's confidence is multiplied by the share of such names that were right where it was measured.
# he and she: 85 right, 8 wrong, 7 without a name of one hundred (docs/he-she-cases.tsv); roles: 23 of 23.
PRONOUN_FACTOR = 0.91
ROLE_FACTOR = 0.95


def find_people(article: Article) -> People:
    """Find everybody whom an article names, and where."""
    return find_cast(Layout.of(article.text))


def resolve(
    article: Article, found: Sequence[Attribution], *, weights: Weights = WEIGHTS
) -> list[Attribution]:
    """Return the same records in the same order with `speaker` and `ambiguous` filled.

    A record whose mention nothing in the article explains keeps None: no name is better than a wrong one.
    """
    if not found:
        return []
    layout = Layout.of(article.text)
    people = find_cast(layout)
    named = [
        read_mention(layout, people, record.mention) if record.mention else Named("none") for record in found
    ]
    speaking = {name.start for name in named if name.how == "person"}
    wanted = {name.start for name in named if name.how in ("pronoun", "his")}
    antecedents = find_antecedents(layout, people, speaking, wanted, weights) if wanted else {}
    resolved = [_filled(record, name, people, antecedents) for record, name in zip(found, named, strict=True)]
    for i, name in enumerate(named):
        if name.how == "i":
            resolved[i] = _first_person(resolved[i], name.start, resolved)
    return resolved


def _first_person(record: Attribution, at: int, resolved: Sequence[Attribution]) -> Attribution:
    """ "I" inside somebody's quoted words is that somebody."""
    around = [
        other
        for other in resolved
        if other is not record and other.speaker and any(start <= at < end for start, end in other.content)
    ]
    if not around:
        return record
    inner = min(around, key=lambda other: other.end - other.start)
    return replace(record, speaker=inner.speaker, confidence=record.confidence * PRONOUN_FACTOR)


def _filled(
    record: Attribution, name: Named, people: People, antecedents: dict[int, Antecedent]
) -> Attribution:
    if name.how == "group":
        return replace(record, speaker=name.name, ambiguous=())
    numbers, factor = name.people, ROLE_FACTOR if name.how == "role" else 1.0
    if name.how == "pronoun":
        antecedent = antecedents.get(name.start)
        numbers, factor = antecedent.people if antecedent else (), PRONOUN_FACTOR
    if name.how == "his":
        owner = antecedents.get(name.start)
        if owner is None or len(owner.people) != 1 or name.name is None:
            return replace(record, speaker=None, ambiguous=())
        group = campaign_of(people, owner.people[0], name.name)
        return replace(record, speaker=group, ambiguous=(), confidence=record.confidence * PRONOUN_FACTOR)
    names = tuple(sorted({people.persons[i].name for i in numbers}))
    if len(names) != 1:
        return replace(record, speaker=None, ambiguous=names)
    return replace(record, speaker=names[0], ambiguous=(), confidence=record.confidence * factor)
