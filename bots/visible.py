"""Make control and hidden characters of untrusted text visible, so that they cannot act or mislead."""

from __future__ import annotations

import re

# Control characters except newline and tab; characters that reorder or hide text (bidirectional controls, line and
# paragraph separators, tag characters); halves of surrogate pairs, which no encoding can write.
_DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_BREAKS = re.compile(r"[\n\t]")
_CONTROL_PICTURES = 0x2400


def visible(text: str) -> str:
    """Return text with every dangerous character made visible: ESC as ␛, a bidirectional override as \\u202e.

    Newlines and tabs stay; a carriage return before a newline belongs to the line's end and is dropped.
    """
    return _DANGEROUS.sub(_shown, text.replace("\r\n", "\n"))


def visible_line(text: str) -> str:
    """Return text as `visible` does, but on one line, for titles, names and paths: a newline shows as ␊."""
    return _LINE_BREAKS.sub(_shown, visible(text))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return "␡"
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
