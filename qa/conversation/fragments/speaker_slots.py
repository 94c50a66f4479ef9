"""Put a name into the place of who was asked: "and Brandt?", "and the mayor?", after what Quill said."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person, is_person
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import again, carrying
from qa.conversation.fragments.open_slot import OpenSlot
from qa.conversation.fragments.possessives import POSSESSIVE, of_the_same_office
from qa.conversation.fragments.speaking_names import (
    groups_speak,
    is_another_of_the_kind,
    is_of_a_kind,
    known_by_letters,
    likely_speaker,
    speaks_by_its_kind,
)
from qa.conversation.fragments.topic_slots import on_another_topic
from qa.conversation.pronouns.namesakes import (
    BODY_WITH_ARTICLE,
    asked_alone,
    is_elsewhere,
    is_named,
    is_of_another_kind,
)
from qa.conversation.questions.facts import fact
from qa.conversation.questions.same_topics import whom
from qa.conversation.questions.unnamed_speakers import of_the_office_shown, or_where_shown
from qa.conversation.topics.last_topics import is_named_by
from qa.language.lexicon.follow_up_words import REACTS
from qa.language.lexicon.roles import BODIES_OF_A_KIND
from qa.speakers.known import KnownSpeakers, Match
from qa.understanding.told_apart import is_from_somewhere, is_told_by_deed, told_apart
from qa.understanding.words import bare


def of_another_speaker(slot: OpenSlot) -> Followed | None:
    """Ask the last question of whom the words name; None where they rather name what it is about."""
    if (match := _who_speaks(slot)) is not None and (found := _of_somebody_known(slot, match)) is not None:
        return found
    alone = of_the_same_office(slot.named, slot.base, slot.read) or asked_alone(
        slot.named, slot.past, slot.read
    )
    if speaks_by_its_kind(alone, slot.speakers) or is_of_a_kind(slot.named, alone, slot.base, slot.speakers):
        return _of_a_role_or_body(slot, alone)
    return _of_one_told_by_deed(slot) or _of_one_told_apart(slot, alone) or _of_nobody_known(slot, alone)


def _of_one_told_by_deed(slot: OpenSlot) -> Followed | None:
    """Ask what "the girl who runs the blog" says, of the articles shown; else what was said of her."""
    past = slot.past
    if not (past.answering and slot.base.speaker and is_told_by_deed(slot.named)):
        return None
    asked = f"What did {slot.named} say?"
    words = fact(asked, slot.read(asked), past, slot.speakers).typed_as(slot.asked.question)
    theirs = replace(words, near=past.answering, doubtful=True, otherwise=on_another_topic(slot))
    return theirs if words.understood.kind is QuestionKind.CONTENT else None


def _of_one_told_apart(slot: OpenSlot, alone: Understanding) -> Followed | None:
    """Ask for the words of "the Vantor guy", if an article shown has one; else what was said of "the dead man"."""
    asks = alone.kind is QuestionKind.SAID and not alone.speaker_known and slot.base.speaker
    if not (asks and slot.past.answering and alone.speaker and told_apart(alone.speaker)):
        return None
    spoken = _in_its_words(slot, alone)
    return Followed(spoken, near=slot.past.answering, otherwise=on_another_topic(slot))


def _who_speaks(slot: OpenSlot) -> Match | None:
    """Return which speaker of the archive a name means, or which several; None where it is none's."""
    named, past = slot.named, slot.past
    match = likely_speaker(named, past, slot.speakers, asked_from=slot.fragment.speaks)
    a_body = BODY_WITH_ARTICLE.fullmatch(named)
    if a_body and (
        is_of_another_kind(match.name, a_body["noun"]) or is_elsewhere(match.name, a_body["noun"], past)
    ):
        match = Match(None)
    several = match.ambiguous and not (past.answering and BODY_WITH_ARTICLE.fullmatch(named))
    # One wrong letter is allowed where a speaker is expected; here a thing may be meant as well.
    sure = match.name and (not match.corrected or known_by_letters(named, match.name))
    return match if sure or several else None


def _of_somebody_known(slot: OpenSlot, match: Match) -> Followed | None:
    """Ask the last question of a speaker of the archive: "and Brandt?"."""
    base, past, speakers = slot.base, slot.past, slot.speakers
    if match.name == base.speaker and match.name and not match.ambiguous:
        # "No, Ada", after "What did Quill say?": it was her who was asked.
        return Followed(again(slot.asked.question, slot.asked))
    known = speakers.speaker(match.name) if match.name else None
    # "China" may speak and be spoken of; after a person's words it is their topic.
    as_speaker = (
        slot.fragment.speaks or known is None or known.kind == "person" or groups_speak(past, base, speakers)
    )
    # "And Vantor?", after "what did Quill say?": nothing but who was asked can give way.
    maybe = not as_speaker and past.known[-1][1].topic is None and bool(past.answering)
    if not (as_speaker or maybe):
        return None
    changed = replace(
        slot.asked,
        kind=QuestionKind.SAID,
        speaker=match.name or slot.named,
        speaker_known=True,
        speaker_is_role=False,
        ambiguous=match.ambiguous,
        described=None,
        bearers=(),
        instead_of=(),
        corrections=(),
        others=(),
    )
    if base.speaker and _is_the_topic(match, changed.topic, speakers):
        return _on_who_was_asked(slot, changed, base.speaker)
    asked = Followed(carrying(changed, ("topic", "addressee", *slot.kept)))
    if maybe:
        return replace(asked, near=past.answering, otherwise=Followed(slot.on(slot.named)))
    return _or_other_words(slot, changed, asked)


def _on_who_was_asked(slot: OpenSlot, changed: Understanding, asked_before: str) -> Followed:
    """Ask for words on who was asked before: "and Brandt?", after Quill's words on Brandt, is not Brandt on Brandt."""
    past = slot.past
    anything = carrying(replace(changed, topic=None), slot.kept)
    return Followed(
        carrying(replace(changed, topic=asked_before), ("topic", *slot.kept)),
        otherwise=Followed(anything, near=past.answering) if past.quoting else None,
    )


def _or_other_words(slot: OpenSlot, changed: Understanding, asked: Followed) -> Followed:
    """Add what else "and Brandt?" may ask, where he has nothing to say on that."""
    base, past = slot.base, slot.past
    if base.cue in REACTS and past.answering:
        # "And Brandt?", after "how did the council respond?", where he answers nobody: what he says.
        words = carrying(replace(changed, topic=None, cue=None), slot.kept)
        return replace(asked, otherwise=Followed(words, near=past.answering))
    if not (base.speaker and past.quoting and base.topic and _is_person(base.topic, slot.speakers)):
        return or_where_shown(asked, past)
    # "And Orsa?", after what Quill thinks of Brandt: Orsa of Brandt, or else Quill of Orsa.
    lastly_here = or_where_shown(asked, past).otherwise
    of_them = Followed(slot.on(slot.named), doubtful=True, otherwise=lastly_here)
    return replace(asked, otherwise=of_them)


def _of_a_role_or_body(slot: OpenSlot, alone: Understanding) -> Followed:
    """Ask the last question of somebody who is known by what they are: "and the mayor?", "and the council?"."""
    named, base, past = slot.named, slot.base, slot.past
    spoken = _in_its_words(slot, alone)
    apart = POSSESSIVE.fullmatch(named) or is_another_of_the_kind(named, base)
    other = Followed(slot.on(named), doubtful=True) if base.speaker and not apart else None
    by_office = alone.described or alone.speaker_is_role
    if past.answering and not by_office and is_from_somewhere(alone.speaker):
        return _of_whom_articles_introduce(spoken, slot, other)
    if past.answering and BODY_WITH_ARTICLE.fullmatch(slot.fragment.text):
        # "And the company?": any other company's words would be somebody else's.
        return Followed(spoken, near=past.answering, otherwise=_or_of_the_only_one(slot, alone, other))
    of_bodies = bare(named.split()[-1]) in BODIES_OF_A_KIND - {bare(base.speaker or "")}
    if other is not None and of_bodies and base.cue not in REACTS:
        # "The schools" are talked of more often than they speak, but who reacts as well may be anybody.
        return replace(other, doubtful=False, otherwise=Followed(spoken, doubtful=True))
    return of_the_office_shown(named, or_where_shown(Followed(spoken, otherwise=other), past), past)


def _of_whom_articles_introduce(spoken: Understanding, slot: OpenSlot, other: Followed | None) -> Followed:
    """Ask "the woman from Dene" on the topic, or on anything, in the articles shown, and then in any."""
    anything = carrying(replace(spoken, topic=None, addressee=None), slot.kept)
    elsewhere = Followed(spoken, doubtful=True, otherwise=other)
    here = Followed(anything, near=slot.past.answering, doubtful=True, otherwise=elsewhere)
    return Followed(spoken, near=slot.past.answering, otherwise=here)


def _or_of_the_only_one(slot: OpenSlot, alone: Understanding, other: Followed | None) -> Followed | None:
    """Ask the only council of the archive for its words, too, where "the council" was looked for in what was shown."""
    only = slot.read(f"What did {slot.named} say?")
    noun = (alone.speaker or "").casefold()
    if not (alone.speaker_is_role and is_elsewhere(only.speaker, noun, slot.past)) or only.ambiguous:
        return other
    return (
        other
        if is_of_another_kind(only.speaker, noun)
        else Followed(_in_its_words(slot, only), otherwise=other)
    )


def _in_its_words(slot: OpenSlot, alone: Understanding) -> Understanding:
    """Return the last question for the words of a role or a body, written with all that was typed of its name."""
    named, base = slot.named, slot.base
    on_it = replace(
        alone,
        question=slot.asked.question,
        # "And the bank?", after words on the bank, asks nothing of the bank on the bank.
        topic=None
        if alone.speaker in whom((base.topic or "").removeprefix("the "), slot.speakers)
        else base.topic,
        addressee=base.addressee,
        source=base.source,
        since=slot.asked.since,
        until=slot.asked.until,
        cue=base.cue,
    )
    spoken = carrying(on_it, ("topic", "addressee", *slot.kept))
    if alone.speaker and alone.speaker in named and f"the {alone.speaker} " not in spoken.standalone:
        text = spoken.standalone.replace(f" {alone.speaker} ", f" {named} ", 1)
        spoken = replace(spoken, standalone=text)
    return spoken


def _of_nobody_known(slot: OpenSlot, alone: Understanding) -> Followed | None:
    """Ask the last question of a person who has no words here, which is better said than hidden: "and Orsa?"."""
    named, base = slot.named, slot.base
    person = is_person(named, sure=bool(slot.speakers.most_quoted(1))) or (
        not base.topic and named[:1].isupper()
    )
    # "And Vantor?" after "did the council comment?" asks whether they did: nothing else has a place there.
    # "The prison", of which it is not said what somebody is, comments on nothing.
    thing = named.lower().startswith("the ") and named[4:5].islower()
    whether = not thing and base.cue in REACTS and (base.topic is None or "topic" in base.carried)
    unquoted = not (person or whether) and is_named(named, slot.read)
    asked = person or whether or unquoted or slot.fragment.speaks
    if not (asked and alone.speaker and not alone.speaker_known):
        return None
    nobody = replace(
        slot.asked,
        kind=QuestionKind.SAID,
        speaker=alone.speaker,
        speaker_known=False,
        speaker_is_role=False,
        described=None,
        topic=base.speaker if is_named_by(base.topic or "", named) else slot.asked.topic,
        ambiguous=(),
        instead_of=(),
        others=(),
    )
    other = Followed(slot.on(named), doubtful=True) if unquoted and base.speaker else None
    return Followed(carrying(nobody, ("topic", *slot.kept)), otherwise=other)


def _is_the_topic(match: Match, topic: str | None, speakers: KnownSpeakers) -> bool:
    """Return whether a name means who was spoken of: "Brandt" is, where Ivo Brandt or Brandt was the topic."""
    names = {match.name, *match.ambiguous} - {None}
    return topic is not None and not names.isdisjoint(whom(topic, speakers))


def _is_person(topic: str, speakers: KnownSpeakers) -> bool:
    known = [name for name in whom(topic, speakers) if name]
    return any(is_one_person(name, speakers) for name in known) or (
        not known and is_person(topic, sure=False)
    )
