"""Attribute speech that names no speaker to the person who was just speaking."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.records import AGREED, CAPTION, Record
from qa.attribution.rule_names import ALONE
from qa.attribution.speech.contents.extents import DASHES, is_full
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.words.tokens import Kind, Sentence, Token
from qa.datatypes import Span
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.verb_classes import SET_APART
from qa.language.patterns import regex

QUOTE_OR_MARK = frozenset((Kind.QUOTE, Kind.MARK))
_REPORTS = frozenset(("bare-clause", "that-clause", "clause-before", "clause-inverted", "interrupted"))
_THOUGHTS = frozenset(("think-clause", "think-that"))
"""Rules of what may be thought: "Quill believes it will hold.", and in a paragraph of its own "“I saw worse.”"."""
_ANYBODY = frozenset(("all", "anybody", "anyone", "everybody", "everyone"))
BLOCK = "block"
_GAP = 40
"""White space at most between two paragraphs of a block quotation."""
_MARKED = regex(r">|[-*•–] |\d{1,2}[.)] ")
_ENDS = frozenset(".?!…")
"""What a sentence ends with, and a headline between paragraphs does not."""
_BREAKS = frozenset(",—–-")
_NO_CAPTION = _ENDS | frozenset(":;,")
"""What ends a sentence, or a line that leads on, and no caption."""
NAMES_AFTER = frozenset(("quote-left-of-cue", "quote-inverted"))
"""Rules of a quotation that stands before the verb which says whose it is."""
_FLOATS = frozenset((ALONE, "float-next-paragraph"))
_CONTINUES = frozenset((CAPTION, "quote-left-of-cue", "quote-inverted", "quote-right", "colon"))


def set_apart(text: str, sentences: Sequence[Sentence], number: int, records: Sequence[Record]) -> bool:
    """Attribute a paragraph without quotation marks to the speaker of the line before it: "Quill writes:".

    So are the next ones of the same block quotation or list.
    """
    last = records[-1] if records else None
    if last is not None and last.rule == BLOCK and _goes_on(text, last.content[-1], sentences[0].start):
        last.content[-1] = (last.content[-1][0], sentences[-1].end)
        return True
    if last is None or not last.open_end or last.content or last.paragraph != number - 1:
        return False
    if last.lemma not in SET_APART or any(sentence.quotes for sentence in sentences):
        return False
    last.content.append((sentences[0].start, sentences[-1].end))
    last.rule, last.open_end, last.direct = BLOCK, False, False
    return True


def _goes_on(text: str, block: Span, start: int) -> bool:
    """Tell whether a paragraph is the next of a block quotation or a list: "> It holds." and "> We built it."."""
    mark = _mark(text, block[0])
    near = start - block[1] <= _GAP and not text[block[1] : start].strip()
    return near and bool(mark) and mark == _mark(text, start)


def _mark(text: str, start: int) -> str:
    """Return what marks a paragraph as one of a block quotation or of a list: ">", "-", "1."; "" for running text."""
    match = _MARKED.match(text, start)
    return "1." if match and match[0].strip()[:-1].isdigit() else match[0].strip() if match else ""


def is_only_quotes(tokens: Sequence[Token]) -> bool:
    kinds = {t.kind for t in tokens}
    return Kind.QUOTE in kinds and kinds <= QUOTE_OR_MARK


def mostly_quoted(tokens: Sequence[Token]) -> bool:
    quoted = sum(t.end - t.start for t in tokens if t.kind is Kind.QUOTE)
    return 2 * quoted > tokens[-1].end - tokens[0].start and quoted > 40


def before_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the quotations that a sentence begins with, if only a dash and an aside follow: "“It leaks” – late"."""
    end = next((i for i, token in enumerate(tokens) if token.kind not in QUOTE_OR_MARK), len(tokens))
    led = tokens[:end]
    opens = end > 1 and led[0].kind is Kind.QUOTE and is_full(led[0])
    return led if opens and led[-1].low in DASHES else ()


def join_open_paragraph(text: str, before: Sequence[Sentence], number: int, records: list[Record]) -> None:
    """Give a paragraph whose quotation stays open to who is named in the next: "“It is old." and "“It leaks,” she said"

    A paragraph that names them too is rather an article's, which is quoted with what they say in it.

    Args:
        text: The article's text.
        before: The sentences of the paragraph before.
        number: That of the paragraph which was read last.
        records: What was found up to there.
    """
    tokens = [token for sentence in before for token in sentence.tokens]
    last = tokens[-1].quote
    if not is_only_quotes(tokens) or tokens[0].kind is not Kind.QUOTE or last is None or last.closed:
        return
    at = len(records)
    while at and records[at - 1].paragraph == number:
        at -= 1
    at += next((i for i, record in enumerate(records[at:]) if record.content), 0)
    named = records[at] if at < len(records) else None
    if named is None or not named.content or named.mention is None or named.ends_sentence != 0:
        return
    if named.rule not in NAMES_AFTER:
        return
    name = text[slice(*named.mention)].rsplit(maxsplit=1)[-1]
    told_of = name[0].isupper() and name in text[tokens[0].start : tokens[-1].end]
    if told_of or text[tokens[0].start] != text[named.content[0][0]]:
        return
    spans = [(token.start, token.end) for token in tokens if token.kind is Kind.QUOTE]
    floating = records[at - 1] if at and records[at - 1].content[-1:] == spans[-1:] else None
    if floating is not None:
        if floating.rule not in _FLOATS:
            return  # somebody was named before
        spans = floating.content
        del records[at - 1]
    named.content[:0] = spans


def keep_open_over_caption(
    sentences: Sequence[Sentence], number: int, records: list[Record], before: int
) -> None:
    """Let a quotation that stays open go on below the caption that follows: "“It is old.", "The quay", "“It leaks.”".

    A caption is a line that quotes nobody and ends as no sentence does.

    Args:
        sentences: The sentences of the paragraph that was just read.
        number: That of this paragraph.
        records: What was found up to here.
        before: How many records there were before this paragraph.
    """
    opened = records[before - 1] if before else None
    if opened is None or not opened.open_quote or not opened.direct or opened.paragraph != number - 1:
        return
    if any(sentence.quotes for sentence in sentences) or sentences[-1].tokens[-1].low[-1] in _NO_CAPTION:
        return
    opened.paragraph = number
    records.append(records.pop(before - 1))


def _speaking(order: int, paragraph: int, records: Sequence[Record]) -> Record | None:
    """Return the direct speech that ended with the sentence before this one."""
    for record in reversed(records[-4:]):
        if record.paragraph == paragraph and record.ends_sentence == order - 1 and record.direct:
            return record
    return None


def continue_speech(
    start: int, tokens: Sequence[Token], order: int, paragraph: int, records: list[Record]
) -> None:
    speaking = _speaking(order, paragraph, records)
    if speaking is not None and speaking.rule in _CONTINUES:
        speaking.content.append((start, tokens[-1].end))
        speaking.ends_sentence = order


def _is_sentence(tokens: Sequence[Token]) -> bool:
    """Tell whether a paragraph of a quotation ends as a sentence does; a heading, ‘Too old to sail’, does not."""
    return tokens[-1].low[-1] in _ENDS or tokens[-1].low[-1] in _BREAKS


def _quotes_too(last: Record, records: Sequence[Record]) -> bool:
    """Tell whether the sentence of a record also quotes its speaker: "“It is old,” she said, describing the quay"."""
    return any(one.direct and one.mention == last.mention for one in _beside(last, records))


def tells_thoughts(tokens: Sequence[Token], found: Found) -> bool:
    """Tell whether a record is of what one person thinks: "Quill believes", unlike "Critics see" and "Drivers felt"."""
    verb = VERBS.get(tokens[found.cue[1] - 1].low)
    if found.rule not in _THOUGHTS or found.mention is None or verb is None:
        return False
    begin, end = found.mention
    if tokens[begin].low in _ANYBODY:
        return False  # "Everyone in Dene knows that it leaks."
    if verb.form == "present" or tokens[begin].low in ("he", "she"):
        return True
    return verb.form == "past" and not (end - begin == 1 and tokens[begin].low.endswith("s"))


def _reports(last: Record, records: Sequence[Record]) -> bool:
    """Tell whether a record is of a sentence that its speaker says as a whole, so that a quotation below may go on."""
    if last.thinks:
        # "Quill adds that for the young, Brandt thinks it is old": it is not Brandt who goes on.
        return all(one.mention == last.mention for one in _beside(last, records))
    return last.rule in _REPORTS


def _beside(last: Record, records: Sequence[Record]) -> list[Record]:
    """Return the other records that end in the sentence of the last one."""
    place = (last.paragraph, last.ends_sentence)
    return [one for one in records[-4:-1] if (one.paragraph, one.ends_sentence) == place]


def continue_or_float(tokens: Sequence[Token], order: int, paragraph: int, records: list[Record]) -> None:
    """Attribute a sentence that is only a quotation to the person who was just speaking."""
    quotes = [t for t in tokens if t.kind is Kind.QUOTE]
    spans = [(t.start, t.end) for t in quotes]
    open_quote = quotes[-1].quote is not None and not quotes[-1].quote.closed
    last = records[-1] if records else None
    if last is None or last.polarity == "declined":
        return
    speaking = _speaking(order, paragraph, records)
    goes_on = last.direct and last.open_quote and last.paragraph == paragraph - 1
    goes_on = goes_on or (last.rule == ALONE and order == 0 and last.paragraph == paragraph - 1)
    reaches = last.open_end and last.paragraph >= paragraph - 1
    if last.rule == AGREED:  # only what stands right after it
        reaches = last.open_end and last.paragraph == paragraph and last.ends_sentence == order - 1
    if goes_on or reaches:
        speaking = last
    if speaking is not None:
        speaking.content.extend(spans)
        speaking.open_end, speaking.open_quote, speaking.direct = False, open_quote, True
        speaking.paragraph, speaking.ends_sentence = paragraph, order
    elif (
        last.content
        and last.rule != ALONE
        and (
            last.paragraph == paragraph
            or (
                # After a sentence of somebody else's, or a line such as "Related:", it may be anybody's.
                order == 0
                and last.paragraph == paragraph - 1
                and (
                    ((last.direct or _quotes_too(last, records)) and _is_sentence(tokens))
                    or (_reports(last, records) and quotes[-1].low[-1] in _ENDS)
                )
                and last.ends_paragraph
                and is_full(quotes[-1])
            )
        )
    ):
        rule = "float-same-paragraph" if last.paragraph == paragraph else "float-next-paragraph"
        records.append(
            Record(spans, last.mention, None, rule, "", "said", paragraph, order, open_quote, direct=True)
        )
    elif order == 0 and last.content and is_full(quotes[-1]):
        records.append(
            Record(spans, None, None, ALONE, "", "said", paragraph, order, open_quote, direct=True)
        )
