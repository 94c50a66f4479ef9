"""What was understood, in one line for people: a misunderstanding must be seen to be corrected."""

from __future__ import annotations

from datetime import date

from qa.datatypes import QuestionKind, Understanding

LONGEST_PART = 120


def understood_line(understanding: Understanding) -> str:
    """Return "speaker: Marco Rubio · topic: China · since 1 March 2025"; empty when nothing but content was
    understood."""
    parts = [_who(understanding)]
    if understanding.addressee:
        parts.append(f"to: {_plain(understanding.addressee)}")
    if understanding.topic:
        parts.append(f"topic: {_plain(understanding.topic)}")
    parts.append(_when(understanding.since, understanding.until))
    if understanding.source:
        parts.append(f"source: {_plain(understanding.source)}")
    if understanding.order != "relevance":
        parts.append(f"{understanding.order} first")
    return " · ".join(part for part in parts if part)


def _who(understanding: Understanding) -> str:
    if understanding.kind is QuestionKind.WHO_SAID:
        return "who said it"
    if not understanding.speaker:
        return ""
    name = _plain(understanding.speaker)
    if understanding.ambiguous:
        return f"speaker: {name} ({' or '.join(_plain(each) for each in understanding.ambiguous)}?)"
    for typed, taken_for in understanding.corrections:
        if taken_for == understanding.speaker:
            return f"speaker: {name} ({_plain(typed)}, taken for {name})"
    if understanding.speaker_is_role:
        return f"speaker: {name} (any)"
    return (
        f"speaker: {name}"
        if understanding.speaker_known
        else f"speaker: {name} (not a speaker in this archive)"
    )


def _when(since: date | None, until: date | None) -> str:
    if since and until:
        return f"on {_day(since)}" if since == until else f"{_day(since)} to {_day(until)}"
    if since:
        return f"since {_day(since)}"
    return f"until {_day(until)}" if until else ""


def _day(day: date) -> str:
    # Not strftime: month names would follow the machine's locale.
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = "January February March April May June July August September October November December".split()


def _plain(text: str) -> str:
    """One line of printable characters, of bounded length: the question may hold anything."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= LONGEST_PART else text[: LONGEST_PART - 1].rstrip() + "…"
