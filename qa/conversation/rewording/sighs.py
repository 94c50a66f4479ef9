"""Leave out what stands before a question and asks nothing: "hm ok, who else?", "lol what did he say"."""

from __future__ import annotations

import re

from qa.conversation.rewording.reactions import after_a_reaction
from qa.language.patterns import regex

LAUGHTER = " ".join("ha" * times for times in range(2, 23))
"""Words of laughter, from "haha" on."""
_SIGHS = regex(
    r"\s*(?:(?:h+m+|mhm|oh|ah|aha|uh|um|wow|lol|ok(?:ay)?\s*(?=[,.!…–—-]))[\s,.!…–—-]+"
    r"|(?:right|cool|great|nice|fine|good|lovely|perfect|brilliant|excellent|wonderful|interesting|alright|all\s+right|yes|yeah|yep"
    r"|(?:many\s+)?thanks(?:\s+a\s+lot)?|thank\s+you(?:\s+(?:so|very)\s+much)?|thx|cheers|i\s+see|got\s+it)\s*[,.!…–—-]+\s*)+",
    re.IGNORECASE,
)
"""What is said before a question and asks nothing: "hm ok, who else?", "cool. and Trump?"."""
_ASIDE = regex(
    r"\s*(?:(?:ok(?:ay)?|so|well|and|but)[\s,]+)*(?:(?:wait(?:\s+what)?|hang\s+on|hold\s+on|never\s?mind|nvm|lol|lmao|rofl|haha(?:ha){0,20}|omg|wow|whoa|damn|btw|by\s+the\s+way"
    r"|anyways?|actually|hey|hi|hello|yo|oops|sorry|nah|nope|huh|thanks|thank\s+you|thx|ty|cool|nice|great|like|idk|(?:i\s+)?dunno|bro|bruh|dude|guys|fr|ngl|tbh|ong)[\s,.!?…:;–—-]+)+"
    r"(?=(?:who|when|where|why|how)[\s?!.]*$|(?:(?:ok|okay|so|and|but)\s+)?(?:who|what|when|where|why|how|which|whose|did|does|do|is|are|was|were|has|have|can|could|will"
    r"|would|anyone|anybody|tell\s+me|show\s+me)(?:['’]s)?\s+\S)",
    re.IGNORECASE,
    leads=(
        f"{LAUGHTER} wait hang hold never nevermind nvm lol lmao rofl omg wow whoa damn btw by anyway anyways actually"
        " hey hi hello yo oops sorry nah nope huh thanks thank thx ty cool nice great like idk i dunno bro bruh dude"
        " guys fr ngl tbh ong"
    ),
)
"""The same, where a question follows: "wait who is Quill?", "lol what did he say", "wait when"."""


def without_sighs(question: str) -> str:
    """Return a turn without what only answers the one before: "who else?" of "hm ok, who else?"."""
    if (asked := after_a_reaction(question)) is not None:
        return asked
    for pattern in (_SIGHS, _ASIDE):
        said = pattern.match(question)
        rest = question[said.end() :] if said else ""
        # "Lol what" asks nothing that "what" would.
        if rest and said and said.end() and rest.strip(" \t\n?!.,").lower() not in ("", "what"):
            return rest
    return question
