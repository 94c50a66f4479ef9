"""Look up a quote by its id, and find the text around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from qa.answers import Quote
from qa.archive.protocol import Said, View
from qa.archive.show_limit import is_short, withheld, within_limit
from qa.datatypes import Attribution, Span, Version, VersionHandle
from qa.errors import NotFoundError, UsageError
from qa.language.broken_lines import own_lines
from qa.language.patterns import regex
from qa.language.sentences import split
from qa.language.spans import overlap, shared
from qa.quote_ids import MistypedQuoteIdError, parse_quote_id

T = TypeVar("T")

_LABEL = regex(r"[^\n:.]{1,40}:\s*")

LONGEST_SURROUNDINGS = 1_500
"""The most characters on each side of a quote: a paragraph may be a megabyte."""


class KeepsQuotes(Protocol):
    """What a quote is looked up in: versions, and who said what in them."""

    def version_by_quote(self, uid: str, sha_prefix: str) -> Version | None: ...
    def attributions(self, handles: Iterable[VersionHandle]) -> Mapping[VersionHandle, Sequence[Said]]: ...


def find_quote(snapshot: View, quote_id: str) -> Quote:
    """Return the quote that an id names, to be shown, even one of an old version as long as the library keeps it.

    Raises:
        UsageError: If the text is not a quote id.
        NotFoundError: If the library does not keep what it names, or may not show that much, or the id was mistyped
            and names nothing.
    """
    quote = kept_quote(snapshot, quote_id)
    _require_quote(quote)
    return quote


def kept_quote(snapshot: KeepsQuotes, quote_id: str) -> Quote:
    """Return the quote that an id names, to be compared and not to be shown. Raises as `find_quote`."""
    try:
        uid, sha_prefix, start, end = parse_quote_id(quote_id)
    except MistypedQuoteIdError as error:
        raise NotFoundError(
            f"No quote is called {quote_id}: a character is wrong or missing. Copy the id again, all of it."
        ) from error
    except ValueError as error:
        raise UsageError(
            f"{quote_id!r} is not the whole id of a quote. `qa ask -v` prints it with each quote."
        ) from error
    version = snapshot.version_by_quote(uid, sha_prefix)
    if version is None or end > len(version.article.text):
        raise NotFoundError(
            f"No quote {quote_id} is in this library. Was it made from another one, or purged?"
        )
    found = attribution_at(start, end, snapshot.attributions([version.key])[version.key])
    record, speaker = found or (None, None)
    return Quote(version, start, end, record.confidence if record else 1.0, record, speaker)


def _require_quote(quote: Quote) -> None:
    """Refuse an id that nobody was given, where not all may be shown: anybody can compute that of a whole text.

    Raises:
        NotFoundError: If the slice is longer than a quote and than somebody's words.
    """
    version, record = quote.version, quote.attribution
    if version.sentences_shown is None or is_short(version, quote.start, quote.end):
        return
    first, last = whole_sentences(version.article.text, record.start, record.end) if record else (0, 0)
    if not first <= quote.start < quote.end <= last:
        raise NotFoundError(f"This id names more than a quote. {withheld(version.sentences_shown)}")


def surroundings(quote: Quote) -> Span:
    """Return the span of the quote's own paragraphs and of one more on either side, as far as it may be shown."""
    text = quote.version.article.text
    begin = max(0, quote.start - LONGEST_SURROUNDINGS)
    end = min(len(text), quote.end + LONGEST_SURROUNDINGS)
    paragraphs = [(begin + each.start, begin + each.end) for each in split(text[begin:end])]
    before = [start for start, _ in paragraphs if start <= quote.start]
    after = [stop for _, stop in paragraphs if stop >= quote.end]
    first = min(before[-2:], default=begin)
    last = max(after[:2], default=end)
    wanted = min(first, quote.start), max(last, quote.end)
    return within_limit(quote.version, quote.start, quote.end, wanted)


def whole_sentences(text: str, start: int, end: int) -> Span:
    """Return the span of the sentences that a span touches, within its own paragraphs."""
    first, last = own_lines(text, start, end, LONGEST_SURROUNDINGS)
    begin, stop = max(first, start - LONGEST_SURROUNDINGS), min(last, end + LONGEST_SURROUNDINGS)
    touched = [
        (begin + first, begin + last)
        for paragraph in split(text[begin:stop])
        for first, last in paragraph.sentences
        if overlap((begin + first, begin + last), (start, end))
    ]
    if not touched:
        return start, end
    return min(start, touched[0][0]), max(end, touched[-1][1])


def in_whole_sentences(quote: Quote) -> Quote:
    """Return a quote with all of the sentences that it touches, without a transcript's label in front: "A: "."""
    text = quote.version.article.text
    start, end = whole_sentences(text, quote.start, quote.end)
    labelled = _LABEL.fullmatch(text, start, quote.start) is not None
    return replace(quote, start=quote.start if labelled else start, end=end)


def attribution_at(start: int, end: int, said: Iterable[Said]) -> Said | None:
    """Return the attribution whose content shares most with a span; None if none shares half of it or more."""

    def common(record: Attribution) -> int:
        return shared(record.content, [(start, end)])

    best = max(said, key=lambda each: common(each[0]), default=None)
    return best if best is not None and 2 * common(best[0]) >= end - start else None


class InOrder(Generic[T]):
    """What lies in an article, each with its span, to be looked up at its places: there may be ten thousands of it."""

    def __init__(self, found: Iterable[T], span_of: Callable[[T], Span]) -> None:
        self._found = sorted(found, key=lambda each: span_of(each)[0])
        spans = [span_of(each) for each in self._found]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._latest_ends = list(accumulate(self._ends, max))

    def touching(self, start: int, end: int) -> Sequence[T]:
        """Return what shares a character with a span, in the order of its starts."""
        first, last = bisect_right(self._latest_ends, start), bisect_left(self._starts, end)
        return [self._found[at] for at in range(first, last) if self._ends[at] > start]


class SaidInOrder(InOrder[Said]):
    """What is said in an article, each with the archive's name of who says it."""

    def __init__(self, said: Iterable[Said]) -> None:
        super().__init__(said, lambda each: (each[0].start, each[0].end))
