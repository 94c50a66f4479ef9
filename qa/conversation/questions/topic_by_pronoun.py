"""Resolve whole questions that name their speaker and point back at a topic: "what did Quill say about it?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import may_mean
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, carrying
from qa.conversation.earlier.question_text import told
from qa.conversation.pronouns.people_in_answers import who_answered
from qa.conversation.pronouns.pronouns import antecedents, one_in_topic
from qa.conversation.questions.asked_topics import PEOPLE_PRONOUNS, AskedTopic, pointing_in
from qa.conversation.questions.owned_topics import about_its_owner, on_what_is_owned
from qa.conversation.questions.same_topics import on_the_same, whom
from qa.conversation.questions.unnamed_speakers import (
    lastly,
    of_a_kind,
    of_the_body,
    of_the_one_shown,
    of_the_role,
    where_it_was_shown,
)
from qa.conversation.topics.definite_things import thing_claimed
from qa.conversation.topics.last_topics import last_topic
from qa.conversation.topics.pronoun_it import it_means
from qa.language.lexicon.follow_up_words import HE, REACTS, SHE
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.words import bare


def with_topic(question: str, understood: Understanding, past: Past, speakers: KnownSpeakers) -> Followed:
    """Fill in the topic of a question that names its speaker: "What did Biden say about it?"."""
    understood = about_its_owner(with_hearer(_without_it(understood), past, speakers), speakers)
    if (owned := on_what_is_owned(question, understood, past, speakers)) is not None:
        return owned
    if (kind := of_a_kind(question, understood, past)) is not None:
        # The one that was talked of comes first, and is no other than the talk's.
        talked_of = with_topic(question, kind, past, speakers)
        return lastly(talked_of, Followed(understood, doubtful=True, wider=True))
    asked, pointing = AskedTopic(question, understood, past, speakers), pointing_in(question, understood)
    if pointing is None:
        return on_what_it_does(asked.followed(understood), past) or on_the_same(asked)
    meant, last = _pointed_at(asked), past.last
    if meant and understood.speaker and last is not None and understood.speaker in whom(meant, speakers):
        if understood.cue not in REACTS | {None, "say", "answer", "reply"}:
            # "Did Brandt deny it?", after words on him, asks nothing of Brandt on who said them.
            return asked.followed(replace(understood, topic=None))
        meant = last.speaker  # "What did Brandt reply to that?", after words on him: to who said them
    if meant is None:
        meant = _who_spoke_last(asked)
    return _on_nothing_named(asked, pointing) if meant is None else _on_what_is_meant(asked, meant)


# "It will cost", "price it would fetch", "it to fetch"; but "it takes to win" and "it is clear that" are of nothing,
# and "it a mistake" says what somebody called it.
_IT_DOES = regex(
    r"(?:[\w’'-]+\s+)?(?P<it>it)\s+(?:to\s+)?(?!(?:an?|the|so|as)\b)[a-z’']+(?!.*\s(?:to|that|if|when|whether|like)\b)",
    re.IGNORECASE,
)
_DOING_IT = regex(r"[a-z]+ing\s+(?P<it>it)", re.IGNORECASE)


def on_what_it_does(found: Followed, past: Past) -> Followed | None:
    """Name the thing of which somebody says something, in a clause: "what does Brandt think it will cost?".

    So it is with what is done to it: "who is for keeping it?".
    """
    understood, topic = found.understood, found.understood.topic or ""
    does = _IT_DOES.match(topic) if understood.kind is QuestionKind.SAID else _DOING_IT.fullmatch(topic)
    thing = last_topic(past, thing=True) if does else None
    if does is None or thing is None:
        return None
    if (named := it_means(topic, thing_claimed(thing) or thing)) is None:
        return None
    at = does.start("it")
    text = understood.standalone.replace(topic[at:], named[at:])
    carried = (*understood.carried, "topic")
    on_thing = replace(understood, topic=named, standalone=text, carried=carried)
    return replace(found, understood=on_thing, otherwise=found)


def _pointed_at(asked: AskedTopic) -> str | None:
    """Return what or whom the pronoun of a topic means: the levee, or who spoke of it."""
    understood, past, speakers = asked.understood, asked.past, asked.speakers
    pronoun, spoke, spoken_of = bare(understood.topic or ""), None, None
    if understood.kind is QuestionKind.WHO_SAID and past.last is not None and pronoun in PEOPLE_PRONOUNS:
        spoke = past.last.speaker
        if spoke and not may_mean(pronoun, spoke, speakers, topic=past.last.topic):
            spoke = None
        # "Who else talked about him?", after Quill's words on Brandt: about Brandt.
        spoken_of = one_in_topic(pronoun, spoke, past.last, speakers) if spoke and asked.more else None
    meant = spoke or last_topic(past, thing=pronoun not in PEOPLE_PRONOUNS)
    if spoke or pronoun in HE | SHE:
        # After a woman's words on a man, "What did Brandt say about her?" means her, "Who defended him?" him.
        # After "who visited Brandt?", "what did Brandt say about him?" means who did.
        named = who_answered(pronoun, past, speakers) if pronoun in HE | SHE else ()
        named = tuple(name for name in named if name != understood.speaker)
        if len(named) != 1:
            named = antecedents(asked.question, past.known, speakers)
        fitting = [name for name in named if name != understood.speaker]
        of_another = meant is not None and not may_mean(pronoun, meant, speakers)
        meant = fitting[0] if len(fitting) == 1 else None if of_another else meant
    return spoken_of or meant


def _who_spoke_last(asked: AskedTopic) -> str | None:
    """Return who is meant by "what did Brandt say about that?", after words of hers on anything: about her."""
    last = asked.past.last
    by_pronoun = bare(asked.understood.topic or "") in PEOPLE_PRONOUNS
    if by_pronoun or last is None or not last.speaker or not asked.past.quoting:
        return None
    several = last.speaker.islower() and (last.speaker.endswith("s") or last.speaker == "police")
    apart = last.ambiguous or last.speaker == asked.understood.speaker or several
    return None if apart else last.speaker


def _on_nothing_named(asked: AskedTopic, pointing: str) -> Followed:
    """Say that nothing was named that the pronoun may mean, or ask who spoke in the articles that were shown."""
    unexplained = asked.unexplained(pointing)
    # "What did the mayor say about it?", where nothing was named: the mayor of the articles that were shown.
    on_nothing = replace(asked.understood, topic=None)
    here = of_the_role(asked.question, on_nothing, asked.past, asked.followed(on_nothing))
    return replace(here, otherwise=unexplained) if here.near else unexplained


_DOING_THE = regex(r"(?:[A-Z][\w’'.-]*\s+){1,4}[a-z]+ing\s+(?P<what>the\s.+)$")


def _on_what_is_meant(asked: AskedTopic, meant: str) -> Followed:
    """Ask for words on what the pronoun means, in the articles that were shown before any others."""
    question, understood, past, speakers = asked
    whoever = understood.kind is QuestionKind.WHO_SAID
    done_to_it = whoever or understood.cue == "call"
    if done_to_it and understood.cue and (done_to := _DOING_THE.match(meant)):
        # "who voted against it?", after "Why did Quill veto the bill?": against the bill
        meant = done_to["what"]
    found = asked.followed(carrying(replace(understood, topic=meant), ("topic",), more=asked.more))
    if understood.kind is QuestionKind.SAID and (thing := thing_claimed(meant)) and not asked.more:
        # "What did Brandt say about it?", after "who said the levee is unsafe?": that it is, or else on the levee.
        on_thing = carrying(replace(understood, topic=thing), ("topic",))
        found = replace(found, otherwise=Followed(on_thing))
    if whoever and past.quoting and past.answering and not asked.more:
        # "Who criticised him for it?": beside what was shown, before anywhere else.
        return replace(found, near=past.answering, otherwise=found)
    if (near := where_it_was_shown(question, understood, past)) is None:
        # "What did the mayor say about it?": the mayor of the articles that were shown, before any other.
        return found if asked.more else of_the_one_shown(question, found, past)
    # "What did the company say to that?", after words on a company.
    of_it = replace(understood, topic=None, carried=("topic",))
    other = of_the_body(question, of_it, past, asked.followed(of_it), speakers)
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
