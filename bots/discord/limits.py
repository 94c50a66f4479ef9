"""List the limits of Discord, and our own for what is typed there; lengths are in UTF-16 units, as Discord counts."""

from __future__ import annotations

CONTENT = 2_000
EMBED_TITLE = 256
EMBED_DESCRIPTION = 4_096
FIELD_NAME = 256
FIELD_VALUE = 1_024
EMBEDS = 10
EMBEDS_TOGETHER = 6_000
"""Characters in all embeds of a message: titles, descriptions, footers."""
BUTTON_LABEL = 80
BUTTONS_IN_A_ROW = 5
OPTION_TEXT = 100
"""The name of a choice in a menu or a completion, and also its value."""
CHOICES = 25
BUTTONS = 5
"""Buttons under an answer, by our own choice; what else there is stands in a menu."""
THREAD_NAME = 100
LINK = 512
"""Characters of a link on a button; an embed may hold longer ones."""
FILE_BYTES = 8_000_000
SPARE = 0.95
"""The share of a limit that is used, because Discord does not document how it counts."""

# Our own limits, for what people type.
QUESTION = 300
NAME = 100
"""A speaker or an outlet."""
TOPIC = 120
FOLLOWED_TOPIC = 100
LIBRARY_NAME = 32
DAY = 20
CHECKED = 4_000
"""A text whose quotations are checked."""
OWN_TEXT = 300
"""A text that people who manage a server add to the bot's."""


def size(text: str) -> int:
    """Count the UTF-16 units of a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
