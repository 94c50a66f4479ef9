"""Decode the bytes of a file: find its encoding, or say why it has none.

A byte order mark decides; it is removed. Without one, UTF-8 is tried, then Windows-1252 where the result looks like
Western prose, then what charset-normalizer finds. Nothing else is changed: carriage returns and rare control
characters stay.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from qa.reading.files import ProblemKind, Unusable

# The UTF-32 mark begins with the UTF-16 one, so it is tried first.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}

# Control characters that do not occur in prose. Tab, line and page ends, backspace and escape (ISO-2022) do.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1b"))
_MAX_CONTROL_SHARE = 0.01

_BEYOND_ASCII = bytes(range(128, 256))
_SAMPLE = 64 * 1024
_NON_ASCII_LINE = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
# Characters beyond ASCII that Western prose has in Windows-1252; without Icelandic letters, which Turkish looks like.
_WESTERN = frozenset(
    "“”‘’„‚«»‹›–—…•·€£¥¢§©®™°ºª¿¡´½¼¾\xa0\xadàáâãäåæçèéêëìíîïñòóôõöøùúûüßœÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒŸ"
)
# A capital after a small letter or a mark: quotation marks of a Mac look like that in Windows-1252.
_CAPITAL_INSIDE = re.compile(r"[a-zà-ÿ,.!?][À-ÖØ-Þ]")
_MAX_ACCENTED_SHARE = 0.2
# Western letters and marks in UTF-8, as they stand in no Windows-1252: "cafÃ©", "donâ€™t". After a capital they do, in
# "IRMÃ”".
_UTF8_INSIDE = re.compile(rb"(?<![A-Z])(?:\xc3[\x80-\xbf]|\xc2[\xa0-\xbf])|\xe2\x80[\x90-\xaf]|\xe2\x82\xac")
# With at least this many whole UTF-8 characters for each broken one, a file is taken for damaged UTF-8. One character
# of three or four bytes, such as a curly quotation mark, is enough: other encodings hardly ever have one by chance.
_WHOLE_PER_BROKEN = 4


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text with its encoding. `note` says in plain words what was lost, if anything."""

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes) -> Decoded:
    """Decode a file's bytes.

    Raises:
        Unusable: If they are not text, or their encoding cannot be determined.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if _is_binary(data):
        raise Unusable("it is not text", ProblemKind.BINARY)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _mixed(data) or _legacy(data)


def _marked(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and (damaged := _damaged_utf8(data)) is not None:
            return damaged
        name = _NAMES[encoding]
        reason = f"it begins as {name}, but the rest is not {name}"
        raise Unusable(reason, ProblemKind.ENCODING) from error
    if _is_binary(text.encode("utf-8")):
        raise Unusable("it is not text", ProblemKind.BINARY)
    return Decoded(text, encoding)


def _is_binary(data: bytes) -> bool:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > _MAX_CONTROL_SHARE * len(data)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Decode UTF-8 with a few broken bytes, as in files cut and glued together; None if it is more likely not UTF-8."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    beyond = len(text) - len(data.translate(None, _BEYOND_ASCII)) - text.count("\ufffd")
    long = sum(character > "\u07ff" for character in text) - text.count("\ufffd")
    if beyond + (_WHOLE_PER_BROKEN - 1) * long < _WHOLE_PER_BROKEN * broken:
        return None
    return Decoded(text, "utf-8", f"broken UTF-8 in {_places(broken)}, shown as \ufffd")


def _mixed(data: bytes) -> Decoded | None:
    """Decode Windows-1252 and UTF-8 glued together: what the rarer of the two has is broken. None if it is not that."""
    whole = len(_UTF8_INSIDE.findall(data))
    if not whole:
        return None
    try:
        rest = _UTF8_INSIDE.sub(b"", data).decode("cp1252")
    except UnicodeDecodeError:
        return None
    if not _looks_western(rest):
        return None
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    if whole >= broken:
        return Decoded(text, "utf-8", f"broken UTF-8 in {_places(broken)}, shown as \ufffd")
    text = "\ufffd".join(part.decode("cp1252") for part in _UTF8_INSIDE.split(data))
    return Decoded(text, "cp1252", f"UTF-8 within Windows-1252 in {_places(whole)}, shown as \ufffd")


def _places(count: int) -> str:
    return "one place" if count == 1 else f"{count} places"


def _legacy(data: bytes) -> Decoded:
    try:
        western: str | None = data.decode("cp1252")
    except UnicodeDecodeError:
        western = None
    if western is not None and _looks_western(western):
        return Decoded(western, "cp1252")
    # Imported here: almost every file is UTF-8 and need not wait for it.
    from charset_normalizer import from_bytes

    # Only lines with bytes beyond ASCII tell encodings apart, and a whole large file would take seconds.
    best = from_bytes(_sample(data)).best()
    if best is not None:
        try:
            return Decoded(data.decode(best.encoding), best.encoding)
        except UnicodeDecodeError:
            pass
    if western is None:
        raise Unusable("its encoding cannot be determined: save it as UTF-8", ProblemKind.ENCODING)
    return Decoded(western, "cp1252", "its encoding is a guess: Windows-1252")


def _sample(data: bytes) -> bytes:
    lines, size = [], 0
    for match in _NON_ASCII_LINE.finditer(data):
        line = match[0][: _SAMPLE - size]
        lines.append(line)
        size += len(line)
        if size >= _SAMPLE:
            break
    return b"".join(lines)


def _looks_western(text: str) -> bool:
    characters = set(text)
    beyond = {character for character in characters if character > "\x7f"}
    if not beyond <= _WESTERN or _CAPITAL_INSIDE.search(text):
        return False
    letters = sum(text.count(character) for character in characters if character.isalpha())
    accented = sum(text.count(character) for character in beyond if character.isalpha())
    return accented <= _MAX_ACCENTED_SHARE * letters
