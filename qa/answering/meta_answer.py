"""Answer what asks the articles nothing: with no quote, and with what the archive knows of itself."""

from __future__ import annotations

from qa.answers import Answer, Meta, Outcome, QuestionKind, Understanding
from qa.archive.corpus_summary import summary
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.language.terms import content_terms
from qa.understanding.line import in_words
from qa.understanding.meta import articles_topic

_PROPOSED = 60
_LISTED = 8


def meta_answer(view: View, question: str, meta: Meta, scope: Scope) -> Answer:
    """Return the answer to a greeting, or to a question about the program or the archive.

    Raises:
        NoIndexError: If the archive holds no articles.
    """
    understood = Understanding(QuestionKind.CONTENT, question, question)
    note = _articles(view, articles_topic(question), scope) if meta is Meta.ARTICLES else ""
    return Answer(question, Outcome.META, 0.0, understood, (), summary(view), meta=meta, note=note)


def _articles(view: View, topic: str, scope: Scope) -> str:
    """Write which articles hold the words of a topic, best first."""
    wanted = content_terms(topic)
    passages = (
        view.passages([handle for handle, _ in view.lexical(wanted, scope, _PROPOSED)]) if wanted else []
    )
    versions = view.versions({passage.version_key for passage in passages})
    found = list(dict.fromkeys(passage.version_key for passage in passages))
    if not found:
        return f"No article holds these words: {topic}."
    listed = []
    for key in found[:_LISTED]:
        article = versions[key].article
        day = in_words(article.day) if article.day else ""
        listed.append(
            ", ".join(part for part in (f"“{article.title or article.id}”", article.source, day) if part)
        )
    count = f"{len(found)} articles hold" if len(found) > 1 else "One article holds"
    more = f", and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return f"{count} these words: {'; '.join(listed)}{more}."
