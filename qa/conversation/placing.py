"""Put a fragment ("and about Taiwan?", "more") into its place in the question before it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from qa.answers import QuestionKind, Understanding
from qa.conversation.asked_again import with_date, with_person, with_question_word
from qa.conversation.followed import Followed, Understand
from qa.conversation.fragment_acts import Act, Fragment
from qa.conversation.past import Past, again, carrying, heard, last_topic, last_whole
from qa.conversation.pronouns import is_person
from qa.conversation.telling import told
from qa.language.lexicon.follow_up_words import SIDES
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.places import METONYMS
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import bare


def placed(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Return what a fragment means in its conversation; None where nothing before it has a place for it."""
    last = past.last
    if last is None:
        return None
    match fragment.act:
        case Act.MORE:
            return Followed(again(question, last), exclude=past.shown, more=True)
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
                return with_date(question, fragment.text, last_whole(past), read) if past.quoting else None
            return Followed(carrying(changed, ("speaker", "topic", "source")))
        case Act.LATER | Act.EARLIER:
            return _beyond(question, past, last, later=fragment.act is Act.LATER)
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
            base = past.speaking
            if base is not None and _BOTH.fullmatch(fragment.text):
                return _both(question, past, base)
            other = match_speaker(fragment.text, speakers).name or fragment.text
            if base is None or base.speaker is None or other == base.speaker:
                return None
            both = replace(
                again(question, base), others=(other,), over_time=False, topic=base.topic or last_topic(past)
            )
            return Followed(carrying(both, ("speaker", "topic", "dates")))
        case Act.WHEN:
            if last.kind is QuestionKind.CONTENT and past.quoting:
                return with_question_word(question, fragment.text, last, read)
            if last.kind is not QuestionKind.SAID or not last.speaker:
                return None
            repeated = again(question, last)
            return Followed(replace(repeated, standalone=told(repeated, asking=fragment.text)))
        case Act.ABOUT | Act.TOPIC:
            return _slot(question, fragment, past, read, speakers)
    return None


def _slot(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Put a name or a thing into the place of the last question that it fits."""
    base, named = past.last, fragment.text
    if base is None:
        return None
    if base.kind is QuestionKind.CONTENT:
        return with_person(question, fragment, past, base, read, speakers)
    slots = again(question, base)
    kept = ["dates", "source"]
    if fragment.since or fragment.until:
        kept.remove("dates")
        slots = replace(slots, since=fragment.since, until=fragment.until)
    if fragment.act is Act.ABOUT:
        match = match_speaker(named, speakers)
        # One wrong letter is allowed where a speaker is expected; here a thing may be meant as well.
        if (match.name and not match.corrected) or match.ambiguous:
            known = speakers.speaker(match.name) if match.name else None
            # "China" may speak and be spoken of; after a person's words it is their topic.
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
        alone = _of_the_same_office(named, base, read) or read(f"What did {named} say?")
        if _speaks_by_its_kind(alone, speakers):
            on_it = replace(
                alone,
                question=question,
                topic=base.topic,
                addressee=base.addressee,
                source=base.source,
                since=slots.since,
                until=slots.until,
                cue=base.cue,
            )
            spoken_of = carrying(replace(slots, topic=named, addressee=None), ("speaker", *kept))
            spoken = carrying(on_it, ("topic", "addressee", *kept))
            if alone.speaker and alone.speaker in named and f"the {alone.speaker} " not in spoken.standalone:
                text = spoken.standalone.replace(f" {alone.speaker} ", f" {named} ", 1)
                spoken = replace(spoken, standalone=text)
            other = Followed(spoken_of) if base.speaker and not _OWNED.fullmatch(named) else None
            return Followed(spoken, otherwise=other)
        person = is_person(named, sure=bool(speakers.most_quoted(1))) or (
            not base.topic and named[:1].isupper()
        )
        if person and alone.speaker and not alone.speaker_known:
            # Nobody of that name speaks here, which is better said than hidden.
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


def _beyond(question: str, past: Past, last: Understanding, *, later: bool) -> Followed:
    """Ask the last question again, for articles after or before those that were shown."""
    turn = past.conversation.turns[-1]
    day = turn.last_day if later else turn.first_day
    changed = replace(again(question, last), order="newest" if later else "relevance")
    with suppress(OverflowError):
        if day is not None and later:
            changed = replace(
                changed,
                since=day + timedelta(1),
                until=last.until if last.until and last.until > day else None,
            )
        elif day is not None:
            changed = replace(
                changed,
                since=last.since if last.since and last.since < day else None,
                until=day - timedelta(1),
            )
    if changed.kind is not QuestionKind.CONTENT:
        changed = carrying(changed, ("speaker", "topic", "source"))
    return Followed(changed, exclude=past.shown, more=True)


_BOTH = re.compile(
    r"(?:them|those|these|both|the\s+two|the\s+pair)(?:\s+(?:of\s+(?:them|these)|two|both))?", re.IGNORECASE
)
_OWNED = re.compile(r"(?P<owner>\S.*?)['’]s?", re.DOTALL)
_OWNS = re.compile(r"(?P<owner>\S.*?)['’]s?\s+(?=\S)", re.DOTALL)


def _both(question: str, past: Past, base: Understanding) -> Followed | None:
    """Set the two speakers beside each other who were asked for last, on what the latest was asked about."""
    found: dict[str, None] = {}
    for turn, understood in reversed(past.known):
        asked = (understood.speaker, *understood.others) if not understood.ambiguous else ()
        found.update(
            dict.fromkeys(name for name in (*asked, *(turn.speakers if turn.answered else ())) if name)
        )
        if len(found) > 1:
            break
    names = list(found)
    if len(names) < 2:
        return None
    topic = base.topic or last_topic(past)
    both = replace(
        again(question, base), speaker=names[1], speaker_known=True, others=(names[0],), described=None, bearers=(),
        instead_of=(), over_time=False, topic=topic,
    )  # fmt: skip
    return Followed(carrying(both, ("speaker", "topic", "dates")))


def _of_the_same_office(named: str, base: Understanding, read: Understand) -> Understanding | None:
    """Return who is asked for by a possessive alone: Dene's mayor by "and Dene's?", after "the mayor of Harwick"."""
    match = _OWNED.fullmatch(named)
    described = base.described
    if match is None or described is None:
        return None
    before = _OWNS.match(described)
    office = described[before.end() :] if before else re.split(r"\s+(?:of|for)\s+", described)[0]
    return read(f"What did {match['owner']}'s {office} say?")


def _speaks_by_its_kind(alone: Understanding, speakers: KnownSpeakers) -> bool:
    """Return whether a name is that of somebody who speaks, by what it says: a role, a council, a relative.

    "China" and "the treaty" are no such names: after somebody's words they are a topic.
    """
    if alone.kind is not QuestionKind.SAID or not alone.speaker or alone.ambiguous or alone.corrections:
        return False
    if alone.described or alone.speaker_is_role:
        return True
    last = bare(alone.speaker.split()[-1])
    known = speakers.speaker(alone.speaker)
    body = last in (GROUP_NOUNS | SIDES) - METONYMS and (known is None or known.kind == "group")
    return body and last not in {"states", "kingdom", "republic", "nations"}


def _is_group(name: str | None, speakers: KnownSpeakers) -> bool:
    known = speakers.speaker(name) if name else None
    return known is not None and known.kind == "group"
