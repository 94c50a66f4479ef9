"""Analyse a question for the ranker: terms and weights, names, numbers, and the kind of thing asked for."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from qa.datatypes import Vectors
from qa.language.lexicon.unreal import NEGATIVES
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, located_terms, term


class AnswerType(StrEnum):
    """The kind of thing that a question asks for."""

    PERSON = "person"
    TIME = "time"
    NUMBER = "number"
    PLACE = "place"
    REASON = "reason"
    MANNER = "manner"
    OTHER = "other"


def _asking(words: str, nouns: str, between: str = "", *, alone: str = "") -> re.Pattern[str]:
    """Return an expression for words that ask, and for "what" or "which" before some nouns.

    Args:
        between: What may stand before a noun.
        alone: An expression for the words that ask, where they do not ask just as they stand.
    """
    asks = alone or rf"\b(?:{words.replace(' ', '|')})\b"
    what = rf"\b(?:what|which) {between}(?:{nouns.replace(' ', '|')})\b"
    return regex(f"{asks}|{what}", re.I, inside=f"{words} {nouns}")


_TYPES: tuple[tuple[AnswerType, re.Pattern[str]], ...] = (
    (
        AnswerType.NUMBER,
        _asking(
            "how",
            "percent percentage number amount share population rate size cost price total age length height speed"
            " temperature distance score ratio quantity salary budget",
            r"(?:\w+ ){0,2}?",
            alone=r"\bhow (?:many|much|long|old|tall|high|far|fast|large|big|often|deep|wide|heavy|cold|hot)\b",
        ),
    ),
    (
        AnswerType.TIME,
        _asking(
            "when",
            "year years date dates day days month months time times decade decades century centuries season seasons"
            " era eras period periods",
            r"(?:\w+ )?",
        ),
    ),
    (AnswerType.PERSON, _asking("who whom whose", "person man woman player actor actress")),
    (
        AnswerType.PLACE,
        _asking(
            "where",
            "city country state town place location county region continent nation province river island venue stadium"
            " street",
            r"(?:\w+ )?",
        ),
    ),
    (AnswerType.REASON, _asking("why how", "reason cause causes caused", alone=r"\b(?:why|how come)\b")),
    (AnswerType.MANNER, regex(r"\bhow\b", re.I)),
)

_NEGATION = regex(
    rf"\b(?:{'|'.join(NEGATIVES)})\b|n['’]t\b",
    re.I,
    inside=f"{' '.join(NEGATIVES)} t",
)
_NUMBER = regex(r"\d+(?:[.,]\d+)*")
_CAPITAL = regex(r"[A-Z][^\W_]*")

# Words that give a question its form and do not say what it is about. They are terms of the index like any
# other.
_FORM_WORDS = frozenset(
    """say said tell told think claim name called call mean means kind type many much long
    year date day time state give list else something anything""".split()
)


@dataclass(frozen=True, slots=True)
class AnalysedQuestion:
    """What the features need to know of a question.

    `terms` are distinct content terms in order of appearance, `weights` their inverse document frequencies,
    `surfaces` the casefolded word of each term. `pairs` are indexes (i, j) of terms that follow one
    another in the question with nothing but stop words between.
    """

    text: str
    terms: tuple[str, ...]
    weights: tuple[float, ...]
    surfaces: tuple[str, ...]
    named: tuple[bool, ...]
    unknown: tuple[bool, ...]
    pairs: tuple[tuple[int, int], ...]
    numbers: tuple[str, ...]
    negated: bool
    answer_type: AnswerType
    focus: int | None
    """The term that "what" or "which" asks for: "party" in "which party won"."""
    most: float
    """The weight of a word that occurs nowhere: divided by it, weights of archives of any size compare."""
    vector: Vectors


_FOCUS = regex(r"\b(?:what|which|whose)\s+(?:(?:kind|type|sort|name)s? of )?([^\W\d_]+)", re.I)


def idf(frequency: int, passages: int) -> float:
    """Return the inverse document frequency of BM25, never negative.

    Source: Robertson & Zaragoza (2009), doi:10.1561/1500000019, with 1 added inside the logarithm as
        in Lucene.
    """
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


def question_terms(text: str) -> list[tuple[int, int, str]]:
    """Return the located content terms of a question, in order; all its terms when it has only stop words."""
    located = located_terms(text)
    content = [(s, e, t) for s, e, t in located if not is_stop_term(t)]
    return content or located


def answer_type(text: str) -> AnswerType:
    """Return the kind of thing that would answer, by the question's words; the earliest cue decides."""
    found = [
        (match.start(), order, kind)
        for order, (kind, cue) in enumerate(_TYPES)
        if (match := cue.search(text))
    ]
    return min(found)[2] if found else AnswerType.OTHER


def analyse(text: str, vector: Vectors, frequencies: Mapping[str, int], passages: int) -> AnalysedQuestion:
    """Analyse a question against `passages` passages; `frequencies` says how many of them hold a term."""
    located = question_terms(text)
    order: dict[str, int] = {}
    surfaces: list[str] = []
    named: list[bool] = []
    sequence: list[int] = []
    for start, end, found in located:
        surface = text[start:end]
        if found not in order:
            order[found] = len(order)
            surfaces.append(surface.casefold())
            named.append(False)
        position = order[found]
        sequence.append(position)
        # The first word of a question is capitalised whatever it is.
        if start > 0 and _CAPITAL.match(surface):
            named[position] = True
    if not order:
        # "What did Rubio say?" has no topic: one term that occurs nowhere keeps every matrix in shape.
        order[""] = 0
        surfaces.append("")
        named.append(False)
    weights = tuple(
        idf(frequencies.get(t, 0), passages) * (0.5 if s in _FORM_WORDS else 1.0 if t else 0.0)
        for t, s in zip(order, surfaces, strict=True)
    )
    focus = next((order[t] for m in _FOCUS.finditer(text) if (t := term(m[1])) in order), None)
    pairs = {(a, b) for a, b in pairwise(sequence) if a != b}
    return AnalysedQuestion(
        text=text,
        terms=tuple(order),
        weights=weights,
        surfaces=tuple(surfaces),
        named=tuple(named),
        unknown=tuple(frequencies.get(t, 0) == 0 for t in order),
        pairs=tuple(sorted(pairs)),
        numbers=tuple(dict.fromkeys(m.replace(",", "") for m in _NUMBER.findall(text))),
        negated=bool(_NEGATION.search(text)),
        answer_type=answer_type(text),
        focus=focus,
        most=idf(0, passages),
        vector=vector,
    )
