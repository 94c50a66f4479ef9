"""Describe in one line what was understood, so that people see a misunderstanding."""

from __future__ import annotations

from datetime import date

from qa.answers import OfAll, QuestionKind, Understanding
from qa.language.lexicon.calendar import MONTH_NAMES

LONGEST_PART = 120
_MOST_NAMED = 4
_OF_ALL: dict[OfAll, str] = {
    "count": "how often",
    "voices": "how many",
    "most": "who most often",
    "first": "oldest first",
    "latest": "newest first",
    "longest": "longest first",
    "shortest": "shortest first",
    "quoted": "only in quotation marks",
}


def understood_line(understanding: Understanding) -> str:
    """Return "speaker: Marco Rubio · topic: China · since 1 March 2025"; empty when nothing but content was
    understood."""
    parts = [_read_as(understanding), _who(understanding)]
    if understanding.addressee:
        parts.append(f"to: {_plain(understanding.addressee)}")
    # Nobody needs to be told that "school meals" was taken for school meals.
    if understanding.topic and understanding.topic != understanding.standalone.strip():
        parts.append(f"topic: {_plain(understanding.topic)}")
    if understanding.unexplained:
        parts.append(f"topic: whatever “{_plain(understanding.unexplained)}” is")
    parts.append(_when(understanding.since, understanding.until))
    if understanding.source:
        parts.append(f"source: {_plain(understanding.source)}")
    if understanding.over_time:
        parts.append("over time")
    if understanding.of_all is not None:
        parts.append(_OF_ALL[understanding.of_all])
    elif understanding.order != "relevance":
        parts.append(f"{understanding.order} first")
    return " · ".join(part for part in parts if part)


def _read_as(understanding: Understanding) -> str:
    """Return what a follow-up was read as, with what it took from the turns before."""
    if not understanding.carried or understanding.standalone == understanding.question:
        return ""
    return f"read as: “{_plain(understanding.standalone)}”"


def _who(understanding: Understanding) -> str:
    if understanding.kind is QuestionKind.WHO_SAID:
        return "" if understanding.of_all == "most" else "who said it"
    if not understanding.speaker:
        return ""
    if understanding.others:
        both = " and ".join(_plain(name) for name in (understanding.speaker, *understanding.others))
        return f"compared: {both}"
    name = _plain(understanding.speaker)
    if understanding.described and not understanding.bearers:
        return f"{_plain(understanding.described)}: {'perhaps ' if understanding.loosely_described else ''}{name}"
    if understanding.instead_of:
        return f"speaker: {name} (not {' or '.join(map(_plain, understanding.instead_of))})"
    if understanding.bearers:
        more = (
            f" and {len(understanding.bearers) - _MOST_NAMED} more"
            if len(understanding.bearers) > _MOST_NAMED
            else ""
        )
        return f"speaker: {name} ({', '.join(map(_plain, understanding.bearers[:_MOST_NAMED]))}{more})"
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
        return f"on {in_words(since)}" if since == until else f"{in_words(since)} to {in_words(until)}"
    if since:
        return f"since {in_words(since)}"
    return f"until {in_words(until)}" if until else ""


def bounds_in_words(understanding: Understanding) -> str:
    """Return " from 1 May 2023 to 31 May 2023 in the Inland Post", for the end of a sentence; "" without a bound."""
    when = _when(understanding.since, understanding.until)
    there = f"in {_plain(understanding.source)}" if understanding.source else ""
    return "".join(f" {part}" for part in (f"from {when}" if " to " in when else when, there) if part)


def in_words(day: date) -> str:
    """Return "18 January 2025". Not strftime: month names would follow the machine's locale."""
    return f"{day.day} {MONTH_NAMES[day.month - 1].capitalize()} {day.year}"


def _plain(text: str) -> str:
    """Return one line of printable characters, of bounded length: the question may hold anything."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= LONGEST_PART else text[: LONGEST_PART - 1].rstrip() + "…"
