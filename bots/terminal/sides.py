"""Write comparisons and timelines as text, Markdown, CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bots.terminal import contract, rendering
from bots.terminal.session import Session
from bots.terminal.tables import csv_rows
from bots.visible import visible_line
from bots.wording import in_words, side_ending, timeline_ending
from qa.answering.comparison import Timeline
from qa.datatypes import Answer, Outcome, Quote


def comparison(session: Session, sides: Sequence[Answer], topic: str | None) -> str:
    count = session.settings.quotes
    if session.json:
        objects = [contract.answer_object(side) for side in sides]
        return contract.as_json({"schema": contract.SCHEMA, "topic": topic, "sides": objects})
    if session.settings.format == "csv":
        return sides_as_csv(sides, count)
    if session.settings.format == "md":
        return "\n\n".join(side_as_markdown(side, count) for side in sides) + "\n"
    look = rendering.Look(session.colour, session.width)
    return "\n\n".join(side_as_text(side, count, look=look) for side in sides) + "\n"


def side_as_text(side: Answer, count: int, *, look: rendering.Look) -> str:
    """Write one speaker's side: the name, then the quotes, or why there are none."""
    blocks = [look.bold(visible_line(side.understood.speaker or ""))]
    if said := side_ending(side):
        blocks.append(look.wrapped(visible_line(said)))
    if side.outcome is Outcome.ANSWERED:
        blocks += [
            rendering.quote_as_text(quote, n, look=look) for n, quote in enumerate(side.quotes[:count], 1)
        ]
    return "\n\n".join(blocks)


def side_as_markdown(side: Answer, count: int) -> str:
    blocks = [f"## {rendering.escaped(visible_line(side.understood.speaker or ''))}"]
    if said := side_ending(side):
        blocks.append(rendering.escaped(visible_line(said)))
    if side.outcome is Outcome.ANSWERED:
        blocks += [rendering.quote_as_markdown(quote) for quote in side.quotes[:count]]
    return "\n\n".join(blocks)


def sides_as_csv(sides: Sequence[Answer], count: int) -> str:
    """Write one row for each quote, and one without a quote for a side that has none."""
    rows: list[tuple[str, ...]] = []
    for side in sides:
        name = side.understood.speaker or ""
        quotes: tuple[Quote | None, ...] = side.quotes[:count] or (None,)
        rows += [(name, side.outcome.value, *_cells(quote)) for quote in quotes]
    return csv_rows(("side", "outcome", *_CELLS), rows)


_CELLS = ("id", "text", "date", "title", "source", "url", "article", *rendering.CERTAINTY)


def _cells(quote: Quote | None) -> tuple[str, ...]:
    if quote is None:
        return ("",) * len(_CELLS)
    article = quote.version.article
    said = (quote.id, quote.text, article.date or "", article.title, article.source, article.url, article.id)
    return (*said, *rendering.certainty(quote.attribution, quote.speaker))


def timeline(session: Session, found: Timeline) -> str:
    if session.json:
        return contract.as_json(
            {
                "schema": contract.SCHEMA,
                "outcome": found.outcome.value,
                "understood": contract.understood_object(found.understood),
                "quotes": [contract.quote_object(quote) for quote in found.quotes],
                "undated": [contract.quote_object(quote) for quote in found.undated],
                "first": found.first.id if found.first else None,
                "latest": found.latest.id if found.latest else None,
                "corpus": contract.corpus_object(found.corpus),
                "nearest": found.nearest.value if found.nearest else None,
            }
        )
    if session.settings.format == "csv":
        rows = [(mark, *_cells(quote)) for mark, quote in _marked(found)]
        return csv_rows(("mark", *_CELLS), rows)
    markdown = session.settings.format == "md"
    blocks = []
    look = rendering.Look(session.colour, session.width)
    if said := timeline_ending(found):
        line = visible_line(said)
        blocks.append(rendering.escaped(line) if markdown else look.wrapped(line))
    for number, (mark, quote) in enumerate(_marked(found), 1):
        head = in_words(quote.version.article.date) + (f" · {mark}" if mark else "")
        if markdown:
            blocks += [f"**{head}**", rendering.quote_as_markdown(quote)]
        else:
            blocks += [look.bold(head), rendering.quote_as_text(quote, number, look=look)]
    return "\n\n".join(blocks) + "\n"


def _marked(found: Timeline) -> Iterator[tuple[str, Quote]]:
    for quote in found.quotes:
        first = "first" if found.first is quote else ""
        yield ("latest" if found.latest is quote else first), quote
    for quote in found.undated:
        yield "", quote
