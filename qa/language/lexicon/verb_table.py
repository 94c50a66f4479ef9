"""Load the table of reporting verbs.

The table is `reporting_verbs.tsv` beside this module; its head explains the columns. A verb is added there and
nowhere else: `reporting_verbs` makes of it what texts are read with, `question_verbs` what questions are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qa.language.lexicon.inflection import Forms, inflect

_PATH = Path(__file__).with_name("reporting_verbs.tsv")
_COLUMNS = 7
_MISSING = "\t" * _COLUMNS


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


def _lines() -> Iterator[Line]:
    sets: dict[str, frozenset[str]] = {}  # most cells stand in many lines
    for line in _PATH.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            lemma, irregular, *cells = (line + _MISSING).split("\t")[:_COLUMNS]
            verb, *particle = lemma.split(" ")
            for cell in cells:
                if cell not in sets:
                    sets[cell] = frozenset(cell.split(" ")) if cell else frozenset()
            yield Line(lemma, tuple(particle), inflect(verb, irregular), *[sets[cell] for cell in cells])


TABLE = tuple(_lines())
