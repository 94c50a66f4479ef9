"""Guard the reading of files of many articles: their ids must differ, and broken parts must not go on without end."""

from __future__ import annotations

from collections.abc import Iterator

from qa.datatypes import Article
from qa.reading.files import FoundFile, Problem, ProblemKind, Unusable

MAX_BROKEN = 1000
"""Broken parts that are reported one by one; the rest are counted."""

MAX_BARREN = 100_000
"""Parts in a row without an article after which the rest of the file is not read."""


class Seen:
    """The ids that a file has given so far, each with the number of its line, or of what else `noun` says."""

    def __init__(self, noun: str = "line") -> None:
        self._noun = noun
        self._lines: dict[str, int] = {}

    def add(self, identity: str, line: int) -> None:
        self._lines[identity] = line

    def refuse_again(self, identity: str) -> None:
        """Raise Unusable if the id was given before."""
        if identity in self._lines:
            reason = f"the id {identity!r} was given before, in {self._noun} {self._lines[identity]}"
            raise Unusable(reason, ProblemKind.REPEATED)


def limited(found: FoundFile, results: Iterator[Article | Problem], noun: str) -> Iterator[Article | Problem]:
    """Pass results on, and count the broken parts (rows, mails) instead where they are too many to report.

    Raises:
        Unusable: If more than `MAX_BARREN` parts in a row hold no article.
    """
    broken = barren = 0
    for result in results:
        if isinstance(result, Article):
            barren = 0
        elif result.fatal:
            broken += 1
            barren += 1
            if barren > MAX_BARREN:
                reason = f"{MAX_BARREN} {noun} in a row hold no article: the rest is not read"
                raise Unusable(reason, ProblemKind.BROKEN)
            if broken > MAX_BROKEN:
                continue
        yield result
    if broken > MAX_BROKEN:
        yield found.problem(f"{broken - MAX_BROKEN} more {noun} are not read", ProblemKind.BROKEN)
