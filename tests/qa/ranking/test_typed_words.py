"""Who says typed words is looked up only in the articles that have them: a question may have a hundred articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.archive.protocol import Said
from qa.datatypes import Article, VersionHandle
from qa.ranking.features import AT, candidates
from qa.ranking.retrieved import Retrieved
from qa.ranking.speaking import Asked


def test_records_are_read_only_of_articles_with_the_typed_words(retrieve: Callable[..., Retrieved]) -> None:
    articles = [Article("a", "The harbour is a farce."), Article("b", "Nobody spoke of the harbour.")]
    asked = retrieve('Who said "a farce"?', articles, asked=Asked(names=None))
    read: list[VersionHandle] = []

    class Records(dict[VersionHandle, list[Said]]):
        def __missing__(self, handle: VersionHandle) -> list[Said]:
            read.append(handle)
            return []

    found = candidates(
        replace(asked, typed=(("a", "farce"),), near=dict(asked.attributions), attributions=Records())
    )

    assert {asked.versions[key].article.id for key in read} == {"a"}
    assert not found.features[:, AT["typed"]].any(), "the article itself says them"
