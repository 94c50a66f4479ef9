"""Find to whom words were said: "she" of "how did she respond?", after what somebody said to her."""

from __future__ import annotations

from qa.answers import Understanding
from qa.conversation.earlier.agreement import may_mean
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker

_ASIDE = regex(r"\s+(?:in|at|on|during|after|before|about|when|while)\s.*$")


def hearer(last: Understanding, pronoun: str, speakers: KnownSpeakers) -> str | None:
    """Return to whom the last question's words were said, where "he" or "she" may mean them."""
    if not last.addressee:
        return None
    named = _ASIDE.sub("", last.addressee).strip(" ,.?!")
    name = match_speaker(named, speakers).exact
    return name if name and name != last.speaker and may_mean(pronoun, name, speakers) else None
