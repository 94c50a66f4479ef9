"""Leave out what ends a question and asks for nothing: "in the first place", "for the very same thing".

Left in, it becomes the topic: "it", after "who built the levee in the first place?", is no first place.
"""

from __future__ import annotations

import re

from qa.language.patterns import regex

_LONGEST = 300
_IDLE = regex(
    r"(?<=\w)(?<!\bbe)(?<!\bis)(?<!\bwas)(?<!\bwere)(?<!\babout)(?<!\band)(?:[\s,]+(?:in\s+the\s+first\s+place|to\s+(?:begin|start)\s+with|by\s+any\s+chance|anyways?|at\s+the\s+end\s+of\s+the\s+day"
    r"|for\s+(?:real|sure)|of\s+all\s+(?:people|things|places)|for\s+(?:exactly\s+)?the\s+(?:very\s+|exact\s+)?same\s+things?"
    r"|when\s+all\s+is\s+said\s+and\s+done|all\s+of\s+a\s+sudden|if\s+at\s+all|if\s+i\s+may\s+ask|out\s+of\s+(?:curiosity|interest)"
    r"|just\s+(?:curious|wondering|asking|checking)))+(?=[\s?!.]*$)",
    re.IGNORECASE,
)
_SAY_WHAT_WAS = regex(
    r"(?P<say>\bwhat\s+(?:did|do|does)\s+\S.{1,40}?\s(?:say|think|claim))\s+(?:happen(?:ed|s)|went\s+on|went\s+wrong|[a-z]+ed\s+(?:it|that|this))(?=[\s?!.]*$)",
    re.IGNORECASE,
)
"""What happened is no topic of its own: "what do the police say happened?" asks what they say about it."""
_QUALIFIED = regex(
    r"\b(?P<say>(?:say|said|saying|says)\s+(?:any|some|no)thing)\s+(?!(?:else|more|new|different|about|on|of|to|at|in)\b)[a-z]+\s+(?=(?:about|on|of)\s)",
    re.IGNORECASE,
)
"""How something is said is no topic: "did she say anything bad about tolls?"; but whoever does is for or against it."""
_ANYBODY = regex(r"\b(?:any|some|no|every)\s?(?:one|body)\b", re.IGNORECASE)
_SPELT = regex(
    r"(?<=\w)[\s,;–—(-]+(?:(?:that(?:['’]?s|\s+is)|spelled|spelt|it(?:['’]?s|\s+is))\s+)?(?:with|without)\s+(?:an?|one|two|three|double|the|no)\s+"
    r"[\"“‘']?[a-z][\"”’']?(?:['’]?s)?(?:\s+(?:at\s+the\s+end|in\s+(?:it|the\s+middle)))?\)?(?=[\s?!.]*$)",
    re.IGNORECASE,
)
"""How a name is spelt, which the name says itself: "Hale, with an e"."""
_MOST_WORDS_SPELT = 4


def without_idle_ending(question: str) -> str:
    """Return a question without what asks for nothing at its end; one that is nothing else comes back as it is."""
    if len(question) > _LONGEST:
        return question
    kept = _SAY_WHAT_WAS.sub(r"\g<say> about it", _IDLE.sub("", question, count=1))
    if _ANYBODY.search(kept) is None:
        kept = _QUALIFIED.sub(r"\g<say> ", kept, count=1)
    spelt = _SPELT.sub("", kept, count=1)
    # "Did Quill sail with a J?" may be about one; "sorry, Hale, with an e" only says who.
    kept = spelt if len(spelt.split()) <= _MOST_WORDS_SPELT else kept
    return kept if kept.strip(" \t?!.,") else question
