"""Find the name that follows what somebody is: "its director, Emil Hartog", "a spokeswoman for the port, Ada Quill"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import Phrase, phrase_before
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.places import NATIONS, PLACES, STATE_SHORTS, STATES
from qa.language.lexicon.roles import ANY_ROLE, HUMAN, ROLES, SPOKES
from qa.language.lexicon.titles import MEMBERS, TITLES

HEADS = ROLES | {"head", "chief"}
OF_A_PLACE = PLACES | STATES | STATE_SHORTS | frozenset(NATIONS)
_OPENS_STATE = frozenset("new north south west rhode".split())
_OPENS_BODY = frozenset("of at for and".split())
_OPENS_ROLE = frozenset("the a ex former then current acting".split())
_MOST_FIELDS = 4
_LONGEST_OFFICE = 4
_LONGEST_ROLE = 16
"""How many tokens what somebody is may have: "the Shadow Minister for Rural Transport and the Coast"."""


def is_role_of(tokens: Sequence[Token], phrase: tuple[int, int]) -> bool:
    """Tell whether a phrase begins with what somebody is of something: "Director-General of Ports at the Agency"."""
    for i in range(phrase[0], min(phrase[0] + _LONGEST_OFFICE, phrase[1] - 1)):
        if tokens[i].kind > Kind.NAME:
            return False
        if tokens[i + 1].low in ("of", "at", "for"):
            return not HEADS.isdisjoint(tokens[i].low.split("-")) or (
                i > phrase[0] and tokens[i].low == "general" and tokens[i - 1].low in HEADS
            )
    return False


def first_of_two_roles(tokens: Sequence[Token], phrase: tuple[int, int]) -> int:
    """Return where it begins what somebody is, which may be two things: "a | priest and author of books"."""
    first = phrase[0]
    before = phrase_before(tokens, first - 1) if first > 3 and tokens[first - 1].low == "and" else None
    if before is None:
        return first
    if tokens[before[0]].low in ("a", "an") and is_role_of(tokens, phrase):
        return before[0]
    return first - 2 if tokens[first - 2].low in ROLES else first  # "president and head of the fund"


def holder(tokens: Sequence[Token], office: tuple[int, int]) -> tuple[int, int]:
    """Return the name before an office that a bracket follows: "Ada Quill, | Deputy President (Ports) told us"."""
    first, end = office
    if first < 3 or tokens[first - 1].low != "," or tokens[end - 1].low not in ROLES:
        return office
    named = first - 1
    while named > 0 and tokens[named - 1].kind is Kind.NAME and tokens[named - 1].low not in TIMES:
        named -= 1
    begins = named == 0 or tokens[named - 1].kind in (Kind.MARK, Kind.QUOTE)
    return (named, first - 1) if begins and 2 <= first - 1 - named <= _LONGEST_OFFICE else office


def is_open_apposition(tokens: Sequence[Token], phrase: tuple[int, int]) -> bool:
    """Tell whether a role after a name lacks its second comma: "Ada Quill, the director of the Port said"."""
    first, end = phrase
    named = first > 2 and all(token.kind is Kind.NAME for token in tokens[: first - 1])
    role = any(token.low in ROLES | SPOKES | JOBS | MEMBERS for token in tokens[first:end])
    opens = is_owned(tokens, phrase) or tokens[first].low in _OPENS_ROLE
    return named and role and tokens[first - 1].low == "," and opens


def is_owned(tokens: Sequence[Token], phrase: tuple[int, int]) -> bool:
    """Tell whether a phrase begins with whose somebody is: "Brandt's lawyer"."""
    first, end = phrase
    return first + 1 < end and tokens[first].kind is Kind.NAME and tokens[first + 1].low == "'s"


def before_role(tokens: Sequence[Token], phrase: tuple[int, int]) -> tuple[int, int]:
    """Return the name before its role: "Ada Quill | founder of Orsa", but not of "Orsa director of sales"."""
    first, end = phrase
    role = first
    while role < end and tokens[role].kind is Kind.NAME and tokens[role].low not in HEADS:
        role += 1
    named = 2 <= role - first <= _LONGEST_OFFICE and is_given(tokens[first].low)
    holds = role < end and tokens[role].low in HEADS | JOBS
    holds = holds and (role + 1 == end or tokens[role + 1].low in _OPENS_BODY)
    return (first, role) if named and holds else phrase


def with_fields(tokens: Sequence[Token], phrase: tuple[int, int]) -> tuple[int, int]:
    """Return the whole office of which a phrase is the last field: "Head of Boats, | Ports and Quays at the Agency"."""
    first = phrase[0]
    if all(token.kind is Kind.NAME for token in tokens[slice(*phrase)]):
        return phrase  # "Head of Boats, Ada Quill"
    for _ in range(_MOST_FIELDS):
        before = phrase_before(tokens, first - 1) if first > 2 and tokens[first - 1].low == "," else None
        if before is None or tokens[before[0]].kind is not Kind.NAME:
            break
        if is_role_of(tokens, before):
            return before[0], phrase[1]
        first = before[0]
    return phrase


def with_name(tokens: Sequence[Token], end: int, limit: int) -> int:
    """Return where a phrase ends that ends at `end`, with the name that follows it: "its director, Emil Hartog"."""
    if end + 2 >= len(tokens) or tokens[end].low != ",":
        return end
    # "A spokeswoman for the Rail Agency, Hollie Ward": a name after a name only where the first says whose role it is.
    for_other = tokens[end - 1].kind is not Kind.WORD and tokens[end - 1].low not in ROLES
    if for_other and (tokens[end - 1].kind is not Kind.NAME or not _bears_role_of(tokens, end)):
        return end
    titled = tokens[end + 1].low == "the" and tokens[end + 2].low.rstrip(".") in TITLES
    first = end + 2 if titled else end + 1  # "the vicar, the Rev. Petra Lusk"
    if tokens[end - 1].low in HUMAN and tokens[first].low in HUMAN and tokens[first].kind is Kind.WORD:
        first += 1  # "her neighbour, farmer Carl Weiss"
    stop = first
    while stop < limit and tokens[stop].kind is Kind.NAME and tokens[stop].low not in TIMES:
        stop += 1
    names = stop - first
    if for_other and not (stop < len(tokens) and tokens[stop].low == ","):
        return end
    if for_other and tokens[stop - 1].low in OF_A_PLACE:
        return end  # "the mayor of Salem, New York, said"
    if names == 1:
        # "Her sister, Oddny, said": one name is enough where a comma closes it and a role goes before.
        closed = stop < len(tokens) and tokens[stop].low == ","
        return stop if closed and tokens[end - 1].low in ROLES else end
    return stop if 2 <= names <= 4 else end


def _bears_role_of(tokens: Sequence[Token], end: int) -> bool:
    """Return whether a phrase that ends at `end` is a role in something: "a spokeswoman for", "the leader of"."""
    for i in range(end - 2, max(0, end - _LONGEST_ROLE), -1):
        if tokens[i].kind in (Kind.MARK, Kind.QUOTE) or is_finite(tokens[i]):
            return False
        if tokens[i].low in ("for", "of", "at") and tokens[i - 1].low in SPOKES | HEADS:
            # "Brunn and the ambassador of Norland, Wei Tan, discussed": two do, and neither alone.
            return not any(t.low in ("and", "or") for t in tokens[max(0, i - 5) : i])
    return False


def opens_phrase(token: Token) -> bool:
    """Tell whether a capital only comes from a sentence's beginning: "In Salem, the mayor"."""
    return token.low in PREPOSITIONS or token.low in SUBORDINATORS or token.low in CONJUNCTIONS


def is_rest_of_place(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a name after a comma only says where a place is: "Ohio" in "of Salem, Ohio, who"."""
    if is_state_of_place(tokens, first):
        return True
    if first < 2 or tokens[first - 1].low != "," or tokens[first].kind is not Kind.NAME:
        return False
    i = first - 2
    while i > 0 and tokens[i].kind is Kind.NAME:
        i -= 1
    if i < 1 or i == first - 2 or tokens[i].low not in ("of", "in", "from", "near", "at", "outside"):
        return False
    # "In Salem, Ada Quill," and "the mayor of Salem, Ada Quill," go on with a person.
    return tokens[i - 1].low == "," or tokens[i - 1].kind in (Kind.NAME, Kind.NUMBER)


def is_state_of_place(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a state or a nation follows a town: "Ohio" in "was to travel to Salem, Ohio, on Monday, said".

    Of two words it is "New Jersey" or "North Dakota".
    """
    end = first + 2 if tokens[first].low in _OPENS_STATE else first + 1
    alone = end < len(tokens) and tokens[end - 1].low in OF_A_PLACE and tokens[end].low == ","
    return alone and first > 1 and tokens[first - 1].low == "," and tokens[first - 2].kind is Kind.NAME


def is_met(tokens: Sequence[Token], comma: int, closing: int) -> bool:
    """Tell whether a name before a comma is only in what opens a sentence: "Having met Ada Quill, Tom Brandt, said".

    But in "Speaking in Dene Ada Quill, Harwick Mayor, said" the comma tells what she is.
    """
    if closing - comma < 3 or tokens[closing - 1].low in ANY_ROLE:
        return False
    if not tokens[0].low.endswith("ing") or tokens[0].low in PREPOSITIONS:
        return False
    opens = not any(token.kind > Kind.NUMBER for token in tokens[:comma])
    return opens and all(token.kind is Kind.NAME for token in tokens[comma + 1 : closing])


def after_date(tokens: Sequence[Token], found: Phrase | None) -> Phrase | None:
    """Leave out a day that no comma parts from a name: "On May 26 | Ada Quill, a nurse, said"."""
    if found is None:
        return None
    first, end = found
    while first < end and (tokens[first].low in TIMES or tokens[first].kind is Kind.NUMBER):
        first += 1
    named = end - first > 1 and all(token.kind is Kind.NAME for token in tokens[first:end])
    return (first, end) if named else found
