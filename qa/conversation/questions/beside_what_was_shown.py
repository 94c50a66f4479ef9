"""Ask the articles of the quotes shown last first, where a question of fact goes on about what they tell of."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, talked_of, words_asked
from qa.understanding.names import names_in


def beside(found: Followed, question: str, past: Past) -> Followed:
    """Ask these articles first, in every sense that a question has."""
    otherwise = beside(found.otherwise, question, past) if found.otherwise else None
    named = () if names_in(question) else talked_of(past)
    return replace(found, beside=past.shown_last, named=named, words=words_asked(past), otherwise=otherwise)


def of_the_same(found: Followed, past: Past) -> Followed:
    """Ask these articles first, where the last question of fact is asked of something else.

    "And the debt?", after "how large was Vantor's loss?", is about Vantor's.
    """
    understood, last = found.understood, past.last
    if understood.kind is not QuestionKind.CONTENT or found.article or found.more or last is None:
        return found
    if "words" not in understood.carried or understood.standalone == last.standalone:
        return found
    return beside(found, understood.standalone, past)
