"""Write answers and quotes as text for a terminal. Everything from articles passes through `visible` first."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import typer

from bots.amounts import RELATED_CHARACTERS
from bots.beside_answer import related_heading
from bots.endings import ending, nearest_only, side_ending, taken_for
from bots.own_words import parts
from bots.reasons import in_one_line, reasons
from bots.shown_quotes import shown_quotes, side_quotes
from bots.terminal.session import Session
from bots.terminal.short_ids import remember, short_id
from bots.visible import visible, visible_line
from bots.wording import (
    CHANGED,
    also_in_words,
    as_sentence,
    begin_of,
    context_of,
    how_sure_of,
    in_words,
    named_in,
    place,
    side_heading,
    voices_in_words,
    who,
)
from qa.answers import Answer, Meta, Quote
from qa.understanding.line import understood_line

INDENT = "   "
Style = Callable[[str], str]
_SHOW = "qa show "
_UNBROKEN = "qa\ue000show\ue000"
_SHOWN = re.compile(r"qa show (?=[a-z0-9]{7,40}\b)")


@dataclass(frozen=True, slots=True)
class Look:
    """Styles and wraps text, and says how much to show.

    `colour` says whether to style, `width` where to wrap (None: not at all), `verbose` whether to show paths, offsets,
    ids and numbers, `ids` how a quote is named where they are not: by its short id, its whole id, or its number alone.
    """

    colour: bool = False
    width: int | None = None
    verbose: bool = False
    ids: Literal["short", "whole", "number"] = "whole"

    def bold(self, text: str) -> str:
        return typer.style(text, bold=True) if self.colour and text else text

    def dim(self, text: str) -> str:
        return typer.style(text, dim=True) if self.colour and text else text

    def name(self, text: str) -> str:
        return typer.style(text, fg="cyan") if self.colour else text

    def marked(self, text: str) -> str:
        return typer.style(text, reverse=True) if self.colour else text

    def wrapped(self, text: str, indent: str = "") -> str:
        """Indent every line, and break it at the width; words and punctuation stay as they are.

        A command that shows a quote is not broken, so that it can be copied.
        """
        if self.width is None:
            return "\n".join(f"{indent}{line}" if line else "" for line in text.split("\n"))
        room = max(20, min(self.width, 100) - len(indent))
        lines = [
            part.replace(_UNBROKEN, _SHOW)
            for line in _SHOWN.sub(_UNBROKEN, text).split("\n")
            for part in textwrap.wrap(
                line, room, break_long_words=False, break_on_hyphens=False, expand_tabs=False
            )
            or [""]
        ]
        return "\n".join(f"{indent}{line}".rstrip() for line in lines)

    def wrapped_parts(self, pieces: Sequence[tuple[str, Style | None]], indent: str = "") -> str:
        """Write pieces of text, each in its style, wrapped as one text."""
        lines = self.wrapped("".join(words for words, _ in pieces), indent).split("\n")
        if not self.colour:
            return "\n".join(lines)
        # Wrapping changes spaces alone: the pieces are found again by counting the other characters.
        waiting = [(_characters(words), style) for words, style in pieces]
        at, left = 0, waiting[0][0] if waiting else 0
        styled = []
        for line in lines:
            places = [place for place, character in enumerate(line) if not character.isspace()]
            shown, taken, end = [], 0, 0
            while taken < len(places):
                while not left:
                    at += 1
                    left = waiting[at][0]
                here = places[taken : taken + left]
                words, style = line[here[0] : here[-1] + 1], waiting[at][1]
                shown += [line[end : here[0]], style(words) if style else words]
                end, taken, left = here[-1] + 1, taken + len(here), left - len(here)
            styled.append("".join(shown) + line[end:])
        return "\n".join(styled)


def look_for(session: Session, quotes: Iterable[Quote] = ()) -> Look:
    """Return how this session shows text, and remember the short ids of the quotes that are about to be shown."""
    ids = [] if session.verbose else [quote.id for quote in quotes]
    known = bool(ids) and remember(session.own, ids)
    return Look(session.colour, session.width, session.verbose, "short" if known else "whole")


def _characters(text: str) -> int:
    return sum(not character.isspace() for character in text)


def answer_as_text(answer: Answer, count: int, *, look: Look, why: bool = False) -> str:
    quotes = shown_quotes(answer, count, why=why)
    note = look.wrapped(visible(_note(answer, look)))
    # "Show me the article" asks no question again: how one was read is no part of it.
    read_as = "" if answer.article else understood_line(answer.understood)
    blocks = [
        look.dim(look.wrapped(visible_line(read_as))),
        look.dim(look.wrapped(visible_line(taken_for(answer)))),
        # Of "Which articles ...?" the note is the reply.
        note if answer.meta is Meta.ARTICLES else look.dim(note),
        look.bold(look.wrapped(visible_line(ending(answer)))),
        look.dim(nearest_only(answer, len(quotes))),
        look.dim(look.wrapped(visible_line(voices_in_words(answer)))),
    ]
    blocks = [block for block in blocks if block]
    if answer.sides:
        return "\n\n".join([*blocks, sides_as_text(answer.sides, count, look=look)]) + "\n"
    blocks += [
        quote_as_text(quote, number, look=look, sure=how_sure_of(answer, quote), why=why)
        for number, quote in enumerate(quotes, 1)
    ]
    return "\n\n".join([*blocks, *_related(answer, look)]) + "\n"


def _note(answer: Answer, look: Look) -> str:
    """Return the note; where articles were asked for, with all of them if details are wanted."""
    if answer.listing is None or not answer.listing.articles or not look.verbose:
        return answer.note
    rows = [
        ", ".join(filter(None, (f"“{each.title or each.id}”", each.source, in_words(each.date), each.path)))
        for each in answer.listing.articles
    ]
    return "\n".join((f"{answer.listing.counted}:", *rows))


def sides_as_text(sides: Sequence[Answer], count: int, *, look: Look) -> str:
    """Write compared speakers one after the other; their quotes are numbered through."""
    blocks, first = [], 1
    for side in sides:
        blocks.append(side_as_text(side, count, look=look, first=first))
        first += len(side_quotes(side, count))
    return "\n\n".join(blocks)


def side_as_text(side: Answer, count: int, *, look: Look, first: int = 1) -> str:
    """Write one speaker's side: the name, then the quotes, or why there are none."""
    blocks = [look.bold(visible_line(side_heading(side)))]
    if said := side_ending(side):
        blocks.append(look.wrapped(visible_line(said)))
    blocks += [
        quote_as_text(quote, number, look=look, sure=how_sure_of(side, quote))
        for number, quote in enumerate(side_quotes(side, count), first)
    ]
    return "\n\n".join(blocks)


def quote_as_text(quote: Quote, number: int, *, look: Look, sure: str = "", why: bool = False) -> str:
    """Write a quote with its number, its speaker and source, and one line of what else there is to it.

    Args:
        sure: How likely it answers, in words.
    """
    words = look.wrapped_parts(
        [(part.text, look.bold if part.own else None) for part in parts(quote)], INDENT
    )
    lines = [numbered(number, words, look=look), _origin(quote, look)]
    if before := context_of(quote):
        lines.append(look.dim(look.wrapped(f"before it: {visible_line(before)}", INDENT)))
    if about := _about(quote, sure, look):
        lines.append(look.dim(look.wrapped(about, INDENT)))
    if look.verbose:
        lines.append(look.dim(_details(quote, sure)))
    if not quote.version.current:
        lines.append(look.bold(f"{INDENT}{as_sentence(CHANGED)}."))
    if why and quote.why:
        why_so = filter(None, (*reasons(quote.why), named_in(quote)))
        lines += [look.dim(look.wrapped(visible_line(f"- {each}"), INDENT)) for each in why_so]
        if look.verbose:
            lines.append(look.dim(f"{INDENT}why: {visible_line(in_one_line(quote.why))}"))
    return "\n".join(lines)


def numbered(number: int, words: str, *, look: Look) -> str:
    """Put a number before indented words."""
    label = f"{number}."
    return look.bold(label) + " " * max(1, len(INDENT) - len(label)) + words.removeprefix(INDENT)


def called(quote: Quote, look: Look, *, numbered: bool = True) -> str:
    """Write how to ask for a quote; "" in the chat where its number does."""
    if look.ids == "number":
        return "" if numbered else f"/show {quote.id}"
    return f"qa show {short_id(quote.id) if look.ids == 'short' else quote.id}"


def _origin(quote: Quote, look: Look) -> str:
    article = quote.version.article
    origin = ", ".join(visible_line(part) for part in (article.source, in_words(article.date)) if part)
    name = visible_line(who(quote))
    if not name:
        return look.wrapped(f"— {origin}", INDENT)
    return look.wrapped_parts([("— ", None), (name, look.name), (f", {origin}", None)], INDENT)


def _about(quote: Quote, sure: str, look: Look) -> str:
    """Write on one line what helps to judge a quote, and how to name it to the program."""
    article = quote.version.article
    shown = (
        f"“{article.title}”" if article.title else "",
        f"page {quote.page}" if quote.page is not None else "",
        sure,
        also_in_words(quote),
        "" if look.verbose else called(quote, look),
    )
    return visible_line(" · ".join(filter(None, shown)))


def _details(quote: Quote, sure: str) -> str:
    """Write what a program needs of a quote: path, offsets, confidence, id, address."""
    article = quote.version.article
    number = f"{quote.confidence:.0%} · " if sure else ""
    lines = [f"{article.path or article.id}, {place(quote)}", f"{number}{quote.id}"]
    # The path of an article from the web is its address.
    lines += [article.url] if article.url and article.url != article.path else []
    return "\n".join(f"{INDENT}{visible_line(line)}" for line in lines)


def _related(answer: Answer, look: Look) -> list[str]:
    """Write what is worth showing beside an answer: shorter than a quote, and without a number."""
    if not answer.related:
        return []
    return [
        look.bold(look.wrapped(visible_line(related_heading(answer)))),
        *(related_as_text(quote, look=look) for quote in answer.related),
    ]


def related_as_text(quote: Quote, *, look: Look) -> str:
    lines = [look.wrapped(visible_line(begin_of(quote, RELATED_CHARACTERS)), INDENT), _origin(quote, look)]
    if look.verbose:
        lines.append(look.dim(_details(quote, "")))
    return "\n".join(lines)
