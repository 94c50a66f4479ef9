"""Ask a question of fact once more with a preposition: "By whom was Quill hurt?" after "When was Quill hurt?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, last_whole
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.question_words import QUESTION_AUXILIARIES
from qa.language.patterns import regex

_PHRASE = regex(r"(?P<by>[a-z]+)\s+(?:whom?|what|which)(?:\s+[a-z-]+)?")
_AUX = "|".join(sorted(QUESTION_AUXILIARIES))
# What "who" and "which ferry" ask for may be who did it, and then nobody else follows the auxiliary.
_ASKED = regex(
    rf"(?:(?:and|but|so)\s+)*(?:when|where|why|what|how(?:\s+(?:much|long|often|far|soon))?)\s+(?P<rest>(?:{_AUX})\s+\S.*\s\S.*)",
    re.IGNORECASE,
)


def with_preposition(question: str, phrase: str, past: Past, read: Understand) -> Followed | None:
    """Return the last question of fact with a preposition's question word in the place of its own, where it has one."""
    match = _PHRASE.fullmatch(phrase.lower())
    if match is None or match["by"] not in PREPOSITIONS:
        return None
    asked = _ASKED.fullmatch(without_appended(last_whole(past).standalone).rstrip(" ?!."))
    if asked is None:
        return None
    put = f"{phrase[:1].upper()}{phrase[1:]} {asked['rest']}?"
    return Followed(replace(read(put), question=question, standalone=put, carried=("words",)))
