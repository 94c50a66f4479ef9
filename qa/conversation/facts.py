"""Give a question about facts the words that it lacks from earlier turns, for reading and for searching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answers import Understanding
from qa.conversation.followed import Followed
from qa.conversation.past import Past, asks_for_more
from qa.conversation.pronouns import is_one_person
from qa.conversation.standalone import needs_context, stand_alone
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.terms import content_terms
from qa.ranking.context import Context, ContextPart
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.names import names_in
from qa.understanding.words import bare


def fact(question: str, understood: Understanding, past: Past, speakers: KnownSpeakers) -> Followed:
    """Return a question about facts with words of earlier turns, where its form shows that it lacks some."""

    def person(name: str) -> bool:
        match = match_speaker(name, speakers)
        return bool(match.ambiguous) or is_one_person(match.name, speakers)

    alone = stand_alone(question, past.texts, person=person if past.quoting else None)
    if not needs_context(question):
        # It is read as it is. Where it goes on about the same thing, the turns before it help the search.
        return Followed(
            understood, context=context_of(question, (), past, FAINT) if goes_on(question, past) else None
        )
    changed = replace(
        understood,
        standalone=alone.text,
        carried=("words",) if alone.words else (),
        browses=understood.browses and not alone.words,
        topic=None if understood.topic and bare(understood.topic) in PRONOUNS else understood.topic,
    )
    exclude = past.shown if asks_for_more(question) else frozenset()
    return Followed(changed, exclude, context=context_of(question, alone.words, past, FULL))


def goes_on(question: str, past: Past) -> bool:
    """Return whether a question that stands alone is still about the same thing: it names nothing new."""
    turn = past.conversation.turns[-1]
    before = set(content_terms(f"{turn.question} {turn.answer[:READ]}"))
    names = {term for name in names_in(question) for term in content_terms(name)}
    return not names or bool(names & before)


FULL = (0.7, 0.5, 0.2, 0.3)
"""Weights of the last question's words and meaning, then of its answer's, for a question that lacks something."""
FAINT = (0.7, 0.5, 0.2, 0.3)
"""The same for a question that stands alone and goes on about the same thing."""
EARLIER = (0.4, 0.25, 0.15)
"""The share of these weights that the questions before the last one get, the latest first."""
CARRIED = 0.9
"""Weight of the words that were chosen for the question as it reads alone."""
READ = 400
"""Characters of the last answer that are used."""


def context_of(
    question: str, words: Sequence[str], past: Past, weights: tuple[float, float, float, float]
) -> Context:
    """Return what to search with: the question, the words chosen for it, and the turns before it."""
    asked, asked_meaning, answered, answered_meaning = weights
    parts = [ContextPart(", ".join(words), CARRIED, 0.0)] if words else []
    turns = past.conversation.turns
    parts.append(ContextPart(turns[-1].question, asked, asked_meaning))
    for turn, share in zip(reversed(turns[:-1]), EARLIER, strict=False):
        parts.append(ContextPart(turn.question, asked * share, asked_meaning * share))
    if turns[-1].answer:
        parts.append(ContextPart(turns[-1].answer[:READ], answered, answered_meaning))
    return Context(question, tuple(parts))
