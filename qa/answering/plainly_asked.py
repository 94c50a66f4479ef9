"""Say what a first question asks in words that the rules know, where they find no form in it and the net is sure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.answers import Answer, QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.language.lexicon.archive_words import WRITINGS
from qa.understanding.learned.ask_reader import AskAct, AskReader
from qa.understanding.learned.asked_in_known_words import asked_in_known_words
from qa.understanding.words import bare

SURE = 0.9
"""How sure the net must be: most questions without a form ask for a fact, and are searched for as they stand."""

_OF_ARTICLES = frozenset({AskAct.ARTICLES, AskAct.ARTICLES_BY, AskAct.COUNT_ARTICLES})
_ARTICLES = WRITINGS - {"item", "items"}


def in_words_of(typed: Followed, read: Answer | Followed) -> Answer | Followed:
    """Put a question as it was typed into what was read of it in other words; where these have no form, it stays."""
    if isinstance(read, Followed) and _has_no_form(read.understood):
        return typed
    question = typed.understood.question
    understood = replace(read.understood, question=question)
    if isinstance(read, Answer):
        return replace(read, question=question, understood=understood)
    return replace(read, understood=understood)


def plainly_asked(followed: Followed, reader: Callable[[], AskReader | None]) -> str | None:
    """Return what a question asks in words that the rules know; None where it is to be read as it was typed.

    Args:
        followed: What it means by the rules, in its conversation.
        reader: Loads the net, which there may be none of.
    """
    understood = followed.understood
    if (
        not _has_no_form(understood)
        or understood.carried
        or followed.sides
        or followed.unresolved
        or followed.article
    ):
        return None
    net = reader()
    reading = net.read(understood.question) if net else None
    if reading is None or reading.act is AskAct.FACT or reading.sure < SURE:
        return None
    if reading.act in _OF_ARTICLES and _ARTICLES.isdisjoint(map(bare, understood.question.split())):
        return None  # "How many items are in the collection?" counts no articles
    return asked_in_known_words(reading)


def _has_no_form(understood: Understanding) -> bool:
    listed = understood.browses or understood.of_all or understood.over_time or understood.others
    return understood.kind is QuestionKind.CONTENT and not listed
