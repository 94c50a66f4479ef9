"""Part a turn that asks one thing of two sides: "who is for and against it?", "what was said in May and in June?".

Both are answered, side by side. What is asked of before and after an event has no two sides here: its day nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from qa.answers import Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation
from qa.conversation.rewording.two_questions import first_of_two
from qa.language.lexicon.archive_words import MORE_OFTEN
from qa.language.lexicon.calendar import MONTH_NAMES, SEASON
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.question_words import QUESTION_AUXILIARIES
from qa.language.patterns import regex
from qa.understanding.dates import may_hold_date
from qa.understanding.scan import clean, skip_courtesy
from qa.understanding.words import bare

_LONGEST = 300
_WHO_IS = r"who(?:['’]?s|\s+(?:is|are|was|were|has\s+been|spoke|speaks))"
_SUPPORTERS = (
    r"(?:supporters|backers|advocates|proponents)\s+and\s+(?:the\s+)?(?:opponents|critics|detractors)"
)
_FOR_AND_AGAINST = regex(
    rf"(?:{_WHO_IS}\s+(?:for\s+(?:or|and)|for\s+and\s+{_WHO_IS}|in\s+favou?r\s+(?:of\s+)?(?:or|and))\s+against"
    r"|who\s+(?:supports?|supported|backs?|backed|favou?rs?|favou?red)\s+(?:and|or)\s+(?:who\s+)?(?:opposes?|opposed|is\s+against)"
    r"|what\s+(?:speaks?|spoke|(?:is|was|can\s+be|has\s+been)\s+said)\s+for\s+(?:and|or)\s+against"
    r"|(?:what(?:['’]?s|\s+(?:is|are|were))\s+|(?:summari[sz]e|sum\s+up|list|name)\s+)?(?:(?:the|people['’]?s|main|any|some)\s+)*"
    r"(?:(?:arguments?|case|reasons)\s+for\s+(?:and|or)\s+against|(?:pros\s+(?:and|&)\s+cons|advantages\s+and\s+disadvantages)\s+of)"
    rf"|(?:what\s+(?:do|did|have)\s+)?(?:the\s+)?{_SUPPORTERS}\s+(?:of|(?:say|said|think|argue)\s+(?:about|on|of)))"
    r"\s+(?P<topic>\S.*?)(?:\s+(?:say|said|think|argue))?"
    r"|(?:what\s+(?:are|were)\s+)?(?:(?:the|people['’]?s|main|any|some|all)\s+)*(?:views|opinions|arguments|comments|statements|quotes|voices|words)"
    r"\s+(?:on|about)\s+(?P<viewed>\S.*?)[\s,]+(?:both\s+)?for\s+(?:and|or)\s+against(?:\s+it)?"
    rf"|{_WHO_IS}\s+(?:for|in\s+favou?r\s+of)\s+(?P<backed>\S.*?)[\s,]+and\s+who(?:['’]?s|\s+(?:is|are|was|were))?\s+against(?:\s+it)?"
    r"|(?:(?:show|give|tell)\s+(?:me|us)\s+|what\s+are\s+)?(?:the\s+)?(?:opposing|contrasting|conflicting|opposite|differing)"
    r"\s+(?:views|opinions|sides|voices|positions|arguments)\s+(?:on|about)\s+(?P<disputed>\S.*?)"
    r"|(?:the\s+)?(?:both|two)\s+sides\s+(?:of|on|in)\s+(?P<debated>\S.*?)(?:\s+(?:debate|argument|dispute|controversy|row|question|issue))?",
    re.IGNORECASE | re.DOTALL,
    needs=(
        "against oppose opposes opposed pros advantages opponents critics detractors opposing contrasting conflicting"
        " opposite differing sides"
    ),
)
"""What asks for both sides: "the arguments for and against the levee"."""
_DAYS = (
    rf"(?:(?:(?:early|mid|late)[\s-])?(?:{'|'.join(MONTH_NAMES)})(?:\s+\d{{4}})?|(?:(?:the\s+)?{SEASON}(?:\s+of)?\s+)?\d{{4}}"
    r"|the\s+(?:first|second)\s+half\s+of\s+\d{4}|(?:last|this)\s+(?:week|month|year))"
)
_A_MONTH, _YEAR = regex("|".join(MONTH_NAMES), re.IGNORECASE), regex(r"\d{4}")
_IN = r"(?:in|during|since|before|after)"
_IN_TWO_TIMES = regex(
    rf"(?P<asked>\S.*?)\s+(?P<in>{_IN})\s+(?P<one>{_DAYS})(?:[\s,]+(?:and|or)\s+(?:then\s+|what\s+)?(?:(?P<also>{_IN})\s+)?(?P<two>{_DAYS})"
    rf"|[\s,]+(?:versus|vs\.?|compared\s+(?:to|with)|as\s+opposed\s+to)\s+(?:in\s+)?(?P<other>{_DAYS}))",
    re.IGNORECASE | re.DOTALL,
    needs="in during since before after",
)
"""What asks for the words of two times: "What did Quill say in May and in June?"."""
_BEFORE_AND_AFTER = regex(
    r"(?P<asked>\S.*?)\s+(?P<first>before|after)\s+"
    r"(?:(?P<event>\S[^,;]*?)[\s,]+and\s+(?:what\s+)?(?P<then>before|after)(?:\s+(?:it|that|then|wards?))?"
    r"|(?:and|or|versus|vs\.?)\s+(?P<second>before|after)\s+(?P<of>\S[^,;]*?))",
    re.IGNORECASE | re.DOTALL,
    needs="before after",
)
"""What asks for both sides of an event or a day: "What did they say before the vote, and after?"."""
_WHO_ON_BOTH = regex(
    r"(?P<asked>who\b(?=.*\s(?:both|as\s+well\s+as)\s).*?)(?:\s+both)?\s+(?P<on>about|on|of|mention(?:s|ed)?|discuss(?:es|ed)?)(?:\s+both)?"
    r"\s+(?P<one>\S.*?)\s+(?:and(?:\s+also)?|as\s+well\s+as)\s+(?:(?:about|on|of)\s+)?(?P<other>\S.*)",
    re.IGNORECASE | re.DOTALL,
    needs="both well",
)
"""What asks for whoever speaks of two things, not for words on both at once: "who talks of both tolls and fares?"."""

_TALKS = r"(?:sa(?:y|ys|id)|sp(?:eak|eaks|oke|oken)|talk(?:s|ed)?|comment(?:s|ed)?)"
_ON = r"(?:about|on|of)"
_A, _B, _TOPIC = (rf"(?P<{name}>[^,;:?]{{2,80}}?)" for name in ("one", "other", "topic"))
_WHO_SAID_MORE = tuple(
    regex(form, re.IGNORECASE | re.DOTALL, needs="more most")
    for form in (
        rf"who\s+(?:has\s+|had\s+)?{_TALKS}\s+{MORE_OFTEN}\s+{_ON}\s+{_TOPIC}\s*[,:–—-]+\s*{_A}\s+or\s+{_B}",
        rf"who\s+(?:has\s+|had\s+)?mention(?:s|ed)?\s+{_TOPIC}\s+{MORE_OFTEN}\s*[,:–—-]+\s*{_A}\s+or\s+{_B}",
        rf"(?:do|does|did|has|have)\s+{_A}\s+or\s+{_B}\s+{_TALKS}\s+{MORE_OFTEN}\s+{_ON}\s+{_TOPIC}",
        rf"(?:do|does|did|has|have)\s+{_A}\s+{_TALKS}\s+more(?:\s+often)?\s+{_ON}\s+{_TOPIC}\s+than\s+{_B}",
    )
)
"""What asks which of two has more words on something: "who talks more of tolls, Quill or Brandt?"."""
_QUOTED = r"(?:quoted|cited|interviewed)"
_WHO_IS_QUOTED_MORE = tuple(
    regex(form, re.IGNORECASE | re.DOTALL, needs="more most")
    for form in (
        rf"who\s+(?:is|was|gets|has\s+been)\s+(?:{_QUOTED}\s+{MORE_OFTEN}|more\s+(?:often\s+)?{_QUOTED})\s*[,:–—-]+\s*{_A}\s+or\s+{_B}",
        rf"(?:is|was|are|were)\s+{_A}\s+or\s+{_B}\s+(?:{_QUOTED}\s+{MORE_OFTEN}|more\s+(?:often\s+)?{_QUOTED})",
        rf"(?:is|was|are|were)\s+{_A}\s+(?:{_QUOTED}\s+more(?:\s+often)?|more\s+(?:often\s+)?{_QUOTED})\s+than\s+{_B}",
    )
)

Follow = Callable[[str, Conversation | None], Followed]
"""A function that says what one question means in a conversation."""

_AT_AN_EVENT = regex(
    r"(?P<asked>(?:what|anything|something)\s\S.*?)\s+(?:(?:right|shortly|soon|immediately|just|in\s+the\s+(?:hours|days?|weeks?|months?|years?))\s+)?"
    r"(?:before|after|until|ahead\s+of|prior\s+to|following)\s+"
    r"(?P<event>(?:the|his|her|their|its|this|that)\s+[^,;?]{3,60}?)[\s?!.]*",
    re.IGNORECASE | re.DOTALL,
    needs="before after until ahead prior following",
)


class Sides(NamedTuple):
    """The questions of a turn for two sides. With an `event`, one question for all that was said, in order of time."""

    questions: tuple[str, ...]
    event: str = ""
    apart: tuple[str, str] | None = None
    """Both questions in full, where the turn has two clauses: "what happened before the war and after it?"."""


def sides_asked(turn: str) -> Sides | None:
    """Return the questions of a turn that asks one thing of two sides; None for any other turn."""
    if len(turn) > _LONGEST or any(mark in turn for mark in '"“”«»'):
        return None
    plain = clean(turn)
    if both := _FOR_AND_AGAINST.fullmatch(clean(skip_courtesy(turn))):
        topic = next(filter(None, both.groups()))
        return Sides((f"Who supports {topic}?", f"Who opposes {topic}?"))
    if more := next(filter(None, (form.fullmatch(plain) for form in _WHO_SAID_MORE)), None):
        one, other = (f"How often did {more[name]} talk about {more['topic']}?" for name in ("one", "other"))
        return Sides((one, other))
    if quoted := next(filter(None, (form.fullmatch(plain) for form in _WHO_IS_QUOTED_MORE)), None):
        one, other = (f"How many quotes are there by {quoted[name]}?" for name in ("one", "other"))
        return Sides((one, other))
    if bare(plain.partition(" ")[0]) in QUESTION_AUXILIARIES:
        return None  # "Was it built in 2019 or in 2020?" is one question
    if match := _WHO_ON_BOTH.fullmatch(plain):
        asked = f"{match['asked']} {match['on']}"
        return Sides((f"{asked} {match['one']}?", f"{asked} {match['other']}?"))
    if match := _IN_TWO_TIMES.fullmatch(plain):
        also, other = match["also"] or match["in"], match["two"] or match["other"]
        if match["two"] and not match["also"] and _follows(match["one"], other):
            return None  # "in May and June" is one time
        first, second = _of_one_year(match["one"], other)
        return Sides((f"{match['asked']} {match['in']} {first}?", f"{match['asked']} {also} {second}?"))
    match = _BEFORE_AND_AFTER.fullmatch(plain)
    if match is None:
        return None
    first, then = match["first"], match["then"] or match["second"]
    event = match["event"] or match["of"]
    if first.lower() == then.lower() or bare(match["asked"].split()[-1]) in PREPOSITIONS:
        return None  # "What did Quill say about before and after photos?"
    apart = (f"{match['asked']} {first} {event}?", f"{match['asked']} {then} {event}?")
    if may_hold_date(event):
        return Sides(apart)
    return Sides((f"{match['asked']} over time?",), event, apart if match["then"] else None)


def asked_of_an_event(question: str) -> tuple[str, str] | None:
    """Return what was said at any time, and the event before or after which it is asked for; None for other questions.

    An event with its date bounds the articles.
    """
    match = _AT_AN_EVENT.fullmatch(question) if len(question) <= _LONGEST else None
    if match is None or may_hold_date(match["event"]):
        return None
    return f"{match['asked']} over time?", match["event"]


def _follows(one: str, other: str) -> bool:
    """Return whether one month or year comes right after the other: "May" and "June", "2019" and "2020"."""
    months = [_A_MONTH.match(each) for each in (one, other)]
    if months[0] and months[1]:
        first, second = (MONTH_NAMES.index(each[0].lower()) for each in months if each)
        return (second - first) % 12 == 1
    years = [each for each in (one, other) if _YEAR.fullmatch(each)]
    return len(years) == 2 and int(other) - int(one) == 1


def _of_one_year(one: str, other: str) -> tuple[str, str]:
    """Give a month without a year that of the other one: "in May 2023 and in June"."""
    year, other_year = (_YEAR.search(each) for each in (one, other))
    if year and _A_MONTH.fullmatch(other):
        other = f"{other} {year[0]}"
    elif other_year and _A_MONTH.fullmatch(one):
        one = f"{one} {other_year[0]}"
    return one, other


def both_sides(turn: str, conversation: Conversation | None, follow: Follow) -> Followed | None:
    """Return what a turn asks of two sides, each as a question of its own; None for any other turn."""
    asked = sides_asked(turn)
    if asked is None:
        return None
    *before, last = (follow(question, conversation) for question in asked.questions)
    bound = _bound_of(last.understood)
    sides = (*(_with_bound(each, bound, conversation, follow) for each in before), last)
    typed = replace(sides[0].understood, question=turn)
    if sides[0].unresolved or sides[0].article:
        return replace(sides[0], understood=typed)
    if asked.event and not typed.over_time:
        return first_of_two(turn, asked.apart, conversation, follow) if asked.apart else None
    return Followed(typed, sides=sides, event=asked.event)


def _bound_of(understood: Understanding) -> str:
    """Return the time or the outlet at the end of a question: " in May", of "Who talked about fares in May?"."""
    before, topic, bound = clean(understood.standalone).rpartition(understood.topic or "?")
    return bound if before and topic and _is_bounded(understood) else ""


def _with_bound(side: Followed, bound: str, conversation: Conversation | None, follow: Follow) -> Followed:
    """Ask within the bound of the other question too: "both tolls and fares in May" has tolls in May."""
    understood = side.understood
    if not bound or _is_bounded(understood):
        return side
    return follow(f"{clean(understood.standalone)}{bound}?", conversation)


def _is_bounded(understood: Understanding) -> bool:
    return bool(understood.since or understood.until or understood.source)
