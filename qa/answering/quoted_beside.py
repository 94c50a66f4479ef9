"""Find quotations beside the name of somebody who has no records on a topic: they may be that person's words.

"Ivo Brandt, the miller, is heard in it: “The quay must open.”" has no verb of saying, and so no record. To deny that
Brandt said anything on the quay would be wrong, and to name him as the speaker may be. And where "“The quay must open,”
Brandt said, according to the Harwick Star," the record is Brandt's: what the Star reports has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from qa.answering.words_on import topic_words
from qa.answers import Quote, Understanding
from qa.archive.exact_words import Holding, holding
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import attribution_at, whole_sentences
from qa.datatypes import Scope, Span, Version
from qa.language.patterns import regex
from qa.language.quotations import Quotation, in_paragraph
from qa.language.sections import sections
from qa.language.sentences import Paragraph, split

_MOST_ARTICLES = 100
_LEAST_WORDS = 4
"""The fewest words of a quotation that is no mere term: “Super Tuesday”, the “pier tax”."""
_LONGEST = 600
"""The most characters of a sentence and of a quotation that begins in it which are shown together."""
_THE = regex(r"the\s+", re.IGNORECASE)
_REPORTED_BY = regex(r"\b(?:according\s+to|as\s+reported\s+by)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BEFORE = 40
_CLOSES = regex(r"[.,!?…]['’]?\s*\Z")


def quoted_beside(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return what may be the words of who is asked for on the topic of a question, newest first.

    It is what an article reports "according to" them, and, where no record names them, a quotation that begins after
    their name in a sentence and is nobody else's.
    """
    name = understood.speaker
    if name is None or understood.speaker_is_role or understood.bearers:
        return []
    topic = topic_words(view, understood.topic)
    found = []
    for each in islice(holding(view, _THE.sub("", name, count=1), scope), _MOST_ARTICLES):
        said = view.attributions([each.version.key]).get(each.version.key, [])
        cover = topic.in_article(each.version.article) if topic else None
        for start, end in _beside(each, said, quoted=not understood.speaker_known):
            if cover is None or cover.stands_in(start, end):
                found.append(_shown(each.version, start, end, said))
    return found


def _beside(holds: Holding, said: Sequence[Said], *, quoted: bool) -> Iterator[Span]:
    """Yield the sentences with a name, each with the quotation that begins in it, that may be its bearer's words."""
    text = holds.version.article.text
    names = [(place.start, place.end) for place in holds.places]
    for first, last in sections(text):
        here = [span for span in names if first <= span[0] and span[1] <= last]
        for paragraph in split(text[first:last]) if here else ():
            begin, stop = first + paragraph.start, first + paragraph.end
            inside = [span for span in here if begin <= span[0] and span[1] <= stop]
            marked = in_paragraph(text, begin, stop) if inside and quoted else []
            for name in inside:
                start, end = _sentence(paragraph, first, name)
                if _REPORTED_BY.search(text, max(start, name[0] - _BEFORE), name[0]):
                    yield start, end
                elif own := _own(text, marked, name[1], end, said):
                    yield start, max(end, own.end)


def _sentence(paragraph: Paragraph, first: int, place: Span) -> Span:
    """Return the sentence of a paragraph that a place begins in; `first` is added to the paragraph's offsets."""
    for start, end in paragraph.sentences:
        if first + start <= place[0] < first + end:
            return first + start, max(first + end, place[1])
    return place


def _own(
    text: str, marked: Iterable[Quotation], after: int, before: int, said: Sequence[Said]
) -> Quotation | None:
    """Return the quotation that begins between a name and the end of its sentence and is nobody's by the records."""
    for each in marked:
        words = text[each.inner_start : each.inner_end]
        if not after <= each.start < before or len(words.split()) < _LEAST_WORDS:
            continue
        if each.closed and not _CLOSES.search(words):
            continue  # a name of something, or a part of the article's own sentence
        record = attribution_at(each.inner_start, each.inner_end, said)
        if record is None or record[1] is None:
            return each
    return None


def _shown(version: Version, start: int, end: int, said: Sequence[Said]) -> Quote:
    """Return a quote of a span, or of its first sentence where all of it is too long to be read at a glance."""
    if end - start > _LONGEST:
        start, end = whole_sentences(version.article.text, start, start + 1)
    record, speaker = attribution_at(start, end, said) or (None, None)
    return Quote(version, start, end, 0.0, record, speaker)
