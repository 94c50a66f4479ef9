"""Read what the words beside a name say of its bearer: what they are, and how old."""

from __future__ import annotations

import re
from collections.abc import Collection

from qa.language.exact_words import in_words
from qa.language.lexicon.offices import HEADS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.titles import OF_NAMES, TITLES
from qa.language.patterns import regex

DEFINED, TOLD, TITLED, NICKNAMED, NAMED = range(5)
"""The ranks of places, what says most first: "Quill is a pilot"; "Quill, a pilot," or "mayor of Harwick"; "the mayor"
alone; "known as Quill"; and a name of which nothing is known to be said."""

_REACH = 120
"""How many characters beside a name are looked at."""
_SAYS_WHAT = regex(
    r"(?:[’'”\"]+)?(?:"
    r"\s+(?P<copula>(?:is|was)\s+(?:an?|the|one\s+of|now|[A-Z][\w.&-]*[’']s)\s+(?!same\b|first\s+to\b|only\b|latest\b|last\b|case\b)\w)"
    r"|(?:,|\s[—–-])\s+(?:(?:aged\s+)?\d\d,\s+)?(?:who\s+(?:(?:has|had)\s+)?(?:is|was|leads|led|heads|headed|runs|ran|founded|chairs|chaired)\s"
    r"|of\s+(?=[A-Z])|(?:an?|the|one\s+of|[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}[’']s)\s+(?!(?:same|other|day|week|month|year|night|morning|more|first\s+time)\b)\w))"
)
_AGED = regex(
    r"(?:,\s+(?:who\s+(?:is|was|turned|turns)\s+|now\s+|aged\s+)?|\s+\(|\s+(?:is|was|turned|turns)\s+(?:aged\s+|now\s+)?)"
    r"[1-9]\d(?=[;.)]|,\s|\s+(?:years\s+old|on\s|in\s|this\s|next\s|when\s|and\s))"
)
# "To close the Quill Fund was a mistake": what stands before the name, and "the", is no conjunction.
_IN_A_SUBJECT = regex(
    r"\b(?!(?:the|that|and|or|but|because|while|when|where|as|since|so|if|although|though|whether|which|says?|said|now|today)\b)"
    r"(?P<last>[a-z][\w’'-]*)\s+(?:the\s+)?\Z"
)
_YEARS_OLD = regex(r"\b\d{1,3}[-\s]year[-\s]old(?:\s+(?!(?:of|for|from|to|and|with)\s)[a-z-]+){0,3}\s+$")
# "Ada Quill, Chief Tide and Boat Officer for the port", "Ada Quill will serve as the pilot" and "was named pilot"
_OFFICE_AFTER = regex(
    r",\s+(?:(?:[A-Z][\w&’'-]*\s+(?:(?:and|of|for)\s+)?){0,6}?(?P<head>[A-Z]\w+)(?=,?\s+(?:for|of|at|in)\s+\w)"
    r"|(?:(?!(?:said|says|told|the|an?)\b)[a-z-]+\s+){0,2}?(?P<small>[a-z][a-z-]+)(?=,?\s+(?:for|of|at|in)\s+(?:\w+\s+){0,3}?[A-Z]))"
)
_ACTED_AS = regex(
    r",?\s+(?:who\s+)?(?:(?:has|had|will)\s+)?(?:act(?:s|ed)?|serve[sd]?|work(?:s|ed)?|step(?:s|ped)?\s+down|resign(?:s|ed)|retire[sd])"
    r"\s+as\s+(?=\w)|,?\s+(?:who\s+)?(?:(?:has|had)\s+been|was|is)\s+(?:(?:re-?)?(?:elected|appointed)|named|promoted\s+to)"
    r"\s+(?:as\s+)?(?!(?:in|after|by|on|for|from|during|at|to|last|this|among|with|as)\b)(?=\w)"
)
_WHAT = regex(r"[^,;:.!?\n]{1,80}")
_CALLED_SO = HEADS | HUMAN | ANY_ROLE | OF_NAMES
_IN_A_NAME = regex(r"(?:[’']s?)?\s+[A-Z]|[’']s?\b")
_BEFORE_A_NAME = regex(r"(?:\A|\s)(?P<word>[A-Z][\w’'-]*\.?)[ ]\Z")
_ROLE_BEFORE = regex(r"\b(?P<role>[a-z]{3,})[ ]$")
_INITIAL = r"\s+(?:[A-Z]\.?\s+)?"
"""What stands between a first name and a surname: an initial, perhaps."""
_CALLED = regex(r"(?:known\s+(?:\w+\s+)?as|nicknamed|dubbed|alias)\s+(?:the\s+)?[“\"‘']*$")


def names_as_written(names: Collection[str]) -> re.Pattern[str]:
    """Return the pattern of names, each as it is or with an initial in it: "Ada R. Quill" for "Ada Quill"."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile("|".join(rf"\b{_written(name)}\b" for name in longest))


def _written(name: str) -> str:
    words = [re.escape(word) for word in name.split()]
    return _INITIAL.join(words) if len(words) == 2 else re.escape(name)


def said_beside(text: str, start: int, end: int) -> int:
    """Return how much is said of a name by the words beside it, as a rank."""
    match = _SAYS_WHAT.match(text, end, end + _REACH)
    if match and not (match["copula"] and _ends_a_subject(text, start)):
        return DEFINED if match["copula"] else TOLD
    match = _OFFICE_AFTER.match(text, end, end + _REACH)
    if match and (match["head"] or match["small"]).casefold() in HEADS:
        return TOLD
    if (match := _ACTED_AS.match(text, end, end + _REACH)) and _tells_office(text, match.end()):
        return TOLD
    before = max(0, start - _REACH)
    if (match := _ROLE_BEFORE.search(text, before, start)) and match["role"] in HEADS | HUMAN:
        return TITLED  # "the French model Ada Quill"
    return NICKNAMED if _CALLED.search(text, before, start) else NAMED


def _ends_a_subject(text: str, start: int) -> bool:
    """Return whether a name only ends what the sentence is about; "the baker Ada Quill" is named by all of it."""
    match = _IN_A_SUBJECT.search(text, max(0, start - _REACH), start)
    return match is not None and match["last"] not in HEADS | HUMAN


def _tells_office(text: str, start: int) -> bool:
    """Return whether a phrase is what somebody may serve as: "the pilot", and no "an example" or "the sun set"."""
    what = _WHAT.match(text, start)
    return what is not None and not _CALLED_SO.isdisjoint(in_words(what[0]))


def age_stands_beside(text: str, start: int, end: int, names: Collection[str]) -> bool:
    """Return whether somebody's age stands beside one of their names, or beside their surname where it is theirs."""
    before = max(0, start - _REACH)
    is_surname = " " not in text[start:end] and text[start:end] not in names
    if is_surname and _is_another(text[before:start], text[end : end + _REACH]):
        return False
    return bool(_AGED.match(text, end, end + _REACH) or _YEARS_OLD.search(text, before, start))


def _is_another(before: str, after: str) -> bool:
    """Return whether a surname stands in somebody else's name: "Rosa Quill", "Quill Brandt", or owns what follows."""
    first = _BEFORE_A_NAME.search(before)
    titled = first is not None and first["word"].strip(".").casefold() in TITLES
    return _IN_A_NAME.match(after) is not None or (first is not None and not titled)


def without_candidates(text: str, offices: Collection[str]) -> str:
    """Return a text without the offices that somebody only stands for: "backed Ada Quill for mayor"."""
    heads = "|".join(map(re.escape, sorted(offices)))
    return re.sub(rf"\bfor\s+(?:[\w’'.-]+\s+){{0,3}}?(?:{heads})\b", " ", text, flags=re.IGNORECASE)
