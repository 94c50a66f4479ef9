"""Write comparisons and timelines as text, Markdown, CSV and JSON."""

from __future__ import annotations

from collections.abc import Sequence

from bots import contract, markdown
from bots.endings import timeline_ending
from bots.shown_quotes import marked_quotes, side_quotes
from bots.terminal import rendering
from bots.terminal.quote_rows import CERTAINTY, certainty
from bots.terminal.session import Session
from bots.terminal.tables import csv_rows
from bots.visible import visible_line
from bots.wording import in_words, side_heading
from qa.answering.comparison import Timeline
from qa.answers import Answer, Quote


def comparison(
    session: Session, sides: Sequence[Answer], topic: str | None, unknown: Sequence[str] = ()
) -> str:
    """Return the sides in the form that was asked for; JSON says which outlets (`unknown`) have no article."""
    count = session.settings.quotes
    if session.json:
        return contract.as_json(contract.comparison_object(sides, topic, unknown=unknown))
    if session.settings.format == "csv":
        return sides_as_csv(sides, count)
    if session.settings.format == "md":
        return markdown.sides_as_markdown(sides, count)
    shown = [quote for side in sides for quote in side_quotes(side, count)]
    return rendering.sides_as_text(sides, count, look=rendering.look_for(session, shown)) + "\n"


def sides_as_csv(sides: Sequence[Answer], count: int) -> str:
    """Write one row for each quote, and one without a quote for a side that has none."""
    rows: list[tuple[str, ...]] = []
    for side in sides:
        name = side_heading(side)
        quotes: tuple[Quote | None, ...] = side.quotes[:count] or (None,)
        rows += [(name, side.outcome.value, *_cells(quote)) for quote in quotes]
    return csv_rows(("side", "outcome", *_CELLS), rows)


_CELLS = ("id", "text", "date", "title", "source", "url", "article", *CERTAINTY)


def _cells(quote: Quote | None) -> tuple[str, ...]:
    if quote is None:
        return ("",) * len(_CELLS)
    article = quote.version.article
    said = (quote.id, quote.text, article.date or "", article.title, article.source, article.url, article.id)
    return (*said, *certainty(quote.attribution, quote.speaker))


def timeline(session: Session, found: Timeline) -> str:
    if session.json:
        return contract.as_json(contract.timeline_object(found))
    if session.settings.format == "csv":
        rows = [(mark, *_cells(quote)) for mark, quote in marked_quotes(found)]
        return csv_rows(("mark", *_CELLS), rows)
    as_markdown = session.settings.format == "md"
    blocks = []
    look = rendering.look_for(session, [] if as_markdown else (*found.quotes, *found.undated))
    if said := timeline_ending(found):
        line = visible_line(said)
        blocks.append(markdown.escaped(line) if as_markdown else look.wrapped(line))
    for number, (mark, quote) in enumerate(marked_quotes(found), 1):
        head = in_words(quote.version.article.date) + (f" · {mark}" if mark else "")
        if as_markdown:
            blocks += [f"**{head}**", markdown.quote_as_markdown(quote)]
        else:
            blocks += [look.bold(head), rendering.quote_as_text(quote, number, look=look)]
    return "\n\n".join(blocks) + "\n"
