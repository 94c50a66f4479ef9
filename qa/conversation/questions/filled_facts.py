"""Fill in what a question about facts lacks: who is meant, what it is about, or words of the turns before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.conversation.earlier.agreement import agrees, kind_of
from qa.conversation.earlier.appended_words import appended, asks_for_other_things, without_appended
from qa.conversation.earlier.past import Past, last_named
from qa.conversation.pronouns.names_in_small_letters import with_whole_name
from qa.conversation.pronouns.not_meant import (
    answers_who,
    asked_by_kind,
    asks_whom,
    is_beside,
    is_in_a_thing,
    is_no_person,
    is_of_the_other_gender,
    is_shown_as_body,
    is_shown_as_nobody,
    is_shown_as_person,
    up_to_who,
    was_he_or_she,
    was_it,
)
from qa.conversation.pronouns.pronouns import name_in_full, pronoun_in, put_in, spoken_of
from qa.conversation.questions.asked_facts import AskedFact
from qa.conversation.questions.people_in_facts import introduced_last, who_is_meant
from qa.conversation.questions.things_in_facts import Subject, says_what_it_is, subject_of
from qa.conversation.topics.asides import names_no_it
from qa.conversation.topics.back_references import asks_all_again
from qa.conversation.topics.standalone import Standalone, stand_alone
from qa.conversation.topics.without_topic import counts_nothing_named
from qa.language.lexicon.follow_up_words import HE, ONE_LEAD, SHE
from qa.language.patterns import regex
from qa.understanding.described import asked_for
from qa.understanding.introduced import asks_for_person
from qa.understanding.words import bare


class FilledFact(NamedTuple):
    """A question about facts with the words that it lacked."""

    alone: Standalone
    put: str | None
    """The question with who or what is meant in the pronoun's place; None where words only stand after it."""
    thing: str | None
    """What it is about, if that is one thing."""


def filled_in(asked: AskedFact) -> FilledFact:
    """Return a question about facts with the words that it lacks, taken from the turns before it."""
    subject = subject_of(asked)
    found = (
        _with_who(asked, subject)
        or _with_thing(asked, subject)
        or _with_event(asked, subject)
        or _with_words_of_before(asked, subject)
    )
    if (met := introduced_last(asked)) and not _says_whom(found.alone.text, met):
        found = FilledFact(Standalone(put_in(asked.full, met) or asked.full, (met,)), asked.full, None)
    if (
        not asked.past.quoting
        or kind_of((asked.last and asked.last.speaker) or "", asked.speakers) == "group"
    ):
        return found  # "who is Quill?", after words of the Quill campaign
    return found._replace(alone=with_whole_name(found.alone, asked.last))


def _with_who(asked: AskedFact, subject: Subject) -> FilledFact | None:
    """Say who is meant: "where does she live?" is asked of Quill."""
    if not (who := who_is_meant(asked, subject)):
        return None
    full, thing, told = asked.full, subject.thing, subject.with_thing or subject.with_event
    put = put_in(told if told and pronoun_in(told) == asked.pronoun else full, who)
    if put and asked.last and (other := spoken_of(put, who, asked.last, asked.speakers)):
        put = put_in(put, other)  # "Did he forgive him?": the speaker whom he spoke of
    alone = Standalone(put or full, (who,))
    if thing and thing not in alone.text and counts_nothing_named(full):
        alone = Standalone(appended(alone.text, [thing], full), (who, thing))
    return FilledFact(alone, put, None)


_EXIST = regex(
    rf"\s*{ONE_LEAD}(?:(?:have|had|has|will|could|would)\s+there\s+(?:been|be)|(?:are|were|is|was)\s+there)\b",
    re.IGNORECASE,
)


def _with_thing(asked: AskedFact, subject: Subject) -> FilledFact | None:
    """Say what it is about: "what did it cost?" is asked of the bridge."""
    thing, put = subject.thing, subject.with_thing
    if not thing or not (put or (asked.lacks and not asks_all_again(asked.full))):
        return None
    # What somebody was asked about is what "it" means, and not the one who was asked.
    # "Who else was freed?", after Quill's words on her trial, is besides Quill, and besides no trial.
    # "Have there been others?" asks for none of them: things like the one that was talked of are meant.
    others = (
        asked.more and put is None and not (_EXIST.match(asked.full) or asks_for_other_things(asked.full))
    )
    besides = _last_person(asked) if others else None
    text = put or appended(asked.full, [besides or thing], asked.full)
    return FilledFact(Standalone(text, (besides or thing,)), put, thing)


def _last_person(asked: AskedFact) -> str | None:
    """Return who was named last, or else who was asked last."""
    named = (name for name in last_named(asked.past) if asked.speaks(name))
    return next(named, None) or (asked.past.speaking.speaker if asked.past.speaking else None)


def _with_event(asked: AskedFact, subject: Subject) -> FilledFact | None:
    """Say what happened of which it is asked: "who caused it?" is asked of the fire, and of the town that was named."""
    event, done = subject.event, subject.with_event
    if not (event and done) or asked.pronoun in HE | SHE:
        return None
    before = [name for name in last_named(asked.past)[:1] if name not in done]
    return FilledFact(Standalone(appended(done, before, done), (event, *before)), done, event)


def _with_words_of_before(asked: AskedFact, subject: Subject) -> FilledFact:
    """Take a name into the pronoun's place, or words to stand after the question, from all turns before it."""
    past, pronoun, done = asked.past, asked.pronoun, subject.with_event
    asking = up_to_who(past, asked.speakers)
    unnamed = pronoun in HE | SHE and past.quoting and answers_who(asking.last, asked.speakers)

    def never(name: str) -> bool:
        return (unnamed and _is_no_answer(name, asked, asking)) or _is_not_meant(name, asked)

    aside = asked_by_kind(past) if past.quoting else frozenset()
    alone = stand_alone(
        done or asked.full,  # "what did he pay for it?", after "how much does Quill want for the boat?"
        past.texts[len(past.texts) - 1 - (len(past.known) - len(asking.known)) :]
        if unnamed
        else _naming(asked),
        person=(lambda name: asked.speaks(name) and not never(name)) if past.quoting else None,
        never=never,
        sure=lambda name: agrees(
            pronoun or "", name_in_full(name, pronoun or "", asked.speakers), asked.speakers
        ),
        aside=lambda name: bare(name) in aside,
        lacking=asked.lacks,
    )
    return FilledFact(_with_names_of_before(alone, asked), done, subject.event if done else None)


def _naming(asked: AskedFact) -> Sequence[tuple[str, str]]:
    """Return the turns up to the last that names a thing: "did anybody die there?", after "how is the girl?", does not.

    But "he" may be one of the people whom the last question names.
    """
    turns, known = asked.past.chained, asked.past.known
    while len(known) > 1 and asked.pronoun is None and names_no_it(known[-1][1]):
        turns, known = turns[:-1], known[:-1]
    return turns


def _is_no_answer(name: str, asked: AskedFact, asking: Past) -> bool:
    """Return whether nobody of this name was asked for: "who is he?", after "who did Quill nominate?", and no town."""
    whom = bool(asking.last and asks_whom(asking.last.standalone))
    return whom or asks_for_person(asked.full) or not asked.is_somebody(name)


def _is_not_meant(name: str, asked: AskedFact) -> bool:
    past, pronoun = asked.past, asked.pronoun
    return (
        says_what_it_is(asked.full)
        or is_in_a_thing(name, past)
        or is_shown_as_person(name, pronoun, past)
        or (pronoun is None and was_he_or_she(name, past))
        or was_it(name, pronoun, past)
        or is_shown_as_body(name, pronoun, past)
        or is_of_the_other_gender(name, pronoun, asked.speakers)
        or is_no_person(name, pronoun, past, asked.speakers)
        or is_shown_as_nobody(name, pronoun, past, asked.speakers)
        or is_beside(name, asked.full)
    )


def _with_names_of_before(alone: Standalone, asked: AskedFact) -> Standalone:
    """Let whole names stand after a question: alone where more is asked for, else before the words that it got."""
    people = _full_names(alone.words) or tuple(word for word in alone.words if word[:1].isupper())
    if asked.more and asked.past.quoting and people and not asks_for_other_things(asked.full):
        # "Was anyone else hurt?" is besides Quill, and besides no ferry; "where else were they seen?" is besides Dene,
        # and "what else happened to Quill?" besides nobody.
        plain = without_appended(alone.text)
        others = [name for name in people if name not in plain]
        alone = Standalone(appended(plain, others, asked.full), people)
    lacks = asked.lacks and not asks_for_other_things(asked.full)
    if lacks and not any(word[:1].isupper() for word in alone.words):
        names = [name for name in last_named(asked.past)[:1] if name not in alone.text]
        words = (*names, *alone.words)
        alone = Standalone(appended(without_appended(alone.text), words, asked.full), words)
    return alone


def _full_names(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word[:1].isupper() and " " in word)


def _says_whom(text: str, name: str) -> bool:
    """Return whether a question says in its own sentence who is meant, not in words added after it."""
    if asked_for(name) is not None:
        return name.casefold() in text.casefold()
    return without_appended(text) == text and bare(name.rsplit(maxsplit=1)[-1]) in {
        bare(word) for word in text.split()
    }
