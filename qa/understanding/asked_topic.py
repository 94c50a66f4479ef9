"""Build the understanding of a question that asks for all on a topic: in an outlet, or in order of time."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.understanding.browsing import browsed
from qa.understanding.comparing import timeline_words
from qa.understanding.outlets import source_named


def in_outlet(understood: Understanding) -> Understanding | None:
    """Read what an outlet wrote as what there is on it there: "What did the Inland Post write about tolls?".

    Of a time, "what did it write in May?", it is whatever it has of then. None for questions for anybody else's words,
    and for those with neither.
    """
    name, source = understood.speaker, understood.source
    if understood.kind is not QuestionKind.SAID or not name or not source:
        return None
    if not (understood.topic or understood.since or understood.until):
        return None
    # "The Post" may be taken for the "Post Weekend" that others quote.
    if source_named(name, (source,)) is None and not name.startswith(f"{source} "):
        return None
    page = Understanding(QuestionKind.CONTENT, understood.question, understood.standalone, browses=True)
    return replace(
        page, topic=understood.topic, since=understood.since, until=understood.until, source=source
    )


def topic_in_time(question: str) -> Understanding | None:
    """Read "a timeline of the strike" as what there is on the strike, oldest first; None for other questions."""
    words = timeline_words(question)
    page = browsed(words, all_of_it=True) if words is not None else None
    if page is None:
        return None
    plain = Understanding(QuestionKind.CONTENT, question, question, topic=page.topic)
    return replace(plain, browses=True, over_time=True, order="oldest")
