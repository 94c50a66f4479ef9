"""Read the noun phrases by which an article says what somebody is: "the former Harwick mayor", "his lawyer"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.attribution.people.descriptions.office_nouns import Office, backward, forward, read_office
from qa.attribution.people.descriptions.office_tails import read_tail
from qa.attribution.people.descriptions.office_verbs import held_by_verb
from qa.attribution.people.roles.office_words import (
    ARTICLES,
    OWNERS,
    Word,
    is_head,
)
from qa.datatypes import Span
from qa.language.lexicon.offices import (
    ABBREVIATED,
    HEADS,
    NO_OFFICES,
)
from qa.language.lexicon.reporting_verbs import SPEECH
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex

_FRONTED = regex(
    r"(?:[A-Z]\w*ing|In|At|By|During|After|Before|With)\b[^,;:“”\"—–]* (?:to|with|from|about|for) (?:the )?"
)
_RANKS = NO_OFFICES | TITLES | ABBREVIATED | {"rear"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with one office or several; `end` is the number of the word after it."""

    offices: tuple[Office, ...]
    end: int


def phrase_at(text: str, words: Sequence[Word], at: int) -> Phrase | None:
    """Read the phrase that begins with a word: "the finance chief of Orsa Labs", "who chairs Orsa Labs"."""
    lead = words[at].low if at < len(words) else ""
    if lead == "who":
        held = held_by_verb(text, words, at)
        return Phrase((held[0],), held[1]) if held is not None else None
    pronoun = (words[at].start, words[at].end) if lead in OWNERS else None
    low = at + 1 if lead in OWNERS or lead in ARTICLES else at
    high = forward(words, low)
    first = read_office(words, low, high, pronoun)
    if first is None:
        return None
    offices = [first]
    while high < len(words) and words[high].low in ("and", "&"):
        following = high + 2 if high + 1 < len(words) and words[high + 1].low in ("a", "an") else high + 1
        until = forward(words, following)
        more = read_office(words, following, until, None)
        if more is None:
            break
        offices.append(more)
        high = until
    tail, high = read_tail(text, words, high, offices[-1])
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


def phrases_at(text: str, words: Sequence[Word]) -> Phrase | None:
    """Read all that is said of one person after the name: "director of Orsa Labs and the current president of it"."""
    phrase = phrase_at(text, words, 0)
    while phrase is not None and phrase.end < len(words) and words[phrase.end].low == "and":
        more = phrase_at(text, words, phrase.end + 1)
        if more is None:
            break
        phrase = Phrase((*phrase.offices, *more.offices), more.end)
    return phrase


def after_name(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words after a name without short names, and those for one of several as for one.

    "One of the lawyers for Orsa Labs" is "the lawyer for Orsa Labs".
    """
    words = without_short_names(words)
    if [word.low for word in words[:2]] != ["one", "of"]:
        return words
    own = list(words[2:])
    for at, word in enumerate(own):
        if word.low.endswith("s") and word.low[:-1] in HEADS and not word.capital:
            return [*own[:at], word._replace(low=word.low[:-1]), *own[at + 1 :]]
    return words


def _shared(office: Office, last: Office) -> Office:
    return replace(office, of=last.of) if office.of is None and not office.owned else office


def phrase_before(text: str, words: Sequence[Word]) -> Phrase | None:
    """Read the phrase that ends with the last word and has its noun there: "Harwick mayor", "Secretary of State"."""
    words = without_short_names(words)
    high = len(words)
    while high > 1 and words[high - 2].low in HEADS and _is_title(words, high - 1):
        high -= 1  # "Lord Chancellor Lord Vane"
    words = words[: _before_ranks(words, high)]
    high = len(words)
    low = backward(words, high)
    if low == high:
        return None
    if low and words[low - 1].low in ("of", "for") and words[low].capital:
        titled = _titled_before(text, words, low)
        # "The ability of Harwick mayor Ada Quill" ends there; "Bank of Dene governor Ada Quill" is one name with it.
        if titled is not None or low < 2 or words[low - 2].capital:
            return titled
    office = _led(words, low, high)
    if office is None:
        return None
    if office.of is not None and (cut := _other_office(words, low, office.of)):
        # "Foreign Minister Prince Saud"
        other = _led(words[:cut], low, cut)
        return Phrase((*((other,) if other else ()), replace(office, of=None, start=words[cut].start)), high)
    offices = [office]
    if low > 1 and words[low - 1].low in ("and", "&"):
        start = backward(words, low - 1)
        # "the mayor and council leader Una Strand" may be two people.
        first = None if start and words[start - 1].low == "the" else _led(words, start, low - 1)
        if first is not None:
            given = office.of is None and not office.owned
            # "Former mayor and council leader Una Strand" is neither any more.
            office = replace(office, former=office.former or first.former)
            offices = [first, replace(office, of=first.of, pronoun=first.pronoun) if given else office]
    return Phrase(tuple(offices), high)


def is_of_another(text: str, start: int, phrase: Phrase, end: int) -> bool:
    """Tell whether a name only follows an office: "In a letter to the mayor Mr Quill said", without a comma.

    Args:
        start: Where the sentence begins.
        end: Where the name ends.
    """
    at, following = phrase.offices[0].start, text[end : end + 20].split(maxsplit=1)
    led = text.startswith("the ", at) or text.endswith(" the ", start, at)
    goes_on = bool(following) and following[0].rstrip(":,") in SPEECH
    return led and goes_on and _FRONTED.fullmatch(text, start, at) is not None


def owns(words: Sequence[Word], at: int) -> bool:
    """Tell whether a name in the possessive begins: "Google's search chief"."""
    word = words[at]
    if not word.capital or (at and words[at - 1].capital):
        return False
    while at < len(words) and words[at].capital:
        if words[at].owner:
            return True
        at += 1
    return False


def _is_title(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word before a name is its title and not the office: "police spokesman General Quill"."""
    title, office = words[at], words[at - 1]
    return title.low in NO_OFFICES or (title.capital and not office.capital and title.low in TITLES)


def _before_ranks(words: Sequence[Word], high: int) -> int:
    """Return where several ranks before a name begin, after an office: "spokesman Rear Adm. Quill"."""
    at = high
    while at > 1 and words[at - 1].capital and _RANKS.issuperset(words[at - 1].low.split("-")):
        at -= 1
    return at if words[at - 1].low in HEADS and not words[at - 1].capital else high


def without_short_names(words: Sequence[Word]) -> Sequence[Word]:
    """Leave out a body's short name after its long one: "the Tide Authority (TA) chief"."""
    short = [
        at
        for at in range(1, len(words) - 2)
        if words[at - 1].capital and words[at].low == "(" and words[at + 1].upper and words[at + 2].low == ")"
    ]
    return [word for at, word in enumerate(words) if not any(first <= at <= first + 2 for first in short)]


def _other_office(words: Sequence[Word], low: int, of: Span) -> int:
    """Return the word after an office that stands in the place of a body's name; 0 if none does."""
    last = next(i for i in range(low, len(words)) if words[i].end == of[1])
    return last + 1 if is_head(words[last]) else 0


def _led(words: Sequence[Word], low: int, high: int) -> Office | None:
    lead = words[low - 1] if low else None
    if lead is not None and lead.low in ("no", "any", "every", "another", "some", "not", "like", "as", "or"):
        return None
    pronoun = (lead.start, lead.end) if lead is not None and lead.low in OWNERS else None
    office = read_office(words, low, high, pronoun)
    if office is not None and lead is not None and office.start == words[low].start and _leads(lead):
        return replace(office, start=lead.start)
    return office


def _leads(word: Word) -> bool:
    return word.low in OWNERS or word.low in ARTICLES


def _titled_before(text: str, words: Sequence[Word], tail: int) -> Phrase | None:
    """Read "Secretary of State" before a name; "the wife of" says nothing of the name after it."""
    head = tail - 2
    if head < 0 or not words[head].capital or not all(word.capital for word in words[tail:]):
        return None
    low = backward(words, head + 1)
    office = read_office(words, low, head + 1, None)
    if office is None:
        return None
    office, end = read_tail(text, words, tail - 1, office)
    return Phrase((office,), end) if end == len(words) else None
