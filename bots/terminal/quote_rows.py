"""Write quotes as rows of CSV: one row for each quote."""

from __future__ import annotations

from collections.abc import Sequence

from bots.terminal.tables import csv_rows
from bots.wording import BY_HAND
from qa.answers import Answer, Quote
from qa.datatypes import Attribution

QUOTE, RELATED, ARTICLE = "quote", "related", "article"
"""What a row is, in the column `part`."""
CERTAINTY = ("certain", "speaks_for")
"""The columns of `certainty`."""
CSV_HEAD = (
    "rank", "id", "text", "speaker", "kind", "confidence", "title", "date", "source", "url", "path",
    "article", "start", "end", "outcome", "question", "page", "corrected",
    *CERTAINTY, "part",
)  # fmt: skip


def answer_as_csv(answer: Answer, count: int) -> str:
    """Write one row for each quote, then for each that stands beside them, which has no rank.

    Each has the `outcome`, because there are quotes even if nothing answers. Where articles were asked for, each is
    a row without words.
    """
    rows = _rows(answer.quotes[:count], answer.outcome.value, answer.question)
    rows += _rows(answer.related, answer.outcome.value, answer.question, RELATED)
    return csv_rows(CSV_HEAD, [*rows, *_articles(answer)])


def quotes_as_csv(quotes: Sequence[Quote], *, question: str = "") -> str:
    return csv_rows(CSV_HEAD, _rows(quotes, "", question))


def _rows(quotes: Sequence[Quote], outcome: str, question: str, part: str = QUOTE) -> list[tuple[str, ...]]:
    return [
        (
            str(rank) if part == QUOTE else "", quote.id, quote.text, quote.speaker or "",
            quote.attribution.kind.value if quote.attribution else "", f"{quote.confidence:.4f}",
            article.title, article.date or "", article.source, article.url, article.path, article.id,
            str(quote.start), str(quote.end), outcome, question, str(quote.page or ""),
            BY_HAND if quote.attribution and quote.attribution.corrected else "",
            *certainty(quote.attribution, quote.speaker), part,
        )
        for rank, quote in enumerate(quotes, 1)
        for article in [quote.version.article]
    ]  # fmt: skip


def _articles(answer: Answer) -> list[tuple[str, ...]]:
    if answer.listing is None:
        return []
    rows = (
        {
            "rank": str(rank), "title": each.title, "date": each.date or "", "source": each.source, "url": each.url,
            "path": each.path, "article": each.id, "outcome": answer.outcome.value, "question": answer.question,
            "part": ARTICLE,
        }
        for rank, each in enumerate(answer.listing.articles, 1)
    )  # fmt: skip
    return [tuple(row.get(name, "") for name in CSV_HEAD) for row in rows]


def certainty(record: Attribution | None, speaker: str | None) -> tuple[str, str]:
    """Return whether the name is certain, "yes" or "no" or for no name "", and whom the speaker speaks for."""
    if record is None:
        return "", ""
    return ("yes" if record.certain else "no") if speaker else "", record.speaks_for or ""
