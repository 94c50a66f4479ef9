"""Give a question about facts the words that it lacks from earlier turns, for reading and for searching."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.answers import Understanding
from qa.conversation.earlier.agreement import agrees, is_one_person, is_person
from qa.conversation.earlier.appended_words import appended, without_appended
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, asks_for_more, last_named
from qa.conversation.pronouns.names_in_small_letters import with_whole_name
from qa.conversation.pronouns.not_meant import (
    answers_who,
    are_several,
    asked_by_kind,
    asks_whom,
    is_beside,
    is_called_a_body,
    is_in_a_thing,
    is_of_the_other_gender,
    is_shown_as_body,
    is_shown_as_person,
    up_to_who,
    was_he_or_she,
    without_asides,
)
from qa.conversation.pronouns.people_in_answers import (
    asked_or_told_of,
    holder_shown,
    meant_before,
    newly_asked,
    of_whom_was_asked,
    relative_meant,
)
from qa.conversation.pronouns.pronouns import (
    antecedents,
    introduced,
    name_in_full,
    pronoun_in,
    put_in,
    speaker_meant,
    spoken_of,
    stands_for_somebody,
)
from qa.conversation.questions.search_context import FAINT, FULL, READ, UNSHOWN, context_of, goes_on
from qa.conversation.topics.back_references import asks_all_again, needs_context, points_only
from qa.conversation.topics.last_topics import last_thing, thing_named
from qa.conversation.topics.pronoun_it import does_to_it, it_means
from qa.conversation.topics.standalone import Standalone, stand_alone
from qa.conversation.topics.without_topic import (
    counted_of,
    counts_nothing_named,
    lacks_subject,
    names_a_thing,
)
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.described import asked_for
from qa.understanding.introduced import asked_person, asked_thing, asks_for_person
from qa.understanding.names import names_in
from qa.understanding.words import bare, is_role


def fact(question: str, understood: Understanding, past: Past, speakers: KnownSpeakers) -> Followed:
    """Return a question about facts with words of earlier turns, where its form shows that it lacks some."""

    def person(name: str) -> bool:
        match = match_speaker(name, speakers)
        if match.corrected or is_called_a_body(name, past):
            return False  # a town is no speaker whose name is spelt nearly like it
        # "Harwick" may be the council, the college or the paper, and is nobody.
        return any(is_one_person(each, speakers) for each in (match.name, *match.ambiguous))

    full = _completed(question, past, lambda name: person(name) or is_person(name, sure=True))
    # "Who is quill" says whom it asks for, where a Quill speaks.
    lacks = past.quoting and lacks_subject(full, _talked_of(past)) and asked_person(full, speakers) is None
    if not (lacks or needs_context(full) or (past.quoting and does_to_it(full))):
        # It is read as it is. Where it goes on about the same thing, the turns before it help the search.
        if full != question:
            understood = replace(understood, standalone=full, carried=("words",))
        if not goes_on(full, past):
            return Followed(understood)
        if past.quoting:
            return _or_alone(Followed(understood, context=context_of(full, (), past, UNSHOWN)))
        return Followed(understood, context=context_of(full, (), past, FAINT))
    thing, topics = None, {understood.topic for _, understood in past.known}
    if past.quoting and past.last:
        thing = asked_thing(past.last.standalone) or last_thing(
            without_asides(past),
            lambda name: (
                person(name)
                or is_person(name, sure=True)
                or (name in topics and is_shown_as_person(name, None, past))
            ),
        )
    if (owner := _owner_of_somebody(full, past, speakers)) is not None:
        thing = owner
    if thing and are_several(thing) and it_means(full, "it"):
        thing = None  # "who will see it?", after Quill's words on viewers: it is not viewers
    put = _with(thing, full) if thing else None
    event = None if thing or not past.quoting else thing_named(past)
    done, more = _with(event, full) if event else None, asks_for_more(full)
    pronoun, last = pronoun_in(full), past.last
    firm = stands_for_somebody(full) is not None
    two = _TWO_PEOPLE.search(full) is not None
    who = (
        speaker_meant(pronoun, last, speakers, another=two)
        if pronoun and firm and last and past.quoting
        else None
    )
    if who is None and pronoun and last and past.quoting and asks_for_person(full):
        who = newly_asked(pronoun, last, speakers)
    if who is None and past.quoting and (firm or pronoun in ("his", "her")):
        who = holder_shown(pronoun or "", past, speakers) if firm else None
        who = who or relative_meant(pronoun or "", last) or asked_or_told_of(full, last, speakers)
        who = who or of_whom_was_asked(pronoun or "", past)
        who = who or meant_before(pronoun or "", past, speakers)
    named = antecedents(full, past.known, speakers) if firm and put and pronoun in HE | SHE else ()
    if who is None and len(named) == 1:
        who = named[0]  # "Why did she say it is fair?": what "it" is says nothing of who she is
    # "How much did it cost them?": what "it" is pays nothing.
    if who and (is_beside(who, full) or (put is not None and who == thing)):
        who = None
    asking = up_to_who(past, speakers)
    unnamed = pronoun in HE | SHE and past.quoting and answers_who(asking.last, speakers)
    whom = bool(asking.last and asks_whom(asking.last.standalone))
    if who:
        told = put or done
        put = put_in(told if told and pronoun_in(told) == pronoun else full, who)
        if put and last and (other := spoken_of(put, who, last, speakers)):
            put = put_in(put, other)  # "Did he forgive him?": the speaker whom he spoke of
        alone = Standalone(put or full, (who,))
        if thing and thing not in alone.text and counts_nothing_named(full):
            alone = Standalone(appended(alone.text, [thing], full), (who, thing))
        thing = None
    elif thing and (put or (lacks and not asks_all_again(full))):
        # What somebody was asked about is what "it" means, and not the one who was asked.
        # "Who else was freed?", after Quill's words on her trial, is besides Quill, and besides no trial.
        besides = _last_person(past, person) if more and put is None else None
        alone = Standalone(put or appended(full, [besides or thing], full), (besides or thing,))
    elif event and done and pronoun not in HE | SHE:
        before = [name for name in last_named(past)[:1] if name not in done]
        alone, put, thing = Standalone(appended(done, before, done), (event, *before)), done, event
    else:

        def never(name: str) -> bool:
            if _WHICH_IT.fullmatch(full):
                return True
            if unnamed and (
                whom or asks_for_person(full) or not (person(name) or is_person(name, sure=True))
            ):
                return True  # "who is he?", after "who did Quill nominate?", and no town
            if is_in_a_thing(name, past) or is_shown_as_person(name, pronoun, past):
                return True
            if pronoun is None and was_he_or_she(name, past):
                return True
            if is_shown_as_body(name, pronoun, past):
                return True
            return is_of_the_other_gender(name, pronoun, speakers) or is_beside(name, full)

        def fits(name: str) -> bool:
            return person(name) and not never(name)

        who_fits = fits if past.quoting else None
        texts = (
            past.texts[len(past.texts) - 1 - (len(past.known) - len(asking.known)) :]
            if unnamed
            else past.chained
        )
        asked = asked_by_kind(past) if past.quoting else frozenset()
        alone = stand_alone(
            done or full,  # "what did he pay for it?", after "how much does Quill want for the boat?"
            texts,
            person=who_fits,
            never=never,
            sure=lambda name: agrees(pronoun or "", name_in_full(name, pronoun or "", speakers), speakers),
            aside=lambda name: bare(name) in asked,
            lacking=lacks,
        )
        put, thing = done, event if done else None
        if more and past.quoting and (people := _full_names(alone.words)):
            # "Was anyone else hurt?" is besides Quill, and besides no ferry.
            alone = Standalone(appended(without_appended(alone.text), people, full), people)
        if lacks and not any(word[:1].isupper() for word in alone.words):
            names = [name for name in last_named(past)[:1] if name not in alone.text]
            alone = Standalone(
                appended(without_appended(alone.text), (*names, *alone.words), full), (*names, *alone.words)
            )
    met = introduced(pronoun, last, speakers) if pronoun and last and past.quoting else None
    if met and _was_of_another_gender(pronoun, past):
        met = None  # "when was he arrested?", after "how old was she?" was asked of the victim
    if met and not _says_whom(alone.text, met):
        alone, put, thing = Standalone(put_in(full, met) or full, (met,)), full, None
    alone = with_whole_name(alone, last) if past.quoting else alone
    topic = None if understood.topic and bare(understood.topic) in PRONOUNS else understood.topic
    changed = replace(
        understood,
        standalone=alone.text,
        carried=("words",) if alone.text != question else (),
        browses=understood.browses and not alone.words,
        topic=thing or topic,
    )
    exclude = past.shown if more else frozenset()
    # A new fact is asked for of the same thing: the words of a quote would only find that quote again.
    new = past.quoting and (put is not None or (lacks and not points_only(full)))
    found = Followed(changed, exclude, context=context_of(full, alone.words, past, UNSHOWN if new else FULL))
    if past.quoting and alone.words and it_means(alone.text, "it") is not None:
        # "Why did they attack it (Ada Quill)?": no thing was named that "it" may be.
        found = replace(
            found, doubtful=all(person(each) or is_person(each, sure=True) for each in alone.words)
        )
    whole = past.quoting and without_appended(alone.text) == alone.text
    if past.quoting and not lacks and not whole and names_a_thing(full):
        # The words of before, beside its own, would find what was shown: they help where its own find nothing.
        return Followed(understood, context=context_of(full, (), past, UNSHOWN), otherwise=found)
    return _or_alone(found) if whole else found


_TWO_PEOPLE = regex(r"\b(?:he|she)\b.*\b(?:him|her)[\s?!.]*$", re.IGNORECASE)


def _says_whom(text: str, name: str) -> bool:
    """Return whether a question says in its own sentence who is meant, not in words added after it."""
    if asked_for(name) is not None:
        return name.casefold() in text.casefold()
    return without_appended(text) == text and bare(name.rsplit(maxsplit=1)[-1]) in {
        bare(word) for word in text.split()
    }


# "Who is its chairman?"
_ITS = regex(r"\bits\s+(?P<noun>[\w-]+(?:\s+[\w-]+){0,2})[\s?!.]*$", re.IGNORECASE)


def _owner_of_somebody(question: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return the body whose words were asked for, where somebody of "its" is asked for: no topic has people."""
    match, last = _ITS.search(question), past.last
    if match is None or last is None or not past.quoting or is_one_person(last.speaker, speakers):
        return None
    return last.speaker or None if is_role(match["noun"]) or asked_for(match["noun"]) else None


def _last_person(past: Past, person: Callable[[str], bool]) -> str | None:
    """Return who was named last, or else who was asked last."""
    named = (name for name in last_named(past) if person(name))
    return next(named, None) or (past.speaking.speaker if past.speaking else None)


def _or_alone(found: Followed) -> Followed:
    """Search for a question by its own words too, where those of the turns before it find nothing that answers."""
    return replace(found, otherwise=replace(found, context=None))


# "What kind of boat was it?", "was it her first flight?": "it" is the boat or the flight, and nothing talked of before.
_WHICH_IT = regex(
    r"\s*(?:(?:and|but|so)\s+)?(?:which\s+[\w-]+|what\s+(?:kind|sort|type|make|brand|model)\s+of\s+[\w-]+(?:\s+[\w-]+)?)"
    r"\s+(?:is|was)\s+it[\s?!.]*"
    r"|\s*(?:(?:and|but|so)\s+)?(?:is|was)\s+it\s+(?:his|her|their|the|an?)\s+(?:first|second|third|last|only)\b.*",
    re.IGNORECASE,
)


def _with(thing: str, question: str) -> str | None:
    """Return a question with a thing in the place of "it", or of what is counted."""
    return None if _WHICH_IT.fullmatch(question) else it_means(question, thing) or counted_of(question, thing)


def _full_names(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word[:1].isupper() and " " in word)


def _was_of_another_gender(pronoun: str | None, past: Past) -> bool:
    before = pronoun_in(past.conversation.turns[-1].question)
    return (before in SHE and pronoun in HE) or (before in HE and pronoun in SHE)


def _completed(question: str, past: Past, person: Callable[[str], bool]) -> str:
    """Return a question with full names for bare ones whose full form was typed before: "Daniel Mott" for "Mott"."""
    if not past.quoting:
        return question
    before = [name for turn in past.conversation.turns for name in names_in(f"about {turn.question}")]
    full = {name.split()[-1]: name for name in before if len(name.split()) == 2 and person(name)}
    for name in names_in(question):
        if name in full:
            question = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", full[name], question, count=1)
    return question


def _talked_of(past: Past) -> frozenset[str]:
    """Return the terms of what was asked, and of what was shown last and may answer."""
    last = past.conversation.turns[-1]
    shown = last.answer[:READ] if last.answered else ""
    return frozenset(content_terms(" ".join([*(question for question, _ in past.texts), shown])))
