"""Write an understanding as a question that reads alone."""

from __future__ import annotations

import re
from datetime import date

from qa.answers import QuestionKind, Understanding
from qa.language.lexicon.follow_up_words import OWNERS, REACTS, THE_BODY
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.lexicon.speech_acts import LEMMAS, MORE_THAN_WORDS, PAST_OF
from qa.language.patterns import regex
from qa.speakers.with_article import with_article
from qa.understanding.line import in_words
from qa.understanding.words import bare

_OPENS = regex(r"(?:after|before|during|in|at|to|against|when|while|with)\s", re.IGNORECASE)
_DONE_TO = frozenset("criticize oppose support praise reject defend welcome".split())
_DID = {
    lemma: PAST_OF[lemma]
    for lemma, acts in LEMMAS.items()
    if acts & _DONE_TO and lemma not in MORE_THAN_WORDS
}
"""Lemma of an act that is done to a topic, to its past: "opposed", "voted against"."""
_ASKS = {"when": "When did", "where": "Where did", "why": "Why did", "how": "How did", "whether": "Did"}


def told(understood: Understanding, *, more: bool = False, asking: str = "") -> str:
    """Write an understanding as a question: "What did Marco Rubio say about Taiwan since 1 March 2025?".

    Args:
        more: Whether to ask for something else than before.
        asking: "when", "where", "why", "how" or "whether", if that is to be asked about the words.
    """
    about = about_topic(understood.topic) if understood.topic else ""
    when = _when(understood.since, understood.until)
    within = f" in {understood.source}" if understood.source else ""
    tail = f"{about}{within}{when}?"
    if understood.kind is QuestionKind.CONTENT:
        return understood.standalone
    if understood.kind is QuestionKind.WHO_SAID:
        did = _DID.get(understood.cue or "", "")
        who = f"Who {'else ' if more else ''}"
        if asking:
            doing = f"{understood.cue} {understood.topic}" if did and understood.topic else f"say that{about}"
            return f"{_ASKS[asking]} they {doing}{within}{when}?"
        return (
            f"{who}{did} {understood.topic}{within}{when}?"
            if did and understood.topic
            else f"{who}said something{tail}"
        )
    name = _speaker(understood)
    if understood.over_time:
        return f"How has what {name} says{about}{within} changed{when}?"
    if understood.others:
        name = " and ".join((name, *(with_the(each, "") for each in understood.others)))
    to = (
        f" to {understood.addressee}"
        if understood.addressee and bare(understood.addressee) not in PRONOUNS
        else ""
    )
    if asking:
        return f"{_ASKS[asking]} {name} say that{to}{tail}"
    verb = understood.cue if understood.cue and not more else "say"
    if verb in REACTS and understood.topic:
        joined = "on" if verb == "comment" else "to"
        return f"Did {name} {verb}{about_topic(understood.topic, joined)}{within}{when}?"
    if verb == "call" and understood.topic:
        # Not "Did Quill call him?": what he was called is asked for.
        return f"What did {name} call {understood.topic}{within}{when}?"
    if verb in ("comment", "apologize", "resign") and not understood.topic:
        return f"Did {name} {verb}{within}{when}?"
    if verb not in ("say", None):
        what = f" {understood.topic}" if understood.topic else ""
        return f"Did {name} {verb}{what}{within}{when}?" if what else f"What did {name} {verb}{within}{when}?"
    return f"What {'else ' if more else ''}did {name} say{to}{tail}"


def about_topic(topic: str, joined: str = "about") -> str:
    """Write a topic after a verb of saying: " about Taiwan", but " after the match"."""
    return f" {topic}" if _OPENS.match(topic) else f" {joined} {with_article(topic)}"


def with_the(name: str, text: str) -> str:
    """Write a common noun for a speaker as a question does: "the company" where "the company" was typed."""
    typed = re.search(rf"\bthe\s+{re.escape(name)}\b", text, re.IGNORECASE) is not None
    return f"the {name}" if name[:1].islower() and (typed or name in THE_BODY) else name


def _speaker(understood: Understanding) -> str:
    name = understood.speaker or "the speaker"
    if (typed := with_the(name, f"{understood.standalone} {understood.question}")) != name:
        return typed
    if bare(name.split()[0]) in OWNERS:
        return name  # "his campaign"
    role = understood.speaker_is_role and name[:1].islower() and " " not in name and not name.endswith("s")
    return f"the {name}" if role else with_article(name)


def _when(since: date | None, until: date | None) -> str:
    if since and until:
        if since == until:
            return f" on {in_words(since)}"
        return f" between {in_words(since)} and {in_words(until)}"
    if since:
        return f" since {in_words(since)}"
    return f" until {in_words(until)}" if until else ""
