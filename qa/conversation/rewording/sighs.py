"""Leave out what stands before a question and asks nothing: "hm, who else?", "lol what did he say", "no way, when?"."""

from __future__ import annotations

import re

from qa.language.lexicon.question_words import QUESTION_WORDS
from qa.language.lexicon.small_talk import AROUND_TALK, ASKS, NODS, THANKS
from qa.language.patterns import regex
from qa.understanding.words import bare

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
_SAID_FIRST = regex(
    r"\s*(?P<said>[^,.!?…;:]{2,30})(?P<mark>[,.!?…;:]+)(?P<apart>\s*)(?P<rest>\S.*)", re.DOTALL
)
_REFUSE = frozenset("no not never wrong sorry".split())


def without_sighs(question: str) -> str:
    """Return a turn without what only answers the one before: "who else?" of "hm ok, who else?"."""
    if (asked := _after_a_reaction(question)) is not None:
        return asked
    for pattern in (_SIGHS, _ASIDE):
        said = pattern.match(question)
        rest = question[said.end() :] if said else ""
        # "Lol what" asks nothing that "what" would.
        if rest and said and said.end() and rest.strip(" \t\n?!.,").lower() not in ("", "what"):
            return rest
    return question


def _after_a_reaction(question: str) -> str | None:
    """Return a question without what is said before it and names nothing: "when?" of "no way, when?".

    Words of small talk alone ask for nothing. "No, when?" refuses what was understood, and is read as a correction.
    """
    first = _SAID_FIRST.fullmatch(question)
    if first is None:
        return None
    words = [bare(word) for word in first["said"].split()]
    asks = bare(re.split("['’]", first["rest"].split()[0])[0])
    reacts = all(word in NODS | THANKS | AROUND_TALK - ASKS for word in words)
    # "The Right. Who leads it?" names a party.
    telling = (
        words[:1] != ["the"]
        and not _REFUSE.issuperset(words)
        and not {"not", "don't", "didn't", "wrong"} & {*words}
    )
    follows = asks in QUESTION_WORDS or asks.startswith("any")
    # "Ok boring. Fuel tax": a sentence of its own says nothing of what follows.
    follows = follows or (len(words) > 1 and first["mark"][0] in ".!…" and bool(first["apart"]))
    return first["rest"] if reacts and telling and follows else None
