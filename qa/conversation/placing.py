"""Put a fragment ("and about Taiwan?", "more") into its place in the question before it."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.followed import Followed, Understand
from qa.conversation.fragments import Act, Fragment
from qa.conversation.past import Past, again, carrying, heard, last_topic
from qa.conversation.pronouns import is_one_person, is_person
from qa.conversation.standalone import without_appended
from qa.conversation.telling import told
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.names import names_in


def placed(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Return what a fragment means in its conversation; None where nothing before it has a place for it."""
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
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Put a name or a thing into the place of the last question that it fits."""
    base, named = past.last, fragment.text
    if base is None:
        return None
    if base.kind is QuestionKind.CONTENT:
        return _after_facts(question, fragment, past, base, read, speakers)
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
        alone = read(f"What did {named} say?")
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


def _after_facts(
    question: str,
    fragment: Fragment,
    past: Past,
    base: Understanding,
    read: Understand,
    speakers: KnownSpeakers,
) -> Followed | None:
    """Ask for the words of a person who is named after a question about facts, on the subject of that question.

    The person must speak in the archive. Where that question was itself about one person, the named one takes their
    place in it.
    """
    match = match_speaker(fragment.text, speakers)
    if fragment.act is not Act.ABOUT or match.corrected or not (match.name or match.ambiguous):
        return None
    if match.name and not is_one_person(match.name, speakers):
        return None
    asked = without_appended(base.standalone)
    people = [name for name in names_in(asked) if is_one_person(match_speaker(name, speakers).name, speakers)]
    if len(people) == 1 and match.name:
        other = asked.replace(people[0], match.name)
        return Followed(replace(read(other), question=question, carried=("words",)))
    about = last_topic(past)
    said = replace(
        again(question, base),
        kind=QuestionKind.SAID,
        speaker=match.name or fragment.text,
        speaker_known=True,
        ambiguous=match.ambiguous,
        topic=about,
        since=fragment.since or base.since,
        until=fragment.until or base.until,
    )
    return Followed(carrying(said, ("topic", "dates", "source")))


def _is_group(name: str | None, speakers: KnownSpeakers) -> bool:
    known = speakers.speaker(name) if name else None
    return known is not None and known.kind == "group"
