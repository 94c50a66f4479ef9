"""Match the words that end, join or begin a noun phrase."""

from __future__ import annotations

import re

from qa.language.lexicon.name_parts import PARTICLES

PREPOSITION = re.compile(
    r"\s(?:of|for|from|at|to|with|in|by|on|behind|against|near|among|inside|close|including|about|like|than|within"
    r"|across|outside|around|along|beside|opposite|throughout|representing)\s"
)


INDEFINITE = re.compile(
    r"(?:(?:only|about|nearly|roughly|at least|almost)\s+)?"
    r"(?:a|an|some|many|most|several|few|two|three|four|five|one|other|another|no|any|every|all)\b",
    re.I,
)


INSIDE = PARTICLES | {"of", "the", "for", "and"}
AND = re.compile(r"\s(?:and|or)\s")
PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z][A-Za-z]+\.?")
"""What may stand after a lawmaker's name: "Rep. Guy Hale, R-TX", "Guy Hale, D-Maryland"."""
PAPER = re.compile(r"(?<=[a-z,] )The (?:New )?(?:Critic|Economist|Scientist)\b")
"""A paper whose name is a role but for its capitals: "a study by The Economist"."""
WHICH_ONE = re.compile(
    r" (?:of|that|(?:led|headed|chaired|run|formed|founded|backed|made up|owned|known) (?:by|of|as)) "
)
"""What says which body a noun means, so that it is not the last one named: "the group led by Ivo Brandt"."""
