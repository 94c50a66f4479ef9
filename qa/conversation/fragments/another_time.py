"""Ask a question of fact once more, of another time: "How many were killed in 1991?" after "and in 1991?"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying, last_whole
from qa.conversation.earlier.turns import Turn
from qa.conversation.fragments.fragment_acts import Act
from qa.conversation.fragments.fragments import fragment_of, names_month_alone
from qa.language.lexicon.calendar import MONTH_NAMES
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.patterns import regex
from qa.understanding.line import in_words

_DATE = regex(
    r"\s+(?:in|since|after|before|until|during|by)\s+(?:(?:early|late|mid)[ -])?"
    r"(?:[A-Z][a-z]+\s+)?(?:1[89]|20)\d\d(?=[\s?!.]*$)|\s+(?:last|this|next)\s+(?:year|month|week|season|quarter)(?=[\s?!.]*$)"
)
_HAS_CUE = regex(
    r"(?:in|on|at|since|after|before|until|till|during|between|from|by|over|for|up\s+to|last|this|yesterday|today"
    r"|(?:the|a|one|two|three)\s+\w+\s+(?:earlier|later|after|before|ago))\b",
    re.IGNORECASE,
)
_BEFORE_THAT = regex(
    r"(?:(?P<years>(?:the|a|one)\s+year|(?:two|three)\s+years)|(?:the|a|one|two|three)\s+(?:months?|weeks?|days?|quarters?|seasons?))\s+"
    r"(?P<how>before|earlier|after|later|ago)(?:\s+that)?",
    re.IGNORECASE,
)
"""A time that is told from another: "and the year before?"."""
_YEARS = {"two": 2, "three": 3}
_LAST_YEAR = 9999
_HOW = regex(r"\s*(?:and\s+|so\s+)?how\b", re.IGNORECASE)
"""What is counted or measured is so at another time, too."""
_IN_A_YEAR = regex(r"\bin\s+(?P<year>(?:19|20)\d\d)(?=[\s?!.]*$)")
_LONGEST = 120
_THAT_TIME = regex(
    r"(?<![\s,])[\s,]+(?:(?:(?:on|in|during)\s+)?(?:that|(?:the|that)\s+(?:very|same))|(?:on|in|during)\s+the)\s+"
    r"(?P<unit>day|month|year)(?=[\s?!.]*$|\s+(?:about|on)\b)",
    re.IGNORECASE,
)
"""When words were said: "that day", "in the same year"; "the player of the year" is of no year that was shown."""


def at_that_time(question: str, past: Past) -> str | None:
    """Write "what else did she say that day?" with the day of the quotes that were shown; None where it is not one."""
    # What is written so is read again: a text of nothing else would be so without end.
    match = _THAT_TIME.search(question) if len(question) <= _LONGEST else None
    turn = past.conversation.turns[-1] if past.conversation.turns else None
    if match is None or turn is None or turn.first_day is None or turn.last_day is None:
        return None
    if PREPOSITIONS.intersection(question[: match.start()].lower().split()[-1:]):
        return None  # "what does she remember of that day?"
    first, last = turn.first_day, turn.last_day
    month = f"{MONTH_NAMES[first.month - 1].capitalize()} {first.year}"
    match match["unit"].lower():
        case "day":
            when = f" on {in_words(first)}" if first == last else None
        case "month":
            when = f" in {month}" if (first.year, first.month) == (last.year, last.month) else None
        case _:
            when = f" in {first.year}" if first.year == last.year else None
    return None if when is None else question[: match.start()] + when + question[match.end() :]


def with_date(question: str, phrase: str, base: Understanding, read: Understand) -> Followed:
    """Ask a question of fact, or for a page, with a date: "How many were killed in 1991?" after "and in 1991?"."""
    words = phrase if _HAS_CUE.match(phrase) else f"in {phrase}"
    plain = without_appended(base.standalone)
    added = base.standalone.removeprefix(plain.rstrip(" ?!.")) if plain != base.standalone else ""
    body = plain.rstrip(" ?!.")
    ends = added or plain[len(body) :]
    dated = _DATE.search(body)
    if dated is not None and names_month_alone(words):
        words = f"{words} {dated[0].split()[-1]}"  # "and in March?", after "how many were killed in 1991?"
    asked = f"{_DATE.sub('', body)} {words}{ends}"
    return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))


def without_bound(question: str, bound: str, past: Past, read: Understand) -> Followed | None:
    """Ask the last question again without its dates or its outlet: by "any year", after "and in 2019?"."""
    last = past.last
    if last is None:
        return None
    free = again(question, last)
    free = replace(free, since=None, until=None) if bound == "dates" else replace(free, source=None)
    if last.kind is not QuestionKind.CONTENT:
        if bound == "dates" and not (last.since or last.until) and free.topic:
            free = replace(free, topic=_DATE.sub("", free.topic))  # "the flood in 2019"
        return Followed(carrying(free))
    if bound == "dates" and len(past.known) > 1 and _only_dates(past.known[-1][0].question, read):
        # "Any time", after "since December": the question as it was before that.
        return Followed(again(question, past.known[-2][1]))
    plain = without_appended(last.standalone)
    body = plain.rstrip(" ?!.")
    asked = f"{_DATE.sub('', body)}{last.standalone[len(body) :]}" if bound == "dates" else last.standalone
    undated = replace(read(asked), question=question, standalone=asked, carried=("words",))
    return Followed(undated if bound == "dates" else free)


def _only_dates(question: str, read: Understand) -> bool:
    fragment = fragment_of(question, read)
    return fragment is not None and fragment.act is Act.DATES


def words_of_another_year(phrase: str, slots: Understanding, turn: Turn) -> Understanding | None:
    """Ask for somebody's words of 2017, by "and the year before?" after those of 2018, asked for or shown."""
    other = _BEFORE_THAT.fullmatch(phrase)
    if other is None or not other["years"] or other["how"].lower() == "ago":
        return None
    later = other["how"].lower() in ("after", "later")
    from_day = slots.since if slots.since and slots.until and slots.since.year == slots.until.year else None
    from_day = from_day or (turn.last_day if later else turn.first_day)
    step = _YEARS.get(other["years"].split(" ")[0].lower(), 1)
    year = from_day.year + (step if later else -step) if from_day else 0
    return (
        replace(slots, since=date(year, 1, 1), until=date(year, 12, 31)) if 0 < year <= _LAST_YEAR else None
    )


def at_another_time(question: str, phrase: str, past: Past, read: Understand) -> Followed | None:
    """Ask how much it was in 1995, by "and the year before?" after "how much was lost in 1996?"."""
    base, other = last_whole(past), _BEFORE_THAT.fullmatch(phrase)
    if other is None or not _HOW.match(base.standalone):
        return None
    told_from_it = other["years"] and other["how"].lower() != "ago"  # "a year ago" is told from today
    dated = _IN_A_YEAR.search(without_appended(base.standalone)) if told_from_it else None
    step = _YEARS.get((other["years"] or "").split(" ")[0].lower(), 1)
    step = step if other["how"].lower() in ("after", "later") else -step
    return with_date(question, f"in {int(dated['year']) + step}" if dated else phrase, base, read)
