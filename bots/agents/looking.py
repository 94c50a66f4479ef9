"""Look up for an assistant who speaks, where words stand, and what a quote or an article says: without the model."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bots.agents.arguments import outlet_without_articles, scope_of
from bots.agents.asking import Bounds, Told, Work
from bots.agents.cursors import Page, page_of, state_of
from bots.agents.records import FoundSpeakers, FoundWords, ShownQuote, SpeakerRecord, WordsPlace
from bots.agents.writing import LONGEST_BEFORE, line, line_or_none, quote_record, shortened
from bots.amounts import SPEAKERS
from bots.wording import CHANGED, counted, named_in
from qa.archive.corpus_summary import summary
from qa.archive.exact_words import holding
from qa.archive.quote_lookup import find_quote, surroundings
from qa.archive.show_limit import within_limit
from qa.archive.speaker_lookup import find_speaker, profile
from qa.datatypes import Speaker
from qa.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.answering.answerer import Answerer
    from qa.answers import Quote
    from qa.archive.protocol import View

PLACES_ON_PAGE = 10
AROUND = 120
"""Characters on each side of words that were found."""
MOST_ALIASES = 10


def find_speakers(query: str | None, cursor: str | None) -> Work[FoundSpeakers]:
    def work(answerer: Answerer, view: View) -> Told[FoundSpeakers]:
        summary(view)
        page = page_of(cursor, SPEAKERS, "speakers", query, state_of(view.corpus()))
        total, shown = _speakers_like(view, query, page)
        nobody = f"Not found: nobody called {line(query or '')} is quoted here."
        record = FoundSpeakers(
            outcome="answered" if total else "not_found",
            says=f"{counted(total, 'speaker')}, most quoted first." if total else nobody,
            speakers=tuple(_speaker_record(view, each) for each in shown),
            total=total,
            next=page.next(total),
        )
        return Told(record)

    return work


def _speakers_like(view: View, query: str | None, page: Page) -> tuple[int, Sequence[Speaker]]:
    """Count everybody one of whose names holds the query, or else whom it means with a wrong letter; return a page."""
    wanted = " ".join((query or "").split()).casefold()
    total = view.speaker_count(wanted)
    if total or not wanted:
        return total, view.most_quoted(page.size, start=page.start, holding=wanted)
    try:
        return 1, [find_speaker(view, wanted)][page.start :]
    except (NotFoundError, UsageError):
        return 0, []


def _speaker_record(view: View, speaker: Speaker) -> SpeakerRecord:
    return SpeakerRecord(
        name=line(speaker.name),
        kind=speaker.kind,
        also_called=tuple(line(each) for each in speaker.aliases[:MOST_ALIASES]),
        quotes=speaker.count,
        about=tuple(line(name) for name, _ in profile(view, speaker).topics),
    )


def find_words(words: str, bounds: Bounds, cursor: str | None) -> Work[FoundWords]:
    def work(answerer: Answerer, view: View) -> Told[FoundWords]:
        summary(view)
        scope = scope_of(bounds.since, bounds.until, bounds.source)
        page = page_of(cursor, PLACES_ON_PAGE, "words", words, bounds, state_of(view.corpus()))
        shown: list[Quote] = []
        total = articles = in_title_only = 0
        for each in holding(view, words, scope):
            articles += bool(each.places)
            in_title_only += not each.places
            begin = max(0, page.start - total)
            shown += islice(each.places, begin, begin + page.size - len(shown))
            total += len(each.places)
        says = f"{counted(total, 'place')} in {counted(articles, 'article')}, newest first."
        record = FoundWords(
            outcome="answered" if total else "not_found",
            says=says if total else "Not found: no text here has exactly these words.",
            places=tuple(map(_place, shown)),
            total=total,
            articles=articles,
            in_title_only=in_title_only,
            next=page.next(total),
            note=outlet_without_articles(view, scope),
        )
        return Told(record, shown)

    return work


def _place(quote: Quote) -> WordsPlace:
    text = quote.version.article.text
    wanted = max(0, quote.start - AROUND), quote.end + AROUND
    start, end = within_limit(quote.version, quote.start, quote.end, wanted)
    before, after = text[start : quote.start], text[quote.end : end]
    return WordsPlace(before=line(before), quote=quote_record(quote), after=line(after))


def show_quote(quote_id: str) -> Work[ShownQuote]:
    def work(answerer: Answerer, view: View) -> Told[ShownQuote]:
        found = shortened(find_quote(view, quote_id.strip()))
        text = found.version.article.text
        start, end = surroundings(found)
        says = "Found: this stands in the article." if found.version.current else f"Found, but {CHANGED}."
        record = ShownQuote(
            outcome="answered",
            says=says,
            quote=quote_record(found),
            before=text[start : found.start],
            after=text[found.end : end],
            named=line_or_none(named_in(found), LONGEST_BEFORE),
        )
        return Told(record, (found,))

    return work
