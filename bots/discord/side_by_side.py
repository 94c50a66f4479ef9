"""Lay out compared speakers side by side: a card for each turn, in which each has a column. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bots.discord.cards import BLUE, Card, Sheet, len_of, origin, shared_out, title_of
from bots.discord.escaping import safe_link
from bots.discord.limits import EMBEDS_TOGETHER, FIELD_VALUE, SPARE, size


def side_by_side(content: str, these: Sequence[Card], below: discord.Embed | None = None) -> Sheet:
    """Fit the quotes of compared speakers into one message, those that answer each other in one row.

    Args:
        these: The quotes; the speakers take turns, and each has a colour.
        below: A card that stands below them as it is.
    """
    left = int(EMBEDS_TOGETHER * SPARE) - (len_of(below) if below else 0)
    names = [title_of(card) or str(card.number or 1) for card in these]
    small = [_small(card) for card in these]
    rooms = [int(FIELD_VALUE * SPARE) - size(line) - 1 for line in small]
    texts, cut = shared_out(these, rooms, left - sum(map(size, (*names, *small))) - 2 * len(these))
    embeds: list[discord.Embed] = []
    in_row: set[int] = set()
    for card, name, text, line in zip(these, names, texts, small, strict=True):
        if not embeds or card.colour in in_row:
            embeds.append(discord.Embed(colour=BLUE))
            in_row = set()
        in_row.add(card.colour)
        embeds[-1].add_field(name=name, value=f"{text}\n{line}", inline=True)
    return Sheet(content, (*embeds, *([below] if below else [])), cut)


def _small(card: Card) -> str:
    """Return the small print of a column, with the link, because a column's name cannot be one; in our own words."""
    link = safe_link(card.quote.version.article.url)
    short = origin(card)
    if link is None or size(link) > 200 or set(link) & set("()<> "):
        return short
    return f"{short} · [open]({link})"
