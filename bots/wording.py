"""Sentences and labels that every front end shows alike."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from qa.datatypes import Answer, Attribution, AttributionKind, CorpusSummary, Nearest, Outcome, Quote
from qa.understanding.line import in_words as day_in_words
from qa.understanding.quoted import quotations

if TYPE_CHECKING:
    from qa.answering.comparison import Timeline
    from qa.ingest.report import Stage

KINDS = {
    AttributionKind.DIRECT: "",
    AttributionKind.MIXED: "partly in their own words",
    AttributionKind.INDIRECT: "reported",
    AttributionKind.ACCORDING: "according to",
    AttributionKind.DECLINED: "declined to comment",
    AttributionKind.DENIED: "denied",
}
UNDATED = "undated"
NO_SOURCE = "(no source)"
"""In the place of an outlet's name."""
CHANGED = "the article has changed since, or is gone"
NEAREST_ONLY = "What came nearest, and does not answer it:"
"""Above the one quote that is shown where nothing answers."""
_QUOTES_FOLLOW = " Nearest:"

STAGES: dict[Stage, str] = {
    "looking": "Looking for files",
    "reading": "Reading",
    "encoding": "Encoding",
    "chunking": "Cutting into passages",
    "attributing": "Finding who said what",
    "publishing": "Publishing",
}
"""What indexing does now, while a person waits."""


def as_sentence(words: str) -> str:
    """Return words with their first letter as a capital."""
    return words[:1].upper() + words[1:]


def in_words(day: str | date | None) -> str:
    """Return "18 January 2025" for an ISO date or moment; "undated" for None. Never the machine's locale."""
    if day is None:
        return UNDATED
    day = date.fromisoformat(day[:10]) if isinstance(day, str) else day
    return day_in_words(day)


def counted(number: int, noun: str) -> str:
    """Return "1 article", "1,200 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def who(quote: Quote) -> str:
    """Say who is quoted and how: "Marco Rubio (reported)"; the article's words for an unresolved speaker."""
    record = quote.attribution
    name = quote.speaker or _mention(quote)
    if not name or record is None:
        return name
    remarks = [KINDS[record.kind], "second-hand" if record.second_hand else ""]
    if record.ambiguous and not quote.speaker:
        remarks.append(f"{' or '.join(record.ambiguous)}?")
    told = ", ".join(remark for remark in remarks if remark)
    return f"{name} ({told})" if told else name


def _mention(quote: Quote) -> str:
    record: Attribution | None = quote.attribution
    if record is None or record.mention is None:
        return ""
    start, end = record.mention
    return f"“{quote.version.article.text[start:end]}”"


def place(quote: Quote) -> str:
    """Say where in its article a quote stands: "paragraph 3, characters 120–310", or "page 2, ..."."""
    if quote.page is not None:
        return f"page {quote.page}, characters {quote.start}–{quote.end}"
    *before, _ = re.split(r"\r\n|[\r\n]", quote.version.article.text[: quote.start])
    paragraph = 1 + sum(1 for line in before if line.strip())
    return f"paragraph {paragraph}, characters {quote.start}–{quote.end}"


def also_in(quote: Quote) -> list[str]:
    """Name the other outlets that have the same words; an article by its id where its outlet is not known."""
    sources = (*quote.also_in_sources, *[""] * len(quote.also_in))
    named = [source or article for source, article in zip(sources, quote.also_in, strict=False)]
    return [name for name in dict.fromkeys(named) if name != quote.version.article.source]


def corpus_in_words(corpus: CorpusSummary) -> str:
    """Return "7 articles, 17 to 20 January 2025" and the like."""
    articles = counted(corpus.articles, "article")
    if corpus.first_date is None or corpus.last_date is None:
        return articles
    if corpus.first_date[:10] == corpus.last_date[:10]:
        return f"{articles}, {in_words(corpus.first_date)}"
    return f"{articles}, {in_words(corpus.first_date)} to {in_words(corpus.last_date)}"


def timeline_ending(timeline: Timeline) -> str:
    """Say why a timeline is empty, or what it lacks; empty when it has its dates."""
    understood = timeline.understood
    speaker = understood.speaker or "The speaker"
    topic = f" on {understood.topic}" if understood.topic else ""
    if timeline.quotes:
        count = len(timeline.undated)
        if count > 1:
            return f"The last {count:,} are of articles without a date."
        return "The last is of an article without a date." if count else ""
    if timeline.undated:
        return f"No article that quotes {speaker}{topic} has a date: there is no order to show."
    if timeline.nearest is Nearest.OUTSIDE_DATES:
        return f"Not found: {speaker} is quoted{topic}, though only outside these dates."
    if timeline.nearest is Nearest.SPEAKER_NOT_ON_THIS:
        return f"Not found: {speaker} is quoted in these articles, though not{topic or ' on this'}."
    return f"Not found: {speaker} is not quoted{topic} ({corpus_in_words(timeline.corpus)})."


def sides_ending(answer: Answer) -> str:
    """Say for each compared speaker who has nothing to show why; empty when all have."""
    return " ".join(side_ending(side) for side in answer.sides if side.outcome is not Outcome.ANSWERED)


def side_ending(side: Answer) -> str:
    """Say how the answer for one compared speaker ended; empty when it has quotes to show."""
    return ending(side).removesuffix(_QUOTES_FOLLOW)


def asking_back(answer: Answer) -> str:
    """Ask which question is meant."""
    if answer.understood.ambiguous:
        return "Which one is meant?"
    if word := answer.understood.unexplained:
        return f"Nothing before this question says what “{word}” is. Did you mean:"
    return "This cannot be understood without more. Did you mean:"


def ending(answer: Answer) -> str:
    """Say how an answer ended when it did not simply answer; empty when it did."""
    understood = answer.understood
    if answer.sides:
        return sides_ending(answer)
    if answer.choices and not understood.ambiguous:
        return f"{asking_back(answer)} {' · '.join(answer.choices)}"
    if understood.ambiguous:
        return f"Which one: {' or '.join(understood.ambiguous)}? Ask again with the full name."
    if answer.outcome is Outcome.ANSWERED:
        return ""
    if answer.outcome is Outcome.NOT_FOUND:
        return f"Not found: nothing in these articles answers that ({corpus_in_words(answer.corpus)})."
    speaker = understood.speaker or "The speaker"
    topic = f" on {understood.topic}" if understood.topic else " on this"
    if understood.topic in quotations(understood.question):
        topic = " with these words"
    match answer.nearest:
        case Nearest.SPEAKER_NOT_ON_THIS:
            said = f"Not found: {speaker} is quoted in these articles, though not{topic}."
        case Nearest.OTHERS_ON_THIS:
            said = f"Not found: others are quoted{topic}, {speaker} is not."
        case Nearest.OTHER_WORDS:
            said = "Not found in these words."
        case Nearest.OUTSIDE_DATES | Nearest.OUTSIDE_SOURCES | Nearest.OUTSIDE_BOTH:
            said = f"Not found: {speaker} is quoted{topic}, though only outside these bounds."
        case None:
            said = "Not found."
    return said + _QUOTES_FOLLOW
