"""Write the labels that all front ends share: who is quoted, where, when, and how sure it is that it answers."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from bots.amounts import VOICES
from qa.answers import Answer, CorpusSummary, Outcome, Quote
from qa.archive.named_at import beside, named_at
from qa.archive.quote_lookup import whole_sentences
from qa.datatypes import Attribution, AttributionKind
from qa.language.lexicon.groups import ALONE_LED_BY_THE, GROUP_NOUNS, LED_BY_THE
from qa.understanding.line import in_words as day_in_words

if TYPE_CHECKING:
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

ANSWERS, PROBABLY = 0.7, 0.35
"""The lowest confidence with which a quote "answers it", and with which it "probably answers it"."""

STAGES: dict[Stage, str] = {
    "looking": "Looking for files",
    "reading": "Reading",
    "encoding": "Encoding",
    "chunking": "Cutting into passages",
    "attributing": "Finding who said what",
    "naming": "Listing the words of names",
    "publishing": "Publishing",
    "upgrading": "Bringing the library to this version's format",
    "moving": "Moving",
    "packing": "Packing what is stored into less room",
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
    """Name a speaker with "probably" where that is not certain, and with whom they speak for or with; "" for nobody.

    "Ada Quill", "probably Ada Quill", "Ned Pryce, for the Ports Authority", "a spokesperson for the Ports Authority",
    "Ada Quill with Tom Brandt and Pia Holt".

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
    if label and record is not None and record.together_with:
        *others, last = record.together_with
        label += f" with {', '.join(others)} and {last}" if others else f" with {last}"
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


def voices_in_words(answer: Answer) -> str:
    """Write who speaks on what was asked: "On this: Ada Quill 4, Ivo Brandt 2"; "" for fewer than two."""
    if len(answer.voices) < 2:
        return ""
    named = ", ".join(f"{name} {count:,}" for name, count in answer.voices[:VOICES])
    rest = len(answer.voices) - VOICES
    return f"On this: {named}{f' and {rest:,} more' if rest > 0 else ''}"


def side_heading(side: Answer) -> str:
    """Write of whom or of what one of several sides is: a speaker, or the question that it answers."""
    return side.heading or side.understood.speaker or ""


def place(quote: Quote) -> str:
    """Write where a quote stands in its article: "paragraph 3, characters 120–310", or "page 2, ..."."""
    if quote.page is not None:
        return f"page {quote.page}, characters {quote.start}–{quote.end}"
    *before, _ = re.split(r"\r\n|[\r\n]", quote.version.article.text[: quote.start])
    paragraph = 1 + sum(1 for line in before if line.strip())
    return f"paragraph {paragraph}, characters {quote.start}–{quote.end}"


_MOST_NAMED = 3
"""Outlets with the same words that are named."""


def also_in(quote: Quote) -> list[str]:
    """List the other outlets that print the same words; an article whose outlet is not known by its id."""
    sources = (*quote.also_in_sources, *[""] * len(quote.also_in))
    named = [source or article for source, article in zip(sources, quote.also_in, strict=False)]
    return [name for name in dict.fromkeys(named) if name != quote.version.article.source]


def also_in_words(quote: Quote) -> str:
    """Write in which other outlets the same words stand: "also in Bay Courier, Harwick Post"; "" if in none."""
    others = also_in(quote)
    # A line that stands on every page of a site is in all its articles.
    more = len(others) - _MOST_NAMED
    named = others if more < 2 else [*others[:_MOST_NAMED], f"{more:,} more"]
    return f"also in {', '.join(named)}" if named else ""


def corpus_in_words(corpus: CorpusSummary) -> str:
    """Write the size and the dates of the corpus: "7 articles, 17 January 2025 to 20 January 2025"."""
    articles = counted(corpus.articles, "article")
    if corpus.first_date is None or corpus.last_date is None:
        return articles
    return f"{articles}, {days_in_words(corpus.first_date, corpus.last_date)}"


def days_in_words(first: str | date, last: str | date) -> str:
    """Write from which day to which something goes: "17 January 2025 to 20 January 2025", of one day that day."""
    begin, end = in_words(first), in_words(last)
    return begin if begin == end else f"{begin} to {end}"


def how_sure(outcome: Outcome, confidence: float, *, best: bool = False) -> str:
    """Write how likely a quote answers: "answers it", "probably answers it", "may answer it"; "" where none does.

    Args:
        best: The quote is the one by which the outcome was decided: what is answered is never only "may".
    """
    if outcome is Outcome.UNSURE:
        return "may answer it"
    if outcome is not Outcome.ANSWERED:
        return ""
    if confidence >= ANSWERS:
        return "answers it"
    return "probably answers it" if best or confidence >= PROBABLY else "may answer it"


def how_sure_of(answer: Answer, quote: Quote) -> str:
    """Write how likely one of an answer's quotes answers; "" where all of somebody's are listed, and of an article."""
    if answer.understood.over_time or answer.understood.of_all or answer.article:
        return ""
    best = max((each.confidence for each in answer.quotes), default=0.0)
    return how_sure(answer.outcome, quote.confidence, best=quote.confidence >= best)


def begin_of(quote: Quote, room: int) -> str:
    """Return the beginning of a quote on one line, whole words, with a mark where something is left out."""
    text = " ".join(quote.text[: 2 * room].split())
    if len(text) <= room and len(quote.text) <= 2 * room:
        return text
    kept = text[: room + 1].rpartition(" ")[0] or text[:room]
    return f"{kept.rstrip(' ,;:')} …"


def named_in(quote: Quote) -> str:
    """Say where a speaker gets the name beside whose words none stands, only "he" or nothing; "" where one does."""
    place = named_at(quote)
    if place is None:
        return ""
    text, words = quote.version.article.text, " ".join(beside(quote).split())
    told = f"The article says “{words}” there" if words else "The article names no speaker there"
    where = "Before it" if place[0] < quote.start else "After it"
    start, end = whole_sentences(text, *place)
    cut = "… " if start < place[0] else "", " …" if place[1] < end else ""
    return f"{told}. {where}, the name stands in: “{cut[0]}{' '.join(text[slice(*place)].split())}{cut[1]}”"


def context_of(quote: Quote) -> str:
    """Return the sentence before a quote that it needs to be understood, on one line; "" where there is none."""
    if quote.context is None:
        return ""
    return " ".join(quote.version.article.text[slice(*quote.context)].split())
