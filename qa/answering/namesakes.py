"""Tell which of several people with one name is meant: one rule for questions, commands and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.retrieval import narrowed
from qa.answering.words_on import with_words
from qa.answers import QuestionKind, Understanding
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.speakers.dominance import dominant


def of_one(view: View, understood: Understanding, scope: Scope) -> Understanding:
    """Take the namesake who is meant by a question, where the records tell; the others are kept, to be offered."""
    if not understood.ambiguous or understood.kind is not QuestionKind.SAID:
        return understood
    name = _meant(view, understood, narrowed(scope, understood))
    if name is None:
        return understood
    others = tuple(each for each in understood.ambiguous if each != name)
    return replace(understood, speaker=name, ambiguous=(), instead_of=others)


def _meant(view: View, understood: Understanding, scope: Scope) -> str | None:
    """Return the only one who has words on the topic; else who speaks far more often than the others.

    The others are those who have words on it, or all where nobody has. None where two are plausible.
    """
    names: Sequence[str] = understood.ambiguous
    if understood.topic:
        having = with_words(view, names, understood, scope)
        if len(having) == 1:
            return having[0]
        names = having or names
    return dominant(names, view)
