"""Say word by word how a quotation differs from the text that is most like it, numbers and negations first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from qa.datatypes import Span
from qa.drafts.stated_facts import is_negating, straightened
from qa.drafts.verdicts import WordChange
from qa.drafts.wording import QUOTATION_MARKS, trimmed
from qa.language.lexicon.money import CURRENCY_SIGNS
from qa.language.lexicon.turning_words import NUMBER_WORDS

_WORD = r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*"
_WORDS = re.compile(_WORD)
_TOKENS = re.compile(rf"{_WORD}|[%{CURRENCY_SIGNS},.;:!?()\[\]…]")
_BORDER = re.compile(r"[.!?\n“”\"«»]")
_ORDER = ("number", "negation", "word", "mark", "capital")
_MOST_MERGED, _LEAST_RUN = 3, 3


@dataclass(frozen=True, slots=True)
class LocatedWord:
    """A word or mark of a text: in small letters, with straight apostrophes, and where it stands."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AlikeStretch:
    """The stretch of a text that is most like a quotation; `share` is how many of its words stand there in order."""

    start: int
    end: int
    share: float


def words_of(text: str) -> list[LocatedWord]:
    """Return the words of a text, without marks."""
    return [LocatedWord(match[0].casefold(), *match.span()) for match in _WORDS.finditer(straightened(text))]


def vocabulary_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, each once: much faster than where they stand."""
    return frozenset(word.casefold() for word in set(_WORDS.findall(straightened(text))))


def most_in_order(quoted: Sequence[LocatedWord], vocabulary: Container[str]) -> float:
    """Return a bound on the share of a quotation's words that can stand in order in a text with some words."""
    return sum(each.folded in vocabulary for each in quoted) / len(quoted)


def _located(match: re.Match[str]) -> LocatedWord:
    return LocatedWord(straightened(match[0]).casefold(), *match.span())


def is_number(folded: str) -> bool:
    return folded[:1].isdigit() or folded in NUMBER_WORDS or folded in ("%", *CURRENCY_SIGNS)


def most_alike(quoted: Sequence[LocatedWord], text: Sequence[LocatedWord], whole: str) -> AlikeStretch | None:
    """Return the stretch of a text that shares most words, in order, with a quotation; None where none shares two.

    Args:
        text: The words of `whole`.
    """
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, (one, two) in enumerate(pairwise(quoted)):
        pairs[one.folded, two.folded].append(at)
    votes: Counter[int] = Counter()
    for at, (one, two) in enumerate(pairwise(text)):
        for own in pairs.get((one.folded, two.folded), ()):
            votes[at - own] += 1
    if not votes:
        return None

    def support(shift: int) -> int:
        return sum(votes[shift + step] for step in range(-3, 4))

    shift = max(sorted(votes), key=support)
    room = 3 + len(quoted) // 2
    first = max(0, shift - room)
    window = text[first : max(0, shift) + len(quoted) + room]
    blocks = _blocks(quoted, window)
    if not blocks:
        return None
    begin, end = blocks[0], blocks[-1]
    start = _stretched(text, whole, first + begin[1], -begin[0])
    stop = _stretched(text, whole, first + end[1] + end[2] - 1, len(quoted) - end[0] - end[2])
    return AlikeStretch(text[start].start, text[stop].end, sum(size for _, _, size in blocks) / len(quoted))


def _blocks(one: Sequence[LocatedWord], other: Sequence[LocatedWord]) -> list[tuple[int, int, int]]:
    found = SequenceMatcher(
        None, [each.folded for each in one], [each.folded for each in other], autojunk=False
    ).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in found if block.size]


def _stretched(text: Sequence[LocatedWord], whole: str, at: int, by: int) -> int:
    """Move a place by some words, for those of the quotation that are not there; not out of the sentence."""
    step = 1 if by > 0 else -1
    for _ in range(abs(by)):
        following = at + step
        if not 0 <= following < len(text):
            break
        left, right = sorted((at, following))
        if _BORDER.search(whole, text[left].end, text[right].start):
            break
        at = following
    return at


def merged_from(quoted: Sequence[LocatedWord], text: Sequence[LocatedWord]) -> list[Span]:
    """Return the spans of two or three places of a text whose words, one after the other, are the quotation's.

    Each has three words or more; empty where the words are not put together so.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(text):
        places[word.folded].append(at)
    found: list[Span] = []
    at = 0
    while at < len(quoted):
        best = max(
            (_run(quoted, at, text, place), -place) for place in [*places[quoted[at].folded], len(text)]
        )
        if best[0] < _LEAST_RUN or len(found) == _MOST_MERGED:
            return []
        found.append((text[-best[1]].start, text[-best[1] + best[0] - 1].end))
        at += best[0]
    return found if len(found) > 1 else []


def _run(quoted: Sequence[LocatedWord], at: int, text: Sequence[LocatedWord], place: int) -> int:
    length = 0
    while (
        at + length < len(quoted)
        and place + length < len(text)
        and quoted[at + length].folded == text[place + length].folded
    ):
        length += 1
    return length


def changes(quoted: str, article: str) -> tuple[WordChange, ...]:
    """Return what differs between a quotation and the words of an article, numbers and negations first.

    Quotation marks, dashes, spaces and hyphens are left aside, unless nothing else differs.
    """
    quoted = trimmed(quoted)
    if quoted[-1:] in ",." and article[-1:] not in ",.":
        quoted = quoted[:-1]
    ours = [_located(match) for match in _TOKENS.finditer(quoted)]
    theirs = [_located(match) for match in _TOKENS.finditer(article)]
    matcher = SequenceMatcher(
        None, [each.folded for each in ours], [each.folded for each in theirs], autojunk=False
    )
    found: list[WordChange] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            found.append(
                WordChange(
                    _kind(ours[a:b], theirs[c:d]), _slice(quoted, ours[a:b]), _slice(article, theirs[c:d])
                )
            )
            continue
        for mine, other in zip(ours[a:b], theirs[c:d], strict=True):
            words = quoted[mine.start : mine.end], article[other.start : other.end]
            if words[0].replace("’", "'") != words[1].replace("’", "'"):
                found.append(WordChange("capital", *words))
    if not found:
        found.append(WordChange("mark", quoted, article))
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.kind)))


def _slice(text: str, tokens: Sequence[LocatedWord]) -> str:
    """Return the words from the first to the last of some tokens, without the marks at their ends."""
    if not tokens:
        return ""
    words = " ".join(text[tokens[0].start : tokens[-1].end].split())
    return words.strip(f" ,.;:{QUOTATION_MARKS}") or words


def _kind(
    ours: Sequence[LocatedWord], theirs: Sequence[LocatedWord]
) -> Literal["number", "negation", "word", "mark"]:
    both = [*ours, *theirs]
    if any(is_number(each.folded) for each in both):
        return "number"
    if sum(is_negating(each.folded) for each in ours) != sum(is_negating(each.folded) for each in theirs):
        return "negation"
    return "word" if any(each.folded[0].isalnum() for each in both) else "mark"
