"""Parse questions that name a thing before the speaker: "what weather does X say ferries need?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.language.patterns import regex
from qa.understanding.question_reading import Needs, Reading
from qa.understanding.scan import find_verb, opens_clause
from qa.understanding.verb_forms import said, verbs_after

_WHAT_NOUN = regex(
    r"(?:what|which)\s+(?:(?:kind|sort|type)s?\s+of\s+)?(?P<noun>\w[\w'’-]*(?:\s+\w[\w'’-]*){0,3}?)"
    r"\s+(?P<aux>did|does|do|has|have|had)\s+",
    re.IGNORECASE,
)


def what_noun_did(text: str) -> Iterator[Reading]:
    """Read "What weather does X say ferries need?", which asks for the words of X on the weather."""
    if match := _WHAT_NOUN.match(text):
        found = find_verb(text, match.end(), verbs_after(match["aux"]))
        if found is not None and opens_clause(found[1], text[found[0].end :]):
            word, verb = found
            reading = said(verb, text[match.end() : word.start], text[word.end :], Needs.KNOWN)
            yield replace(reading, topic=f"{match['noun']} {reading.topic}")
