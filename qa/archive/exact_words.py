"""Find every place of an archive that holds exactly the words that somebody typed."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple, overload

from qa.answers import Quote
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import SaidInOrder, attribution_at, whole_sentences
from qa.datatypes import PassageHandle, Scope, Span, Version, VersionHandle
from qa.errors import UsageError
from qa.language.exact_words import in_words, places
from qa.language.quotations import quotations
from qa.language.sections import sections
from qa.language.terms import phrases_of

MOST_WORDS = 500
"""More words than anybody types to find a sentence, and as many as a question can have in quotation marks."""
_READ_AT_ONCE = 40
_CHOSEN_FROM = 400
"""Articles of which passages are proposed for a question: somebody's own words are hardly ever in an older one."""


class Holding(NamedTuple):
    """An article that holds the words: each of its places, and whether its title holds them too."""

    version: Version
    places: Sequence[Quote]
    in_title: bool

    @property
    def nobodys(self) -> bool:
        """Whether the words stand only in the article's own: under no speaker, and in no quotation marks."""
        return not any(quote.attribution for quote in self.places) and next(self.marked(), None) is None

    def marked(self) -> Iterator[Quote]:
        """Yield the places in quotation marks, whoever's words they are."""
        text = self.version.article.text
        for first, last in sections(text):
            here = self.places[
                bisect_right(self.places, first, key=lambda quote: quote.end) : bisect_left(
                    self.places, last, key=lambda quote: quote.start
                )
            ]
            marked = quotations(text[first:last]) if here else ()
            for each in here:
                if any(q.start < each.end - first and each.start - first < q.end for q in marked):
                    yield each


class _Places(Sequence[Quote]):
    """The places of one article as quotes, each made when it is asked for: a long text may have millions."""

    def __init__(self, version: Version, offsets: array[int], said: Iterable[Said]) -> None:
        self._version = version
        self._offsets = offsets
        self._said = SaidInOrder(said)

    def __len__(self) -> int:
        return len(self._offsets) // 2

    @overload
    def __getitem__(self, at: int) -> Quote: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Quote]: ...
    def __getitem__(self, at: int | slice) -> Quote | Sequence[Quote]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        number = range(len(self))[at]
        start, end = self._offsets[2 * number : 2 * number + 2]
        record, speaker = attribution_at(start, end, self._said.touching(start, end)) or (None, None)
        return Quote(self._version, start, end, record.confidence if record else 1.0, record, speaker)


def holding(view: View, typed: str, scope: Scope) -> Iterator[Holding]:
    """Yield every current article that holds exactly these words, newest first, undated ones last.

    Marks, case and spaces do not count, and words are whole. Places are in order; each is the quote's text.

    Raises:
        UsageError: If no word was typed, or more than MOST_WORDS.
    """
    for some in _with_words(view, typed, scope):
        said = view.attributions([text.version.key for text in some if text.offsets])
        for text in some:
            quotes = _Places(text.version, text.offsets, said.get(text.version.key, ()))
            if quotes or text.in_title:
                yield Holding(text.version, quotes, text.in_title)


class TextWithWords(NamedTuple):
    """An article that holds the words, without whose words they are there: that takes longer than finding them."""

    version: Version
    offsets: array[int]
    """Where each place begins and ends, one after the other."""
    in_title: bool

    def places(self) -> Iterator[Span]:
        """Yield the places, in order; none where only the title holds the words."""
        return zip(self.offsets[::2], self.offsets[1::2], strict=True)


def texts_with(
    view: View, typed: str, scope: Scope, among: Container[VersionHandle] | None = None
) -> Iterator[TextWithWords]:
    """Yield the articles of `holding`, in the same order, all or those among some. Raises as it does."""
    texts = (each for some in _with_words(view, typed, scope, among) for each in some)
    return (each for each in texts if each.offsets or each.in_title)


def _with_words(
    view: View, typed: str, scope: Scope, among: Container[VersionHandle] | None = None
) -> Iterator[list[TextWithWords]]:
    """Yield the articles that full text proposes, some at a time, with the places where they hold the words."""
    words = in_words(typed)
    if not words:
        raise UsageError("No word was given. Type the words to find, in quotation marks.")
    if len(words) > MOST_WORDS:
        raise UsageError(f"{len(words):,} words are more than can be looked for; give at most {MOST_WORDS}.")
    # The full text knows words by their stems, so each text that it proposes is looked through.
    proposed = view.versions_holding(phrases_of(" ".join(words)), scope)
    if among is not None:
        proposed = [each for each in proposed if each in among]
    for first in range(0, len(proposed), _READ_AT_ONCE):
        handles = proposed[first : first + _READ_AT_ONCE]
        versions = view.versions(handles)
        articles = [(versions[handle], versions[handle].article) for handle in handles]
        yield [
            TextWithWords(version, _offsets(places(words, article.text)), any(places(words, article.title)))
            for version, article in articles
        ]


def nobodys_words(view: View, typed: str, scope: Scope, k: int) -> list[Quote]:
    """Return the first sentence with these words of k articles; none where they are somebody's in any article."""
    found = []
    for each in holding(view, typed, scope):
        if not each.nobodys:
            return []
        for quote in each.places[:1]:
            start, end = whole_sentences(each.version.article.text, quote.start, quote.end)
            found.append(replace(quote, start=start, end=end))
    return found[:k]


def words_in_marks(view: View, typed: str, scope: Scope, k: int) -> list[Quote]:
    """Return the first sentence of k articles with these words in quotation marks and under no speaker's name."""
    found = []
    for each in islice(holding(view, typed, scope), _CHOSEN_FROM):
        unlinked = (quote for quote in each.marked() if quote.attribution is None)
        if (quote := next(unlinked, None)) is not None:
            start, end = whole_sentences(each.version.article.text, quote.start, quote.end)
            found.append(replace(quote, start=start, end=end))
    return found[:k]


def passages_holding(
    view: View, typed: str, scope: Scope, k: int, speakers: Collection[str] = ()
) -> list[PassageHandle]:
    """Return k passages that hold exactly these words, or a part of them, those of these speakers first."""
    if not in_words(typed):
        return []
    found: dict[PassageHandle, None] = {}
    for key, span in (
        _theirs_first(view, typed, scope, speakers) if speakers else _in_order(view, typed, scope)
    ):
        found |= dict.fromkeys(view.passages_at(key, span))
        if len(found) >= k:
            break
    return list(found)[:k]


def _theirs_first(
    view: View, typed: str, scope: Scope, speakers: Collection[str]
) -> Iterator[tuple[VersionHandle, Span]]:
    texts = list(islice(holding(view, typed, scope), _CHOSEN_FROM))
    for theirs in (True, False):
        for quote in (quote for each in texts for quote in each.places):
            if (quote.speaker in speakers) is theirs:
                yield quote.version.key, (quote.start, quote.end)


def _in_order(view: View, typed: str, scope: Scope) -> Iterator[tuple[VersionHandle, Span]]:
    for text in islice(texts_with(view, typed, scope), _CHOSEN_FROM):
        for span in text.places():
            yield text.version.key, span


def _offsets(spans: Iterable[Span]) -> array[int]:
    return array("q", (at for span in spans for at in span))
