"""Look into the articles of an archive that may hold a quotation: their texts, quotation marks and speakers, kept."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from qa.answers import Quote
from qa.archive.protocol import View
from qa.archive.quote_lookup import SaidInOrder, attribution_at
from qa.archive.show_limit import is_short, sentences_around, withheld, within_limit
from qa.datatypes import AttributionKind, Scope, Span, Version, VersionHandle
from qa.drafts.differences import LocatedWord, vocabulary_of, words_of
from qa.drafts.shown_articles import ShownArticle, shown_article
from qa.drafts.verdicts import ProvedPlace
from qa.drafts.wording import bare
from qa.language.quotations import quotations
from qa.language.sections import sections
from qa.language.terms import content_terms, phrases_of, terms

_MOST_HOLDING = 400
"""Articles that are looked through for a quotation, the newest ones."""
_MOST_ALIKE = 30
_MOST_PASSAGES = 40
_WINDOW, _MOST_WINDOWS = 4, 24
_TELLING = 50
"""The most articles that may share some words in a row for them to say which one a quotation is from."""
_SENTENCES_AROUND = 2
_MOST_KEPT = 1_000

_T = TypeVar("_T")


class _OfVersions(OrderedDict[VersionHandle, _T]):
    """What was made of versions, without the ones that came first where there are too many."""

    def of(self, version: VersionHandle, make: Callable[[], _T]) -> _T:
        """Return what there is of a version, made now if there is nothing."""
        if version not in self:
            self.keep(version, make())
        return self[version]

    def keep(self, version: VersionHandle, made: _T) -> None:
        self[version] = made
        if len(self) > _MOST_KEPT:
            self.popitem(last=False)


class InMarks(StrEnum):
    """Whether words of an article stand in its quotation marks."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    OVER_THE_END = "over_the_end"
    """They begin inside and end outside, or the other way round."""
    ACROSS = "across"
    """They begin in one quotation and end in another one."""


class ArchiveTexts:
    """The articles of one view of an archive, as the quotations of a draft are looked for in them."""

    def __init__(self, view: View, scope: Scope) -> None:
        self.view = view
        self.scope = scope
        self._versions = _OfVersions[Version]()
        self._quoted = _OfVersions[list[Span]]()
        self._said = _OfVersions[SaidInOrder]()
        self._words = _OfVersions[list[LocatedWord]]()
        self._bare = _OfVersions[str]()
        self._shown = _OfVersions[ShownArticle | None]()
        self._vocabularies = _OfVersions[frozenset[str]]()

    def holding(self, words: str) -> list[Version]:
        """Return the articles that may hold some words in a row, newest first."""
        handles = self.view.versions_holding(phrases_of(words), self.scope)[:_MOST_HOLDING]
        return self._in_order(handles)

    def alike(self, words: str) -> list[Version]:
        """Return the articles that share most words in a row with some words, or most of their rare ones."""
        own = terms(words)
        shared: Counter[VersionHandle] = Counter()
        if content := content_terms(words):
            hits = self.view.lexical(content, self.scope, _MOST_PASSAGES)
            shared.update(dict.fromkeys(self.view.versions_of([handle for handle, _ in hits]), 0))
        step = max(1, len(own) // _MOST_WINDOWS)
        for at in range(0, max(1, len(own) - _WINDOW + 1), step):
            found = self.view.versions_holding([own[at : at + _WINDOW]], self.scope)
            if len(found) <= _TELLING:
                shared.update(found)
        return self._in_order([handle for handle, _ in shared.most_common(_MOST_ALIKE)])

    def older(self, versions: Iterable[Version]) -> list[Version]:
        """Return what is kept of the former texts of some articles."""
        return [
            old
            for uid in dict.fromkeys(version.uid for version in versions)
            for old in self.view.kept_versions(uid)
            if not old.current
        ]

    def _in_order(self, handles: Sequence[VersionHandle]) -> list[Version]:
        kept = {each: self._versions[each] for each in handles if each in self._versions}
        read = self.view.versions([each for each in handles if each not in kept])
        for handle, version in read.items():
            self._versions.keep(handle, version)
        kept |= read
        return [kept[handle] for handle in handles]

    def words(self, version: Version) -> list[LocatedWord]:
        return self._words.of(version.key, lambda: words_of(version.article.text))

    def may_hold(self, core: str, version: Version) -> bool:
        """Return whether an article has the letters that every sighting of a quotation has: `core_of` it."""
        return core in self._bare.of(version.key, lambda: bare(version.article.text))

    def shown(self, version: Version) -> ShownArticle | None:
        """Return an article as Markdown shows it; None where that is its text."""
        return self._shown.of(version.key, lambda: shown_article(version.article.text))

    def vocabulary(self, version: Version) -> frozenset[str]:
        """Return the words of an article in small letters, without where they stand."""
        return self._vocabularies.of(version.key, lambda: vocabulary_of(version.article.text))

    def quote(self, version: Version, start: int, end: int) -> Quote:
        """Return a slice of an article as a quote, with whose words it is."""
        said = self._said_in(version).touching(start, end)
        record, speaker = attribution_at(start, end, said) or (None, None)
        return Quote(version, start, end, record.confidence if record else 1.0, record, speaker)

    def said_within(self, quote: Quote) -> list[Quote]:
        """Return what the records in a slice of an article have people say."""
        said = self._said_in(quote.version).touching(quote.start, quote.end)
        return [
            Quote(quote.version, record.start, record.end, record.confidence, record, speaker)
            for record, speaker in said
        ]

    def _said_in(self, version: Version) -> SaidInOrder:
        return self._said.of(
            version.key, lambda: SaidInOrder(self.view.attributions([version.key])[version.key])
        )

    def place(self, version: Version, spans: Sequence[Span]) -> ProvedPlace:
        """Return the place of some slices of an article."""
        parts = tuple(self.quote(version, start, end) for start, end in spans)
        start, end = spans[0][0], spans[-1][1]
        # What a draft leaves out between two parts is nobody's quote, and a made-up draft could leave out much.
        apart = version.sentences_shown is not None and not is_short(version, start, end)
        whole = parts[0] if len(parts) == 1 or apart else self.quote(version, start, end)
        around = sentences_around(version.article.text, whole.start, whole.end, _SENTENCES_AROUND)
        shown = within_limit(version, whole.start, whole.end, around)
        is_cut = shown != around or (apart and len(parts) > 1)
        return ProvedPlace(whole, parts, shown, withheld(version.sentences_shown) if is_cut else "")

    def in_marks(self, quote: Quote) -> InMarks:
        """Return whether a quote stands in its article's quotation marks; somebody's line in a transcript does."""
        spans = self.quoted(quote.version)
        # A mark may be missing between sentences of one speaker, "We will. "And we can.": the record has them as one.
        own = quote.attribution.own_words if quote.attribution is not None else ()
        if any(start <= quote.start and quote.end <= end for start, end in (*spans, *own)):
            return InMarks.INSIDE
        begins = any(start <= quote.start < end < quote.end for start, end in spans)
        ends = any(quote.start < start < quote.end <= end for start, end in spans)
        if begins and ends:
            return InMarks.ACROSS
        if begins or ends:
            return InMarks.OVER_THE_END
        record = quote.attribution
        direct = record is not None and record.kind is AttributionKind.DIRECT
        return InMarks.INSIDE if direct else InMarks.OUTSIDE

    def quoted(self, version: Version) -> list[Span]:
        """Return what stands in quotation marks in an article; what goes on in the next paragraph is one span."""
        return self._quoted.of(version.key, lambda: _quoted_spans(version.article.text))


def _quoted_spans(text: str) -> list[Span]:
    spans: list[Span] = []
    open_end = -1
    for first, last in sections(text):
        for each in quotations(text[first:last]):
            start, end = first + each.inner_start, first + each.inner_end
            if open_end >= 0 and not text[open_end : first + each.start].strip():
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
            open_end = -1 if each.closed else end
    return spans
