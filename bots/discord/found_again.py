"""Look up a quote again as it was shown: with the same speaker, and the same words in bold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bots.discord.shown import ShownQuote
from bots.wording import who
from qa.answers import Quote
from qa.archive.quote_lookup import find_quote
from qa.language.spans import overlap

if TYPE_CHECKING:
    from qa.archive.protocol import View


def found_again(snapshot: View, shown: ShownQuote) -> Quote:
    """Return the quote of a card.

    Raises:
        NotFoundError: If the library does not keep it.
    """
    quote = replace(find_quote(snapshot, shown.id), context=shown.context)
    if who(quote) == shown.who:
        return quote
    # Several people may be quoted in one passage. An id names only the place.
    version = quote.version
    for record, speaker in snapshot.attributions([version.key])[version.key]:
        same = replace(quote, attribution=record, speaker=speaker)
        if overlap((record.start, record.end), (quote.start, quote.end)) and who(same) == shown.who:
            return same
    return quote
