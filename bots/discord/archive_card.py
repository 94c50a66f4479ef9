"""Lay out what is in an archive for Discord, in one message: pure functions."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bots.archive_card import ArchiveCard, Line
from bots.discord.cards import BLUE
from bots.discord.cutting import lines_within
from bots.discord.escaping import escaped_line
from bots.discord.limits import CONTENT, SPARE

PERIODS, OUTLETS, PEOPLE, BODIES = 6, 5, 5, 3
ROOM = 300


def compact(card: ArchiveCard) -> str:
    """Write a card as one message of Discord: only the most of everything, each on one line."""
    # Of the decades between two that have articles, the empty ones are left out: a message has little room.
    periods = [each for each in card.periods if each.count]
    recent = periods[-PERIODS:]
    parts = [
        f"**{escaped_line(card.head, ROOM)}**" if card.head else "",
        _named("When", recent, f"since {periods[0].name}: … " if len(periods) > PERIODS else ""),
        f"-# {escaped_line(card.undated, ROOM)}" if card.undated else "",
        _named("Outlets", card.outlets[:OUTLETS]),
        _named("Quoted most", card.people[:PEOPLE]),
        _named("Bodies", card.bodies[:BODIES]),
        f"**Topics** {escaped_line(card.topics, ROOM)}" if card.topics else "",
        *(["**Ask, for example**"] if card.questions else []),
        *(f"- {escaped_line(each, 150)}" for each in card.questions),
    ]
    return "\n".join(lines_within([part for part in parts if part], int(CONTENT * SPARE)))


def archive_embed(card: ArchiveCard) -> discord.Embed:
    """Return a card as an embed, to stand below a line that says what it is."""
    return discord.Embed(description=compact(card), colour=BLUE)


def _named(title: str, lines: Sequence[Line], before: str = "") -> str:
    shown = " · ".join(f"{escaped_line(each.name, 80)} {each.count:,}" for each in lines)
    return f"**{title}** {before}{shown}" if shown else ""
