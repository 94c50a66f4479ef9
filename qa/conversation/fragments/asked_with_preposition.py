"""Ask a question of fact once more with a preposition: "By whom was Quill hurt?" after "When was Quill hurt?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past
from qa.language.lexicon.follow_up_words import SPOKEN_LEADS
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.question_words import ANY_AUXILIARY
from qa.language.patterns import regex

_PHRASE = regex(
    r"(?P<by>[a-z]+)\s+(?:whom?|what|which|when|how\s+(?:much|many|long|far|often))(?:\s+[a-z-]+)?",
    re.IGNORECASE,
)
# What "who" and "which ferry" ask for may be who did it, and then nobody else follows the auxiliary.
_ASKED = regex(
    rf"{SPOKEN_LEADS}(?:when|where|why|what|how(?:\s+(?:much|long|often|far|soon))?)\s+(?P<rest>(?:{ANY_AUXILIARY})\s+\S.*\s\S.*)",
    re.IGNORECASE,
)


_DOING = regex(r"\b(?:do|doing|done)\b", re.IGNORECASE)
"""What says nothing without "what": "by when is Quill doing?" is no question."""
_FEW = 3
"""The most words of a turn that says nothing itself of what it asks: "for how long?"."""


def with_preposition(question: str, phrase: str, past: Past, read: Understand) -> Followed | None:
    """Return the last question of fact with a preposition's question word in the place of its own, where it has one."""
    if not is_asked_with_preposition(phrase) or past.last is None:
        return None
    whole = (
        without_appended(understood.standalone).rstrip(" ?!.")
        for turn, understood in reversed(past.known)
        if understood.kind is QuestionKind.CONTENT and len(turn.question.split()) > _FEW
    )
    asked = _ASKED.fullmatch(next(whole, "")) if past.last.kind is QuestionKind.CONTENT else None
    if asked is None or _DOING.search(asked["rest"].partition(" ")[2]):
        return None
    put = f"{phrase[:1].upper()}{phrase[1:]} {asked['rest']}?"
    return Followed(replace(read(put), question=question, standalone=put, carried=("words",)))


def is_asked_with_preposition(phrase: str) -> bool:
    """Return whether a phrase is a question word with a preposition before it: "by whom", "for how long"."""
    match = _PHRASE.fullmatch(phrase)
    return match is not None and match["by"].lower() in PREPOSITIONS
