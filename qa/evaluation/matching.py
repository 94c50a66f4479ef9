"""Decide whether a quote counts as right: an answer's words, the speaker's name, whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qa.answers import QUOTE_WORDS
from qa.language.lexicon.unreal import NEGATIVES

_LONGER = 1.5
"""How many times as long as an answer a quote of more than `QUOTE_WORDS` words may be."""
_SHARE = 0.8
"""The share of an answer's words that a quote must hold, in order, where it is not word for word."""
_ENOUGH = 8
_TITLES = frozenset(
    """mr mrs ms dr sir sen senator rep representative gov governor president former prof professor the a an
    jr sr ii iii s""".split()
)
_GROUPS = frozenset(
    """campaign administration department ministry spokesman spokeswoman spokesperson office house committee
    party police""".split()
)
_CLOSED = re.compile(r"[.!?…:;\"”’')\]]$")


def words(text: str) -> list[str]:
    """Return a text's words for comparing: casefolded, without marks, "don't" as "do not"."""
    text = re.sub(r"n[’']t\b", " not", text.casefold())
    return re.sub(r"[\W_]+", " ", text).split()


def covers(quote: str, answers: Iterable[str]) -> bool:
    """Return whether a quote gives one of the answers.

    It must not be longer than 60 words, or 1.5 times the answer. It must hold the answer word for word; or be a part of
    it with eight words or half of them; or have 80 % of its words (of six or more) in order, with the same numbers and
    negations.
    """
    said = words(quote)
    return any(_covers(said, words(answer)) for answer in answers)


def _covers(said: Sequence[str], answer: Sequence[str]) -> bool:
    if not answer or len(said) > max(QUOTE_WORDS, _LONGER * len(answer)):
        return False
    if _within(answer, said):
        return True
    if len(said) >= max(3, min(_ENOUGH, 0.5 * len(answer))) and _within(said, answer):
        return True
    same_facts = _facts(answer) <= set(said) and _facts(said) <= set(answer)
    return len(answer) >= 6 and same_facts and common_in_order(answer, said) >= _SHARE * len(answer)


def same_words(one: str, other: str) -> bool:
    """Return whether one of two texts holds all of the other, word for word."""
    a, b = words(one), words(other)
    return bool(a) and bool(b) and (_within(a, b) or _within(b, a))


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _facts(tokens: Iterable[str]) -> set[str]:
    return {token for token in tokens if token[0].isdigit() or token in NEGATIVES}


def common_in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence of two lists of words."""
    row = [0] * (len(other) + 1)
    for word in one:
        diagonal = 0
        for at, against in enumerate(other, 1):
            above = row[at]
            row[at] = diagonal + 1 if word == against else max(above, row[at - 1])
            diagonal = above
    return row[-1]


def same_name(one: str | None, other: str | None) -> bool:
    """Return whether two names can be one speaker's.

    For people they need the same last word, and first words or initials that agree where both have them; for groups the
    same words.
    """
    a, b = _name_words(one), _name_words(other)
    if not a or not b:
        return False
    if a == b:
        return True
    if _GROUPS & {*a, *b} or a[-1] != b[-1]:
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    return a[0] == b[0] or (1 in (len(a[0]), len(b[0])) and a[0][0] == b[0][0])


def _name_words(name: str | None) -> list[str]:
    return [word for word in words(re.sub(r"[’']s\b", "", name or "")) if word not in _TITLES]


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a slice begins and ends where a sentence, a paragraph or a quotation does."""
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    begins = not before or before[-1] in "\n\"“‘”’'" or bool(_CLOSED.search(before)) or text[start] in "\"“‘'"
    ends = not after or after[0] in "\n\"”’'" or bool(_CLOSED.search(text[start:end].rstrip()))
    return begins and ends
