"""What the words that name a speaker say by themselves: a person, a group, a role, a pronoun, or nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from qa.attribution.people.cast import People
from qa.attribution.people.layout import Layout
from qa.datatypes import Span
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.common_nouns import GENERIC
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import GROUP_NOUNS, NEWSPAPERS, ORGANISATIONS, PERSONAL_GROUPS, SMALL_GROUPS
from qa.language.lexicon.name_parts import PARTICLES, SUFFIXES
from qa.language.lexicon.places import METONYMS, NATIONS
from qa.language.lexicon.reporting_nouns import PUBLICATIONS
from qa.language.lexicon.roles import HUMAN, ROLES, SAME_AS
from qa.speakers.names import is_group, parse_person

_PRONOUN = re.compile(r"(?:he|she|him|her|himself|herself)(?=\W*$|,)", re.I)
_FIRST_PERSON = re.compile(r"(?:I|me|myself)(?=\W*$|,)")
_SEGMENT_END = re.compile(
    r"\s*(?:,(?!\s(?:Jr|Sr)\b)|;|\(|—|–| - |--|\b(?:who|whom|whose|which|that|when|while|as|where)\b)"
)
_PREPOSITION = re.compile(
    r"\s(?:of|for|from|at|to|with|in|by|on|behind|against|near|among|inside|close|including|about|like|than)\s"
)
_AND = re.compile(r"\s(?:and|or|&)\s")
_ARTICLE = re.compile(r"(?:the|a|an|this|that|both)\s+(?:the\s+)?", re.I)
_INDEFINITE = re.compile(
    r"(?:(?:only|about|nearly|roughly|at least|almost)\s+)?"
    r"(?:a|an|some|many|most|several|few|two|three|four|five|one|other|another|no|any|every|all)\b",
    re.I,
)
_AFTER_NAME = re.compile(r"\s*(?:himself|herself|too|also|then|later|[^\w\s]*)\s*$", re.I)
_OF_WHAT = re.compile(
    r"\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’'&-]*(?:\s(?:(?:and|of|for|the)\s){0,2}[A-Z][\w’'&-]*)*"
)
_OWNER = re.compile(r"[’']s? (?=(?:campaign|administration|government|team|camp|ministry|department)$)")
_HIS = re.compile(r"(?:his|her)\s+(?:[a-z]+\s+)?(campaign|administration|team|camp)(?=\W*$)", re.I)
_INSIDE = PARTICLES | {"of", "the", "for", "and"}


@dataclass(frozen=True, slots=True)
class Named:
    """What a mention says. `start` is where the name or pronoun in it begins.

    his: a group named by its owner's pronoun; `name` is the group's noun.
    """

    how: Literal["person", "role", "group", "pronoun", "his", "i", "none"]
    start: int = -1
    people: tuple[int, ...] = ()
    name: str | None = None


NOBODY = Named("none")


def read_mention(layout: Layout, people: People, mention: Span) -> Named:
    """Say whom a mention names, without looking for antecedents."""
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
    segments = _segments(text, start, end)
    head = _person(text, people, *segments[0])
    if head is None:
        head = _behind_comma(text, people, segments)
    if head is None:
        head = _publisher(layout, *segments[0]) or _group(layout, people, *segments[0])
    return head or _role(layout, people, *segments[0]) or _in_headline(layout, people, *segments[0]) or NOBODY


def _segments(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    position = start
    while position < end and len(found) < 4:
        cut = _SEGMENT_END.search(text, position + 1, end)
        stop = cut.start() if cut else end
        if text[position:stop].strip():
            found.append((position, stop))
        position = cut.end() if cut else end
        while position < end and text[position].isspace():
            position += 1
    return found or [(start, end)]


def _person(text: str, people: People, start: int, end: int) -> Named | None:
    """Find the person who heads a noun phrase; what follows a preposition or "and" does not."""
    preposition = _PREPOSITION.search(text, start, end)
    limit = preposition.start() if preposition else end
    mentions = people.within(start, end)
    inner = [m for m in mentions if m.start < limit and (not m.possessive or m.end >= end - 2)]
    if joined := _AND.search(text, start, limit):
        first = [m for m in inner if m.start < joined.start()]
        if first and _AFTER_NAME.match(text[first[-1].end : joined.start()]):
            return Named("person", first[-1].start, first[-1].people)
    if inner and _AFTER_NAME.match(text[inner[-1].end : limit].removeprefix("’s").removeprefix("'s")):
        return Named("person", inner[-1].start, inner[-1].people)
    if mentions and preposition and not mentions[-1].possessive and mentions[-1].end >= end - 1:
        # "Secretary of State John Kerry", "University of Ohio president Ann Lee": what the preposition
        # governs ends before the name. But in "a spokesman for Senator Rubio" it governs the name.
        last = mentions[-1]
        between = text[preposition.end() : last.start].split()
        held = text[start:limit].rsplit(maxsplit=1)[-1].lower() in ROLES
        office = (
            held and bool(between) and between[0][0].isupper() and between[0].strip(".").lower() not in ROLES
        )
        titled = not held and bool(between) and between[-1].islower() and between[-1] in ROLES
        if office or titled:
            return Named("person", last.start, last.people)
    return None


def _behind_comma(text: str, people: People, segments: list[Span]) -> Named | None:
    """The name in "the Florida senator, Marco Rubio" and "her lawyer, Ann Lee of Boston"."""
    if text[segments[0][0] : segments[0][1]].rsplit(maxsplit=1)[-1][0].isupper() and len(segments) > 2:
        return None  # "CNN, Fox News and Marco Rubio": a list, which begins with somebody else
    for start, end in segments[1:3]:
        mentions = [m for m in people.within(start, end) if not m.possessive]
        before = text[start : mentions[0].start].split() if mentions else []
        titled = bool(before) and (before[-1].lower().rstrip(".") in ROLES or before[-1] in HUMAN)
        if mentions and (not before or (titled and len(before) < 6 and "by" not in before)):
            return Named("person", mentions[0].start, mentions[0].people)
    return None


def _publisher(layout: Layout, start: int, end: int) -> Named | None:
    """The body whose words "the Tide Institute report" or "a Tide Institute survey" has."""
    words = layout.text[start:end].split()
    if len(words) < 2 or words[-1].strip("’'.,") not in PUBLICATIONS:
        return None
    names = list(takewhile(lambda word: word[0].isupper() or word in _INSIDE, reversed(words[:-1])))
    names = list(
        takewhile(lambda word: not word.endswith(("'s", "’s")), names)
    )  # "Monday's Tide Post report"
    name = " ".join(reversed(names)).removeprefix("The ").removeprefix("the ").removeprefix("A ")
    if not name or not name[0].isupper() or not is_group(name) or not (" " in name or name.isupper()):
        return None
    return Named("group", layout.text.index(name.split()[0], start), (), name)


def _in_headline(layout: Layout, people: People, start: int, end: int) -> Named | None:
    """The person whose whole name a headline gives, where all words have capitals and none parts them."""
    if not layout.in_headline(start):
        return None
    named = parse_person(layout.text[start:end])
    having = tuple(
        i
        for i, person in enumerate(people.persons)
        if named.given and person.parsed.given and named.is_form_of(person.parsed)
    )
    return Named("person", start, having) if having else None


def _group(layout: Layout, people: People, start: int, end: int) -> Named | None:
    text = layout.text
    if _INDEFINITE.match(text, start, end):
        return None
    article = _ARTICLE.match(text, start, end)
    begin = article.end() if article else start
    preposition = _PREPOSITION.search(text, begin, end)
    limit = preposition.start() if preposition else end
    if joined := _AND.search(text, begin, limit):
        left, right = text[begin : joined.start()].split(), text[joined.end() : limit].split()
        one_name = bool(left and right) and _is_group_word(right[-1]) and not _is_group_word(left[-1])
        limit = limit if one_name and right[0] != "the" else joined.start()
    words = text[begin:limit].split()
    first = next((i for i, word in enumerate(words) if word[0].isupper()), None)
    if first is None or first > 3 or any(word.endswith("ed") for word in words[:first]):
        return None
    last = words[-1].strip("’'\"”“.,")
    capital = begin
    while not text[capital].isupper():
        capital += 1
    if last.lower() in SMALL_GROUPS and last.islower():
        owners = [m for m in people.within(capital, limit) if len(m.people) == 1]
        if last in PERSONAL_GROUPS and len(owners) == 1:
            return Named("group", capital, (), campaign_of(people, owners[0].people[0], last))
        name = _OWNER.sub(" ", " ".join(text[capital:limit].split()))
        return Named("group", capital, (), name)
    if not last or not last[0].isupper() or last.lower() in CALENDAR:
        return None
    for i in range(len(words) - 1, first, -1):
        # "star Selenis Leyva", "the watchdog group Media Matters": the name begins after the last small word.
        if words[i].islower() and words[i].isalpha() and words[i] not in _INSIDE:
            capital = text.index(words[i + 1], capital)
            words, first = words[i + 1 :], 0
            break
    more = _OF_WHAT.match(text, limit, end) if _is_group_word(last) else None
    if more:
        limit = more.end()
    if last.lower() in ROLES and not _is_group_word(last):
        return None
    if layout.in_headline(start) and not _is_known(layout, people, text[capital:limit].strip()):
        return None
    described = article is not None or first > 0
    if len(words) - first == 1 and not (more and described and not last.endswith("s")):
        if whole := _whole_of(text, people, capital, last) if article else None:
            return Named("group", capital, (), whole)
        if not _is_name(layout, people, capital, last):
            return None
    name = " ".join(text[capital:limit].split()).strip('"“”').removesuffix("’s").removesuffix("'s")
    owner, _, owned = name.replace("’s ", "'s ").rpartition("'s ")
    outlet = bool(owner) and (owner.split()[-1].lower() in ORGANISATIONS or _is_group_word(owner.split()[-1]))
    if outlet and len(owned.split()) > 1 and owned.istitle() and not _is_group_word(last):
        name = name[-len(owned) :]  # "CNN's Dana Quaz", but "Sotheby's New York"
    return Named("group", capital, (), name) if name else None


def _whole_of(text: str, people: People, start: int, word: str) -> str | None:
    """Return the one newspaper that the article named before and now shortens: "the Post" of "the Tidewater Post"."""
    if word.lower() not in NEWSPAPERS:
        return None
    longer = set()
    for group in people.groups[:400]:
        new = text[max(0, group.start - 4) : group.start] == "New "
        if group.start < start and (group.name.endswith(f" {word}") or (new and group.name == word)):
            longer.add(f"New {group.name}" if new else group.name)
    return longer.pop() if len(longer) == 1 else None


def campaign_of(people: People, person: int, noun: str) -> str:
    """Name a person's campaign: "Rubio campaign", with the given name where the article has two Rubios."""
    owner = people.persons[person]
    words = [word for word in owner.name.split() if word.rstrip(".,").lower() not in SUFFIXES]
    short = words[0] if owner.parsed.surname == (words[0].lower(),) else words[-1]
    alone = sum(other.parsed.surname == owner.parsed.surname for other in people.persons) == 1
    return f"{short if alone else owner.name} {noun}"


def _is_group_word(word: str) -> bool:
    return word.strip("’'.,").lower() in GROUP_NOUNS


def _is_known(layout: Layout, people: People, name: str) -> bool:
    """Whether what looks like a group in a headline stands in the article's sentences too."""
    if is_group(name):
        return True
    return any(group.name == name and not layout.in_headline(group.start) for group in people.groups[:400])


def _is_name(layout: Layout, people: People, start: int, word: str) -> bool:
    """Whether one capital word is a name and not a common noun that begins a sentence."""
    small = word.lower()
    if small in GENERIC or small.removesuffix("s") in GENERIC:
        return False
    if small in ORGANISATIONS or small in METONYMS or small in NATIONS or not word[1:].islower():
        return len(word) > 1
    if small in ("democrats", "republicans"):
        return True
    if small in FUNCTION or small in ROLES or small.removesuffix("s") in ROLES:
        return False
    sentence = layout.sentences[layout.sentence_at(start)][0]
    if start - sentence > 2:
        return small not in GROUP_NOUNS
    elsewhere = any(group.name == word and group.start != start for group in people.groups[:400])
    return small not in GROUP_NOUNS and (elsewhere or not small.endswith("s"))


def _role(layout: Layout, people: People, start: int, end: int) -> Named | None:
    """Find the one person of the article who has the role that a mention names: "the Florida senator"."""
    text = layout.text
    if _INDEFINITE.match(text, start, end):
        return None
    preposition = _PREPOSITION.search(text, start, end)
    limit = preposition.start() if preposition else end
    words = [w.strip("\"“”’'.,").removesuffix("’s").removesuffix("'s") for w in text[start:limit].split()]
    words = [word for word in words if word]
    if not words:
        return None
    definite = words[0].casefold() == "the" or (len(words) > 2 and words[-1][0].isupper())
    words = [SAME_AS.get(word.casefold(), word.casefold()) for word in words]
    head = words[-1]
    if head in SMALL_GROUPS:
        return _last_group(people, start, head) if definite and len(words) == 2 else None
    if head not in ROLES or not definite:
        return None
    details = set(words[:-1]) - FUNCTION
    having = [i for i, person in enumerate(people.persons) if head in person.roles]
    if details:
        having = [i for i in having if details <= (people.persons[i].details | people.persons[i].roles)]
    if len(having) != 1 or not _is_near(layout, people, having[0], start):
        return None
    return Named("role", start, tuple(having))


ROLE_SENTENCES = 8
"""A role stands only for somebody who was named not longer ago than this."""


def _is_near(layout: Layout, people: People, person: int, start: int) -> bool:
    sentence = layout.sentence_at(start)
    since = layout.sentences[max(0, sentence - ROLE_SENTENCES)][0]
    return any(person in mention.people for mention in people.within(since, start))


def _last_group(people: People, start: int, head: str) -> Named | None:
    at = bisect_left(people.groups, start, key=lambda group: group.start)
    for group in reversed(people.groups[max(0, at - 60) : at]):
        words = group.name.casefold().split()
        if words[-1] == head and len(words) > 1:
            return Named("group", group.start, (), group.name)
    return None
