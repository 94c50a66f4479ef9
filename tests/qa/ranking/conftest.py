"""Articles as ranking gets them: chunked, with vectors that say nothing, so that words alone decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from qa.answers import QuestionKind, Understanding
from qa.datatypes import Article, Attribution, StoredPassage, Version
from qa.ingest.chunking import chunk
from qa.language.terms import terms
from qa.ranking.question import analyse
from qa.ranking.retrieved import Retrieved
from qa.ranking.speaking import Asked

Retrieve = Callable[..., Retrieved]
LIMIT = 256
SAME = np.asarray([1.0, 0.0], np.float32)


def words_in(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def retrieved(
    question: str,
    articles: Sequence[Article],
    *,
    said: Mapping[str, Sequence[tuple[Attribution, str | None]]] | None = None,
    asked: Asked | None = None,
) -> Retrieved:
    """Return all passages of the articles as if they had been proposed; article ids serve as uids."""
    versions = {
        key: Version(key, article.id, article.sha256(), article) for key, article in enumerate(articles)
    }
    passages = [
        StoredPassage(0, key, passage, SAME, np.tile(SAME, (len(passage.sentences), 1)))
        for key, version in versions.items()
        for passage in chunk(version.article, words_in, LIMIT)
    ]
    held = [
        set(terms(versions[p.version_key].article.text[p.passage.start : p.passage.end])) for p in passages
    ]
    frequencies = {term: sum(term in found for found in held) for term in terms(question)}
    return Retrieved(
        understood=Understanding(QuestionKind.CONTENT, question, question),
        question=analyse(question, SAME, frequencies, len(passages)),
        passages=tuple(passages),
        versions=versions,
        attributions={key: list((said or {}).get(version.uid, ())) for key, version in versions.items()},
        asked=asked,
    )


@pytest.fixture(scope="session")
def retrieve() -> Retrieve:
    return retrieved
