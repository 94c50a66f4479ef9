"""Put a name or a thing into the place of the last question that it fits: a speaker's, a topic's, a fact's."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying
from qa.conversation.earlier.turns import Conversation
from qa.conversation.fragments.another_one import (
    is_one_offered,
    one_of_the_kind,
    one_of_the_topic,
    with_others_of_its_kind,
)
from qa.conversation.fragments.another_place import with_its_preposition, with_place
from qa.conversation.fragments.another_time import words_of_another_year
from qa.conversation.fragments.asked_with_preposition import with_preposition
from qa.conversation.fragments.changed_fact_question import (
    with_office,
    with_person,
    with_thing,
)
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.conversation.fragments.fragments import fragment_of
from qa.conversation.fragments.open_slot import OpenSlot
from qa.conversation.fragments.possessives import POSSESSIVE, of_another
from qa.conversation.fragments.speaker_slots import of_another_speaker
from qa.conversation.fragments.speaking_names import speaks_by_its_kind
from qa.conversation.fragments.topic_slots import on_another_topic, on_what_is_theirs
from qa.conversation.pronouns.namesakes import BODY_WITH_ARTICLE, asked_alone, body_named, without_ending
from qa.conversation.questions.facts import fact
from qa.conversation.questions.same_topics import is_on_the_same
from qa.conversation.questions.unnamed_speakers import of_the_office_shown
from qa.conversation.topics.back_references import ASKS_OF_IT
from qa.conversation.topics.last_topics import (
    called_somebody,
    holds_object,
    is_occasion,
    last_topic,
    with_owner_of,
)
from qa.language.lexicon.reporting_nouns import DOCUMENTS
from qa.language.lexicon.roles import BODIES_OF_A_KIND
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.words import bare, is_role

_HOW = regex(r"\b(?:how|where)\b", re.IGNORECASE)
_TO = regex(r"(?:to|with)\s+(?=(?:the|this|that|these|those|his|her|its|their)\s+[a-z])")


def in_its_place(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Put a name or a thing into the place of the last question that it fits."""
    last = past.last
    if last is None:
        return None
    fragment = _without_to(_of_the_kind(fragment, last), last)
    named = fragment.text
    if ASKS_OF_IT.match(named) and (last.kind is not QuestionKind.CONTENT or _HOW.search(named)):
        # "By how much?" and "from where?" ask on, and name nothing.
        return with_preposition(question, named, past, read) if past.quoting else None
    if last.kind is QuestionKind.CONTENT:
        within = _within_what_was_asked(last, past, read)
        return _after_a_fact(question, fragment, past, within, read, speakers)
    slot = _open_slot(question, fragment, past, _on_its_topic(last, past, speakers), read, speakers)
    if (then := words_of_another_year(named, slot.asked, past.known[-1][0])) is not None:
        return Followed(carrying(then, ("speaker", "topic", "addressee", "source")))
    if (theirs := of_another(named, slot.base)) is not None:
        return on_what_is_theirs(slot, theirs)
    if fragment.act is Act.ABOUT:
        slot = slot._replace(named=body_named(named, past, speakers) or without_ending(named, speakers))
        if (asked := of_another_speaker(slot)) is not None:
            return asked
    return on_another_topic(slot)


def _of_the_kind(fragment: Fragment, last: Understanding) -> Fragment:
    of_them = f"the one {fragment.text}" if fragment.text.startswith("of ") else fragment.text
    one = one_of_the_kind(of_them, last)
    if one is None:
        of_topic = one_of_the_topic(fragment.text, last)
        return fragment if of_topic is None else fragment._replace(text=of_topic)
    # "The one in Dene", where several mayors were offered, is asked, whoever the archive calls so.
    return fragment._replace(text=one, speaks=fragment.speaks or is_one_offered(fragment.text, last))


def _without_to(fragment: Fragment, last: Understanding) -> Fragment:
    """Read "and to the tariffs?" as a topic; but "and to the reporters?" asks what they were told."""
    to = (
        _TO.match(fragment.text) if last.kind is not QuestionKind.CONTENT and last.addressee is None else None
    )
    if to is None or is_role(fragment.text[to.end() :]):
        return fragment
    return fragment._replace(text=fragment.text[to.end() :], act=Act.TOPIC)


def _on_its_topic(last: Understanding, past: Past, speakers: KnownSpeakers) -> Understanding:
    """Return the last question for somebody's words, on the topic on which another name asks for them."""
    if last.topic is None and (asked_before := _asked_on(past, speakers)):
        return replace(last, topic=asked_before)
    if holds_object(last.topic) or called_somebody(last) or is_occasion(last.topic):
        # "And Brandt?", after "did Quill call it a compromise?": Brandt on what was talked of.
        return replace(last, topic=last_topic(past), cue=None)
    if last.topic:
        # "And Brandt?", after "What did Quill say about her plan?": Brandt on Quill's plan.
        return replace(last, topic=with_owner_of(last.topic, last.speaker))
    return last


def _open_slot(
    question: str,
    fragment: Fragment,
    past: Past,
    base: Understanding,
    read: Understand,
    speakers: KnownSpeakers,
) -> OpenSlot:
    """Return what is named and the question that is asked again with it, for the dates that it says, if any."""
    asked = _within_what_was_asked(again(question, base), past, read)
    kept: tuple[str, ...] = ("dates", "source")
    if fragment.since or fragment.until:
        kept = ("source",)
        asked = replace(asked, since=fragment.since, until=fragment.until)
    return OpenSlot(fragment.text, fragment, base, asked, kept, past, read, speakers)


def _asked_on(past: Past, speakers: KnownSpeakers) -> str | None:
    """Return the topic of a short question for somebody's words that was answered with words on anything else.

    After "What did Quill say about the levee?" and "What did the Reds say?", "and the Greens?" is on the levee, too.
    """
    turn, understood = past.known[-1]
    before = Past(Conversation(past.conversation.turns[:-1]), past.known[:-1])
    if not before.known or not before.conversation.turns:
        return None
    return last_topic(before) if is_on_the_same(turn.question, understood, before, speakers) else None


def _within_what_was_asked(slots: Understanding, past: Past, read: Understand) -> Understanding:
    """Leave out the bounds that "and before that?" took from the quotes shown: nobody asked for them."""
    for turn, understood in reversed(past.known):
        beyond = fragment_of(turn.question, read)
        if beyond is None or beyond.act not in (Act.LATER, Act.EARLIER):
            return replace(slots, since=understood.since, until=understood.until)
    return slots


def _after_a_fact(
    question: str,
    fragment: Fragment,
    past: Past,
    base: Understanding,
    read: Understand,
    speakers: KnownSpeakers,
) -> Followed | None:
    """Ask for words on what a question of fact was about, or ask that question of another place or person."""
    placed = with_its_preposition(fragment, question, past)
    if (found := with_place(question, placed, past, read)) is not None:
        return found
    if POSSESSIVE.fullmatch(fragment.text):
        return None  # "and Clinton's?" asks for something of hers, and not for words
    if not fragment.speaks and (found := with_office(question, fragment, base, read)) is not None:
        return found
    if (found := with_others_of_its_kind(question, fragment.text, past, read)) is not None:
        return found
    # "Anything from the doctors?", after "who is Quill?", does not ask who the doctors are.
    person = None if fragment.speaks else with_person(question, fragment, past, base, read, speakers)
    if person is not None:
        return person
    about = last_topic(past)
    a_body = BODY_WITH_ARTICLE.fullmatch(fragment.text) is not None
    alone = asked_alone(body_named(fragment.text, past, speakers) or fragment.text, past, read)
    speaks = (fragment.speaks or speaks_by_its_kind(alone, speakers)) and fragment.act is Act.ABOUT
    of_a_kind = bare(fragment.text.split()[-1]) in BODIES_OF_A_KIND | DOCUMENTS
    if not speaks or of_a_kind:
        thing = with_thing(question, fragment.text, past, read)
        if thing is not None or not speaks:
            return thing or _of_whom_was_heard(question, fragment, past, read, speakers)
    if not past.quoting or about is None:
        return None
    said = replace(alone, question=question, topic=about, source=base.source)
    near = past.answering if a_body and past.answering else None
    otherwise = fact(question, read(question), past, speakers)
    words = Followed(carrying(said, ("topic", "source")), near=near, otherwise=otherwise)
    return of_the_office_shown(fragment.text, words, past)


_LATELY = 3
"""After how many questions of fact somebody is still asked about another thing."""


def _of_whom_was_heard(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Ask whoever was heard before a question of fact about a thing for which that has no place.

    After Quill's words on the mill and "who was hurt?", "and the tolls?" asks for her words on the tolls.
    """
    heard = next(
        (each for _, each in reversed(past.known[-_LATELY:]) if each.kind is QuestionKind.SAID), None
    )
    if heard is None or not (heard.speaker and heard.speaker_known and fragment.continues and past.quoting):
        return None
    theirs = replace(
        again(question, heard), topic=fragment.text, addressee=None,
        since=fragment.since or heard.since, until=fragment.until or heard.until,
    )  # fmt: skip
    otherwise = fact(question, read(question), past, speakers)
    return Followed(carrying(theirs, ("speaker", "dates", "source")), otherwise=otherwise)
