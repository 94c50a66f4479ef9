"""Find who speaks where commas part a name, an office and a body: "Ada Quill, Chairman, Harwick Rail, said"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects.role_and_name import is_role_of, opens_phrase
from qa.attribution.speech.words.phrases import Phrase
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.bodies import COMPANY_FORMS
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import CONJUNCTIONS, DETERMINERS
from qa.language.lexicon.groups import BODIES, ORGANISATIONS
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.roles import ROLES
from qa.language.lexicon.titles import TITLES

_JOINS_NAMES = frozenset("and & of for the in at ( )".split())
_MOST_BODIES = 4
_LONGEST_NAME = 4


def office_holder(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the name beside an office and a body, which end at `end`, or None if the tokens are nothing so."""
    return _before(tokens, end) or _after(tokens, end)


def _before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the name before an office and a body that end at `end`: "Ada Quill, | Chairman, Harwick Rail, said".

    Commas part what somebody is from where, and the last one may be left out: "Ada Quill, legal adviser, HRC said".
    """
    first = _office_before_bodies(tokens, end)
    if first is None or tokens[first - 1].low != ",":
        return None
    comma = first - 1
    named = comma
    while named > 0 and tokens[named - 1].kind is Kind.NAME and not opens_phrase(tokens[named - 1]):
        named -= 1
    if not _opens_clause(tokens, named) or not _may_be_person(tokens, named, comma):
        return None
    last = _segment(tokens, end)
    # "Harwick Rail, Chairman, Ada Quill, said": some give the body first.
    return None if is_given(tokens[last].low) and not _names_body(tokens[end - 1]) else (named, comma)


def _after(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the name after an office and a body: "The Chairman, Harwick Rail, | Ada Quill, said"; it ends at `end`."""
    named = _segment(tokens, end)
    first = _office_before_bodies(tokens, named - 1) if named > 2 else None
    if first is None or not _may_be_person(tokens, named, end):
        return None
    first -= tokens[first - 1].low == "the"
    titled = tokens[named].low.rstrip(".") in TITLES
    other = _segment(tokens, named - 1)
    known = titled or is_given(tokens[named].low) or not is_given(tokens[other].low)
    return (named, end) if known and _opens_clause(tokens, first) else None


def _office_before_bodies(tokens: Sequence[Token], end: int) -> int | None:
    """Return where an office begins that a comma and one name or more follow, up to `end`."""
    first = _segment(tokens, end)
    if first == end or tokens[first].low in TIMES:
        return None
    for _ in range(_MOST_BODIES):
        if first < 2 or tokens[first - 1].low != ",":
            return None
        before = _segment(tokens, first - 1)
        for office in (before, _plain_segment(tokens, first - 1)):
            plain = office < first - 1 and tokens[office].low not in DETERMINERS
            if plain and _is_office(tokens, office, first - 1):
                return office
        first = before
    return None


def _segment(tokens: Sequence[Token], end: int) -> int:
    """Return where capitals begin that end at `end`, also joined: "Harwick Chamber of Commerce & Ports (HCCP)"."""
    first = end
    while first > 0 and (tokens[first - 1].kind is Kind.NAME or tokens[first - 1].low in _JOINS_NAMES):
        first -= 1
    while first < end and tokens[first].low in _JOINS_NAMES:
        first += 1
    return first


def _plain_segment(tokens: Sequence[Token], end: int) -> int:
    """Return where words begin that end at `end`, whatever their letters: "legal adviser"."""
    first = end
    while first > 0 and tokens[first - 1].kind <= Kind.NAME and not is_finite(tokens[first - 1]):
        first -= 1
    return first


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].kind in (Kind.QUOTE, Kind.MARK) or tokens[at - 1].low in CONJUNCTIONS


def _may_be_person(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a phrase may be a full name: two to four capitals, not the last of them a body's."""
    words = tokens[first:end]
    named = 2 <= len(words) <= _LONGEST_NAME and not _names_body(words[-1])
    return named and all(word.kind is Kind.NAME and word.low not in TIMES for word in words)


def _is_office(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a phrase is what somebody is: "Chairman and Managing Director", "head of sales"."""
    return (
        tokens[end - 1].low in ROLES | JOBS
        or tokens[first].low == "member"
        or is_role_of(tokens, (first, end))
    )


def _names_body(token: Token) -> bool:
    return token.low.rstrip(".") in BODIES | ORGANISATIONS | COMPANY_FORMS
