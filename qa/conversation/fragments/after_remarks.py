"""Find what a turn asks after a remark on what was shown: "nothing from Quill. any other mayor?"."""

from __future__ import annotations

import re

from qa.conversation.earlier.followed import Understand
from qa.conversation.earlier.past import Past
from qa.conversation.fragments.fragments import fragment_of
from qa.conversation.fragments.remarks import talks_of_the_talk
from qa.language.lexicon.question_words import QUESTION_WORDS
from qa.language.patterns import regex
from qa.understanding.words import bare

_LONGEST = 120
_TWO = regex(
    r"(?P<remark>[^.;!?]{4,60}?)(?:[.;!]+|,(?=\s+(?:then|so|try|maybe|perhaps|(?:what|how)\s+about)\s))\s+(?P<asks>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def asked_after_remark(question: str, past: Past, read: Understand) -> str | None:
    """Return the fragment at the end of a turn whose first sentence or clause has no word that was not asked before.

    "They have none, then the clerk": it only says how the last answer ended. "He was in Dene. The tolls?" says more.
    """
    match = _TWO.fullmatch(question.strip()) if len(question) <= _LONGEST else None
    if match is None or past.last is None or not past.quoting:
        return None
    words = [bare(word) for word in match["remark"].split()]
    if words[0] in QUESTION_WORDS:
        return None
    last = past.last
    asked = f"{last.standalone} {last.speaker or ''} {last.topic or ''}"
    if not talks_of_the_talk(match["remark"], {bare(word) for word in asked.split()}):
        return None
    return match["asks"] if fragment_of(match["asks"], read) is not None else None
