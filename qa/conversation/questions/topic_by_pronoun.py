"""Resolve whole questions that name their speaker and point back at a topic ("about it"), or lack one."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person, kind_of, may_mean
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, asks_for_more, carrying, heard
from qa.conversation.earlier.question_text import about_topic, told
from qa.conversation.pronouns.hearers import hearer
from qa.conversation.pronouns.pronouns import antecedents, one_in_topic
from qa.conversation.questions.owned_topics import on_what_is_owned
from qa.conversation.questions.unnamed_speakers import (
    is_a_party,
    is_any_holder,
    lastly,
    of_a_kind,
    of_that_office,
    of_the_body,
    of_the_holder_shown,
    of_the_one_shown,
    of_the_role,
    where_it_was_shown,
)
from qa.conversation.topics.last_topics import last_topic, thing_claimed
from qa.language.lexicon.follow_up_words import HE, REACTS, SHE, THEY
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import bare

# "Who said that?" has its topic only in a pronoun.
_POINTS = regex(r"\b(that|this|it|so)(?:\s+(?:too|as\s+well|either))?[\s?!.]*$", re.IGNORECASE)
_DOING_THE = regex(r"(?:[A-Z][\w’'.-]*\s+){1,4}[a-z]+ing\s+(?P<what>the\s.+)$")
PEOPLE_PRONOUNS = HE | SHE | THEY
ASKING = frozenset("why how when where".split())
"""Alone after a verb for words, they ask about what was talked of: "Did Quill say why?"."""


def alone(question: str, understood: Understanding) -> Followed:
    """Return what a whole question means without turns before it; what it points at stays unexplained."""
    pointing = _pointing(question, understood) if understood.kind is not QuestionKind.CONTENT else None
    if pointing is None or not understood.speaker_known:
        return Followed(understood)
    return _unexplained(understood, pointing)


def _pointing(question: str, understood: Understanding) -> str | None:
    """Return the pronoun that stands for the topic; None if none does."""
    topic = understood.topic
    if topic is None:
        match = _POINTS.search(question)
        return match[1].lower() if match else None
    # US, IT and WHO are no pronouns, unless the whole question is in capitals.
    shouted = topic.isupper() and len(topic) > 1 and not question.isupper()
    return bare(topic) if bare(topic) in PRONOUNS | ASKING and not shouted else None


def _unexplained(
    understood: Understanding,
    pointing: str,
    exclude: frozenset[str] = frozenset(),
    silent: frozenset[str] = frozenset(),
) -> Followed:
    return Followed(replace(understood, topic=None, unexplained=pointing), exclude, silent, unresolved=True)


def with_topic(question: str, understood: Understanding, past: Past, speakers: KnownSpeakers) -> Followed:
    """Fill in the topic of a question that names its speaker: "What did Biden say about it?"."""
    understood = with_hearer(_without_it(understood), past, speakers)
    if (owned := on_what_is_owned(question, understood, past, speakers)) is not None:
        return owned
    if (kind := of_a_kind(question, understood, past)) is not None:
        # The one that was talked of comes first, and is no other than the talk's.
        talked_of = with_topic(question, kind, past, speakers)
        return lastly(talked_of, Followed(understood, doubtful=True, wider=True))
    more = asks_for_more(question)
    silent = heard(past) if more and understood.kind is QuestionKind.WHO_SAID else frozenset()
    exclude = past.shown if more else frozenset()
    pointing = _pointing(question, understood)
    if pointing is None:
        plain = of_the_body(question, understood, past, Followed(understood, exclude, silent), speakers)
        meant = (
            same_topic(understood, past, speakers)
            if not more and is_on_the_same(question, understood, past, speakers)
            else None
        )
        if meant is None:
            voiced = understood.kind is QuestionKind.WHO_SAID and understood.cue not in (None, "resign")
            if voiced and understood.topic is None and past.answering:
                # "Who complained?", "who else complained?": in the articles that were shown, before any others.
                return replace(
                    plain, near=past.answering, otherwise=replace(plain, doubtful=True, wider=True)
                )
            return of_the_holder_shown(question, of_the_role(question, understood, past, plain), past)
        on_it = carrying(replace(understood, topic=meant), ("topic",))
        # Words on anything else are no response to somebody. Those in the articles that were shown come first.
        anything = (
            None
            if past.last is not None and meant == past.last.speaker
            else replace(plain, wider=plain.near is None)
        )
        if anything is not None and anything.near is None:
            any_of_them = is_any_holder(question, understood) or is_a_party(understood)
            anything = replace(anything, doubtful=any_of_them)
            if past.answering:
                other = of_that_office(question, anything, past)
                anything = replace(
                    anything, near=past.answering, wider=False, doubtful=False, otherwise=other
                )
        on_it = replace(on_it, standalone=with_about(question, meant))
        near = where_it_was_shown(question, understood, past)
        found = Followed(on_it, exclude, silent, otherwise=anything, near=near)
        return of_the_one_shown(question, found, past)
    pronoun, asked, spoken_of = bare(understood.topic or ""), None, None
    if understood.kind is QuestionKind.WHO_SAID and past.last is not None and pronoun in PEOPLE_PRONOUNS:
        asked = past.last.speaker
        if asked and not may_mean(pronoun, asked, speakers, topic=past.last.topic):
            asked = None
        # "Who else talked about him?", after Quill's words on Brandt: about Brandt.
        spoken_of = one_in_topic(pronoun, asked, past.last, speakers) if asked and more else None
    meant = asked or last_topic(past, thing=pronoun not in PEOPLE_PRONOUNS)
    if asked or pronoun in HE | SHE:
        # After a woman's words on a man, "What did Brandt say about her?" means her, "Who defended him?" him.
        fitting = [name for name in antecedents(question, past.known, speakers) if name != understood.speaker]
        of_another = meant is not None and not may_mean(pronoun, meant, speakers)
        meant = fitting[0] if len(fitting) == 1 else None if of_another else meant
    meant = spoken_of or meant
    if meant and understood.speaker and past.last is not None and understood.speaker in whom(meant, speakers):
        if understood.cue not in REACTS | {None, "say", "answer", "reply"}:
            # "Did Brandt deny it?", after words on him, asks nothing of Brandt on who said them.
            return Followed(replace(understood, topic=None), exclude, silent)
        meant = past.last.speaker  # "What did Brandt reply to that?", after words on him: to who said them
    last = past.last
    if (
        meant is None
        and pronoun not in PEOPLE_PRONOUNS
        and last is not None
        and last.speaker
        and past.quoting
    ):
        # "What did Brandt say about that?", after words of hers on anything: about her.
        several = last.speaker.islower() and (last.speaker.endswith("s") or last.speaker == "police")
        apart = last.ambiguous or last.speaker == understood.speaker or several
        meant = None if apart else last.speaker
    if meant is None:
        unexplained = _unexplained(understood, pointing, exclude, silent)
        # "What did the mayor say about it?", where nothing was named: the mayor of the articles that were shown.
        asked_on_nothing = replace(understood, topic=None)
        plain = Followed(asked_on_nothing, exclude, silent)
        here = of_the_role(question, asked_on_nothing, past, plain)
        return replace(here, otherwise=unexplained) if here.near else unexplained
    done_to_it = understood.kind is QuestionKind.WHO_SAID or understood.cue == "call"
    if done_to_it and understood.cue and (done_to := _DOING_THE.match(meant)):
        meant = done_to[
            "what"
        ]  # "who voted against it?", after "Why did Quill veto the bill?": against the bill
    changed = replace(understood, topic=meant)
    found = Followed(carrying(changed, ("topic",), more=more), exclude, silent)
    if understood.kind is QuestionKind.SAID and (thing := thing_claimed(meant)) and not more:
        # "What did Brandt say about it?", after "who said the levee is unsafe?": that it is, or else on the levee.
        on_thing = carrying(replace(understood, topic=thing), ("topic",))
        found = replace(found, otherwise=Followed(on_thing))
    if understood.kind is QuestionKind.WHO_SAID and past.quoting and past.answering and not more:
        # "Who criticised him for it?": beside what was shown, before anywhere else.
        return replace(found, near=past.answering, otherwise=found)
    if (near := where_it_was_shown(question, understood, past)) is None:
        # "What did the mayor say about it?": the mayor of the articles that were shown, before any other.
        return of_the_one_shown(question, found, past) if not more else found
    # "What did the company say to that?", after words on a company.
    of_it = replace(understood, topic=None, carried=("topic",))
    other = of_the_body(question, of_it, past, Followed(of_it, exclude, silent), speakers)
    return replace(found, near=near, otherwise=other)


_FOR_IT = regex(r"(?P<whom>\S.*?)\s+(?:for|over)\s+(?:it|that|this)(?:\s+(?:too|as\s+well))?", re.IGNORECASE)


def _without_it(understood: Understanding) -> Understanding:
    """Leave out what says nothing of a topic: "who criticised her for it?" asks who criticised her.

    But "what did Brandt say about paying for it?" asks what will be paid for.
    """
    done_to = _FOR_IT.fullmatch(understood.topic or "") if understood.kind is QuestionKind.WHO_SAID else None
    return understood if done_to is None else replace(understood, topic=done_to["whom"])


def with_hearer(understood: Understanding, past: Past, speakers: KnownSpeakers) -> Understanding:
    """Fill in whom words were said to, where only "him" or "her" says it: "What did Quill tell her?"."""
    pronoun = bare(understood.addressee or "")
    if pronoun not in HE | SHE:
        return understood
    fitting = [name for name in antecedents(pronoun, past.known, speakers) if name != understood.speaker]
    if (
        not fitting
        and understood.speaker
        and past.last is not None
        and past.last.speaker == understood.speaker
    ):
        # "What did he tell him?", after Brandt's words on Tom Hale: Hale.
        spoken_of = one_in_topic(pronoun, understood.speaker, past.last, speakers)
        fitting = [spoken_of] if spoken_of else []
    if len(fitting) != 1:
        return understood
    told_to = replace(understood, addressee=fitting[0])
    return replace(told_to, standalone=told(told_to), carried=("addressee",))


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
_GOES_ON = regex(r"\s*(?:and|but)\s", re.IGNORECASE)


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
    if role and at > 0 and _THE.search(question[:at]):
        return len(name.split()) <= _SHORT and " of " not in name
    last = past.last
    whole = " " in name and name.casefold() in question.casefold() and kind_of(name, speakers) != "group"
    if _GOES_ON.match(question):
        whole = False  # "and what did Ada Quill say?"
    whole = whole or (at > 0 and _OWNED.search(question[:at]) is not None)  # "what did his lawyer say?"
    bounded = understood.addressee or understood.since or understood.until or understood.source
    return past.quoting and not (whole or bounded) and (last is None or last.speaker != understood.speaker)


def with_about(question: str, topic: str) -> str:
    """Write a topic after a question for somebody's words: "did Quill comment on the levee?"."""
    body = question.rstrip(" ?!.")
    verb = re.search(r"\b(comment|react|respond|reply|answer)\w*$", body, re.IGNORECASE)
    joined = "about" if verb is None else "on" if verb[1].lower() == "comment" else "to"
    return f"{body}{about_topic(topic, joined)}{question[len(body) :] or '?'}"
