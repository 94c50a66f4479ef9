"""Write answers, quotes and records as JSON, schema 2 (docs/cli.md). Keys are added, never renamed or removed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from bots import error_objects
from bots.reasons import in_one_line
from qa.answers import Answer, CorpusSummary, Quote, Understanding
from qa.archive.named_at import named_at
from qa.archive.quote_lookup import surroundings
from qa.archive.show_limit import article_text, withheld
from qa.datatypes import Attribution, Span, Version
from qa.settings import MAX_QUOTES

if TYPE_CHECKING:
    from qa.answering.comparison import Timeline
    from qa.archive.protocol import Said
    from qa.archive.speaker_lookup import Profile

SCHEMA = error_objects.SCHEMA

Json = dict[str, object]


def as_json(value: object) -> str:
    """Return one line of JSON in ASCII, so that any text is valid and harmless, even with surrogates."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False)


def answer_object(
    answer: Answer, question_id: str | int | None = None, *, unknown: Sequence[str] = ()
) -> Json:
    """Return an answer as JSON; `unknown` says which outlets that were asked for have no article."""
    return {
        "schema": SCHEMA,
        "id": question_id,
        "question": answer.question,
        "outcome": answer.outcome.value,
        "confidence": _rounded(answer.confidence),
        "understood": understood_object(answer.understood),
        "quotes": [quote_object(quote) for quote in answer.quotes[:MAX_QUOTES]],
        "related": [quote_object(quote) for quote in answer.related],
        "corpus": corpus_object(answer.corpus),
        "nearest": answer.nearest.value if answer.nearest else None,
        "meta": answer.meta.value if answer.meta else None,
        "note": " ".join(filter(None, (*unknown, answer.note))) or None,
        "choices": list(answer.choices),
        "voices": [{"speaker": name, "quotes": count} for name, count in answer.voices],
        "articles": [plain_object(each) for each in answer.listing.articles] if answer.listing else [],
        "sides": [answer_object(side, unknown=unknown) for side in answer.sides],
    }


def comparison_object(sides: Sequence[Answer], topic: str | None, *, unknown: Sequence[str] = ()) -> Json:
    """Return the sides of a comparison as JSON; `unknown` as in `answer_object`."""
    return {
        "schema": SCHEMA,
        "topic": topic,
        "sides": [answer_object(side, unknown=unknown) for side in sides],
    }


def timeline_object(found: Timeline) -> Json:
    return {
        "schema": SCHEMA,
        "outcome": found.outcome.value,
        "understood": understood_object(found.understood),
        "quotes": [quote_object(quote) for quote in found.quotes],
        "undated": [quote_object(quote) for quote in found.undated],
        "first": found.first.id if found.first else None,
        "latest": found.latest.id if found.latest else None,
        "corpus": corpus_object(found.corpus),
        "nearest": found.nearest.value if found.nearest else None,
    }


def understood_object(understood: Understanding) -> Json:
    return {
        "kind": understood.kind.value,
        "speaker": understood.speaker,
        "topic": understood.topic,
        "since": _day(understood.since),
        "until": _day(understood.until),
        "source": understood.source,
        "standalone": understood.standalone,
        "addressee": understood.addressee,
        "order": understood.order,
        "speaker_known": understood.speaker_known,
        "ambiguous": list(understood.ambiguous),
        "corrections": [{"typed": typed, "taken_for": taken} for typed, taken in understood.corrections],
        "speaker_is_role": understood.speaker_is_role,
        "described": understood.described,
        "loosely_described": understood.loosely_described,
        "bearers": list(understood.bearers),
        "instead_of": list(understood.instead_of),
        "cue": understood.cue,
        "others": list(understood.others),
        "also": understood.also,
        "over_time": understood.over_time,
        "of_all": understood.of_all,
        "browses": understood.browses,
        "carried": list(understood.carried),
        "unexplained": understood.unexplained,
    }


def quote_object(quote: Quote) -> Json:
    article = quote.version.article
    return {
        "id": quote.id,
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "page": quote.page,
        "confidence": _rounded(quote.confidence),
        "also_in": list(quote.also_in),
        "also_in_sources": [source or None for source in quote.also_in_sources],
        "own_words": [list(span) for span in quote.own_words],
        "context": _part(quote, quote.context),
        "speaker": quote.voice,
        "attribution": attribution_object(quote.attribution, article.text) if quote.attribution else None,
        "article": {
            "id": article.id,
            "title": article.title or None,
            "date": article.date,
            "source": article.source or None,
            "url": article.url or None,
            "path": article.path or None,
        },
        "current": quote.version.current,
        "why": in_one_line(quote.why) if quote.why else None,
    }


def _part(quote: Quote, span: Span | None) -> Json | None:
    if span is None:
        return None
    start, end = span
    return {"start": start, "end": end, "text": quote.version.article.text[start:end]}


def context_object(quote: Quote) -> Json:
    """Write a quote with the text around it."""
    text = quote.version.article.text
    begin, end = surroundings(quote)
    before, after = text[begin : quote.start], text[quote.end : end]
    limit = withheld(quote.version.sentences_shown)
    return {
        "schema": SCHEMA,
        "quote": quote_object(quote),
        "before": before,
        "after": after,
        "named_in": _part(quote, named_at(quote)),
        "withheld": limit or None,
    }


def profile_object(profile: Profile) -> Json:
    speaker = profile.speaker
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "aliases": list(speaker.aliases),
        "count": speaker.count,
        "topics": [{"name": name, "count": count} for name, count in profile.topics],
        "best": quote_object(profile.best) if profile.best else None,
    }


def article_object(version: Version, said: Sequence[Said], start: int, end: int) -> Json:
    """Write a stretch of an article, and who says what in it.

    Args:
        said: The records of the stretch, each with the archive's name of the speaker.
    """
    article = version.article
    return {
        "schema": SCHEMA,
        "article": {
            "uid": version.uid,
            "id": article.id,
            "title": article.title or None,
            "date": article.date,
            "source": article.source or None,
            "author": article.author or None,
            "url": article.url or None,
            "path": article.path or None,
        },
        "current": version.current,
        "characters": len(article.text),
        "start": start,
        "end": end,
        "text": article_text(version, start, end),
        "withheld": withheld(version.sentences_shown) or None,
        "attributions": [record_object(record, article.id, name or record.speaker) for record, name in said],
    }


def attribution_object(record: Attribution, text: str) -> Json:
    """Write the attribution of a quote. `mention` and `cue` are words here, and offsets in `record_object`."""
    return {
        "kind": record.kind.value,
        "mention": text[slice(*record.mention)] if record.mention else None,
        "cue": text[slice(*record.cue)] if record.cue else None,
        "confidence": _rounded(record.confidence),
        "polarity": record.polarity,
        "second_hand": record.second_hand,
        "ambiguous": list(record.ambiguous),
        "corrected": record.corrected,
        **_of_the_name(record),
    }


def record_object(record: Attribution, article_id: str, speaker: str | None) -> Json:
    """Write one attribution as `qa attributions --json` prints it.

    Args:
        speaker: The speaker's name in the archive.
    """
    return {
        "article": article_id,
        "content": [list(span) for span in record.content],
        "mention": list(record.mention) if record.mention else None,
        "speaker": speaker,
        "kind": record.kind.value,
        "cue": list(record.cue) if record.cue else None,
        "confidence": _rounded(record.confidence),
        "rule": record.rule,
        "polarity": record.polarity,
        "second_hand": record.second_hand,
        "ambiguous": list(record.ambiguous),
        "targets": [{"name": target.name, "where": target.where} for target in record.targets],
        "corrected": record.corrected,
        **_of_the_name(record),
    }


def _of_the_name(record: Attribution) -> Json:
    return {
        "certain": record.certain,
        "name_confidence": _rounded(record.name_confidence),
        "speaks_for": record.speaks_for,
        "together_with": list(record.together_with),
        "own_words": [list(span) for span in record.own_words],
    }


def corpus_object(corpus: CorpusSummary) -> Json:
    return {
        "articles": corpus.articles,
        "passages": corpus.passages,
        "first_date": corpus.first_date,
        "last_date": corpus.last_date,
        "generation": corpus.generation,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _rounded(number: float) -> float:
    # Further digits depend on the machine, and the same question must give the same bytes.
    return round(float(number), 4)


def plain_object(report: object) -> Json:
    """Return a dataclass, such as a report of `qa.ingest` or `qa.upkeep`, as JSON, field by field."""
    return {name: _plain(value) for name, value in asdict(report).items()}  # type: ignore[call-overload]


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, PurePath) else value
