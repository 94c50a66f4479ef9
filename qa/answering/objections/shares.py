"""Tell questions for a share of something, and text that has one: "what percentage", "how big a share"."""

from __future__ import annotations

import re

from qa.language.patterns import regex

_ASKED = regex(
    r"\b(?:what|which) (?:\w+ )?(?:percent|percentage|per cent|proportion|fraction)\b"
    r"|\bhow (?:big|great|high|large|small) an? (?:\w+ )?(?:fraction|percentage|proportion|share)\b",
    re.I,
)
_FEW = r"two|three|four|five|six|seven|eight|nine|ten"
_HELD = regex(
    r"\d ?(?:%|pct?\b)|\bper ?cent|\b(?:hal(?:f|ves)|thirds?|quarters?|fifths?|sixths?|tenths?|majority|minority|most"
    rf"|all|none|nobody|every(?:one|body)?)\b|\b(?:in|out of) (?:every )?(?:{_FEW}|\d{{1,3}})\b"
    rf"|\b(?:\d+|one|{_FEW}) of (?:(?:all|its|the|their) )?\d",
    re.I,
)

_CHANGE = regex(
    r"\bby (?:(?:more|less|fewer|than|about|almost|nearly|over|under|only|just|around|roughly|some|up|to|an?) ){0,3}"
    r"(?:(?:one-)?(?:half|third|quarter|tenth) of )?[\d.,]+ ?(?:%|pct?\b|per ?cent(?:age points?)?\b)(?! of\b)",
    re.I,
)
"""By how much something rose, or somebody led: "won by 12 %" tells no share, and "backed by 70 % of voters" does."""


def asks_share(question: str) -> bool:
    """Return whether a share of something is asked for: "What percentage of voters backed the tolls?"."""
    return _ASKED.search(question) is not None


def holds_share(text: str) -> bool:
    """Return whether a text has a share: "70 %", "two thirds", "nine in ten"; "9,000 voters" is none."""
    return _HELD.search(_CHANGE.sub("", text)) is not None
