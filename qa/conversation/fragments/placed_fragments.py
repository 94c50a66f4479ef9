"""Put a fragment ("and about Taiwan?", "more") into its place in the question before it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from qa.answers import Outcome, QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person, kind_of, may_mean
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying, heard, last_whole
from qa.conversation.earlier.question_text import told
from qa.conversation.earlier.turns import Conversation
from qa.conversation.fragments.about_shown_quotes import asks_when_printed
from qa.conversation.fragments.another_time import with_date, without_bound
from qa.conversation.fragments.changed_fact_question import with_question_word
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.conversation.fragments.fragments import fragment_of, of_that_year
from qa.conversation.fragments.respelt_topics import with_topic_respelt
from qa.conversation.fragments.slots import in_its_place
from qa.conversation.fragments.told_of_instead import or_what_is_told
from qa.conversation.pronouns.pronouns import antecedents, pronoun_in
from qa.conversation.questions.named_by_owner import words_of_owned
from qa.conversation.topics.last_topics import last_topic, thing_claimed
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.introduced import asks_for_person


def placed(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Return what a fragment means in its conversation; None where nothing before it has a place for it."""
    if fragment.act is Act.ABOUT and (before := _before_aside(fragment, past, speakers)):
        return placed(question, fragment, before, read, speakers)
    last = past.last
    if last is None:
        return None
    if fragment.act in (Act.WHEN, Act.PRINTED) and (before := _before_denial(question, past, speakers)):
        return placed(question, fragment, before, read, speakers)
    match fragment.act:
        case Act.MORE:
            if (turn := past.conversation.turns[-1]).article and turn.quotes:
                return Followed(again(question, last), article=turn.quotes[0], onward=True)
            if last.ambiguous or turn.choices:
                # "Which one?" is no list that goes on: nobody was chosen.
                return Followed(again(question, last), unresolved=not last.ambiguous)
            # What follows words that may answer is no surer: "the minister" may still be another.
            unsure, more = turn.outcome is Outcome.UNSURE, _was_answered(past)
            return Followed(again(question, last), exclude=past.shown, more=more, doubtful=unsure)
        case Act.ARTICLE:
            shown = next((turn.quotes for turn in reversed(past.conversation.turns) if turn.quotes), ())
            if not shown:
                return None
            at = min(fragment.number, len(shown)) - 1
            return Followed(again(question, last), article=shown[at])
        case Act.ORDER:
            asked = replace(again(question, last), order=fragment.order)
            if last.kind is QuestionKind.SAID and last.speaker and not last.others:
                # "The latest?", after the best of Quill's words, is the latest of all of them.
                asked = replace(asked, of_all=fragment.of_all, over_time=False)
            return Followed(asked)
        case Act.DATES:
            fragment = of_that_year(fragment, last, read)
            changed = replace(again(question, last), since=fragment.since, until=fragment.until)
            if changed.kind is QuestionKind.CONTENT:
                return with_date(question, fragment.text, last_whole(past), read) if past.quoting else None
            return Followed(carrying(changed, ("speaker", "topic", "source")))
        case Act.AGAIN:
            return Followed(again(question, last))
        case Act.UNBOUND:
            bounded = last.source if fragment.text == "source" else (last.since or last.until)
            if not bounded and _OTHER.search(question):
                return placed(question, Fragment(Act.MORE), past, read, speakers)  # "any other paper?"
            return without_bound(question, fragment.text, past, read)
        case Act.LATER | Act.EARLIER:
            return _beyond(question, past, last, later=fragment.act is Act.LATER)
        case Act.WHO_ELSE:
            if last.kind is QuestionKind.CONTENT and _WHO_DID.match(question):
                return None  # "was the bridge sold?", "who did?": sold it
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
                of_all=None,
                topic=topic,
                # "Did anyone else comment?", after "who criticised the trams?", asks for any words on the trams.
                cue=None if _COMMENTED.search(question) else last.cue,
            )
            others = carrying(who, ("topic", "dates", "source"), more=True)
            # Others' words on the same may be for or against it: "who disagreed?" is not surely answered by them.
            found = Followed(others, past.shown, heard(past), doubtful=bool(fragment.text))
            if not fragment.text and (thing := thing_claimed(topic)):
                # "Did anyone else comment?", where nobody else says that the levee is unsafe: on the levee.
                on_thing = carrying(replace(who, topic=thing), ("topic", "dates", "source"), more=True)
                return replace(found, otherwise=replace(found, understood=on_thing))
            if not (fragment.text and past.answering):
                return found
            # Who disagreed with these words stands beside them, more likely than in any article on the same town.
            return replace(found, near=past.answering, otherwise=replace(found, wider=True))
        case Act.COMPARE:
            base = past.speaking
            other = match_speaker(fragment.text, speakers).name or fragment.text
            if base is None or base.speaker is None or other == base.speaker:
                return None
            both = replace(
                again(question, base), others=(other,), over_time=False, topic=base.topic or last_topic(past)
            )
            return Followed(carrying(both, ("speaker", "topic", "dates")))
        case Act.BOTH:
            return _both(question, past, past.speaking) if past.speaking else None
        case Act.OWNED:
            led = fragment.continues or last.kind is not QuestionKind.CONTENT
            return words_of_owned(question, fragment.text, past, read, speakers) if led else None
        case Act.SOURCE:
            only = replace(again(question, last), source=fragment.text)
            said = last.kind is not QuestionKind.CONTENT
            return Followed(carrying(only, ("speaker", "topic", "dates")) if said else only)
        case Act.PRINTED:
            if (
                (printed := asks_when_printed(question, fragment, past, speakers)) is not None
                or fragment.text
                or fragment.ask == "source"
            ):
                return printed
            return placed(question, Fragment(Act.WHEN, fragment.ask), past, read, speakers)
        case Act.WHEN:
            last = replace(last, of_all=None)
            if last.kind is QuestionKind.CONTENT and past.quoting:
                return with_question_word(question, fragment.text, last, read)
            if last.kind is QuestionKind.WHO_SAID and fragment.text == "when":
                return asks_when_printed(question, Fragment(Act.PRINTED), past, speakers)
            if last.kind is QuestionKind.WHO_SAID and fragment.text == "why" and past.answering:
                # Why they oppose it stands beside their words, if anywhere.
                repeated = again(question, last)
                return Followed(
                    replace(repeated, standalone=told(repeated, asking="why")), near=past.answering
                )
            if last.kind is not QuestionKind.SAID or not last.speaker:
                return None
            last = _whose_words(question, past, last, speakers)
            if pronoun_in(question) in HE | SHE and kind_of(last.speaker or "", speakers) == "group":
                return None  # "where was she?", after the council's words: it is nobody who said them
            when = fragment.text == "when"
            if when and (printed := asks_when_printed(question, Fragment(Act.PRINTED), past, speakers)):
                return printed
            repeated = again(question, last)
            return Followed(
                replace(repeated, standalone=told(repeated, asking=fragment.text.removesuffix(" not")))
            )
        case Act.ABOUT | Act.TOPIC:
            if (respelt := with_topic_respelt(question, fragment, last)) is not None:
                return respelt
            put = in_its_place(question, fragment, past, read, speakers)
            return put and or_what_is_told(question, fragment, put, past, read, speakers)
    return None


_WHO_DID = regex(r"\W*(?:(?:and|so|but|then)\s+)*who\s+(?:did|does|has)\b", re.IGNORECASE)
_COMMENTED = regex(r"\belse\s+(?:(?:has|have)\s+)?(?:comment|respond|react|speak|spoke|weigh)", re.IGNORECASE)
_OTHER = regex(r"\bother\b", re.IGNORECASE)
_POINTS = regex(r"\b(?:that|this|so)\b", re.IGNORECASE)


def _before_aside(fragment: Fragment, past: Past, speakers: KnownSpeakers) -> Past | None:
    """Return the past up to a question for somebody's words after which it was only asked who they are: "who is he?".

    "And the union?", then, asks for the union's words on the same. "And Ada Quill?" may ask who she is.
    """
    match = match_speaker(fragment.text, speakers)
    if any(is_one_person(name, speakers) for name in (match.name, *match.ambiguous)):
        return None
    count = len(past.known)
    while count and asks_for_person(past.known[count - 1][1].standalone) and past.known[count - 1][1].carried:
        count -= 1
    whole = count == len(past.known) or len(past.known) != len(past.conversation.turns)
    if whole or not count or past.known[count - 1][1].kind is not QuestionKind.SAID:
        return None
    return Past(Conversation(past.conversation.turns[:count]), past.known[:count], past.shown)


def before_a_name(fragment: Fragment, past: Past, read: Understand) -> Past:
    """Return the past without a last turn that only named a thing, where another name corrects it.

    After Quill's words on the levee and "and the judge?", which was read as one thing more to ask about, "no, I meant
    Brandt" asks for Brandt's words on the levee.
    """
    last = past.last
    if last is None or fragment.act is not Act.ABOUT or len(past.known) != len(past.conversation.turns):
        return past
    named = fragment_of(past.known[-1][0].question, read) if len(past.known) > 1 else None
    if named is None or named.act is not Act.ABOUT or named.text not in (last.topic or last.standalone):
        return past
    return Past(Conversation(past.conversation.turns[:-1]), past.known[:-1], past.shown)


def _before_denial(question: str, past: Past, speakers: KnownSpeakers) -> Past | None:
    """Return the past up to the last answer, where nothing answered since: "that" of "why did she say that?" is there.

    After Quill's words on the ferries, and none of hers on the tunnel, nobody asks when she said those.
    """
    if not past.quoting or past.conversation.turns[-1].answered or _POINTS.search(question) is None:
        return None
    count = len(past.known)
    for at in range(count - 2, -1, -1):
        turn, understood = past.known[at]
        if turn.article or not (turn.answered and turn.quotes):
            continue
        pronoun = pronoun_in(question)
        if understood.kind is not QuestionKind.SAID or not understood.speaker:
            return None
        if pronoun in HE | SHE and not may_mean(pronoun, understood.speaker, speakers):
            return None
        turns = past.conversation.turns[: len(past.conversation.turns) - (count - 1 - at)]
        return Past(Conversation(turns), past.known[: at + 1], past.shown)
    return None


def _whose_words(question: str, past: Past, last: Understanding, speakers: KnownSpeakers) -> Understanding:
    """Return the last question, or the one before it that was put to whom "she" means: "why did she say that?"."""
    pronoun = pronoun_in(question)
    if pronoun not in HE | SHE or may_mean(pronoun, last.speaker or "", speakers):
        return last
    names = antecedents(question, past.known, speakers)
    earlier = (each for _, each in reversed(past.known) if each.kind is QuestionKind.SAID)
    return next((each for each in earlier if each.speaker in names), last)


def _beyond(question: str, past: Past, last: Understanding, *, later: bool) -> Followed:
    """Ask the last question again, for articles after or before those that were shown."""
    dated = [turn for turn in past.conversation.turns if turn.first_day and turn.last_day]
    day = (dated[-1].last_day if later else dated[-1].first_day) if dated else None
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
    return Followed(changed, exclude=past.shown, more=_was_answered(past))


def _was_answered(past: Past) -> bool:
    """Return whether something answered the last question, or one before it of the same person on the same."""
    last = past.last
    same = (
        turn for turn, each in past.known if last and (each.speaker, each.topic) == (last.speaker, last.topic)
    )
    return any(turn.answered and turn.quotes for turn in same)


_TWO = 2


def two_asked(past: Past) -> tuple[str, ...]:
    """Return the speakers who were asked for last or shown, the latest first; fewer than two where nobody else was."""
    base = past.speaking
    if base is None:
        return ()
    found: dict[str, None] = dict.fromkeys(base.ambiguous if len(base.ambiguous) == _TWO else ())
    for turn, understood in reversed(past.known):
        asked = (understood.speaker, *understood.others) if not understood.ambiguous else ()
        # Whose words were shown for "and the president?" is that president, or somebody who was not asked for.
        shown = turn.speakers if turn.answered and not understood.speaker_is_role else ()
        found.update(dict.fromkeys(name for name in (*asked, *shown) if name))
        if len(found) >= _TWO:
            break
    return tuple(found)


def _both(question: str, past: Past, base: Understanding) -> Followed | None:
    """Set the two speakers beside each other who were asked for last, on what the latest was asked about."""
    names = two_asked(past)
    if len(names) < _TWO:
        return None
    topic = base.topic or last_topic(past)
    both = replace(
        again(question, base), speaker=names[1], speaker_known=True, others=(names[0],), described=None, bearers=(),
        instead_of=(), over_time=False, topic=topic,
    )  # fmt: skip
    return Followed(carrying(both, ("speaker", "topic", "dates")))
