"""Find the articles that hold what was typed for somebody, in any of its forms, and what they begin with."""

from __future__ import annotations

from collections.abc import Iterator

from qa.answering.topics.topic_forms import forms_of, same_word
from qa.archive.protocol import View
from qa.datatypes import Scope, Version, VersionHandle
from qa.language.sentences import split
from qa.language.terms import terms

_MOST_ARTICLES = 40
"""How many articles, newest first."""
ALIKE = 5
"""How many letters, from the beginning, two words must share to count as alike: "Australia", "Australian"."""
_OPENING = 2
"""How many sentences of an article tell what it is about."""


def having(view: View, words: list[str]) -> Iterator[tuple[VersionHandle, Version]]:
    """Yield the articles that have all of some words, each in any of its forms, newest first."""
    keys = view.versions_with_all([forms_of(word) for word in words], Scope())
    yield from view.versions(keys[:_MOST_ARTICLES]).items()


def opening(text: str) -> str:
    sentences = [span for paragraph in split(text) for span in paragraph.sentences]
    return text[: sentences[min(len(sentences), _OPENING) - 1][1]] if sentences else ""


def held(text: str) -> set[str]:
    return {same_word(word)[:ALIKE] for word in terms(text)}
