"""Parse a question into what it asks for: who, about what, when, where; without a model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from qa.answers import QuestionKind, Understanding
from qa.datatypes import Scope
from qa.errors import UsageError
from qa.speakers.dominance import dominant
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.browsing import Browsed, browsed
from qa.understanding.chat_spelling import as_written
from qa.understanding.comparing import asks_over_time, compared, without_time_words
from qa.understanding.dates import FoundDate, Order, asks_for_newest_articles, bounds, find_dates, find_order
from qa.understanding.described import Bearers, asked_for, find_bearers, find_titled
from qa.understanding.grammar import readings
from qa.understanding.outlets import FoundOutlet, compares_articles, find_outlets, source_named
from qa.understanding.question_reading import Needs, Reading
from qa.understanding.quoted import without_quoted
from qa.understanding.scan import clean, skip_courtesy
from qa.understanding.words import (
    bare,
    has_case,
    is_role,
    looks_like_speaker,
    names_nobody,
    without_office,
    without_owner,
)

Mentions = Callable[[str], bool]
"""Tell whether an archive has a typed name as a name, with capitals, even if it has no words of theirs."""

LONGEST_QUESTION = 10_000
LONGEST_NAME = 200

_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)")
_SAID_BY_NOBODY = re.compile(
    r"(?:what|anything|something)\s+(?:was|is|has|have|had|were|gets?|does|do|did)?(?:\s+(?:been|ever|being))*\s*"
    r"(?:said|say|written|write|reported|report|known|told)\s+"
    r"(?:about|on|of|regarding|concerning)\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Archive:
    speakers: KnownSpeakers
    sources: Sequence[str]
    mentions: Mentions
    bearers: Bearers


@dataclass(frozen=True, slots=True)
class _Who:
    name: str | None = None
    known: bool = True
    role: bool = False
    instead_of: tuple[str, ...] = ()
    described: str | None = None
    bearers: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()


def understand(
    question: str,
    *,
    today: date,
    speakers: KnownSpeakers,
    sources: Sequence[str],
    mentions: Mentions = lambda name: False,
    bearers: Bearers = lambda heads, scope: (),
) -> Understanding:
    """Return what a question asks for, as far as its form shows it.

    Args:
        question: Any text. Every part of the result that is not a name or a date is a slice of it.
        today: What "last week" is counted from.
        speakers: The archive's own, against which names are resolved.
        sources: The archive's outlets.
        mentions: Asked where a short question ("quotes by X") names somebody who is no speaker.
        bearers: Asked where a question says what somebody is: "the mayor of Harwick".

    Raises:
        UsageError: If the question is longer than 10,000 characters.
    """
    if len(question) > LONGEST_QUESTION:
        raise UsageError(
            f"The question has {len(question):,} characters; at most {LONGEST_QUESTION:,} are read. "
            "Ask in a sentence or two."
        )
    if (plain := as_written(question)) != question:
        return replace(
            understand(
                plain, today=today, speakers=speakers, sources=sources, mentions=mentions, bearers=bearers
            ),
            question=question,
        )
    archive = _Archive(speakers, sources, mentions, bearers)
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
) -> Understanding:
    """Return what is asked for where a speaker and a topic are given apart, as "What did X say about Y?" would be.

    The question is left empty. See `understand` for the arguments.
    """
    archive = _Archive(speakers, sources, mentions, bearers)
    reading = Reading(QuestionKind.SAID, typed, topic or "")
    who = _resolve(reading, typed, archive, sources, []) or _Who(typed, known=False)
    return replace(_said("", reading, who, [], [], "relevance", ()), topic=topic)


def _over_time_or_not(question: str, today: date, archive: _Archive) -> Understanding:
    if asks_over_time(question):
        plain = _understood(without_time_words(question), today, archive)
        if plain.kind is QuestionKind.SAID and plain.speaker and not plain.ambiguous:
            return replace(plain, question=question, standalone=question, over_time=True)
    return _understood(question, today, archive)


def _understood(question: str, today: date, archive: _Archive) -> Understanding:
    speakers, sources = archive.speakers, archive.sources
    dates = find_dates(question, today=today)
    outlets = find_outlets(question, sources)
    if compares_articles(question, sources):
        # "Does the A article say what the B report says?": a question of content, bounded by neither.
        dates, outlets, sources = [], [], ()
    order, order_span = find_order(question)
    spans = [(one.start, one.end) for one in dates] + [(one.start, one.end) for one in outlets]
    without_time = _blank(question, [*spans, *([order_span] if order_span else [])])

    if (sides := compared(without_time, speakers)) is not None:
        (first, *others), topic = sides
        reading = Reading(QuestionKind.SAID, first, topic)
        understood = _said(question, reading, _Who(first), dates, outlets, order, sources)
        return replace(understood, others=tuple(others))
    nameless: Reading | None = None
    for reading in _readings(question, without_time, spans, ordered=order_span is not None):
        if reading.asks_fact:
            break
        if reading.kind is QuestionKind.WHO_SAID:
            return _said(question, reading, _Who(), dates, outlets, order, sources)
        if names_nobody(reading.speaker, cased=has_case(question)):
            nameless = nameless or reading
            continue
        if _several(reading.speaker, speakers):
            nameless = nameless or reading
            continue
        who = _resolve(reading, question, archive, sources, dates)
        if who is not None and who.ambiguous and not reading.topic:
            who = _dominant(who, speakers)
        if who is not None:
            return _said(question, reading, who, dates, outlets, order, sources)

    # "According to X, who won in 2018?": a question of fact, so only dates of publication are taken out of
    # it.
    published = [one for one in dates if one.anywhere]
    for reading in readings(_blank(question, [(one.start, one.end) for one in published])):
        if reading.asks_fact and (who := _resolve(reading, question, archive, (), [])) is not None:
            return _said(question, reading, who, published, outlets, "relevance", sources)
    return _content(question, without_time, nameless, published, dates, outlets)


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
    who: _Who,
    dates: list[FoundDate],
    outlets: list[FoundOutlet],
    order: Order,
    sources: Sequence[str],
) -> Understanding:
    since, until = bounds(dates)
    # "What did the Deseret News say": as a speaker and as the place where words stand; both are worth trying.
    source = (
        outlets[0].source if outlets else source_named(reading.speaker, sources) if reading.speaker else None
    )
    return Understanding(
        kind=reading.kind,
        question=question,
        standalone=question,
        speaker=who.name,
        speaker_known=who.known,
        speaker_is_role=who.role,
        described=who.described,
        instead_of=who.instead_of,
        bearers=who.bearers,
        topic=_one_line(reading.topic),
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


def _content(
    question: str,
    without_time: str,
    nameless: Reading | None,
    published: list[FoundDate],
    dates: list[FoundDate],
    outlets: list[FoundOutlet],
) -> Understanding:
    topic = nameless.topic if nameless else ""
    outside = [(one.start, one.end) for one in dates] + [(one.start, one.end) for one in outlets]
    page = browsed(_one_line(_blank(question, outside)) or "")
    if page is None and (match := _SAID_BY_NOBODY.match(skip_courtesy(without_time))):
        page = Browsed(clean(match["topic"]), newest=False)
    if page:
        topic, published = page.topic, dates  # "school meals since May" are those of the articles since May
    # Two dates describe two things that are to be compared: neither bounds the search.
    since, until = bounds(published) if len(published) == 1 else (None, None)
    newest = (page is not None and page.newest) or asks_for_newest_articles(question)
    return Understanding(
        kind=QuestionKind.CONTENT,
        question=question,
        standalone=question,
        topic=_one_line(topic),
        browses=page is not None,
        since=since,
        until=until,
        source=outlets[0].source if outlets else None,
        order="newest" if newest else "relevance",
    )


def _readings(
    question: str, without_time: str, spans: Sequence[tuple[int, int]], *, ordered: bool
) -> Iterator[Reading]:
    yield from readings(without_time)
    if ordered:
        # "Latest from X": here the word of order is what the question is recognised by.
        yield from (reading for reading in readings(_blank(question, spans)) if not reading.guessed)


def _resolve(
    reading: Reading,
    question: str,
    archive: _Archive,
    sources: Sequence[str],
    dates: Sequence[FoundDate],
) -> _Who | None:
    """Return whom a reading's speaker means, or None if the reading does not hold for this archive."""
    typed, cased = reading.speaker, has_case(question)
    if not typed or len(typed) > LONGEST_NAME or names_nobody(typed, cased=cased):
        return None
    if (who := _described(typed, archive, dates)) is not None:
        return who if reading.needs < Needs.EXACT else None
    titled = find_titled(typed, archive.bearers)
    who = _looked_up(titled or typed, archive.speakers)
    if not titled and not who.known and not who.role:
        who = _named_after(typed, archive.speakers) or who
    # "Marco Rubio" is a name and no topic.
    if reading.guessed and set(map(bare, reading.topic.split())) <= set(map(bare, (who.name or "").split())):
        return None
    if reading.person and not _is_person(typed, who, archive.speakers):
        return None
    if who.known:
        return who if reading.needs < Needs.EXACT or not who.corrections else None
    if reading.needs < Needs.EXACT and source_named(typed, sources):
        return who
    if reading.needs > Needs.MENTIONED or not looks_like_speaker(typed, cased=cased):
        return None
    if reading.needs is Needs.MENTIONED and (who.role or not archive.mentions(typed)):
        return None
    return who


def _named_after(typed: str, speakers: KnownSpeakers) -> _Who | None:
    """Return who is named after an office, or after whose they are: "Harwick's Ada Quill"; only if known."""
    if (name := without_office(typed)) and (who := _looked_up(name, speakers)).known and not who.corrections:
        return who
    if (name := without_owner(typed)) and (who := _looked_up(name, speakers)).known and not who.corrections:
        # "Dene's Foreign Office" may be another Dene's.
        return who if _is_person(name, who, speakers) else None
    return None


def _described(typed: str, archive: _Archive, dates: Sequence[FoundDate]) -> _Who | None:
    """Return who fits a phrase that says what somebody is; None for a name, and where nobody fits."""
    asked = asked_for(typed)
    if asked is None or (len(typed.split()) == 1 and match_speaker(typed, archive.speakers).name):
        return None  # "Baker" is somebody's name too
    since, until = bounds(list(dates))
    found = find_bearers(asked, archive.bearers, Scope(since=since, until=until))
    plain = _ARTICLE.sub("", typed)
    if len(found) > 1 or (found and asked.several):
        names = tuple(one.name for one in found if one.speaks)
        return _Who(plain, known=False, role=True, described=plain, bearers=names) if names else None
    if not found:
        return None
    (one,) = found
    name = one.name if one.speaks else match_speaker(one.name, archive.speakers).name
    return _Who(name or one.name, known=name is not None, described=plain)


def _dominant(who: _Who, speakers: KnownSpeakers) -> _Who:
    """Take the namesake who speaks far more often, where no topic can tell who is meant."""
    name = dominant(who.ambiguous, speakers)
    if name is None:
        return who
    return _Who(name, instead_of=tuple(each for each in who.ambiguous if each != name))


def _is_person(typed: str, who: _Who, speakers: KnownSpeakers) -> bool:
    """Whether a person of the archive is meant, by surname or full name: "May" is, "Theresa" alone is not."""
    if who.ambiguous:
        return True
    known = speakers.speaker(who.name) if who.name else None
    kind = known.kind if known else None
    surnames = [bare(part) for part in (who.name or "").split()[-1:]]
    return kind == "person" and (len(typed.split()) > 1 or bare(typed) in surnames)


def _several(typed: str, speakers: KnownSpeakers) -> bool:
    """Tell whether a phrase names two speakers, and not one with "and" in the name."""
    first, joined, second = typed[:LONGEST_NAME].partition(" and ")
    if not joined or match_speaker(typed, speakers).name:
        return False
    return all(_looked_up(part, speakers).known for part in (first, second))


def _looked_up(typed: str, speakers: KnownSpeakers) -> _Who:
    match = match_speaker(typed, speakers)
    plain = _ARTICLE.sub("", typed)
    role = is_role(typed)
    # A role is spelt as it is: "voters" must not become somebody called Voters.
    if role and match.corrected:
        return _Who(plain, known=False, role=True)
    if match.ambiguous and role and plain.islower():
        return _Who(plain, known=False, role=True, bearers=match.ambiguous)  # "the police", of three towns
    if match.ambiguous:
        return _Who(plain, ambiguous=match.ambiguous)
    if match.name is None:
        return _Who(plain, known=False, role=role)
    return _Who(match.name, corrections=((plain, match.name),) if match.corrected else ())


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put spaces in place of spans, so that offsets stay and the words around them come together."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _one_line(part: str) -> str | None:
    return re.sub(r"\s{2,}", " ", part) or None
