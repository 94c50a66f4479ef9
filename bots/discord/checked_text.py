"""Lay out for Discord what was found out about the quotations of a text: one card for each. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import discord

from bots.discord.cards import AMBER, GREEN, GREY, Card, Sheet, len_of, origin
from bots.discord.escaping import block, escaped_line, one_line, shortened
from bots.discord.limits import EMBEDS, EMBEDS_TOGETHER, SPARE
from bots.verdict_wording import NEAREST, NO_QUOTATIONS, VERDICTS, remarks, summary, tone
from bots.wording import as_sentence, who
from qa.drafts.verdicts import CheckedQuotation, ProvedPlace

COLOURS = {"right": GREEN, "wrong": AMBER, "open": GREY}
ROOM_FOR_WORDS, ROOM_FOR_REMARK, MOST_REMARKS = 280, 160, 4


def checked_text(findings: Sequence[CheckedQuotation]) -> Sheet:
    """Lay out findings, the ones that are wrong first; those that do not fit are counted."""
    if not findings:
        return Sheet(NO_QUOTATIONS)
    order = ("wrong", "open", "right")
    numbered = sorted(enumerate(findings, 1), key=lambda each: order.index(tone(each[1])))
    left, embeds = int(EMBEDS_TOGETHER * SPARE), []
    for number, found in numbered[:EMBEDS]:
        embed = _card(number, found)
        left -= len_of(embed)
        if left < 0:
            break
        embeds.append(embed)
    rest = len(findings) - len(embeds)
    more = f"\n-# {rest:,} more are not shown: check a shorter text." if rest else ""
    return Sheet(f"**{escaped_line(summary(findings), 600)}**{more}", tuple(embeds))


def _card(number: int, found: CheckedQuotation) -> discord.Embed:
    title = f"{number} · {as_sentence(VERDICTS[found.verdict])}"
    return discord.Embed(title=title, colour=COLOURS[tone(found)], description="\n".join(_lines(found)))


def _lines(found: CheckedQuotation) -> Iterator[str]:
    """Yield the draft's words and whose they are by it, what is to be said of them, and where the archive has them."""
    speaker = found.quotation.speaker
    yield f"The text: “{_short(found.quotation.text)}”" + (
        f" ({escaped_line(speaker, 80)})" if speaker else ""
    )
    for remark in remarks(found)[:MOST_REMARKS]:
        yield f"- {escaped_line(remark, ROOM_FOR_REMARK)}"
    place = found.place or found.nearest
    if place is not None:
        yield "The archive:" if found.place else f"{as_sentence(NEAREST)}:"
        yield from _place(place)


def _place(place: ProvedPlace) -> Iterator[str]:
    name = who(place.quote)
    if name:
        yield f"**{escaped_line(name, 120)}**"
    yield block(shortened(one_line(place.quote.text), ROOM_FOR_WORDS, escaping=True))
    yield origin(Card(place.quote, name))


def _short(text: str) -> str:
    return escaped_line(text, ROOM_FOR_WORDS)
