"""Convert what the rules find in a sentence into records with offsets, and records into attributions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from qa.attribution.confidence import CONFIDENCE, UNKNOWN
from qa.attribution.own_words import SECOND_HAND, WHOLE, OwnWords
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.targets import Names
from qa.attribution.speech.words.tokens import Kind, Sentence, Token
from qa.datatypes import Article, Attribution, AttributionKind, Polarity, Span, merged
from qa.language.lexicon.denials import JUDGES, REBUTTED, REBUTTING
from qa.language.patterns import regex
from qa.language.quotations import by_paragraph
from qa.language.sentences import Paragraph

_DENIALS = frozenset(("denial", "denials"))
_QUOTED_CLAIM = regex(
    rf"(?:\w+ ){{0,2}}[“\"‘'](?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(REBUTTED))})\b(?!\W{{0,2}} (?:for|to) )"
)


CAPTION = "caption"


AGREED = "agreed"


@dataclass(slots=True)
class Record:
    """An attribution in offsets; later sentences may still add to it."""

    content: list[Span]
    mention: Span | None
    cue: Span | None
    rule: str
    lemma: str
    polarity: Polarity
    paragraph: int
    ends_sentence: int = -1
    """Number of the sentence of its paragraph that it is the last attribution of."""
    open_quote: bool = False
    open_end: bool = False
    direct: bool = False
    ends_paragraph: bool = False
    """Its sentence is the last of its paragraph, so that a quotation right after it may go on with it."""
    goes_on: bool = False
    """It reports what would be, so that a sentence without a verb of speech may go on with it."""
    thinks: bool = False
    """It tells what one person thinks, so that a quotation in the next paragraph may be that person's."""
    question: Span | None = None
    """What it answers, in a transcript or an interview."""


def record_of(tokens: Sequence[Token], found: Found, order: int, paragraph: int) -> Record:
    content = [(tokens[a].start, tokens[b - 1].end) for a, b in found.parts]
    mention = None
    if found.mention is not None:
        mention = (tokens[found.mention[0]].start, tokens[found.mention[1] - 1].end)
    cue = (tokens[found.cue[0]].start, tokens[found.cue[1] - 1].end)
    quotes = [t for a, b in found.parts for t in tokens[a:b] if t.kind is Kind.QUOTE]
    return Record(
        content, mention, cue, found.rule, found.lemma,
        "denied" if found.lemma in _DENIALS and found.polarity == "said" else found.polarity, paragraph, order,
        open_quote=bool(quotes) and quotes[-1].quote is not None and not quotes[-1].quote.closed,
        open_end=found.open_end,
        direct=bool(quotes),
    )  # fmt: skip


def finish(
    article: Article, records: Sequence[Record], read: Sequence[tuple[Paragraph, list[Sentence]]]
) -> list[Attribution]:
    """Convert records to attributions: compute kind, confidence and targets, and sort them."""
    text = article.text
    names = Names(text, article.title, [(paragraph.start, paragraph.end) for paragraph, _ in read])
    quoted = [(q.start, q.end) for _, quotes in by_paragraph(text) for q in quotes]
    own_words = OwnWords(text)
    result: list[Attribution] = []
    for record in records:
        content = tuple(merged(record.content))
        if record.polarity == "said" and _rebuts_in_quotes(text, record):
            record.polarity = "denied"
        mention = text[slice(*record.mention)] if record.mention else ""
        result.append(
            Attribution(
                content=content,
                mention=record.mention,
                cue=record.cue,
                speaker=None,
                kind=_kind(text, content, quoted, record),
                rule=record.rule,
                confidence=CONFIDENCE.get(record.rule, UNKNOWN),
                polarity=record.polarity,
                second_hand=_is_second_hand(text, content),
                targets=names.targets(content, record.paragraph, mention, record.question),
                own_words=own_words.of(content, record.rule),
            )
        )
    return sorted(result, key=lambda a: a.content)


def _rebuts_in_quotes(text: str, record: Record) -> bool:
    """Tell whether a claim within quotation marks is rejected, `rebuts ‘claims’ of fraud`: no token has its words."""
    if record.lemma not in REBUTTING or not record.content or not record.direct or record.mention is None:
        return False
    judges = not JUDGES.isdisjoint(text[slice(*record.mention)].lower().split())
    return not judges and _QUOTED_CLAIM.match(text, *record.content[0]) is not None


def _is_second_hand(text: str, content: Sequence[Span]) -> bool:
    if any(SECOND_HAND.search(text, *span) for span in content):
        return True
    # "Quill, according to Brandt, said it": the source stands between the name and its verb.
    return len(content) > 1 and SECOND_HAND.search(" ".join(text[a:b] for a, b in content)) is not None


def _kind(text: str, content: Sequence[Span], quoted: Sequence[Span], record: Record) -> AttributionKind:
    if record.polarity in ("declined", "denied"):
        return AttributionKind(record.polarity)
    if record.rule == "according-to":
        return AttributionKind.ACCORDING
    if record.rule in WHOLE:
        return AttributionKind.DIRECT
    letters = inside = 0
    for start, end in content:
        letters += _letters(text, start, end)
        i = max(0, bisect_right(quoted, (start, start)) - 1)
        while i < len(quoted) and quoted[i][0] < end:
            inside += _letters(text, max(quoted[i][0], start), min(quoted[i][1], end))
            i += 1
    if inside and inside >= 0.9 * letters:
        return AttributionKind.DIRECT
    return AttributionKind.MIXED if inside else AttributionKind.INDIRECT


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
