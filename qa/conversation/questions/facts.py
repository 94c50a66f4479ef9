"""Give a question about facts the words that it lacks from earlier turns, for reading and for searching."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import Understanding
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past
from qa.conversation.questions.asked_facts import AskedFact, asked_fact
from qa.conversation.questions.filled_facts import FilledFact, filled_in
from qa.conversation.questions.search_context import FAINT, FULL, UNSHOWN, context_of, goes_on
from qa.conversation.questions.things_in_facts import thing_asked_about
from qa.conversation.questions.unnamed_speakers import lastly
from qa.conversation.topics.back_references import points_only
from qa.conversation.topics.definite_things import definite_thing
from qa.conversation.topics.pronoun_it import it_means
from qa.conversation.topics.without_topic import names_a_thing
from qa.language.lexicon.question_words import PRONOUNS
from qa.speakers.known import KnownSpeakers
from qa.understanding.words import bare


def fact(question: str, understood: Understanding, past: Past, speakers: KnownSpeakers) -> Followed:
    """Return a question about facts with words of earlier turns, where its form shows that it lacks some."""
    asked = asked_fact(question, past, speakers)
    if asked.stands_alone:
        return _as_it_is(question, understood, asked)
    filled = filled_in(asked)
    found = _with_words(question, understood, asked, filled)
    if not past.quoting:
        return found
    found = _or_of_the_talk(found, understood, asked, filled)
    whole = without_appended(filled.alone.text) == filled.alone.text
    if not asked.lacks and not whole and names_a_thing(asked.full):
        # The words of before, beside its own, would find what was shown: they help where its own find nothing.
        return Followed(understood, context=context_of(asked.full, (), past, UNSHOWN), otherwise=found)
    return _or_alone(found) if whole else found


def _as_it_is(question: str, understood: Understanding, asked: AskedFact) -> Followed:
    """Read a question as it is. Where it goes on about the same thing, the turns before it help the search."""
    full, past = asked.full, asked.past
    if full != question:
        understood = replace(understood, standalone=full, carried=("words",))
    if not goes_on(full, past):
        return Followed(understood)
    if past.quoting:
        return _or_alone(Followed(understood, context=context_of(full, (), past, UNSHOWN)))
    return Followed(understood, context=context_of(full, (), past, FAINT))


def _with_words(question: str, understood: Understanding, asked: AskedFact, filled: FilledFact) -> Followed:
    """Return a question with the words that it lacked, for reading, and what helps the search for it."""
    past, alone = asked.past, filled.alone
    topic = None if understood.topic and bare(understood.topic) in PRONOUNS else understood.topic
    # "What's the book about (winning the cup)?" is about the book, which "it" is next.
    own = filled.put is None and definite_thing(asked.full) is not None
    changed = replace(
        understood,
        standalone=alone.text,
        carried=("words",) if alone.text != question else (),
        browses=understood.browses and not alone.words,
        topic=(None if own else filled.thing) or topic,
    )
    # A new fact is asked for of the same thing: the words of a quote would only find that quote again.
    new = past.quoting and (filled.put is not None or (asked.lacks and not points_only(asked.full)))
    context = context_of(asked.full, alone.words, past, UNSHOWN if new else FULL)
    found = Followed(changed, past.shown if asked.more else frozenset(), context=context)
    if past.quoting and alone.words and it_means(alone.text, "it") is not None:
        # "Why did they attack it (Ada Quill)?": no thing was named that "it" may be.
        found = replace(found, doubtful=all(asked.is_somebody(each) for each in alone.words))
    return found


def _or_of_the_talk(
    found: Followed, understood: Understanding, asked: AskedFact, filled: FilledFact
) -> Followed:
    """Ask of what somebody was asked about, too, where "it" may be what a question of fact named since then.

    "When did it start?", after Quill's words on the fire and "is the building safe?", may be asked of the fire.
    """
    thing = thing_asked_about(asked) if filled.put else None
    put = it_means(asked.full, thing) if thing else None
    if thing is None or put is None or thing in found.understood.standalone:
        return found
    of_it = replace(understood, standalone=put, carried=("words",), topic=thing)
    context = context_of(asked.full, (thing,), asked.past, UNSHOWN)
    return lastly(found, Followed(of_it, context=context, doubtful=True))


def _or_alone(found: Followed) -> Followed:
    """Search for a question by its own words too, where those of the turns before it find nothing that answers."""
    return replace(found, otherwise=replace(found, context=None))
