"""Escape untrusted text for Discord, so that nothing in it becomes markup, a link or a mention.

A backslash is put before every character that Discord may read as markup; Discord removes it when it shows the text,
so that a person sees the text character for character. Control and hidden characters are made visible (`visible`), as
on a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bots.discord.limits import LINK, size
from bots.safe_links import safe_link as harmless_link
from bots.visible import visible, visible_line

# The colon is in emoji, times and addresses, the brackets in links, the at sign in mentions.
_MARKUP = re.compile(r"[\\*_~|`>#+\-\[\]()<:@]")
_NUMBERED = re.compile(r"^(\s*\d+)(\.)", re.MULTILINE)
# Invisible characters that can fill a line, and the joiners between them.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u206f\u3164\uffa0]"
)


def escaped(text: str) -> str:
    """Escape text so that Discord shows it character for character."""
    text = _MARKUP.sub(r"\\\g<0>", visible(text))
    return _NUMBERED.sub(r"\1\\\2", text)


def one_line(text: str) -> str:
    """Return a title, name or question on one line, without invisible characters; never for a quote."""
    return " ".join(_UNSEEN.sub("", visible_line(text.replace("\n", " "))).split())


def escaped_line(text: str, room: int) -> str:
    """Return one escaped line, shortened to `room` UTF-16 units."""
    return escaped(shortened(one_line(text), room, escaping=True))


def plain_line(text: str, room: int) -> str:
    """Return one line, shortened to `room`, for places where Discord reads no markup: footers, labels, choices."""
    return shortened(one_line(text), room, escaping=False)


def block(text: str) -> str:
    """Return text of an article as an escaped block quote, with the mark before every line."""
    return quoted(escaped(text))


def quoted(marked: str) -> str:
    """Return text that is escaped already as a block quote, with the mark before every line."""
    return "\n".join(f"> {line}" for line in marked.split("\n"))


def shortened(text: str, room: int, *, escaping: bool) -> str:
    """Return text, cut after a character and ended by "…" if it does not fit into `room` UTF-16 units."""

    def needed(part: str) -> int:
        return size(escaped(part) if escaping else part)

    if needed(text) <= room:
        return text
    return text[: longest(min(len(text), room), lambda n: needed(text[:n]) < room)].rstrip() + "…"


def longest(most: int, fits: Callable[[int], bool]) -> int:
    """Find the largest number from 0 to `most` that fits, by bisection: everything below one that fits does too."""
    low, high = 0, max(0, most)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def safe_link(address: str) -> str | None:
    """Return an article's address if it may be linked, and if Discord takes one of its length."""
    return None if size(address) > LINK else harmless_link(address)
