"""Name what somebody was asked to have put forward: Quill's proposal, of "what did Quill propose?"."""

from __future__ import annotations

import re

from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.patterns import regex

_NOUNS = {
    "propose": "proposal", "suggest": "suggestion", "recommend": "recommendation", "invent": "invention",
    "discover": "discovery", "announce": "announcement", "plan": "plan", "offer": "offer", "promise": "promise",
    "pledge": "pledge", "demand": "demand", "design": "design", "predict": "prediction", "decide": "decision",
}  # fmt: skip
_PUT_FORWARD = regex(
    rf"\s*{ONE_LEAD}what\s+(?:exactly\s+)?(?:did|does|do|has|have|will|would)\s+(?P<who>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){{0,3}})\s+"
    rf"(?:actually\s+|really\s+|want\s+to\s+)?(?P<verb>{'|'.join(_NOUNS)})(?:e?d)?[\s?!.]*"
)


def brought_forth(question: str) -> str | None:
    """Return by its noun what a question asks that somebody put forward; None for any other question.

    The talk goes on about that: "how much would it cost?", after "what did Quill propose?", is asked of no Quill.
    """
    match: re.Match[str] | None = _PUT_FORWARD.fullmatch(question)
    if match is None:
        return None
    owner = f"{match['who']}'" if match["who"].endswith("s") else f"{match['who']}'s"
    return f"{owner} {_NOUNS[match['verb'].lower()]}"
