"""Find where an article names the speaker of a quote beside which it says only "he" or "the mayor", or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answers import Quote
from qa.archive.quote_lookup import surroundings, whole_sentences
from qa.datatypes import Span

_WORD_BEFORE = re.compile(r"([\w.’'-]+) $")
_AROUND = 150
"""Characters on each side of the name that are shown of an endless sentence."""


def named_at(quote: Quote) -> Span | None:
    """Return the sentence that names the speaker last before the quote, else first after it.

    Of a long one only the part around the name. None where the name stands beside the quote already, where a person
    set it, where no sentence has it, and where the library does not let it be shown.
    """
    record = quote.attribution
    names = (record.speaker or "").split() if record is not None and not record.corrected else []
    if record is None or not names:
        return None
    text = quote.version.article.text
    mention = text[slice(*record.mention)] if record.mention else ""
    # The article may give no more of a name than its last word.
    *given, last_word = names
    name = re.compile(rf"(?<!\w){re.escape(last_word)}(?!\w)")
    # "President ORSA" is the name too.
    if last_word.casefold() in mention.casefold() or name.search(
        text, *whole_sentences(text, quote.start, quote.end)
    ):
        return None
    places = [
        each.span()
        for each in name.finditer(text)
        if _is_theirs(text[max(0, each.start() - 40) : each.start()], given)
    ]
    if not places:
        return None
    place = max((each for each in places if each[0] < quote.start), default=places[0])
    start, end = whole_sentences(text, *place)
    if place[0] - start > _AROUND:
        start = text.find(" ", place[0] - _AROUND, place[0]) + 1 or place[0]
    if end - place[1] > _AROUND:
        end = max(place[1], text.rfind(" ", place[1], place[1] + _AROUND))
    if quote.version.sentences_shown is not None:
        first, last = surroundings(quote)
        if not first <= start < end <= last:
            return None
    return start, end


def beside(quote: Quote) -> str:
    """Return what stands for the speaker beside the quote: "he", "the mayor"; "" where nothing does."""
    mention = quote.attribution.mention if quote.attribution else None
    return quote.version.article.text[slice(*mention)] if mention else ""


def _is_theirs(before: str, given: Sequence[str]) -> bool:
    """Return whether a last name is that of who has these given names: not of "Tom Quill" where Ada Quill speaks."""
    word = _WORD_BEFORE.search(before)
    return not given or word is None or not word[1][0].isupper() or word[1] in given
