"""Tell a name that is also a month, the "May" of Peter May and the "Jun" of Zhang Jun, from the month."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.people.names.capitals import CapitalWord
from qa.language.lexicon.first_names import GIVEN_AND_PLACE, is_given
from qa.language.lexicon.name_parts import SURNAME_FIRST
from qa.language.lexicon.titles import COURTESY
from qa.language.patterns import regex
from qa.speakers.names import fold

_BORNE = regex(r"\b([A-Z][\w’'-]{1,30})\.? (May|March|June|August)\b(?!,? \d)")
_TIME_BEFORE = regex(
    r"\b(?:in|of|on|since|by|until|till|from|last|this|next|early|late|mid|during|through|to|before|after|for"
    r"|all|every|each|between|and|or|end|beginning|middle)[ -]$",
    2,
)
_OF_A_TIME = regex(r" (?:was|is|saw)\b")
_DAY = regex(r"\.? ?\d")
_SHORT = 3
_ACTS = regex(r"(?:[’']s?)? [a-z]|[,.”\"]")


def month_surnames(text: str) -> frozenset[str]:
    """Return the months of which somebody in the text has the name, after a given name or "Mrs."."""
    return frozenset(
        match[2].lower()
        for match in _BORNE.finditer(text)
        if (given := fold(match[1])) in COURTESY or (is_given(given) and given not in GIVEN_AND_PLACE)
    )


def is_given_month(text: str, words: Sequence[CapitalWord]) -> bool:
    """Tell whether a short month ends the name of somebody whose surname comes first: "Zhang Jun", but not "Jun 5"."""
    if len(words) != 2 or words[0].fold not in SURNAME_FIRST or len(words[1].text) != _SHORT:
        return False
    return _DAY.match(text, words[1].end) is None


def stands_for_somebody(text: str, start: int, end: int) -> bool:
    """Tell whether a month of which somebody has the name means them: "May said", but not "in May said"."""
    if _TIME_BEFORE.search(text, max(0, start - 12), start):
        return False
    if text[max(0, start - 4) : start].rstrip(' \n“"')[-1:] in (".", "!", "?", "") and _OF_A_TIME.match(
        text, end
    ):
        return False  # "August was dry"
    return _ACTS.match(text, end) is not None
