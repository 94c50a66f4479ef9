"""Hold how probable it is that a speaker's name is the right one, by how it was found."""

from __future__ import annotations

import math
from collections.abc import Mapping

from qa.attribution.people.name_evidence import NameEvidence

# Fitted by tests/benchmarks/fit_name_confidence.py to the GUM corpus (Zeldes 2017, gucorpling.org/gum; its texts from
# academic articles, courts, interviews and news, CC BY, annotations CC BY 4.0), MultiHop-RAG (Tang and Yang 2024,
# ODC-BY 1.0), CLAPnq (CC BY-SA 3.0, Apache-2.0) and SQuAD (CC BY-SA 4.0): 297 names, of which 135 were read.
CONSTANT = 3.29
"""Stands for a name that the article itself puts beside the words, and that nothing speaks against."""
WEIGHTS: dict[str, float] = {
    "pronoun": -0.33,
    "others": -0.53,
    "groups": -0.98,
    "far": -0.91,
    "rival": -0.16,
    "no_gender": -0.8,
    "one_word_pronoun": -0.95,
    "rare_word": -1.6,
    "group": -0.63,
    "loose": -0.4,
    "joint": -1.9,
}
"""How much each sign speaks against a name: what stands between a name and its pronoun, a name of one word ...

"joint" is not fitted, for the corpora have too few: one name for the words of two is only half right, so that alone
it makes a name uncertain.
"""


_LABELLED = frozenset(("transcript", "caption", "dash"))
"""Rules by which the article itself puts the speaker's name beside the words, as a label."""
_LOOSE = frozenset(
    "object to-infinitive think-clause think-that wh-clause told-to noun-of noun-that about".split()
)
"""Rules whose verbs also stand where nobody speaks."""
_SURE_MARGIN, _FAR, _MANY, _OFTEN = 3.0, 800, 2, 3
"""From how much margin, how many characters, names and capitals on more of them change nothing."""


def signs(evidence: NameEvidence, rule: str) -> dict[str, float]:
    """Return what speaks against a name, each sign 0..1; one that is not there is left out.

    Args:
        rule: The record's rule.
    """
    if rule in _LABELLED:
        return {}
    pronoun = evidence.how in ("pronoun", "owned")
    found: dict[str, float] = {
        "group": evidence.how == "group",
        "loose": rule in _LOOSE,
        "joint": evidence.joint,
    }
    if pronoun:
        found |= {
            "pronoun": 1,
            "others": min(evidence.others, _MANY) / _MANY,
            "groups": min(evidence.bodies, _MANY) / _MANY,
            "far": min(evidence.apart, _FAR) / _FAR,
            "rival": max(0.0, 1 - evidence.margin / _SURE_MARGIN),
            "no_gender": not evidence.gender_known,
            "one_word_pronoun": evidence.one_word,
        }
    elif evidence.one_word:
        # "Imagine that" is nobody's name, and has its capital where the sentence begins.
        found["rare_word"] = 1 - min(evidence.capitals, _OFTEN) / _OFTEN
    return {sign: float(strength) for sign, strength in found.items() if strength}


def name_confidence(signs: Mapping[str, float]) -> float:
    """Return the probability, 0..1, that a name is right, whatever the content is."""
    score = CONSTANT + sum(WEIGHTS[sign] * strength for sign, strength in signs.items())
    return round(1 / (1 + math.exp(-score)), 3)
