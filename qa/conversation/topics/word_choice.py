"""Choose which words of earlier turns a follow-up means, by small features and a linear model over them."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa.conversation.earlier.noun_phrases import NounPhrase, words_in
from qa.language.lexicon.follow_up_words import FURTHER, HE, IT, PLACE_OR_TIME, POINTING, SHE, THEY
from qa.language.patterns import regex


def _any_of(words: Collection[str]) -> re.Pattern[str]:
    return regex(rf"\b(?:{'|'.join(sorted(words))})\b", re.IGNORECASE)


_FORMS = tuple(map(_any_of, (HE, SHE, THEY, IT | POINTING, PLACE_OR_TIME, FURTHER)))


class AskedFollowUp(NamedTuple):
    """What the form of a question shows about the words that it lacks."""

    words: frozenset[str]
    he: bool
    she: bool
    they: bool
    it: bool
    there: bool
    more: bool

    @classmethod
    def of(cls, question: str) -> AskedFollowUp:
        """Read the form of a question."""
        return cls(
            frozenset(words_in(question)),
            *(bool(pattern.search(question)) for pattern in _FORMS),
        )

    @property
    def person(self) -> bool:
        return self.he or self.she

    @property
    def pronoun(self) -> bool:
        return self.person or self.they or self.it


def features(phrase: NounPhrase, asked: AskedFollowUp, most: int, turns: int) -> dict[str, float]:
    """Return the features that speak for or against a phrase, by name; a missing one is 0.

    Args:
        most: How often the most frequent name occurs in the turns.
        turns: How many turns there are.
    """
    count = phrase.questions + phrase.answers
    last_answer = phrase.back == 0 and phrase.back_in_question > 0
    gender = phrase.gender
    name = phrase.name
    on = {
        "name": name,
        "titled": phrase.titled,
        "capital": phrase.capital,
        "digits": any(char.isdigit() for char in phrase.text),
        "in last question": phrase.back_in_question == 0,
        "only in last answer": last_answer,
        "only in answers": phrase.questions == 0,
        "in first question": phrase.first_question,
        "in first turn": phrase.in_first,
        "opens an answer": phrase.opens_answer,
        "name in last question": name and phrase.back_in_question == 0,
        "name in last answer": name and last_answer,
        "name in first question": name and phrase.first_question,
        "most frequent name": name and count == most,
        "only turn": turns == 1,
        "he, male": asked.he and gender == "m",
        "he, female": asked.he and gender == "f",
        "she, female": asked.she and gender == "f",
        "she, male": asked.she and gender == "m",
        "he or she, form of a person": asked.person and gender == "person",
        "he or she, unknown": asked.person and gender == "",
        "he or she, thing": asked.person and name and gender == "thing",
        "he or she, title": asked.person and phrase.titled,
        "they, person": asked.they and gender in ("m", "f", "person"),
        "they, thing": asked.they and name and gender == "thing",
        "they, unknown": asked.they and name and gender == "",
        "it, person": asked.it and not asked.person and gender in ("m", "f", "person"),
        "it, title": asked.it and phrase.titled,
        "it, title in last turn": asked.it and phrase.titled and phrase.back == 0,
        "it, name": asked.it and not asked.person and name and gender in ("thing", ""),
        "it, word in last question": asked.it and not name and phrase.back_in_question == 0,
        "it, word in last answer": asked.it and not name and last_answer,
        "there, name in last turn": asked.there and name and phrase.back == 0,
        "there, word in last answer": asked.there and not name and last_answer,
        "more, name in last answer": asked.more and name and last_answer,
        "more, title in last answer": asked.more and phrase.titled and last_answer,
        "more, word in last answer": asked.more and not name and last_answer,
        "more, word in last question": asked.more and not name and phrase.back_in_question == 0,
        "no pronoun, name": not asked.pronoun and name,
        "no pronoun, most frequent name": not asked.pronoun and name and count == most,
        "no pronoun, word in last question": not asked.pronoun and not name and phrase.back_in_question == 0,
        "person asked, word": asked.person and not name,
        "completes a name": name and bool(set(phrase.words) & asked.words),
    }  # fmt: skip
    values = {key: 1.0 for key, true in on.items() if true}
    values["times in questions"] = math.log1p(phrase.questions)
    values["times in answers"] = math.log1p(phrase.answers)
    values["times, name"] = math.log1p(count) if name else 0.0
    values["share of turns"] = count / (2 * turns) if turns else 0.0
    values["recency"] = 1 / (1 + phrase.back)
    values["recency, name"] = 1 / (1 + phrase.back) if name else 0.0
    values["place in text"] = phrase.earliest
    values["place in last answer"] = phrase.earliest if last_answer else 0.0
    values["words"] = float(len(phrase.words))
    values["more words, person"] = float(len(phrase.words) > 3) if asked.person else 0.0
    return values


class ChoosingModel(NamedTuple):
    """A logistic model that says how likely a question means a phrase."""

    constant: float
    threshold: float
    weights: dict[str, float]

    def probability(self, values: dict[str, float]) -> float:
        """Return how likely a phrase with these features is meant, 0..1."""
        score = self.constant + sum(self.weights.get(name, 0.0) * value for name, value in values.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def load() -> ChoosingModel:
    """Load the packaged model that chooses which phrases a follow-up means."""
    data = json.loads(Path(__file__).with_name("word_choice.json").read_text("utf-8"))
    return ChoosingModel(data["constant"], data["threshold"], data["weights"])


def scored(
    found: Sequence[NounPhrase], question: str, turns: int, model: ChoosingModel
) -> list[tuple[float, NounPhrase]]:
    """Return the phrases that the question does not hold already, each with its probability, most likely first."""
    asked = AskedFollowUp.of(question)
    most = max((p.questions + p.answers for p in found if p.name), default=0)
    lacking = [p for p in found if not set(p.words) <= asked.words]
    graded = [(model.probability(features(p, asked, most, turns)), p) for p in lacking]
    return sorted(graded, key=lambda each: (-each[0], each[1].order))
