"""Read what an article calls somebody at one place, and the name beside it: "Una Strand, lawyer for the Hales"."""

from __future__ import annotations

from typing import NamedTuple

from qa.archive.quote_lookup import whole_sentences
from qa.datatypes import Span
from qa.language.lexicon.function_words import AUXILIARIES, PREPOSITIONS
from qa.language.lexicon.offices import HEADS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.patterns import regex

_PARTICLES = r"(?:(?:al|bin|ben|de|del|di|da|la|el|van|von)\s+)?"
_NAME = rf"[^\W\d_a-z][\w’'.-]{{0,40}}(?:\s+{_PARTICLES}[^\W\d_a-z][\w’'.-]{{0,40}}){{0,7}}"
_REACH = 160
"""Characters on each side of a noun that are read: a bound, so that no article takes more than linear time."""
_BREAKS = frozenset(',;:()[]—–“”"\n')
_RELATIVE = frozenset("who whom which that whose when where after before until because as but".split())
_ENDS = VERBS.keys() | AUXILIARIES | _RELATIVE
_FINITE = VERBS.keys() | AUXILIARIES
_OPENING = regex(
    r"\W*(?:According to|After|As|Before|By|For|From|In|Like|To|Unlike|With) (?:[A-Z][a-z]{1,3}\. )?"
)
"""What opens a sentence before a name with whose comma its clause begins."""
_CLOSES = frozenset(",;:)—–")
_MAY_FOLLOW = _ENDS | PREPOSITIONS | {"and", "or"}
"""What may stand after a noun that is not part of a longer one: "the owner association" has no owner."""
_WORD = regex(r"[\w’'-]+")
_NEXT = regex(r"\s+([\w’'-]+)")
_NAME_NEXT = regex(rf"\s+(?P<name>{_NAME})")
_NAME_APART = regex(rf",\s+(?P<name>{_NAME})(?=[,.\s]|$)")
_NAME_BEFORE = regex(rf"(?P<name>{_NAME})(?:,\s+\d{{1,3}})?,\s+\Z")
_AND_BEFORE = regex(rf"(?P<name>{_NAME})(?:,\s+\d{{1,3}})?,\s+[^;]{{1,80}}?\s+and\s+\Z")
_OF_AFTER = regex(
    r"\s+(?:of|from|in|at)\s+(?:the\s+)?(?P<of>[^\W\d_a-z][\w’'.-]{0,40}(?:\s+[^\W\d_a-z][\w’'.-]{0,40}){0,3})"
)
_AND_HEAD = regex(rf"and\s+(?:(?:an?|the)\s+)?(?:{'|'.join(sorted(HEADS))})\b")


class Called(NamedTuple):
    """What an article calls somebody at one place: offsets of the words, and the names that stand beside them."""

    start: int
    end: int
    sentence: Span
    before: str | None = None
    """The name before a comma: Una Strand of "Una Strand, lawyer for the Hales"."""
    after: str | None = None
    """The name after the words: Una Strand of "the Hales' lawyer, Una Strand"."""


def called_at(text: str, noun: Span) -> Called | None:
    """Return what an article calls somebody by a noun at a place; None where the noun is part of a longer one.

    "The mayor's aide" and "the mayor candidate" are no mayor.
    """
    if text[noun[1] : noun[1] + 1] in ("'", "’", "-"):
        return None
    sentence = whole_sentences(text, *noun)
    first, last = max(sentence[0], noun[0] - _REACH), min(sentence[1], noun[1] + _REACH)
    start, cut = _start(text, first, noun[0])
    name = _NAME_NEXT.match(text, noun[1], last)
    if name is not None:
        of = _OF_AFTER.match(text, name.end(), last)
        return Called(start, of.end() if of else noun[1], sentence, after=name["name"])
    following = _NEXT.match(text, noun[1], last)
    if following is not None and following[1].casefold() not in _MAY_FOLLOW:
        return None
    end = _end(text, noun[1], last)
    before = None
    if cut in ("", "and"):
        pattern = _AND_BEFORE if cut else _NAME_BEFORE
        before = pattern.search(text, first, start)
    if before is not None and _is_subject(text, sentence[0], before.start("name"), end):
        before = None
    apart = _NAME_APART.match(text, end, last)
    return Called(start, end, sentence, before["name"] if before else None, apart["name"] if apart else None)


def _is_subject(text: str, opens: int, name: int, end: int) -> bool:
    """Return whether a clause begins after a name and its comma: "According to Strand, the mayor of Dene declined"."""
    ahead = text[opens:name]
    if _OPENING.fullmatch(ahead):
        return text[end : end + 1] not in _CLOSES
    following = _NEXT.match(text, end - 1 if text[end - 1 : end].isspace() else end)
    verb = following is not None and following[1].casefold() in _FINITE
    return verb and any(letter.isalnum() for letter in ahead)


def _start(text: str, first: int, noun: int) -> tuple[int, str]:
    """Return where the words before a noun begin, and the word that cuts them off from what is before."""
    begin = max((at + 1 for at in range(first, noun) if text[at] in _BREAKS), default=first)
    while begin < noun and text[begin].isspace():
        begin += 1
    words = list(_WORD.finditer(text, begin, noun))
    for at in range(len(words) - 1, -1, -1):
        if (low := words[at][0].casefold()) not in _MAY_FOLLOW:
            continue
        # "The Dene Institute of Water chief" is not "Water chief".
        if low == "of" and all(
            word[0][0].isupper() for word in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
        ):
            continue
        return (words[at + 1].start() if at + 1 < len(words) else noun), low
    return begin, ""


def _end(text: str, noun_end: int, last: int) -> int:
    """Return where "of the Hale family", after a noun, ends."""
    following = _NEXT.match(text, noun_end, last)
    if following is None or following[1].casefold() not in PREPOSITIONS:
        return noun_end
    end = next((at for at in range(noun_end, last) if text[at] in _BREAKS), last)
    for word in _WORD.finditer(text, following.end(), end):
        # "The warden of Dene and Hale and keeper of the pier" is warden of Dene and Hale.
        if word[0].casefold() in _ENDS or _AND_HEAD.match(text, word.start()):
            return word.start()
    return end
