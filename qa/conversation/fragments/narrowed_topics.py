"""Ask the last question within what a correction adds to its topic: "I meant after the fire", "no, before the vote"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import carrying
from qa.language.lexicon.follow_up_words import PLACE_OR_TIME
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import regex
from qa.understanding.words import bare

_WITHIN = regex(
    r"(?P<how>after|before|during|amid|under|following|since|until|ahead\s+of)\s+(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NO_EVENT = PRONOUNS | PLACE_OR_TIME | {"now"}


def narrowed(question: str, meant: str, last: Understanding) -> Followed | None:
    """Return the last question on its topic at another time, which an event tells: the levee after the fire.

    What stood there after the same word gives way. None where there was no topic, and for what says no such time.
    """
    match = _WITHIN.fullmatch(meant)
    if match is None or last.kind is QuestionKind.CONTENT or not last.topic:
        return None
    words = [bare(word) for word in match["what"].split()]
    if words[-1] in _NO_EVENT or (len(words) == 1 and words[0].isdigit()):
        return None  # "no, after that", "since then", "before the other one", "under 18"
    topic = re.sub(rf"\s+{match['how']}\s+.*$", "", last.topic, flags=re.IGNORECASE | re.DOTALL)
    within = replace(last, question=question, topic=f"{topic} {meant}")
    return Followed(carrying(within))
