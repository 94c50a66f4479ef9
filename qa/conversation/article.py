"""Answer "show me the article" with the text around a quote that was shown."""

from __future__ import annotations

from qa.answers import Answer, CorpusSummary, Outcome, Quote
from qa.archive.protocol import View
from qa.archive.quote_lookup import find_quote, surroundings, whole_sentences
from qa.archive.show_limit import withheld
from qa.conversation.followed import Followed
from qa.errors import NotFoundError, UsageError

WHOLE = 3_000
"""The most characters of an article that is shown whole; of a longer one the paragraphs around the quote are."""

_PART = {True: ".", False: ": the paragraphs around it."}


def article_answer(snapshot: View, followed: Followed, corpus: CorpusSummary) -> Answer | None:
    """Return the article of the quote that is asked for, or None if the library no longer keeps it."""
    try:
        quote = find_quote(snapshot, followed.article or "")
    except (NotFoundError, UsageError):
        return None
    text = quote.version.article.text
    limit = withheld(quote.version.sentences_shown)
    whole = len(text) <= WHOLE and not limit
    start, end = (0, len(text)) if whole else surroundings(quote)
    if not whole and not limit:
        start, end = whole_sentences(text, start, end)
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
        note=f"The article of the quote {quote.id}" + (f". {limit}" if limit else _PART[whole]),
    )
