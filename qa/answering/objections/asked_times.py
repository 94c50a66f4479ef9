"""Tell whether a question asks for a time, and whether a text has one: a day or a year, a clock's, opening hours."""

from __future__ import annotations

import re

from qa.language.lexicon.calendar import DAYS, MONTH_NAMES, MONTHS, WEEKDAY
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.patterns import regex
from qa.ranking.question import AnswerType, answer_type

_WHEN = regex(
    rf"\W*{ONE_LEAD}(?:since\s+|until\s+)?(?:when|(?:what|which)\s+(?:day|date|month|year))\b",
    re.I,
)
DATED = "|".join(sorted(name.title() for name in (*MONTHS, *DAYS)))
"""The names of months and days as a text has them, as alternatives."""
_TIME = regex(
    rf"\b(?:{DATED}|1[6-9]\d\d|20\d\d|\d{{1,2}}(?::\d\d|\s?[ap]\.?m\b|(?:st|th) century)|[Nn]oon|[Mm]idnight"
    r"|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow"
    r"|(?:[Ll]ast|[Nn]ext|[Tt]his)\s+(?:week|month|year|night|spring|summer|autumn|fall|winter))\b"
)
_WHAT_TIME = regex(
    r"\W*(?:at )?what time\b(?! (?:of (?:the )?(?:year|month|week)|frame|period|span|zone)\b)", re.I
)
_CLOCK = regex(
    r"\b\d{1,2}:\d\d\b|\bat \d{1,2}\.\d\d\b|\d ?(?:am|pm|a\.m|p\.m)\b"
    r"|\bo['’]clock\b|\b(?:noon|midday|midnight|dawn|dusk|sunrise|sunset)\b",
    re.I,
)
_AT_THAT_TIME = regex(r"\W*(?:what|who|whom|whose|which|where)\b.*\bwhen\b", re.I)
"""A question for something else at a time: "What did the crew do when the ferry sank?"."""
_HOURS = regex(
    r"\W*what(?:['’]?s|\s+(?:are|is|were|was))\s+(?:[\w’'-]+\s+){0,5}?(?:opening|closing|visiting|office|business)"
    r"\s+(?:hours|times)\s*(?:\?|\Z|(?:of|for|at|in|on|during)\b)",
    re.I,
)
_OPEN_AT = regex(
    r"\b\d{1,2} ?(?:-|–|to|until|till) ?\d{1,2}\b|\b(?:24|twenty-four) hours\b|\b(?:round|around) the clock\b"
    r"|\b(?:at|from|until|till|after|before) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.I,
)
"""Hours that are not written as a clock shows them: "from nine to five", "open 9-5"."""
_WHEN_FIRST = regex(
    r"\W*(?:when\b|(?:in |on |since |at )?(?:what|which) (?:year|date|day|month|time)\b)", re.I
)
_DAY_FIRST = regex(r"\W*(?:when\b|(?:in |on |since )?(?:what|which) (?:year|date|day|month)\b)", re.I)
_ANY_TIME = regex(
    r"\b(?:1\d|20)\d\ds?\b|\d ?(?:am|pm|a\.m|p\.m)\b|\b\d{1,2}[:.]\d\d\b"
    rf"|\b(?:{'|'.join(MONTH_NAMES)})\b|\b(?:jan|feb|aug|sept?|oct|nov|dec)\b|\b{WEEKDAY}s?\b"
    r"|\b(?:today|yesterday|tomorrow|tonight|overnight|ago|morning|afternoon|evening|night|noon|midnight|dawn|dusk"
    r"|spring|summer|autumn|winter|christmas|easter|recently|century|decade|era|period|weekend"
    r"|after|before|during|when|since|until|while|once|soon|later|earlier|now)\b"
    r"|\b(?:last|next|this|past|previous|following|same|every|each|first|coming|final) (?:week|month|year|day|time)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:days|weeks|months|years|hours)",
    re.I,
)


def asks_time(question: str) -> bool:
    """Return whether a time is asked for: not in "What did the crew do when the ferry sank?"."""
    if _WHEN.match(question):
        return True
    return answer_type(question) is AnswerType.TIME and not _AT_THAT_TIME.match(question)


def asks_when(question: str) -> bool:
    """Return whether a question begins with "when", "in what year" or "at what time"; not with "since when"."""
    return _WHEN_FIRST.match(question) is not None


def asks_date(question: str) -> bool:
    """Return whether a question begins with "when" or "on which day", which no time of day answers."""
    return _DAY_FIRST.match(question) is not None


def holds_time(text: str) -> bool:
    """Return whether a text has a time by the calendar or the clock: "in May", "last year", "at noon"."""
    return _TIME.search(text) is not None


def may_tell_when(text: str) -> bool:
    """Return whether a text has any word that may tell when something was: "before the vote", "a decade ago"."""
    return _ANY_TIME.search(text) is not None


def asks_clock(question: str) -> bool:
    """Return whether a time of day is asked for: "What time does the school open?"."""
    return _WHAT_TIME.match(question) is not None


def holds_clock(text: str) -> bool:
    """Return whether a text has a time of day."""
    return _CLOCK.search(text) is not None


def asks_hours(question: str) -> bool:
    """Return whether it is asked when something is open: "What are the library's opening hours?"."""
    return _HOURS.match(question) is not None


def holds_hours(text: str) -> bool:
    """Return whether a text has hours that are not written as a clock shows them."""
    return _OPEN_AT.search(text) is not None
