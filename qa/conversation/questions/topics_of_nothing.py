"""Ask of what was shown, where what a turn has in the place of a topic can be none: "he's dead", "the opposite".

Every form takes what stands at its place for the topic, and the whole archive holds somebody who says of somebody that
he is dead. Whichever form read a turn, its topic is looked at here before it is asked of anything but what was shown.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past
from qa.conversation.pronouns.pronouns import stands_for_somebody
from qa.conversation.questions.facts import fact
from qa.conversation.topics.last_topics import last_topic
from qa.language.lexicon.follow_up_words import HE, NAMING_NOTHING, SHE, UNTELLING
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.speakers.known import KnownSpeakers
from qa.understanding.understand import as_content

_VERBS = r"is|are|was|were|isn|wasn|aren|has|had|have|will|would|can|could|should|did|does|do"
_POINTS = regex(
    r"(?:(?:that|if|whether|why|how|when|where|what|who|because|since|about|of)\s+)*"
    r"(?:(?:he|she|they|him|them)(?:['’]?(?:s|re|d|ll|ve))?\b|it(?:['’](?:s|d|ll))?\s+[a-z]"
    rf"|its\s+[a-z]+$|(?:that|this|these|those)(?:['’]s|\s+(?:{_VERBS})\b))"
    rf"|.*\s(?:{_VERBS})\s+(?:he|she|it|they)\b",
    re.IGNORECASE,
)
"""A clause of what only the talk names: "they should raise it", "its fake", "his mom did she go"."""
_OPEN = regex(r"(?:any|some|no)\s+(?:other|others|more|new|further)\b", re.IGNORECASE)
"""Others of a kind: "any other estimates"."""


def can_be_a_topic(topic: str) -> bool:
    """Return whether words can be what others speak of: they name something, and do not point out of themselves."""
    if topic.isupper():
        return True  # "IT WORKERS" in a question that is shouted
    telling = set(content_terms(topic)).difference(content_terms(" ".join(NAMING_NOTHING | UNTELLING)))
    return bool(telling) and not (_POINTS.match(topic) or _OPEN.match(topic))


def of_what_is_told(
    question: str, followed: Followed, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed:
    """Ask a turn whose topic can be none as it stands, of the articles that were shown, and then as it was read."""
    understood = followed.understood
    if not (past.quoting and past.answering) or followed.near is not None or followed.article:
        return followed
    if followed.unresolved:
        return _told_of_nobody(question, followed, past, read, speakers)
    if _names_its_topic(understood) or followed.exclude or followed.sides or followed.printed:
        return followed
    elsewhere = replace(followed, doubtful=True, wider=True, otherwise=None)
    if understood.kind is QuestionKind.SAID and understood.speaker_known and not understood.speaker_is_role:
        # "Did Quill say they should raise it?" is asked of her words, wherever they are.
        return replace(followed, near=past.answering, otherwise=followed)
    told = replace(_told(question, past, read, speakers), otherwise=elsewhere)
    if understood.kind is QuestionKind.WHO_SAID:
        return replace(followed, near=past.answering, otherwise=told)
    return told


def _names_its_topic(understood: Understanding) -> bool:
    topic = understood.topic
    if understood.kind is QuestionKind.CONTENT or topic is None or understood.others:
        return True
    return "topic" in understood.carried or can_be_a_topic(topic)


def _told(question: str, past: Past, read: Understand, speakers: KnownSpeakers) -> Followed:
    """Return a turn as a question of fact, which is asked of the articles that were shown first."""
    told = fact(question, as_content(read(question)), past, speakers)
    talked = told.understood.topic or last_topic(past)
    # What is found may tell it, or only stand beside it: it answers as what may.
    return replace(
        told, understood=replace(told.understood, topic=talked), near=past.answering, doubtful=True
    )


def _told_of_nobody(
    question: str, followed: Followed, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed:
    """Ask what "she" says, who is nobody that was named, of the articles shown, before it is asked who is meant."""
    understood, pronoun = followed.understood, stands_for_somebody(question) or ""
    if pronoun.lower() not in HE | SHE or understood.topic is None or understood.ambiguous:
        return followed  # "what did she say?" gives nothing to look for
    return replace(followed, otherwise=_told(question, past, read, speakers))
