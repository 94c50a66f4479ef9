"""Hold the weights by which an antecedent is chosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for an antecedent, in units of one sentence of distance."""

    subject: float = 1.2
    subject_of_gender: float = 0.8
    speaker: float = 1.2
    speaker_after_quote: float = 2.5
    pronoun: float = 0.5
    nobody: float = -0.5
    not_introduced: float = 3.0
    possessive: float = 1.0
    possessive_first: float = 0.5
    after_preposition: float = 1.0
    doer: float = 0.8
    modifier: float = 1.5
    quoted: float = 2.0
    quoted_after_quote: float = 3.0
    named_in_quotation: float = 3.0
    unknown_gender: float = 0.6
    uncertain: float = 0.5
    paragraph: float = 0.6
    least_margin: float = 0.3


WEIGHTS = Weights()
