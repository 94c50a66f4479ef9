"""Add earlier turns to the search for a follow-up: their words count, but less than its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from embeddings.encoder import Encoder
from qa.datatypes import Vectors
from qa.language.terms import located_terms, terms
from qa.ranking.question import AnalysedQuestion, analyse


class ContextPart(NamedTuple):
    """A text of an earlier turn, with the weights of its words and its meaning; the question's own weigh 1."""

    text: str
    words: float
    meaning: float


@dataclass(frozen=True, slots=True)
class Context:
    """What to search with for a question: its own words, and parts of earlier turns."""

    question: str
    parts: tuple[ContextPart, ...]

    def all_terms(self) -> list[str]:
        """Return the terms of the parts whose words count."""
        return [t for part in self.parts if part.words > 0 for _, _, t in located_terms(part.text)]

    def vector(self, encoder: Encoder) -> Vectors:
        """Return the vector of the question with those of its parts added by weight, shape (dim,), of length 1."""
        vector = encoder.encode_query(self.question)
        for part in self.parts:
            if part.meaning > 0 and part.text.strip():
                vector = vector + part.meaning * encoder.encode_query(part.text)
        return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-6), np.float32)


def widened(
    question: AnalysedQuestion, context: Context, frequencies: Mapping[str, int], passages: int
) -> AnalysedQuestion:
    """Return a question with the terms of its context after its own, each with its part's weight.

    The kind of thing that is asked for, the focus, numbers and negation stay the question's own.
    """
    own = set(question.terms)
    names, weights, surfaces = list(question.terms), list(question.weights), list(question.surfaces)
    named, unknown, pairs = list(question.named), list(question.unknown), list(question.pairs)
    for part in context.parts:
        if part.words <= 0 or not terms(part.text):
            continue
        more = analyse(part.text, question.vector, frequencies, passages)
        at: dict[int, int] = {}
        for index, term in enumerate(more.terms):
            # A word that occurs nowhere cannot help, and would count as one that is missing.
            if term in own or more.unknown[index]:
                continue
            own.add(term)
            at[index] = len(names)
            names.append(term)
            weights.append(more.weights[index] * part.words)
            surfaces.append(more.surfaces[index])
            named.append(more.named[index])
            unknown.append(False)
        pairs += [(at[a], at[b]) for a, b in more.pairs if a in at and b in at]
    return replace(
        question,
        terms=tuple(names),
        weights=tuple(weights),
        surfaces=tuple(surfaces),
        named=tuple(named),
        unknown=tuple(unknown),
        pairs=tuple(pairs),
    )
