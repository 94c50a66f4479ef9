"""Find what a question about facts is about, by the turns before it: what "it" is, and what is counted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from qa.answers import QuestionKind
from qa.conversation.earlier.agreement import is_one_person
from qa.conversation.pronouns.not_meant import are_several, is_shown_as_person, without_asides
from qa.conversation.questions.asked_facts import AskedFact
from qa.conversation.topics.definite_things import without_what_it_does
from qa.conversation.topics.last_topics import last_thing, thing_named
from qa.conversation.topics.pronoun_it import HAPPENED, it_means
from qa.conversation.topics.without_topic import counted_of
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.patterns import regex
from qa.understanding.described import asked_for
from qa.understanding.introduced import asked_thing
from qa.understanding.words import is_role


class Subject(NamedTuple):
    """What was talked of, a thing or else an event, and the question with it in the place of "it"."""

    thing: str | None = None
    with_thing: str | None = None
    event: str | None = None
    with_event: str | None = None


_SEVERAL_THINGS = regex(
    r"(?:\A|\s)(?!(?:headquarters|gas|means|news|series|species)$)[a-z’'-]+(?<!ic)(?<![isu])s$"
)
"""The end of what is several: not of "the crisis", "the press", "the virus" and "politics"."""


def subject_of(asked: AskedFact) -> Subject:
    """Return what was talked of last, as far as a question about facts may be about it."""
    thing = _owner_of_somebody(asked) or _thing_asked_of(asked)
    thing = without_what_it_does(thing) if thing else None
    if thing and are_several(thing) and it_means(asked.full, "it"):
        thing = None  # "who will see it?", after Quill's words on viewers: it is not viewers
    event = thing_named(asked.past) if asked.past.quoting else None
    if _SEVERAL_THINGS.search(thing or event or ""):
        if HAPPENED.search(asked.full):
            return (
                Subject()
            )  # "has it happened before?", after "how long were the trucks stuck?": no trucks happen
        if it_means(asked.full, "it"):
            thing = thing_asked_about(asked) or thing  # nor is it the drivers, of "and the drivers?"
    if thing:
        return Subject(thing, _with(thing, asked.full))
    return Subject(event=event, with_event=_with(event, asked.full) if event else None)


def thing_asked_about(asked: AskedFact) -> str | None:
    """Return the one thing on which somebody was asked last, before questions of fact or on several things."""
    past = asked.past
    said = tuple(
        (turn, each)
        for turn, each in past.known
        if each.kind is not QuestionKind.CONTENT and not _SEVERAL_THINGS.search(each.topic or "")
    )
    if not past.quoting or not said or said == past.known:
        return None
    return last_thing(replace(past, known=said), asked.is_somebody)


def _thing_asked_of(asked: AskedFact) -> str | None:
    past = asked.past
    if not past.quoting or past.last is None:
        return None
    topics = {understood.topic for _, understood in past.known}
    return asked_thing(past.last.standalone) or last_thing(
        without_asides(past),
        lambda name: asked.is_somebody(name) or (name in topics and is_shown_as_person(name, None, past)),
    )


# "Who is its chairman?"
_ITS = regex(r"\bits\s+(?P<noun>[\w-]+(?:\s+[\w-]+){0,2})[\s?!.]*$", re.IGNORECASE)


def _owner_of_somebody(asked: AskedFact) -> str | None:
    """Return the body whose words were asked for, where somebody of "its" is asked for: no topic has people."""
    match, last = _ITS.search(asked.full), asked.last
    if match is None or last is None or not asked.past.quoting or is_one_person(last.speaker, asked.speakers):
        return None
    return last.speaker or None if is_role(match["noun"]) or asked_for(match["noun"]) else None


# "What kind of boat was it?", "was it her first flight?": "it" is the boat or the flight, and nothing talked of before.
_WHICH_IT = regex(
    rf"\s*{ONE_LEAD}(?:which\s+[\w-]+|what\s+(?:kind|sort|type|make|brand|model)\s+of\s+[\w-]+(?:\s+[\w-]+)?)"
    r"\s+(?:is|was)\s+it[\s?!.]*"
    rf"|\s*{ONE_LEAD}(?:is|was)\s+it\s+(?:his|her|their|the|an?)\s+(?:first|second|third|last|only)\b.*",
    re.IGNORECASE,
)


def says_what_it_is(question: str) -> bool:
    """Return whether a question says itself what "it" is: "what kind of boat was it?"."""
    return _WHICH_IT.fullmatch(question) is not None


def _with(thing: str, question: str) -> str | None:
    """Return a question with a thing in the place of "it", or of what is counted."""
    return None if says_what_it_is(question) else it_means(question, thing) or counted_of(question, thing)
