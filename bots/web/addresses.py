"""Write the addresses of pages, and read what an address asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode

from qa.answers import Quote
from qa.datatypes import Scope
from qa.errors import UsageError

LONGEST_QUESTION = 1_000
"""Characters of what may be asked or looked for."""
ROOM_FOR_NAME = 80
"""Characters of a name that are repeated in an error."""
MOST_COMPARED = 4
"""Speakers side by side: each is a question of its own."""


def ask_address(question: str, scope: Scope | None = None, history: str = "") -> str:
    """Return the address of a question; with a history that of one which goes on from others."""
    return f"/ask?{_query({'q': question, 'h': history}, scope)}"


def feed_address(question: str) -> str:
    return f"/feed.atom?{_query({'q': question}, None)}"


def verify_address(quote: Quote) -> str:
    return f"/verify/{quote.id}"


def timeline_address(name: str, topic: str = "", scope: Scope | None = None, start: int = 0) -> str:
    return f"/timeline?{_query({'who': name, 'about': topic, 'from': str(start or '')}, scope)}"


def quote_address(quote: Quote) -> str:
    """Return the address of a quote, at the place where it is marked."""
    return f"/quote/{quote.id}#quote"


def article_address(uid: str, start: int = 0) -> str:
    return f"/article/{uid}?from={start}" if start else f"/article/{uid}"


def speaker_address(name: str, start: int = 0, about: str = "") -> str:
    address = f"/speaker/{percent_encoded(name, safe='', errors='replace')}"
    query = _query({"about": about, "from": str(start or "")}, None)
    return f"{address}?{query}" if query else address


def asked(parameters: Mapping[str, str]) -> str:
    """Return what is asked or looked for.

    Raises:
        UsageError: If it is empty or too long.
    """
    question = parameters.get("q", "").strip()
    if not question:
        raise UsageError("The question is empty. Type one above, or write it into the address as q=...")
    if len(question) > LONGEST_QUESTION:
        raise UsageError(
            f"The question has {len(question):,} characters; at most {LONGEST_QUESTION:,} are read here. "
            "Ask in a sentence or two."
        )
    return question


def topic_of(parameters: Mapping[str, str]) -> str | None:
    """Return the topic that an address names; None where it names none.

    Raises:
        UsageError: If it is too long.
    """
    topic = parameters.get("about", "").strip()
    if len(topic) > LONGEST_QUESTION:
        raise UsageError(f"The topic has {len(topic):,} characters; give it in a word or a few.")
    return topic or None


def named(typed: Sequence[str], *, least: int) -> list[str]:
    """Return the names of speakers that an address gives.

    Raises:
        UsageError: If there are too few or too many, or one is too long.
    """
    names = [each for each in typed if each]
    if len(names) < least:
        if least == 1:
            raise UsageError("Give a speaker, as who=NAME.")
        only = f", and this address names only “{names[0][:ROOM_FOR_NAME]}”" if names else ""
        raise UsageError(f"To compare takes two speakers{only}. Name both, as who=NAME&who=NAME.")
    if len(names) > MOST_COMPARED:
        raise UsageError(f"At most {MOST_COMPARED} speakers are compared at once.")
    if any(len(each) > LONGEST_QUESTION for each in names):
        raise UsageError("The name of a speaker is too long.")
    return names


def chosen_scope(parameters: Mapping[str, str], sources: Iterable[str]) -> Scope:
    """Return the dates and outlets to which an address narrows a question.

    Raises:
        UsageError: If a date is none, or the first is after the last.
    """
    since, until = (_day(parameters.get(name, "").strip()) for name in ("since", "until"))
    if since and until and since > until:
        raise UsageError(f"The first day, {since}, is later than the last, {until}. Swap them.")
    return Scope(since, until, tuple(each.strip() for each in sources if each.strip()))


def first_row(parameters: Mapping[str, str]) -> int:
    """Return the number, from 0, with which a list or a text begins.

    Raises:
        UsageError: If it is none.
    """
    text = parameters.get("from", "0")
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise UsageError("In this address, “from” is not a whole number.")
    return int(text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"“{text[:40]}” is not a day; write it as 2025-01-31.") from error


def _query(first: Mapping[str, str], scope: Scope | None) -> str:
    pairs = [(name, value) for name, value in first.items() if value]
    if scope is not None:
        pairs += [(name, str(day)) for name, day in (("since", scope.since), ("until", scope.until)) if day]
        pairs += [("source", each) for each in scope.sources]
    return urlencode(pairs, errors="replace")
