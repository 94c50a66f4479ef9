"""Read a turn that is a whole question, after others: the last steps of `after_turns.py`.

Where it has a pronoun, an earlier turn says whose words are asked for or what about; a question about facts gets words
of earlier turns, and is asked of the articles that were shown before any others.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past
from qa.conversation.fragments.about_shown_quotes import asks_when_printed, asks_who_said, of_what_was_shown
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.conversation.questions.beside_what_was_shown import beside
from qa.conversation.questions.facts import fact
from qa.conversation.questions.named_by_owner import with_owner
from qa.conversation.questions.search_context import goes_on
from qa.conversation.questions.speaker_by_pronoun import with_speaker
from qa.conversation.questions.topic_by_pronoun import with_topic
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.introduced import asked_person, looks_like_a_name
from qa.understanding.understand import as_content

_AGE = regex(r"\s*(?:and\s+|so\s+|but\s+)?how\s+(?:old|recent)\s+is\s+it[\s?!.]*", re.IGNORECASE)
_BARE = regex(r"\s*[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*)?\s*\?*\s*")
_WHICH_IS_THIS = regex(
    r"\s*(?:(?:and|but|so|ok|okay|wait)[\s,]+)*(?:which|what)\s+[a-z]+\s+(?:is|was|are|were)\s+(?:this|that|we|they|these)(?:\s+(?:in|about|from))?[\s?!.]*",
    re.I,
)
"""Which town or year the articles shown tell of: "which town is this?"."""
_POINTS = regex(r"\b(?:the|it|its|they|them|their|he|him|his|she|her|this|that|these|those|there)\b", re.I)
_OF_HIM = regex(r"(?:him|her|them)\s+(?:on|about)\s", re.IGNORECASE)
_TO_DO_IT = regex(r"(?:to\s+)?(?:do|doing)\s+(?:it|that|this|so)", re.IGNORECASE)


def whole_question(question: str, past: Past, read: Understand, speakers: KnownSpeakers) -> Followed:
    """Return what a whole question means after the turns before it; it may need none of them."""
    if past.last is not None and asks_who_said(question):
        return _who_said_that(question, past.last, past, read, speakers)
    understood = read(question)
    if (found := with_owner(question, past, read, speakers)) is not None:
        return found
    if understood.kind is QuestionKind.WHO_SAID and _TO_DO_IT.fullmatch(understood.topic or ""):
        understood = as_content(understood)  # "which firm wants to do it?" asks for no words
    if _OF_HIM.match(understood.topic or "") and understood.kind is QuestionKind.WHO_SAID:
        understood = as_content(understood)  # "quote her on tolls" asks for nobody's words on "her on tolls"
    if understood.kind is not QuestionKind.CONTENT:
        return with_topic(question, understood, past, speakers)
    found = with_speaker(question, past, read, speakers)
    if found is not None:
        return found
    return _fact(question, understood, past, speakers)


def _who_said_that(
    question: str, last: Understanding, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed:
    """Ask who said what was talked of: of the quotes that were shown, and then of all."""
    turn = past.conversation.turns[-1]
    says_who = last.kind is QuestionKind.CONTENT and not _POINTS.search(question)
    if says_who and turn.answered and not turn.speakers:
        # "Says who?", after what only an article tells: where it was printed.
        printed = asks_when_printed(question, Fragment(Act.PRINTED, ask="source"), past, speakers)
        if printed is not None:
            return printed
    asked = replace(read("Who said that?"), question=question)
    found = with_topic(question, asked, past, speakers)
    if past.answering:  # of what the articles that were shown say, before any other
        found = replace(found, near=past.answering, otherwise=found)
    return of_what_was_shown(found, past)


def _fact(question: str, understood: Understanding, past: Past, speakers: KnownSpeakers) -> Followed:
    """Ask for a fact with the words of earlier turns that it lacks, where it goes on from them."""
    found = fact(question, understood, past, speakers)
    if past.answering and _BARE.fullmatch(question) and past.last and past.last.kind is QuestionKind.CONTENT:
        return replace(found, near=past.answering, otherwise=found)  # "parking?", after "what does it cost?"
    if past.answering and _WHICH_IS_THIS.fullmatch(question):  # any other article is on another town
        return replace(found, near=past.answering, otherwise=replace(found, doubtful=True, wider=True))
    if _AGE.fullmatch(question) and past.last is not None and past.last.kind is not QuestionKind.CONTENT:
        # "How old is it?" after somebody's words on the bridge: the bridge, or these words.
        return replace(found, otherwise=asks_when_printed(question, Fragment(Act.PRINTED), past, speakers))
    whom = asked_person(found.understood.standalone, speakers)
    if whom is not None and looks_like_a_name(whom):
        return found  # "who is he?": who somebody is stands anywhere, not only beside what was shown
    if found.understood.carried or _POINTS.search(question) or goes_on(question, past):
        return beside(found, question, past)
    return found
