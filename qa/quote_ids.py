"""Names of quotes, computed from article, version and offsets, so that none has to be stored."""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


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
    """Name a slice of a version: at most 40 characters of a-z and 0-9, valid as long as the version is kept.

    Article (10), version (12 of its content hash), one digit for the length of the start, then start and length
    in base 36.
    """
    begin = _base36(start)
    return f"{uid}{sha256[:12]}{_DIGITS[len(begin)]}{begin}{_base36(end - start)}"


def parse_quote_id(text: str) -> tuple[str, str, int, int]:
    """Return (uid, first 12 of sha256, start, end) of a quote id.

    Raises:
        ValueError: If the text is not of that form.
    """
    if not 25 <= len(text) <= 40 or not text.isascii() or not text.isalnum() or text != text.lower():
        raise ValueError(f"not a quote id: {text!r}")
    width = int(text[22], 36)
    begin, length = text[23 : 23 + width], text[23 + width :]
    if not begin or not length:
        raise ValueError(f"not a quote id: {text!r}")
    start = int(begin, 36)
    return text[:10], text[10:22], start, start + int(length, 36)
