"""Read a turn by the rules, and in other words where they search for words that only talk of the talk.

The rules know many wordings, and take what they do not know for a question to the articles: "quill is with the union so
try fees" is searched for as it stands. There the net is heard, where it is sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.turns import Conversation
from qa.conversation.followups import follow
from qa.conversation.fragments.remarks import speakers_in
from qa.conversation.learned.in_known_words import in_known_words, wanted_of
from qa.conversation.learned.turn_reader import TurnAct, TurnReader
from qa.language.exact_words import in_words
from qa.language.lexicon.question_words import QUESTION_WORDS
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.learned.word_net import MarkKind, NetReading
from qa.understanding.words import bare

SURE = 0.8
"""How sure the net must be of what a turn puts in, where the rules found no form in it."""
VERY_SURE = 0.95
"""The same, where they found one or the turn begins like a question; and of what puts nothing in, as a doubt does."""
_NAMING = frozenset({TurnAct.ASK, TurnAct.BACK, TurnAct.CHANGE, TurnAct.WHO})
_ASKS_OF_THEM = regex(
    r"\s*(?:(?:ok|okay|and|but|so|well|then|hm+|oh|wait|yeah)[\s,]+)*(?:why|how|when|where)\s+\S+\s+(?:he|she|they)\s+[a-z]",
    re.IGNORECASE,
)
"""A question of its own about whoever was talked of."""
_BREAK = regex(r"[,.;:!?]")


def follow_as_meant(
    question: str,
    conversation: Conversation | None,
    read: Understand,
    speakers: KnownSpeakers,
    reader: Callable[[], TurnReader | None],
) -> Followed:
    """Return what a turn means: by the rules as it was typed, or in words that they know.

    Args:
        reader: Loads the net, which there may be none of; called only after a question that was answered here.
    """
    followed = follow(question, conversation, read, speakers)
    last = conversation.turns[-1].understood if conversation and conversation.turns else None
    if last is None or followed.sides or followed.article or followed.printed:
        return followed
    searched = _searched(question, followed.understood, last)
    net = reader() if searched or _is_the_same(followed.understood, last) else None
    reading = net.read(last.standalone, question) if net else None
    if reading is None or reading.act is TurnAct.KEEP:
        return followed
    if reading.sure < _needed(question, reading, followed.understood, last):
        return followed
    if not (_fits(question, reading, last, speakers) and _is_missed(reading, searched, followed, last)):
        return followed
    if reading.act is TurnAct.CHAT:
        return replace(followed, chats=True)
    meant = in_known_words(question, reading, last)
    if meant is None or meant.casefold() == question.casefold():
        return followed
    other = follow(meant, conversation, read, speakers)
    if _fits_nowhere(meant, reading.act, other):
        return followed
    return other.typed_as(question)


def _is_missed(
    reading: NetReading[TurnAct], searched: set[str], followed: Followed, last: Understanding
) -> bool:
    """Return whether the rules search for words that are not wanted, or for none of those that are.

    Where they put something else in, the archive may know "the students' union" by another name.
    """
    wanted = set(chain.from_iterable(content_terms(mark.text) for mark in reading.marks))
    left_out = _is_the_same(followed.understood, last) and bool(reading.marks)
    names = reading.act in _NAMING and _is_of_content(followed.understood)
    return bool(searched - wanted) or left_out or names


def _fits(question: str, reading: NetReading[TurnAct], last: Understanding, speakers: KnownSpeakers) -> bool:
    """Return whether a turn can mean what the net says, by what the archive knows and by what was asked before."""
    rest = question
    for mark in reversed(reading.marks):
        rest = f"{rest[: mark.start]}, {rest[mark.start + len(mark.text) :]}"
    if _names_another(rest, last, speakers):
        return False  # "Brandt wrote it. His view of the dam?" is about whom the net leaves out
    if reading.act in (TurnAct.DOUBT, TurnAct.CHAT) and _ASKS_OF_THEM.match(question):
        return False  # "ok why won't they say" is no doubt of what was shown
    if reading.act is TurnAct.ASK and reading.marks:
        # "He was in Dene. What did he do there?": what stands before the question says what it is about.
        before = question[: reading.marks[0].start]
        return not (content_terms(before) and _BREAK.search(before))
    if reading.act is TurnAct.CHANGE:
        wanted = wanted_of(question, reading)
        named = (mark.text for mark in wanted if mark.kind is MarkKind.SPEAKER)
        known = (speakers_in(each, speakers)[0] or match_speaker(each, speakers).ambiguous for each in named)
        return not _is_of_content(last) and all(known)
    return True


def _names_another(rest: str, last: Understanding, speakers: KnownSpeakers) -> bool:
    """Return whether words name somebody who speaks in the archive, and was not asked before."""
    named, _ = speakers_in(rest, speakers)
    several = (
        match_speaker(word.strip(" ,.?!"), speakers).ambiguous for word in rest.split() if word[0].isupper()
    )
    return bool(named - {last.speaker}) or any(several)


def _needed(
    question: str, reading: NetReading[TurnAct], understood: Understanding, last: Understanding
) -> float:
    """Return how sure the net must be."""
    asks = bare(question.split(maxsplit=1)[0]) in QUESTION_WORDS
    if not (_is_of_content(understood) or _is_guessed(question, understood, last)):
        return VERY_SURE if reading.act in _NAMING else 1.0  # what they found is more than a doubt
    if reading.act not in _NAMING:
        return VERY_SURE if _is_of_content(understood) else 1.0
    return VERY_SURE if asks else SURE


def _is_guessed(question: str, understood: Understanding, last: Understanding) -> bool:
    """Return whether the rules put in nothing, a speaker whom no article has, or the turn itself as the topic.

    "It was Quill, not Brandt", "try cones instead", "ask Quill instead".
    """
    stranger = understood.speaker != last.speaker and not (
        understood.speaker_known or understood.speaker_is_role or understood.described
    )
    topic = in_words(understood.topic or "")
    whole = bool(topic) and in_words(question)[: len(topic)] == topic
    return _is_the_same(understood, last) or stranger or whole


def _fits_nowhere(meant: str, act: TurnAct, other: Followed) -> bool:
    """Return whether the rules make nothing of words in which a turn was said, but would search for them.

    Only the question that a turn asks is searched for as it stands, since nobody typed the other words.
    """
    if act is TurnAct.ASK or other.printed or other.article or not _is_of_content(other.understood):
        return False
    made_up = other.understood.standalone.casefold().startswith(meant.rstrip(" ?").casefold())
    return made_up or act is TurnAct.CHANGE


def _is_of_content(understood: Understanding) -> bool:
    """Return whether a question is searched for as it stands: the rules find no form in it, or it asks for a fact."""
    return understood.kind is QuestionKind.CONTENT


def _is_the_same(understood: Understanding, last: Understanding) -> bool:
    """Return whether a turn was read as the question before it."""
    return (understood.speaker, understood.topic, understood.standalone, understood.since, understood.source) == (
        last.speaker, last.topic, last.standalone, last.since, last.source
    )  # fmt: skip


def _searched(question: str, understood: Understanding, last: Understanding) -> set[str]:
    """Return the terms of a turn that are searched for, or are taken for a name, and were not asked before."""
    typed = set(content_terms(question)) - set(content_terms(last.standalone))
    named = (
        understood.speaker, understood.topic, understood.addressee, *understood.others, *understood.ambiguous,
    )  # fmt: skip
    asked = (understood.standalone,) if _is_of_content(understood) else named
    return typed & set(chain.from_iterable(content_terms(each) for each in asked if each))
