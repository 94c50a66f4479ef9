"""Lay out answers for Discord: a line of text above, and a card (an embed) for each quote. Pure functions.

A card is laid out as people set a quote: who speaks, the words, and in small print where and when.

A quote is never split over two cards. One that does not fit is cut at the end of a sentence, and the card says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from urllib.parse import urlsplit

import discord

from bots.amounts import CONTEXT_CHARACTERS, QUOTES, QUOTES_OF_SIDES, QUOTES_OF_TIMELINE
from bots.discord.cutting import beginning, between_words, cut_at_sentence, end_of, in_bold
from bots.discord.escaping import block, escaped, escaped_line, quoted, safe_link
from bots.discord.limits import EMBED_DESCRIPTION, EMBEDS_TOGETHER, SPARE, size
from bots.discord.said_once import said_once
from bots.endings import ending, nearest_only, side_ending, taken_for
from bots.own_words import with_bold
from bots.wording import (
    CHANGED,
    also_in_words,
    context_of,
    how_sure_of,
    in_words,
    named_in,
    voices_in_words,
    who,
)
from qa.answers import Answer, Meta, Outcome, Quote
from qa.archive.quote_lookup import surroundings
from qa.archive.show_limit import withheld
from qa.settings import MAX_QUOTES
from qa.understanding.line import understood_line

BLUE, PALE, AMBER, GREY, GREEN, VIOLET = 0x3B6EA5, 0x8FB3D9, 0xC98A1B, 0x6B7280, 0x3E8E5A, 0x7A5AA6
COLOURS = {
    Outcome.ANSWERED: BLUE,
    Outcome.UNSURE: PALE,
    Outcome.NEAREST: AMBER,
    Outcome.NOT_FOUND: GREY,
    Outcome.META: BLUE,
}
SHOWN = (Outcome.ANSWERED, Outcome.UNSURE)
"""How it must end for a compared speaker whose quotes are shown."""
SIDES = (BLUE, GREEN, VIOLET, AMBER)
"""One colour for each speaker that is compared."""

ROOM_FOR_TITLE, ROOM_FOR_WHO, ROOM_FOR_ARTICLE, ROOM_FOR_NAMED = 200, 160, 120, 500
WHICH = "Which of these do you mean?"


@dataclass(frozen=True, slots=True)
class Card:
    """A quote to be shown as an embed.

    `who` names the speaker; `number` is None where the quote stands alone.
    """

    quote: Quote
    who: str
    number: int | None = None
    colour: int = BLUE
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The content of one message. `cut` holds the numbers of the quotes that were shortened."""

    content: str
    embeds: tuple[discord.Embed, ...] = ()
    cut: tuple[int, ...] = ()


def head(answer: Answer, *, asked: str = "") -> str:
    """Write the lines above the quotes: what was understood, whom else it may mean, and how it ended.

    Args:
        asked: The question, where the message that asked it is not visible above.
    """
    lines = [f"**{escaped_line(asked, 620)}**"] if asked else []
    if understood := understood_line(answer.understood):
        lines.append(f"-# Understood: {escaped_line(understood, 400)}")
    if answer.choices:
        # The choices themselves are on buttons below.
        lines.append(f"**{WHICH}**")
    elif others := taken_for(answer):
        lines.append(f"-# {escaped_line(others, 200)}")
    articles = answer.meta is Meta.ARTICLES
    if answer.note:
        # Of "Which articles ...?" the note is the reply.
        lines.append(f"{'' if articles else '-# '}{escaped_line(answer.note, 900 if articles else 200)}")
    if not answer.choices and (said := ending(answer)):
        lines.append(f"**{escaped_line(said, 400)}**")
    lines += [f"**{escaped_line(said, 150)}**" for said in silent_sides(answer)[: len(SIDES)]]
    if alone := nearest_only(answer, len(shown_quotes(answer))):
        lines.append(f"-# {alone}")
    if speaking := voices_in_words(answer):
        lines.append(f"-# {escaped_line(speaking, 250)}")
    return "\n".join(lines)


def silent_sides(answer: Answer) -> list[str]:
    """Return a line for each compared speaker of whom nothing is shown."""
    return [side_ending(side) for side in answer.sides if side.outcome not in SHOWN]


def shown_quotes(answer: Answer) -> list[Quote]:
    """Return the quotes that may be shown, in their order; compared speakers take turns.

    Under "not found" there is only one: several would look like an answer.
    """
    if not answer.sides:
        return said_once(answer.quotes[: 1 if answer.outcome is Outcome.NOT_FOUND else None])
    sides = [said_once(side.quotes) for side in answer.sides if side.outcome in SHOWN]
    return [quote for turn in zip_longest(*sides) for quote in turn if quote is not None][:MAX_QUOTES]


def plan(answer: Answer) -> tuple[list[Card], int]:
    """Return a card for every quote that may be shown, and how many cards make a page."""
    quotes = shown_quotes(answer)
    colours, page = [COLOURS[answer.outcome]] * len(quotes), QUOTES
    remarks = [how_sure_of(answer, quote) for quote in quotes]
    if answer.sides:
        page = QUOTES_OF_SIDES
        side_of = {quote.id: at for at, side in enumerate(answer.sides) for quote in side.quotes}
        places = [side_of[quote.id] for quote in quotes]
        colours = [SIDES[at % len(SIDES)] for at in places]
        sides = [answer.sides[at] for at in places]
        remarks = [
            " · ".join(filter(None, (side.heading, how_sure_of(side, quote))))
            for side, quote in zip(sides, quotes, strict=True)
        ]
    elif answer.understood.over_time:
        page = QUOTES_OF_TIMELINE
        dated = [at for at, quote in enumerate(quotes) if quote.version.article.date]
        if len(dated) > 1:
            remarks[dated[0]], remarks[dated[-1]] = "first", "latest"
    looks = zip(quotes, colours, remarks, strict=True)
    these = [
        Card(quote, who(quote), number, colour, remark)
        for number, (quote, colour, remark) in enumerate(looks, 1)
    ]
    return [replace(these[0], number=None)] if len(these) == 1 else these, page


def sheet(content: str, these: Sequence[Card], below: discord.Embed | None = None) -> Sheet:
    """Fit cards into one message: they share its room, and what a short quote leaves goes to the longer ones.

    Args:
        below: A card that stands below them as it is.
    """
    left = int(EMBEDS_TOGETHER * SPARE) - (len_of(below) if below else 0)
    frames = [_frame(card) for card in these]
    rooms = [int(EMBED_DESCRIPTION * SPARE) - frame.around for frame in frames]
    texts, cut = shared_out(these, rooms, left - sum(frame.all for frame in frames))
    embeds = [frame.filled(text) for frame, text in zip(frames, texts, strict=True)]
    return Sheet(content, (*embeds, *([below] if below else [])), cut)


def shared_out(these: Sequence[Card], rooms: Sequence[int], left: int) -> tuple[list[str], tuple[int, ...]]:
    """Return each card's quote as a block that fits, and the numbers of those that had to be cut.

    Args:
        rooms: The most characters for each quote.
        left: The most for all of them together.
    """
    waiting = sorted(range(len(these)), key=lambda at: size(_marked(these[at].quote)))
    texts, cut = [""] * len(these), []
    for place, at in enumerate(waiting):
        texts[at], whole = _words(these[at].quote, min(left // (len(waiting) - place), rooms[at]))
        left -= size(texts[at])
        if not whole:
            cut.append(these[at].number or 1)
    return texts, tuple(sorted(cut))


def around(quote: Quote, name: str) -> discord.Embed:
    """Show a quote in bold within the text around it, as much of that as fits."""
    text = quote.version.article.text
    begin, end = surroundings(quote)
    frame = _frame(Card(quote, name))
    limit = withheld(quote.version.sentences_shown)
    named = escaped_line(named_in(quote), ROOM_FOR_NAMED)
    last = "".join(f"\n-# {each}" for each in (named, limit) if each)
    room = int(EMBED_DESCRIPTION * SPARE) - frame.around - size(last)
    words = in_bold(quote.text)
    if size(quoted(words)) > room:
        words, before, after = escaped(cut_at_sentence(quote.text, room - 40)), "", ""
    else:
        side = (room - size(quoted(words))) // 2
        before = end_of(text[begin : quote.start], side - 4, whole=between_words(text, begin))
        after = beginning(text[quote.end : end], side - 4, whole=between_words(text, end))
    return frame.filled(quoted(before + words + after) + last)


def whole(quote: Quote, name: str) -> discord.Embed | None:
    """Show the whole quote; return None if it does not fit into one card."""
    frame = _frame(Card(quote, name))
    words = _marked(quote)
    if size(words) > int(EMBED_DESCRIPTION * SPARE) - frame.around:
        return None
    return frame.filled(words)


def len_of(embed: discord.Embed) -> int:
    """Count the characters of an embed as Discord does, and one more for a line break."""
    fields = [part for field in embed.fields for part in (field.name, field.value)]
    return (
        sum(size(part) for part in (embed.title, embed.description, embed.footer.text, *fields) if part) + 1
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """A card without its quote: the speaker is the title, `before` stands above the quote, `origin` below it."""

    title: str
    link: str | None
    colour: int
    before: str
    origin: str

    @property
    def around(self) -> int:
        """The characters that stand around the quote in the description, with their line breaks."""
        return size(self.before) + size(self.origin) + 2

    @property
    def all(self) -> int:
        return self.around + size(self.title) + 1

    def filled(self, words: str) -> discord.Embed:
        text = "\n".join(filter(None, (self.before, words, self.origin)))
        return discord.Embed(title=self.title or None, url=self.link, colour=self.colour, description=text)


def _frame(card: Card) -> _Frame:
    context = escaped_line(context_of(card.quote), CONTEXT_CHARACTERS)
    link = safe_link(card.quote.version.article.url)
    title = title_of(card)
    return _Frame(
        title,
        link if title else None,
        card.colour,
        f"-# before it: {context}" if context else "",
        origin(card),
    )


def title_of(card: Card) -> str:
    """Return the line that leads a card: who speaks, else the article's title; "" where there is neither."""
    lead = escaped_line(card.who or card.quote.version.article.title, ROOM_FOR_TITLE)
    return " · ".join(filter(None, ("" if card.number is None else str(card.number), lead)))


def origin(card: Card) -> str:
    """Return a line of small print: how sure it is, outlet and day, then the article's title and what else is known."""
    quote, article = card.quote, card.quote.version.article
    link = safe_link(article.url)
    # Where nobody speaks, the title leads the card already.
    title = escaped_line(article.title, ROOM_FOR_ARTICLE) if card.who else ""
    parts = (
        escaped_line(card.remark, 60),
        escaped_line(article.source, 100),
        in_words(article.date),
        title,
        "" if quote.page is None else f"page {quote.page}",
        escaped_line((urlsplit(link).hostname or "").removeprefix("www."), 60) if link else "",
        escaped_line(also_in_words(quote), 80),
        "" if quote.version.current else CHANGED,
    )
    return f"-# {' · '.join(part for part in parts if part)}"


def _marked(quote: Quote) -> str:
    """Return a quote as a block, its speaker's own words in bold."""
    return quoted(with_bold(quote, escaped))


def _words(quote: Quote, room: int) -> tuple[str, bool]:
    """Return a quote as a block that fits, and whether it is the whole quote."""
    words = _marked(quote)
    if size(words) <= room:
        return words, True
    text, total = quote.text, len(quote.text)
    # The mark names the length of the part, so the mark's own length is known only roughly before the cut.
    part = cut_at_sentence(text, room - 90)
    shown = _marked(replace(quote, end=quote.start + len(part)))
    shown = shown if size(shown) <= room - 90 else block(part)
    return f"{shown}\n\n-# ✂ {len(part):,} of {total:,} characters of this quote", False
