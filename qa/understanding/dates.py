"""Find dates and order in a question, as bounds on the day an article appeared.

What a date in a question means depends on the question. "What did Rubio say in March?" asks for words from
March; "Who won Wimbledon in 2018?" asks about an event that an article of any year may tell. So every date
found is marked with how far it can be trusted:

- in a question about what somebody said, every date counts that has its preposition ("in March", "on 3 May
  2024", "since Monday") and does not belong to an event in the topic ("the election in 2016");
- in any other question only dates that say they are about publication ("articles from last week", "published
  on 3 May 2024"), or that move with the calendar and are short ("yesterday", "last week", "since Monday",
  "the past three days"). "Last year", "today" and "since 2007" are facts there, and are left alone. But a time
  with its year ("in May 2012") bounds the articles where the question has no answer otherwise: `in_its_time.py`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from qa.language.lexicon.archive_words import NEWEST
from qa.language.lexicon.calendar import COUNT, LONG_OR_VAGUE, MOVING_TIMES, UNIT
from qa.language.lexicon.common_nouns import EVENTS
from qa.language.lexicon.page_words import NEWS
from qa.language.patterns import in_small_letters, regex
from qa.understanding.calendar_arithmetic import bounded
from qa.understanding.periods import any_period, may_hold_period, read_period, read_period_with_library

Order = Literal["relevance", "newest", "oldest"]

_CUE = regex(
    r"\b(?:from\s+(?=after|before))?(?P<cue>since|ever\s+since|after|(?:newer|later|more\s+recent)\s+than|(?:older|earlier)\s+than|from|before|prior\s+to|until|till|up\s+to|through|between|during|(?:(?:sometime|some\s+time|at\s+some\s+point)\s+)?in|on|over|around|circa"
    r"|within|throughout|for|at)\s+$",
    re.IGNORECASE,
)
_JOIN = regex(r"\s*(?:and|to|until|till|through|-|–)\s+|\s*[-–]\s*", re.IGNORECASE)
_AND = regex(r"\s+(?:and|or)\s+", re.IGNORECASE)
_ONWARD = regex(r"\s+(?:onwards?|on)\b(?!\s+\w)|\s+onwards?\b", re.IGNORECASE)
_OR = r",?\s+(?:or|and)\s+"
_ENDS = r"(?=[^\w\s]|\s*$|\s+(?:about|on|regarding|concerning|of|in|by|from)\b)"
_OR_LATER = regex(rf"{_OR}(?:later|after(?:wards?)?|since(?:\s+then)?|onwards?|newer){_ENDS}", re.IGNORECASE)
_OR_EARLIER = regex(rf"{_OR}(?:earlier|before|older){_ENDS}", re.IGNORECASE)
_AT_EDGE = regex(
    r"(?:the\s+)?(?:(?P<first>start|beginning)|end)\s+of\s+(?:the\s+year\s+)?(?P<of>\S.*)", re.IGNORECASE
)
_PUBLISHED = regex(
    rf"\b(?:{NEWS}\s+|(?:published|dated|posted|printed)\s+)(?:(?:was|were|from|in|on|of|at)\s+)*$",
    re.IGNORECASE,
)
_OWNS_NEWS = regex(rf"(?:['’]s)?\s+{NEWS}\b", re.IGNORECASE)
_NEWS_WORD = regex(rf"\b{NEWS}\b", re.IGNORECASE)
_SAID_BEFORE = regex(r"\b(?:say|said|says|tell|told|announced?|claim(?:ed)?|speak|spoke)\s+$", re.IGNORECASE)

_SPEAKS_OF = regex(
    r"\b(?:say|said|says|think|thinks|speak|spoke|talk|talked)\s+(?:about|on|of)\s", re.IGNORECASE
)
"""What makes "houses older than 1950" a topic, where "quotes on tolls older than 2020" are quotes of before."""

# A bare month or year ends its phrase: "since May about Brexit", but not "after May resigned", "in 2016
# dollars".
_PHRASE_ENDS = regex(
    r"\s*(?:$|[^\w\s]|(?:about|on|regarding|concerning|that|to|and|or|when|did|does|has|as|at|with|during|in|of|over|but"
    r"|by|from|what|who|how|why|is|was|say|said|onwards?|until|than|for)\b)",
    re.IGNORECASE,
)
_MARCH_TO = regex(r"\s+(?:on|to|for|against)\s+(?:the\s+)?(?!\d)[a-z]", re.IGNORECASE)
_EVENT = regex(rf"\b{EVENTS}\s+(?:held\s+)?$", re.IGNORECASE)
_MOVES = regex(rf"\b{MOVING_TIMES}\b", re.IGNORECASE)
_LONG_OR_VAGUE = regex(rf"\b{LONG_OR_VAGUE}\b", re.IGNORECASE)
_LAST_STRETCH = regex(rf"the\s+last\s+(?:{COUNT}\s+)?{UNIT}s?|last\s+{COUNT}\s+{UNIT}s?", re.IGNORECASE)
_STRETCH = regex(r"\b(?:week|days\s+(?:of|in))\b", re.IGNORECASE)
"""Several days, though a day is named or counted: "the week of 5 October", "the first ten days of May"."""
_END_OF = regex(r"\s+(?:of|before|until|till)\s+\w", re.IGNORECASE)
"""What says of what a stretch is the end: "the last three days before the deadline" are not the last before today."""

_ONE_SIDED = frozenset(("since", "ever since", "after", "before", "prior to", "until", "till", "up to"))


class FoundDate(NamedTuple):
    """A date phrase with its preposition, as offsets into the question.

    `anywhere`: it bounds publication in every kind of question, not only in one about what somebody said.
    """

    start: int
    end: int
    since: date | None
    until: date | None
    anywhere: bool


def find_dates(text: str, *, today: date) -> list[FoundDate]:
    """Return the date phrases of a question, in order, without those that are part of what it is about."""
    found: list[FoundDate] = []
    position = 0
    small = in_small_letters(text)
    pattern = any_period() if may_hold_period(small) else None
    while pattern is not None and (match := pattern.search(small, position)):
        position = match.end()
        phrase = _read(text, match.start(), match.end(), today)
        if phrase is not None and not _is_to_come(phrase, today):
            found.append(phrase)
            position = max(position, phrase.end)
    if not found:
        found.extend(_by_library(text, today))
    return found


def _is_to_come(phrase: FoundDate, today: date) -> bool:
    """Return whether no article can have appeared on any day of a phrase: "in 2050" is what a question is about."""
    return phrase.since is not None and phrase.since.year > today.year


def may_hold_date(text: str) -> bool:
    """Return whether a text holds anything that `find_dates` would look at; without it, there is no date in it."""
    small = in_small_letters(text)
    by_rule = may_hold_period(small) and any_period().search(small) is not None
    return by_rule or _library_phrase().search(text) is not None


def bounds(found: list[FoundDate]) -> tuple[date | None, date | None]:
    """Return the days that all phrases allow; where they exclude each other, those of the first."""
    since = max((one.since for one in found if one.since), default=None)
    until = min((one.until for one in found if one.until), default=None)
    if since and until and since > until:
        return found[0].since, found[0].until
    return since, until


def _read(text: str, start: int, end: int, today: date) -> FoundDate | None:
    period = read_period(text[start:end], today=today)
    if period is None:
        return None
    # 40 characters are enough for any preposition, and keep this linear in the question's length.
    before = _CUE.search(text, max(0, start - 40), start)
    cue = " ".join(before["cue"].lower().split()) if before else ""
    begin = before.start() if before else start
    joint = _JOIN if cue in {"between", "from"} else _AND if cue in {"in", "during"} else None
    joined = joint.match(text, end) if joint else None
    later = any_period().match(in_small_letters(text), joined.end()) if joined else None
    if later and (second := read_period(later[0], today=today)):
        # "Between March and June 2024": both are of that year.
        named_year = read_period(f"{text[start:end]} {second[0].year}", today=today)
        no_year = period[1] <= second[1] and not re.search(r"\d{4}", later[0])
        begun, ended = period if no_year else named_year or period
        # "In May and June" is one time, "in May and October" two.
        follows = (
            joint is _AND and second[0] - ended == timedelta(1) and _PHRASE_ENDS.match(text, later.end())
        )
        if (joint is _JOIN and begun <= second[1]) or follows:
            return _found(text, begin, later.end(), (begun, second[1]), today)
    phrase = text[start:end].lower()
    if not _stands(text, begin, start, end, cue, phrase):
        return None
    onward = _OR_LATER.match(text, end) or (_ONWARD.match(text, end) if cue in {"since", "from"} else None)
    earlier = None if onward else _OR_EARLIER.match(text, end)
    if onward is not None:
        end, cue = onward.end(), "since"
    elif earlier is not None:
        end, cue = earlier.end(), "until"
    elif cue in {"at", "in"} and (edge := _AT_EDGE.fullmatch(phrase)):
        # Since the end of March is since one day; "at the end of March" is in its last days.
        period = read_period(f"{'early' if edge['first'] else 'late'} {edge['of']}", today=today) or period
    return _found(text, begin, end, bounded(cue, period), today)


def _stands(text: str, begin: int, start: int, end: int, cue: str, phrase: str) -> bool:
    """Tell whether a phrase that reads as a date is one here."""
    names_day = not _STRETCH.search(phrase) and (
        bool(re.search(r"\d{1,2}(?:st|nd|rd|th)?\b(?!\d)", re.sub(r"\d{4}", "", phrase))) or "day" in phrase
    )
    moves = bool(_MOVES.search(phrase))
    if _LAST_STRETCH.fullmatch(phrase) and _END_OF.match(text, end):
        return False
    weekday = bool(re.fullmatch(r"\w+day", phrase)) and phrase not in {"yesterday", "today"}
    if not cue:
        owned = _OWNS_NEWS.match(text, end)
        if _PUBLISHED.search(text, max(0, start - 60), start):
            return True
        if weekday or not moves:
            return bool(owned and moves) or (
                weekday and bool(_SAID_BEFORE.search(text, max(0, start - 20), start))
            )
        # "About last week", "on this week": the topic, or the name of a programme.
        return not re.search(
            r"\b(?:about|regarding|of|called|named)\s+(?:the\s+)?$", text[max(0, start - 20) : start], re.I
        )
    event = _EVENT.search(text, max(0, begin - 40), begin)
    if cue.startswith(("older", "newer", "more")) and _SPEAKS_OF.search(text, 0, begin):
        return False
    if event and not moves and not _parts_time(event[0], cue, phrase):
        return False
    if cue == "on" and not names_day:
        return False
    if (
        cue == "at"
        and not re.search(r"start|beginning|end", phrase)
        and not _PUBLISHED.search(text, 0, begin)
    ):
        return False
    if cue in {"for", "over", "within", "through"} and not moves:
        return False
    if cue in {"in", "during", "throughout"} and names_day and not moves:
        return False
    if phrase == "march" and cue in {"after", "before", "prior to", "during"} and _MARCH_TO.match(text, end):
        return False
    # "Quotes from May" are Theresa May's; "articles from May" are not.
    if phrase == "may" and cue == "from" and not _PUBLISHED.search(text, max(0, begin - 40), start):
        return bool(_ONWARD.match(text, end))
    if not names_day and not moves:
        return bool(_PHRASE_ENDS.match(text, end))
    return True


def _parts_time(event: str, cue: str, phrase: str) -> bool:
    """Tell whether a date after an event says since or until when something was said, not which event it is.

    "The budget before July 2023" may be any; "the election before 2016" is one, and so is "a deal signed in May".
    """
    if cue not in _ONE_SIDED or re.search(r"(?:held|happened|born|signed)\s+", event, re.IGNORECASE):
        return False
    return cue not in {"after", "before", "prior to"} or not re.fullmatch(r"(?:the\s+year\s+)?\d{4}", phrase)


def _found(
    text: str, start: int, end: int, period: tuple[date | None, date | None], today: date
) -> FoundDate:
    since, until = period
    published = bool(_PUBLISHED.search(text, max(0, start - 60), start)) and bool(_NEWS_WORD.search(text))
    owned = _OWNS_NEWS.match(text, end)
    if owned:
        end += 2 if text[end : end + 2] in {"'s", "’s"} else 0
    phrase = text[start:end]
    moves = bool(_MOVES.search(phrase)) and not _LONG_OR_VAGUE.search(phrase)
    weekday_alone = (
        re.fullmatch(r"(?:on\s+)?\w+day", phrase, re.IGNORECASE) and "yesterday" not in phrase.lower()
    )
    # A span that reaches today is open at its end: an article may carry tomorrow's date.
    if until and since and until >= today:
        until = None
    return FoundDate(start, end, since, until, published or bool(owned) or (moves and not weekday_alone))


@cache
def _library_phrase() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<cue>since|after|from|before|until|till|on)\s+"
        r"(?P<phrase>\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|[\w ]{3,30}\bago\b|\d{1,2}\s*(?:hours|hrs)\s+ago\b)",
        re.IGNORECASE,
    )


def _by_library(text: str, today: date) -> list[FoundDate]:
    match = _library_phrase().search(text)
    if match is None or (period := read_period_with_library(match["phrase"], today=today)) is None:
        return []
    since, until = bounded(match["cue"].lower(), period)
    return [FoundDate(match.start(), match.end(), since, until, anywhere=False)]


_NEWEST = regex(
    r"\b(?:most\s+recently|(?:most\s+recent|latest|newest)(?:\s+first)?|recently|lately|(?:the\s+)?last\s+(?:thing|words?|time))\b"
    r"|\blast(?=\s+(?:say|said|tell|told|claim|mention|comment|speak|spoke|talk|announce|suggest)(?:ed|d|s|ing)?\b)"
    r"|(?<=\bsay )last(?=\W*$)|(?<=\bsaid )last(?=\W*$)",
    re.IGNORECASE,
    inside="recently recent latest newest lately last",
)
_OLDEST = regex(
    r"\b(?:earliest|originally|initially|for\s+the\s+first\s+time|(?:the\s+)?first\s+(?:thing|words?|time))\b"
    r"|\bfirst(?=\s+(?:say|said|tell|told|claim|mention|comment|speak|spoke|talk|announce|suggest|call|warn|deny"
    r"|denied|react|respond|state|declare|quote|remark)(?:ed|d|s|ing)?\b)"
    r"|\bfirst(?=\s+(?:comments?|remarks?|statements?|reactions?|responses?|quotes?|words)\b)",
    re.IGNORECASE,
    inside="earliest originally initially first",
)
_NEWEST_NEWS = regex(
    rf"\b{NEWEST}\s+(?:{NEWS}|on|about|from|in|with|regarding|updates?|developments?)\b",
    re.I,
)


def find_order(text: str) -> tuple[Order, tuple[int, int] | None]:
    """Return the order that a question about somebody's words asks for, and the span of the word that says
    so."""
    for pattern, order in ((_NEWEST, "newest"), (_OLDEST, "oldest")):
        if match := pattern.search(text):
            return order, match.span()  # type: ignore[return-value]
    return "relevance", None


def asks_for_newest_articles(text: str) -> bool:
    """Tell whether a question of any kind wants the newest articles: "the latest on China", not "the latest
    iPhone"."""
    return bool(_NEWEST_NEWS.search(text))
