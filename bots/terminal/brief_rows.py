"""Write all that is said on a topic as rows of CSV: one row for each quote."""

from __future__ import annotations

from collections.abc import Iterator

from bots.brief import Brief
from bots.terminal.quote_rows import CERTAINTY, certainty
from bots.terminal.tables import csv_rows
from bots.wording import BY_HAND

CSV_HEAD = (
    "speaker", "date", "source", "title", "text", "kind", "id", "article", "start", "end", "url", "also_in",
    "corrected", *CERTAINTY,
)  # fmt: skip


def brief_as_csv(brief: Brief) -> str:
    return csv_rows(CSV_HEAD, _rows(brief))


def _rows(brief: Brief) -> Iterator[tuple[str, ...]]:
    for voice in brief.voices:
        for quote in voice.quotes:
            article, record = quote.version.article, quote.attribution
            yield (
                quote.speaker or "", article.date or "", article.source, article.title, quote.text,
                record.kind.value if record else "", quote.id, article.id, str(quote.start), str(quote.end),
                article.url, "; ".join(quote.also_in), BY_HAND if record and record.corrected else "",
                *certainty(record, quote.speaker),
            )  # fmt: skip
