"""Lay out answers for Discord: a line of text above, and a card (an embed) for each quote. Pure functions.

A quote is never split over two cards. One that does not fit is cut at the end of a sentence, and the card says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import discord

from bots.amounts import QUOTES, QUOTES_OF_SIDES, QUOTES_OF_TIMELINE
from bots.discord.escaping import block, escaped, escaped_line, longest, plain_line, safe_link
from bots.discord.limits import EMBED_DESCRIPTION, EMBEDS_TOGETHER, SPARE, size
from bots.wording import CHANGED, NEAREST_ONLY, also_in, ending, in_words, who
from qa.archive.quote_lookup import surroundings
from qa.datatypes import Answer, Outcome, Quote
from qa.language.sentences import split
from qa.understanding.line import understood_line

BLUE, AMBER, GREY, GREEN, VIOLET = 0x3B6EA5, 0xC98A1B, 0x6B7280, 0x3E8E5A, 0x7A5AA6
COLOURS = {
    Outcome.ANSWERED: BLUE,
    Outcome.UNSURE: AMBER,
    Outcome.NEAREST: AMBER,
    Outcome.NOT_FOUND: GREY,
    Outcome.META: BLUE,
}
SIDES = (BLUE, GREEN, VIOLET, AMBER)
"""One colour for each speaker that is compared."""

ROOM_FOR_TITLE, ROOM_FOR_WHO, ROOM_FOR_FOOTER = 200, 160, 300
UNTITLED = "Article without a title"
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
    """Write the lines above the quotes: what was understood, and the outcome if the question was not answered.

    Args:
        asked: The question, where the message that asked it is not visible above.
    """
    lines = [f"**{escaped_line(asked, 620)}**"] if asked else []
    if understood := understood_line(answer.understood):
        lines.append(f"-# Understood: {escaped_line(understood, 450)}")
    if answer.choices:
        # The choices themselves are on buttons below.
        lines.append(f"**{WHICH}**")
    elif not answer.sides and (said := ending(answer)):
        lines.append(f"**{escaped_line(said, 450)}**")
    if answer.note:
        lines.append(f"-# {escaped_line(answer.note, 300)}")
    lines += [f"**{escaped_line(said, 200)}**" for said in silent_sides(answer)[: len(SIDES)]]
    if answer.outcome is Outcome.NOT_FOUND and answer.quotes and not answer.choices:
        lines.append(f"-# {NEAREST_ONLY}")
    return "\n".join(lines)


def silent_sides(answer: Answer) -> list[str]:
    """Return a line for each compared speaker without quotes."""
    on = f" on {answer.understood.topic}" if answer.understood.topic else " on this"
    return [f"No quotes from {side.understood.speaker}{on}." for side in answer.sides if not side.quotes]


def plan(answer: Answer) -> tuple[list[Card], int]:
    """Return a card for every quote of an answer, and how many cards make a page.

    Under "not found" there is only one: several would look like an answer.
    """
    quotes = answer.quotes[: 1 if answer.outcome is Outcome.NOT_FOUND else None]
    colour = COLOURS[answer.outcome]
    colours, remarks, page = [colour] * len(quotes), [""] * len(quotes), QUOTES
    if answer.sides:
        page = QUOTES_OF_SIDES
        side_of = {quote.id: at for at, side in enumerate(answer.sides) for quote in side.quotes}
        colours = [SIDES[side_of.get(quote.id, 0) % len(SIDES)] for quote in quotes]
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


def sheet(content: str, these: Sequence[Card]) -> Sheet:
    """Fit cards into one message: they share its room, and what a short quote leaves goes to the longer ones."""
    left = int(EMBEDS_TOGETHER * SPARE)
    frames = [_frame(card) for card in these]
    left -= sum(len_of(frame) for frame in frames)
    embeds, cut = [], []
    waiting = sorted(range(len(these)), key=lambda at: size(block(these[at].quote.text)))
    texts: dict[int, str] = {}
    for place, at in enumerate(waiting):
        room = min(left // (len(waiting) - place), int(EMBED_DESCRIPTION * SPARE) - len_of(frames[at]))
        texts[at], whole = _words(these[at].quote.text, room)
        left -= size(texts[at])
        if not whole:
            cut.append(these[at].number or 1)
    for at, frame in enumerate(frames):
        frame.description = "\n".join(filter(None, (frame.description, texts[at])))
        embeds.append(frame)
    return Sheet(content, tuple(embeds), tuple(sorted(cut)))


def around(quote: Quote, name: str) -> discord.Embed:
    """Show a quote in bold within the text around it, as much of that as fits."""
    text = quote.version.article.text
    begin, end = surroundings(quote)
    frame = _frame(Card(quote, name))
    room = int(EMBED_DESCRIPTION * SPARE) - len_of(frame)
    words = _bold(quote.text)
    if size(_quoted(words)) > room:
        words, before, after = escaped(_cut(quote.text, room - 40)), "", ""
    else:
        side = (room - size(_quoted(words))) // 2
        before = _tail(text[begin : quote.start], side - 4, whole=_between_words(text, begin))
        after = _start(text[quote.end : end], side - 4, whole=_between_words(text, end))
    frame.description = "\n".join(filter(None, (frame.description, _quoted(before + words + after))))
    return frame


def whole(quote: Quote, name: str) -> discord.Embed | None:
    """Show the whole quote; return None if it does not fit into one card."""
    frame = _frame(Card(quote, name))
    words = block(quote.text)
    if size(words) > int(EMBED_DESCRIPTION * SPARE) - len_of(frame):
        return None
    frame.description = "\n".join(filter(None, (frame.description, words)))
    return frame


def len_of(embed: discord.Embed) -> int:
    """Count the characters of an embed as Discord does, and one more for a line break."""
    return sum(size(part) for part in (embed.title, embed.description, embed.footer.text) if part) + 1


def _frame(card: Card) -> discord.Embed:
    """Return a card with its title, speaker and footer, but without the quote."""
    article = card.quote.version.article
    number = "" if card.number is None else f"{card.number} · "
    link = safe_link(article.url)
    embed = discord.Embed(
        title=number + escaped_line(article.title or UNTITLED, ROOM_FOR_TITLE), colour=card.colour, url=link
    )
    name = escaped_line(card.who, ROOM_FOR_WHO)
    embed.description = f"**{name}**" if name else None
    embed.set_footer(text=_origin(card, link))
    return embed


def _origin(card: Card, link: str | None) -> str:
    quote, article = card.quote, card.quote.version.article
    others = also_in(quote)
    parts = (
        plain_line(card.remark, 60),
        plain_line(article.source, 100),
        in_words(article.date),
        "" if quote.page is None else f"page {quote.page}",
        plain_line((urlsplit(link).hostname or "").removeprefix("www."), 60) if link else "",
        plain_line(f"also in {', '.join(others)}", 80) if others else "",
        "" if quote.version.current else CHANGED,
    )
    return plain_line(" · ".join(part for part in parts if part), ROOM_FOR_FOOTER)


def _words(text: str, room: int) -> tuple[str, bool]:
    """Return a quote as a block that fits, and whether it is the whole quote."""
    words = block(text)
    if size(words) <= room:
        return words, True
    total = len(text)
    # The mark names the length of the part, so the mark's own length is known only roughly before the cut.
    part = _cut(text, room - 90)
    return f"{block(part)}\n\n-# ✂ {len(part):,} of {total:,} characters of this quote", False


def _cut(text: str, room: int) -> str:
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


def _quoted(marked: str) -> str:
    return "\n".join(f"> {line}" for line in marked.split("\n"))


def _bold(text: str) -> str:
    """Escape text and set each of its lines in bold; Discord allows no space inside the marks."""
    lines = []
    for line in escaped(text).split("\n"):
        inner = line.strip()
        begin = line[: len(line) - len(line.lstrip())]
        lines.append(f"{begin}**{inner}**{line[len(begin) + len(inner) :]}" if inner else line)
    return "\n".join(lines)


def _between_words(text: str, at: int) -> bool:
    """Return whether a cut at this offset falls between two words."""
    return at in (0, len(text)) or text[at].isspace() or text[at - 1].isspace()


def _start(text: str, room: int, *, whole: bool) -> str:
    """Escape the beginning of the text after a quote; unless it is `whole`, cut it at the end of a word."""
    low = longest(min(len(text), room), lambda n: size(_quoted(escaped(text[:n]))) <= room)
    if low == len(text) and whole:
        return escaped(text)
    return escaped(text[: max(text.rfind(" ", 0, low), 0)]) + " …"


def _tail(text: str, room: int, *, whole: bool) -> str:
    """Escape the end of the text before a quote; unless it is `whole`, cut it at the beginning of a word."""
    low = longest(min(len(text), room), lambda n: size(_quoted(escaped(text[len(text) - n :]))) <= room)
    if low == len(text) and whole:
        return escaped(text)
    kept = text[len(text) - low :]
    space = kept.find(" ")
    return "… " + escaped(kept[space + 1 :] if space >= 0 else "")
