"""Leave out what is said before a question and names nothing: "no way, when?"."""

from __future__ import annotations

import re

from qa.language.lexicon.question_words import QUESTION_WORDS
from qa.language.lexicon.small_talk import AROUND_TALK, ASKS, NODS, THANKS
from qa.language.patterns import regex
from qa.understanding.words import bare

_SAID_FIRST = regex(
    r"\s*(?P<said>[^,.!?…;:]{2,30})(?P<mark>[,.!?…;:]+)(?P<apart>\s*)(?P<rest>\S.*)", re.DOTALL
)
_REFUSE = frozenset("no not never wrong sorry".split())


def after_a_reaction(question: str) -> str | None:
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
