"""Read from a few words what no marked change may touch: numbers with their signs and units, negations, named days."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.drafts.whole_words import APOSTROPHES, DASHES, HYPHENS
from qa.language.lexicon.calendar import DAYS, MONTH_NAMES
from qa.language.lexicon.money import CURRENCIES, CURRENCY_SIGNS
from qa.language.lexicon.turning_words import NEGATING, NEGATIVE_PREFIXES, NUMBER_WORDS, VALUES

_SIGN = rf"(?:(?<![\w%)\]])[{DASHES}+±<>≤≥≈~](?=[{CURRENCY_SIGNS}]?\.?\d)|\b(?:minus|negative|plus)\s)"
_SPACED_SIGN = rf"(?:(?<![^\s(“\"‘'])[{DASHES}]\s(?=[{CURRENCY_SIGNS}]?\.?\d))"
_DIGITS = r"(?:\d+(?:[.,:/⁄]\d+)*|\.\d+)"
_LIMIT = r"(?:(?:less|fewer|more)\sthan|under|below|above|over|up\sto|at\s(?:least|most))"
LIMIT_BEFORE = re.compile(rf"\b(?P<word>{_LIMIT})\s{{1,8}}\Z", re.IGNORECASE)
"""The end of words that say a number is not reached, or passed: "less than"."""
_ROMAN = r"\b(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{2,3})\b"
_FACT = re.compile(
    rf"(?P<sign>{_SIGN})?(?P<money>[{CURRENCY_SIGNS}]\s?)?(?P<digits>{_DIGITS})(?P<part>\s?[¼½¾⅓⅔⅛⅜⅝⅞])?(?P<raised>[⁰¹²³⁴-⁹])?"
    rf"|(?P<only_part>[¼½¾⅓⅔⅛⅜⅝⅞])|(?P<share>%|‰|\bper\s?cent\b|\bpct\b)|(?P<coin>[{CURRENCY_SIGNS}])|(?P<roman>{_ROMAN})"
    rf"|\b(?P<limit>{_LIMIT})(?=\s[{CURRENCY_SIGNS}]?\d)"
    r"|(?P<word>\b[^\W\d_]+\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"(?P<sign>{_SIGN})[{CURRENCY_SIGNS}]?(?P<digits>{_DIGITS})", re.IGNORECASE)
_LOOSELY_SIGNED = re.compile(_SPACED_SIGN)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_COMPOUND = re.compile(rf"[^\W\d_]+(?:[{HYPHENS}][^\W\d_]+)+")
_SPLIT_DENIAL = re.compile(r"(?<=[a-z])\s?n\s?'\s?t\b", re.IGNORECASE)
_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_NAMED_DAYS = frozenset(DAYS) | (frozenset(MONTH_NAMES) - {"may", "march"})
_LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class StatedFacts:
    """What some words count, deny and date.

    `numbers` has numbers with their signs, units and limits in the order of the text ("-5", "%", "less than"), and at
    its end "(-)" for each dash with a space after it that may be a sign. `denials` counts negations. `words` has all
    words in small letters, "long-term" also as "longterm", and `days` those that name a weekday or a month, but not
    "may" and "march".
    """

    numbers: tuple[str, ...]
    denials: int
    days: frozenset[str]
    words: frozenset[str]

    def agree_with(self, other: StatedFacts) -> bool:
        """Return whether neither side has a number, a sign or a negation that the other has not.

        Days differ only where both name some: "[Monday]" may stand for "today".
        """
        days = not self.days or not other.days or self.days == other.days
        return (
            self.numbers == other.numbers
            and self.denials == other.denials
            and days
            and not _opposed(self.words, other.words)
        )


def straightened(text: str) -> str:
    """Return a text with straight apostrophes, as long as it was."""
    return text.translate(_STRAIGHT)


def stated_facts(text: str) -> StatedFacts:
    """Return the numbers, negations, named days and words of a text. "do n't" is read as "don't"."""
    plain = _SPLIT_DENIAL.sub("n't", straightened(text))
    words = [match[0].casefold() for match in _WORD.finditer(plain)]
    compounds = (re.sub(f"[{HYPHENS}]", "", match[0].casefold()) for match in _COMPOUND.finditer(plain))
    named = frozenset((*words, *compounds))
    loose = tuple("(-)" for _ in _LOOSELY_SIGNED.finditer(plain))
    return StatedFacts(
        (*filter(None, map(_number, _FACT.finditer(plain))), *loose),
        sum(is_negating(each) for each in words),
        named & _NAMED_DAYS,
        named,
    )


def signed_numbers(text: str) -> list[str]:
    """Return the numbers of a text that have a sign, as "-3": a dash before a number is no punctuation."""
    return [_sign(match["sign"]) + match["digits"] for match in _SIGNED.finditer(text)]


def is_negating(folded: str) -> bool:
    return folded in NEGATING or folded.endswith("n't")


def _sign(sign: str | None) -> str:
    bare = (sign or "").strip().casefold()
    if bare in ("minus", "negative") or (bare and bare in DASHES):
        return "-"
    return "+" if bare == "plus" else bare


def _number(match: re.Match[str]) -> str:
    if match["digits"]:
        money = CURRENCIES.get((match["money"] or "").strip(), match["money"] or "")
        parts = (
            _sign(match["sign"]),
            money,
            match["digits"],
            (match["part"] or "").strip(),
            match["raised"] or "",
        )
        return "".join(parts)
    if match["share"]:
        return "%"
    if match["coin"]:
        return CURRENCIES.get(match["coin"], match["coin"])
    if match["roman"]:
        # "Xi" is a name, and one letter may be anything.
        return match["roman"] if match["roman"].isupper() and len(match["roman"]) > 1 else ""
    if match["limit"]:
        return " ".join(match["limit"].casefold().split())
    if match["only_part"]:
        return match["only_part"]
    word = match["word"].casefold()
    if word == "one":
        # "This one" counts nothing, and "one" against "two" is seen by the other side.
        return ""
    return CURRENCIES.get(word) or VALUES.get(word) or (word if word in NUMBER_WORDS else "")


def _opposed(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether one side has a word that the other has with "un-", "dis-", "-less" and the like."""
    return any(
        any(long in (prefix + short, f"{short}less") for prefix in NEGATIVE_PREFIXES for long in others - own)
        for own, others in ((ours, theirs), (theirs, ours))
        for short in own
        if len(short) >= _LEAST_STEM
    )
