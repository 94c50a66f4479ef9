"""Ask on the same thing in another place: "What did Quill say about the mill in Orsa?" by "and Harwick?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import again, carrying
from qa.language.lexicon.places import NATIONS, STATES
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker

_NAME = r"[A-Z][\w’'-]*(?:\s+(?:of\s+|and\s+)?[A-Z][\w’'-]*){0,2}"
_HOW = r"in|at|near|around|outside|across"
_PLACED = regex(rf"(?P<what>\S.*\s(?i:{_HOW})\s+)(?P<place>{_NAME}|[a-z][\w’'-]*(?:\s+[a-z]+)?)$")
_WHERE = regex(rf"(?:(?P<how>{_HOW})\s+)?(?P<place>\S.*)", re.IGNORECASE | re.DOTALL)
_IS_A_NAME = regex(_NAME)


def with_other_place(topic: str | None, named: str) -> str | None:
    """Return a topic with another place in it: "the mill in Orsa", of "the mill in Dene" by "Orsa" or "in Orsa".

    None where one of the two is no place: "and the tolls?" names another thing, and so may "and rents?", in small
    letters.
    """
    placed, where = _PLACED.fullmatch(topic or ""), _WHERE.fullmatch(named)
    if placed is None or where is None:
        return None
    place = where["place"]
    if not (where["how"] or _is_place(place)) or not _is_place(placed["place"], small=bool(where["how"])):
        return None
    return f"{placed['what']}{place}" if _is_place(place, small=bool(where["how"])) else None


def _is_place(name: str, *, small: bool = False) -> bool:
    """Return whether words are a place's name; in small letters only a known one, or one after "in" and alone."""
    known = name.casefold() in NATIONS or name.casefold() in STATES
    return known or _IS_A_NAME.fullmatch(name) is not None or (small and " " not in name)


def in_other_place(
    question: str, meant: str, last: Understanding, speakers: KnownSpeakers
) -> Followed | None:
    """Ask the last question on its topic in the place that a correction names; whoever speaks here is no place."""
    topic = None if last.kind is QuestionKind.CONTENT else with_other_place(last.topic, meant)
    if topic is None or match_speaker(meant, speakers).speaks:
        return None
    elsewhere = replace(again(question, last), topic=topic)
    return Followed(carrying(elsewhere))
