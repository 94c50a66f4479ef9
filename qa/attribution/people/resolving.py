"""Resolve the words that name a speaker to the name that the article has for them, or to None."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from qa.attribution import time_limit
from qa.attribution.name_confidence import name_confidence, signs
from qa.attribution.people.cast.cast import find_cast
from qa.attribution.people.cast.group_mentions import campaign_of
from qa.attribution.people.descriptions.descriptions import find_descriptions
from qa.attribution.people.descriptions.spouses import with_spouses
from qa.attribution.people.joint_names import is_joint, named_beside, say_it_together
from qa.attribution.people.mentions import read_mention
from qa.attribution.people.name_evidence import NameEvidence, capitals_within, name_evidence
from qa.attribution.people.named_among import named_among
from qa.attribution.people.named_before import with_named_before
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.named import NOBODY, Named
from qa.attribution.people.names.persons import People, Person
from qa.attribution.people.names.words_before import given_names
from qa.attribution.people.pronouns.age_epithets import with_ages
from qa.attribution.people.pronouns.antecedents import find_antecedents
from qa.attribution.people.pronouns.asked import outside_credits, outside_questions
from qa.attribution.people.pronouns.body_anaphors import subject_before_it, with_bodies
from qa.attribution.people.pronouns.firm_of_article import FirmOfArticle, with_firm_of_article
from qa.attribution.people.pronouns.read_mentions import Antecedent
from qa.attribution.people.pronouns.spokespeople import with_speaks_for
from qa.attribution.people.pronouns.statements_told_of import with_statements
from qa.attribution.people.transcripts import authors, interviews, label_letters, speeches, transcripts
from qa.attribution.people.transcripts.headed_guests import headed_guests
from qa.attribution.people.transcripts.interviewed import interviewed, titled
from qa.attribution.people.transcripts.witnesses import answering, witnesses
from qa.attribution.rule_names import QUESTION
from qa.attribution.speech.without_verbs import colons, nouns, wordings
from qa.datatypes import Article, Attribution, Description, Extraction
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.groups import ORGANISATIONS
from qa.speakers.names import fold

# A record's confidence is multiplied by the share of such names that were right where it was measured.
# he and she: 83 right, 8 wrong, 9 without a name of one hundred (docs/results.md); roles: 23 of 23.
_BEFORE_COLON = {"caption": ("person",), colons.COLON: ("person", "pronoun", "role")}
PRONOUN_FACTOR = 0.91
ROLE_FACTOR = 0.95


def resolve(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the same records in the same order with `speaker`, `ambiguous` and `name_confidence` filled.

    Where several are credited together, each of them has a record, in the order of their names. A record whose mention
    nothing in the article explains keeps None: no name is better than a wrong one.
    """
    return list(resolve_and_describe(article, found).attributions)


def resolve_and_describe(article: Article, found: Sequence[Attribution]) -> Extraction:
    """Return the same records, resolved as by `resolve`, and what the article says that people are."""
    attributions, _, descriptions = _resolved(article, found)
    return Extraction(tuple(attributions), tuple(descriptions))


def resolve_with_evidence(
    article: Article, found: Sequence[Attribution]
) -> list[tuple[Attribution, NameEvidence]]:
    """Return what `resolve` does, and beside each record how its name was found."""
    attributions, evidence, _ = _resolved(article, found)
    return list(zip(attributions, evidence, strict=True))


def _resolved(
    article: Article, found: Sequence[Attribution]
) -> tuple[list[Attribution], list[NameEvidence], list[Description]]:
    layout = Layout.of(article.text)
    people = find_cast(layout, article.title)
    named = [_named(layout, people, record) for record in found]
    # Who answers "Asked by Quill whether it leaks, he said" is not Quill.
    speaking = {
        name.start
        for name, record in zip(named, found, strict=True)
        if name.how in ("person", "role")
        and record.rule != wordings.ASKED_BY
        # "Brandt denies Quill’s claim that it leaks": from then on "he" is rather Brandt.
        and not (record.rule in nouns.RULES and _is_owner(layout.text, record))
    }
    wanted = {name.start for name in named if name.how in ("pronoun", "his")}
    unnamed = {
        record.mention[0]
        for name, record in zip(named, found, strict=True)
        if name is NOBODY and record.mention is not None
    }

    @cache
    def antecedents() -> dict[int, Antecedent]:
        named_around = people
        if wanted:
            named_around = outside_credits(layout.text, outside_questions(layout.text, people))
        return find_antecedents(layout, named_around, speaking, wanted, unnamed)

    resolved, evidence = _named_records(
        article, layout, people, found, named, antecedents() if wanted else {}
    )
    resolved = with_ages(layout, people, resolved)
    resolved = with_bodies(layout, people, resolved)
    resolved = with_firm_of_article(layout, people, resolved, article.title)
    firm = cache(lambda: FirmOfArticle.find(layout, people, resolved, article.title))
    descriptions = with_spouses(find_descriptions(layout, people, resolved, antecedents, firm))
    resolved = with_speaks_for(layout, resolved, descriptions, people)
    resolved = with_bodies(layout, people, resolved)  # of whom somebody speaks
    resolved = with_named_before(layout, people, with_statements(layout, people, resolved))
    each = [
        (one, how)
        for record, how, name in zip(resolved, evidence, named, strict=True)
        for one in _each_credited(layout, people, record, name, joint=how.joint)
    ]
    return [record for record, _ in each], [how for _, how in each], descriptions


def _each_credited(
    layout: Layout, people: People, record: Attribution, named: Named, *, joint: bool
) -> list[Attribution]:
    """Return a record for each who says the words of one: two for "Ada Quill and Tom Brandt said"."""
    if not joint or record.speaker is None or record.mention is None:
        return [record]
    if not say_it_together(layout.text, record.mention, record.cue):
        return [record]
    found = {record.speaker: (named.start, record)}
    for other in named_beside(layout, people, record.mention, named):
        one = _filled(replace(record, speaks_for=None, callings=()), other, people, {})
        if one.speaker is not None:
            found.setdefault(one.speaker, (other.start, one))
    each = [one for _, one in sorted(found.values(), key=lambda other: other[0])]
    names = [one.speaker for one in each if one.speaker is not None]
    return [replace(one, together_with=tuple(name for name in names if name != one.speaker)) for one in each]


def _named_records(
    article: Article,
    layout: Layout,
    people: People,
    found: Sequence[Attribution],
    named: Sequence[Named],
    antecedents: dict[int, Antecedent],
) -> tuple[list[Attribution], list[NameEvidence]]:
    """Return the records with their speakers, and how the name of each was found."""
    _describe_surnames(layout, people, named, antecedents)
    resolved = [_filled(record, name, people, antecedents) for record, name in zip(found, named, strict=True)]
    capitals = capitals_within(article.text) if found else {}
    evidence = [
        name_evidence(name, people, antecedents.get(name.start), rule=record.rule, capitals=capitals)
        for record, name in zip(found, named, strict=True)
    ]
    evidence = [
        replace(how, joint=is_joint(article.text, record.mention, name, people))
        for how, record, name in zip(evidence, found, named, strict=True)
    ]
    resolved = [_weighed(record, how) for record, how in zip(resolved, evidence, strict=True)]
    rules = {record.rule for record in found}
    for whole, whose in ((speeches.RULE, speeches.speaker_of), (authors.RULE, authors.person_of)):
        speaker = whose(article, layout.paragraphs, people) if whole in rules else None
        for i, record in enumerate(resolved):
            if record.rule == whole:
                resolved[i], evidence[i] = _answered(record, speaker), NameEvidence("interview")
    for i, name in enumerate(named):
        if name.how == "i":
            resolved[i] = _first_person(resolved[i], name.start, resolved)
    lines = [i for i, record in enumerate(found) if record.rule == transcripts.RULE and record.mention]
    if lines:
        labels = transcripts.Labels.of(article, layout, people, [found[i] for i in lines])
        for i in lines:
            resolved[i] = labels.named(resolved[i])
    if any(record.rule == interviews.RULE for record in found):
        first = min(one.start for one in found if one.rule in (interviews.RULE, QUESTION))
        person = interviewed(article, layout, people, first)
        sworn = witnesses(article.text, people)
        alone = len(titled(article, people, first) or ()) == 1  # then headings name nobody else
        asked = [span for one in found if one.rule == QUESTION and not alone for span in one.content]
        headed = headed_guests(article.text, layout.paragraphs, people, asked)
        for i, record in enumerate(resolved):
            if record.rule == interviews.RULE:
                guest = headed.at(record.start, person)
                who = answering(record, sworn) or _interviewee(article.text, record, people, guest)
                resolved[i], evidence[i] = _answered(record, who), NameEvidence("interview")
    return resolved, [
        how if record.speaker else replace(how, how="none")
        for record, how in zip(resolved, evidence, strict=True)
    ]


def _is_owner(text: str, record: Attribution) -> bool:
    """Tell whether a mention only says whose claim, words or call something is."""
    return record.mention is not None and text[record.mention[1] : record.mention[1] + 2] in ("’s", "'s")


def _describe_surnames(
    layout: Layout, people: People, named: Sequence[Named], antecedents: Mapping[int, Antecedent]
) -> None:
    """Note what tells people whose name is a surname from a company, and from namesakes of other articles.

    That is "he" or "she", and the given name that the article has before the surname ("=edson"). The pronoun is noted
    of a given name too that both women and men bear.
    """
    for name in named:
        antecedent = antecedents.get(name.start)
        if name.how != "pronoun" or antecedent is None or len(antecedent.people) != 1:
            continue
        person = people.persons[antecedent.people[0]]
        pronoun = layout.text[name.start : name.start + 3].strip().lower()
        if pronoun in ("he", "she") and not any(map(gender_of, person.parsed.given[:1])):
            person.callings.add(pronoun)
    bare = {fold(one.name.split()[-1]): one for one in people.persons if not one.parsed.given}
    for surname, given in given_names(layout.text, bare).items():
        bare[surname].callings.update(f"={each}" for each in given)


def _weighed(record: Attribution, evidence: NameEvidence) -> Attribution:
    if record.speaker is None:
        return record
    return replace(record, name_confidence=name_confidence(signs(evidence, record.rule)))


def _answered(record: Attribution, person: Person | None) -> Attribution:
    if person is None:
        return replace(record, speaker=None, ambiguous=(), mention=None)  # "A" names nobody
    return replace(record, speaker=person.name, ambiguous=(), callings=tuple(sorted(person.callings)))


def _interviewee(text: str, record: Attribution, people: People, person: Person | None) -> Person | None:
    """Return who has the letters before an answer, "AQ She was all in.", or the only one who is interviewed."""
    label = text[slice(*record.mention)] if record.mention is not None else ""
    if len(label) == 1 or not label_letters.are_letters(label):
        return person
    having = label_letters.of_all_words(label, people)
    return people.persons[having[0]] if len(having) == 1 else None


def _named(layout: Layout, people: People, record: Attribution) -> Named:
    time_limit.check()
    if record.mention is None or record.rule == QUESTION:
        return NOBODY
    label = layout.text[slice(*record.mention)]
    if record.rule == "transcript" and label_letters.are_letters(label):
        # "AQ: It will hold." is Ada Quill's if nobody else has these initials.
        having = label_letters.of_all_words(label, people)
        if having or label.casefold() not in ORGANISATIONS:
            return Named("person", record.mention[0], tuple(having)) if having else NOBODY
    if (subject := subject_before_it(layout, record.mention)) is not None:
        named = read_mention(layout, people, subject)  # "The Abbey said it had no comment"
        return named if named.how == "group" else NOBODY
    named = read_mention(layout, people, record.mention)
    if named is NOBODY:
        named = named_among(layout.text, people, record.mention, record.cue)
    # "Result: “...”": only a person speaks so.
    return NOBODY if named.how not in _BEFORE_COLON.get(record.rule, (named.how,)) else named


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
    return replace(
        record,
        speaker=inner.speaker,
        callings=inner.callings,
        name_confidence=inner.name_confidence,
        confidence=record.confidence * PRONOUN_FACTOR,
    )


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
    called = tuple(sorted({word for i in numbers for word in people.persons[i].callings}))
    return replace(
        record, speaker=names[0], ambiguous=(), confidence=record.confidence * factor, callings=called
    )
