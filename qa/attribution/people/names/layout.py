"""Find the paragraphs, sentences, quotations and headlines of a text once, and look them up by offset."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from qa.datatypes import Span
from qa.language.lexicon.function_words import FUNCTION
from qa.language.patterns import regex
from qa.language.quotations import by_paragraph
from qa.language.sentences import Paragraph

_LEADS_IN = regex(r"\b(?:said|says|added|adds|wrote|writes|stated|commented|continued) ?:\s*$")
_LETTERS = regex(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where paragraphs, sentences and quotations are, so that each is found once per article."""

    text: str
    paragraphs: list[Paragraph]
    sentences: list[Span]
    starts: list[int]
    quoted: list[Span]
    quote_starts: list[int]
    headlines: list[Span]

    @classmethod
    def of(cls, text: str) -> Layout:
        read = by_paragraph(text)
        paragraphs = [paragraph for paragraph, _ in read]
        sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
        quoted = [(q.inner_start, q.inner_end) for _, quotations in read for q in quotations]
        headlines = [(p.start, p.end) for p in paragraphs if is_headline(text, p)]
        starts, quote_starts = [s for s, _ in sentences], [s for s, _ in quoted]
        return cls(text, paragraphs, sentences, starts, quoted, quote_starts, headlines)

    def sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def opens_sentence(self, offset: int) -> bool:
        return offset == self.sentences[self.sentence_at(offset)][0]

    def in_headline(self, offset: int) -> bool:
        at = bisect_right(self.headlines, offset, key=lambda line: line[0]) - 1
        return at >= 0 and offset < self.headlines[at][1]

    def is_quoted(self, offset: int) -> bool:
        at = bisect_right(self.quote_starts, offset) - 1
        return at >= 0 and offset < self.quoted[at][1]

    def is_quoted_whole(self, sentence: Span) -> bool:
        """Tell whether a quotation holds a sentence, apart from its own marks."""
        start, end = sentence
        at = bisect_right(self.quote_starts, start + 2) - 1
        return at >= 0 and self.quoted[at][1] >= end - 2


def is_headline(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a line is set in headline capitals, where a capital says nothing about names."""
    if paragraph.end - paragraph.start > 250:
        return False
    if _LEADS_IN.search(text, max(paragraph.start, paragraph.end - 12), paragraph.end):
        return False  # "Ada Quill, Minister for Ports and Green Finance, said:"
    most = (paragraph.end - paragraph.start + 1) // 40  # a tenth of the words of three letters that fit
    capitals = small = 0
    for match in _LETTERS.finditer(text, paragraph.start, paragraph.end):
        word = match[0]
        if word.lower() in FUNCTION:
            continue
        if word[0].isupper():
            capitals += 1
        else:
            # A sentence has a verb in small letters; only a list of names could be taken for a headline.
            small += 1
            if small > most:
                return False
    return capitals + small >= 4 and capitals >= 0.9 * (capitals + small)
