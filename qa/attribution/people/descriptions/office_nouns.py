"""Read an office from the words that end with its noun: "former Harwick mayor", "Orsa Labs' chief scientist"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.attribution.people.roles.office_words import (
    FIELDED,
    VERBS,
    Word,
    adorns,
    is_compound,
    is_field,
    is_head,
    is_part,
    is_participle,
    is_titled,
    joins,
    may_name,
)
from qa.datatypes import Span
from qa.language.lexicon.offices import (
    FORMER,
    FUTURE,
    NOT_DISTINGUISHING,
    RANKS,
    SAME_OFFICE,
)
from qa.language.lexicon.roles import SAME_AS

_MOST_WORDS = 12
FOR_WHOM = "representing"
"""What may follow an office as "for" does: "a lawyer representing Orsa Labs"."""


@dataclass(frozen=True, slots=True)
class Office:
    """What a noun phrase says somebody is; `of` is where the name stands of whom or of what, if it says so."""

    start: int
    what: str
    former: bool = False
    of: Span | None = None
    pronoun: Span | None = None
    """The "his" or "her" before it."""
    owned: bool = False
    """Somebody's or something's, named or not: "the boy's mother"."""
    noun: Span | None = None
    """The noun that stands for a body named before: "the gallery's director", "director of the gallery"."""
    after_words: bool = False
    """`of` stands after other words, so that it may be a body but hardly a person: "for campaign group Harwick Now"."""


def forward(words: Sequence[Word], low: int) -> int:
    """Return where the words of one office or name end that begin at `low`."""
    at = low
    while at < len(words) and at - low < _MOST_WORDS and (is_part(words, at) or joins(words, at)):
        if words[at].low == FOR_WHOM and at > low and is_head(words[at - 1]):
            break
        at += 1
    return at


def backward(words: Sequence[Word], high: int) -> int:
    """Return where the words of one office or name begin that end before `high`."""
    at = high
    while at and high - at < _MOST_WORDS and (is_part(words, at - 1) or joins(words, at - 1)):
        at -= 1
    return at


def read_office(words: Sequence[Word], low: int, high: int, pronoun: Span | None) -> Office | None:
    """Read the words of an office, of which the last is its noun."""
    if low >= high or not is_head(words[high - 1]):
        return None
    head = words[high - 1]
    what, at, former = [head.low], high - 1, False
    while at > low:
        word = words[at - 1]
        if word.owner or word.low in FUTURE:
            break
        if _ends_body(words, low, at):
            break  # "a Department of Health spokesman" is no health spokesman
        if word.low in FORMER:
            former = former or _is_former(word)
        elif word.low not in NOT_DISTINGUISHING and not is_compound(word.low):
            if word.capital and not is_titled(words, at - 1, head):
                break
            if not word.capital and (head.capital or word.low in VERBS or is_participle(word.low)):
                break  # "they met President Quill"
            what.insert(0, word.low)
        elif word.capital and words[at].capital:  # "New York"
            break
        at -= 1
    named = at
    while named > low and may_name(words, named - 1):
        named -= 1
    if head.capital and head.low in FIELDED:
        # "Fiscal Policy Minister", but "Home Office Minister"
        while at > named and is_field(words[at - 1]):
            at -= 1
            what.insert(0, words[at].low)
    begin = min(named, at)
    if named < at - 1 and words[named].low in RANKS:
        what.insert(0, words[named].low)  # "Deputy High Court Judge"
        named += 1
    of = (words[named].start, words[at - 1].end) if named < at else None
    owned, noun = False, None
    if begin - 2 > low and is_participle(words[begin - 1].low) and words[begin - 2].low.endswith("ly"):
        begin -= 2  # "Norland's newly elected Prime Minister"
    while begin > low and (adorns(words, begin - 1) or words[begin - 1].owner):
        begin -= 1
        word = words[begin]
        if word.low in FUTURE:
            return None
        former = former or _is_former(word)
        if word.owner:
            of, owned, begin = None, True, _owner(words, low, begin)
            if word.capital:
                of = (words[begin].start, word.end)
            elif begin == low and low and words[low - 1].low == "the":
                noun = (word.start, word.end)
            break
    if begin > low or owned:
        pronoun = None  # "his wife met President Quill"
    return Office(words[begin].start, _same(what), former, of, pronoun, owned or pronoun is not None, noun)


def _ends_body(words: Sequence[Word], low: int, at: int) -> bool:
    """Tell whether the words before an office end a body's name that is joined: "Ministry of Foreign Affairs"."""
    first = at
    while first > low and words[first - 1].capital:
        first -= 1
    return low < first - 1 and first < at and joins(words, first - 1)


def _is_former(word: Word) -> bool:
    # "Then President Quill left": at the head of a sentence it is an adverb.
    return word.low in FORMER and not (word.low == "then" and word.capital)


def _owner(words: Sequence[Word], low: int, at: int) -> int:
    """Return the first word of the owner that ends with a word: "Orsa Labs'"."""
    first = at
    while words[at].capital and first > low and may_name(words, first - 1):
        first -= 1
    return first


def _same(words: Sequence[str]) -> str:
    what = " ".join(words)
    if what in SAME_OFFICE:
        return SAME_OFFICE[what]
    if what.endswith("district attorney"):
        return what
    last = SAME_AS.get(words[-1], words[-1])
    return " ".join([*words[:-1], SAME_OFFICE.get(last, last)])
