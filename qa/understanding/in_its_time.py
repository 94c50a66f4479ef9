"""Read the time of an event as that of the articles on it: "How many ferries ran in May 2012?".

News tells of its own time and does not name it: an article of that May says that "nine ferries now run".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from qa.answers import QuestionKind, Understanding
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, terms
from qa.understanding.dates import find_dates

_IN_YEAR = regex(r"(?:in|on|during)\b.*\b(?:19|20)\d\d\b", re.I)
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
