"""Return whom a speaker's words name: people of the article, a group, a role, an unresolved pronoun, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_left

from qa.attribution.people.cast.group_mentions import firm_in_s, group_in
from qa.attribution.people.cast.group_names import OF_WHAT, before_and, is_firm
from qa.attribution.people.cast.named_by_noun import named_by_noun
from qa.attribution.people.cast.namesakes import by_age
from qa.attribution.people.cast.publishers import publisher
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.named import NOBODY, Named
from qa.attribution.people.names.names_after_offices import office_before
from qa.attribution.people.names.persons import People
from qa.attribution.people.names.phrase_patterns import (
    AND,
    INDEFINITE,
    PAPER,
    PARTY_AND_STATE,
    PREPOSITION,
    WHICH_ONE,
)
from qa.attribution.people.roles.known_as import known_as
from qa.attribution.people.roles.offices_in_letters import bearer_of_letters
from qa.attribution.people.roles.offices_of import names_an_office
from qa.attribution.people.roles.role_bodies import is_of_another, names_after
from qa.attribution.people.roles.roles_held import bearers_of_role
from qa.datatypes import Span
from qa.language.lexicon.bodies import COMPANY_FORMS
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import SMALL_GROUPS
from qa.language.lexicon.name_parts import POST_NOMINALS
from qa.language.lexicon.places import ADJECTIVES
from qa.language.lexicon.roles import HUMAN, KNOWN_AS, ROLES, SAME_AS
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.speakers.names import parse_person

_PRONOUN = regex(r"(?:he|she|him|his|her|himself|herself)(?=\W*$|,)", re.I)
_FIRST_PERSON = regex(r"(?:I|me|myself)(?=\W*$|,)")
_SEGMENT_END = regex(
    r"\s*(?:,(?!\s(?:Jr|Sr)\b)|;|\(|—|–| - |--|\b(?:who|whom|whose|which|that|when|while|as|where)\b)"
)
_WHAT_PEOPLE_ARE = ROLES | HUMAN
_SEVERAL = frozenset(role for role in ROLES if role.endswith("s") and role[:-1] in ROLES)
"""Roles in the plural: "the senators" are not the one whom the article names."""
_AFTER_NAME = regex(
    rf"\s*(?:himself|herself|too|also|then|later|(?-i:{'|'.join(sorted(POST_NOMINALS))}|[RDI]-[A-Z]\w+)\W*|[^\w\s]*)\s*$",
    re.I,
)
_HIS = regex(r"(?:his|her)\s+(?:[a-z]+\s+)?(campaign|administration|team|camp)(?=\W*$)", re.I)


def read_mention(layout: Layout, people: People, mention: Span) -> Named:
    """Return whom a mention names, without resolving pronouns."""
    start, end = mention
    text = layout.text
    end = min(end, start + 400)
    while start < end and not text[start].isalnum():
        start += 1
    if start >= end:
        return NOBODY
    if _PRONOUN.match(text, start, end):
        return Named("pronoun", start)
    if _FIRST_PERSON.match(text, start, end):
        return Named("i", start)
    if his := _HIS.match(text, start, end):
        return Named("his", start, (), his[1].lower())
    if (elder := by_age(text, people, start, end)) is not None:
        return elder
    if (firm := firm_in_s(text, start, end)) is not None:
        return firm
    end = _whole_name(text, people, start, end)
    if text[start:end] in POST_NOMINALS or PARTY_AND_STATE.fullmatch(text, start, end):
        return _before_letters(text, people, start)
    segments = _segments(text, start, end)
    head = _person(text, people, *segments[0])
    if head is None:
        head = _after_comma(text, people, segments)
    if head is None and len(segments) == 1:
        head = _after_mention(text, people, start, end)
    if head is None:
        head = bearer_of_letters(text, people, *segments[0])
    if head is None:
        head = named_by_noun(layout, people, segments)
        head = head or publisher(layout, *segments[0]) or group_in(layout, people, *segments[0])
    return head or _role(layout, people, *segments[0]) or _in_headline(layout, people, *segments[0]) or NOBODY


def _whole_name(text: str, people: People, start: int, end: int) -> int:
    """Return the end of a mention that was cut inside a name: "Prime Minister Theresa [May]"."""
    last = people.within(start, end + 40)
    cut = next((m.end for m in last if m.start < end < m.end), end)
    return cut if " " not in text[end:cut].strip() else end


def _before_letters(text: str, people: People, start: int) -> Named:
    """Return whoever has the letters that a mention consists of: "Guy Hale, QC", "Rep. Guy Hale, R-TX"."""
    before = people.within(max(0, start - 60), start)
    if before and text[before[-1].end : start] in (" ", ", "):
        return Named("person", before[-1].start, before[-1].people)
    return NOBODY


def _after_mention(text: str, people: People, start: int, end: int) -> Named | None:
    """Find the name after a role of something: "the Bishop of Harwick", with ", the Rt Rev Guy Hale," after it."""
    preposition = PREPOSITION.search(text, start, end)
    held = text[start : preposition.start() if preposition else end].rsplit(maxsplit=1)
    if not held or held[-1].casefold() not in _WHAT_PEOPLE_ARE or text[end : end + 2] != ", ":
        return None
    following = people.within(end + 2, end + 80)
    if (
        not following
        or following[0].possessive
        or text[following[0].end : following[0].end + 1] not in (",", ".")
    ):
        return None
    between = text[end + 2 : following[0].start].split()
    if all(
        w.casefold() == "the" or w.rstrip(".").casefold() in TITLES or w in ("Rt", "Right") for w in between
    ):
        return Named("person", following[0].start, following[0].people)
    return None


def _segments(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    position = start
    while position < end and len(found) < 4:
        cut = _SEGMENT_END.search(text, position + 1, end)
        stop = cut.start() if cut else end
        part = text[position:stop].strip()
        # "The head of Orsa Foods, Inc., Ada Quill": what kind of company it is names nobody.
        if part and not (found and part.casefold().rstrip(".") in COMPANY_FORMS):
            found.append((position, stop))
        position = cut.end() if cut else end
        while position < end and text[position].isspace():
            position += 1
    return found or [(start, end)]


def _person(text: str, people: People, start: int, end: int) -> Named | None:
    """Find the person who heads a noun phrase; what follows a preposition or "and" does not."""
    preposition = PREPOSITION.search(text, start, end)
    limit = preposition.start() if preposition else end
    mentions = people.within(start, end)
    inner = [m for m in mentions if m.start < limit and (not m.possessive or m.end >= end - 2)]
    if joined := AND.search(text, start, limit):
        if is_firm(text[start : joined.start()].split(), text[joined.end() : limit].split()):
            return None
        first = [m for m in inner if m.start < joined.start()]
        if first and _AFTER_NAME.match(text[first[-1].end : joined.start()]):
            return Named("person", first[-1].start, first[-1].people)
    if inner and _AFTER_NAME.match(text[inner[-1].end : limit].removeprefix("’s").removeprefix("'s")):
        return Named("person", inner[-1].start, inner[-1].people)
    ends = mentions and _AFTER_NAME.match(text[mentions[-1].end : end])
    # "Members including Speaker Ada Quill and the Reds' leader Tom Brandt" are not Tom Brandt.
    lists = preposition is not None and preposition[0].strip() in ("including", "like", "than")
    if ends and preposition and not lists and not mentions[-1].possessive:
        # "Secretary of State John Kerry", "University of Ohio president Ann Lee": what the preposition
        # governs ends before the name. But in "a spokesman for Senator Rubio" it governs the name.
        last = mentions[-1]
        between = text[preposition.end() : last.start].split()
        head = text[start:limit].rsplit(maxsplit=1)[-1]
        whole = text[start : last.start] if " " in text[last.start : last.end] else ""
        if between and names_an_office(head, between, whole):
            return Named("person", last.start, last.people)
    return None


def _after_comma(text: str, people: People, segments: list[Span]) -> Named | None:
    """Find the name in "the Florida senator, Marco Rubio" and "her lawyer, Ann Lee of Boston"."""
    if text[segments[0][0] : segments[0][1]].rsplit(maxsplit=1)[-1][0].isupper() and len(segments) > 2:
        return None  # "CNN, Fox News and Marco Rubio": a list, which begins with somebody else
    for start, end in segments[1:3]:
        mentions = [m for m in people.within(start, end) if not m.possessive]
        before = text[start : mentions[0].start].split() if mentions else []
        titled = bool(before) and (before[-1].lower().rstrip(".") in ROLES or before[-1] in HUMAN)
        # "An activist, Norwegian Ada Quill", "his lawyer, Harwick-based Ada Quill"
        of_place = len(before) == 1 and before[0].endswith("-based")
        titled = titled or of_place or (len(before) == 1 and before[0].casefold() in ADJECTIVES)
        # "Dene superintendent of police (SP) Ada Quill"
        if len(before) == 1 and before[0][-1] == ")":
            held = text[slice(*segments[0])].rsplit(maxsplit=1)[-1].casefold() in _WHAT_PEOPLE_ARE
            titled = held or office_before(text[segments[0][0] : mentions[0].start]) != ""
        if mentions and (not before or (titled and len(before) < 6 and "by" not in before)):
            return Named("person", mentions[0].start, mentions[0].people)
    return None


def _in_headline(layout: Layout, people: People, start: int, end: int) -> Named | None:
    """Find who is named in a headline, where every word has a capital: in full, or by the surname of one person."""
    if not layout.in_headline(start):
        return None
    named = parse_person(layout.text[start:end])
    if not named.given and len(alone := people.by_surname.get(named.last, ())) == 1:
        return Named("person", start, alone)
    having = tuple(
        i
        for i, person in enumerate(people.persons)
        if named.given and person.parsed.given and named.is_form_of(person.parsed)
    )
    return Named("person", start, having) if having else None


def _role(layout: Layout, people: People, start: int, end: int) -> Named | None:
    """Find the one person of the article who has the role that a mention names: "the Florida senator"."""
    text = layout.text
    if INDEFINITE.match(text, start, end) or PAPER.match(text, start, end):
        return None
    preposition = PREPOSITION.search(text, start, end)
    limit = preposition.start() if preposition else end
    words = [w.strip("\"“”’'.,").removesuffix("’s").removesuffix("'s") for w in text[start:limit].split()]
    words = [word for word in words if word]
    if not words:
        return None
    definite = words[0].casefold() == "the" or (len(words) > 2 and words[-1][0].isupper())
    words = [SAME_AS.get(word.casefold(), word.casefold()) for word in words]
    head = words[-1]
    if head in SMALL_GROUPS:
        # "The government in Dene" is named by its place.
        alone = preposition is None or not text[preposition.end() : end][:1].isupper()
        # "The group of boatmen", "the group led by Ivo Brandt": these words say which one is meant.
        alone = alone and WHICH_ONE.match(text, start + len(text[start:limit].rstrip())) is None
        return _last_group(layout, people, start, head) if definite and alone and len(words) == 2 else None
    if head not in ROLES | KNOWN_AS or not definite or head in _SEVERAL:
        return None
    having = bearers_of_role(people, words) or (
        known_as(text, people, head, start) if len(words) == 2 and preposition is None else []
    )
    if preposition is not None and preposition[0].strip() in ("of", "for", "at"):
        body = names_after(text[preposition.end() : end].split())
        having = [i for i in having if not is_of_another(people.persons[i].bodies, head, body)]
    if len(having) > 1 and preposition is None:
        having = _just_named(layout, people, having, head, start)
    if len(having) != 1 or not _is_near(layout, people, having[0], start):
        return None
    return Named("role", start, tuple(having))


def _just_named(layout: Layout, people: People, having: list[int], role: str, start: int) -> list[int]:
    """Return who of several with a role was named a moment ago, and last of all people.

    "The president" is rather President Quill than Ada Strand, the president of a bank.
    """
    near = [i for i in having if _is_near(layout, people, i, start)]
    if len(near) > 1:
        near = [i for i in near if people.persons[i].bodies.get(role, set()) <= FUNCTION]
    since = layout.sentences[max(0, layout.sentence_at(start) - ROLE_SENTENCES)][0]
    last = next((m.people for m in reversed(people.within(since, start)) if not m.quoted), ())
    return near if tuple(near) == tuple(last) else []


ROLE_SENTENCES = 8
"""A role stands only for somebody who was named not longer ago than this."""
_SAME_GROUP = 4
"""Sentences back up to which a noun stands for the last of several groups that it fits."""
_ANYBODYS = frozenset("camp campaign government party team".split())
"""Nouns for groups of which news tells of several."""


def _is_near(layout: Layout, people: People, person: int, start: int) -> bool:
    sentence = layout.sentence_at(start)
    since = layout.sentences[max(0, sentence - ROLE_SENTENCES)][0]
    return any(person in mention.people for mention in people.within(since, start))


def _last_group(layout: Layout, people: People, start: int, head: str) -> Named | None:
    """Find the group that a noun stands for: the last of such a name, or none where an article has several.

    Of several, one is meant that was named a moment ago. "The campaign" and "the party" are so short for anybody's that
    far from the name they may be somebody else's, who is named by a person alone.
    """
    at = bisect_left(people.groups, start, key=lambda group: group.start)
    having = [
        group
        for group in people.groups[max(0, at - 60) : at]
        if len(words := group.name.casefold().split()) > 1 and words[-1] == head
    ]
    if not having:
        return None
    last = having[-1]
    back = layout.sentence_at(start) - layout.sentence_at(last.start)
    same = all(last.name.endswith(group.name) or group.name.endswith(last.name) for group in having)
    if back > (_SAME_GROUP if not same else ROLE_SENTENCES if head in _ANYBODYS else back):
        return None
    text = layout.text
    more = OF_WHAT.match(text, last.end, last.end + 80)  # "the Dene Association of Boatmen"
    if more is not None and more[0].split()[-1].casefold() in CALENDAR:
        more = None  # "the Quill administration on Friday"
    name = before_and(text, last.start) + last.name + (more[0] if more else "")
    return Named("group", last.start, (), name)
