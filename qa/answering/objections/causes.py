"""Tell questions for what caused a fire, a crash or a delay, and text that tells it or says that it is not known."""

from __future__ import annotations

import re

from qa.language.patterns import regex

_CAUSE = regex(
    r"\W*(?:(?:and|but|so) )?(?:what (?:has )?(?:caused|sparked|triggered|started|set off)\b"
    r"|what(?: was| is|['’]s) (?:the |thought to be the )?cause of\b"
    r"|how did\b.*\b(?:start|begin|break out|come about)\W*\Z)",
    re.I | re.S,
)
_TOLD = regex(
    r"\b(?:sparked|triggered|ignited|started|set off|brought on) (?:by|when|after)\b|\bblamed (?:on|for)\b"
    r"|\bdue to\b|\bbecause\b|\bcause (?:of [^.;]{1,60} )?(?:was|is|as)\b|\b(?:causes?|caused|result(?:ed)? of)\b"
    r"|\b(?:set|started) deliberately\b|\bdeliberately (?:set|started)\b|\barson\b",
    re.I,
)
_UNKNOWN = regex(
    r"\bcause\b[^.;!?]{0,80}?\b(?:under review|unknown|undetermined|unclear|being investigated"
    r"|(?:not|n['’]t|never)\b(?: \w+){0,3} (?:known|found|clear|established|determined|released|given|disclosed))\b"
    r"|\bno cause\b|\b(?:not|n['’]t|un)(?: yet)? ?(?:clear|known) (?:what|how|why)\b"
    r"|\binvestigating (?:what|how|why|the cause)\b|\bunder investigation\b",
    re.I,
)
"""What says that a cause is not known: "The cause is under investigation", "it is not clear what started it"."""


def asks_cause(question: str) -> bool:
    """Return whether a question asks what caused something: "What caused the fire?", "How did the fire start?"."""
    return _CAUSE.match(question) is not None


def tells_cause(text: str) -> bool:
    """Return whether a text may tell a cause: "The fire was sparked by a heater"."""
    return _TOLD.search(text) is not None and not withholds_cause(text)


def withholds_cause(text: str) -> bool:
    """Return whether a text says that a cause is not known: "The cause remains under investigation"."""
    return _UNKNOWN.search(text) is not None
