"""Write answers and quotes as Markdown in which nothing of an article is markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bots.amounts import RELATED_CHARACTERS
from bots.beside_answer import related_heading
from bots.endings import ending, nearest_only, side_ending, taken_for
from bots.own_words import with_bold
from bots.reasons import reasons
from bots.safe_links import safe_link
from bots.shown_quotes import shown_quotes, side_quotes
from bots.visible import visible_line
from bots.wording import (
    also_in_words,
    begin_of,
    context_of,
    how_sure_of,
    in_words,
    named_in,
    side_heading,
    voices_in_words,
    who,
)
from qa.answers import Answer, Listing, Quote
from qa.understanding.line import understood_line


def answer_as_markdown(answer: Answer, count: int, *, why: bool = False) -> str:
    quotes = shown_quotes(answer, count, why=why)
    understood, others = _line(understood_line(answer.understood)), _line(taken_for(answer))
    blocks = [
        f"**{_line(answer.question)}**" if answer.question else "",
        f"*{understood}*" if understood else "",
        others,
        _listing(answer.listing) if answer.listing and answer.listing.articles else _line(answer.note),
        _line(ending(answer)),
        nearest_only(answer, len(quotes)),
        _line(voices_in_words(answer)),
    ]
    if answer.sides:
        blocks.append(sides_as_markdown(answer.sides, count).rstrip("\n"))
    else:
        blocks += [quote_as_markdown(quote, sure=how_sure_of(answer, quote), why=why) for quote in quotes]
        blocks += _related(answer)
    return "\n\n".join(filter(None, blocks)) + "\n"


def sides_as_markdown(sides: Sequence[Answer], count: int) -> str:
    return "\n\n".join(side_as_markdown(side, count) for side in sides) + "\n"


def side_as_markdown(side: Answer, count: int) -> str:
    blocks = [f"## {_line(side_heading(side))}"]
    if said := side_ending(side):
        blocks.append(_line(said))
    blocks += [quote_as_markdown(quote, sure=how_sure_of(side, quote)) for quote in side_quotes(side, count)]
    return "\n\n".join(blocks)


def quote_as_markdown(quote: Quote, *, sure: str = "", why: bool = False) -> str:
    """Write a quote as a block, its speaker's own words in bold, with its source and its whole id.

    Args:
        sure: How likely it answers, in words.
    """
    words = "\n".join(f"> {line}".rstrip() for line in with_bold(quote, escaped).split("\n"))
    parts = (
        *_origin(quote),
        f"page {quote.page}" if quote.page is not None else "",
        _line(also_in_words(quote)),
        f"`{quote.id}`",
        sure,
    )
    lines = [words, ">", "> — " + ", ".join(part for part in parts if part)]
    if why and quote.why:
        lines += [">", *(f"> - {_line(each)}" for each in (*reasons(quote.why), named_in(quote)) if each)]
    if before := context_of(quote):
        # Outside the block: these words belong to no speaker.
        lines += ["", f"*Before it:* {_line(before)}"]
    return "\n".join(lines)


def _listing(listing: Listing) -> str:
    """Write all articles that were asked for, as a list; a title leads to its address where there is a safe one."""
    rows = []
    for each in listing.articles:
        title = _line(each.title or each.id)
        if (link := safe_link(each.url)) is not None:
            title = f"[{title}](<{link}>)"
        rows.append("- " + ", ".join(filter(None, (title, _line(each.source), in_words(each.date)))))
    return f"{_line(listing.counted)}:\n\n" + "\n".join(rows)


def _related(answer: Answer) -> list[str]:
    """Write what is worth showing beside an answer: shorter than a quote, as a list."""
    if not answer.related:
        return []
    rows = [
        f"- {_line(begin_of(quote, RELATED_CHARACTERS))} — {', '.join((*_origin(quote), f'`{quote.id}`'))}"
        for quote in answer.related
    ]
    return [f"*{_line(related_heading(answer))}*", "\n".join(rows)]


def _origin(quote: Quote) -> list[str]:
    """Return who is quoted, in which article, outlet and day; the title with a link where there is a safe one."""
    article = quote.version.article
    title = _line(article.title)
    if title and (link := safe_link(article.url)) is not None:
        title = f"[{title}](<{link}>)"
    return [
        part for part in (_line(who(quote)), title, _line(article.source), in_words(article.date)) if part
    ]


def _line(text: str) -> str:
    return escaped(visible_line(text))


def escaped(text: str) -> str:
    """Put a backslash before everything that Markdown or HTML would read as markup."""
    text = re.sub(r"([\\`*_\[\]<>|~&$])", r"\\\1", text)
    # At the start of a line also headings, rules, lists and numbered lists.
    text = re.sub(r"^(\s*)([#+=-])", r"\1\\\2", text, flags=re.MULTILINE)
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text, flags=re.MULTILINE)
