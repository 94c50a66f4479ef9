"""Find what a turn tries instead, whatever is said around it: "use tolls", "same but Brandt", "tolls instead"."""

from __future__ import annotations

import re

from qa.conversation.fragments.fixed_fragments import fixed_fragment
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_WORDS
from qa.language.patterns import regex
from qa.understanding.words import bare

_LONGEST = 80
_MOST_WORDS = 5
_LED = (
    r"\s*(?:(?:ok(?:ay)?|and|but|so|now|then|well|hm+|no|nah|please|just|maybe|perhaps|let['’]?s"
    r"|(?:can|could)\s+(?:you|we))[\s,]+)*"
)
_TRY = regex(
    rf"{_LED}(?:use|check|(?:look|search|check|google)\s+(?:up|for|with|under)|go\s+with|try(?:\s+(?:it\s+)?(?:with|for|under))?)\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_SAME = regex(
    rf"{_LED}(?:the\s+)?(?:same|again|once\s+more|redo)(?:\s+(?:thing|question|one|search))?[\s,]+(?:(?:but|just|only)\s+(?:(?:with|for)\s+)?|(?:with|for)\s+|(?=(?:about|on|in|from|since|until)\s))(?P<rest>\S.*)",
    re.IGNORECASE,
)
_INSTEAD = regex(
    rf"{_LED}(?:(?:what|how)\s+about\s+)?(?P<rest>\S[^?!]*?),?\s+(?:instead|rather)(?:\s+of\s+(?:that|this|it|him|her|them))?",
    re.IGNORECASE,
)
_ANY = regex(r"(?:anything|something|stuff)\s+(?:on|about|regarding)\s+(?=\S)", re.IGNORECASE)
_NOTHING_NEW = frozenset("it that this one ones again more else".split())


def tried_instead(question: str) -> str | None:
    """Return the name, the thing or the time that is to be tried in the last question; None for any other turn.

    "Search for tolls" looks for them in what was asked; "search for what Quill said" is a question of its own.
    """
    text = question.strip().rstrip(" ?!.")
    if len(text) > _LONGEST:
        return None
    for pattern in (_INSTEAD, _SAME, _TRY):
        match = pattern.fullmatch(text)
        rest = match["rest"].strip(" \"'“”‘’,") if match else ""
        rest = _ANY.sub("", rest, count=1)
        words = [bare(word) for word in rest.split()]
        if not words or len(words) > _MOST_WORDS:
            continue
        asks = not QUESTION_WORDS.isdisjoint(words)
        # "Look for words on tolls" is a question of its own.
        inside = pattern is _TRY and not PREPOSITIONS.isdisjoint(words)
        if asks or inside or words[0] in PRONOUNS | _NOTHING_NEW or fixed_fragment(rest) is not None:
            continue
        return rest
    return None
