"""Who said what in an article: rules over typography and reporting verbs, no parser."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass

from qa.attribution.confidence import CONFIDENCE, UNKNOWN
from qa.attribution.people import interviews
from qa.attribution.people.resolving import resolve
from qa.attribution.speech import floating, nouns, reporting, wordings
from qa.attribution.speech.clauses import Found, Polarity, of_cue
from qa.attribution.speech.extents import DASHES, is_full
from qa.attribution.speech.groups import Cue
from qa.attribution.speech.silence import BEGIN, silence
from qa.attribution.speech.targets import Names
from qa.attribution.speech.tokens import Kind, Sentence, Token, paragraphs
from qa.datatypes import Article, Attribution, AttributionKind, Span, merged
from qa.language.lexicon.reporting_nouns import NOUNS
from qa.language.lexicon.reporting_verbs import ABOUT, PARTICLED, VERBS
from qa.language.lexicon.verb_classes import SET_APART
from qa.language.quotations import by_paragraph
from qa.language.sentences import Paragraph

# Within what somebody says: somebody else who speaks.
_SECOND_HAND = re.compile(
    r"\b(?:(?!I\b|We\b|You\b)[A-Z][\w'’-]+|officials|doctors|police)\s+(?:(?:has|had|have|once|also|then)\s+)?"
    r"(?:said|told|says|tells|claimed|wrote|announced|warned|promised)\b"
)
_SPOKEN = frozenset(verb.lemma for verb in VERBS.values() if verb.frames & {"say", "tell", "write"})
_REPORTS = frozenset(("say", "tell", "write", "quote"))
_BEGIN = BEGIN | nouns.ACCORDING
_CUES = PARTICLED | frozenset(VERBS) | frozenset(ABOUT) | frozenset(NOUNS) | _BEGIN
_QUOTE_OR_MARK = frozenset((Kind.QUOTE, Kind.MARK))
CAPTION = "caption"
AGREED = "agreed"
_CONTINUES = frozenset((CAPTION, "quote-left-of-cue", "quote-inverted", "quote-right", "colon"))


@dataclass(slots=True)
class Record:
    """An attribution in offsets, while the sentences behind it may still add to it."""

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
    """Its sentence is the last of its paragraph, so that a quotation right behind it may go on with it."""


def extract(article: Article) -> list[Attribution]:
    """Return the attributions of an article in the order of their contents, speakers resolved within it."""
    return kept(resolve(article, find(article)))


def kept(records: Sequence[Attribution]) -> list[Attribution]:
    """Drop what only a known person before a colon makes speech: "Result: “...”" has nobody's words."""
    return [
        record
        for record in records
        if record.rule not in (CAPTION, nouns.COLON) or record.speaker or record.ambiguous
    ]


def find(article: Article) -> list[Attribution]:
    """Return the attributions of an article with their mentions, before any mention has become a name."""
    read = paragraphs(article.text)
    alone = [paragraph for paragraph, _ in read]
    labels = floating.labels(article.text, alone) | interviews.answers(article.text, alone)
    records: list[Record] = []
    for number, (_, sentences) in enumerate(read):
        label = labels.get(number)
        if label is not None:
            records.append(
                Record([label.content], label.mention, None, label.rule, ":", "said", number, direct=True)
            )
            continue
        if _set_apart(sentences, number, records):
            continue
        for order, sentence in enumerate(sentences):
            following = sentences[order + 1] if order + 1 < len(sentences) else None
            if following is None and number + 1 < len(read):
                # A signature may have a line of its own.
                following = read[number + 1][1][0]
                following = following if following.tokens[0].low in floating.DASHES else None
            _read(sentence, following, order, records, headline=number == 0)
        if records and records[-1].paragraph == number:
            records[-1].ends_paragraph = records[-1].ends_sentence == len(sentences) - 1
    return finish(article, [r for r in records if r.content], read)


def _set_apart(sentences: Sequence[Sentence], number: int, records: Sequence[Record]) -> bool:
    """Give a paragraph without quotation marks to whom a line of its own leads in: "Quill writes:"."""
    last = records[-1] if records else None
    if last is None or not last.open_end or last.content or last.paragraph != number - 1:
        return False
    if last.lemma not in SET_APART or any(sentence.quotes for sentence in sentences):
        return False
    last.content.append((sentences[0].start, sentences[-1].end))
    last.rule, last.open_end, last.direct = "block", False, False
    return True


def _read(
    sentence: Sentence, following: Sentence | None, order: int, records: list[Record], *, headline: bool
) -> None:
    tokens, paragraph = _without_dateline(sentence.tokens), sentence.paragraph
    signed = floating.signature(tokens, following.tokens if following is not None else [])
    if signed is not None:
        quote, name = signed
        records.append(Record([quote], name, None, "dash", "", "said", paragraph, order, direct=True))
        return
    words = {token.low for token in tokens}
    captioned = floating.caption(tokens) if sentence.quotes and ":" in words else None
    if captioned is not None:
        quote, name = captioned
        records.append(Record([quote], name, None, CAPTION, ":", "said", paragraph, order, direct=True))
        return
    if tokens[0].kind in _QUOTE_OR_MARK and _is_only_quotes(tokens):
        _continue_or_float(tokens, order, paragraph, records)
        return
    found = _attributions(tokens, words, sentence.quotes, title_case=headline)
    if not found and sentence.quotes and _mostly_quoted(tokens):
        # `Unless they quit, "it is over."` behind that speaker's own words is still theirs.
        _continue(sentence.start, tokens, order, paragraph, records)
    for one in found:
        records.append(_record(tokens, one, order, paragraph))


def _without_dateline(tokens: list[Token]) -> list[Token]:
    """Drop "DOVER, Del., Jan. 5 (AP) —" from a sentence's beginning."""
    for i, token in enumerate(tokens[:14]):
        if token.low in DASHES and 0 < i + 1 < len(tokens):
            return tokens[i + 1 :]
        if token.kind not in (Kind.NAME, Kind.NUMBER, Kind.MARK):
            break
    return tokens


def _attributions(
    tokens: Sequence[Token], words: Set[str], has_quote: bool, *, title_case: bool
) -> list[Found]:
    if not has_quote and words.isdisjoint(_CUES) and tokens[-1].low != ":":
        return []
    found: list[Found] = []
    claimed: list[tuple[int, int]] = []

    def free(candidate: Found) -> bool:
        return not any(a < d and c < b for a, b in claimed for c, d in candidate.parts)

    verbs = reporting.find(tokens, title_case=title_case)
    floor = 0
    for i, token in enumerate(tokens if not words.isdisjoint(_BEGIN) else ()):
        if token.low not in _BEGIN:
            continue
        candidate = nouns.according_to(tokens, i) if token.low in nouns.ACCORDING else silence(tokens, i)
        if candidate is not None and token.low in nouns.TOLD and _reports_too(verbs, candidate):
            candidate = None  # "As reported by a paper, Quill said so": the words are Quill's
        if candidate is not None and candidate.rule == "according-to" and has_quote:
            # `"Yes," Quill said, according to a paper`: the words are Quill's.
            inner = [of_cue(tokens, v, [], 0) for v in verbs if v.verb_at < i]
            if any(one is not None and one.rule.startswith("quote-") for one in inner):
                candidate = None
        if candidate is not None and free(candidate):
            found.append(candidate)
            claimed.extend(candidate.parts)
            if candidate.rule == "declined":
                verbs = [v for v in verbs if v.verb_at not in range(candidate.cue[0], candidate.parts[-1][1])]
    if len(verbs) > 1 and not has_quote and verbs[-1].verb.lemma in ("say", "write") and not found:
        # "They could say yes, he stressed": what ends the sentence reports all of it.
        candidate = of_cue(tokens, verbs[-1], [], 0)
        if candidate is not None and candidate.rule == "clause-before":
            return [candidate]
    for order, cue in _main_clauses_first(verbs):
        if any(a <= cue.verb_at < b for a, b in claimed):
            continue
        candidate = of_cue(tokens, cue, verbs[order + 1 :], floor)
        if candidate is None or not (free(candidate) or candidate.open_end):
            continue
        found.append(candidate)
        claimed.extend(candidate.parts)
        floor = max([floor, cue.end, *(b for _, b in candidate.parts)])
    for i in range(len(tokens) if not words.isdisjoint(NOUNS) else 0):
        candidate = nouns.noun_cue(tokens, i)
        if candidate is not None and free(candidate) and not any(a <= i < b for a, b in claimed):
            found.append(candidate)
            claimed.extend(candidate.parts)
    for i, token in enumerate(tokens if not words.isdisjoint(wordings.BEGIN) else ()):
        candidate = wordings.wording(tokens, i, quotes=has_quote) if token.low in wordings.BEGIN else None
        if candidate is not None and free(candidate):
            found.append(candidate)
            claimed.extend(candidate.parts)
    if ":" in words and (has_quote or tokens[-1].low == ":"):
        for i in range(len(tokens)):
            candidate = nouns.before_colon(tokens, i) if tokens[i].low == ":" else None
            if candidate is not None and free(candidate) and not any(f.open_end for f in found):
                found.append(candidate)
                claimed.extend(candidate.parts)
    return sorted(found, key=lambda f: f.parts[0] if f.parts else (len(tokens), 0))


def _reports_too(verbs: Sequence[Cue], candidate: Found) -> bool:
    outside = (verb for verb in verbs if not candidate.cue[0] <= verb.verb_at < candidate.cue[1])
    return any(verb.frames & _REPORTS for verb in outside)


def _main_clauses_first(verbs: Sequence[Cue]) -> list[tuple[int, Cue]]:
    """Return the verbs in order, but a relative clause behind the verb that its subject is for.

    In `"Yes," Quill, who endorsed nobody, told a paper` the quotation belongs to "told".
    """
    mains = {cue.subject[0]: order for order, cue in enumerate(verbs) if cue.subject and cue.how == "left"}

    def place(item: tuple[int, Cue]) -> float:
        order, cue = item
        if cue.how == "relative" and cue.subject and mains.get(cue.subject[0], -1) > order:
            return mains[cue.subject[0]] + 0.5
        return order

    return sorted(enumerate(verbs), key=place)


def _record(tokens: Sequence[Token], found: Found, order: int, paragraph: int) -> Record:
    content = [(tokens[a].start, tokens[b - 1].end) for a, b in found.parts]
    mention = None
    if found.mention is not None:
        mention = (tokens[found.mention[0]].start, tokens[found.mention[1] - 1].end)
    cue = (tokens[found.cue[0]].start, tokens[found.cue[1] - 1].end)
    quotes = [t for a, b in found.parts for t in tokens[a:b] if t.kind is Kind.QUOTE]
    return Record(
        content, mention, cue, found.rule, found.lemma, found.polarity, paragraph, order,
        open_quote=bool(quotes) and quotes[-1].quote is not None and not quotes[-1].quote.closed,
        open_end=found.open_end,
        direct=bool(quotes),
    )  # fmt: skip


def _is_only_quotes(tokens: Sequence[Token]) -> bool:
    kinds = {t.kind for t in tokens}
    return Kind.QUOTE in kinds and kinds <= _QUOTE_OR_MARK


def _mostly_quoted(tokens: Sequence[Token]) -> bool:
    quoted = sum(t.end - t.start for t in tokens if t.kind is Kind.QUOTE)
    return 2 * quoted > tokens[-1].end - tokens[0].start and quoted > 40


def _speaking(order: int, paragraph: int, records: Sequence[Record]) -> Record | None:
    """Return the direct speech that ended with the sentence before this one."""
    for record in reversed(records[-4:]):
        if record.paragraph == paragraph and record.ends_sentence == order - 1 and record.direct:
            return record
    return None


def _continue(start: int, tokens: Sequence[Token], order: int, paragraph: int, records: list[Record]) -> None:
    speaking = _speaking(order, paragraph, records)
    if speaking is not None and speaking.rule in _CONTINUES:
        speaking.content.append((start, tokens[-1].end))
        speaking.ends_sentence = order


def _continue_or_float(tokens: Sequence[Token], order: int, paragraph: int, records: list[Record]) -> None:
    """Give a sentence that is nothing but a quotation to whoever was just speaking."""
    quotes = [t for t in tokens if t.kind is Kind.QUOTE]
    spans = [(t.start, t.end) for t in quotes]
    open_quote = quotes[-1].quote is not None and not quotes[-1].quote.closed
    last = records[-1] if records else None
    if last is None or last.polarity == "declined":
        return
    speaking = _speaking(order, paragraph, records)
    goes_on = last.direct and last.open_quote and last.paragraph == paragraph - 1
    reaches = last.open_end and last.paragraph >= paragraph - 1
    if last.rule == AGREED:  # only what stands right behind
        reaches = last.open_end and last.paragraph == paragraph and last.ends_sentence == order - 1
    if goes_on or reaches:
        speaking = last
    if speaking is not None:
        speaking.content.extend(spans)
        speaking.open_end, speaking.open_quote, speaking.direct = False, open_quote, True
        speaking.paragraph, speaking.ends_sentence = paragraph, order
    elif last.content and (
        last.paragraph == paragraph
        or (
            # Behind a sentence of somebody else's, or a line such as "Related:", it may be anybody's.
            order == 0
            and last.paragraph == paragraph - 1
            and last.direct
            and last.ends_paragraph
            and is_full(quotes[-1])
        )
    ):
        rule = "float-same-paragraph" if last.paragraph == paragraph else "float-next-paragraph"
        records.append(
            Record(spans, last.mention, None, rule, "", "said", paragraph, order, open_quote, direct=True)
        )


def finish(
    article: Article, records: Sequence[Record], read: Sequence[tuple[Paragraph, list[Sentence]]]
) -> list[Attribution]:
    """Give records what follows from their offsets, such as kind, confidence and targets, and order them."""
    text = article.text
    names = Names(text, article.title, [(paragraph.start, paragraph.end) for paragraph, _ in read])
    quoted = [(q.start, q.end) for _, quotes in by_paragraph(text) for q in quotes]
    result: list[Attribution] = []
    for record in records:
        content = tuple(merged(record.content))
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
                second_hand=any(_SECOND_HAND.search(text, *span) for span in content),
                targets=names.targets(content, record.paragraph, mention),
            )
        )
    return sorted(result, key=lambda a: a.content)


def _kind(text: str, content: Sequence[Span], quoted: Sequence[Span], record: Record) -> AttributionKind:
    if record.polarity in ("declined", "denied"):
        return AttributionKind(record.polarity)
    if record.polarity == "not" and record.lemma in _SPOKEN:
        return AttributionKind.DECLINED  # "did not say whether"
    if record.rule == "according-to":
        return AttributionKind.ACCORDING
    if record.rule in ("transcript", "block", interviews.RULE):
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
