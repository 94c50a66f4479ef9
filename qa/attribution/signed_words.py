"""Tell what a column or an essay says in its author's own words from what it reports of others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import compress, groupby, pairwise
from operator import itemgetter

from qa.attribution import time_limit
from qa.attribution.people.transcripts.authors import RULE, author_of, is_opinion
from qa.attribution.people.transcripts.speeches import is_spoken
from qa.attribution.records import Record
from qa.attribution.speech.words.tokens import Kind, Sentence, Token
from qa.datatypes import Article, Span
from qa.language.lexicon.function_words import FUNCTION
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

_SHARE = 0.6
"""The least share of a sentence that stands in marks or is retold, for it to be somebody else's."""
_QUOTED_SHARE = 0.2
"""The same of a quotation whose speaker is named: `“It ends,” said Brandt, who had come late from a meeting.`"""
_FIRST_PERSON = regex(r"(?<!War )(?<!Part )(?<!Type )(?<!Phase )\bI\b(?![.)])|\b(?:[Mm]y|me|mine|myself)\b")
"""Words of who writes; "we" may be a paper, and "World War I" is nobody."""
_NUMERAL = regex(r"(?P<word>[^\W\d_]{4,}) I (?:is|are|has|in|of|by|with|tests?|levels?)\b")
"""What "I" numbers: "Troponin I is a protein", "levels of troponin I in the blood"."""
_AUTHOR = frozenset("i we me us my our".split())
_LEAST_PERSONAL = 2
_PERSONAL_SHARE = 0.25
_OWN_SHARE = 0.5
"""How much of a text must be its author's own words; what has less is rather a report in the first person."""


def written_by_author(
    article: Article, read: Sequence[tuple[Paragraph, Sequence[Sentence]]], records: Sequence[Record]
) -> list[Record]:
    """Return the words of who signs an article that is an opinion or tells of its author, as records; none in a report.

    "Brandt said it would end in June." is Brandt's; "When Brandt says that it must end, I wonder why." is the author's.

    Args:
        records: All that others say in it.
    """
    author = author_of(article, [paragraph for paragraph, _ in read])
    if not author or _quotes_without_marks(article.text, read):
        return []
    others: dict[int, list[Record]] = defaultdict(list)
    for one in records:
        if one.mention is None or article.text[slice(*one.mention)].casefold() not in _AUTHOR:
            others[one.paragraph].append(one)
    named = re.compile(rf"(?i)\b{re.escape(author.rsplit(maxsplit=1)[-1])}\b")
    found: list[Record] = []
    own = personal = length = whole = 0
    for number, (paragraph, sentences) in enumerate(read):
        words = article.text[paragraph.start : paragraph.end]
        # "Ada Quill teaches at Harwick." is not hers, nor is the title.
        if not is_spoken(words) or named.search(words) or words.strip() == article.title.strip():
            continue
        of_author = _of_author(article.text, sentences, others[number])
        runs = _runs(sentences, of_author, number)
        found += runs
        own += bool(runs)
        personal += any(
            _speaks_of_author(article.text, sentence) for sentence in compress(sentences, of_author)
        )
        length += sum(end - start for run in runs for start, end in run.content)
        whole += len(words)
    enough = is_opinion(article) or personal >= max(_LEAST_PERSONAL, _PERSONAL_SHARE * own)
    return found if enough and length >= _OWN_SHARE * whole else []


def _quotes_without_marks(text: str, read: Sequence[tuple[Paragraph, Sequence[Sentence]]]) -> bool:
    """Return whether a paragraph ends with a colon and running text comes next: it may be somebody's, to any length."""
    return any(
        text[before.start : before.end].rstrip().endswith(":")
        and not _is_quoted(sentences[0])
        and is_spoken(text[after.start : after.end])
        for (before, _), (after, sentences) in pairwise(read)
    )


def _of_author(text: str, sentences: Sequence[Sentence], others: Sequence[Record]) -> list[bool]:
    """Return for each sentence of a paragraph whether it is nobody else's."""
    starts = [sentence.start for sentence in sentences]
    own = [not _is_quoted(sentence) for sentence in sentences]
    for one in others:
        time_limit.check()
        for start, end in (*one.content, *(part for part in (one.mention, one.cue) if part is not None)):
            for at in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
                own[at] = own[at] and not _reports(text, one, sentences[at])
    return own


def _runs(sentences: Sequence[Sentence], own: Sequence[bool], paragraph: int) -> list[Record]:
    """Return the runs of a paragraph's sentences that are the author's."""
    runs: list[Record] = []
    for is_own, run in groupby(zip(own, sentences, strict=True), key=itemgetter(0)):
        if is_own:
            held = [sentence for _, sentence in run]
            content = (held[0].start, held[-1].end)
            runs.append(Record([content], None, None, RULE, "", "said", paragraph, direct=True))
    return runs


def _is_quoted(sentence: Sentence) -> bool:
    quoted = sum(token.end - token.start for token in sentence.tokens if token.kind is Kind.QUOTE)
    return quoted >= _SHARE * (sentence.end - sentence.start)


def _reports(text: str, record: Record, sentence: Sentence) -> bool:
    """Return whether a sentence quotes somebody or retells their words, and does not say "I" beside them."""
    size = sentence.end - sentence.start
    said = _within(record.content, sentence)
    if record.direct:
        return sum(b - a for a, b in said) >= _QUOTED_SHARE * size
    parts = said + _within([part for part in (record.mention, record.cue) if part is not None], sentence)
    if not parts:
        return False
    start, end = min(a for a, _ in parts), max(b for _, b in parts)
    beside = text[sentence.start : start] + text[end : sentence.end]
    return end - start >= _SHARE * size and _FIRST_PERSON.search(beside) is None


def _within(spans: Sequence[Span], sentence: Sentence) -> list[Span]:
    return [
        (max(a, sentence.start), min(b, sentence.end))
        for a, b in spans
        if a < sentence.end and sentence.start < b
    ]


def _speaks_of_author(text: str, sentence: Sentence) -> bool:
    return any(
        token.kind is not Kind.QUOTE
        and _FIRST_PERSON.search(text, token.start, token.end) is not None
        and not (token.low == "i" and _is_numeral(text, token, sentence))
        for token in sentence.tokens
    )


def _is_numeral(text: str, token: Token, sentence: Sentence) -> bool:
    """Tell whether "I" is the number of what stands before it."""
    before = text.rfind(" ", sentence.start, max(sentence.start, token.start - 1)) + 1
    numbered = _NUMERAL.match(text, max(before, sentence.start), sentence.end)
    return numbered is not None and numbered["word"].casefold() not in FUNCTION
