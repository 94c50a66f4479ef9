"""Find where corrected words stand elsewhere under another name: articles are printed again with small changes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from qa.archive.asked_again import asked_again
from qa.datatypes import Scope

if TYPE_CHECKING:
    from bots.terminal.session import Session
    from qa.answers import Quote
    from qa.ingest.correct import Corrected

FEWEST_WORDS = 4
"""Of fewer words, that they stand elsewhere says nothing: "we will see"."""
MOST = 100
MOST_SHOWN = 5


@asked_again
def said_elsewhere(session: Session, done: Corrected) -> list[Quote]:
    """Return the places with the same words that have another speaker than these have now, newest first."""
    from qa.archive.exact_words import MOST_WORDS, holding
    from qa.open_archive import open_archive

    words = done.words.split()
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS:
        return []
    with open_archive(session.library) as library, library.snapshot() as snapshot:
        others = (
            quote
            for each in holding(snapshot, done.words, Scope())
            for quote in each.places
            if quote.speaker and quote.speaker != done.speaker
        )
        return list(islice(others, MOST))


def also_as_text(session: Session, done: Corrected, also: list[Quote]) -> str:
    """Say at which other places the words were corrected too, each with the speaker that it had."""
    from bots.wording import counted

    if len(done.words.split()) < FEWEST_WORDS:
        return "Fewer than four words: it was not looked where else they stand.\n"
    if not also:
        return "Nowhere else.\n"
    shown = also if session.verbose else also[:MOST_SHOWN]
    lines = [f"Also in {counted(len(also), 'other place')} with these words, where it was before:"]
    lines += [f"  {_place(quote)}" for quote in shown]
    if len(also) > len(shown):
        lines.append(f"  and {len(also) - len(shown):,} more")
    return "\n".join(lines) + "\n"


def _place(quote: Quote) -> str:
    from bots.visible import visible_line
    from bots.wording import in_words, who

    article = quote.version.article
    parts = (who(quote), article.source, in_words(article.date), article.path or article.url)
    return visible_line(", ".join(filter(None, parts)))


def elsewhere_as_text(session: Session, others: list[Quote]) -> str:
    """Say where else the words stand, with the ids to correct these places by; "" where there are none."""
    from bots.terminal.short_ids import remember, short_id
    from bots.wording import counted

    if not others:
        return ""
    shown = others[:MOST_SHOWN]
    short = not session.verbose and remember(session.own, [quote.id for quote in shown])
    lines = [
        f"{counted(len(others), 'more place')} with these words, where this does not hold (`--everywhere` also "
        "corrects these):"
    ]
    for quote in shown:
        named = short_id(quote.id) if short else quote.id
        lines.append(f"  {_place(quote)} · qa correct {named}")
    if len(others) > len(shown):
        lines.append(f"  and {len(others) - len(shown):,} more: `qa find` with these words shows all")
    return "\n".join(lines) + "\n"
