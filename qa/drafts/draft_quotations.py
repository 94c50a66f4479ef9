"""Find what a draft gives to others: its quotations, block quotations and reported statements, with their speakers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qa.archive.quote_lookup import attribution_at
from qa.attribution.extractor import extract
from qa.attribution.time_limit import TookTooLong, within
from qa.datatypes import Article, Attribution, AttributionKind, Polarity, Span
from qa.drafts.block_quotations import MarkedText, with_marks
from qa.drafts.credits import CREDIT_PARTS, DAY, Credit, Credits, How
from qa.drafts.draft_text import DraftText
from qa.drafts.plain_markup import without_markup
from qa.drafts.verdicts import CREDITED, DraftQuotation
from qa.drafts.wording import trimmed
from qa.language.lexicon.function_words import SUBJECT_PRONOUNS
from qa.language.quotations import Quotation, by_paragraph, in_paragraph
from qa.language.spans import length, shared
from qa.reading.dates import normalised
from qa.speakers.known import KnownSpeakers
from qa.speakers.names import fold

MOST_ATTRIBUTED = 300_000
"""Characters of a draft whose speakers are looked for: a book takes minutes."""
MOST_SECONDS = 60.0
_NAMES_SOURCE = (
    r"(?:told|tells|to|in|by|with|from|reported|reports|wrote|writes|according to)\s+(?:the\s+|The\s+)?"
)
_HOW_CREDITED: Mapping[How, tuple[AttributionKind, Polarity]] = {
    "said": (AttributionKind.DIRECT, "said"),
    "told": (AttributionKind.INDIRECT, "said"),
    "denied": (AttributionKind.DENIED, "denied"),
    "declined": (AttributionKind.DECLINED, "declined"),
}
_REPORTING = frozenset("report reports reported reporting write writes wrote written".split())
_LEAST_OUTLET = 3
_BEFORE, _AFTER = 60, 40
"""How many characters of a draft before a quotation are looked at, and of the next quotation."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotation in its paragraph: `first` to `last` is what stands beside it, up to its neighbours."""

    quotation: Quotation
    first: int
    last: int
    goes_on: str = ""
    block: bool = False
    within: Span | None = None
    """The block quotation that it stands in."""


class _Reading:
    """A draft as it is read for its quotations: what its people say, which outlets it may name."""

    def __init__(self, draft: DraftText, outlets: Collection[str], known: KnownSpeakers | None) -> None:
        self.draft = draft
        self.marked: MarkedText = without_markup(with_marks(draft.text, draft.blocks))
        self.text = self.marked.text
        self.records = _records(replace(draft.article, text=self.text))
        self.outlets = _outlet_pattern(outlets)
        self.papers = {fold(_bare(name)): _bare(name) for name in outlets}
        self.credits = Credits(self.text, self.papers, known)
        self.line_starts = draft.line_starts

    def origin(self, start: int, end: int) -> Span:
        return self.marked.origin(start), self.marked.origin(end - 1) + 1

    def position(self, at: int) -> tuple[int, int]:
        """Return the line and column of a place of the draft."""
        line = bisect_right(self.line_starts, at)
        return self.draft.above + line, 1 + at - self.line_starts[line - 1]


def quotations_of(
    draft: DraftText, outlets: Collection[str] = (), known: KnownSpeakers | None = None
) -> list[DraftQuotation]:
    """Return the quotations of a draft and what it reports without marks, in order, each with its speaker by the draft.

    Args:
        outlets: The names of the archive's outlets, to see which one the draft names.
        known: Who speaks in the archive, to see whom the draft credits where no sentence says so.
    """
    reading = _Reading(draft, outlets, known)
    quoted = [each for each in (_quotation(reading, found) for found in _found(reading)) if each is not None]
    return sorted([*quoted, *_statements(reading)], key=lambda each: (each.start, -each.end))


def given_to(quotation: DraftQuotation, speaker: str) -> DraftQuotation:
    """Return a quotation as a speaker's words, unless its draft was read as naming one.

    "Monday said: “...”" is no sentence about a speaker, and "the mayor said: “...”" names none: who asks whether the
    words are theirs is told that they are somebody's, and not certainly another one's.
    """
    record = quotation.record
    if quotation.kind == "statement" or (record is not None and (record.speaker or record.speaks_for)):
        return quotation
    words = ((quotation.start, quotation.end),)
    record = Attribution(
        words, None, None, speaker, AttributionKind.DIRECT, CREDITED, 1.0, name_confidence=0.0
    )
    return replace(quotation, speaker=speaker, record=record, mention="")


def _found(reading: _Reading) -> Iterator[_Found]:
    text = reading.text
    waiting: list[_Found] = []
    opened: Quotation | None = None
    for paragraph, quotations in by_paragraph(text):
        blocks = [span for span in reading.marked.blocks if paragraph.start <= span[0] < paragraph.end]
        if blocks:
            yield from waiting
            waiting, opened = [], None
            for start, end in blocks:
                block = Quotation(start - 1, end + 1, start, end, True)
                yield _Found(block, block.start, block.end, block=True)
                for first, each, last, goes_on in _beside(text, in_paragraph(text, start, end), (start, end)):
                    yield _Found(each, first, last, goes_on, within=(start, end))
            continue
        for first, each, last, goes_on in _beside(text, quotations, (paragraph.start, paragraph.end)):
            whole = each
            if opened is not None and each.start == each.inner_start:
                # It goes on in a line or a paragraph of its own: one quotation with what is between.
                whole = replace(each, start=opened.start, inner_start=opened.inner_start)
                waiting = waiting[:-1]
            opened = None if each.closed else whole
            yield from waiting
            waiting = [_Found(whole, min(first, whole.start), last, goes_on)]
    yield from waiting


def _beside(
    text: str, quotations: Sequence[Quotation], span: Span
) -> Iterator[tuple[int, Quotation, int, str]]:
    """Yield each quotation of a span with where its neighbours end and begin, and how the next one begins."""
    for number, each in enumerate(quotations):
        first = quotations[number - 1].end if number else min(each.start, span[0])
        following = quotations[number + 1] if number + 1 < len(quotations) else None
        goes_on = text[following.inner_start : following.inner_start + _AFTER] if following else ""
        yield first, each, following.start if following else span[1], goes_on


def _quotation(reading: _Reading, found: _Found) -> DraftQuotation | None:
    text, each = reading.text, found.quotation
    inner = text[each.inner_start : each.inner_end]
    words = trimmed(inner)
    if not words:
        return None
    start = each.inner_start + inner.index(words)
    record = _record(reading, start, start + len(words), found.within)
    beside = text[found.first : each.start] + " " + text[each.end : found.last]
    named = [match["outlet"] for match in reading.outlets.finditer(beside)] if reading.outlets else []
    if record is not None and (paper := _reporting_outlet(record, text, reading.papers)):
        record = None
        named.append(paper)
    credit = reading.credits.label(each.start, each.end)
    if credit is None and not _names_beside(record, text, each):
        credit = reading.credits.beside(each.start, each.end)
    if credit is None and _speaker(record, text) is None:
        credit = reading.credits.else_named(each.start, each.end)
    if credit is not None:
        credited = text[slice(*credit.span)]
        named += _outlets_in(credited, reading.papers)
        beside += "\n" + credited
        record = _credited(credit, text, (start, start + len(words)))
    own = reading.origin(start, start + len(words))
    line, column = reading.position(own[0] if found.block else reading.marked.origin(each.start))
    return DraftQuotation(
        reading.draft.name, words, *own, line, column, _speaker(record, text), record,
        kind="block" if found.block else "quotation",
        mention=_mention(record, text),
        before=text[max(found.first, each.start - _BEFORE) : each.start],
        goes_on=found.goes_on,
        outlets=tuple(dict.fromkeys(named)),
        days=tuple(dict.fromkeys(filter(None, map(normalised, DAY.findall(beside))))),
        speakers_read=reading.records is not None,
    )  # fmt: skip


def _record(reading: _Reading, start: int, end: int, block: Span | None) -> Attribution | None:
    """Return what a draft says of some words; of a quotation inside a block quotation, only what the block says."""
    records = reading.records or ()
    if block is not None:
        records = [each for each in records if block[0] < each.start and each.end < block[1]]
    found = attribution_at(start, end, ((each, None) for each in records if each.polarity == "said"))
    return found[0] if found else None


def _names_beside(record: Attribution | None, text: str, quotation: Quotation) -> bool:
    """Return whether a sentence of the draft names the speaker, in the line of the quotation."""
    if record is None or record.mention is None or record.cue is None:
        return False
    if not (record.speaker or record.speaks_for):
        return False
    first, last = sorted((record.mention, (quotation.start, quotation.end)))
    return "\n" not in text[first[1] : last[0]]


def _credited(credit: Credit, text: str, words: Span) -> Attribution:
    """Return a record of words that are credited to somebody, or to no name."""
    name = " ".join(text[slice(*credit.name)].split()) if credit.name else None
    kind, polarity = _HOW_CREDITED[credit.how]
    mention, likely = (credit.name, 1.0) if credit.sure else (None, 0.0)
    return Attribution((words,), mention, None, name, kind, CREDITED, 1.0, polarity, name_confidence=likely)


def _outlets_in(credit: str, papers: Mapping[str, str]) -> list[str]:
    """Return the outlets that a credit names, between its commas."""
    parts = (fold(_bare(part.strip(" .*_"))) for part in CREDIT_PARTS.split(credit))
    return [papers[part] for part in parts if part in papers]


def _statements(reading: _Reading) -> Iterator[DraftQuotation]:
    """Yield what a draft reports of somebody in its own words."""
    text = reading.text
    quoted = [(each.start, each.end) for _, found in by_paragraph(text) for each in found]
    for record in reading.records or ():
        if record.polarity not in ("said", "denied") or _reporting_outlet(record, text, reading.papers):
            continue
        words = trimmed(" ".join(text[slice(*span)] for span in record.content))
        outside = length(record.content) - shared(record.content, quoted)
        # What is mostly in quotation marks is checked as a quotation.
        if not words or 2 * outside < record.end - record.start:
            continue
        start, end = reading.origin(record.start, record.end)
        yield DraftQuotation(
            reading.draft.name, words, start, end, *reading.position(start), _speaker(record, text), record,
            kind="statement", mention=_mention(record, text),
        )  # fmt: skip


def _records(article: Article) -> Sequence[Attribution] | None:
    """Return what a draft has people say; None where it is too long to be read for that."""
    if len(article.text) > MOST_ATTRIBUTED:
        return None
    try:
        with within(MOST_SECONDS):
            return extract(article)
    except TookTooLong:
        return None


def _reporting_outlet(record: Attribution, text: str, papers: Collection[str]) -> str | None:
    """Return the outlet that reports the words by a draft: they are not its own.

    "the Coast Gazette reported", and "Coast Gazette" alone, as a signature.
    """
    cue = text[slice(*record.cue)].casefold().split() if record.cue else []
    name = _bare(record.speaker or record.speaks_for or "")
    return name if fold(name) in papers and (not cue or _REPORTING & set(cue)) else None


def _bare(outlet: str) -> str:
    return outlet.removeprefix("The ").removeprefix("the ")


def _speaker(record: Attribution | None, text: str) -> str | None:
    if record is None:
        return None
    if record.speaker or record.speaks_for:
        return record.speaker or record.speaks_for
    mention = _mention(record, text)
    return mention if mention and mention.casefold() not in SUBJECT_PRONOUNS else None


def _mention(record: Attribution | None, text: str) -> str:
    return " ".join(text[slice(*record.mention)].split()) if record is not None and record.mention else ""


def _outlet_pattern(outlets: Collection[str]) -> re.Pattern[str] | None:
    names = {bare for name in outlets if len(bare := name.removeprefix("The ")) >= _LEAST_OUTLET}
    if not names:
        return None
    # The longest first: "Post" of "Post Weekly" is no outlet.
    bare = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.compile(rf"\b{_NAMES_SOURCE}(?P<outlet>{bare})(?!\w)")
