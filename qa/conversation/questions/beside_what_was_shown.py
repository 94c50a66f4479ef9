"""Ask the articles of the quotes shown last first, where a question of fact goes on about what they tell of."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, talked_of, words_asked
from qa.language.lexicon.follow_up_words import SPOKEN_LEADS
from qa.language.patterns import regex
from qa.understanding.names import names_in

_LONGEST = 160
_THERE = regex(
    r"\s+(?:in|from)\s+(?:(?:the\s+same|that\s+same|this\s+same|that|this)\s+(?:article|piece|story|interview|write-?up)|the\s+(?:article|piece))"
    r"(?P<too>\s+(?:too|as\s+well|also))?(?=[\s?!.]*$)",
    re.IGNORECASE,
)
"""Where an answer must stand, as it is said of what was shown: "is Brandt quoted in the same piece?"."""
_WHO_IS_QUOTED = regex(
    rf"\s*{SPOKEN_LEADS}who\s+(?:else\s+)?(?:is|was|gets?|got)\s+(?:quoted|cited|interviewed)"
    r"(?:\s+(?:then|there|here|in\s+it))?(?:\s+(?:apart\s+from|besides|except(?:\s+for)?|other\s+than)\s+[^?]{1,60})?[\s?!.]*",
    re.IGNORECASE,
)
"""What can only be asked of an article: "who else is quoted?"."""


def beside(found: Followed, question: str, past: Past) -> Followed:
    """Ask these articles first, in every sense that a question has."""
    otherwise = beside(found.otherwise, question, past) if found.otherwise else None
    named = () if names_in(question) else talked_of(past)
    return replace(found, beside=past.shown_last, named=named, words=words_asked(past), otherwise=otherwise)


def of_the_same(found: Followed, past: Past) -> Followed:
    """Ask these articles first, where the last question of fact is asked of something else.

    "And the debt?", after "how large was Vantor's loss?", is about Vantor's.
    """
    understood, last = found.understood, past.last
    if understood.kind is not QuestionKind.CONTENT or found.article or found.more or last is None:
        return found
    if "words" not in understood.carried or understood.standalone == last.standalone:
        return found
    return beside(found, understood.standalone, past)


def without_place(question: str, past: Past) -> str | None:
    """Return a turn without "in that article", which is no topic of anybody's; None where it says no such thing."""
    if len(question) > _LONGEST or not past.shown_last:
        return None
    if _WHO_IS_QUOTED.fullmatch(question):
        return "who else is quoted?"
    match = _THERE.search(question)
    rest = question[: match.start()] if match else ""
    return rest if len(rest.split()) > 1 else None


def only_there(found: Followed, past: Past) -> Followed:
    """Ask only the articles of the quotes shown last, in every sense that a question has."""
    otherwise = only_there(found.otherwise, past) if found.otherwise else None
    return replace(found, near=frozenset(past.shown_last), otherwise=otherwise)
