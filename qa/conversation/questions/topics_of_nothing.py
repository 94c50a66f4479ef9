"""Ask of what was shown, where what a turn has in the place of a topic can be none: "he's dead", "the opposite".

Every form takes what stands at its place for the topic, and the whole archive holds somebody who says of somebody that
he is dead. Whichever form read a turn, its topic is looked at here before it is asked of anything but what was shown.
"""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past
from qa.conversation.pronouns.pronouns import stands_for_somebody
from qa.conversation.questions.facts import fact
from qa.conversation.topics.last_topics import last_topic
from qa.language.lexicon.follow_up_words import HE, NAMING_NOTHING, OWNERS, SHE, SIDES, UNTELLING
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.speakers.known import KnownSpeakers
from qa.understanding.understand import as_content

_VERBS = r"is|are|was|were|isn|wasn|aren|has|had|have|will|would|can|could|should|did|does|do"
_POINTS = regex(
    r"(?:(?:that|if|whether|why|how|when|where|what|who|because|since|about|of)\s+)*"
    r"(?:(?:he|she|they|him|them)(?:['’](?:s|re|d|ll|ve)|s|re|ve)?\b|they(?:d|ll)\b|it(?:['’](?:s|d|ll))?\s+[a-z]"
    rf"|(?:that|this|these|those)(?:['’]s|\s+(?:{_VERBS})\b))"
    rf"|.*\s(?:{_VERBS})\s+(?:he|she|it|they)\b"
)
"""A clause of what only the talk names: "they should raise it", "its fake", "his mom did she go"."""
_OWNED = regex(rf"(?:{'|'.join(sorted(OWNERS))})\s+[a-z]")
"""What is somebody's, or "it's" as many type it: "her parents are to blame", "its not true"."""
_THE = frozenset(("the", "that", "this"))
_OPEN = regex(r"(?:any|some|no)\s+(?:other|others|more|new|further)\b")
"""Others of a kind: "any other estimates"."""


def can_be_a_topic(topic: str) -> bool:
    """Return whether words can be what others speak of: they name something, and do not point out of themselves."""
    if topic.isupper():
        return True  # "IT WORKERS" in a question that is shouted
    telling = set(content_terms(topic)).difference(content_terms(" ".join(NAMING_NOTHING | UNTELLING)))
    return bool(telling) and not any(form.match(topic) for form in (_POINTS, _OPEN, _OWNED))


def of_what_is_told(
    question: str, followed: Followed, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed:
    """Ask a turn whose topic can be none as it stands, of the articles that were shown, and then as it was read."""
    understood = followed.understood
    if not (past.quoting and past.answering) or followed.article or followed.more or followed.exclude:
        return followed
    if _names_its_topic(understood) and (whose := _described_as(question, understood)) is not None:
        own = understood.topic is not None and "topic" not in understood.carried
        anybody = followed.near is None and (understood.topic is not None or whose not in _THE)
        return followed if own or anybody else _told_where_shown(question, followed, past, read, speakers)
    if followed.near is not None:
        return followed
    if followed.unresolved:
        return _told_of_nobody(question, followed, past, read, speakers)
    if _names_its_topic(understood) or followed.sides or followed.printed:
        return followed
    elsewhere = replace(followed, doubtful=True, wider=True, otherwise=None)
    if understood.kind is QuestionKind.SAID and understood.speaker_known and not understood.speaker_is_role:
        # "Did Quill say they should raise it?" is asked of her words, wherever they are; "his plan" is his own.
        owned = _OWNED.match(understood.topic or "") is not None
        return followed if owned else replace(followed, near=past.answering, otherwise=followed)
    told = replace(_told(question, past, read, speakers), otherwise=elsewhere)
    if understood.kind is QuestionKind.WHO_SAID:
        return replace(followed, near=past.answering, otherwise=told)
    return told


def _told_where_shown(
    question: str, followed: Followed, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed:
    """Ask for the words of "the mum" where they were shown: the mum of any other article is somebody else."""
    told = _told(question, past, read, speakers)
    if followed.near is not None:
        return _before_a_guess(followed, told)
    elsewhere = replace(followed, doubtful=True, wider=True)
    return replace(followed, near=past.answering, otherwise=replace(told, otherwise=elsewhere))


def _before_a_guess(followed: Followed, told: Followed) -> Followed:
    """Ask what is told where it was shown before whoever else may be meant anywhere."""
    if followed.doubtful and followed.near is None:
        return replace(told, otherwise=followed)
    rest = followed.otherwise
    return replace(followed, otherwise=told if rest is None else _before_a_guess(rest, told))


def _described_as(question: str, understood: Understanding) -> str | None:
    """Return what stands before words for who is asked that only the talk gives a meaning: "the guy from the union"."""
    name = understood.described or understood.speaker or ""
    unknown = understood.speaker_is_role or not understood.speaker_known
    if understood.kind is not QuestionKind.SAID or not (unknown and name.islower()) or understood.others:
        return None
    if name in SIDES:
        return None  # "the prosecution" is as good as a name
    before = question[: max(question.find(name), 0)].split()  # "the Department" is a name
    return before[-1].lower() if before and before[-1].lower() in _THE | OWNERS else None


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
        told, understood=replace(told.understood, topic=talked), near=past.answering, doubtful=True, otherwise=None
    )  # fmt: skip


def _told_of_nobody(
    question: str, followed: Followed, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed:
    """Ask what "she" says, who is nobody that was named, of the articles shown, before it is asked who is meant."""
    understood, pronoun = followed.understood, stands_for_somebody(question) or ""
    if pronoun.lower() not in HE | SHE or understood.topic is None or understood.ambiguous:
        return followed  # "what did she say?" gives nothing to look for
    return replace(followed, otherwise=_told(question, past, read, speakers))
