"""Read who it was instead of who was asked: "it was Brandt, not Quill", "it wasn't Quill, it was Brandt"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from qa.language.lexicon.follow_up_words import ARTICLES
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import regex
from qa.understanding.words import bare

_LONGEST = 120
_BEFORE_IT = (
    r"\s*(?:(?:ok(?:ay)?|well|hm+|oh|um+|and|but|so|no|nah|nope|sorry|wait|oops|actually|maybe|perhaps"
    r"|i\s+(?:think|guess|believe|thought))\b[\s,.!–—-]*)*"
)
_BE = r"(?:['’]?s|\s+(?:is|was|were|(?:must|should|might|may)\s+(?:be|have\s+been)|ha[sd]\s+to\s+be))"
_IT_WAS = regex(
    rf"{_BEFORE_IT}(?:it|that|this){_BE}\s+(?!not\b)(?:about\s+)?(?P<meant>[^,;?]{{2,40}}?)[,;]?\s+(?:and\s+|but\s+)?not\s+(?:about\s+)?(?P<refused>[^,;?]{{2,40}}?)[\s?!.]*",
    re.IGNORECASE,
)
_IT_WAS_NOT = regex(
    rf"{_BEFORE_IT}(?:it|that|this)(?:['’]?s\s+not|\s+(?:is|was)(?:n['’]?t|\s+not))\s+(?:about\s+)?(?P<refused>[^,;?]{{2,40}}?)"
    rf"(?:(?:[,;.]\s*|\s+)(?:but\s+)?(?:it|that|this){_BE}|(?:[,;]\s*|\s+)(?:but|rather))\s+(?:about\s+)?(?P<meant>[^,;?]{{2,40}}?)[\s?!.]*",
    re.IGNORECASE,
)
_SHOWN_NOW = regex(rf"{_BEFORE_IT}(?:that|this)(?:['’]?s|\s+is)(?!n|\s+not)\b", re.IGNORECASE)


class WhoItWas(NamedTuple):
    """Who or what is meant, and who or what is not."""

    meant: str
    refused: str


def who_it_was(question: str) -> WhoItWas | None:
    """Return whom a turn puts in the place of whom: Brandt in Quill's of "it was Brandt, not Quill"."""
    if len(question) > _LONGEST:
        return None
    match = _IT_WAS_NOT.fullmatch(question) or _IT_WAS.fullmatch(question)
    return WhoItWas(match["meant"], match["refused"]) if match else None


def is_remark(question: str, asked: str) -> bool:
    """Return whether such a turn tells of a thing, and of nothing that was asked: "it was raining, not snowing".

    Args:
        asked: What was asked before, as a question.
    """
    found = who_it_was(question)
    if found is None or found.refused != found.refused.lower():
        return False
    refused = {bare(word) for word in found.refused.split()} - ARTICLES
    return refused.isdisjoint(PRONOUNS) and refused.isdisjoint(bare(word) for word in asked.split())


def says_who_it_was(question: str, shown: Iterable[str]) -> bool:
    """Return whether such a turn says who is meant, and does not complain of what was shown.

    "That's Brandt, not Quill" complains; "it was Brandt, not Quill" does too where words of Brandt were shown.

    Args:
        shown: Whose words were shown.
    """
    found = who_it_was(question)
    if found is None or _SHOWN_NOW.match(question):
        return False
    meant = {bare(word) for word in found.meant.split()} - ARTICLES
    return meant.isdisjoint(bare(word) for name in shown for word in name.split())
