"""Put together all that is said on a topic, to keep, and write it as Markdown and JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bots.contract import SCHEMA, Json, quote_object
from bots.markdown import escaped
from bots.own_words import with_bold
from bots.topic_wording import name_of, searched
from bots.visible import visible_line
from bots.wording import also_in, counted, in_words, who
from qa.answering.topics.everything_on_topic import OnTopic
from qa.answering.topics.voices import Voice
from qa.answers import Quote

FORMATS = ("md", "html", "csv")


@dataclass(frozen=True, slots=True)
class Brief:
    """All that is said on a topic, by speaker, most quotes first, and the day it was put together."""

    found: OnTopic
    voices: Sequence[Voice]
    made: date

    @property
    def title(self) -> str:
        return f"What is said on {self.found.topic}"

    @property
    def head(self) -> list[str]:
        named = sum(voice.name is not None for voice in self.voices)
        quotes = counted(len(self.found.quotes), "quote")
        first = f"{quotes} of {counted(named, 'named speaker')}, put together on {in_words(self.made)}."
        return [first, *searched(self.found)]


def origin(quote: Quote) -> list[str]:
    """Return where a quote stands: outlet, day and title, those that are known."""
    article = quote.version.article
    return [part for part in (article.source, in_words(article.date), article.title) if part]


def brief_as_markdown(brief: Brief) -> str:
    """Write a brief as Markdown in which nothing of an article is markup."""
    blocks = [
        f"# {_line(brief.title)}",
        *map(_line, brief.head),
    ]
    for voice in brief.voices:
        blocks.append(f"## {_line(name_of(voice))} ({counted(len(voice.quotes), 'quote')})")
        blocks += [_quote(quote) for quote in voice.quotes]
    return "\n\n".join(blocks) + "\n"


def _line(text: str) -> str:
    return _escaped(visible_line(text))


def _escaped(text: str) -> str:
    """Escape what `escaped` does, and what readers of Markdown turn into links and little pictures by themselves."""
    return re.sub(r":(?=//|[\w+-]+:)|@|(?<=www)\.", r"\\\g<0>", escaped(text), flags=re.IGNORECASE)


def _quote(quote: Quote) -> str:
    # A space or tab at the beginning of a line would be markup, and at its end too.
    words = "\n".join(f"> {_spaced(line)}" for line in with_bold(quote, _escaped).split("\n"))
    parts = [_line(part) for part in (who(quote), *origin(quote)) if part]
    lines = [words, ">", f"> — {', '.join(parts)}, `{quote.id}`"]
    if others := also_in(quote):
        lines.append(f"> (also in {_line(', '.join(others))})")
    return "\n".join(lines)


def _spaced(line: str) -> str:
    def entity(match: re.Match[str]) -> str:
        return "".join(f"&#{ord(each)};" for each in match[0])

    return re.sub(r"^\s+|\s+$", entity, line)


def brief_object(brief: Brief) -> Json:
    return {
        "schema": SCHEMA,
        "topic": brief.found.topic,
        "searched": searched_object(brief.found),
        "speakers": [
            {"name": voice.name, "quotes": [quote_object(quote) for quote in voice.quotes]}
            for voice in brief.voices
        ],
    }


def searched_object(found: OnTopic) -> Json:
    scope, search = found.scope, found.search
    return {
        "since": scope.since.isoformat() if scope.since else None,
        "until": scope.until.isoformat() if scope.until else None,
        "sources": list(scope.sources),
        "articles": search.articles,
        "read": search.read,
        "missing": list(search.missing),
        "unread": search.unread,
        "undated": search.undated,
    }
