"""Write a page about a topic or a person as text and JSON: `qa topic`."""

from __future__ import annotations

from collections.abc import Sequence

from bots.amounts import ROLES, VOICES
from bots.brief import searched_object
from bots.contract import SCHEMA, Json, quote_object
from bots.terminal.rendering import Look, quote_as_text
from bots.topic_wording import NOT_NAMED, role_in_words, searched, which
from bots.visible import visible_line
from bots.wording import as_sentence, counted, in_words
from qa.answering.topics.topic_page import PersonPage, TopicPage
from qa.answering.topics.voices import Voice
from qa.answers import Quote
from qa.datatypes import Bearer


def page_as_text(page: TopicPage, *, count: int, look: Look) -> str:
    """Write a page for a terminal.

    Args:
        count: How many best quotes to show.
    """
    blocks = []
    if page.which:
        blocks.append(look.bold(visible_line(which(page))))
    if page.person is not None:
        blocks += _person(page.person, look)
        if page.voices:
            blocks.append(look.bold(f"Who speaks about {visible_line(page.person.speaker.name)}"))
    if page.voices:
        blocks.append(look.wrapped(f"{as_sentence(counts(page.voices))}."))
        blocks += _days(page, count, look)
    blocks.append(look.dim("\n".join(look.wrapped(visible_line(each)) for each in searched(page.said))))
    return "\n\n".join(blocks) + "\n"


def counts(voices: Sequence[Voice]) -> str:
    """Write who speaks, and how often: "Ada Quill (2), Una Strand (1), without a name (3)"."""
    named = [voice for voice in voices if voice.name]
    shown = [f"{voice.name} ({len(voice.quotes):,})" for voice in named[:VOICES]]
    if len(named) > VOICES:
        shown.append(f"{len(named) - VOICES:,} more")
    shown += [f"{NOT_NAMED.lower()} ({len(voice.quotes):,})" for voice in voices if not voice.name]
    return visible_line(", ".join(shown))


def _days(page: TopicPage, count: int, look: Look) -> list[str]:
    """Write the best quotes by day. Those whom articles name come first where there is not room for all."""
    chosen = [quote for _, quotes in page.days for quote in quotes]
    kept = {quote.id for quote in sorted(chosen, key=lambda quote: quote.speaker is None)[:count]}
    blocks, number = [], 0
    for day, quotes in page.days:
        own = [quote for quote in quotes if quote.id in kept]
        if own:
            blocks.append(look.bold(as_sentence(in_words(day))))
        for quote in own:
            number += 1
            blocks.append(quote_as_text(quote, number, look=look))
    if number < len(chosen):
        blocks.append(look.dim(f"{len(chosen) - number:,} more: --quotes {len(chosen)} shows all."))
    return blocks


def _person(person: PersonPage, look: Look) -> list[str]:
    speaker = person.speaker
    lines = [f"{look.bold(visible_line(speaker.name))}, {counted(person.quotes, 'quote')}"]
    if person.described:
        lines[0] = f"{as_sentence(visible_line(person.described))}: {lines[0]}"
    if speaker.aliases:
        lines.append(f"  also as {visible_line(', '.join(speaker.aliases))}")
    lines += [f"  {visible_line(_role(each))}" for each in person.roles[:ROLES]]
    if person.topics:
        about = ", ".join(f"{name} ({count:,})" for name, count in person.topics)
        lines.append(f"  about {visible_line(about)}")
    blocks = ["\n".join(lines)]
    for title, quotes in (("Latest", person.latest), ("Best", person.best)):
        if quotes:
            blocks.append(look.bold(title))
            blocks += [quote_as_text(quote, number, look=look) for number, quote in enumerate(quotes, 1)]
    return blocks


def _role(role: Bearer) -> str:
    days = "" if role.first is None or role.last is None else f", last on {in_words(role.last)}"
    return f"{role_in_words(role)} ({counted(role.articles, 'article')}{days})"


def page_quotes(page: TopicPage) -> list[Quote]:
    """Return every quote of a page once, in its order, for lists."""
    person = page.person
    own = (*person.latest, *person.best) if person else ()
    return list(
        {quote.id: quote for quote in (*own, *(q for _, quotes in page.days for q in quotes))}.values()
    )


def page_object(page: TopicPage) -> Json:
    return {
        "schema": SCHEMA,
        "words": page.words,
        "which": list(page.which),
        "searched": searched_object(page.said),
        "speakers": [_voice(each) for each in page.voices],
        "days": [
            {"date": day.isoformat() if day else None, "quotes": [quote_object(quote) for quote in quotes]}
            for day, quotes in page.days
        ],
        "person": None if page.person is None else _person_object(page.person),
    }


def _voice(voice: Voice) -> Json:
    return {"name": voice.name, "count": len(voice.quotes), "best": quote_object(voice.best)}


def _person_object(person: PersonPage) -> Json:
    return {
        "name": person.speaker.name,
        "kind": person.speaker.kind,
        "aliases": list(person.speaker.aliases),
        "described": person.described,
        "quotes": person.quotes,
        "roles": [
            {
                "kind": role.kind.value,
                "what": role.what,
                "of": role.of,
                "former": role.former,
                "articles": role.articles,
                "first_date": role.first.isoformat() if role.first else None,
                "last_date": role.last.isoformat() if role.last else None,
            }
            for role in person.roles
        ],
        "topics": [{"name": name, "count": count} for name, count in person.topics],
        "latest": [quote_object(quote) for quote in person.latest],
        "best": [quote_object(quote) for quote in person.best],
    }
