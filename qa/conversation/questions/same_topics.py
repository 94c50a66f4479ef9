"""Ask on what was talked of, where a question names its speaker and no topic: "did Quill comment?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person, kind_of
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, carrying
from qa.conversation.earlier.question_text import about_topic
from qa.conversation.pronouns.who_was_asked import hearer
from qa.conversation.questions.asked_topics import AskedTopic
from qa.conversation.questions.unnamed_speakers import (
    is_a_party,
    is_any_holder,
    of_that_office,
    of_the_body,
    of_the_holder_shown,
    of_the_one_shown,
    of_the_role,
    where_it_was_shown,
)
from qa.conversation.topics.last_topics import last_topic
from qa.language.lexicon.follow_up_words import REACTS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker


def on_the_same(asked: AskedTopic) -> Followed:
    """Ask on what was talked of, or else for words on anything."""
    question, understood, past, speakers = asked
    plain = of_the_body(question, understood, past, asked.followed(understood), speakers)
    others = understood.kind is QuestionKind.SAID and _asks_of_others(understood)
    is_on_it = (others or not asked.more) and is_on_the_same(question, understood, past, speakers)
    meant = same_topic(understood, past, speakers) if is_on_it else None
    if meant is None:
        return _on_anything(asked, plain)
    on_it = carrying(replace(understood, topic=meant), ("topic",))
    on_it = replace(on_it, standalone=with_about(question, meant))
    near = where_it_was_shown(question, understood, past)
    found = replace(asked.followed(on_it), otherwise=_or_on_anything(asked, meant, plain), near=near)
    return of_the_one_shown(question, found, past)


def _on_anything(asked: AskedTopic, plain: Followed) -> Followed:
    question, understood, past, _ = asked
    voiced = understood.kind is QuestionKind.WHO_SAID and understood.cue not in (None, "resign")
    if voiced and understood.topic is None and past.answering:
        # "Who complained?", "who else complained?": in the articles that were shown, before any others.
        return replace(plain, near=past.answering, otherwise=replace(plain, doubtful=True, wider=True))
    return of_the_holder_shown(question, of_the_role(question, understood, past, plain), past)


def _or_on_anything(asked: AskedTopic, meant: str, plain: Followed) -> Followed | None:
    """Return the question for words on anything, for where nobody has any on what was talked of.

    Words on anything else are no response to somebody. Those in the articles that were shown come first.
    """
    question, understood, past, _ = asked
    if past.last is not None and meant == past.last.speaker:
        return None
    if plain.near is not None:
        return replace(plain, wider=False)
    any_of_them = is_any_holder(question, understood) or is_a_party(understood)
    anything = replace(plain, wider=True, doubtful=any_of_them)
    if not past.answering:
        return anything
    other = of_that_office(question, anything, past)
    return replace(anything, near=past.answering, wider=False, doubtful=False, otherwise=other)


def same_topic(understood: Understanding, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return what was talked of, or who talked of it where that is who is asked.

    "How did Brandt respond?", after what Quill said about Brandt, asks for his response to Quill.
    """
    if understood.others:
        # "Compare Quill and Brandt": on what one of them was asked about last.
        compared = {understood.speaker, *understood.others}
        asked = (each for _, each in reversed(past.known) if each.kind is QuestionKind.SAID and each.topic)
        if on_it := next((each.topic for each in asked if each.speaker in compared), None):
            return on_it
    topic, last = last_topic(past, besides=understood.speaker), past.last
    if understood.kind is QuestionKind.WHO_SAID:
        # "Who complained?", after a fact about Brandt, is no complaint about him.
        return None if any(is_one_person(name, speakers) for name in whom(topic or "", speakers)) else topic
    if last is not None and understood.speaker and hearer(last, "", speakers) == understood.speaker:
        return last.speaker  # to who spoke to them
    if last is not None and last.topic and last.speaker != understood.speaker:
        topic = topic or last.topic  # on themselves nobody is asked, but to who spoke of them
    if topic is None or last is None or not last.speaker or last.speaker == understood.speaker:
        return topic
    themselves = understood.speaker in whom(topic, speakers)
    if themselves or topic.casefold() == (understood.speaker or "").casefold():
        return last.speaker
    return topic


def whom(name: str, speakers: KnownSpeakers) -> tuple[str | None, ...]:
    match = match_speaker(name, speakers)
    return (match.name, *match.ambiguous)


_SHORT = 2
_OWNED = regex(r"\b(?:his|her|their|its)\s+$", re.IGNORECASE)
_THE = regex(r"\b(?:the|this|that)\s+$", re.IGNORECASE)
_GOES_ON = regex(
    r"\s*(?:and|but)\s|.*\b(?:think|thinks|thought|feel|feels|felt|reckon|reckons)[\s?!.]*\Z", re.IGNORECASE
)
"""Asks on: what somebody thinks is of something, which "what does Ada Quill think?" does not say."""


def is_on_the_same(question: str, understood: Understanding, past: Past, speakers: KnownSpeakers) -> bool:
    """Return whether a question without a topic asks for words on what was talked of, if there are any.

    "Did Quill comment?" does, "what did Quill say?" and "what does the company say?" too. "What did Ada Quill say?" and
    "What did the mayor of Harwick say?" say all that they ask, and who was asked just now is asked for other words. A
    body is always named in full: "what did the Harwick Council say?" asks for its words on the same.
    """
    if understood.kind is QuestionKind.CONTENT or understood.topic or understood.order != "relevance":
        return False
    if understood.kind is QuestionKind.WHO_SAID:  # "who complained?"
        return past.quoting and understood.cue not in (None, "resign")
    if understood.cue in REACTS:
        return True
    name = understood.described or understood.speaker or ""
    at = question.find(name)
    role = name[:1].islower() or understood.speaker_is_role or understood.described is not None
    if role and _asks_of_others(understood):
        return True
    if role and at > 0 and _THE.search(question[:at]):
        return len(name.split()) <= _SHORT and " of " not in name
    last = past.last
    whole = " " in name and name.casefold() in question.casefold() and kind_of(name, speakers) != "group"
    if _GOES_ON.match(question):
        whole = False  # "and what did Ada Quill say?", "what does Ada Quill think?"
    whole = whole or (at > 0 and _OWNED.search(question[:at]) is not None)  # "what did his lawyer say?"
    bounded = understood.addressee or understood.since or understood.until or understood.source
    return past.quoting and not (whole or bounded) and (last is None or last.speaker != understood.speaker)


def _asks_of_others(understood: Understanding) -> bool:
    """Return whether others of a kind are asked for: "what do other teachers say?", after one's words."""
    return (understood.speaker or "").lower().startswith("other ")


def with_about(question: str, topic: str) -> str:
    """Write a topic after a question for somebody's words: "did Quill comment on the levee?"."""
    body = question.rstrip(" ?!.")
    verb = re.search(r"\b(comment|react|respond|reply|answer)\w*$", body, re.IGNORECASE)
    joined = "about" if verb is None else "on" if verb[1].lower() == "comment" else "to"
    return f"{body}{about_topic(topic, joined)}{question[len(body) :] or '?'}"
