"""Write marked words as a question has them: " in 2019 in the Post"; "Brandt" of "Brandt's remarks"."""

from __future__ import annotations

import re

from qa.language.lexicon.calendar import MONTH_NAMES
from qa.language.patterns import regex

_BARE = regex(
    r"(?:\d{4}s?|(?:early|mid|late)[\s-].*|(?:the\s+)?(?:first|second|third)\s+(?:week|month|half|quarter|year)s?\b.*"
    rf"|(?:{'|'.join(MONTH_NAMES)})\b.*|(?:the\s+)?(?:spring|summer|autumn|fall|winter|\d{{2,4}}s)\b.*|christmas\b.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A time that lacks its preposition: "2019", "March last year"."""
_FILLS = regex(r"\A(?:(?:of|dated|back|right|just|only)\s+)+", re.IGNORECASE)
"""What may stand before a time and says nothing of it: "back in 2014", "right after the fire"."""
_OWNS = regex(r"['’]s?$")
_LED = regex(r"\A(?:in|from|by|according\s+to)\s+", re.IGNORECASE)


def bounds_of(time: str | None, outlet: str | None) -> str:
    """Return a time and an outlet, with the prepositions that they need and a space before each; "" without either."""
    time = _FILLS.sub("", time, count=1) if time else None
    when = f" {'in ' if _BARE.fullmatch(time) else ''}{time}" if time else ""
    return f"{when} in {_LED.sub('', outlet, count=1)}" if outlet else when


def without_owning(name: str) -> str:
    """Return a name without the ending that says what is theirs."""
    return _OWNS.sub("", name)
