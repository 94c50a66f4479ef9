"""Who "he" and "she" are: every narrator's pronoun of an article, resolved from left to right."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from qa.attribution.cast import Layout, People
from qa.attribution.first_names import Gender

PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Hh]ers|[Hh]imself|[Hh]erself)\b(?!['’](?!s|d|ll))"
)
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|with|from|by|about|against|on|at|in|than|like|and|or|over|behind|towards?)(?: \w+\.?)? $"
)
SENTENCES_BACK = 8
EVENTS_BACK = 40
"""How far back an antecedent is looked for; bounds, so that no article takes more than linear time."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for an antecedent, in units of one sentence of distance."""

    distance: float = 1.0
    subject: float = 1.5
    speaker: float = 1.0
    pronoun: float = 0.8
    possessive: float = 1.0
    behind_preposition: float = 0.7
    quoted: float = 2.0
    unknown_gender: float = 1.0
    uncertain: float = 0.7
    same_sentence: float = 0.0
    paragraph: float = 0.0
    least_margin: float = 0.3


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Who a pronoun stands for; `margin`: how far behind the second was; `rivals`: who was not far behind."""

    person: int | None
    margin: float
    rivals: tuple[int, ...] = ()


@dataclass(slots=True)
class _Event:
    start: int
    sentence: int
    paragraph: int
    person: int
    weight: float


def gender_of_pronoun(word: str) -> Gender:
    return "f" if word[0] in "sS" or word.lower().startswith("her") else "m"


def find_antecedents(
    layout: Layout,
    people: People,
    speaking: dict[int, int],
    wanted: Iterable[int],
    weights: Weights = WEIGHTS,
) -> dict[int, Antecedent]:
    """Resolve the pronouns of an article.

    Args:
        layout: The article's sentences and quotations.
        people: Who is named in it.
        speaking: Offset of a mention to the person that it is known to be the speaker of something.
        wanted: Offsets of pronouns that name a speaker, which count as subjects.
    """
    return _Reader(layout, people, speaking, set(wanted), weights).read()


class _Reader:
    def __init__(
        self, layout: Layout, people: People, speaking: dict[int, int], wanted: set[int], weights: Weights
    ) -> None:
        self.layout, self.people, self.speaking, self.wanted = layout, people, speaking, wanted
        self.weights = weights
        self.events: deque[_Event] = deque(maxlen=EVENTS_BACK)
        self.paragraph_starts = [paragraph.start for paragraph in layout.paragraphs]
        self.opened = -1
        """The last sentence that already has an event outside quotation marks, its subject."""

    def read(self) -> dict[int, Antecedent]:
        text, found = self.layout.text, {}
        steps: list[tuple[int, int]] = [(m.start, i) for i, m in enumerate(self.people.mentions)]
        steps += [(match.start(), -1) for match in PRONOUN.finditer(text)]
        steps.sort()
        for start, index in steps:
            sentence = self.layout.sentence_at(start)
            if index >= 0:
                self._named(index, start, sentence)
                continue
            end = start
            while end < len(text) and text[end].isalpha():
                end += 1
            word = text[start:end]
            quoted = self.layout.is_quoted(start)
            antecedent = self._choose(gender_of_pronoun(word), sentence, start)
            found[start] = antecedent
            if antecedent.person is not None and not quoted:
                weight = self.weights.pronoun
                if word.lower() in ("he", "she"):
                    weight += self._subject(sentence)
                if start in self.wanted:
                    weight += self.weights.speaker
                self._push(start, sentence, antecedent.person, weight)
        return found

    def _named(self, index: int, start: int, sentence: int) -> None:
        mention, weights = self.people.mentions[index], self.weights
        if len(mention.people) != 1:
            return
        person = mention.people[0]
        weight = 0.0
        if mention.quoted:
            weight -= weights.quoted
        else:
            behind = _PREPOSITION.search(self.layout.text, max(0, start - 24), start)
            if mention.possessive:
                weight -= weights.possessive
            elif behind:
                weight -= weights.behind_preposition
            else:
                weight += self._subject(sentence)
        if start in self.speaking:
            weight += weights.speaker
        if not self.people.persons[person].certain:
            weight -= weights.uncertain
        self._push(start, sentence, person, weight)

    def _subject(self, sentence: int) -> float:
        if self.opened == sentence:
            return 0.0
        self.opened = sentence
        return self.weights.subject

    def _push(self, start: int, sentence: int, person: int, weight: float) -> None:
        paragraph = bisect_left(self.paragraph_starts, start + 1)
        self.events.append(_Event(start, sentence, paragraph, person, weight))

    def _choose(self, gender: Gender, sentence: int, start: int) -> Antecedent:
        weights = self.weights
        best: dict[int, float] = {}
        paragraph = bisect_left(self.paragraph_starts, start + 1)
        for event in reversed(self.events):
            back = sentence - event.sentence
            if back > SENTENCES_BACK:
                break
            known = self.people.persons[event.person].gender
            if known is not None and known != gender:
                continue
            score = event.weight - weights.distance * back
            score -= weights.paragraph * min(3, paragraph - event.paragraph)
            if back == 0:
                score += weights.same_sentence
            if known is None:
                score -= weights.unknown_gender
            if score > best.get(event.person, -1e9):
                best[event.person] = score
        if not best:
            return Antecedent(None, 0.0)
        ranked = sorted(best.items(), key=lambda item: -item[1])
        margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 9.0
        rivals = tuple(person for person, score in ranked[:3] if ranked[0][1] - score < weights.least_margin)
        return Antecedent(ranked[0][0], margin, rivals)
