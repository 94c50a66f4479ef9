"""What each candidate sentence holds of a question: matrices with a row for each sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import StoredPassage, Vectors, Version, VersionHandle
from qa.language.terms import located_terms
from qa.ranking.question import AnalysedQuestion, AnswerType

Flags = NDArray[np.bool_]
Counts = NDArray[np.float32]

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_TIME = re.compile(
    r"\b(?:1[0-9]|20)\d\d(?:s\b|\b)|\b\d{3,4} ?(?:BC|AD|BCE|CE)\b|\b(?:"
    + _MONTHS
    + r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.? \d"
    r"|\d (?:"
    + _MONTHS
    + r")\b|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b\d+(?:st|nd|rd|th) century\b",
    re.I,
)
_MONTH_NAME = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|twice|third|quarter|single|several)s?\b",
    re.I,
)
_REASON = re.compile(
    r"\b(?:because|due to|since|so that|in order to|as a result|result(?:ed|s|ing) (?:in|from)|"
    r"caus(?:e|ed|es|ing)|reasons?|led to|lead(?:s|ing)? to|therefore|thus|owing to|thanks to|after)\b",
    re.I,
)
_PLACE = re.compile(r"\b(?:in|at|near|from|to|of|on|into|between|outside)(?: the)? [A-Z][a-z]")
_CAPITAL_WORD = re.compile(r"(?<![.!?“\"‘'\n] )(?<!^)\b[A-Z][\w’'-]+", re.M)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_LEANS = re.compile(
    r"[\"“‘'(\[]*(?:he|she|it|they|him|his|her|hers|its|their|this|these|those|that|such|there|here|both|"
    r"the (?:former|latter|same|other)|another|however|but|also|then|therefore|thus|instead|meanwhile|"
    r"moreover|furthermore|additionally|nevertheless)\b",
    re.I,
)
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.I)


_ALIKE = 5
"""Letters in which two words have to agree from their beginning to count as alike."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """All sentences of the candidate passages, stacked: S rows, T question terms, P term pairs.

    `hits` (S, T): the term occurs; `exact` (S, T): in the very form the question has; `pairs` (S, P): the
    pair occurs in order, at most two words apart. `title` (N, T) and `passage` (S,) index by passage.
    `first` and `last` (S,) bound the rows of the sentence's passage.
    """

    hits: Flags
    exact: Flags
    alike: Flags
    """(S, T): the term occurs, or a word that begins like it: "inventor" for "invented"."""
    pairs: Flags
    words: Counts
    new_names: Counts
    has_type: Flags
    numbers: Flags
    negated: Flags
    asks: Flags
    leans: Flags
    """Begins with a word that leans on the sentence before: he, this, such, however."""
    opens: Flags
    """Opens a paragraph inside its passage."""
    tight: Counts
    """Share of the words from the first to the last hit that are hits; 0 with fewer than two."""
    new_digits: Counts
    """Numbers that the question does not hold."""
    new_type: Flags
    """Holds something of the asked kind that the question itself does not hold."""
    dense: Counts
    vectors: Vectors
    passage: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    title: Flags
    passage_words: Counts
    term_counts: Counts
    """(S, T): how often each term occurs in the sentence."""
    places: NDArray[np.int64]
    """(H, 3): row, offset in the article and term of every occurrence of a question term."""
    counts: Counts
    """(N, T): how often each term occurs in title and passage, for BM25."""


def _has_type(kind: AnswerType, text: str, new_names: int) -> bool:
    match kind:
        case AnswerType.PERSON:
            return new_names > 0
        case AnswerType.TIME:
            return bool(_TIME.search(text) or _MONTH_NAME.search(text))
        case AnswerType.NUMBER:
            return bool(_NUMBER.search(text))
        case AnswerType.PLACE:
            return bool(_PLACE.search(text))
        case AnswerType.REASON:
            return bool(_REASON.search(text))
        case _:
            return True


def _is_new(question: AnalysedQuestion, sentence: str) -> bool:
    if question.answer_type not in (AnswerType.TIME, AnswerType.NUMBER):
        return True
    found = {number.replace(",", "") for number in _DIGITS.findall(sentence)}
    return bool(found - set(question.numbers)) or (not found and not question.numbers)


def measure(
    question: AnalysedQuestion, passages: Sequence[StoredPassage], versions: Mapping[VersionHandle, Version]
) -> Sentences:
    """Measure each sentence of the passages against the question."""
    index = {found: position for position, found in enumerate(question.terms)}
    width = len(question.terms)
    starts_like = {term[:_ALIKE]: at for term, at in index.items() if len(term) >= _ALIKE}
    pair_index = {pair: position for position, pair in enumerate(question.pairs)}
    total = sum(len(p.passage.sentences) for p in passages)
    hits = np.zeros((total, width), bool)
    term_counts = np.zeros((total, width), np.float32)
    exact = np.zeros((total, width), bool)
    alike = np.zeros((total, width), bool)
    opens = np.zeros(total, bool)
    tight = np.zeros(total, np.float32)
    new_digits = np.zeros(total, np.float32)
    pairs = np.zeros((total, max(1, len(pair_index))), bool)
    words = np.zeros(total, np.float32)
    new_names = np.zeros(total, np.float32)
    has_type = np.zeros(total, bool)
    numbers = np.zeros((total, max(1, len(question.numbers))), bool)
    negated = np.zeros(total, bool)
    asks = np.zeros(total, bool)
    leans = np.zeros(total, bool)
    new_type = np.zeros(total, bool)
    owner = np.zeros(total, np.int64)
    first = np.zeros(total, np.int64)
    last = np.zeros(total, np.int64)
    starts = np.zeros(total, np.int64)
    ends = np.zeros(total, np.int64)
    title = np.zeros((len(passages), width), bool)
    passage_words = np.zeros(len(passages), np.float32)
    counts = np.zeros((len(passages), width), np.float32)
    wanted_numbers = {number: i for i, number in enumerate(question.numbers)}
    titles: dict[VersionHandle, tuple[list[int], int]] = {}
    places: list[tuple[int, int, int]] = []
    row = 0
    for n, stored in enumerate(passages):
        article = versions[stored.version_key].article
        text = article.text
        if stored.version_key not in titles:
            located = located_terms(article.title)
            titles[stored.version_key] = ([index[t] for _, _, t in located if t in index], len(located))
        in_title, title_words = titles[stored.version_key]
        title[n, in_title] = True
        np.add.at(counts[n], in_title, 1)
        length = title_words
        begin, stop = row, row + len(stored.passage.sentences)
        for start, end in stored.passage.sentences:
            sentence = text[start:end]
            located = located_terms(sentence)
            length += len(located)
            words[row] = len(located)
            recent: list[tuple[int, int]] = []
            met: list[int] = []
            for place, (s, e, found) in enumerate(located):
                position = index.get(found)
                if position is None:
                    position = starts_like.get(found[:_ALIKE])
                    if position is not None:
                        alike[row, position] = True
                    continue
                met.append(place)
                hits[row, position] = True
                places.append((row, start + s, position))
                counts[n, position] += 1
                term_counts[row, position] += 1
                if sentence[s:e].casefold() == question.surfaces[position]:
                    exact[row, position] = True
                recent = [(at, other) for at, other in recent if place - at <= 3]
                for _, other in recent:
                    pair = pair_index.get((other, position))
                    if pair is not None:
                        pairs[row, pair] = True
                recent.append((place, position))
            fresh = sum(
                1 for m in _CAPITAL_WORD.finditer(sentence) if m[0].casefold() not in question.surfaces
            )
            new_names[row] = fresh
            has_type[row] = _has_type(question.answer_type, sentence, fresh)
            new_type[row] = has_type[row] and _is_new(question, sentence)
            leans[row] = bool(_LEANS.match(sentence))
            if len(met) > 1:
                tight[row] = len(met) / (met[-1] - met[0] + 1)
            for number in _DIGITS.findall(sentence):
                at = wanted_numbers.get(number.replace(",", ""))
                if at is not None:
                    numbers[row, at] = True
                else:
                    new_digits[row] += 1
            negated[row] = bool(_NEGATION.search(sentence))
            asks[row] = sentence.rstrip("\"”’') ").endswith("?")
            opens[row] = row > begin and "\n" in text[int(ends[row - 1]) : start]
            owner[row], first[row], last[row] = n, begin, stop - 1
            starts[row], ends[row] = start, end
            row += 1
        passage_words[n] = length
    vectors = (
        np.concatenate([p.sentence_vectors for p in passages])
        if total
        else np.zeros((0, len(question.vector)), np.float32)
    )
    return Sentences(
        hits=hits, exact=exact, alike=hits | alike, pairs=pairs, words=words, new_names=new_names, has_type=has_type,
        numbers=numbers,
        negated=negated, asks=asks, leans=leans, opens=opens, tight=tight, new_digits=new_digits, new_type=new_type,
        dense=(vectors @ question.vector).astype(np.float32), vectors=vectors,
        passage=owner, first=first, last=last, starts=starts, ends=ends, title=title,
        passage_words=passage_words,
        places=np.asarray(places, np.int64).reshape(-1, 3),
        term_counts=term_counts, counts=counts,
    )  # fmt: skip
