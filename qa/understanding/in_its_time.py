"""Read the time of an event as that of the articles on it: "How many ferries ran in May 2012?".

News tells of its own time and does not name it: an article of that May says that "nine ferries now run".
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from qa.answers import QuestionKind, Understanding
from qa.language.lexicon.calendar import FEAST, MONTH, WEEKDAY
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, terms
from qa.understanding.dates import find_dates
from qa.understanding.line import in_words

_IN_YEAR = regex(r"(?:in|on|during)\b.*\b(?:19|20)\d\d\b", re.I)
_OF_ANY_YEAR = regex(rf"\b(?:{MONTH}|{FEAST}\b)(?!.*\b(?:19|20)\d\d\b)", re.I | re.S)
_OF_THIS_ONE = regex(
    rf"\b(?:19|20)\d\d\b|\b(?:last(?!\s+(?:\w+\s+)?(?:days?|weeks?)\s+(?:of|in)\b)|past|next|this|ago|yesterday|today|now|recent(?:ly)?|lately|{WEEKDAY}(?!,?\s+(?:the\s+)?\d))\b",
    re.I,
)
"""What says when it was by today: "what did the May family say since Monday?"; but not "Monday, 5 May"."""
_PASSED = timedelta(365)
"""How old the newest article is where no month without a year can be that of today's year."""
_BEFORE_STOP = regex(r"\s+(?=[?.!,;]|\Z)")
_LEAST = 2
"""How many words it must have beside its time: "What happened in 2012?" asks for the time alone."""


def in_articles_of_its_time(asked: Understanding, *, today: date) -> Understanding | None:
    """Return a question of fact with its time as a bound on the articles; None where it names no time with its year.

    A bare "in May" is left alone: it may be that of any year.
    """
    question = asked.standalone
    if asked.kind is not QuestionKind.CONTENT or asked.browses or asked.since or asked.until:
        return None
    times = find_dates(question, today=today)
    if (
        len(times) != 1
        or times[0].since is None
        or not _IN_YEAR.match(question[times[0].start : times[0].end])
    ):
        return None
    (time,) = times
    rest = " ".join(f"{question[: time.start]} {question[time.end :]}".split())
    rest = _BEFORE_STOP.sub("", rest).lstrip(", ")
    if sum(not is_stop_term(word) for word in terms(rest)) < _LEAST:
        return None
    # What happened on a day is told on the next one.
    until = time.until + timedelta(1) if time.until and time.until == time.since else time.until
    return replace(asked, standalone=rest, since=time.since, until=until)


def in_last_such_time(asked: Understanding, last: date, *, today: date) -> Understanding:
    """Return a question with a month without a year as that of the last one that the archive has articles of.

    Who asks an archive that ends in 2012 for what was said in May means that of 2012, whatever the year is now.
    """
    ends = asked.since or asked.until
    if ends is None or ends <= last or today - last < _PASSED:
        return asked
    if _OF_THIS_ONE.search(asked.question) or not _OF_ANY_YEAR.search(asked.question):
        return asked
    back = ends.year - last.year
    back += _earlier(ends, back) > last
    since = _earlier(asked.since, back) if asked.since else None
    until = _earlier(asked.until, back, ends_month=asked.until != asked.since) if asked.until else None
    return replace(asked, since=since, until=until, standalone=_written(asked, since, until))


def _written(asked: Understanding, since: date | None, until: date | None) -> str:
    """Return the question with its time as it is meant, where that was written into it: "since 1 May 2012"."""
    text = asked.standalone
    for was, is_ in ((asked.since, since), (asked.until, until)):
        if was and is_ and in_words(was) not in asked.question:
            text = text.replace(in_words(was), in_words(is_))
    return text


def _earlier(day: date, years: int, *, ends_month: bool = False) -> date:
    """Return a day of an earlier year.

    Args:
        ends_month: Whether the last of a month stays the last: "in February" may end on the 28th or the 29th.
    """
    year, length = day.year - years, calendar.monthrange(day.year, day.month)[1]
    longest = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=longest if ends_month and day.day == length else min(day.day, longest))
