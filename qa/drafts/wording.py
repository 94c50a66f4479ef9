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
from qa.drafts.stated_facts import signed_numbers
from qa.drafts.whole_words import APOSTROPHES, DASHES, HYPHENS, INVISIBLE, is_whole

QUOTATION_MARKS = "\"“”„‟«»‹›'‘’‚`´ʼ"
# « as in French »: the space belongs to the mark.
_MARK = rf"(?:``|''|[«‹]\s?|\s?[»›]|[{QUOTATION_MARKS}])"
_MARKS = _MARK + "{0,2}+"
_APOSTROPHE = f"[{APOSTROPHES}]"
# A run of blanks is bounded, so that no text makes the search slow.
_SPACE, _SPACES = r"\s{0,40}+", r"\s{1,40}+"
_NEW_LINE = r"[^\S\n]{0,40}+\n\s{0,40}+"
_LINE_END = rf"(?:{_NEW_LINE})?+"
# A visible hyphen parts a word only at the end of a line: to "re-sign" is not to "resign".
_JOINED = rf"(?:[{HYPHENS}]{_NEW_LINE}|[{INVISIBLE}]{_LINE_END})?"
_ANY_DASH = rf"(?:--+|[{DASHES}])"
_ELLIPSIS = r"(?:…|\.\s?\.\s?\.(?:\s?\.)?)"
_TOKEN = re.compile(
    rf"(?P<word>[^\W_]+)|(?P<ellipsis>{_ELLIPSIS})|(?P<space>\s+)|(?P<mark>{_MARK})|(?P<dash>{_ANY_DASH})|(?P<other>.)",
    re.DOTALL,
)
_LEFT_OUT = re.compile(rf"[{DASHES}\s{QUOTATION_MARKS}{INVISIBLE}]+")
_ASCII_LEFT_OUT = bytes(code for code in range(128) if _LEFT_OUT.fullmatch(chr(code)))
_AT_ENDS = f" \t\r\n\u00a0\u202f{QUOTATION_MARKS}{INVISIBLE}"
_NEWS_MARKS = ",."
_QUESTION = re.compile(rf"{_SPACE}\?")
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


def core_of(quoted: str) -> str:
    """Return the part of `bare` words that each of their sightings has: not the first letter, nor the last mark."""
    return bare(trimmed(trimmed(quoted).rstrip(_NEWS_MARKS)))[1:]


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
    *,
    inside: tuple[bool, bool] = (False, False),
    counted: tuple[bool, bool] = (True, True),
) -> list[Span]:
    """Return the spans of a text that hold these words but for typography.

    Args:
        inside, counted: As for `is_whole`.
    """
    found: list[Span] = []
    for match in _found(quoted, text):
        # The pattern is what finds; that the same characters stand there is seen here.
        if bare(match[0]) != bare(quoted) and bare(match[0])[1:] != bare(quoted)[1:]:
            continue
        start, end = match.span()
        while end > start and text[end - 1] in _AT_ENDS:
            end -= 1
        same_signs = signed_numbers(text[start:end]) == signed_numbers(quoted)
        if same_signs and is_whole(text, start, end, inside=inside, counted=counted):
            found.append((start, end))
        if len(found) == _MOST_PLACES:
            break
    return found


def _found(quoted: str, text: str) -> Iterator[re.Match[str]]:
    """Yield every match, also one that begins inside another one."""
    pattern, start = _pattern(quoted), 0
    while pattern is not None and (match := pattern.search(text, start)):
        yield match
        start = match.start() + 1


def bare(text: str) -> str:
    """Return a text without all that is typography."""
    if text.isascii():
        # Of thousands of articles for one draft: bytes are many times as fast.
        return text.encode("ascii").translate(None, _ASCII_LEFT_OUT).decode("ascii")
    return _LEFT_OUT.sub("", text.replace("…", "..."))


@lru_cache(maxsize=256)
def _pattern(quoted: str) -> re.Pattern[str] | None:
    cleaned = re.sub(f"[{INVISIBLE}]", "", trimmed(quoted))
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
            # An "a-political" choice is not "a political" one.
            hyphen = "" if digits or before[1].casefold() == "a" else f"|[{HYPHENS}]{_LINE_END}"
            return f"{_MARKS}(?:{_SPACES}{hyphen}){_MARKS}"
        return f"{_MARKS}{_SPACE}{_MARKS}"
    if kind == "mark":
        return _APOSTROPHE if between_words else _MARKS
    if kind == "dash":
        if not between_words or token not in HYPHENS:
            return f"{_MARKS}{_SPACE}{_ANY_DASH}{_SPACE}{_MARKS}"
        if digits:
            return f"[{DASHES}]"
        letters = before[1][-1].isalpha() and after[1][0].isalpha()
        spaces = f"|{_SPACES}" if letters and before[1].casefold() != "a" else ""
        return f"(?:[{DASHES}]{_LINE_END}|[{INVISIBLE}]{_NEW_LINE}{spaces})"
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
