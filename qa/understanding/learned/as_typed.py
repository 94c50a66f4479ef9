"""Write marked words as a question has them: " in 2019 in the Post"; "Brandt" of "Brandt's remarks"."""

from __future__ import annotations

import re

from qa.language.patterns import regex

_JOINED = regex(
    r"(?:in|on|at|since|until|till|before|after|during|between|from|last|this|next|by|around|over|earlier|later"
    r"|yesterday|today)\b",
    re.IGNORECASE,
)
_OWNS = regex(r"['’]s?$")
_LED = regex(r"(?:in|from|by|according\s+to)\s+", re.IGNORECASE)


def bounds_of(time: str | None, outlet: str | None) -> str:
    """Return a time and an outlet, each with its preposition and a space before it; "" without either."""
    when = f" {'' if _JOINED.match(time) else 'in '}{time}" if time else ""
    return f"{when} in {_LED.sub('', outlet, count=1)}" if outlet else when


def without_owning(name: str) -> str:
    """Return a name without the ending that says what is theirs."""
    return _OWNS.sub("", name)
