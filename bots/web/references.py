"""Write a quote as somebody pastes it elsewhere: as a citation, as Markdown, as a link."""

from __future__ import annotations

from dataclasses import dataclass

from bots.markdown import quote_as_markdown
from bots.safe_links import safe_link
from bots.visible import visible_line
from bots.wording import NO_SOURCE, in_words, who
from qa.answers import Quote


@dataclass(frozen=True, slots=True)
class References:
    """The ways to cite a quote. `link` leads to it in this archive."""

    citation: str
    markdown: str
    link: str


def references(quote: Quote, site: str) -> References:
    """Write a quote for pasting.

    Args:
        site: The address of the first page, without a slash at its end.
    """
    return References(citation(quote), quote_as_markdown(quote), f"{site}/quote/{quote.id}")


def citation(quote: Quote) -> str:
    """Write the words of a quote on one line, with who says them, where, when, and the id that proves them later."""
    article = quote.version.article
    words = " ".join(quote.text.split())
    # Words that stand in quotation marks already get no further ones.
    shown = words if words[:1] in "“\"'‘«" else f"“{words}”"
    title = f"“{article.title}”" if article.title else ""
    parts = (
        who(quote),
        title,
        article.source or NO_SOURCE,
        in_words(article.date),
        safe_link(article.url) or "",
    )
    return visible_line(f"{shown} — {', '.join(part for part in parts if part)} [{quote.id}]")
