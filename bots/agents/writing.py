"""Write quotes and answers as records: the words exactly, everything else in one visible line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bots.agents.records import AskResult, FoundArticle, How, QuoteRecord, Side, Voice
from bots.amounts import ARTICLES_ON_SCREEN
from bots.endings import ending, offered, side_ending
from bots.safe_links import safe_link
from bots.visible import visible_line
from bots.wording import also_in, corpus_in_words, how_sure_of, in_words, who
from qa.answers import Answer, Outcome, Quote
from qa.datatypes import Article, Attribution, AttributionKind, merged
from qa.settings import MAX_QUOTES
from qa.understanding.line import understood_line

LONGEST_QUOTE = 3_000
"""Characters of one quote: a sentence without an end may have a megabyte."""
LONGEST_LINE = 300
"""Characters of a title, a name or a sentence of ours."""
LONGEST_BEFORE = 600
MOST_NEAREST = 3
"""Quotes that do not answer and are shown beside: more would be read as an answer."""
MOST_VOICES = 20
MOST_OUTLETS = 10

_HOW: dict[AttributionKind, How] = {
    AttributionKind.DIRECT: "direct",
    AttributionKind.MIXED: "partly",
    AttributionKind.INDIRECT: "reported",
    AttributionKind.ACCORDING: "reported",
    AttributionKind.DECLINED: "declined",
    AttributionKind.DENIED: "denied",
}
_POLARITY: dict[str, How] = {"denied": "denied", "declined": "declined", "not": "not_said"}
_MAY_ANSWER = "may answer it"
ANSWERED = "Answered: `quotes` has the articles' own words."
UNSURE = "Nothing answers this for sure; `may_answer` has what may."


def line(text: str, room: int = LONGEST_LINE) -> str:
    """Return text that an article or a person gave, in one visible line of bounded length."""
    shown = visible_line(" ".join(text[: 2 * room].split()))
    return shown if len(shown) <= room else f"{shown[: room - 1].rstrip()}…"


def line_or_none(text: str, room: int = LONGEST_LINE) -> str | None:
    return line(text, room) or None


def link_of(article: Article) -> str | None:
    return safe_link(article.url) if len(article.url) <= 2 * LONGEST_LINE else None


def day_of(article: Article) -> str | None:
    return article.date[:10] if article.date else None


def shortened(quote: Quote) -> Quote:
    """Return a quote, or the beginning of one that is too long: a slice as well, with an id of its own."""
    return replace(quote, end=min(quote.end, quote.start + LONGEST_QUOTE))


def quote_record(quote: Quote) -> QuoteRecord:
    shown = shortened(quote)
    record, article = shown.attribution, shown.version.article
    return QuoteRecord(
        text=shown.text,
        own_words=tuple(article.text[start:end] for start, end in merged(shown.own_words)),
        speaker=line_or_none(shown.voice or ""),
        how=_how(record),
        sure=record is None or record.certain,
        second_hand=record is not None and record.second_hand,
        date=day_of(article),
        source=line_or_none(article.source),
        title=line_or_none(article.title),
        link=link_of(article),
        id=shown.id,
        citation=_citation(shown),
        article=shown.version.uid,
        before=article.text[slice(*shown.context)][-LONGEST_BEFORE:] if shown.context else None,
        also_in=tuple(line(name) for name in also_in(shown)[:MOST_OUTLETS]),
        current=shown.version.current,
        cut=shown.end < quote.end,
    )


def quote_records(quotes: Iterable[Quote]) -> tuple[QuoteRecord, ...]:
    return tuple(map(quote_record, quotes))


def _how(record: Attribution | None) -> How:
    if record is None:
        return "article"
    return _POLARITY.get(record.polarity) or _HOW[record.kind]


def _citation(quote: Quote) -> str:
    """Write where a quote is from, without quotation marks: what stands in them would be checked as a quotation."""
    article = quote.version.article
    parts = (who(quote), article.source, in_words(article.date))
    origin = ", ".join(line(part) for part in parts if part)
    title = line(article.title)
    return f"{origin}{f': {title}' if title else ''} [{quote.id}]".translate(_NO_MARKS)


_NO_MARKS = dict.fromkeys(map(ord, '“”„«»"'))


def ask_result(answer: Answer) -> AskResult:
    """Write an answer: what answers, what may, and what does not, each under its own key."""
    if answer.sides:
        quotes: list[Quote] = []
        may: list[Quote] = []
    else:
        quotes, may = _parted(answer)
    answers = answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    return AskResult(
        outcome=answer.outcome,
        says=ending_of(answer),
        quotes=quote_records(quotes),
        may_answer=quote_records(may),
        nearest=() if answers or answer.sides else quote_records(answer.quotes[:MOST_NEAREST]),
        related=quote_records(answer.related[:MOST_NEAREST]),
        sides=tuple(map(side_record, answer.sides)),
        understood=line(understood_line(answer.understood)),
        ask_instead=tuple(line(each) for each in offered(answer)[:MAX_QUOTES]),
        voices=tuple(Voice(speaker=line(name), quotes=count) for name, count in answer.voices[:MOST_VOICES]),
        articles=_articles(answer),
        # Of "Which articles ...?" the note is the reply, and stands above.
        note=None if answer.listing else line_or_none(answer.note),
        archive=corpus_in_words(answer.corpus),
    )


def _articles(answer: Answer) -> tuple[FoundArticle, ...]:
    listed = answer.listing.articles[:ARTICLES_ON_SCREEN] if answer.listing else ()
    return tuple(
        FoundArticle(
            article=each.uid,
            title=line(each.title or each.id),
            date=each.date[:10] if each.date else None,
            source=line_or_none(each.source),
            link=safe_link(each.url) if len(each.url) <= 2 * LONGEST_LINE else None,
        )
        for each in listed
    )


def side_record(side: Answer) -> Side:
    quotes, may = _parted(side)
    return Side(
        outcome=side.outcome,
        says=line(side_ending(side)) or ANSWERED if side.outcome is not Outcome.UNSURE else UNSURE,
        speaker=line_or_none(side.understood.speaker or ""),
        question=line_or_none(side.heading),
        quotes=quote_records(quotes),
        may_answer=quote_records(may),
    )


def ending_of(answer: Answer) -> str:
    """Say how an answer ended, without the colon of a list that follows."""
    if answer.outcome is Outcome.UNSURE and not answer.choices:
        return UNSURE
    if answer.sides:
        return "Compared: each of `sides` says how its own ended."
    if answer.listing:
        return line(answer.listing.counted, 2 * LONGEST_LINE)
    said = ending(answer).removesuffix(" Nearest:").removesuffix(":")
    return line(said, 2 * LONGEST_LINE) or ANSWERED


def _parted(answer: Answer) -> tuple[list[Quote], list[Quote]]:
    """Return the quotes that answer, and those that only may; neither where the archive has no answer."""
    shown: Sequence[Quote] = answer.quotes[:MAX_QUOTES]
    if answer.outcome is Outcome.UNSURE:
        return [], list(shown)
    if answer.outcome is not Outcome.ANSWERED:
        return [], []
    may = [quote for quote in shown if how_sure_of(answer, quote) == _MAY_ANSWER]
    return [quote for quote in shown if quote not in may], may
