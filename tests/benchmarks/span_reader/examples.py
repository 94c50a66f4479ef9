"""Make examples for fitting the span reader: a question beside a window of text, and where in it the answer stands.

A window is a stretch of whole sentences of 35 to 110 words, as short as those that the program reads, or longer. Those
without an answer are

- windows of the paragraph that a person's unanswerable question was written for, around the sentence most like it; -
windows of an answerable question's own paragraph around the sentence most like it, the answer's sentences left out; -
near misses: what an index of all paragraphs finds first for the question and does not hold the answer; - the answer's
own window, and a question that asks for another name, year, number or opposite. Half of the names and numbers come
from the same paragraph, where a bag of words cannot tell them from the ones that were meant.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tokenizers import Tokenizer

WORDS = (35, 45, 45, 60, 60, 80, 110)
WORDS_WHEN_MEASURED = (60,)
OWN_PARAGRAPH, NEAR_MISS, CHANGED = 0.35, 0.45, 0.2
WINDOWS_OF_UNANSWERABLE = 3
KEPT_OF_SENTENCES = 0.4
"""Questions about single sentences (QAMR, QA-SRL) are many and much alike: so many of them are taken in a pass."""

_BORDER = re.compile(r"(?<=[.!?][\"’”)\]])\s+(?=[A-Z\"“(\[])|(?<=[.!?])\s+(?=[A-Z\"“(\[])")
_NAME = re.compile(r"(?<!^)\b[A-Z][a-z’'\-]+(?: [A-Z][a-z’'\-]+)*")
_NUMBER = re.compile(r"\b\d[\d,]*\b")
_VERB = re.compile(r"\b(?:did|does|do|is|was|were|are|has|can|could) (?!n[o']t)")
_NOT_NAMES = {"What", "Who", "When", "Where", "Which", "How", "Why", "In", "The"}
_BOTH_WAYS = (
    "first last,largest smallest,highest lowest,most least,before after,north south,east west,increase decrease,"
    "began ended,northern southern,eastern western"
)
_ONE_WAY = (
    "oldest youngest,start end,founded abolished,won lost,lost won,more fewer,best worst,major minor,minor major,"
    "early late,late early,left entered,born buried,male female,above below,inside outside,always never,"
    "longest shortest,joined quit,opened closed,built demolished,rose fell,allowed banned,supported opposed,"
    "up down,win lose,gain lose"
)
OPPOSITES = dict(pair.split() for pair in f"{_BOTH_WAYS},{_ONE_WAY}".split(","))
OPPOSITES |= {other: word for word, other in (pair.split() for pair in _BOTH_WAYS.split(","))}


@dataclass(frozen=True, slots=True)
class Example:
    """Token ids of question and window with their types, and the answer's first and last token.

    `first` is the first token of the window. `loose` says that the answer is known only to stand
    somewhere between the two. 0 and 0 say that there is none.
    """

    ids: list[int]
    types: list[int]
    first: int
    opening: int
    closing: int
    loose: bool


class Examples:
    """Makes examples of questions. What is left to chance is drawn from the `random.Random` that is handed in."""

    def __init__(
        self, rows: Sequence[dict[str, Any]], near: Mapping[str, Sequence[str]], tokenizer: Tokenizer
    ) -> None:
        self._tokenizer = tokenizer
        self._near = near
        self._names = [name for row in rows for name in _NAME.findall(row["question"][2:])]

    def of(
        self, row: dict[str, Any], chance: random.Random, words: Sequence[int] = WORDS
    ) -> Iterator[Example]:
        """Yield the examples that a question gives in one pass."""
        question, context = row["question"].strip(), row["context"]
        if not row["answers"]:
            for _ in range(WINDOWS_OF_UNANSWERABLE):
                window = self._without(question, context, (), chance, words)
                yield from self._example(row, question, window, None)
            return
        answers = [answer["text"] for answer in row["answers"]]
        yield from self.answered(row, chance, words)
        if chance.random() < OWN_PARAGRAPH:
            window = self._without(question, context, answers, chance, words)
            yield from self._example(row, question, window, None)
        if chance.random() < NEAR_MISS and (near := self._near.get(row["question"])):
            yield from self._example(row, question, chance.choice(near), None)
        if chance.random() < CHANGED and (changed := self._changed(question, context, chance)):
            window, _ = self._around(context, chance.choice(row["answers"]), chance, words)
            yield from self._example(row, changed, window, None)

    def answered(
        self, row: dict[str, Any], chance: random.Random, words: Sequence[int] = WORDS
    ) -> Iterator[Example]:
        """Yield the question beside a window around one of its answers."""
        window, answer = self._around(row["context"], chance.choice(row["answers"]), chance, words)
        yield from self._example(row, row["question"].strip(), window, answer)

    def unanswered(
        self, row: dict[str, Any], chance: random.Random, words: Sequence[int] = WORDS
    ) -> Iterator[Example]:
        """Yield an unanswerable question beside one window of its paragraph."""
        window = self._without(row["question"], row["context"], (), chance, words)
        yield from self._example(row, row["question"].strip(), window, None)

    def _example(
        self,
        row: dict[str, Any],
        question: str,
        window: str | None,
        answer: tuple[int, int] | None,
    ) -> Iterator[Example]:
        if not window:
            return
        encoding = self._tokenizer.encode(question, window)
        of_window = [place for place, sequence in enumerate(encoding.sequence_ids) if sequence == 1]
        opening = closing = 0
        if answer is not None:
            begin, stop = answer
            inside = [
                place
                for place in of_window
                if encoding.offsets[place][1] > begin and encoding.offsets[place][0] < stop
            ]
            if not inside:
                return
            opening, closing = inside[0], inside[-1]
        if of_window:
            loose = not row["exact"]
            yield Example(encoding.ids, encoding.type_ids, of_window[0], opening, closing, loose)

    def _around(
        self, context: str, answer: dict[str, Any], chance: random.Random, words: Sequence[int]
    ) -> tuple[str, tuple[int, int]]:
        first, last = answer["answer_start"], answer["answer_start"] + len(answer["text"])
        core = [n for n, (start, end) in enumerate(sentences(context)) if end > first and start < last]
        start, end = _grown(context, core, (), chance.choice(words), chance)
        return context[start:end].rstrip(), (first - start, last - start)

    def _without(
        self,
        question: str,
        context: str,
        answers: Sequence[str],
        chance: random.Random,
        words: Sequence[int],
    ) -> str | None:
        """Return a window that holds none of the answers, around the sentence most like the question."""
        bounds = sentences(context)
        free = [n for n, (start, end) in enumerate(bounds) if not _holds(context[start:end], answers)]
        if not free:
            return None
        core = max(free, key=lambda n: shared(question, context[slice(*bounds[n])]) + chance.random() * 0.75)
        start, end = _grown(context, [core], answers, chance.choice(words), chance)
        return context[start:end].rstrip()

    def _changed(self, question: str, context: str, chance: random.Random) -> str | None:
        """Return the question with a word changed, so that the paragraph does not answer it."""
        ways = []
        here = sorted({name for name in _NAME.findall(context) if name not in question})
        for match in _NAME.finditer(question):
            if match.group() in _NOT_NAMES:
                continue
            others = here if here and chance.random() < 0.5 else chance.choices(self._names, k=5)
            others = [other for other in others if other not in question]
            if others:
                ways.append(question[: match.start()] + chance.choice(others) + question[match.end() :])
        there = sorted({number for number in _NUMBER.findall(context) if number not in question})
        for match in _NUMBER.finditer(question):
            like = [number for number in there if len(number) == len(match.group())]
            digits = match.group().replace(",", "")
            if like and chance.random() < 0.5:
                number = chance.choice(like)
            elif len(digits) == 4:
                number = str(int(digits) + chance.choice([-40, -11, -3, -1, 1, 2, 7, 15, 60]))
            else:
                number = str(int(digits[:9]) * 2 + chance.randint(1, 9))
            ways.append(f"{question[: match.start()]}{number}{question[match.end() :]}")
        words, spoken = question.split(" "), set(context.casefold().split())
        for place, word in enumerate(words):
            if word in OPPOSITES and OPPOSITES[word] not in spoken:
                ways.append(" ".join([*words[:place], OPPOSITES[word], *words[place + 1 :]]))
        if (verb := _VERB.search(question)) and chance.random() < 0.25:
            ways.append(f"{question[: verb.end() - 1]} not {question[verb.end() :]}")
        return chance.choice(ways) if ways else None


@lru_cache(100_000)
def sentences(text: str) -> list[tuple[int, int]]:
    """Return the bounds of a text's sentences, roughly."""
    starts = [0, *(match.end() for match in _BORDER.finditer(text))]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def shared(question: str, text: str) -> int:
    """Return how many different words two texts share."""
    return len(_words(question) & _words(text))


@lru_cache(100_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _grown(
    context: str, core: Sequence[int], without: Sequence[str], most: int, chance: random.Random
) -> tuple[int, int]:
    """Return the bounds of some sentences together with neighbours, up to a number of words."""
    bounds = sentences(context)
    low, high = core[0], core[-1]
    while True:
        ways = [(low - 1, high)] if low else []
        ways += [(low, high + 1)] if high + 1 < len(bounds) else []
        texts = [(way, context[bounds[way[0]][0] : bounds[way[1]][1]]) for way in ways]
        ways = [way for way, text in texts if len(text.split()) <= most and not _holds(text, without)]
        if not ways:
            return bounds[low][0], bounds[high][1]
        low, high = chance.choice(ways)


def _holds(text: str, parts: Sequence[str]) -> bool:
    folded = text.casefold()
    return any(part.casefold() in folded for part in parts)
