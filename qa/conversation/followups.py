"""A question in its conversation: what it means once the turns before it are known. No language model.

In order: fragments that ask for more of the same ("more", "the latest?", "when?"), fragments that put one thing in
the place of another ("and about Taiwan?", "what about Biden?", "and in 2024?"), whole questions with a pronoun ("what
did he say about it?"), and questions about facts, which get words. Whatever stands alone comes back unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.attribution.linking import match_speaker
from qa.conversation.facts import fact
from qa.conversation.followed import Followed
from qa.conversation.fragments import Act, Fragment, fragment_of
from qa.conversation.past import Past, again, asks_for_more, carrying, heard, last_topic
from qa.conversation.pronouns import antecedent, is_person, put_in
from qa.conversation.telling import told
from qa.conversation.turns import Conversation, Turn
from qa.datatypes import QuestionKind, Speaker, Understanding
from qa.understanding.words import PRONOUNS, bare

Reader = Callable[[str], Understanding]
"""Understands a question alone."""

RESOLVED = 8
"""How many turns that are known as texts only are understood again, from the oldest."""


def follow(
    question: str, conversation: Conversation | None, read: Reader, speakers: Sequence[Speaker]
) -> Followed:
    """Return what a question means in its conversation; without turns, what it means alone."""
    turns = conversation.turns if conversation else ()
    if conversation is None or not turns:
        return _alone(question, read)
    return _followed(question, _past(conversation, read, speakers), read, speakers)


def _past(conversation: Conversation, read: Reader, speakers: Sequence[Speaker]) -> Past:
    known: list[tuple[Turn, Understanding]] = []
    turns = conversation.turns
    for index, turn in enumerate(turns):
        understood = turn.understood
        if understood is None:
            if index < len(turns) - RESOLVED:
                continue
            before = Past(Conversation(turns[:index]), tuple(known))
            understood = (
                _followed(turn.question, before, read, speakers).understood if index else read(turn.question)
            )
        known.append((turn, understood))
    return Past(conversation, tuple(known), frozenset(conversation.quotes))


def _alone(question: str, read: Reader) -> Followed:
    understood = read(question)
    fragment = fragment_of(question, read)
    lacks = fragment is not None and fragment.lacks_all
    continues = fragment is not None and fragment.continues
    return Followed(
        understood
        if not continues or lacks
        else replace(understood, topic=fragment.text if fragment else None),
        unresolved=lacks or continues or _speaker_is_pronoun(question, understood, read),
        fragment_alone=lacks,
    )


def _speaker_is_pronoun(question: str, understood: Understanding, read: Reader) -> bool:
    """Whether somebody's words are asked for and only a pronoun says whose."""
    if understood.kind is not QuestionKind.CONTENT:
        return False
    replaced = put_in(question, "Aaron Abel")
    return replaced is not None and read(replaced).speaker == "Aaron Abel"


def _followed(question: str, past: Past, read: Reader, speakers: Sequence[Speaker]) -> Followed:
    fragment = fragment_of(question, read)
    if fragment is not None:
        found = _fragment(question, fragment, past, read, speakers)
        if found is not None:
            return found
    understood = read(question)
    if understood.kind is not QuestionKind.CONTENT:
        return _with_topic(question, understood, past)
    found = _with_speaker(question, past, read, speakers)
    if found is not None:
        return found
    return fact(question, understood, past)


def _fragment(
    question: str, fragment: Fragment, past: Past, read: Reader, speakers: Sequence[Speaker]
) -> Followed | None:
    last = past.last
    if last is None:
        return None
    match fragment.act:
        case Act.MORE:
            return Followed(again(question, last), exclude=past.shown)
        case Act.ARTICLE:
            shown = past.conversation.turns[-1].quotes or past.conversation.quotes
            if not shown:
                return None
            at = min(fragment.number, len(shown)) - 1
            return Followed(again(question, last), article=shown[at])
        case Act.ORDER:
            return Followed(replace(again(question, last), order=fragment.order))
        case Act.DATES:
            changed = replace(again(question, last), since=fragment.since, until=fragment.until)
            if changed.kind is QuestionKind.CONTENT:
                return None
            return Followed(carrying(changed, ("speaker", "topic", "source")))
        case Act.WHO_ELSE:
            topic = last_topic(past)
            who = replace(
                again(question, last),
                kind=QuestionKind.WHO_SAID,
                speaker=None,
                speaker_known=True,
                speaker_is_role=False,
                ambiguous=(),
                others=(),
                over_time=False,
                topic=topic,
            )
            return Followed(carrying(who, ("topic", "dates", "source"), more=True), past.shown, heard(past))
        case Act.COMPARE:
            other = match_speaker(fragment.text, speakers).name or fragment.text
            base = past.speaking
            if base is None or base.speaker is None or other == base.speaker:
                return None
            both = replace(
                again(question, base), others=(other,), over_time=False, topic=base.topic or last_topic(past)
            )
            return Followed(carrying(both, ("speaker", "topic", "dates")))
        case Act.WHEN:
            if last.kind is not QuestionKind.SAID or not last.speaker:
                return None
            repeated = again(question, last)
            return Followed(replace(repeated, standalone=told(repeated, asking=fragment.text)))
        case Act.ABOUT | Act.TOPIC:
            return _slot(question, fragment, past, read, speakers)
    return None


def _slot(
    question: str, fragment: Fragment, past: Past, read: Reader, speakers: Sequence[Speaker]
) -> Followed | None:
    """Put a name or a thing into the place in the last question that it fits."""
    base, named = past.last, fragment.text
    if base is None or base.kind is QuestionKind.CONTENT:
        return None
    slots = again(question, base)
    kept = ["dates", "source"]
    if fragment.since or fragment.until:
        kept.remove("dates")
        slots = replace(slots, since=fragment.since, until=fragment.until)
    if fragment.act is Act.ABOUT:
        match = match_speaker(named, speakers)
        # One wrong letter is forgiven where a speaker is due; here a thing may be meant as well.
        if (match.name and not match.corrected) or match.ambiguous:
            known = next((s for s in speakers if s.name == match.name), None)
            # "China" may speak and be spoken of; after a person's words it is what they are about.
            as_speaker = known is None or known.kind == "person" or _is_group(base.speaker, speakers)
            if as_speaker and (match.name != base.speaker):
                changed = replace(
                    slots,
                    kind=QuestionKind.SAID,
                    speaker=match.name or named,
                    speaker_known=True,
                    speaker_is_role=False,
                    ambiguous=match.ambiguous,
                    corrections=(),
                    others=(),
                )
                return Followed(carrying(changed, ("topic", "addressee", *kept)))
        alone = read(f"What did {named} say?")
        person = is_person(named, sure=bool(speakers)) or (not base.topic and named[:1].isupper())
        if person and alone.speaker and not alone.speaker_known:
            # Nobody of that name speaks here, which is better told than hidden.
            nobody = replace(
                slots,
                kind=QuestionKind.SAID,
                speaker=alone.speaker,
                speaker_known=False,
                ambiguous=(),
                others=(),
            )
            return Followed(carrying(nobody, ("topic", *kept)))
    return Followed(carrying(replace(slots, topic=named, addressee=None), ("speaker", *kept)))


def _is_group(name: str | None, speakers: Sequence[Speaker]) -> bool:
    return any(speaker.name == name and speaker.kind == "group" for speaker in speakers)


def _with_topic(question: str, understood: Understanding, past: Past) -> Followed:
    """A question about somebody's words that has its speaker: "What did Biden say about it?"."""
    more = asks_for_more(question)
    silent = heard(past) if more and understood.kind is QuestionKind.WHO_SAID else frozenset()
    exclude = past.shown if more else frozenset()
    topic = understood.topic
    pointing = bare(topic) in PRONOUNS if topic else bool(_POINTS.search(question))
    if not pointing:
        return Followed(understood, exclude, silent)
    if (
        understood.kind is QuestionKind.WHO_SAID
        and past.last is not None
        and past.last.speaker
        and bare(topic or "") in _PEOPLE
    ):
        meant: str | None = past.last.speaker
    else:
        meant = last_topic(past)
    if meant is None:
        return Followed(understood, exclude, silent, unresolved=True)
    changed = replace(understood, topic=meant)
    return Followed(carrying(changed, ("topic",), more=more), exclude, silent)


# "Who said that?" has its topic only in a pronoun.
_POINTS = re.compile(r"\b(?:that|this|it|so)[\s?!.]*$", re.IGNORECASE)
_PEOPLE = frozenset("he she him her his they them".split())


def _with_speaker(question: str, past: Past, read: Reader, speakers: Sequence[Speaker]) -> Followed | None:
    """A question that is about somebody's words once its pronoun is replaced."""
    probe = put_in(question, "Aaron Abel")
    if probe is None or read(probe).speaker != "Aaron Abel":
        return None
    name = antecedent(question, past.known, speakers)
    if name is None:
        return Followed(read(question), unresolved=True)
    replaced = put_in(question, name) or question
    understood = replace(read(replaced), question=question)
    if understood.kind is QuestionKind.CONTENT:
        probed = read(probe)
        match = match_speaker(name, speakers)
        understood = replace(
            probed,
            question=question,
            speaker=match.name or name,
            speaker_known=match.name is not None,
            standalone=replaced,
        )
    more = asks_for_more(question)
    carried = ["speaker"]
    topic = understood.topic
    if topic is not None and bare(topic) in PRONOUNS:
        topic = last_topic(past) or None
        carried.append("topic")
    elif (
        topic is None
        and past.last is not None
        and not more
        and (_continues(question) or understood.since or understood.until)
    ):
        topic = past.last.topic
        carried.append("topic")
    understood = replace(understood, topic=topic, carried=tuple(carried), standalone=replaced)
    if topic and "topic" in carried:
        understood = replace(understood, standalone=told(understood, more=more))
    return Followed(understood, exclude=past.shown if more else frozenset())


def _continues(question: str) -> bool:
    """Whether a question points at what was said before: "why did she say that?", "did he?"."""
    return bool(re.search(r"\b(?:that|this|so|it)\b", question, re.IGNORECASE)) or bool(
        re.match(r"\s*(?:and|but|so)\b", question, re.IGNORECASE)
    )
