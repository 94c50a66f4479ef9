"""Ask for all there is on something, whoever was asked before: "anything at all about it?", "what is there on her?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying, last_named
from qa.conversation.pronouns.pronouns import antecedents
from qa.conversation.topics.last_topics import last_topic
from qa.language.lexicon.follow_up_words import HE, OWNERS, SHE
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.browsing import HAVE

_LONGEST = 120
_ALL = regex(
    rf"\s*(?:(?:and|but|so|ok(?:ay)?|well|hm+|oh|is\s+there|do\s+you\s+have|have\s+you\s+got|you\s+have)[\s,]+)*(?:(?P<have>{HAVE})"
    r"|(?P<views>any\s+(?:views?|opinions?|thoughts?|positions?|mentions?))|(?:any|some)thing(?P<all>\s+at\s+all)?)\s+(?:(?(views)(?P<of>of)|about)|about|on|regarding|concerning)\s+(?P<what>\S[^?!]*?)(?P<after>\s+at\s+all)?"
    r"(?:\s+(?:then|though|instead))?[\s?!.]*",
    re.IGNORECASE,
)
_AT_ALL = regex(
    r"\s*(?:(?:and|but|so|ok(?:ay)?|well|hm+|oh|is\s+there|do\s+you\s+have|have\s+you\s+got|got)[\s,]+)*"
    r"anything(?:\s+(?:at\s+all|whatsoever|there|then|though))*\s*\?*\s*",
    re.IGNORECASE,
)
_IT = regex(r"it|that|this|them", re.IGNORECASE)


def anything_there(question: str, past: Past, read: Understand, speakers: KnownSpeakers) -> Followed | None:
    """Return the question for a page on what is named, or on whom or what a pronoun means.

    None for "anything about tolls?", which may ask for words on them of whoever was asked, and where nobody is meant.
    """
    if not past.quoting or len(question) > _LONGEST:
        return None
    if _AT_ALL.fullmatch(question):
        return _on_anything(question, past, read)
    match = _ALL.fullmatch(question)
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
        all_of_it = (match["have"] or match["views"] or match["all"] or match["after"]) and OWNERS.isdisjoint(
            what.split()
        )
        # "Any views of Brandt?" asks for what he holds, "any mention of Brandt?" for what is said of him.
        held = match["views"] and "mention" not in match["views"].lower() and match["of"]
        theirs = held and match_speaker(match["what"], speakers).name is not None
        named = match["what"] if all_of_it and not theirs else None
    return _page_on(question, named, read, carried=named != match["what"]) if named else None


def _on_anything(question: str, past: Past, read: Understand) -> Followed | None:
    """Ask for any words of whoever was asked last; where nobody of the archive was, for what there is on the topic.

    "Anything at all?", after "Quill is quoted here, though not on the levee", is content with words on anything.
    """
    last = past.last
    if last is None:
        return None
    if last.kind is QuestionKind.SAID and last.speaker_known and not last.ambiguous:
        return Followed(carrying(replace(again(question, last), topic=None, cue=None), ("speaker",)))
    topic = last_topic(past) or next(iter(last_named(past)), None)
    return _page_on(question, topic, read, carried=True) if topic else None


def _page_on(question: str, named: str, read: Understand, *, carried: bool) -> Followed:
    asked = f"anything about {named}?"
    understood = replace(read(asked), question=question, standalone=asked)
    return Followed(replace(understood, carried=("words",) if carried else ()))
