"""Find the places of a text that hold the characters of a quotation: exactly, or but for typography.

Typography is quotation marks, dashes, spaces, hyphens and the capital of the first word. Other punctuation and other
capitals are words' own: "Let's eat, Ada" is not "Let's eat Ada".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qa.datatypes import Span
from qa.language.lexicon.turning_words import COUNTING

QUOTATION_MARKS = "\"“”„‟«»‹›'‘’‚`´ʼ"
_MARK = rf"(?:``|''|[{QUOTATION_MARKS}])"
_MARKS = _MARK + "{0,2}+"
_APOSTROPHE = "['’‘ʼ`´]"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_HYPHENS = "-‐‑"
_DASHES = "-‐‑‒–—―−"
# A run of blanks is bounded, so that no text makes the search slow.
_SPACE, _SPACES = r"\s{0,40}+", r"\s{1,40}+"
_NEW_LINE = r"[^\S\n]{0,40}+\n\s{0,40}+"
_LINE_END = rf"(?:{_NEW_LINE})?+"
# A visible hyphen parts a word only at the end of a line: to "re-sign" is not to "resign".
_JOINED = rf"(?:[{_HYPHENS}]{_NEW_LINE}|[{_INVISIBLE}]{_LINE_END})?"
_ANY_DASH = rf"(?:--+|[{_DASHES}])"
_ELLIPSIS = r"(?:…|\.\s?\.\s?\.(?:\s?\.)?)"
_TOKEN = re.compile(
    rf"(?P<word>[^\W_]+)|(?P<ellipsis>{_ELLIPSIS})|(?P<space>\s+)|(?P<mark>{_MARK})|(?P<dash>{_ANY_DASH})|(?P<other>.)",
    re.DOTALL,
)
_LEFT_OUT = re.compile(rf"[{_DASHES}\s{QUOTATION_MARKS}{_INVISIBLE}]+")
_AT_ENDS = f" \t\r\n\u00a0\u202f{QUOTATION_MARKS}{_INVISIBLE}"
_NEWS_MARKS = ",."
_QUESTION = re.compile(rf"{_SPACE}\?")
_GOES_ON_AS_NUMBER = re.compile(
    r"[.,]\d|\s?(?:%|(?:percent|per cent|million|billion|trillion|thousand|hundred)\b)"
)
_GOES_ON_IN_WORDS = re.compile(r"(?!\s*\n\s*\n)\s{1,8}(?P<word>[^\W\d_]{1,20})\b")
_BEGINS_IN_WORDS = re.compile(r"(?P<word>\d|\b[^\W\d_]{1,20})\s{1,8}\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]{1,20}\b")
_LAST_WORD = re.compile(r"\b[^\W\d_]{1,20}\Z")
_PARTS = frozenset("percent per third quarter half".split())
_LOOKED_AT = 40
_MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place of a text with the characters of a quotation; `exact` unless typography differs."""

    start: int
    end: int
    exact: bool


def trimmed(text: str) -> str:
    """Return a quotation without blanks and marks at its ends."""
    return text.strip(_AT_ENDS)


def sightings(quoted: str, text: str) -> list[Sighting]:
    """Return the places that hold a quotation, exact ones if there are any; words are whole.

    A comma or full stop before the closing mark belongs to the draft's sentence and may be missing in the text, but
    no question may become a statement by that.
    """
    whole = trimmed(quoted)
    bare = trimmed(whole[:-1]) if whole[-1:] in _NEWS_MARKS and not whole.endswith("..") else ""
    variants = [each for each in (whole, bare) if each]
    for find in (_exactly, _typographically):
        for variant in variants:
            found = [each for each in find(variant, text) if not is_asked(text, each.end)]
            if found:
                return found
    return []


def is_asked(text: str, end: int) -> bool:
    """Return whether a question mark follows, which words without one leave out: they state what was asked."""
    return _QUESTION.match(text, end) is not None


def _exactly(quoted: str, text: str) -> list[Sighting]:
    found: list[Sighting] = []
    at = text.find(quoted)
    while at >= 0 and len(found) < _MOST_PLACES:
        if is_whole(text, at, at + len(quoted)):
            found.append(Sighting(at, at + len(quoted), True))
        at = text.find(quoted, at + 1)
    return found


def _typographically(quoted: str, text: str) -> list[Sighting]:
    return [Sighting(start, end, False) for start, end in matches(quoted, text)]


def matches(
    quoted: str,
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    inside: tuple[bool, bool] = (False, False),
) -> list[Span]:
    """Return the spans of a text that hold these words but for typography.

    Args:
        inside: Whether the first word may begin, and the last one end, inside a word of the text.
    """
    found: list[Span] = []
    stop = len(text) if end is None else end
    for match in _found(quoted, text, start, stop):
        # The pattern is what finds; that the same characters stand there is seen here.
        if bare(match[0]) != bare(quoted) and bare(match[0])[1:] != bare(quoted)[1:]:
            continue
        begin, stop_at = match.span()
        while stop_at > begin and text[stop_at - 1] in _AT_ENDS:
            stop_at -= 1
        if is_whole(text, begin, stop_at, inside=inside):
            found.append((begin, stop_at))
        if len(found) == _MOST_PLACES:
            break
    return found


def _found(quoted: str, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    pattern = _pattern(quoted)
    while pattern is not None and (match := pattern.search(text, start, end)):
        yield match
        start = match.start() + 1


def bare(text: str) -> str:
    """Return a text without all that is typography."""
    return _LEFT_OUT.sub("", text.replace("…", "..."))


def is_whole(text: str, start: int, end: int, *, inside: tuple[bool, bool] = (False, False)) -> bool:
    """Return whether a span neither begins nor ends inside a word, a compound with a hyphen or a number."""
    if start >= end:
        return False
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if not inside[0] and text[start].isalnum():
        if before[-1:].isalnum() or (
            len(before) == 2 and before[0].isalnum() and before[1] in _HYPHENS + "'’"
        ):
            return False
        if text[start].isdigit() and (
            (before[-1:] in "$£€¥-−" and before) or re.fullmatch(r"\d[.,]", before)
        ):
            return False
    if not inside[1] and text[end - 1].isalnum():
        if after[:1].isalnum() or (len(after) == 2 and after[1].isalnum() and after[0] in _HYPHENS + "'’"):
            return False
        if text[end - 1].isdigit() and _GOES_ON_AS_NUMBER.match(text, end):
            return False
    return not _cuts_number(text, start, end)


def _cuts_number(text: str, start: int, end: int) -> bool:
    """Return whether a span has one end inside a number in words: "twenty" of "twenty thousand"."""
    last, after = (
        _LAST_WORD.search(text, max(start, end - _LOOKED_AT), end),
        _GOES_ON_IN_WORDS.match(text, end),
    )
    if last and after and last[0].casefold() in COUNTING and after["word"].casefold() in COUNTING | _PARTS:
        return True
    first = _FIRST_WORD.match(text, start, end)
    before = _BEGINS_IN_WORDS.search(text, max(0, start - _LOOKED_AT), start)
    if first is None or before is None or first[0].casefold() not in COUNTING:
        return False
    return before["word"].isdigit() or before["word"].casefold() in COUNTING


@lru_cache(maxsize=256)
def _pattern(quoted: str) -> re.Pattern[str] | None:
    cleaned = re.sub(f"[{_INVISIBLE}]", "", trimmed(quoted))
    tokens = [(str(match.lastgroup), match[0]) for match in _TOKEN.finditer(cleaned)]
    if not any(kind == "word" for kind, _ in tokens):
        return None
    return re.compile("".join(_part(tokens, at) for at in range(len(tokens))))


def _part(tokens: list[tuple[str, str]], at: int) -> str:
    kind, token = tokens[at]
    before = tokens[at - 1] if at else ("", "")
    after = tokens[at + 1] if at + 1 < len(tokens) else ("", "")
    between_words = before[0] == after[0] == "word"
    digits = between_words and before[1][-1].isdigit() and after[1][0].isdigit()
    if kind == "word":
        return _word(token, first=at == 0)
    if kind == "ellipsis":
        return f"{_MARKS}{_SPACE}{_ELLIPSIS}{_SPACE}{_MARKS}"
    if kind == "space":
        if {before[0], after[0]} & {"dash", "ellipsis"}:
            return ""
        if between_words:
            hyphen = "" if digits else f"|[{_HYPHENS}]{_LINE_END}"
            return f"{_MARKS}(?:{_SPACES}{hyphen}){_MARKS}"
        return f"{_MARKS}{_SPACE}{_MARKS}"
    if kind == "mark":
        return _APOSTROPHE if between_words else _MARKS
    if kind == "dash":
        if not between_words or token not in _HYPHENS:
            return f"{_MARKS}{_SPACE}{_ANY_DASH}{_SPACE}{_MARKS}"
        if digits:
            return f"[{_DASHES}]"
        letters = before[1][-1].isalpha() and after[1][0].isalpha()
        spaces = f"|{_SPACES}" if letters else ""
        return f"(?:[{_DASHES}]{_LINE_END}|[{_INVISIBLE}]{_NEW_LINE}{spaces})"
    if digits:
        return re.escape(token)
    return f"{_MARKS}{_SPACE}{re.escape(token)}{_MARKS}"


def _word(word: str, *, first: bool) -> str:
    parts: list[str] = []
    for at, letter in enumerate(word):
        if at and letter.isalpha() and word[at - 1].isalpha():
            parts.append(_JOINED)
        other = letter.swapcase()
        cased = first and at == 0 and other != letter and len(other) == 1
        parts.append(f"[{letter}{other}]" if cased else re.escape(letter))
    return "".join(parts)
