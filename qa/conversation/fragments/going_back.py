"""Go back to an earlier question of the conversation: "back to the first", "back to Brandt", "ok, the levee again"."""

from __future__ import annotations

import re

from qa.answers import Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, again
from qa.language.lexicon.follow_up_words import ORDINALS
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker

_LONGEST = 120
_LEAD = r"\s*(?:(?:ok(?:ay)?|and|so|now|but|anyway|lets|let['’]?s|can\s+we|i\s+want\s+to)[\s,]+)*"
_BACK = regex(
    rf"{_LEAD}(?:(?:go(?:ing)?|get(?:ting)?|come|coming|return(?:ing)?)\s+)?(?:back\s+to|return(?:ing)?\s+to)\s+(?P<what>[^?!,]*?)(?:\s+(?:again|please))*[\s?!.]*"
    rf"|{_LEAD}(?:show\s+me\s+|repeat\s+|ask\s+)?(?P<once>[^?!,]*?)\s+(?:once\s+)?again(?:\s+please)?[\s?!.]*",
    re.IGNORECASE,
)
_STEP = regex(
    rf"{_LEAD}(?:(?:(?:go|step)\s+)?back(?:\s+(?:one(?:\s+step)?|please))?|(?:the\s+)?(?:previous|last\s+but\s+one)(?:\s+(?:one|question|answer))?)[\s?!.]*",
    re.IGNORECASE,
)
_NUMBERED = regex(
    rf"(?:what(?:['’]?s|\s+is|\s+was)\s+)?(?:the|my|your|our)\s+(?:very\s+)?(?P<which>{'|'.join(sorted(ORDINALS))}|start|beginning|previous)(?:\s+(?:one|question|answer|topic|thing))?",
    re.IGNORECASE,
)
_SAID = regex(
    r"(?:what\s+(?:did\s+|does\s+|has\s+)?)?(?P<who>\S.*?)(?:['’]s?\s+(?:quotes?|words?|answers?|statements?|comments?)|\s+(?:said|says|say))?(?:\s+(?:quotes?|question|topic|thing|stuff))?",
    re.IGNORECASE,
)


def going_back(question: str, past: Past, speakers: KnownSpeakers) -> Followed | None:
    """Return the earlier question that a turn goes back to, asked again; None where it goes back to none of them.

    "Back to the first" counts the questions, "back to Brandt" and "back to the levee" find the last that was put to
    Brandt, or was on the levee.
    """
    if len(question) > _LONGEST or not past.known:
        return None
    if _STEP.fullmatch(question):
        return Followed(again(question, past.known[-2][1])) if len(past.known) > 1 else None
    match = _BACK.fullmatch(question)
    if match is None:
        return None
    what = (match["what"] or match["once"] or "").strip()
    if (numbered := _NUMBERED.fullmatch(what)) is not None:
        which = numbered["which"].lower()
        at = -2 if which == "previous" else ORDINALS.get(which, 1) - 1
        known = [understood for _, understood in past.known]
        return Followed(again(question, known[at])) if -len(known) <= at < len(known) else None
    said = _SAID.fullmatch(what)
    meant = _asked_on(said["who"], past, speakers) if said else None
    return Followed(again(question, meant)) if meant else None


def _asked_on(what: str, past: Past, speakers: KnownSpeakers) -> Understanding | None:
    """Return the last question that was put to somebody, or was on something: the very last one, too."""
    match = match_speaker(what, speakers)
    names = {match.name, *match.ambiguous} - {None} if not match.corrected else set()
    for _, understood in reversed(past.known):
        if understood.speaker in names and not understood.ambiguous:
            return understood
    terms = set(content_terms(what))
    for _, understood in reversed(past.known):
        if terms and terms <= set(content_terms(f"{understood.topic or ''} {understood.standalone}")):
            return understood
    return None


def goes_to(question: str) -> str | None:
    """Return what a turn goes back to, which was not asked before: "the tolls" of "back to the tolls"."""
    match = _BACK.fullmatch(question) if len(question) <= _LONGEST else None
    what = (match["what"] or "").strip() if match else ""
    return None if not what or _NUMBERED.fullmatch(what) else what
