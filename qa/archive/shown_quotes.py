"""Recognise quotes that were shown before: the same words, a part of them, or the same in another article."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from qa.archive.protocol import View
from qa.datatypes import Version
from qa.language.near_duplicates import repeats
from qa.quote_ids import parse_quote_id


class Shown:
    """The quotes that were shown, by their ids; ids that the library no longer knows exclude nothing."""

    def __init__(self, snapshot: View, ids: Collection[str]) -> None:
        self._places: list[tuple[str, str, int, int]] = []
        self._texts: list[str] = []
        for quote in sorted(ids):
            with suppress(ValueError):
                uid, sha, start, end = parse_quote_id(quote)
                self._places.append((uid, sha, start, end))
                version = snapshot.version_by_quote(uid, sha)
                if version is not None:
                    self._texts.append(version.article.text[start:end])

    def holds(self, version: Version, start: int, end: int) -> bool:
        """Return whether a span was shown, in part or whole, in this article or in another."""
        for uid, sha, first, last in self._places:
            if uid == version.uid and version.sha256.startswith(sha) and start < last and first < end:
                return True
        text = version.article.text[start:end]
        return any(repeats(text, shown) for shown in self._texts)
