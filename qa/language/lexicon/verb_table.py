"""Load the table of reporting verbs.

The table is `reporting_verbs.tsv` beside this module; its head explains the columns. A verb is added there and
nowhere else: `reporting_verbs` makes of it what texts are read with, `question_verbs` what questions are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa.language.lexicon.inflection import Forms, inflect

_PATH = Path(__file__).with_name("reporting_verbs.tsv")
_COLUMNS = 7


class Line(NamedTuple):
    """One line of the table; `lemma` is the verb with its particle, `particle` is empty for most."""

    lemma: str
    particle: tuple[str, ...]
    spellings: tuple[Forms, ...]
    frames: frozenset[str]
    about: frozenset[str]
    parse: frozenset[str]
    marks: frozenset[str]
    question: frozenset[str]


@cache
def _words(cell: str) -> frozenset[str]:
    return frozenset(cell.split())


def _lines() -> Iterator[Line]:
    for line in _PATH.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            cells = line.split("\t")
            cells += [""] * (_COLUMNS - len(cells))
            verb, *particle = cells[0].split(" ")
            sets = map(_words, cells[2:_COLUMNS])
            yield Line(cells[0], tuple(particle), inflect(verb, cells[1]), *sets)


TABLE = tuple(_lines())
