"""Read some articles of an archive, evenly from all of its periods: to read all may take hours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answering.overview.periods import Periods
from qa.archive.listings import ArticleLine
from qa.archive.protocol import Said, View
from qa.datatypes import Description, Version


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with what is said in it. `period` is None where it has no date."""

    version: Version
    period: str | None
    said: Sequence[Said]
    descriptions: Sequence[Description]


def read_evenly(view: View, lines: Sequence[ArticleLine], divided: Periods, most: int) -> list[ReadArticle]:
    """Read at most `most` articles, in the order of their lines: those of each period that lie evenly in it.

    A period with few articles leaves its share to the others. Those without a date count as a period.
    """
    of: dict[str | None, list[ArticleLine]] = defaultdict(list)
    for line in lines:
        of[divided.of(line.date) if line.date else None].append(line)
    chosen: list[tuple[str | None, ArticleLine]] = []
    smallest_first = sorted(of.items(), key=lambda each: len(each[1]))
    for at, (period, own) in enumerate(smallest_first):
        share = (most - len(chosen)) // (len(smallest_first) - at)
        chosen += [(period, line) for line in _evenly(own, share)]
    read = []
    for period, line in chosen:
        version = next((each for each in view.kept_versions(line.uid) if each.current), None)
        if version is not None:
            read.append((period, version))
    keys = [version.key for _, version in read]
    said, descriptions = view.attributions(keys), view.descriptions(keys)
    return [
        ReadArticle(version, period, said[version.key], descriptions[version.key]) for period, version in read
    ]


def _evenly(lines: Sequence[ArticleLine], count: int) -> list[ArticleLine]:
    if len(lines) <= count:
        return list(lines)
    return [lines[at * len(lines) // count] for at in range(count)]
