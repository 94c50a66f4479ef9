"""Find the articles that hold what was typed for somebody, in any of its forms, and what they begin with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from qa.answering.topics.topic_forms import forms_of, same_word
from qa.archive.protocol import View
from qa.datatypes import Scope, Version, VersionHandle
from qa.language.sentences import split
from qa.language.terms import terms

_MOST_ARTICLES = 40
_MOST_WAYS = 40
"""How many articles, newest first, and in how many forms: each nation is looked for by its adjective as well."""
ALIKE = 5
"""How many letters, from the beginning, two words must share to count as alike: "Australia", "Australian"."""
_OPENING = 2
"""How many sentences of an article tell what it is about."""


def having(view: View, words: list[str]) -> Iterator[tuple[VersionHandle, Version]]:
    """Yield the articles that have some words in any of their forms, newest first."""
    ways = islice(product(*map(forms_of, words)), _MOST_WAYS) if words else ()
    proposed = view.versions_holding(list(ways), Scope()) if words else []
    yield from view.versions(proposed[:_MOST_ARTICLES]).items()


def opening(text: str) -> str:
    sentences = [span for paragraph in split(text) for span in paragraph.sentences]
    return text[: sentences[min(len(sentences), _OPENING) - 1][1]] if sentences else ""


def held(text: str) -> set[str]:
    return {same_word(word)[:ALIKE] for word in terms(text)}
