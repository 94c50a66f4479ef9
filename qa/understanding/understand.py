"""Parse a question into what it asks for: who, about what, when, where; without a model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from qa.answers import QuestionKind, Understanding
from qa.errors import UsageError
from qa.language.lexicon.function_words import ADVERBS
from qa.language.lexicon.question_words import ANYTHING
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.asked_speaker import (
    AskedArchive,
    AskedSpeaker,
    Occurs,
    names_several,
    of_dominant,
    resolve_speaker,
)
from qa.understanding.asked_topic import topic_in_time
from qa.understanding.browsing import Browsed, bounds_alone, browsed
from qa.understanding.chat_spelling import as_written
from qa.understanding.comparing import asks_over_time, compared, without_time_words
from qa.understanding.dates import FoundDate, Order, asks_for_newest_articles, bounds, find_dates, find_order
from qa.understanding.described import Bearers
from qa.understanding.grammar import readings
from qa.understanding.other_titles import Mentions
from qa.understanding.outlets import (
    FoundOutlet,
    compares_articles,
    find_outlets,
    outlet_and_topic,
    source_named,
    without_names,
)
from qa.understanding.question_reading import Reading
from qa.understanding.quoted import without_quoted
from qa.understanding.scan import blank, clean, skip_courtesy
from qa.understanding.typed_names import with_apostrophes, with_capitals
from qa.understanding.words import names_nobody

LONGEST_QUESTION = 10_000

_SAID_BY_NOBODY = regex(
    r"(?:what\s+(?:else\s+)?(?:do|did|does|have|has|are|is|were)\s+(?:people|everyone|everybody|folks)(?:\s+(?:all|been|here))*\s+"
    r"(?:say|said|saying|think|thinking|thought)"
    r"|what\s+(?:do|did|can)\s+(?:we|you|i)\s+(?:hear|read|learn)(?=\s+about\s)|what(?:['’]?s|\s+(?:is|was))\s+the\s+word(?=\s+on\s)"
    r"|(?:what(?:['’]?s)?|anything|something|everything|all)\s+(?:(?:else|that)\s+)?(?:was|is|has|have|had|were|gets?|does|do|did)?(?:\s*\b(?:been|ever|being|else))*\s*"
    r"(?:(?P<at>first|last|originally)\s+)?(?:said|say|written|write|reported|report|known|told)\s*(?P<after>first|last)?)\s+"
    r"(?:about|on|of|regarding|concerning)\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def understand(
    question: str,
    *,
    today: date,
    speakers: KnownSpeakers,
    sources: Sequence[str],
    mentions: Mentions = lambda name: False,
    bearers: Bearers = lambda heads, scope: (),
    occurs: Occurs = lambda word: False,
) -> Understanding:
    """Return what a question asks for, as far as its form shows it.

    Args:
        question: Any text. Every part of the result that is not a name or a date is a slice of it.
        today: What "last week" is counted from.
        speakers: The archive's own, against which names are resolved.
        sources: The archive's outlets.
        mentions: Asked where a short question ("quotes by X") names somebody who is no speaker.
        bearers: Asked where a question says what somebody is: "the mayor of Harwick".
        occurs: Asked where a word may be a slip in a speaker's name.

    Raises:
        UsageError: If the question is longer than 10,000 characters.
    """
    return _in_archive(question, today, AskedArchive(speakers, sources, mentions, bearers, occurs))


def _in_archive(question: str, today: date, archive: AskedArchive) -> Understanding:
    if len(question) > LONGEST_QUESTION:
        raise UsageError(
            f"The question has {len(question):,} characters; at most {LONGEST_QUESTION:,} are read. "
            "Ask in a sentence or two."
        )
    if (plain := with_apostrophes(as_written(question), archive.speakers)) != question:
        return replace(_in_archive(plain, today, archive), question=question)
    if quoted := without_quoted(question):
        understood = quoted.restored(_over_time_or_not(quoted.masked, today, archive))
        if understood is not None:
            return understood
    return _over_time_or_not(question, today, archive)


def understand_named(
    typed: str,
    topic: str | None,
    *,
    speakers: KnownSpeakers,
    sources: Sequence[str],
    mentions: Mentions = lambda name: False,
    bearers: Bearers = lambda heads, scope: (),
    occurs: Occurs = lambda word: False,
) -> Understanding:
    """Return what is asked for where a speaker and a topic are given apart, as "What did X say about Y?" would be.

    The question is left empty. See `understand` for the arguments.
    """
    archive = AskedArchive(speakers, sources, mentions, bearers, occurs)
    reading = Reading(QuestionKind.SAID, typed, topic or "")
    who = resolve_speaker(reading, typed, archive, sources, []) or AskedSpeaker(typed, known=False)
    return replace(_said("", reading, who, [], [], "relevance", ()), topic=topic)


def _over_time_or_not(question: str, today: date, archive: AskedArchive) -> Understanding:
    if asks_over_time(question):
        plain = _understood(without_time_words(question), today, archive)
        if plain.kind is QuestionKind.SAID and plain.speaker:
            return replace(plain, question=question, standalone=question, over_time=True)
        if (page := topic_in_time(question)) is not None:
            return page
        if plain.kind is QuestionKind.CONTENT and plain.topic:  # "What did people say about tolls over time?"
            asked = replace(plain, question=question, standalone=question)
            return replace(asked, browses=True, over_time=True, order="oldest")
    return _understood(question, today, archive)


def _understood(question: str, today: date, archive: AskedArchive) -> Understanding:
    speakers, sources = archive.speakers, archive.sources
    outlets = find_outlets(question, sources)
    dates = find_dates(without_names(question, sources), today=today)
    # "Articles from May or later" are not compared with a later article.
    if compares_articles(blank(question, [(one.start, one.end) for one in dates]), sources):
        # "Does the A article say what the B report says?": a question of content, bounded by neither.
        dates, outlets, sources = [], [], ()
    order, order_span = find_order(question)
    spans = [(one.start, one.end) for one in dates] + [(one.start, one.end) for one in outlets]
    without_time = blank(question, [*spans, *([order_span] if order_span else [])])

    if (sides := compared(without_time, speakers, archive.sources)) is not None:
        (first, *others), topic = sides
        reading = Reading(QuestionKind.SAID, first, topic)
        understood = _said(question, reading, AskedSpeaker(first), dates, outlets, order, sources)
        return replace(understood, others=tuple(others))
    nameless: Reading | None = None
    for reading in _readings(question, without_time, spans, ordered=order_span is not None):
        if reading.asks_fact:
            break
        if reading.kind is QuestionKind.WHO_SAID:
            return _said(question, reading, AskedSpeaker(), dates, outlets, order, sources)
        if names_nobody(reading.speaker, cased=not question.isupper()):
            nameless = nameless or reading
            continue
        if names_several(reading.speaker, speakers):
            nameless = nameless or reading
            continue
        who = resolve_speaker(reading, question, archive, sources, dates)
        if who is not None and who.ambiguous and not reading.topic:
            who = of_dominant(who, speakers)
        if who is not None:
            return _said(question, reading, who, dates, outlets, order, sources)

    # "According to X, who won in 2018?": a question of fact, so only dates of publication are taken out of
    # it.
    published = [one for one in dates if one.anywhere]
    for reading in readings(blank(question, [(one.start, one.end) for one in published])):
        if not reading.asks_fact or source_named(reading.speaker, sources):
            continue  # what an outlet of the archive publishes is according to it, whoever else cites it
        if (who := resolve_speaker(reading, question, archive, (), [])) is not None:
            return _said(question, reading, who, published, outlets, "relevance", sources)
    if not outlets and (of_outlet := outlet_and_topic(without_time, archive.sources)) is not None:
        source, topic = of_outlet
        page = _content(topic, topic, None, dates, dates, [FoundOutlet(source, 0, 0)], today)
        return replace(page, question=question, standalone=question, topic=topic, browses=True)
    content = _content(question, without_time, nameless, published, dates, outlets, today)
    return replace(content, standalone=with_capitals(question, speakers))


def as_content(understanding: Understanding) -> Understanding:
    """Return the same question as one about the content of articles, not about somebody's words."""
    page = browsed(understanding.question)
    return replace(
        understanding,
        kind=QuestionKind.CONTENT,
        speaker=None,
        speaker_known=True,
        topic=page.topic if page else None,
        browses=page is not None,
        cue=None,
        ambiguous=(),
        corrections=(),
        guessed=False,
    )


def _said(
    question: str,
    reading: Reading,
    who: AskedSpeaker,
    dates: list[FoundDate],
    outlets: list[FoundOutlet],
    order: Order,
    sources: Sequence[str],
) -> Understanding:
    since, until = bounds(dates)
    # "What did the Deseret News say": as a speaker and as the place where words stand; both are worth trying.
    named = source_named(reading.speaker, sources) if reading.speaker else None
    source = outlets[0].source if outlets else named
    return Understanding(
        kind=reading.kind,
        question=question,
        standalone=question,
        speaker=who.name,
        speaker_known=who.known,
        speaker_is_role=who.role,
        described=who.described,
        loosely_described=who.loosely,
        instead_of=who.instead_of,
        bearers=who.bearers,
        topic=_thing(reading.topic),
        addressee=_one_line(reading.addressee),
        since=since,
        until=until,
        source=source,
        order=order,
        cue=reading.cue,
        ambiguous=who.ambiguous,
        corrections=who.corrections,
        guessed=reading.guessed,
    )


def _thing(topic: str) -> str | None:
    """Return a topic in one line; None for an adverb or "anyone" alone: "What did Quill say afterwards?"."""
    return None if set(topic.casefold().split()) <= ADVERBS | ANYTHING else _one_line(topic)


def _content(
    question: str,
    without_time: str,
    nameless: Reading | None,
    published: list[FoundDate],
    dates: list[FoundDate],
    outlets: list[FoundOutlet],
    today: date,
) -> Understanding:
    topic = (_thing(nameless.topic) if nameless else None) or ""
    outside = [(one.start, one.end) for one in dates] + [(one.start, one.end) for one in outlets]
    page, oldest = browsed(_one_line(blank(question, outside)) or "", of_outlet=bool(outlets)), False
    if page is None and (match := _SAID_BY_NOBODY.match(skip_courtesy(without_time))):
        page = Browsed(clean(match["topic"]), newest="last" in (match["at"], match["after"]))
        oldest = bool(match["at"] or match["after"]) and not page.newest
    if page:
        topic, published = page.topic, dates  # "school meals since May" are those of the articles since May
    elif nameless is not None and nameless.kind is QuestionKind.SAID:
        published = dates  # "What did people say about the toll before May?" asks as of one of them
    bounded = None if page else bounds_alone(question, today, outlets)
    if bounded is not None:
        topic, published = "", bounded
    # Two dates describe two things that are to be compared: neither bounds the search.
    since, until = bounds(published) if len(published) == 1 else (None, None)
    newest = (page is not None and page.newest) or asks_for_newest_articles(question)
    return Understanding(
        kind=QuestionKind.CONTENT,
        question=question,
        standalone=question,
        topic=_one_line(topic),
        browses=page is not None or bounded is not None,
        since=since,
        until=until,
        source=outlets[0].source if outlets else None,
        order="newest" if newest else "oldest" if oldest else "relevance",
    )


def _readings(
    question: str, without_time: str, spans: Sequence[tuple[int, int]], *, ordered: bool
) -> Iterator[Reading]:
    yield from readings(without_time)
    if ordered:
        # "Latest from X": here the word of order is what the question is recognised by.
        yield from (reading for reading in readings(blank(question, spans)) if not reading.guessed)


def _one_line(part: str) -> str | None:
    return re.sub(r"\s{2,}", " ", part) or None
