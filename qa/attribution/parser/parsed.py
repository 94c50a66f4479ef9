"""Extract with a parser: the default extractor's records, and those that a parse of their sentences adds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from qa.attribution import extractor
from qa.attribution.after_names import without_what_follows_names
from qa.attribution.parser.agreement import merge
from qa.attribution.parser.parsed_clauses import CUES, reported
from qa.attribution.parser.parsing import Parser
from qa.attribution.people.resolving import resolve_and_describe
from qa.attribution.records import Record, finish
from qa.attribution.speech.contents.polarity import denies
from qa.attribution.speech.words.tokens import Kind, Sentence, Token, paragraphs
from qa.datatypes import Article, Attribution, Extraction, Span
from qa.language.broken_lines import unbroken
from qa.language.lexicon.denials import JUDGES

# Where quotation marks show who speaks, a parse adds nothing: 0.94 are right with its consent as without.
_SETTLED = frozenset(("quote-left-of-cue", "quote-inverted", "quote-right", "colon"))


def extract_all_parsed(article: Article, parser: Parser) -> Extraction:
    """Return an article's attributions, speakers resolved within it, and what it says that people are."""
    read = replace(article, text=without_what_follows_names(unbroken(article.text)))
    return extractor.kept(read, resolve_and_describe(read, find_parsed(read, parser)))


def find_parsed(article: Article, parser: Parser) -> list[Attribution]:
    """Return the attributions with their mentions; no mention is resolved to a name yet."""
    plain = extractor.find(article)
    settled = {record.cue[0] for record in plain if record.cue is not None and record.rule in _SETTLED}
    read = paragraphs(article.text)
    sentences = [sentence for _, found in read for sentence in found if _has_open_cue(sentence, settled)]
    records = list(_records(article.text, sentences, parser))
    return merge(article.text, plain, finish(article, records, read))


def _has_open_cue(sentence: Sentence, settled: Collection[int]) -> bool:
    return any(
        token.low in CUES and token.kind <= Kind.NAME and token.start not in settled
        for token in sentence.tokens
    )


def _records(text: str, sentences: Sequence[Sentence], parser: Parser) -> Iterator[Record]:
    parses = parser.parse(text[sentence.start : sentence.end] for sentence in sentences)
    for sentence, words in zip(sentences, parses, strict=True):
        at = sentence.start
        quoted = [(t.start - at, t.end - at) for t in sentence.tokens if t.kind is Kind.QUOTE]
        for one in reported(words, quoted):
            content = [(start + at, end + at) for start, end in one.content]
            mention = (one.mention[0] + at, one.mention[1] + at)
            cue = (one.cue[0] + at, one.cue[1] + at)
            if one.polarity == "denied" and not _is_denial(sentence.tokens, content[0][0], mention):
                continue  # "denied him a visa"
            yield Record(content, mention, cue, one.rule, one.lemma, one.polarity, sentence.paragraph)


def _is_denial(tokens: Sequence[Token], start: int, mention: Span) -> bool:
    at = bisect_left(tokens, start, key=lambda token: token.start)
    judges = any(t.low in JUDGES for t in tokens if mention[0] <= t.start < mention[1])
    return denies(tokens, at, judges)
