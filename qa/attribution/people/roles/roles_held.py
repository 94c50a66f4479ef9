"""Learn what the people of an article are: their roles from the words around their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People, Person
from qa.attribution.people.names.readings import NameReading
from qa.attribution.people.roles.office_words import VERBS
from qa.attribution.people.roles.role_bodies import named_bodies
from qa.language.lexicon.function_words import AUXILIARIES, FUNCTION
from qa.language.lexicon.offices import FORMER
from qa.language.lexicon.person_verbs import SPEAKS
from qa.language.lexicon.roles import (
    COMMON_KIN,
    FEMALE_NOUNS,
    FIELD_OF,
    HUMAN,
    MALE_NOUNS,
    NOT_QUITE,
    ROLES,
    SAME_AS,
    SPOKES,
)
from qa.language.lexicon.titles import CAPITALS_FOLDED, COURTESY, KIND_OF
from qa.language.patterns import regex
from qa.speakers.callings import PERSON, in_the_past

_PHRASE_END = regex(r"[,;:()—–\n“”\"]|\. ")
_PREPOSITIONS = frozenset("of for to from at with in on by under against about".split())
_HEAD_ENDS = _PREPOSITIONS | {"who", "which", "and", "or", "as", "when", "where", "since", "during"}
# "The senator from Florida, Marco Rubio"
_HELD_OFFICE = regex(
    r"\b[Tt]he (?:[a-z]+ )?([a-z]+) (?:from|of|for) (?:the )?[A-Z][\w’']*(?: [A-Z][\w’']*)*, $"
)
_OFFICE_BEFORE = regex(r"(?:\b[Tt]he|\b[Ii]ts|\b[Tt]heir|\w[’']s|s[’']) ((?:[\w’'-]+ ){0,3}?)([a-z]+), $")
_SENTENCE_GOES_ON = regex(
    rf"\.(?=\s|\Z)|, (?:{'|'.join(sorted(SPEAKS | AUXILIARIES))}|[a-z]{{3,}}ed|met|told|took|gave|made|came|went)\b"
)
"""After a name what shows that the words before it name its office: a verb, or the end of the sentence."""
_KIN_BEFORE = regex(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|my)|[’']s?) (?:[a-z-]+ ){0,2}([a-z]+),? $")
_GOES_ON = regex(r" (?!(?:of|from|in|at|on|and|who|whose|with|is|was|has|had)\b)[a-z]")
"""What no comma parts from a name goes on with its clause."""
_KIN_AFTER = regex(r", (?:the )?[\w’'-]+?(?: [\w’'-]+?){0,2}[’']s? (?:[a-z-]+ ){0,2}([a-z]+),")
_SAID_TO_BE = regex(
    rf", (?:an?|the|one) (?:[\w-]+ ){{0,2}}({'|'.join(sorted(MALE_NOUNS | FEMALE_NOUNS))})"
    r"(?=,| (?:who|whose|whom|of|from|in|at|with)\b)"
)
"""What tells a man from a woman: "Kestra Vool, the man who drove the van"."""
_OFFICES = ROLES - SPOKES - COMMON_KIN - frozenset("victim suspect defendant officer agent".split())
_HEADLINE_VERB = regex(r"\w{2,}s|to|will|\w{2,}ed")
_ACTIVE = regex(r" (?!(?:is|was|were|(?:has|had|have) been|who|and)\b)[a-z]")
_IS_VERB = regex(r"was|is|had|has|will|would|could|\w{3,}ed")
_LEADS_IN = regex(r"\b[Aa]ccording to (?:[\w.’'-]+ ){0,4}$")
_PAST = FORMER - {"late", "then"}
"""Words before what somebody no longer is. Who died a coach is told from others by it."""
_PAST_UNTIL = VERBS | (HUMAN - NOT_QUITE)
"""Small words before which such a word is another's: "a former striker met coach Reed"."""
_PAST_WITHIN = 4
"""Words before a calling among which one may say so: "former New Harwick high-school coach"."""
_NEAR = 80
"""Characters before a name in which its titles stand, and the words before them."""
_QUALIFIED_FROM = 3
"""Words before a role among which one may say that it is not quite held: "shadow foreign secretary"."""


def learn_roles(person: Person, text: str, reading: NameReading) -> None:
    """Learn roles from what stands before a name, and after it where the name does not own something."""
    before = _PHRASE_END.split(text[max(0, reading.start - 60) : reading.start])[-1].casefold().split()
    small = before[: len(before) - len(reading.titles)] if reading.titles else before
    named_bodies(
        person.bodies, _PHRASE_END.split(text[max(0, reading.start - 60) : reading.start])[-1].split()
    )
    _learn(person, [*small[-_QUALIFIED_FROM:], *reading.titles], len(small[-_QUALIFIED_FROM:]))
    for last, title in zip(("", *reading.titles), reading.titles, strict=False):
        if title != "general" or not last or KIND_OF.get(last) == "force":
            # An attorney general is no soldier.
            _call(person, title, past=_was_before(title, text, reading.start))
    if not CAPITALS_FOLDED.isdisjoint(reading.titles):
        person.callings.add(PERSON)  # "DA Hale" is a Hale, and no firm of that name
    if reading.possessive:
        return
    if reading.titles and len(before) > 2 and before[-2] in ("from", "of") and before[-3] in ROLES:
        before[-3:] = [before[-1], before[-3]]  # "Senator from Florida Marco Rubio"
    if before and before[-1] in ROLES:
        _learn(person, before[-4 - _QUALIFIED_FROM :], max(0, min(len(before) - 4, _QUALIFIED_FROM)))
        if reading.kind == "full":  # "the federal judge Trump spoke of" is not Trump
            _call(person, before[-1], past=_was_before(before[-1], text, reading.start))
    after_comma = text[reading.start - 2 : reading.start] == ", "
    if after_comma and (held := _HELD_OFFICE.search(text, max(0, reading.start - 60), reading.start)):
        _learn(person, held[0][:-2].casefold().split(), 0, only=held[1])
    elif after_comma and reading.kind == "full" and (bears := _bears_before(text, reading)):
        _learn(person, bears.split(), 0, only=bears.rsplit(maxsplit=1)[-1])
    if text[reading.end : reading.end + 2] == ", " and not _main_clause_follows(text, reading):
        _learn_apposition(person, text, reading.end + 2)


def _bears_before(text: str, reading: NameReading) -> str:
    """Return the office in "The harbour master, Ada Quill, said", "said the mayor, Ada Quill."; "" where none is sure.

    "After talking to the mayor, Ada Quill, a baker, left" says nothing of what she is, nor does a list of people.
    """
    before = _OFFICE_BEFORE.search(text, max(0, reading.start - _NEAR), reading.start)
    if before is None or before[2] not in ROLES or not _SENTENCE_GOES_ON.match(text, reading.end):
        return ""
    return f"{before[1]}{before[2]}".casefold()


def _main_clause_follows(text: str, reading: NameReading) -> bool:
    """Tell whether a comma ends what leads in: "According to Quill, a detective for Harwick was given a map"."""
    if not _LEADS_IN.search(text, max(0, reading.start - 60), reading.start):
        return False
    words = _PHRASE_END.split(text[reading.end + 2 : reading.end + 90], maxsplit=1)
    return text[reading.end + 2 + len(words[0]) :][:1] != "," or not AUXILIARIES.isdisjoint(
        words[0].casefold().split()
    )


def _learn_apposition(person: Person, text: str, start: int) -> None:
    following = _PHRASE_END.split(text[start : start + 90], maxsplit=1)[0].split()
    after = [word.casefold().rstrip(".?!") for word in following]
    role = next((i for i, word in enumerate(after[:7]) if word in ROLES), None)
    while role is not None and role + 1 < len(after) and after[role + 1] in ROLES:
        role += 1  # "the interior minister"
    if role is None or any(word in SPEAKS for word in after[: role + 2]):
        return  # "The army has held Ivo Brandt, the interior minister says": that is somebody else
    if after[0] == "the" and role + 1 < len(after) and _IS_VERB.fullmatch(after[role + 1]):
        return  # "As he met Guy Hale and Una Strand, the senator raged": that is somebody else
    # "agent for President Clinton": after a preposition stand other people's roles.
    stop = next((i for i, word in enumerate(after) if word in _PREPOSITIONS), len(after))
    _learn(person, after[:10], 0, roles_until=stop)
    named_bodies(person.bodies, following[:10], roles_until=stop)
    head = next((i for i, word in enumerate(after) if word in _HEAD_ENDS), len(after)) - 1
    if 0 <= head < 6 and following[head].islower():
        _call(person, after[head], past=after[0] == "then" or _was(following, head))


def _call(person: Person, word: str, *, past: bool) -> None:
    word = SAME_AS.get(word, word)
    if word in FIELD_OF or word in KIND_OF or word in COURTESY:
        if not past or word not in FIELD_OF:
            # "Then-Coach Reed" is "Coach Reed" elsewhere in the article.
            person.callings.discard(in_the_past(word))
            person.callings.add(word)
        elif word not in person.callings:
            person.callings.add(in_the_past(word))


def _was_before(title: str, text: str, start: int) -> bool:
    """Tell whether somebody no longer is what stands before the name at `start`: "then-Bishop Quill"."""
    words = text[max(0, start - _NEAR) : start].split()
    places = reversed(range(len(words)))
    at = next((i for i in places if title in words[i].rstrip(".").casefold().split("-")), None)
    return at is not None and _was(words, at)


def _was(words: Sequence[str], at: int) -> bool:
    """Tell whether one of some words is of the past by those before it: "former U.S. Senator", "the then coach"."""
    if words[at].casefold().startswith(("then-", "ex-", "former-")):
        return True
    for i in range(at - 1, max(-1, at - 1 - _PAST_WITHIN), -1):
        word = words[i].casefold()
        if word in _PAST:
            return True
        if word == "then":  # "Then Coach Reed left" tells what came next
            return i > 0 and words[i - 1].casefold() == "the"
        if word in FUNCTION or word in AUXILIARIES or (not word[-1].isalnum() and "." not in word[:-1]):
            return False
        if words[i].islower() and word in _PAST_UNTIL:
            return False
    return False


def _learn(
    person: Person,
    words: Sequence[str],
    start: int,
    *,
    roles_until: int | None = None,
    only: str | None = None,
) -> None:
    """Learn roles and details from words; those before `start` only say how a role is held."""
    for i in range(start, len(words)):
        word = words[i].rstrip(".").removesuffix("’s").removesuffix("'s")
        if word in FUNCTION or (only is not None and words[i] != only):
            continue
        word = SAME_AS.get(word, word)
        if word not in ROLES:
            person.details.add(word)
        elif roles_until is None or i < roles_until:
            person.roles.add(word)
            qualifiers = NOT_QUITE.intersection(words[max(0, i - _QUALIFIED_FROM) : i])
            if qualifiers:
                person.near_roles.update((qualifier, word) for qualifier in qualifiers)
            else:
                person.plain_roles.add(word)


def kin_before(text: str, reading: NameReading) -> str | None:
    """Return the relative that a name is introduced as: "her brother Orsa", "Birch's wife, Ada,"."""
    found = _KIN_BEFORE.search(text, max(0, reading.start - 40), reading.start)
    if found is not None and found[0][-2] == "," and _GOES_ON.match(text, reading.end):
        return None  # "Sitting beside his wife, Orsa denied it"
    return found[1] if found and found[1] in COMMON_KIN else None


def kin_after(text: str, reading: NameReading) -> str | None:
    """Return what relative, or whether a man or a woman, a full name is said to be: "Ada Orsa, the driver's wife,"."""
    if reading.kind != "full":
        return None
    found = _KIN_AFTER.match(text, reading.end, reading.end + 60)
    if found is not None and found[1] in COMMON_KIN:
        return found[1]
    said = _SAID_TO_BE.match(text, reading.end, reading.end + 60)
    return said[1] if said is not None else None


def learn_from_headline(layout: Layout, people: People) -> None:
    """Give whoever an article opens with the office that its headline does: "Chancellor rallies voters"."""
    if len(layout.paragraphs) < 2 or not people.mentions:
        return
    headline, lead = layout.paragraphs[:2]
    text, first = layout.text, people.mentions[0]
    words = text[headline.start : min(headline.end, headline.start + 100)].casefold().split()
    if headline.end - headline.start > 100 or words[-1][-1] in ".?!:" or not first.full:
        return
    at = next((i for i, word in enumerate(words[:3]) if word in _OFFICES), None)
    if at is None or at + 1 == len(words) or not _HEADLINE_VERB.fullmatch(words[at + 1]):
        return
    office = SAME_AS.get(words[at], words[at])
    if first.start != lead.start or first.possessive or not _ACTIVE.match(text, first.end):
        return
    if not any(office in person.plain_roles for person in people.persons):
        person = people.persons[first.people[0]]
        if not any(office == near for _, near in person.near_roles):
            person.roles.add(office)
            person.plain_roles.add(office)
            people.by_role.setdefault(office, []).append(first.people[0])


MOST_BEARERS = 50
"""People of one role that are told apart in one article; a list of a thousand mayors is no news story."""


def by_role(persons: Sequence[Person]) -> dict[str, list[int]]:
    """Return the people who have each role, at most one more than are told apart."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(persons):
        for role in person.roles:
            if len(found[role]) <= MOST_BEARERS:
                found[role].append(i)
    return found


def bearers_of_role(people: People, words: Sequence[str]) -> list[int]:
    """Return the people who are what a phrase calls somebody, head last: ["florida", "senator"].

    "The chancellor" is no shadow chancellor, and "the former mayor" is nobody who is mayor.
    """
    same = [SAME_AS.get(word, word) for word in words]
    head, qualifiers = same[-1], NOT_QUITE.intersection(same)
    details = set(same[:-1]) - FUNCTION - NOT_QUITE
    having, found = people.by_role.get(head, ()), []
    if len(having) > MOST_BEARERS:
        return []
    for i in having:
        person = people.persons[i]
        if not details <= (person.details | person.roles):
            continue
        if qualifiers:
            fits = any((qualifier, head) in person.near_roles for qualifier in qualifiers)
        else:
            fits = head in person.plain_roles
        if fits:
            found.append(i)
    return found
