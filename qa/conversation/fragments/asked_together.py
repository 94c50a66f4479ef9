"""Ask two speakers in one turn: "what did Quill say? and Brandt?", "and Quill and Brandt?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.question_text import told
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker

_LONGEST = 200
_TWO = regex(
    r"(?P<first>[^?]{3,}?)\s*\?+\s*(?:(?:and|also|or|plus)\s+|(?:and\s+)?(?:what|how)\s+about\s+)(?P<other>[^?]{2,60}?)[\s?!.]*",
    re.IGNORECASE,
)
_PAIR = regex(
    r"\s*(?:(?:and|or|what\s+about|how\s+about)\s+)+(?P<first>[^?,]{2,60}?)\s+(?:and|or)\s+(?P<other>[^?,]{2,60}?)[\s?!.]*",
    re.IGNORECASE,
)


def two_in_one(question: str, speakers: KnownSpeakers) -> tuple[str, str] | None:
    """Return a turn for the first of two speakers, and who the other is; None for a turn for one, or for none."""
    if len(question) > _LONGEST:
        return None
    if (match := _PAIR.fullmatch(question)) and _one(match["first"], speakers):
        other = _one(match["other"], speakers)
        return (f"and {match['first']}?", other) if other else None
    if match := _TWO.fullmatch(question):
        other = _one(match["other"], speakers)
        return (f"{match['first']}?", other) if other else None
    return None


def with_another(question: str, first: Followed, other: str) -> Followed | None:
    """Set the other speaker beside the first, who is asked for words; None where the first turn asks for none."""
    understood = first.understood
    if understood.kind is not QuestionKind.SAID or not understood.speaker or understood.speaker == other:
        return None
    if first.unresolved or understood.ambiguous or understood.over_time:
        return None
    both = replace(understood, question=question, others=(*understood.others, other))
    return Followed(replace(both, standalone=told(both)))


def _one(name: str, speakers: KnownSpeakers) -> str | None:
    return match_speaker(name.strip(), speakers).exact
