"""Find what to search with for a question of fact: its own words, those chosen for it, and the turns before it."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answers import QuestionKind
from qa.conversation.earlier.past import Past
from qa.language.terms import content_terms
from qa.ranking.context import Context, ContextPart
from qa.understanding.names import names_in

FULL = (0.7, 0.5, 0.2, 0.3)
"""Weights of the last question's words and meaning, then of its answer's, for a question that lacks something."""
FAINT = (0.7, 0.5, 0.2, 0.3)
"""The same for a question that stands alone and goes on about the same thing."""
UNSHOWN = (0.7, 0.5, 0.0, 0.0)
"""The same after quotes, where the question has words of its own."""
EARLIER = (0.4, 0.25, 0.15)
"""The share of these weights that the questions before the last one get, the latest first."""
CARRIED = 0.9
"""Weight of the words that were chosen for the question as it reads alone."""
READ = 400
"""Characters of the last answer that are used."""


def goes_on(question: str, past: Past) -> bool:
    """Return whether a question that stands alone is still about the same thing: it names nothing new."""
    turn = past.conversation.turns[-1]
    before = set(content_terms(f"{turn.question} {turn.answer[:READ]}"))
    names = {term for name in names_in(question) for term in content_terms(name)}
    return not names or bool(names & before)


def context_of(
    question: str, words: Sequence[str], past: Past, weights: tuple[float, float, float, float]
) -> Context:
    """Return what to search with: the question, the words chosen for it, and the turns before it."""
    asked, asked_meaning, answered, answered_meaning = weights
    parts = [ContextPart(", ".join(words), CARRIED, 0.0)] if words else []
    turns = past.conversation.turns
    about = _about(past)
    parts.append(ContextPart(about[-1], asked, asked_meaning))
    for text, share in zip(reversed(about[:-1]), EARLIER, strict=False):
        parts.append(ContextPart(text, asked * share, asked_meaning * share))
    if turns[-1].answer and (answered or answered_meaning):
        parts.append(ContextPart(turns[-1].answer[:READ], answered, answered_meaning))
    return Context(question, tuple(parts))


def _about(past: Past) -> list[str]:
    """Return what each turn was about: its topic, where somebody was asked about one, else the question as it was read.

    Who was asked says nothing of a fact that is asked for next.
    """
    if not past.quoting:
        return [turn.question for turn in past.conversation.turns]
    read = {id(turn): understood for turn, understood in past.known}
    about = []
    for turn, (text, _) in zip(past.conversation.turns, past.chained, strict=True):
        understood = read.get(id(turn))
        said = understood is not None and understood.kind is not QuestionKind.CONTENT
        about.append(understood.topic if said and understood and understood.topic else text)
    return about
