"""Find people whom no list of names knows, by how the article shortens and describes them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from qa.attribution.people.cast.ages import (
    follows_age,
    follows_children,
    has_age,
    is_given_alone,
    is_years_old,
)
from qa.attribution.people.names.bearers import key_of
from qa.attribution.people.names.readings import NameReading
from qa.attribution.people.roles.roles_held import kin_before
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.common_nouns import GENERIC
from qa.language.lexicon.first_names import is_given_for_sure
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.offices import HEADS
from qa.language.lexicon.person_verbs import PERSONAL_ACTS, SPEAKS
from qa.language.lexicon.places import PLACES
from qa.language.lexicon.roles import COMMON_KIN, HUMAN, ROLES
from qa.language.patterns import regex

_SPEAKS_AFTER = regex(r",? (?:\w+ly |also |later |then |had |has )?([a-z]+)\b")
_OWN_BODY = regex(r" [a-z]+ (?:his|her) (?:head|eyes|hands?|shoulders|arms?|voice|fist|hair)\b")
_INTRODUCED = regex(r", (?:(?:an?|the|another|his|her|their) )?(?P<what>[\w’' -]{2,60}?)[,.]")
_HOLDS = regex(
    r", (?:(?:an?|the) )?([a-z][\w-]*(?:owner|founder|director|president|author)|[a-z-]+) (?:of|at) "
)
"""What may be said of somebody at any length: "Dyego Qaz, co-owner of the inn by the old harbour wall"."""
_HEAD_OF = regex(r"\b[Hh]ead (?:of|at|for) ")
_OF_BODY = regex(r", (?:of|from|with) (?:the )?(?P<body>[A-Z][^,.;:()“”\"\n]{2,80}), (?P<verb>[a-z]+)\b")
"""What follows a person rather than a firm: "Dyego Qaz, of the Tide Institute, said"."""
_WHO = regex(r", (?:who|whose) (?!(?:\w+ )?(?:are|were|have|do)\b)")
"""Not "the Saurians, who often are equated": that is said of several."""
_ARE = regex(r"(?:, (?:too|also|who(?: \w+)?),?)? (?:are|were|have)\b")
_WHICH = regex(r", which\b")
"""After no person's name."""
_THE_SUCH = regex(r"\b[Tt]he ((?:[a-z][a-z-]+ ){1,3})$")
"""Before no person's name, unless it says what they are: "of the former communist Orsania, who left it"."""
_IS_THING = regex(r"\b(?:the|an?|in|across|throughout) $", re.I)
"""Before no person's name: "the Common Core", "in Costa Rica"."""
_WORD_BEFORE = regex(r"\b([a-z]+)(,?) $")
_ELDER = regex(r"\b(?:[Tt]he (?:elder|younger|older)|[Yy]oung) (?:Mr |Mrs |Ms |Miss )?$")
_IN_A_PLACE = regex(r"\b[Tt]he [A-Z][a-z]+ of $|\b(?:in|at|near|from|of) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?, $")
_AT = regex(r"[a-z] (?:at|in|near) $|\bNew $")
_NOUNS_TOO = frozenset("states claims charges calls".split())
_BEFORE_NOUN = regex(r":(?! ?[“\"'‘])|[:]? (?!(?:that|the|an?|he|she|it|they|for|on|his|her|their)\b)[a-z]")
"""After a word that is a noun as often: "Hidden charges: ...", "Give states power"; who "states that" speaks."""
_FIELD_BEFORE = regex(r"\b(?:of|for) (?:[A-Z][\w’'-]*,? ){1,4}and $")
"""Before the last field of an office: "Director of Boats and | Harbours, said"."""
_FIRST_SENTENCES = regex(r"[^\n]*[.!?][”\"’']?[ \t]*(?:\n|\Z)")
_PERSON_WORD = regex(r"\w*(?:man|woman|girl|boy)$")


def shortened(
    readings: Sequence[NameReading], text: str, surnames: Container[str], starts: Sequence[int]
) -> list[NameReading]:
    """Return the unknown full names that the article goes on to call by their last word: "Dyego Qaz", then "Qaz".

    A company is shortened to its first word; only a person to the last. And who is known well enough to come
    without a first name is not introduced later: "Derelict Qaz" is no full name there.

    Args:
        surnames: Words that are somebody's surname already.
        starts: Where sentences begin, in order: what has a capital for that may be no name.
    """
    alone: dict[str, int] = {}
    things = set()
    for reading in readings:
        before = max(0, reading.start - 8)
        if _IS_THING.search(text, before, reading.start) or _WHICH.match(text, reading.end, reading.end + 8):
            things.add(reading.words[-1].fold)
        if reading.kind in ("single", "surname"):
            alone.setdefault(reading.words[-1].fold, reading.start)
    found: dict[str, list[NameReading]] = defaultdict(list)
    for reading in readings:
        if reading.kind != "unknown" or not 2 <= len(reading.words) <= 3:
            continue
        last = reading.words[-1].fold
        if last in alone and not (last in surnames or last in things or _is_common(last)):
            found[last].append(_from_given(reading))
    return [
        reading
        for last, same in found.items()
        if _introduces(same, alone[last], starts, text)
        for reading in same
    ]


def _introduces(same: Sequence[NameReading], alone: int, starts: Sequence[int], text: str) -> bool:
    if same[0].start > alone:
        return False
    if any(bisect_left(starts, reading.start) == bisect_right(starts, reading.start) for reading in same):
        return True
    if may_open(same[0].words[0].fold):
        return False
    # "Derelict Qaz and Brandt lost" may stand above an article, and what ends with a full stop is its own sentence.
    return same[0].start > starts[0] or _FIRST_SENTENCES.match(text, same[0].start) is not None


def _from_given(reading: NameReading) -> NameReading:
    """Leave out what stands before a first name that is known: "Chief of [Staff] Ada Qaz"."""
    if len(reading.words) > 2 and is_given_for_sure(reading.words[1].fold):
        return reading._replace(words=reading.words[1:])
    return reading


def may_open(fold: str) -> bool:
    """Tell whether a word at a sentence's head may be a verb or an adverb with a capital: "Endorsed Qaz"."""
    return fold.endswith(("ed", "ing", "ly")) or fold in SPEAKS or fold in FUNCTION


def _is_common(fold: str) -> bool:
    return (
        fold in GROUP_NOUNS or fold in ORGANISATIONS or fold in PLACES or fold in CALENDAR
        or fold in ROLES or fold in GENERIC or fold in FUNCTION
    )  # fmt: skip


def is_place(text: str, start: int) -> bool:
    """Tell whether what stands before a name makes it a place: "the Duke of Dene", "in Harwick, Denshire"."""
    return _IN_A_PLACE.search(text, max(0, start - 60), start) is not None


def is_namesake(text: str, reading: NameReading) -> bool:
    """Tell whether a name is said to be another than whoever bears it alone: "the elder Pryce", "young Pryce"."""
    return _ELDER.search(text, max(0, reading.start - 18), reading.start) is not None


def several(readings: Iterable[NameReading], text: str) -> frozenset[str]:
    """Return the words in -s that an article uses of several: "Saurians are victims, too"."""
    return frozenset(
        reading.words[-1].fold
        for reading in readings
        if reading.kind == "single"
        and reading.words[-1].fold.endswith("s")
        and _ARE.match(text, reading.end, reading.end + 30)
    )


def is_person(text: str, reading: NameReading) -> bool:
    """Tell whether what stands around one unknown word makes it a person: what it does, or how it is described."""
    if reading.possessive:
        return False
    if kin_before(text, reading) is not None or follows_age(text, reading.start):
        return True
    end = reading.end
    if is_place(text, reading.start):
        return False
    after = _SPEAKS_AFTER.match(text, end, end + 30)
    if after and (after[1] in SPEAKS or after[1] in PERSONAL_ACTS):
        if _AT.search(text, max(0, reading.start - 8), reading.start):
            return False  # "a friend of hers at Qaz says", "the New Yorker says"
        if _FIELD_BEFORE.search(text, max(0, reading.start - 60), reading.start):
            return False
        # "Answering claims that", "Repeated calls for": after what somebody does or did stands a noun.
        first = reading.words[0].fold
        does = first.endswith("ing") or (first.endswith("ed") and first in SPEAKS)
        if does and after[1].endswith("s") and after[1] != "says":
            return False
        return not (after[1] in _NOUNS_TOO and _BEFORE_NOUN.match(text, after.end(), after.end() + 12))
    who = _WHO.match(text, end, end + 30) and not _is_thing(text, reading.start)
    if has_age(text, end) or (text[end : end + 1] == "," and (who or _is_described(text, end))):
        return True
    return _OWN_BODY.match(text, end, end + 40) is not None


def _is_thing(text: str, start: int) -> bool:
    such = _THE_SUCH.search(text, max(0, start - 40), start)
    return such is not None and (ROLES | HUMAN).isdisjoint(such[1].split())


def of_kin(known: Container[int], readings: Sequence[NameReading], text: str) -> list[NameReading]:
    """Return the names that a relative's surname shows to be somebody's: "Dyego Quill won. His dad, Tom Quill, lost."""
    kin = {key_of(each.words[-1].fold) for each in readings if each.start in known and kin_before(text, each)}
    return [
        each
        for each in readings
        if each.kind == "unknown"
        and len(each.words) == 2
        and key_of(each.words[-1].fold) in kin
        and not may_open(each.words[0].fold)
    ]


def is_somebody(text: str, reading: NameReading, surnames: Container[str]) -> bool:
    """Tell whether a full name that no list knows is a person's: by what is said of them, or as a namesake who speaks.

    Args:
        surnames: Words that are somebody's surname already: "Dyego Quill said" is another than Ada Quill.
    """
    return _is_introduced(text, reading) or (
        key_of(reading.words[-1].fold) in surnames and _speaks_in_full(text, reading)
    )


def _speaks_in_full(text: str, reading: NameReading) -> bool:
    words = [word.fold for word in reading.words]
    within = text[max(0, reading.start - 2) : reading.start].strip(' "“').isalpha()
    plain = reading.kind in ("full", "unknown") and len(words) == 2 and not reading.possessive
    if not within or not plain or any(may_open(w) or _is_common(w) for w in words):
        return False
    after = _SPEAKS_AFTER.match(text, reading.end, reading.end + 30)
    return after is not None and (after[1] in SPEAKS or after[1] in ("who", "whose"))


def may_be_persons(text: str, reading: NameReading) -> bool:
    """Tell whether nothing speaks against a full name being a person's: no word of it, and nothing before it."""
    plain = reading.kind in ("full", "unknown") and 2 <= len(reading.words) <= 4 and not reading.possessive
    if not plain or any(_is_common(word.fold) or may_open(word.fold) for word in reading.words):
        return False
    thing = _IS_THING.search(text, max(0, reading.start - 8), reading.start) is not None
    return not thing and not is_place(text, reading.start)


def _is_introduced(text: str, reading: NameReading) -> bool:
    """Tell whether a full name that no list knows is said to be somebody's: "Dyego Qaz, the mayor's friend, said"."""
    if not may_be_persons(text, reading):
        return False
    end = reading.end
    if kin_before(text, reading) is not None:
        return True
    if follows_age(text, reading.start) or follows_children(text, reading.start):
        return True
    body = _OF_BODY.match(text, end, end + 120)
    if body is not None and body["body"].split()[-1].casefold() in GROUP_NOUNS and body["verb"] in SPEAKS:
        return True
    return (
        has_age(text, end)
        or is_years_old(text, end)
        or (text[end : end + 1] == "," and _is_described(text, end))
    )


def _is_described(text: str, end: int) -> bool:
    if (role := _HOLDS.match(text, end, end + 80)) is not None and role[1].casefold() in ROLES:
        return True
    found = _INTRODUCED.match(text, end, end + 80)
    if found is None:
        return False
    # With two blanks after the comma, nothing may stand before "at": "Ivo Qaz,  at Norvik, said".
    words = re.split(r" (?:of|for|from|at|in|with|who|on|to) ", found["what"])[0].split()
    head = words[-1].casefold() if words else ""
    # "Chas Qaz, head of boats,": of a body it is rather told what it is the head office of.
    leads = head == "head" and _HEAD_OF.search(found["what"]) is not None
    return head in ROLES or leads or head in COMMON_KIN or _ends_as_person(head)


def _ends_as_person(word: str) -> bool:
    """Tell whether a word's ending says that it is a person: "fisherman", "deportee"; but "committee"."""
    ends = word.endswith(("ee", "ist")) and word not in GROUP_NOUNS
    return ends or _PERSON_WORD.fullmatch(word) is not None


def is_introduced(text: str, reading: NameReading) -> bool:
    """Tell whether a given name is that of somebody new: "her niece, Kate", "a miller named Rob", "Marit, 14,"."""
    if is_given_alone(text, reading) or kin_before(text, reading) is not None:
        return True
    before = _WORD_BEFORE.search(text, max(0, reading.start - 24), reading.start)
    if before is None or (before[2] and text[reading.end : reading.end + 1] != ","):
        return False  # "To a friend, Rob said so"
    return before[1] in HUMAN or before[1] in HEADS or before[1] in ("named", "called")


def by_first_word(readings: Iterable[NameReading], text: str) -> dict[str, NameReading]:
    """Return the unknown names of two words by their first, where it is one name's alone."""
    found: dict[str, NameReading] = {}
    twice = set()
    for reading in readings:
        if reading.kind == "unknown" and _may_be_two_names(text, reading):
            first = found.setdefault(reading.words[0].fold, reading)
            if first.words[1].fold != reading.words[1].fold:
                twice.add(reading.words[0].fold)
    return {fold: reading for fold, reading in found.items() if fold not in twice}


def _may_be_two_names(text: str, reading: NameReading) -> bool:
    """Tell whether two words may be a given name and a surname: neither "the Qaz Shuttle" nor "Qaz X-150"."""
    first, last = reading.words[0].fold, reading.words[-1].fold
    thing = len(last) == 1 or _IS_THING.search(text, max(0, reading.start - 8), reading.start) is not None
    return len(reading.words) == 2 and not thing and not may_open(first)
