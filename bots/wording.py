"""Write the sentences and labels that all front ends share, such as how an answer ended and who is quoted."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.datatypes import Answer, Attribution, AttributionKind, CorpusSummary, Meta, Nearest, Outcome, Quote
from qa.language.lexicon.groups import ALONE_LED_BY_THE, GROUP_NOUNS, LED_BY_THE
from qa.understanding.line import in_words as day_in_words
from qa.understanding.quoted import asked_words

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
BY_HAND = "set by hand"
"""Marks a speaker whom a person set."""
UNDATED = "undated"
NO_SOURCE = "(no source)"
"""Stands in place of an outlet's name."""
CHANGED = "the article has changed since, or is gone"
NEAREST_ONLY = "The nearest quote, which does not answer the question:"
"""Stands above the one quote that is shown where nothing answers."""
_QUOTES_FOLLOW = " Nearest:"

STAGES: dict[Stage, str] = {
    "looking": "Looking for files",
    "reading": "Reading",
    "encoding": "Encoding",
    "chunking": "Cutting into passages",
    "attributing": "Finding who said what",
    "publishing": "Publishing",
}
"""What to show a person who waits, for each stage of indexing."""


def as_sentence(words: str) -> str:
    """Return words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def in_words(day: str | date | None) -> str:
    """Write an ISO date or moment as "18 January 2025", None as "undated"; never in the machine's locale."""
    if day is None:
        return UNDATED
    day = date.fromisoformat(day[:10]) if isinstance(day, str) else day
    return day_in_words(day)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: "1 article", "1,200 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def who(quote: Quote) -> str:
    """Name the speaker of a quote and how it is given: "Marco Rubio (reported)"; unresolved, by the article's words."""
    record = quote.attribution
    name = speaker_label(record, quote.speaker) or _mention(quote)
    if record is not None and record.corrected and not name:
        return f"speaker not known ({BY_HAND})"
    if not name or record is None:
        return name
    remarks = [KINDS[record.kind], "second-hand" if record.second_hand else ""]
    if record.ambiguous and not quote.speaker:
        remarks.append(f"{' or '.join(record.ambiguous)}?")
    if record.corrected:
        remarks.append(BY_HAND)
    remark = ", ".join(each for each in remarks if each)
    return f"{name} ({remark})" if remark else name


def speaker_label(record: Attribution | None, name: str | None) -> str:
    """Name a speaker with "probably" where that is not certain, and with whom they speak for; "" for nobody.

    "Ada Quill", "probably Ada Quill", "Ned Pryce, for the Ports Authority", "a spokesperson for the Ports Authority".

    Args:
        name: The speaker's name in the archive.
    """
    body = record.speaks_for if record is not None else None
    if body and not name:
        label = f"a spokesperson for {with_the(body)}"
    elif body and body != name:
        label = f"{name}, for {with_the(body)}"
    else:
        label = name or ""
    return f"probably {label}" if label and record is not None and not record.certain else label


def with_the(name: str) -> str:
    """Put "the" before a name that takes it within a sentence: "the Ports Authority", "the FBI", but "Boeing".

    By its last word, or by the noun before "of" or "for": "the University of Harwick", but "Harwick University".
    """
    words = name.casefold().split()
    if not words or words[0] == "the" or any(word.endswith(("'s", "’s")) for word in words[:-1]):
        return name
    if len(words) == 1:
        return f"the {name}" if words[0] in ALONE_LED_BY_THE else name
    heads = {word for word, after in pairwise(words) if after in ("of", "for")}
    return f"the {name}" if words[-1] in LED_BY_THE or not heads.isdisjoint(GROUP_NOUNS) else name


def _mention(quote: Quote) -> str:
    record: Attribution | None = quote.attribution
    if record is None or record.mention is None:
        return ""
    start, end = record.mention
    return f"“{quote.version.article.text[start:end]}”"


def place(quote: Quote) -> str:
    """Write where a quote stands in its article: "paragraph 3, characters 120–310", or "page 2, ..."."""
    if quote.page is not None:
        return f"page {quote.page}, characters {quote.start}–{quote.end}"
    *before, _ = re.split(r"\r\n|[\r\n]", quote.version.article.text[: quote.start])
    paragraph = 1 + sum(1 for line in before if line.strip())
    return f"paragraph {paragraph}, characters {quote.start}–{quote.end}"


def also_in(quote: Quote) -> list[str]:
    """List the other outlets that print the same words; an article whose outlet is not known by its id."""
    sources = (*quote.also_in_sources, *[""] * len(quote.also_in))
    named = [source or article for source, article in zip(sources, quote.also_in, strict=False)]
    return [name for name in dict.fromkeys(named) if name != quote.version.article.source]


def corpus_in_words(corpus: CorpusSummary) -> str:
    """Write the size and the dates of the corpus: "7 articles, 17 January 2025 to 20 January 2025"."""
    articles = counted(corpus.articles, "article")
    if corpus.first_date is None or corpus.last_date is None:
        return articles
    if corpus.first_date[:10] == corpus.last_date[:10]:
        return f"{articles}, {in_words(corpus.first_date)}"
    return f"{articles}, {in_words(corpus.first_date)} to {in_words(corpus.last_date)}"


def timeline_ending(timeline: Timeline) -> str:
    """Write why a timeline is empty or lacks dates; "" where nothing is missing."""
    understood = timeline.understood
    speaker = understood.speaker or "The speaker"
    topic = f" on {understood.topic}" if understood.topic else ""
    if timeline.quotes:
        count = len(timeline.undated)
        if count > 1:
            return f"The last {count:,} are from articles without a date."
        return "The last is from an article without a date." if count else ""
    if timeline.undated:
        return f"No article that quotes {speaker}{topic} has a date, so there is no order to show."
    if timeline.nearest is Nearest.OUTSIDE_DATES:
        return f"Not found: {speaker} is quoted{topic}, though only outside these dates."
    if timeline.nearest is Nearest.SPEAKER_NOT_ON_THIS:
        return f"Not found: {speaker} is quoted in these articles, though not{topic or ' on this'}."
    return f"Not found: {speaker} is not quoted{topic} ({corpus_in_words(timeline.corpus)})."


def sides_ending(answer: Answer) -> str:
    """Write for each compared speaker without quotes why there are none; "" where all have some."""
    return " ".join(side_ending(side) for side in answer.sides if side.outcome is not Outcome.ANSWERED)


def side_ending(side: Answer) -> str:
    """Write why there are no quotes of one compared speaker; "" where there are some."""
    return ending(side).removesuffix(_QUOTES_FOLLOW)


def asking_back(answer: Answer) -> str:
    """Write the question that the program asks back when it cannot tell what is meant."""
    if answer.understood.ambiguous:
        return "Which one do you mean?"
    if word := answer.understood.unexplained:
        return f"Nothing before this question says what “{word}” is. Did you mean:"
    return "This question lacks something. Did you mean:"


def meta_in_words(answer: Answer) -> str:
    """Write the reply to what asked the articles nothing."""
    corpus = corpus_in_words(answer.corpus)
    match answer.meta:
        case Meta.GREETING:
            return f"Hello. Ask what somebody said, in plain words: I quote the articles here ({corpus})."
        case Meta.THANKS:
            return "You are welcome."
        case Meta.PROGRAM:
            return (
                f"I answer questions about the articles here ({corpus}) in their own words: who said what, verbatim, "
                "with speaker, source and date. I read English, and I say so where the articles do not answer. "
                "Ask “What did X say about Y?”, “Who said ...?”, or a name or a topic alone."
            )
        case Meta.ARCHIVE:
            return f"In here: {corpus}."
        case _:
            return ""


def ending(answer: Answer) -> str:
    """Write how a question ended that was not simply answered; "" where it was."""
    understood = answer.understood
    if answer.sides:
        return sides_ending(answer)
    if answer.choices and not understood.ambiguous:
        return f"{asking_back(answer)} {' · '.join(answer.choices)}"
    if understood.ambiguous:
        return f"Which one: {' or '.join(understood.ambiguous)}? Ask again with the full name."
    if answer.outcome is Outcome.ANSWERED:
        return ""
    if answer.outcome is Outcome.META:
        return meta_in_words(answer)
    if answer.outcome is Outcome.UNSURE:
        return "This may answer it:"
    if answer.outcome is Outcome.NOT_FOUND:
        return f"Not found: nothing in these articles answers that ({corpus_in_words(answer.corpus)})."
    speaker = understood.speaker or "The speaker"
    topic = f" on {understood.topic}" if understood.topic else " on this"
    if understood.topic in asked_words(understood):
        topic = " with these words"
    match answer.nearest:
        case Nearest.SPEAKER_NOT_ON_THIS:
            said = f"Not found: {speaker} is quoted in these articles, though not{topic}."
        case Nearest.OTHERS_ON_THIS:
            said = f"Not found: others are quoted{topic}, but {speaker} is not."
        case Nearest.OTHER_WORDS:
            said = "Not found in these words."
        case Nearest.OUTSIDE_DATES | Nearest.OUTSIDE_SOURCES | Nearest.OUTSIDE_BOTH:
            said = (
                f"Not found: {speaker} is quoted{topic}, though only outside the dates or outlets asked for."
            )
        case None:
            said = f"I found no words of {speaker}’s{topic}." if understood.speaker else "Not found."
    return said + _QUOTES_FOLLOW
