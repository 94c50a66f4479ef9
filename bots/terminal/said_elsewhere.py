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


def elsewhere_as_text(session: Session, others: list[Quote]) -> str:
    """Say where else the words stand, with the ids to correct these places by; "" where there are none."""
    from bots.terminal.short_ids import remember, short_id
    from bots.visible import visible_line
    from bots.wording import counted, in_words, who

    if not others:
        return ""
    shown = others[:MOST_SHOWN]
    short = not session.verbose and remember(session.own, [quote.id for quote in shown])
    lines = [f"{counted(len(others), 'more place')} with these words, where this does not hold:"]
    for quote in shown:
        article = quote.version.article
        parts = filter(
            None, (who(quote), article.source, in_words(article.date), article.path or article.url)
        )
        named = short_id(quote.id) if short else quote.id
        lines.append(f"  {visible_line(', '.join(parts))} · qa correct {named}")
    if len(others) > len(shown):
        lines.append(f"  and {len(others) - len(shown):,} more: `qa find` with these words shows all")
    return "\n".join(lines) + "\n"
