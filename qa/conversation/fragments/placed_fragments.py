"""Put a fragment ("and about Taiwan?", "more") into its place in the question before it."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying, last_whole
from qa.conversation.earlier.turns import Conversation
from qa.conversation.fragments.another_place import of_another_rank
from qa.conversation.fragments.another_time import with_date, without_bound
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.conversation.fragments.fragments import fragment_of, of_that_year
from qa.conversation.fragments.more_of_it import more_of_it, newer_or_older, words_of_whom
from qa.conversation.fragments.other_voices import beside_another, both_asked, of_others
from qa.conversation.fragments.respelt_topics import with_topic_respelt
from qa.conversation.fragments.slots import in_its_place
from qa.conversation.fragments.told_of_instead import or_what_is_told
from qa.conversation.fragments.when_said import before_denial, printed_or_said, said_when
from qa.conversation.questions.named_by_owner import words_of_owned
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.introduced import asks_for_person
from qa.understanding.told_apart import is_told_by_deed

_OTHER = regex(r"\bother\b", re.IGNORECASE)
_GOES_ON = regex(r"\s*(?:and|but|so)\s+(?:the|that|this)\s", re.IGNORECASE)


def placed(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Return what a fragment means in its conversation; None where nothing before it has a place for it."""
    if (ranked := of_another_rank(question, fragment, past, read)) is not None:
        return ranked
    past = _before_what_lies_between(question, fragment, past, read, speakers)
    last = past.last
    if last is None:
        return None
    match fragment.act:
        case Act.MORE:
            return more_of_it(question, past, last)
        case Act.ARTICLE:
            return _article_shown(question, fragment, past, last)
        case Act.ORDER:
            return _in_order(question, fragment, last)
        case Act.DATES:
            return _of_dates(question, fragment, past, last, read)
        case Act.UNBOUND:
            return _unbound(question, fragment, past, last, read)
        case Act.LATER | Act.EARLIER:
            asked = words_of_whom(question, past, last, speakers)
            return newer_or_older(question, past, asked, later=fragment.act is Act.LATER)
        case Act.WHO_ELSE:
            return of_others(question, fragment, past, last)
        case Act.COMPARE:
            return beside_another(question, fragment.text, past, speakers)
        case Act.BOTH:
            return both_asked(question, past)
        case Act.OWNED if fragment.continues or last.kind is not QuestionKind.CONTENT:
            return words_of_owned(question, fragment.text, past, read, speakers)
        case Act.SOURCE:
            return _from_source(question, fragment, last)
        case Act.PRINTED:
            return printed_or_said(question, fragment, past, read, speakers)
        case Act.WHEN:
            return said_when(question, fragment, past, read, speakers)
        case Act.ABOUT | Act.TOPIC:
            return _with_name_or_thing(question, fragment, past, last, read, speakers)
    return None


def _before_what_lies_between(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Past:
    """Return the past up to the question that a fragment continues, without asides and denials after it."""
    while fragment.act in (Act.ABOUT, Act.TOPIC) and (before := _before_aside(fragment, past, speakers)):
        past = before
    while fragment.act is Act.ABOUT and (before := _before_one_told_by_deed(fragment, past, read)):
        past = before
    while fragment.act in (Act.WHEN, Act.PRINTED) and past.last is not None:
        if (before := before_denial(question, past, speakers)) is None:
            break
        past = before
    return past


def _article_shown(question: str, fragment: Fragment, past: Past, last: Understanding) -> Followed | None:
    """Ask for the article of a quote that was shown: "the whole article", "the second one"."""
    shown = next((turn.quotes for turn in reversed(past.conversation.turns) if turn.quotes), ())
    if not shown:
        return None
    at = min(fragment.number, len(shown)) - 1
    return Followed(again(question, last), article=shown[at])


def _in_order(question: str, fragment: Fragment, last: Understanding) -> Followed:
    asked = replace(again(question, last), order=fragment.order)
    if last.kind is QuestionKind.SAID and last.speaker and not last.others:
        # "The latest?", after the best of Quill's words, is the latest of all of them.
        asked = replace(asked, of_all=fragment.of_all, over_time=False)
    return Followed(asked)


def _of_dates(
    question: str, fragment: Fragment, past: Past, last: Understanding, read: Understand
) -> Followed | None:
    """Ask the last question of another time: "and in May?"."""
    fragment = of_that_year(fragment, last, read)
    changed = replace(again(question, last), since=fragment.since, until=fragment.until)
    if changed.kind is QuestionKind.CONTENT:
        return with_date(question, fragment.text, last_whole(past), read) if past.quoting else None
    return Followed(carrying(changed, ("speaker", "topic", "source")))


def _unbound(
    question: str, fragment: Fragment, past: Past, last: Understanding, read: Understand
) -> Followed | None:
    """Ask the last question without its dates or its outlet: "any year", "in any paper"."""
    bounded = last.source if fragment.text == "source" else (last.since or last.until)
    if not bounded and _OTHER.search(question):
        return more_of_it(question, past, last)  # "any other paper?"
    return without_bound(question, fragment.text, past, read)


def _from_source(question: str, fragment: Fragment, last: Understanding) -> Followed:
    """Ask the last question of one outlet: "only in the Chronicle"."""
    only = replace(again(question, last), source=fragment.text)
    said = last.kind is not QuestionKind.CONTENT
    return Followed(carrying(only, ("speaker", "topic", "dates")) if said else only)


def _with_name_or_thing(
    question: str,
    fragment: Fragment,
    past: Past,
    last: Understanding,
    read: Understand,
    speakers: KnownSpeakers,
) -> Followed | None:
    """Ask the last question with another name or thing in it, or what is told of that: "and about Taiwan?"."""
    if (respelt := with_topic_respelt(question, fragment, last)) is not None:
        return respelt
    if is_told_by_deed(fragment.text) and _GOES_ON.match(question) and not (past.answering and last.speaker):
        return None  # nobody was asked: "and the man who sold the gun?" is a question of its own
    if last.source and (
        other := read(f"What did Aaron Abel say about it according to {fragment.text}").source
    ):
        return _from_source(
            question, fragment._replace(text=other), last
        )  # "and the Post?", after the Chronicle
    put = in_its_place(question, fragment, past, read, speakers)
    return put and or_what_is_told(question, fragment, put, past, read, speakers)


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


def _before_one_told_by_deed(fragment: Fragment, past: Past, read: Understand) -> Past | None:
    """Return the past before somebody told by what they do, where somebody else is told so after them.

    "And the man who wrote the report?", after "and the woman who runs the mill?", asks the question before both.
    """
    if not is_told_by_deed(fragment.text) or not 1 < len(past.known) == len(past.conversation.turns):
        return None
    before = fragment_of(past.known[-1][0].question, read)
    if before is None or before.act is not Act.ABOUT or not is_told_by_deed(before.text):
        return None
    return Past(Conversation(past.conversation.turns[:-1]), past.known[:-1], past.shown)


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
