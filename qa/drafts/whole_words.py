"""Tell whether a slice of a text begins and ends at whole words, compounds, numbers and signs."""

from __future__ import annotations

import re

from qa.language.lexicon.money import CURRENCY_SIGNS
from qa.language.lexicon.turning_words import COUNTING, PARTS

HYPHENS = "-‐‑"
DASHES = "-‐‑‒–—―−"
APOSTROPHES = "'’‘ʼ`´＇"
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_SIGNS = f"{DASHES}+±<>≤≥≈~"
_LOOKED_AT = 40
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_BROKEN_WORD_BEFORE = re.compile(rf"[^\W\d_][{HYPHENS}]\s*\n\s*\Z")
_BROKEN_WORD_AFTER = re.compile(rf"[{HYPHENS}]\s*\n\s*[^\W\d_]")
_COMPOUND_BEFORE = re.compile(rf"\w[{HYPHENS}{APOSTROPHES}]\Z")
_COMPOUND_AFTER = re.compile(rf"[{HYPHENS}{APOSTROPHES}]\w")
_DENIED_AFTER = re.compile(rf"(?:(?<=n)|\s?n)\s?[{APOSTROPHES}]\s?t\b", re.IGNORECASE)
"""The rest of "can’t", also where an apostrophe or a blank parts it: "can ’t", "do n’t"."""
_MARKS_IN_NUMBERS = ".,:/⁄'’"
_NUMBER_BEFORE = re.compile(
    rf"(?:\d[{_MARKS_IN_NUMBERS}]|(?:^|[^\w.])\.|\d\s?[{DASHES}]\s?|\d\sto\s|\d\sand\s|[^\s\w][{_SIGNS}]|(?:^|\s)[{_SIGNS}]"
    rf"|[{CURRENCY_SIGNS}]\s?|\b(?:minus|negative|plus)\s{{1,3}}|\d{{1,3}}[ \u00a0\u202f](?=\Z))\Z",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_FRACTION = re.compile(r"\d{1,2}[/⁄]\d{1,2}(?!\d)|[¼½¾⅓⅔⅛⅜⅝⅞]")
_NUMBER_AFTER = re.compile(
    rf"[{_MARKS_IN_NUMBERS}]\d|\s?(?:[%‰{CURRENCY_SIGNS}]|(?:per\s?cent|percentage|pct|bn|mn|m|tn|million|billion|trillion|thousand"
    rf"|hundred|dozen|and\s(?:a|one)\s(?:half|third|quarter)|and\sthree\squarters)\b)"
    rf"|\s?[{DASHES}]\s?\d|[ \u00a0\u202f]\d{{3}}(?!\d)|\s?(?:[¼½¾⅓⅔⅛⅜⅝⅞]|\d{{1,2}}[/⁄]\d)|\sto\s\d"
)
_ROMAN_AFTER = re.compile(r"\s(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{2,3})(?![^\W_])")
_GOES_ON_IN_WORDS = re.compile(
    r"(?!\s*\n\s*\n)(?:\s{1,8}|[‒–])(?:and\s(?:a\s)?)?(?P<word>[^\W\d_]{1,20})\b", re.IGNORECASE
)
_BEGINS_IN_WORDS = re.compile(
    r"(?P<word>\d|\b[^\W\d_]{1,20})(?:\s{1,8}|[‒–])(?P<joined>and\s(?:a\s)?)?\Z", re.IGNORECASE
)
_FIRST_WORD = re.compile(r"[^\W\d_]{1,20}\b")
_LAST_WORD = re.compile(r"\b[^\W\d_]{1,20}\Z")
_AFTER_COUNT = COUNTING | PARTS | frozenset("percent percentage per".split())
_LARGE = frozenset("hundred thousand million billion trillion".split())


def is_whole(
    text: str,
    start: int,
    end: int,
    *,
    inside: tuple[bool, bool] = (False, False),
    counted: tuple[bool, bool] = (True, True),
) -> bool:
    """Return whether a span neither begins nor ends inside a word, a compound with a hyphen or a number.

    Args:
        inside: Whether its first word may begin, and its last one end, inside a word of letters.
        counted: Whether its first and its last word are held to be whole numbers; not where the caller compares them.
    """
    if start >= end:
        return False
    before = _INVISIBLE.sub("", text[max(0, start - _LOOKED_AT) : start])
    after = _INVISIBLE.sub("", text[end : end + _LOOKED_AT])
    own = text[start:end]
    head, tail = own[:_LOOKED_AT], own[-_LOOKED_AT:]
    if counted[0] and (_is_within_number(head, before) or _cut_from_number(head, before)):
        return False
    if counted[1] and (_number_goes_on(tail, after) or _cuts_number(tail, after)):
        return False
    begins = inside[0] or not _begins_inside_word(head, before)
    return begins and (inside[1] or not _ends_inside_word(tail, after))


def _is_within_number(own: str, before: str) -> bool:
    first, rest = own[0], own[1:2]
    if first in _SIGNS and (rest.isdigit() or (rest and rest in CURRENCY_SIGNS)):
        return before[-1:].isalnum()
    if first in CURRENCY_SIGNS:
        return before[-1:].isalpha() or re.search(rf"(?:^|[^\w\s]|\s)[{_SIGNS}]\Z", before) is not None
    if first in "%‰":
        return before.rstrip()[-1:].isdigit()
    if first in _MARKS_IN_NUMBERS and rest.isdigit():
        return before[-1:].isdigit()
    found = _NUMBER_BEFORE.search(before) if first.isnumeric() else None
    if found is None:
        return False
    # "in 2020 3 men" has two numbers, "5 000" and "2 1/2" one.
    blank = re.fullmatch(r"\d{1,3}\s", found[0]) is not None
    return not blank or bool(_THOUSANDS.match(own) or _FRACTION.match(own))


def _number_goes_on(own: str, after: str) -> bool:
    last = own[-1]
    if last in _MARKS_IN_NUMBERS and own[-2:-1].isalnum():
        # “We paid 3.” of "We paid 3.5 million".
        return after[:1].isalnum()
    return last.isnumeric() and _NUMBER_AFTER.match(after) is not None


def _begins_inside_word(own: str, before: str) -> bool:
    return own[0].isalnum() and (
        before[-1:].isalnum()
        or _COMPOUND_BEFORE.search(before) is not None
        or _BROKEN_WORD_BEFORE.search(before) is not None
    )


def _ends_inside_word(own: str, after: str) -> bool:
    if own[-1] in DASHES and own[-2:-1].isalnum():
        return after[:1].isalnum()
    return own[-1].isalnum() and (
        after[:1].isalnum()
        or _COMPOUND_AFTER.match(after) is not None
        or _BROKEN_WORD_AFTER.match(after) is not None
        or _DENIED_AFTER.match(f"{own[-1]}{after}", 1) is not None
        or (own[_word_start(own)].isupper() and _ROMAN_AFTER.match(after) is not None)
    )


def _word_start(own: str) -> int:
    match = _LAST_WORD.search(own)
    return match.start() if match else len(own) - 1


def _cuts_number(own: str, after: str) -> bool:
    """Return whether a number in words goes on after a span: "twenty" of "twenty thousand"."""
    last, following = _LAST_WORD.search(own), _GOES_ON_IN_WORDS.match(after)
    if last is None or following is None or last[0].casefold() not in COUNTING:
        return False
    word = following["word"].casefold()
    if "and" in following[0].casefold().split():
        return word in PARTS or (last[0].casefold() in _LARGE and word in COUNTING)
    return word in _AFTER_COUNT


def _cut_from_number(own: str, before: str) -> bool:
    """Return whether a span begins inside a number in words: "thousand" of "twenty thousand"."""
    first, preceding = _FIRST_WORD.match(own), _BEGINS_IN_WORDS.search(before)
    if first is None or preceding is None:
        return False
    own_word, word = first[0].casefold(), preceding["word"].casefold()
    if own_word in ("percent", "per"):
        return word.isdigit() or word in COUNTING
    if own_word not in COUNTING and own_word not in PARTS - {"third", "second"}:
        return False
    if preceding["joined"]:
        return word in _LARGE or (own_word in PARTS and word in COUNTING)
    return word.isdigit() or word in COUNTING or word in ("minus", "negative")
