"""Read the noun phrases by which an article says what somebody is: "the former Harwick mayor", "his lawyer"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qa.datatypes import Span
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.function_words import AUXILIARIES, FINITE, FUNCTION, PREPOSITIONS
from qa.language.lexicon.groups import BODIES, GROUP_NOUNS, SMALL_GROUPS
from qa.language.lexicon.offices import (
    ABBREVIATED,
    COURTESY,
    FORMER,
    FUTURE,
    HEADS,
    RANKS,
    SAME_OFFICE,
    SPEAKING,
    TITLED,
    TITLED_BEFORE,
    UNTELLING,
)
from qa.language.lexicon.person_verbs import ACTS, SPEAKS
from qa.language.lexicon.places import METONYMS, NATION_OF, NATIONS, STATES
from qa.language.lexicon.roles import OFFICES, SAME_AS

_WORD = re.compile(r"[^\W_][\w&]*(?:[-.’'/&][\w&]+)*|[^\w\s]|_")
_ABBREVIATED = frozenset("mr mrs ms dr st lt col gen capt sgt rev hon prof sen gov rep jr sr".split())
_EXEMPT = TITLED | FORMER | UNTELLING | FUTURE
_NO_PART = (FUNCTION | PREPOSITIONS | AUXILIARIES) - _EXEMPT
_VERBS = SPEAKS | ACTS | FINITE | frozenset("met saw beat led urged sued joined named asked".split())
OWNERS = frozenset("his her its their our my your".split())
ARTICLES = frozenset(("the", "a", "an"))
_BODY = GROUP_NOUNS | BODIES | SMALL_GROUPS
_PLACES = frozenset(NATIONS) | STATES | METONYMS
_LINKS = frozenset("of for at to with from in representing".split())
_FIELDS = frozenset("minister secretary".split())
_FIELDED = _FIELDS | SPEAKING
_OF_FIELDS = (OFFICES | {"home", "affairs"}) - {"labour", "labor", "state", "veterans", "security"}
_MOST_WORDS = 12


class Word(NamedTuple):
    """A word or a mark. `owner`: it has a possessive ending, which is no part of it."""

    start: int
    end: int
    low: str
    capital: bool
    owner: bool
    upper: bool = False
    """It is in capitals: "US" is no pronoun."""

    @property
    def is_word(self) -> bool:
        return self.low[0].isalnum()


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


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with one office or several; `end` is the number of the word after it."""

    offices: tuple[Office, ...]
    end: int


def words_in(text: str, start: int, end: int) -> list[Word]:
    """Return the words and marks of a stretch of text."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        word, begin, stop = match[0], match.start(), match.end()
        owner = False
        if word[:3].casefold() == "ex-" or word[:5].casefold() == "then-":
            dash = word.index("-")
            found.append(Word(begin, begin + dash, word[:dash].casefold(), False, False))
            word, begin = word[dash + 1 :], begin + dash + 1
        if len(word) > 2 and word[-1] == "s" and word[-2] in "’'":
            word, stop, owner = word[:-2], stop - 2, True
        elif word[-1] == "s" and len(word) > 2 and text[match.end() : match.end() + 2] in ("’ ", "' "):
            owner = True
        if found and found[-1].owner and word in "’'":
            continue
        low = word.casefold()
        if word == "." and found and found[-1].end == begin and _is_short(text, found[-1]):
            found[-1] = found[-1]._replace(end=stop)
            continue
        found.append(Word(begin, stop, low, word[0].isupper(), owner, len(word) > 1 and word.isupper()))
    return found


def _is_short(text: str, word: Word) -> bool:
    return word.low in _ABBREVIATED or (word.capital and (len(word.low) == 1 or "." in word.low))


def phrase_at(text: str, words: Sequence[Word], at: int) -> Phrase | None:
    """Read the phrase that begins with a word: "the finance chief of Orsa Labs"."""
    lead = words[at].low if at < len(words) else ""
    pronoun = (words[at].start, words[at].end) if lead in OWNERS else None
    low = at + 1 if lead in OWNERS or lead in ARTICLES else at
    high = _forward(words, low)
    first = _office(words, low, high, pronoun)
    if first is None:
        return None
    offices = [first]
    while high < len(words) and words[high].low in ("and", "&"):
        following = high + 2 if high + 1 < len(words) and words[high + 1].low in ("a", "an") else high + 1
        until = _forward(words, following)
        more = _office(words, following, until, None)
        if more is None:
            break
        offices.append(more)
        high = until
    tail, high = _tail(text, words, high, offices[-1])
    if tail is not offices[-1]:
        offices = [_shared(office, tail) for office in offices[:-1]] + [tail]
    elif first.of or first.owned:
        # "Orsa Labs' founder and chairman"
        offices = [first] + [
            office if office.of else replace(office, of=first.of, pronoun=first.pronoun, owned=first.owned)
            for office in offices[1:]
        ]
    start = words[at].start
    return Phrase(tuple(replace(office, start=start) for office in offices), high)


def _shared(office: Office, last: Office) -> Office:
    return replace(office, of=last.of) if office.of is None and not office.owned else office


def phrase_before(text: str, words: Sequence[Word]) -> Phrase | None:
    """Read the phrase that ends with the last word and has its noun there: "Harwick mayor", "Secretary of State"."""
    high = len(words)
    while high > 1 and words[high - 1].low in COURTESY and words[high - 2].low in HEADS:
        high -= 1  # "Lord Chancellor Lord Vane"
    words = words[:high]
    low = _backward(words, high)
    if low == high:
        return None
    if low and words[low - 1].low in ("of", "for") and words[low].capital:
        return _titled_before(text, words, low)
    office = _led(words, low, high)
    if office is None:
        return None
    if office.of is not None and (cut := _other_office(words, low, office.of)):
        # "Foreign Minister Prince Saud"
        other = _led(words[:cut], low, cut)
        return Phrase((*((other,) if other else ()), replace(office, of=None, start=words[cut].start)), high)
    offices = [office]
    if low > 1 and words[low - 1].low in ("and", "&"):
        start = _backward(words, low - 1)
        # "the mayor and council leader Una Strand" may be two people.
        first = None if start and words[start - 1].low == "the" else _led(words, start, low - 1)
        if first is not None:
            given = office.of is None and not office.owned
            offices = [first, replace(office, of=first.of, pronoun=first.pronoun) if given else office]
    return Phrase(tuple(offices), high)


def _other_office(words: Sequence[Word], low: int, of: Span) -> int:
    """Return the word after an office that stands in the place of a body's name; 0 if none does."""
    last = next(i for i in range(low, len(words)) if words[i].end == of[1])
    return last + 1 if _heads(words[last]) else 0


def _led(words: Sequence[Word], low: int, high: int) -> Office | None:
    lead = words[low - 1] if low else None
    if lead is not None and lead.low in ("no", "any", "every", "another", "some", "not", "like", "as", "or"):
        return None
    pronoun = (lead.start, lead.end) if lead is not None and lead.low in OWNERS else None
    office = _office(words, low, high, pronoun)
    if office is not None and lead is not None and (pronoun or lead.low in ARTICLES):
        return replace(office, start=lead.start)
    return office


def _titled_before(text: str, words: Sequence[Word], tail: int) -> Phrase | None:
    """Read "Secretary of State" before a name; "the wife of" says nothing of the name after it."""
    head = tail - 2
    if head < 0 or not words[head].capital or not all(word.capital for word in words[tail:]):
        return None
    low = _backward(words, head + 1)
    office = _office(words, low, head + 1, None)
    if office is None:
        return None
    office, end = _tail(text, words, tail - 1, office)
    return Phrase((office,), end) if end == len(words) else None


def _forward(words: Sequence[Word], low: int) -> int:
    at = low
    while at < len(words) and at - low < _MOST_WORDS and (_is_part(words, at) or _joins(words, at)):
        at += 1
    return at


def _backward(words: Sequence[Word], high: int) -> int:
    at = high
    while at and high - at < _MOST_WORDS and (_is_part(words, at - 1) or _joins(words, at - 1)):
        at -= 1
    return at


def _is_part(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word may stand inside a noun phrase, before its noun."""
    word = words[at]
    if not word.is_word or word.low[0].isdigit():
        return False
    if word.low in _NO_PART and not word.upper:
        return _is_titled(words, at)
    return not (word.low in CALENDAR and word.capital)


def _is_titled(words: Sequence[Word], at: int, head: Word | None = None) -> bool:
    """Tell whether a word with a capital belongs to the office after it: in "Labour health minister" it does not."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return False
    if head is not None and head.low in _FIELDED and (word.low in _OF_FIELDS):
        return True  # "Lib Dem Home Affairs spokesman"
    known = word.low in TITLED or following.low in TITLED_BEFORE.get(word.low, "").split()
    return known and (following.capital or at == 0 or not word.capital or not words[at - 1].capital)


def _joins(words: Sequence[Word], at: int) -> bool:
    """Tell whether "of" joins the parts of a body's name: "Bank of Dene"."""
    if words[at].low not in ("of", "for") or not 0 < at < len(words) - 1:
        return False
    before, after = words[at - 1], words[at + 1]
    return before.capital and before.low in GROUP_NOUNS and after.capital


def _office(words: Sequence[Word], low: int, high: int, pronoun: Span | None) -> Office | None:
    """Read the words of an office, of which the last is its noun."""
    if low >= high or not _heads(words[high - 1]):
        return None
    head = words[high - 1]
    what, at, former = [head.low], high - 1, False
    while at > low:
        word = words[at - 1]
        if word.owner or word.low in FUTURE:
            break
        if word.low in FORMER:
            # "Then President Quill left": at the head of a sentence it is an adverb.
            former = former or not (word.low == "then" and word.capital)
        elif word.low not in UNTELLING:
            if word.capital and not _is_titled(words, at - 1, head):
                break
            if not word.capital and (head.capital or word.low in _VERBS or _is_participle(word.low)):
                break  # "they met President Quill"
            what.insert(0, word.low)
        elif word.capital and words[at].capital:
            break  # "New York"
        at -= 1
    named = at
    while named > low and _may_name(words, named - 1):
        named -= 1
    if head.capital and head.low in _FIELDS:
        # "Fiscal Policy Minister", but "Home Office Minister"
        while at > named and _is_field(words[at - 1]):
            at -= 1
            what.insert(0, words[at].low)
    begin, owned = min(named, at), pronoun is not None
    if named < at - 1 and words[named].low in RANKS:
        what.insert(0, words[named].low)  # "Deputy High Court Judge"
        named += 1
    of = (words[named].start, words[at - 1].end) if named < at else None
    for i in range(named - 1, low - 1, -1):
        if words[i].low in FUTURE:
            return None
        former = former or (words[i].low in FORMER and not words[i].capital)
        if words[i].owner:
            begin = _owner(words, low, i)
            of = (words[begin].start, words[i].end) if words[i].capital else None
            pronoun, owned = None, True
            break
        if _tells(words, i):
            begin = i
    return Office(words[begin].start, _same(what), former, of, pronoun, owned)


def _heads(word: Word) -> bool:
    return not word.owner and (word.low in HEADS or (word.capital and word.low in ABBREVIATED))


def _may_name(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word before an office may be of the name of a body or a place."""
    word = words[at]
    if _joins(words, at):
        return True
    return word.capital and not (word.owner or word.low in COURTESY or _tells(words, at))


def _tells(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word says something of the office after it, and is no part of a name: not "New York"."""
    low = words[at].low
    return low in FORMER or low in FUTURE or (low in UNTELLING and not words[at + 1].capital)


def _is_field(word: Word) -> bool:
    if word.low in ("international", "labour", "labor"):
        return True
    return not (
        word.upper or word.low in _BODY or word.low in NATION_OF or word.low in _PLACES or _heads(word)
    )


def _is_participle(low: str) -> bool:
    return low not in TITLED and low.endswith(("ed", "ing")) and "-" not in low


def _owner(words: Sequence[Word], low: int, at: int) -> int:
    """Return the first word of the owner that ends with a word: "Orsa Labs'"."""
    first = at
    while words[at].capital and first > low and _may_name(words, first - 1):
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


def _tail(text: str, words: Sequence[Word], at: int, office: Office) -> tuple[Office, int]:
    """Read of whom or of what: "of Harwick", "of research at Orsa Labs", "for Health"; the office, and the end."""
    if at >= len(words) - 1 or words[at].low not in _LINKS:
        return office, at
    link = words[at].low
    lead = words[at + 1].low
    first = at + 2 if lead in ARTICLES or lead in OWNERS else at + 1
    high = _forward(words, first)
    if high == first:
        return office, at
    if not words[first].capital:
        if (
            first == at + 1
            and link in ("of", "for")
            and not any(w.capital or w.owner for w in words[first:high])
        ):
            field = " ".join(word.low for word in words[first:high])
            office = replace(office, what=f"{office.what} {link} {field}")
            if high < len(words) and words[high].low in ("of", "for", "at") and office.of is None:
                return _tail(text, words, high, office)
            return office, high
        return _described(words, first, high, office), high
    minister = office.what.rsplit(maxsplit=1)[-1] in _FIELDS
    high = _name_end(words, first, high, field=minister and link == "for")
    if link in ("from", "in") and office.what.rsplit(maxsplit=1)[-1] not in (
        "senator",
        "representative",
        "mp",
    ):
        return office, at
    field = " ".join(text[words[first].start : words[high - 1].end].split())
    is_field = all(word.low in OFFICES or word.low == "and" for word in words[first:high])
    if minister and (is_field or link == "for"):
        return _with_field(text, words, high, office, link, field)
    if link == "to":
        return replace(office, what=f"{office.what} to {field.casefold()}"), high
    if office.of is not None or office.owned:
        return office, high
    return replace(office, of=(words[first].start, words[high - 1].end)), high


def _with_field(
    text: str, words: Sequence[Word], end: int, office: Office, link: str, field: str
) -> tuple[Office, int]:
    """Name a minister by the field: "Minister for Health" is the health minister."""
    low = field.casefold()
    if link == "of" and low == "state":
        office = replace(office, what=f"{office.what} of state")
        if end < len(words) and words[end].low == "for":
            return _tail(text, words, end, replace(office, what=office.what.removesuffix(" of state")))
        return office, end
    *before, head = office.what.split()
    short = " and " not in low and len(low.split()) < 4
    return replace(office, what=" ".join([*before, low, head] if short else [*before, head, link, low])), end


def _described(words: Sequence[Word], first: int, high: int, office: Office) -> Office:
    """Take the name at the end of "of the software firm Orsa Labs"."""
    at = high
    while at > first and words[at - 1].capital and not words[at - 1].owner:
        at -= 1
    if at == high or office.of is not None or office.owned or any(w.owner for w in words[first:high]):
        return office
    return replace(office, of=(words[at].start, words[high - 1].end))


def _name_end(words: Sequence[Word], first: int, high: int, *, field: bool) -> int:
    """Return where a name ends: after its capitals, a body's small noun, and what "of" and "and" join."""
    end = next((i for i in range(first, high) if not words[i].capital and not _joins(words, i)), high)
    if end < high and any(words[i].owner for i in range(first, end)) and words[high - 1].low in _BODY:
        end = high  # "Dene's central bank"
    while end < high and words[end].low in _BODY:
        end += 1
    while end < len(words) - 1 and words[end].low in ("of", "for", "and", "&"):
        following = end + 2 if words[end + 1].low == "the" and end + 2 < len(words) else end + 1
        joined = words[end].low in ("of", "for") or field or words[first].low in GROUP_NOUNS
        if not (words[following].capital and words[end - 1].capital and joined):
            break
        end = following
        while end < len(words) and words[end].capital and _is_part(words, end):
            end += 1
    return end
