"""Compute quote ids from article, version and offsets, and read them back, so that none has to be stored."""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_CHECKS = 4
_PRIME = 1_679_609
"""The largest prime below 36**4. Neither a change of one character nor an exchange of two is a multiple of it."""


class MistypedQuoteIdError(ValueError):
    """Raised for a text that looks like a quote id but never was one: a character is wrong, lost or out of place."""


def _base36(number: int) -> str:
    if number < 0:
        raise ValueError("number must not be negative")
    text = ""
    while True:
        number, rest = divmod(number, 36)
        text = _DIGITS[rest] + text
        if number == 0:
            return text


def quote_id(uid: str, sha256: str, start: int, end: int) -> str:
    """Return the id of a slice of a version: at most 40 of a-z and 0-9, valid as long as the version is kept.

    Article (10), version (12 of its content hash), one digit for the length of the start, start and length
    in base 36, then four check characters: the whole, read as a number in base 36, leaves 1 when divided by
    `_PRIME` (as in ISO 7064). Without them a typing error would name other words, as genuine as the right ones.
    """
    begin = _base36(start)
    named = f"{uid}{sha256[:12]}{_DIGITS[len(begin)]}{begin}{_base36(end - start)}"
    check = (1 - int(named, 36) * 36**_CHECKS) % _PRIME
    return named + _base36(check).rjust(_CHECKS, "0")


def parse_quote_id(text: str) -> tuple[str, str, int, int]:
    """Return (uid, first 12 of sha256, start, end) of a quote id.

    Raises:
        MistypedQuoteIdError: If it looks like one, and `quote_id` never made it.
        ValueError: If the text does not look like one.
    """
    # One shorter than the shortest: a character may have been lost.
    if not 28 <= len(text) <= 41 or not text.isascii() or not text.isalnum() or text != text.lower():
        raise ValueError(f"not a quote id: {text!r}")
    named = text[:-_CHECKS]
    width = int(named[22], 36)
    begin, length = named[23 : 23 + width], named[23 + width :]
    if begin and length:
        place = named[:10], named[10:22], int(begin, 36), int(begin, 36) + int(length, 36)
        if quote_id(*place) == text:
            return place
    raise MistypedQuoteIdError(f"not a quote id, but nearly one: {text!r}")
