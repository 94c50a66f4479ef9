"""Keep in memory what the sentences of a passage hold, whatever is asked.

It follows from an article's text alone, so it is kept by the hash of that text, across questions and libraries.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from qa.datatypes import Span, StoredPassage, Version, VersionHandle
from qa.language.terms import located_terms
from qa.ranking.sentence_words import Numbers, PassageWords, SentenceReader

MOST_PASSAGES = 8_000
"""The most passages that are kept: about 35 MB of those of news, whose passages have 4 kB each."""
MOST_STRINGS = 300_000
"""The most strings that have a number: about 35 MB. With more, everything kept is dropped and begins again."""


class KnownStrings:
    """Numbers for strings, and the passages and titles whose words are given by these numbers."""

    def __init__(self) -> None:
        self._reader = SentenceReader()
        self._passages: OrderedDict[tuple[str, tuple[Span, ...]], PassageWords] = OrderedDict()
        self._titles: OrderedDict[str, Numbers] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._reader.numbers)

    def of(self, strings: Iterable[str]) -> Numbers:
        """Return the numbers of strings, that of no string for those that no text had yet."""
        return self._reader.numbers.of(strings)

    def passages(
        self, passages: Sequence[StoredPassage], versions: Mapping[VersionHandle, Version]
    ) -> list[PassageWords]:
        """Return the words of each passage."""
        with self._lock:
            keys = [(versions[each.version_key].sha256, each.passage.sentences) for each in passages]
            new = {
                key: (versions[each.version_key].article, each.passage.sentences)
                for key, each in zip(keys, passages, strict=True)
                if key not in self._passages
            }
            self._passages |= dict(zip(new, self._reader.read(list(new.values())), strict=True))
            for key in keys:
                self._passages.move_to_end(key)
            found = [self._passages[key] for key in keys]
            while len(self._passages) > MOST_PASSAGES:
                self._passages.popitem(last=False)
            return found

    def titles(self, versions: Iterable[Version]) -> list[Numbers]:
        """Return the numbers of the terms of each version's title, in order."""
        with self._lock:
            return [self._title(version) for version in versions]

    def _title(self, version: Version) -> Numbers:
        found = self._titles.get(version.sha256)
        if found is None:
            held = [self._reader.numbers[term] for _, _, term in located_terms(version.article.title)]
            found = self._titles[version.sha256] = np.asarray(held, np.int32)
            if len(self._titles) > MOST_PASSAGES:
                self._titles.popitem(last=False)
        self._titles.move_to_end(version.sha256)
        return found


class _Current:
    """The strings that all questions of this process share, replaced as a whole when there are too many."""

    def __init__(self) -> None:
        self._strings = KnownStrings()

    def strings(self) -> KnownStrings:
        if len(self._strings) > MOST_STRINGS:
            self._strings = KnownStrings()
        return self._strings


_CURRENT = _Current()


def known_strings() -> KnownStrings:
    """Return what is kept. A question uses one answer of this throughout: another may have other numbers."""
    return _CURRENT.strings()
