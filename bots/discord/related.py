"""Lay out for Discord what is worth showing beside an answer and is none: one small card without numbers or buttons."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bots.amounts import RELATED_CHARACTERS
from bots.discord.cards import GREY, ROOM_FOR_WHO
from bots.discord.escaping import block, escaped_line, one_line
from bots.wording import begin_of, in_words
from qa.answers import Quote

ROOM_FOR_HEADING, ROOM_FOR_SOURCE = 200, 80


def related(heading: str, these: Sequence[tuple[Quote, str]]) -> discord.Embed | None:
    """Return a card with the beginnings of quotes and who is quoted; None where there are none."""
    if not these:
        return None
    lines = [f"**{escaped_line(heading, ROOM_FOR_HEADING)}**"]
    for quote, who in these:
        article = quote.version.article
        origin = (
            escaped_line(who, ROOM_FOR_WHO),
            escaped_line(article.source, ROOM_FOR_SOURCE),
            in_words(article.date),
        )
        lines.append(block(one_line(begin_of(quote, RELATED_CHARACTERS))))
        lines.append(f"-# {' · '.join(filter(None, origin))}")
    return discord.Embed(description="\n".join(lines), colour=GREY)
