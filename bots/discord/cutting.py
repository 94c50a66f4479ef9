"""Cut text for a card where a reader expects it, at sentences, words and lines, and escape it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bots.discord.escaping import block, escaped, longest, quoted
from bots.discord.limits import size
from qa.language.sentences import split


def cut_at_sentence(text: str, room: int) -> str:
    """Return the beginning of a quote up to the last whole sentence that fits, else up to the last whole word."""
    # No more than `room` characters can fit. A "sentence" that ends where this excerpt ends may be cut.
    near = text[: max(0, room) + 1]
    ends = [end for paragraph in split(near) for _, end in paragraph.sentences if end < len(near)]
    fitting = [end for end in ends if size(block(text[:end])) <= room]
    if fitting:
        return text[: fitting[-1]]
    low = longest(min(len(text), room), lambda n: size(block(text[:n])) <= room)
    space = max(text.rfind(" ", 0, low), text.rfind("\n", 0, low))
    return text[: space if space > low // 2 else low]


def in_bold(text: str) -> str:
    """Escape text and set each of its lines in bold; Discord allows no space inside the marks."""
    lines = []
    for line in escaped(text).split("\n"):
        inner = line.strip()
        begin = line[: len(line) - len(line.lstrip())]
        lines.append(f"{begin}**{inner}**{line[len(begin) + len(inner) :]}" if inner else line)
    return "\n".join(lines)


def between_words(text: str, at: int) -> bool:
    """Return whether a cut at this offset falls between two words."""
    return at in (0, len(text)) or text[at].isspace() or text[at - 1].isspace()


def beginning(text: str, room: int, *, whole: bool) -> str:
    """Escape the beginning of the text after a quote; unless it is `whole`, cut it at the end of a word."""
    low = longest(min(len(text), room), lambda n: size(quoted(escaped(text[:n]))) <= room)
    if low == len(text) and whole:
        return escaped(text)
    return escaped(text[: max(text.rfind(" ", 0, low), 0)]) + " …"


def end_of(text: str, room: int, *, whole: bool) -> str:
    """Escape the end of the text before a quote; unless it is `whole`, cut it at the beginning of a word."""
    low = longest(min(len(text), room), lambda n: size(quoted(escaped(text[len(text) - n :]))) <= room)
    if low == len(text) and whole:
        return escaped(text)
    kept = text[len(text) - low :]
    space = kept.find(" ")
    return "… " + escaped(kept[space + 1 :] if space >= 0 else "")


def lines_within(lines: Sequence[str], room: int, rest: Callable[[int], str] | None = None) -> list[str]:
    """Return the lines that fit, from the first on.

    Args:
        room: For the lines and their ends, in UTF-16 units.
        rest: Writes a last line where some do not fit, from their number; there must be room for it besides.
    """
    kept: list[str] = []
    for line in lines:
        room -= size(line) + 1
        if room < 0:
            return [*kept, rest(len(lines) - len(kept))] if rest else kept
        kept.append(line)
    return kept
