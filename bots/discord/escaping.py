"""Text of unknown origin, made fit for Discord: nothing in it becomes markup, a link or a mention.

A backslash is put before every character that Discord may read as markup; Discord takes it away again when it
shows the text, so that what a person sees is the text, character for character. Characters that act or hide are
shown instead (`visible`), as on a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from bots.discord.limits import LINK, size
from bots.visible import visible, visible_line

# The colon is in emoji, times and addresses, the brackets in links, the at sign in mentions.
_MARKUP = re.compile(r"[\\*_~|`>#+\-\[\]()<:@]")
_NUMBERED = re.compile(r"^(\s*\d+)(\.)", re.MULTILINE)
_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
# Marks that fill a line without being seen, and the joiners that such text is made of.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u206f\u3164\uffa0]"
)
_LINK = re.compile(r"https?://[!-~]+")


def escaped(text: str) -> str:
    """Return text as Discord must be sent it, so that it is shown as it is."""
    text = _MARKUP.sub(r"\\\g<0>", visible(text))
    return _NUMBERED.sub(r"\1\\\2", text)


def unescaped(text: str) -> str:
    """Return what Discord shows of an escaped text."""
    return _ESCAPED.sub(r"\1", text)


def one_line(text: str) -> str:
    """Return a title, name or question on one line, without what cannot be seen. A display copy, no quote."""
    return " ".join(_UNSEEN.sub("", visible_line(text.replace("\n", " "))).split())


def escaped_line(text: str, room: int) -> str:
    return escaped(shortened(one_line(text), room, escaping=True))


def plain_line(text: str, room: int) -> str:
    """Return one line for where Discord reads no markup: footers, labels, choices."""
    return shortened(one_line(text), room, escaping=False)


def block(text: str) -> str:
    """Return the words of an article as a block quote: every line is marked, whatever it holds."""
    return "\n".join(f"> {line}" for line in escaped(text).split("\n"))


def shortened(text: str, room: int, *, escaping: bool) -> str:
    """Return text, cut at a character with "…" if it needs more room than there is."""

    def needed(part: str) -> int:
        return size(escaped(part) if escaping else part)

    if needed(text) <= room:
        return text
    return text[: longest(min(len(text), room), lambda n: needed(text[:n]) < room)].rstrip() + "…"


def longest(most: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number up to `most` that fits, where what fits is everything up to some number."""
    low, high = 0, max(0, most)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def safe_link(address: str) -> str | None:
    """Return an article's address if it may be linked: http or https, plain characters, nobody's name in it."""
    if size(address) > LINK or not _LINK.fullmatch(address):
        return None
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if not host or parts.username is not None or parts.password is not None or set('<>"`\\') & set(address):
        return None
    return address
