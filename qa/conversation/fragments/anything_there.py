"""Ask for all there is on something, whoever was asked before: "anything at all about it?", "what is there on her?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past
from qa.conversation.pronouns.pronouns import antecedents
from qa.conversation.topics.last_topics import last_topic
from qa.language.lexicon.follow_up_words import HE, OWNERS, SHE
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.browsing import HAVE

_LONGEST = 120
_ALL = regex(
    rf"\s*(?:(?:and|but|so|ok(?:ay)?|well|hm+|oh|is\s+there|do\s+you\s+have|have\s+you\s+got|you\s+have)[\s,]+)*(?:(?P<have>{HAVE})"
    r"|(?:any|some)thing(?P<all>\s+at\s+all)?)\s+(?:about|on|regarding|concerning)\s+(?P<what>\S[^?!]*?)(?P<after>\s+at\s+all)?"
    r"(?:\s+(?:then|though|instead))?[\s?!.]*",
    re.IGNORECASE,
)
_IT = regex(r"it|that|this|them", re.IGNORECASE)


def anything_there(question: str, past: Past, read: Understand, speakers: KnownSpeakers) -> Followed | None:
    """Return the question for a page on what is named, or on whom or what a pronoun means.

    None for "anything about tolls?", which may ask for words on them of whoever was asked, and where nobody is meant.
    """
    match = _ALL.fullmatch(question) if past.quoting and len(question) <= _LONGEST else None
    if match is None:
        return None
    what = match["what"].lower()
    if what in HE | SHE:
        meant = antecedents(question, past.known, speakers)
        named = meant[0] if len(meant) == 1 else None
    elif _IT.fullmatch(what):
        named = last_topic(past, thing=True)
    else:
        # Whose "her house" is, is found elsewhere.
        all_of_it = (match["have"] or match["all"] or match["after"]) and OWNERS.isdisjoint(what.split())
        named = match["what"] if all_of_it else None
    if named is None:
        return None
    asked = f"anything about {named}?"
    carried = () if named == match["what"] else ("words",)
    return Followed(replace(read(asked), question=question, standalone=asked, carried=carried))
