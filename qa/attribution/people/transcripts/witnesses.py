"""Find who answers in the record of a court: the last witness of whom it says before that he or she was sworn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from qa.attribution.people.names.persons import People, Person
from qa.attribution.speech.without_verbs.labels import NAME
from qa.datatypes import Attribution
from qa.language.patterns import regex
from qa.speakers.names import parse_person

_SWORN = regex(
    rf"(?m:^)[ \t(\[*_]*(?:(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR)\.? )?(?P<name>{NAME}),?[ \t](?:[^\n.]{{0,120}}?\b)?"
    r"(?:(?:duly|first|been|was|is|being)[ \t](?:\w+[ \t]){0,3}(?:sworn|affirmed)"
    r"(?=[ \t]*(?:[^\w \t]|\Z)|[ \t](?:and|as|by|on|testified|to[ \t](?:speak|tell|testify)|under|upon)\b)"
    r"|(?<=,[ \t])called[ \t]as[ \t]a[ \t]witness\b)"
)
"""As in "ADA QUILL, having been first duly sworn, testified as follows:".

Nobody is in "Tom Brandt was sworn to secrecy", "is a sworn enemy of hers" or "was called as a witness by the inquiry".
"""


def witnesses(text: str, people: People) -> list[tuple[int, Person]]:
    """Return who is sworn, and where, in the order of the text; names of one word may be anybody's."""
    found = []
    for match in _SWORN.finditer(text):
        name = match["name"].rstrip(".")
        name = name.title() if name.isupper() else name
        parsed = parse_person(name)
        if parsed.given and parsed.last:
            known = [one for one in people.persons if one.parsed.given and parsed.is_form_of(one.parsed)]
            found.append((match.start(), known[0] if len(known) == 1 else Person(name, parsed, -1)))
    return found


def is_oath(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph says that somebody is sworn."""
    return _SWORN.match(text, start, end) is not None


def answering(record: Attribution, sworn: Sequence[tuple[int, Person]]) -> Person | None:
    """Return who was sworn last before an answer."""
    before = bisect_left(sworn, record.start, key=lambda one: one[0])
    return sworn[before - 1][1] if before else None
