"""Read what follows an office: of whom, of what or for what it is, "of Harwick", "for Health"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.people.descriptions.office_nouns import FOR_WHOM, Office, forward
from qa.attribution.people.pronouns.body_anaphors import is_firm_noun
from qa.attribution.people.roles.office_words import (
    ARTICLES,
    BODY_NOUNS,
    FIELDED,
    OWNERS,
    Word,
    is_part,
    joins,
)
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.offices import (
    HEADING,
    HEADS,
    PARTIES,
)
from qa.language.lexicon.places import COMPASS, LANDS, NATION_OF, NATIONS, PLACES
from qa.language.lexicon.roles import OFFICES

_FROM_A_PLACE = frozenset("senator representative mp".split())
_BOARDS = [["of", whom] for whom in ("directors", "governors", "trustees", "management")]
"""What follows "board" in the name of one: "the chair of Orsa Labs' board of directors"."""
_NATIONAL = frozenset(NATIONS.values())
_BEFORE_BODIES = (
    HEADS
    | BODY_NOUNS
    | frozenset(
        """brand broadcaster chain charity consultancy institution insurer lender maker ngo nonprofit non-profit outlet
        platform publisher retailer startup start-up supplier tank thinktank""".split()
    )
)
"""What stands before a body's name and no person's: "the consumer group Ferry Watch"."""
_FIELDS_OF_BODIES = 3
"""The most small words that end a body's name: "the Dene public health department"."""
_ADORNING = ("-based", "-funded", "-backed", "-owned", "-registered", "-headquartered")
"""Ends of words that only adorn a body's name, with a capital where a place begins them."""
_OF_PARTS = HEADING | {"director"}
"""Offices that a part of a body has too."""
_OTHERS = frozenset("former holding new other parent rival second sister third".split())
"""What says of a firm that it is another than the one told of."""
_REGIONS = PLACES | LANDS | COMPASS | frozenset("pacific asia-pacific latin".split())
_LINKS = frozenset("of for at to with from in".split()) | {FOR_WHOM}


def read_tail(text: str, words: Sequence[Word], at: int, office: Office) -> tuple[Office, int]:
    """Read of whom or of what: "of Harwick", "of research at Orsa Labs", "for Health"; the office, and the end."""
    if at >= len(words) - 1 or words[at].low not in _LINKS:
        return office, at
    link = words[at].low
    lead = words[at + 1].low
    if link == "of" and lead in ARTICLES and (over := _after_board(words, at + 2)):
        return read_tail(text, words, over, office)  # "the chair of the board of directors of Orsa Labs"
    first = at + 2 if lead in ARTICLES or lead in OWNERS else at + 1
    if first + 1 < len(words) and words[first].low.endswith(_ADORNING):
        first += 1  # "director for the Harwick-based charity Rivers Watch"
    high = forward(words, first)
    if high == first:
        return office, at
    described = words[first].low in _NATIONAL and first + 1 < high and not words[first + 1].capital
    if described and lead in ARTICLES and words[high - 1].capital:
        # "president of the French sailing group Orsa Labs"
        return _described(text, words, first, high, office), high
    if not words[first].capital:
        if (
            first == at + 1
            and link in ("of", "for")
            and not any(w.capital or w.owner for w in words[first:high])
        ):
            field = " ".join(word.low for word in words[first:high])
            office = replace(office, what=f"{office.what} {link} {field}")
            if high < len(words) and words[high].low in ("of", "for", "at") and office.of is None:
                return read_tail(text, words, high, office)
            return office, high
        if lead == "the" and link == "for" and office.what.rsplit(maxsplit=1)[-1] in FIELDED:
            field = " ".join(word.low for word in words[first:high])
            return _with_field(text, words, high, office, link, field)
        if (
            (high == first + 1 or _is_firm(words[first:high]))
            and lead == "the"
            and link in ("of", "for", "at")
            and office.of is None
            and not office.owned
        ):
            return replace(office, noun=(words[high - 1].start, words[high - 1].end)), high
        return _described(text, words, first, high, office), high
    minister = office.what.rsplit(maxsplit=1)[-1] in FIELDED
    high = _name_end(words, first, high, field=office.owned or (minister and link == "for"))
    if link in ("from", "in") and office.what.rsplit(maxsplit=1)[-1] not in _FROM_A_PLACE:
        return office, at
    field = " ".join(text[words[first].start : words[high - 1].end].split())
    is_field = all(word.low in OFFICES or word.low == "and" for word in words[first:high])
    if minister and (is_field or link == "for"):
        return _with_field(text, words, high, office, link, field)
    if link == "to":
        return replace(office, what=f"{office.what} to {field.casefold()}"), high
    if office.owned or (office.of is not None and not _yields(text, office)):
        # "Orsa Labs' new Head of Ferry Relations"
        parted = link == "of" and office.what.rsplit(maxsplit=1)[-1] in _OF_PARTS
        return (replace(office, what=f"{office.what} of {field.casefold()}") if parted else office), high
    return replace(office, of=(words[first].start, words[high - 1].end)), high


def _is_firm(words: Sequence[Word]) -> bool:
    """Tell whether words stand for a firm that was named before: "the retail giant"."""
    last = words[-1].low
    another = words[0].low in _OTHERS  # "chairman of the parent company"
    return (
        (is_firm_noun(last) or last == "giant")
        and not another
        and not any(w.capital or w.owner for w in words)
    )


def _yields(text: str, office: Office) -> bool:
    """Tell whether what stands before an office says less than what follows: "Middle East director of Orsa Labs".

    But a "Dene representative for the Red party" is one of Dene.
    """
    name = text[slice(*office.of)].casefold().replace(".", "") if office.of else ""
    region = _REGIONS.issuperset(name.split()) and office.what.rsplit(maxsplit=1)[-1] not in _FROM_A_PLACE
    return (
        region
        or name in NATION_OF
        or name in NATIONS
        or name in PARTIES - {"labour"}
        or name in ("uk", "us", "usa", "eu")
    )


def _with_field(
    text: str, words: Sequence[Word], end: int, office: Office, link: str, field: str
) -> tuple[Office, int]:
    """Name a minister by the field: "Minister for Health" is the health minister."""
    low = field.casefold()
    if link == "of" and low == "state":
        office = replace(office, what=f"{office.what} of state")
        if end < len(words) and words[end].low == "for":
            return read_tail(text, words, end, replace(office, what=office.what.removesuffix(" of state")))
        return office, end
    *before, head = office.what.split()
    short = " and " not in low and len(low.split()) < 4
    return replace(office, what=" ".join([*before, low, head] if short else [*before, head, link, low])), end


def _described(text: str, words: Sequence[Word], first: int, high: int, office: Office) -> Office:
    """Take the name at the end of "of the software firm Orsa Labs"."""
    at = high
    while at > first and words[at - 1].capital and not words[at - 1].owner:
        at -= 1
    held = office.of is not None and not _yields(text, office)
    if at == high or held or office.owned or any(w.owner for w in words[first:high]):
        return office
    return replace(
        office, of=(words[at].start, words[high - 1].end), after_words=words[at - 1].low not in _BEFORE_BODIES
    )


def _name_end(words: Sequence[Word], first: int, high: int, *, field: bool) -> int:
    """Return where a name ends: after its capitals, a body's small noun, and what "of" and "and" join."""
    end = next((i for i in range(first, high) if not words[i].capital and not joins(words, i)), high)
    if end < high and any(words[i].owner for i in range(first, end)) and words[high - 1].low in BODY_NOUNS:
        end = high  # "Dene's central bank"
    if 0 < high - end <= _FIELDS_OF_BODIES and words[high - 1].low in BODY_NOUNS:
        end = high  # "the Orsan foreign ministry"
    while end < high and words[end].low in BODY_NOUNS:
        end += 1
    while end < len(words) - 1 and words[end].low in ("of", "for", "and", "&"):
        following = end + 2 if words[end + 1].low == "the" and end + 2 < len(words) else end + 1
        on = any(words[i].low == "on" for i in range(first, end))  # "Institute on Ferries and the Sea"
        joined = words[end].low in ("of", "for") or field or on or words[first].low in GROUP_NOUNS
        if not (words[following].capital and words[end - 1].capital and joined):
            break
        end = following
        while end < len(words) and words[end].capital and is_part(words, end):
            end += 1
    return _after_board(words, end - 1) or end


def _after_board(words: Sequence[Word], at: int) -> int:
    """Return where a board's name ends that begins at a word; 0 where there is none."""
    if at >= len(words) or words[at].low != "board":
        return 0
    return at + 3 if [word.low for word in words[at + 1 : at + 3]] in _BOARDS else at + 1
