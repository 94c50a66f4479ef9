"""Answer "show me the article" with the text around a quote that was shown."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import Answer, CorpusSummary, Nearest, Outcome, Quote
from qa.archive.protocol import View
from qa.archive.quote_lookup import find_quote, surroundings, whole_sentences
from qa.archive.show_limit import withheld
from qa.conversation.earlier.followed import Followed
from qa.datatypes import Span
from qa.errors import NotFoundError, UsageError

WHOLE = 3_000
"""The most characters of an article that is shown whole; of a longer one the paragraphs around the quote are."""


def article_answer(snapshot: View, followed: Followed, corpus: CorpusSummary) -> Answer | None:
    """Return the article of the quote that is asked for, or None if the library no longer keeps it."""
    try:
        quote = find_quote(snapshot, followed.article or "")
    except (NotFoundError, UsageError):
        return None
    text = quote.version.article.text
    limit = withheld(quote.version.sentences_shown)
    if followed.onward and not limit:
        return _onward(followed, quote, corpus)
    whole = len(text) <= WHOLE and not limit
    start, end = (0, len(text)) if whole else surroundings(quote)
    if not whole and not limit:
        start, end = whole_sentences(text, start, end)
    part = "." if whole else ": the paragraphs around the quote; “more” shows what follows."
    told = f". {limit}" if limit else part
    title = " ".join(quote.version.article.title.split()).rstrip(".")
    named = f"The article “{title}”" if title else "The article of that quote"
    return _shown(followed, quote, (start, end), corpus, f"{named}{told}")


def _onward(followed: Followed, quote: Quote, corpus: CorpusSummary) -> Answer:
    """Show what follows in the article after what was shown, up to the end of a paragraph."""
    text = quote.version.article.text
    if not text[quote.end :].strip():
        end = Answer(
            followed.understood.question,
            Outcome.NEAREST,
            0.0,
            followed.understood,
            (),
            corpus,
            nearest=Nearest.ALL_SHOWN,
        )
        return replace(end, article=True)
    stop = len(text)
    if stop - quote.end > WHOLE:
        line = text.rfind("\n", quote.end + 1, quote.end + WHOLE)
        stop = line if text[quote.end : max(line, quote.end)].strip() else quote.end + WHOLE
    rest = "" if not text[stop:].strip() else "; “more” shows what follows"
    return _shown(followed, quote, (quote.end, stop), corpus, f"The same article goes on{rest}.")


def _shown(followed: Followed, quote: Quote, span: Span, corpus: CorpusSummary, note: str) -> Answer:
    text = quote.version.article.text
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    # It holds the words of several people, so it is nobody's quote.
    shown = Quote(quote.version, start, end, 1.0)
    return Answer(
        question=followed.understood.question,
        outcome=Outcome.ANSWERED,
        confidence=1.0,
        understood=followed.understood,
        quotes=(shown,),
        corpus=corpus,
        note=note,
        article=True,
    )
