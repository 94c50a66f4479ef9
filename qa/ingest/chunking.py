"""Split an article into passages of whole sentences, sized for the encoder."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qa.datatypes import PASSAGE_PIECES, Article, Passage, Span
from qa.language.clauses import clauses
from qa.language.quotations import Quotation, by_paragraph
from qa.language.sections import sections
from qa.language.sentences import Paragraph

_SPECIAL = 2
_MAX_TITLE = 200
_SENTENCE_ENDS = (".", "!", "…", '"', "”", "’", "'")

CountTokens = Callable[[Sequence[str]], list[int]]


@dataclass(frozen=True, slots=True)
class _Unit:
    """Sentences that stay together, and the number of their word pieces."""

    sentences: tuple[Span, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Embedded:
    """The text that is encoded for a passage: the title in front gives context, and is never part of a quote.

    `spans` are the passage's sentences as offsets into `text`.
    """

    text: str
    spans: tuple[Span, ...]

    def sha(self) -> bytes:
        """Return the hash by which this input's vectors are kept: of the text and of where its sentences are."""
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass"))
        digest.update(repr(self.spans).encode("ascii"))
        return digest.digest()


def chunk(article: Article, count_tokens: CountTokens, limit: int) -> list[Passage]:
    """Split an article into passages as `chunked` does."""
    return [passage for passages in chunked(article, count_tokens, limit) for passage in passages]


def chunked(article: Article, count_tokens: CountTokens, limit: int) -> Iterator[list[Passage]]:
    """Split an article into passages that hold every sentence once, in order; very long sentences as their clauses.

    They come section by section: a text of any length needs memory for one of its sections. A headline above the text,
    which every passage has as its title, is no sentence. A cut never falls inside a quotation, unless the quotation
    alone is too long: then it falls between its sentences. Short neighbouring paragraphs share a passage. A sentence
    that is too long is a passage of its own.

    Args:
        count_tokens: Returns the number of word pieces in each text.
        limit: The most word pieces that the encoder reads of a passage, title and special tokens included.
    """
    for start, end in sections(article.text):
        part = article if end - start == len(article.text) else replace(article, text=article.text[start:end])
        passages = _chunk(part, count_tokens, limit, is_beginning=start == 0)
        yield [_moved(passage, start) for passage in passages] if start else passages


def _chunk(article: Article, count_tokens: CountTokens, limit: int, *, is_beginning: bool) -> list[Passage]:
    title = _title(article)
    read = by_paragraph(article.text)
    if is_beginning:
        read = read[_has_headline(article, [paragraph for paragraph, _ in read]) :]
    paragraphs = [paragraph for paragraph, _ in read]
    sentences = [span for paragraph in paragraphs for span in paragraph.sentences]
    counts = count_tokens([title, *(article.text[start:end] for start, end in sentences)])
    # A title of unusual characters can take more word pieces than the passage: then the passage's end is not encoded.
    budget = min(PASSAGE_PIECES, max(limit - _SPECIAL - counts[0], limit // 2))
    size_of = dict(zip(sentences, counts[1:], strict=True))

    parts_of = {span: clauses(article.text, span) for span in sentences}
    # Only a sentence that is too long is ever cut, and then between its clauses.
    long = [part for span in sentences if size_of[span] > budget for part in parts_of[span]]
    size_of |= zip(long, count_tokens([article.text[start:end] for start, end in long]), strict=True)

    quotes = [quotation for _, quotations in read for quotation in quotations]
    passages: list[Passage] = []
    current: list[Span] = []
    filled = 0
    for paragraph in paragraphs:
        units = list(_units(paragraph.sentences, quotes, parts_of, size_of, budget))
        total = sum(unit.size for unit in units)
        if current and filled + total > budget and not (total > budget and filled < budget // 4):
            passages.append(_passage(current))
            current, filled = [], 0
        # A long paragraph is cut into even parts; otherwise its last part might be only a few words.
        parts = -(-(filled + total) // budget)
        even = (filled + total) / max(parts, 1)
        for unit in units:
            if current and (filled + unit.size > budget or (parts > 1 and filled >= even)):
                passages.append(_passage(current))
                current, filled = [], 0
            current += unit.sentences
            filled += unit.size
    if current:
        passages.append(_passage(current))
    return passages


def _moved(passage: Passage, by: int) -> Passage:
    sentences = tuple((start + by, end + by) for start, end in passage.sentences)
    return Passage(passage.start + by, passage.end + by, sentences)


def embedded(article: Article, passage: Passage) -> Embedded:
    """Return the encoder's input for a passage."""
    title = _title(article)
    front = f"{title}\n" if title else ""
    shift = len(front) - passage.start
    return Embedded(
        front + article.text[passage.start : passage.end],
        tuple((start + shift, end + shift) for start, end in passage.sentences),
    )


def _has_headline(article: Article, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first paragraph is only the title again, which is shown with every quote and is not itself quoted."""
    if len(paragraphs) < 2:
        return False
    first = article.text[paragraphs[0].start : paragraphs[0].end]
    # Where no title was given, the first sentence became the title: it stays a sentence.
    return not first.endswith(_SENTENCE_ENDS) and says_the_title(article, first)


def says_the_title(article: Article, text: str) -> bool:
    """Whether a text is an article's title, word for word, whatever their case and spacing."""
    return text.casefold().split() == article.title.casefold().split()


def _title(article: Article) -> str:
    return article.title[:_MAX_TITLE]


def _passage(sentences: Sequence[Span]) -> Passage:
    return Passage(sentences[0][0], sentences[-1][1], tuple(sentences))


def _units(
    sentences: Sequence[Span],
    quotes: Sequence[Quotation],
    parts_of: Mapping[Span, Sequence[Span]],
    size_of: Mapping[Span, int],
    budget: int,
) -> Iterator[_Unit]:
    group: list[Span] = []
    for span in sentences:
        if group and not _same_quotation(group[-1], span, quotes):
            yield from _as_units(group, parts_of, size_of, budget)
            group = []
        group.append(span)
    yield from _as_units(group, parts_of, size_of, budget)


def _as_units(
    group: Sequence[Span],
    parts_of: Mapping[Span, Sequence[Span]],
    size_of: Mapping[Span, int],
    budget: int,
) -> Iterator[_Unit]:
    size = sum(size_of[span] for span in group)
    if size <= budget:
        yield _Unit(tuple(part for span in group for part in parts_of[span]), size)
        return
    for span in group:
        if size_of[span] <= budget:
            yield _Unit(tuple(parts_of[span]), size_of[span])
        else:
            yield from (_Unit((part,), size_of[part]) for part in parts_of[span])


def _same_quotation(left: Span, right: Span, quotes: Sequence[Quotation]) -> bool:
    before = bisect_left(quotes, left[1], key=lambda quote: quote.start)
    return before > 0 and quotes[before - 1].end > right[0]
