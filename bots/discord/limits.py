"""What Discord takes at most, in one place; lengths are counted as it may count them: in UTF-16 units."""

from __future__ import annotations

CONTENT = 2_000
EMBED_TITLE = 256
EMBED_DESCRIPTION = 4_096
EMBED_FOOTER = 2_048
EMBEDS = 10
EMBEDS_TOGETHER = 6_000
"""Characters in all embeds of a message: titles, descriptions, footers."""
BUTTON_LABEL = 80
CUSTOM_ID = 100
BUTTONS_IN_A_ROW = 5
OPTION_TEXT = 100
"""A choice of a menu or of an autocompletion, its name as well as its value."""
CHOICES = 25
THREAD_NAME = 100
LINK = 512
"""Characters of a link on a button; an embed may hold longer ones."""
FILE_BYTES = 8_000_000
QUESTION = 300
"""Ours, not Discord's, as those below: what is longer is no question."""
NAME = 100
"""Of a speaker or an outlet."""
TOPIC = 120
FOLLOWED_TOPIC = 100
LIBRARY_NAME = 32
DAY = 20

SPARE = 0.95
"""The share of a limit that is used: how Discord counts is not written down."""


def size(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
