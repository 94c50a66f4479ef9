"""Ask how much something is once more, of each: "per person?", "a year?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.patterns import regex

_MEASURE = regex(
    rf"\s*{ONE_LEAD}(?P<each>per\s+[\w-]+(?:\s+[\w-]+)?|(?:a|each|every)\s+(?:day|week|month|year|hour|head|person|household|time)"
    r"|each|on\s+average|overall|altogether)[\s?!.]*",
    re.IGNORECASE,
)
_HOW_MUCH = regex(r"\bhow\s+(?:many|much|often|long|far|high|big)\b", re.IGNORECASE)


def with_measure(question: str, past: Past, read: Understand) -> Followed | None:
    """Ask how much something is once more, of each: "how much is it per person?" by "per person?"."""
    match, last = _MEASURE.fullmatch(question), past.last
    if match is None or last is None or last.kind is not QuestionKind.CONTENT or not past.quoting:
        return None
    base = without_appended(last.standalone)
    if _HOW_MUCH.search(base) is None:
        return None
    body = base.rstrip(" ?!.")
    asked = f"{body} {match['each'].lower()}{last.standalone[len(body) :] or '?'}"
    return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))
