"""Answer what asks the articles nothing: with no quote, and with what the archive knows of itself."""

from __future__ import annotations

from collections.abc import Callable

from qa.answering.listed_articles import asked_articles
from qa.answers import Answer, Meta, Outcome, QuestionKind, Understanding
from qa.archive.corpus_summary import summary
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.understanding.meta import articles_asked_for


def meta_answer(
    view: View, question: str, meta: Meta, scope: Scope, understand: Callable[[str, View], Understanding]
) -> Answer | None:
    """Return the answer to a greeting, or to a question about the program or the archive.

    None for one for articles by somebody who has written none here: "reports by the council" may be told of.

    Args:
        understand: Understands a question by itself.

    Raises:
        NoIndexError: If the archive holds no articles.
    """
    understood = Understanding(QuestionKind.CONTENT, question, question)
    corpus, asked = summary(view), articles_asked_for(question) if meta is Meta.ARTICLES else None
    if asked is None:
        return Answer(question, Outcome.META, 0.0, understood, (), corpus, meta=meta)
    listing = asked_articles(view, asked, scope, lambda text: understand(text, view))
    if listing is None:
        return None
    return Answer(
        question, Outcome.META, 0.0, understood, (), corpus, meta=meta, note=listing.in_words, listing=listing
    )


def nodded(view: View, question: str) -> Answer:
    """Return the answer to what asks for nothing: a remark, a nod.

    Raises:
        NoIndexError: If the archive holds no articles.
    """
    understood = Understanding(QuestionKind.CONTENT, question, question)
    return Answer(question, Outcome.META, 0.0, understood, (), summary(view), meta=Meta.NODDED)
