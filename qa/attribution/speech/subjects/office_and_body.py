"""Find who speaks where commas part a name, an office and a body: "Ada Quill, Chairman, Harwick Rail, said"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects.role_and_name import is_role_of, opens_phrase
from qa.attribution.speech.words.phrases import Phrase, phrase_before
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.bodies import COMPANY_FORMS
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from qa.language.lexicon.groups import BODIES, ORGANISATIONS
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.roles import OFFICES, ROLES
from qa.language.lexicon.titles import TITLES

_JOINS_NAMES = frozenset("and & of for the in at ( )".split())
_MOST_BODIES = 4
_LONGEST_NAME = 4
_SHORTEST_LIST = 4
_HAVE_FIELDS = frozenset(
    "bureau commission committee council department directorate institute ministry office secretariat".split()
)
"""Bodies whose names go on with what they are for."""


def office_holder(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the name beside an office and a body, which end at `end`, or None if the tokens are nothing so."""
    return _before(tokens, end) or _after(tokens, end)


def with_listed_fields(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """Return the whole name of a body of whose fields a phrase is the last: "the Ministry of Ports, | Quays and Boats".

    One of the fields must be known for one, for "the Ministry of Health, Orsa and the Rail Union" are three.
    """
    if phrase is None or phrase[0] < _SHORTEST_LIST:
        return phrase
    comma = phrase[0] - 1
    if tokens[comma].low == "and" and tokens[comma - 1].low == ",":
        comma -= 1
    elif not any(token.low == "and" for token in tokens[slice(*phrase)]):
        return phrase
    fields = [token.low for token in tokens[slice(*phrase)]]
    while tokens[comma].low == ",":
        first = comma
        while first > 0 and tokens[first - 1].kind is Kind.NAME:
            first -= 1
        fields += [token.low for token in tokens[first:comma]]
        if first == comma or first < _SHORTEST_LIST - 2:
            return phrase
        if tokens[first - 1].low in ("of", "for") and tokens[first - 2].low in _HAVE_FIELDS:
            known = not OFFICES.isdisjoint(fields) and not any(map(_is_other, fields))
            before = phrase_before(tokens, comma) if known else None
            return (before[0], phrase[1]) if before is not None else phrase
        comma = first - 1
    return phrase


def past_listed_fields(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Return a body with the fields after its first one: "the Ministry of Health|, Labour and Welfare"."""
    end = phrase[1]
    listed = (
        end - phrase[0] > 2 and tokens[end - 2].low in ("of", "for") and tokens[end - 3].low in _HAVE_FIELDS
    )
    fields = [tokens[end - 1].low]
    while listed and end + 1 < len(tokens) and tokens[end].low in (",", "and"):
        last = tokens[end].low == "and" or tokens[end + 1].low == "and"
        first = end + 1 + (tokens[end + 1].low == "and")
        first += first < len(tokens) and tokens[first].low == "the"
        end = first
        while end < len(tokens) and tokens[end].kind is Kind.NAME:
            end += 1
        fields += [token.low for token in tokens[first:end]]
        if end == first or any(map(_is_other, fields)):
            return phrase
        if last:
            # In "according to the Ministry of Health, Labour and the Greens were wrong" a clause begins with the comma.
            goes_on = (
                end < len(tokens) and tokens[end].kind is Kind.WORD and tokens[end].low not in PREPOSITIONS
            )
            return phrase if goes_on or OFFICES.isdisjoint(fields) else (phrase[0], end)
    return phrase


def _is_other(field: str) -> bool:
    """Tell whether a word names a body or somebody of their own, and no field."""
    return is_given(field) or field in BODIES | ORGANISATIONS | TITLES - OFFICES


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
